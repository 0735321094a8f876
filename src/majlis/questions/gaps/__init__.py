"""Where the text leaves a hole: one file for each kind of hole that is looked for, and what puts them together."""
