"""Votes as pages and pictures: hemicycles, bars, step charts, and the words beside them."""
