"""A comparison as one page: drawn once, onto paper, into a picture or as a table for other programs."""
