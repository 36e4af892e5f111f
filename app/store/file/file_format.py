"""What a project file says of itself in its first bytes, and which of those this program reads and writes."""

SCHEMA = 8
"""The schema that this program reads and writes: the number of the last migration, kept as `user_version`."""
NEEDS = "0.8.0"
"""The first version of the program that reads this schema, kept in the project for older programs to name."""
APPLICATION_ID = int.from_bytes(b"CCLM", "big")

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes at the beginning of a file in which SQLite says how to read it: https://www.sqlite.org/fileformat.html"""
