"""How much work something is, counted and not timed: a count is the same on every machine."""

import sys
from collections.abc import Callable


def steps(action: Callable[[], object]) -> int:
    """How many calls, of Python's functions and of those written in C, an action makes."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count
