"""Text to sentences and clauses: the only room that knows spaCy."""
