"""Verdicts and provisions as text and JSON."""
