"""Reads for a screen: at once where that takes a few milliseconds, else on a thread, the newest request alone."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.ui.threads.background import Background

LARGE = 1_500
"""Claims from which a project is read on a thread; below, all that is shown takes some tens of milliseconds."""

_DRAWN = 30
"""Milliseconds after which what came has been laid out and drawn: a frame or two."""

Read = Callable[[], Any]
Then = Callable[[Any], None]
Part = tuple[Read, Then]


class Reading(QObject):
    """`ask` for parts one after another; each is shown when it is there, unless something newer was asked meanwhile.

    What is read when something newer is asked is given up in the middle, and only then the newer begins. The next part
    waits until what came has been drawn, which would otherwise have to share the processor with it.
    """

    problem = Signal(str)
    """A sentence: what was asked last could not be read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts: list[Part] = []
        """What follows the part that is being read."""
        self._task: Background | None = None
        self._then: Then | None = None
        """What takes what the task reads."""
        self._drawn = QTimer(self)
        self._drawn.setSingleShot(True)
        self._drawn.setInterval(_DRAWN)
        self._drawn.timeout.connect(self._go_on)

    def ask(self, parts: list[Part], *, apart: bool) -> None:
        """Read each part and hand it on, on this thread or `apart` from it; what was asked before is forgotten."""
        self.forget()
        if not apart:
            for read, then in parts:
                then(read())
            return
        self._parts = list(parts)
        if self._task is None:
            self._go_on()

    def is_idle(self) -> bool:
        """Whether all that was asked has been shown."""
        return not self._parts and (self._task is None or self._task.is_given_up())

    def forget(self) -> None:
        """Show nothing of what was asked so far."""
        self._parts = []
        self._drawn.stop()
        if self._task is not None:
            self._task.stop()

    def _go_on(self) -> None:
        if not self._parts:
            return
        read, self._then = self._parts.pop(0)
        self._task = task = Background(read, self)
        # A closure would hold this object until its child, the task, is deleted, and be deleted in the middle of that.
        task.finished.connect(self._show)
        task.broke.connect(self._broke)
        task.stopped.connect(self._end)
        task.start()

    def _show(self, found: object) -> None:
        then = self._then
        if self._end() and then is not None:
            self._drawn.start()
            then(found)

    def _broke(self, sentence: str) -> None:
        if self._end():
            self._parts = []
            self.problem.emit(sentence)

    def _end(self) -> bool:
        """Be done with the part that ended; whether it is wanted, else what was asked meanwhile begins."""
        task, self._task = self._task, None
        assert task is not None
        task.deleteLater()
        if task.is_given_up():
            self._go_on()
        return not task.is_given_up()
