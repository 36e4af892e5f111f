"""How much work something is, counted and not timed: a count is the same on every machine."""

import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType, FrameType, FunctionType


def steps(action: Callable[[], object]) -> int:
    """How many calls, of Python's functions and of those written in C, an action makes."""
    count = 0

    def note(*_: object) -> None:
        nonlocal count
        count += 1

    _profiled(action, note)
    return count


def calls(action: Callable[[], object], *of: FunctionType) -> tuple[int, ...]:
    """How often an action calls each of these functions, itself or through Qt."""
    made: Counter[CodeType] = Counter()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            made[frame.f_code] += 1

    _profiled(action, note)
    return tuple(made[function.__code__] for function in of)


def _profiled(action: Callable[[], object], note: Callable[[FrameType, str, object], None]) -> None:
    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
