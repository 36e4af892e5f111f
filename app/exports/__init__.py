"""Ways out of a project: CSV."""
