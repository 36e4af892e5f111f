"""Sheets that are only read: keys, and how verdicts are reached."""
