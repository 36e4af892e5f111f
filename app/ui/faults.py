"""Errors that nobody caught while the window was open: each is said in the window, whatever slot it came from."""

import contextlib
import re
import sys
from collections.abc import Callable, Iterator
from types import TracebackType

from app.domain.errors import UserError

FAULT = (
    "A fault in the program; what was saved is safe. Open the project again if something looks wrong; "
    "the log has the details."
)
_OF_QT = re.compile(r"^Error calling Python override of \S+: ")
"""What Qt's binding puts before the words of an error from an event."""


@contextlib.contextmanager
def reported(tell: Callable[[str], None]) -> Iterator[None]:
    """Hand `tell` the sentence of every UserError; any other error is logged as before, and told once as a fault.

    Qt calls Python from its own loop, where an error has no caller left that could catch it.
    """
    before = sys.excepthook
    faulty = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal faulty
        if isinstance(error, UserError):
            tell(_OF_QT.sub("", str(error)))
            return
        before(kind, error, trace)
        # Painting that fails fails again at every paint; one sentence is enough.
        if issubclass(kind, Exception) and not faulty:
            faulty = True
            tell(FAULT)

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before
