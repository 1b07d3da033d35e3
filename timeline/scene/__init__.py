"""Timeline to geometry: pure functions."""
