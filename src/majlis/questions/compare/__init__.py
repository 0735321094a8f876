"""What differs between two states of the law: editions, or the law in force and a draft."""
