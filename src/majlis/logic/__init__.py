"""Expressions over the record, and the three-valued logic that reads them."""
