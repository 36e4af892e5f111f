"""Work off the window's thread: an import with its progress, its outcome, pause and cancel."""

import logging
import sys
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.domain.errors import UserError
from app.services.importing import Follow, ImportReport

_log = logging.getLogger(__name__)

Work = Callable[[Follow], ImportReport]

_TURN_S = 0.0005
"""Seconds for which the thread keeps the interpreter when the window's thread asks for it. The window gives it up with
every row that it reads and every wait, and at Python's own 5 ms a list of fifty rows would take it a quarter second."""


class ImportJob(QObject):
    """One import on a thread of its own. Connect first, then `start`.

    Exactly one of `finished` and `broke` comes, after every `progressed`. All arrive on the window's thread.
    """

    progressed = Signal(object)
    """`FileProgress` of a file that got further."""
    finished = Signal(object)
    """The `ImportReport`."""
    broke = Signal(str)
    """A sentence: the import as a whole could not go on."""

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancelled, self._left = threading.Event(), threading.Event()
        self._going = threading.Event()
        self._going.set()
        self._thread = threading.Thread(target=self._run, name="import", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

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

    def is_running(self) -> bool:
        """Whether the thread still works."""
        return self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread to end; whether it did."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _is_cancelled(self) -> bool:
        self._going.wait()
        return self._cancelled.is_set()

    def _say(self, signal: SignalInstance, what: object) -> None:
        try:
            signal.emit(what)
        except RuntimeError:
            # The window went away while the last file was read; what is finished is in the project.
            _log.info("an import ended after its window")

    def _run(self) -> None:
        usual = sys.getswitchinterval()
        sys.setswitchinterval(_TURN_S)
        try:
            report = self._work(
                Follow(
                    progress=lambda step: self._say(self.progressed, step),
                    cancelled=self._is_cancelled,
                    left=self._left.is_set,
                )
            )
        except UserError as error:
            self._say(self.broke, str(error))
        except BaseException:
            self._say(self.broke, _FAULT)
            raise
        else:
            self._say(self.finished, report)
        finally:
            sys.setswitchinterval(usual)


_FAULT = (
    "The import stopped because of a fault in the program. "
    "Articles that were finished are in the project; the log has the details."
)
