"""Checking a draft off the window's thread, while it is being typed."""

import threading
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.draft import Checked
from app.domain.errors import UserError

Check = Callable[[str], Sequence[Checked]]
PAUSE = 400
"""Milliseconds without a key after which a draft is read."""


class DraftJob(QObject):
    """Reads the text that was asked for last; one that is out of date by then is not told."""

    checked = Signal(str, object)
    """The text, and a `Checked` for each of its figures."""
    broke = Signal(str)
    """A sentence for the person."""
    _ended = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._check: Check | None = None
        self._text = ""
        self._thread: threading.Thread | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._start)
        self._ended.connect(self._told)

    def set_check(self, check: Check | None) -> None:
        """Ask this library from now on, or none."""
        self._check = check

    def ask(self, text: str) -> None:
        """Read this text as soon as the person pauses."""
        self._text = text
        self._pause.start()

    def stop(self) -> None:
        """Read nothing more."""
        self._pause.stop()
        self._check = None

    def _start(self) -> None:
        if self._check is None or self._thread is not None:
            return
        check, text = self._check, self._text
        self._thread = threading.Thread(target=self._run, args=(check, text), name="draft", daemon=True)
        self._thread.start()

    def _run(self, check: Check, text: str) -> None:
        found: object = ()
        try:
            found = check(text)
        except UserError as error:
            found = str(error)
        finally:
            self._ended.emit(text, found)

    def _told(self, text: str, found: object) -> None:
        self._thread = None
        if text != self._text:
            self._start()
        elif isinstance(found, str):
            self.broke.emit(found)
        else:
            self.checked.emit(text, found)
