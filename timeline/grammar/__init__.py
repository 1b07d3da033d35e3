"""Text becomes sentences and neutral clauses. The one room that knows spaCy and its label schemes."""
