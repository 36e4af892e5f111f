"""What the words at a figure say of it, read from one statement."""
