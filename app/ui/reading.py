"""Reads for a screen: at once where that takes a few milliseconds, else on a thread, the newest request alone."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain import stopping
from app.domain.errors import UserError

_log = logging.getLogger(__name__)

LARGE = 1_500
"""Claims from which a project is read on a thread; below, all that is shown takes some tens of milliseconds."""

_PATIENCE = 1.0
"""Seconds that the next part waits at most."""

_DRAWN = 30
"""Milliseconds after which what came has been laid out and drawn: a frame or two."""

Read = Callable[[], Any]
Then = Callable[[Any], None]
Part = tuple[Read, Then]


class Reading(QObject):
    """`ask` for parts one after another; each is shown when it is there, unless something newer was asked meanwhile.

    What is read when something newer is asked is given up in the middle. The next part waits until what came has been
    drawn, which would otherwise have to share the processor with it.
    """

    problem = Signal(str)
    """A sentence: what was asked last could not be read."""
    _came = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = self._pending = 0
        self._one_at_a_time, self._drawn = threading.Lock(), threading.Event()
        self._came.connect(self._show)

    def ask(self, parts: list[Part], *, apart: bool) -> None:
        """Read each part and hand it on, on this thread or `apart` from it; what was asked before is forgotten."""
        self.forget()
        if not apart:
            for read, then in parts:
                then(read())
            return
        self._pending = self._newest
        threading.Thread(target=self._run, args=(self._newest, parts), name="reading", daemon=True).start()

    def is_idle(self) -> bool:
        """Whether nothing is being read."""
        return self._pending == 0

    def forget(self) -> None:
        """Show nothing of what was asked so far."""
        self._newest += 1
        self._pending = 0
        self._drawn.set()

    def _run(self, number: int, parts: list[Part]) -> None:
        try:
            self._read_each(number, parts)
        finally:
            if self._pending == number:
                self._pending = 0

    def _read_each(self, number: int, parts: list[Part]) -> None:
        with self._one_at_a_time, stopping.unless(lambda: number != self._newest):
            for read, then in parts:
                if number != self._newest:
                    return
                try:
                    found = read()
                except stopping.StoppedError:
                    return
                except UserError as error:
                    self._say(number, None, str(error))
                    return
                self._drawn.clear()
                self._say(number, then, found)
                self._drawn.wait(_PATIENCE)

    def _say(self, number: int, then: Then | None, found: object) -> None:
        try:
            self._came.emit(number, then, found)
        except RuntimeError:
            _log.info("a reading ended after its window")

    def _show(self, number: int, then: Then | None, found: object) -> None:
        QTimer.singleShot(_DRAWN, self._drawn.set)
        if number != self._newest:
            return
        if then is None:
            self.problem.emit(str(found))
        else:
            then(found)
