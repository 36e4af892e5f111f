"""A draft set against the library: the text, and what the library holds of each of its figures."""
