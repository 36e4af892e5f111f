"""What a person sets for the whole program, and the dialog for it."""
