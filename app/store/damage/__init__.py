"""What is wrong with a project, and what can still be read of it."""
