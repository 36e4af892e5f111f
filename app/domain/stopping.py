"""Reading that is given up once nobody waits for it any more."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Stopped = Callable[[], bool]
"""Whether nobody waits any more; asked from the thread that reads, many times a second."""

_STOPPED: ContextVar[Stopped | None] = ContextVar("stopped", default=None)


class StoppedError(Exception):
    """What was being read is not wanted any more; nothing is wrong."""


@contextmanager
def unless(stopped: Stopped) -> Iterator[None]:
    """What this thread reads from a project within the context ends with a `StoppedError` once `stopped` says so."""
    before = _STOPPED.set(stopped)
    try:
        yield
    finally:
        _STOPPED.reset(before)


def asked() -> Stopped | None:
    """What says whether this thread's reading is still wanted; None where it always is."""
    return _STOPPED.get()
