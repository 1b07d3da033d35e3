"""The outside world to articles."""
