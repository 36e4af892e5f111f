"""Lists of articles."""
