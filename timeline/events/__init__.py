"""Clauses to events: which, who, where, under what title, how sure."""
