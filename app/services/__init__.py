"""The use cases, asked by the window and the shell alike; every write returns what it changed."""
