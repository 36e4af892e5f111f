"""An import off the window's thread, which can be paused, cancelled and left for another time."""

import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.services.articles.importing import Follow, ImportReport
from app.ui.threads.background import Background

Work = Callable[[Follow], ImportReport]

_TURN_S = 0.0005
"""Seconds for which the thread keeps the interpreter when the window's thread asks for it. The window gives it up with
every row that it reads and every wait, and at Python's own 5 ms a list of fifty rows would take it a quarter second."""
_FAULT = (
    "The import stopped because of a fault in the program. "
    "Articles that were finished are in the project; the log has the details."
)


class ImportJob(Background):
    """`progressed` carries the `FileProgress` of a file that got further, `finished` the `ImportReport`."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(lambda: self._follow(work), parent, fault=_FAULT)
        self._cancelled, self._left = threading.Event(), threading.Event()
        self._going = threading.Event()
        self._going.set()

    def cancel(self) -> None:
        """Stop, at once if files are read elsewhere; what is finished stays, the rest is dropped."""
        self._cancelled.set()
        self._going.set()

    def leave(self) -> None:
        """Stop as `cancel` does, but let the rest wait in the project."""
        self._left.set()
        self._going.set()

    def pause(self, on: bool) -> None:
        """Wait before the next file, or go on."""
        if on:
            self._going.clear()
        else:
            self._going.set()

    def is_paused(self) -> bool:
        """Whether it waits, or will before the next file."""
        return not self._going.is_set()

    def _is_cancelled(self) -> bool:
        self._going.wait()
        return self._cancelled.is_set()

    def _follow(self, work: Work) -> ImportReport:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_S)
        try:
            return work(Follow(progress=self.report, cancelled=self._is_cancelled, left=self._left.is_set))
        finally:
            sys.setswitchinterval(usual)
