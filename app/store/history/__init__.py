"""What was done: the undo journal and the log."""
