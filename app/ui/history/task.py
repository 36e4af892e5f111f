"""A piece of work on a thread of its own, whose outcome comes back to the window's."""

import logging
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain import stopping
from app.domain.errors import UserError

_log = logging.getLogger(__name__)


class Task(QObject):
    """Connect first, then `start`; one of `finished`, `broke` and `stopped` comes, on the window's thread."""

    progressed = Signal(int, int)
    """How much is done, and of how much."""
    finished = Signal(object)
    stopped = Signal()
    """It was given up, as was asked for."""
    broke = Signal(str)
    """A sentence."""

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="safekeeping", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """Give it up, where the work can be."""
        self._given_up.set()

    def tell(self, done: int, total: int) -> None:
        """Say from the work how far it is."""
        self._say(lambda _: self.progressed.emit(done, total), None)

    def wait(self) -> None:
        """Wait until the work is done."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with stopping.unless(self._given_up.is_set):
                done = self._work()
        except stopping.StoppedError:
            self._say(lambda _: self.stopped.emit(), None)
        except UserError as error:
            self._say(self.broke.emit, str(error))
        else:
            self._say(self.finished.emit, done)

    def _say(self, emit: Callable[[object], None], what: object) -> None:
        try:
            emit(what)
        except RuntimeError:
            _log.info("the window went away before its work was done")
