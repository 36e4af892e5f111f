"""Lists of claims: narrowed, sorted, counted."""
