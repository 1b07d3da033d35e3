"""Articles to timelines one can trust."""
