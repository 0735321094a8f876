"""Constitutions, editions, provisions and readings, and how they are loaded."""
