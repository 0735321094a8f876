"""One vote: its majorities, how its members stood, what would turn it, and what a chamber makes of it."""
