"""Timelines kept in SQLite."""
