"""Figures of a vote of which only bounds are known, or nothing: every choice that fits, without trying each."""
