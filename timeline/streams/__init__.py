"""Articles by the thousand: from files to rows of events, on disk, in parts that are done once and resumed."""
