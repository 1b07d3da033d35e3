"""Events and expressions to statements, statements to bounds with reasons."""
