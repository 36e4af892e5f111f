"""The project as a file: history, backups, merging, checks and settings."""
