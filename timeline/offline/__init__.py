"""One page that holds a whole timeline, and needs no server and no network."""
