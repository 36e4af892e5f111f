"""Work off the window's thread that its next step waits for, while the window goes on being drawn and says so."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import Words

T = TypeVar("T")

_SOON_MS = 120
"""Most work is done before anybody could read a line about it."""
_DOWN = 72


class Waiting(QObject, Generic[T]):
    """One piece of work on a thread of its own: a project opened, an import undone, a copy made."""

    _over = Signal()

    def __init__(self, work: Callable[[], T]) -> None:
        super().__init__()
        self._do = work
        self._done: list[T] = []
        self._problem: BaseException | None = None

    def run(self, window: QWidget, words: str) -> T:
        """Wait for it, and give or raise what it does. Keys and clicks wait too: they are meant for what comes."""
        loop = QEventLoop()
        self._over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        line = _Line(words, window)
        thread = threading.Thread(target=self._work, name="waiting", daemon=True)
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            thread.start()
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
            thread.join()
        finally:
            QApplication.restoreOverrideCursor()
            line.close()
            line.deleteLater()
        if self._problem is not None:
            raise self._problem
        return self._done[0]

    def _work(self) -> None:
        try:
            self._done.append(self._do())
        except BaseException as problem:  # noqa: BLE001 - it is raised again on the window's thread
            self._problem = problem
        self._over.emit()


class _Line(Panel):
    """What is being done, over the window; seen only where it takes a moment."""

    def __init__(self, words: str, window: QWidget) -> None:
        super().__init__(parent=window)
        self._words = Words(words, "body", "text", weight=500)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._words)
        self.adjustSize()
        self.move((window.width() - self.width()) // 2, steps.scaled(_DOWN))
        self.hide()
        soon = QTimer(self)
        soon.setSingleShot(True)
        soon.timeout.connect(self._appear)
        soon.start(_SOON_MS)
        self._soon = soon

    def close(self) -> bool:
        """Not seen any more, and not to be seen later."""
        self._soon.stop()
        return super().close()

    def _appear(self) -> None:
        self.show()
        self.raise_()
