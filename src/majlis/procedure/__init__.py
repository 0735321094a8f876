"""Procedures, and their lowering to one ordered list of named conditions."""
