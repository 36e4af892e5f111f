"""The draft check: what the library holds of each figure of a text; `check` begins it."""
