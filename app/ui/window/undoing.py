"""Undo and redo of the project's acts, from anywhere in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.ui.threads.waiting import Waiting

if TYPE_CHECKING:
    # At run time the services wait until the first window has been seen: they bring the store and the extraction.
    from app.services.desk import Desk


class Undoing(QObject):
    """Takes back and does again in the project that is shown, and lets the two acts say what that would be."""

    changed = Signal(object)
    """`Changes` of what was taken back or done again."""
    done = Signal(str)
    """What that was, in words: it need not be on the screen that is shown."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None

    def set_desk(self, desk: "Desk | None") -> None:
        """Another project is shown, or none."""
        self._desk = desk

    def undo(self) -> None:
        """Take back the last act."""
        if self._desk is not None:
            act = self._desk.history.undoable() or ""
            self._run(self._desk.history.undo, self.tr("Undoing…"), self.tr("Undone: {act}").format(act=act))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if self._desk is not None:
            act = self._desk.history.redoable() or ""
            self._run(self._desk.history.redo, self.tr("Redoing…"), self.tr("Redone: {act}").format(act=act))

    def _run(self, step: Callable[[], Changes], words: str, done: str) -> None:
        self.changed.emit(Waiting(step).run(self._window, words))
        self.done.emit(done)

    def name(self, undo: QAction, redo: QAction) -> None:
        """Let the acts say what they would do, and be off where there is nothing."""
        history = self._desk.history if self._desk is not None else None
        _set_label(undo, self.tr("Undo"), history.undoable() if history else None)
        _set_label(redo, self.tr("Redo"), history.redoable() if history else None)


def _set_label(act: QAction, word: str, what: str | None) -> None:
    act.setText(f"{word} {what}" if what else word)
    act.setEnabled(what is not None)
