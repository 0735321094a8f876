"""What the library returns: plain answers that show themselves in notebooks and turn into tables and pictures."""
