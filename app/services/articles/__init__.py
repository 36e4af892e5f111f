"""Articles: taken in, read, read again, and where they come from."""
