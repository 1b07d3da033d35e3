"""Timelines to files and back."""
