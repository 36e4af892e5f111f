"""Text to claims: one stage a file, joined in pipeline.py."""
