"""The questions a user asks; one file a question."""
