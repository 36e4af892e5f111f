"""Bytes to article: one format a file, chosen in choose.py; nothing is fetched and nothing is run."""
