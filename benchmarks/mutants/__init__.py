"""What the tests are worth: each number, comparison, connective and edge of the content changed, one at a time."""
