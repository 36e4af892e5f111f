"""What is wrong, named in a sentence."""

_NAMED = 3
"""Examples that a sentence names."""


def some(names: list[str]) -> str:
    """The first few by name, and how many more there are."""
    more = len(names) - _NAMED
    shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown or "no article"
