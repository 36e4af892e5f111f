"""A topic's figures through time."""
