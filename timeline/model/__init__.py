"""The nouns every stage shares: data, no verbs that need a room above."""
