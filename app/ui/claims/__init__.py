"""The grid of everything: every claim of the project, narrowed, sorted and exported."""
