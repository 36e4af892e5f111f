"""Opening a project off the window's thread, while the window goes on being drawn and says so."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import Words

if TYPE_CHECKING:
    from app.services.desk import Desk

_SOON_MS = 120
"""Most projects are open before anybody could read a line about it."""
_DOWN = 72


class Opening(QObject):
    """One project that is opened or made on a thread of its own."""

    _over = Signal()

    def __init__(self, opening: "Callable[[], Desk]") -> None:
        super().__init__()
        self._opening = opening
        self._desk: Desk | None = None
        self._problem: BaseException | None = None

    def run(self, window: QWidget, words: str) -> "Desk":
        """Wait for it, and raise what it raises. Keys and clicks wait too: they are meant for what comes."""
        loop = QEventLoop()
        self._over.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        line = _Line(words, window)
        thread = threading.Thread(target=self._work, name="opening", daemon=True)
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
        assert self._desk is not None
        return self._desk

    def _work(self) -> None:
        try:
            self._desk = self._opening()
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
