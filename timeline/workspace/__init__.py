"""What a user does with a timeline."""
