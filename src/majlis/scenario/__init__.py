"""What happened, or might: facts and acts, and the flat record made of them."""
