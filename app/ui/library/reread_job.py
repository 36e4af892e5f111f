"""A re-reading off the window's thread, with its progress and cancel."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, SignalInstance

from app.domain.errors import UserError
from app.services.rereading import Ask, Say

_log = logging.getLogger(__name__)


class RereadJob(QObject):
    """One piece of work on a thread of its own. Connect first, then `start`.

    Exactly one of `finished` and `broke` comes, after every `progressed`. All arrive on the window's thread.
    """

    progressed = Signal(object)
    """`Progress`."""
    finished = Signal(object)
    """What the work gave."""
    broke = Signal(str)
    """A sentence: it could not go on."""

    def __init__(self, work: Callable[[Say, Ask], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._fault = self.tr(
            "The re-reading stopped because of a fault in the program; articles that were finished are as they were "
            "shown, the others as they were. The log has the details."
        )
        self._cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="re-reading", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop before the next article."""
        self._cancelled.set()

    def wait(self) -> None:
        """Wait for the thread to end."""
        self._thread.join()

    def _say(self, signal: SignalInstance, what: object) -> None:
        try:
            signal.emit(what)
        except RuntimeError:
            _log.info("a re-reading ended after its window")

    def _run(self) -> None:
        try:
            done = self._work(lambda step: self._say(self.progressed, step), self._cancelled.is_set)
        except UserError as error:
            self._say(self.broke, str(error))
        except BaseException:
            self._say(self.broke, self._fault)
            raise
        else:
            self._say(self.finished, done)
