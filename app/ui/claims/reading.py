"""Reads for a screen: at once where that takes a few milliseconds, else on a thread, the newest request alone."""

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.domain.errors import UserError

_log = logging.getLogger(__name__)

Read = Callable[[], Any]
Then = Callable[[Any], None]


class Reading(QObject):
    """`ask` for parts one after another; each is shown when it is there, unless something newer was asked meanwhile."""

    problem = Signal(str)
    """A sentence: what was asked last could not be read."""
    _came = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._one_at_a_time = threading.Lock()
        self._came.connect(self._show)

    def ask(self, parts: list[tuple[Read, Then]], *, apart: bool) -> None:
        """Read each part and hand it on, on this thread or `apart` from it; what was asked before is forgotten."""
        self._newest += 1
        if not apart:
            for read, then in parts:
                then(read())
            return
        threading.Thread(target=self._run, args=(self._newest, parts), name="reading", daemon=True).start()

    def forget(self) -> None:
        """Show nothing of what was asked so far."""
        self._newest += 1

    def _run(self, number: int, parts: list[tuple[Read, Then]]) -> None:
        with self._one_at_a_time:
            for read, then in parts:
                if number != self._newest:
                    return
                try:
                    found = read()
                except UserError as error:
                    self._say(number, None, str(error))
                    return
                self._say(number, then, found)

    def _say(self, number: int, then: Then | None, found: object) -> None:
        try:
            self._came.emit(number, then, found)
        except RuntimeError:
            _log.info("a reading ended after its window")

    def _show(self, number: int, then: Then | None, found: object) -> None:
        if number != self._newest:
            return
        if then is None:
            self.problem.emit(str(found))
        else:
            then(found)
