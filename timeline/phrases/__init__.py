"""Sentences to time expressions: rules are data."""
