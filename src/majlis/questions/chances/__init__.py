"""The chances of a whole procedure: its course divided at each vote and each choice."""
