"""Time itself: no text, no events, no drawing."""
