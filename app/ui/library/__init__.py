"""Articles: what there is, one of them to read, and how more come in."""
