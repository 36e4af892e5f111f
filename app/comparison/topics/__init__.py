"""The figures of a topic together: rows, camps, and what each measures."""
