"""Days, months and hours: how periods are counted, without any law that says which period applies."""
