"""Votes as arithmetic: majorities, how they turn, blocs, coalitions, power and chances. It knows no law."""
