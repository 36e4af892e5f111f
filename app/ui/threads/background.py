"""Work off the window's thread: how far it is, and how it ended, whatever happened."""

import contextlib
import threading
from collections.abc import Callable
from functools import cache, partial

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from app.domain import stopping
from app.domain.errors import UserError
from app.ui.faults import FAULT


class _Home(QObject):
    """Where every thread reports, on the window's thread.

    It outlives all windows: Qt must not delete an object on one thread that is sending a signal on another.
    """

    came = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def _hand_on(self, report: Callable[[], None]) -> None:
        report()


_home = cache(_Home)
"""The only one, made with the first piece of work."""

_GONE = contextlib.suppress(RuntimeError)
"""The window, or all of the program, may be gone before its work is done."""


class Background(QObject):
    """One piece of work on a thread of its own. Connect first, then `start`.

    Exactly one of `finished`, `broke` and `stopped` comes, after every `progressed`; all on the window's thread.
    """

    progressed = Signal(object)
    """What the work tells of how far it is."""
    finished = Signal(object)
    """What the work gave."""
    broke = Signal(str)
    """A sentence for the person: that of a `UserError`, else `fault`, and the log has the error."""
    stopped = Signal()
    """It was stopped, as asked for."""

    def __init__(self, work: Callable[[], object], parent: QObject | None = None, *, fault: str = FAULT) -> None:
        super().__init__(parent)
        self._work, self._fault, self._home = work, fault, _home()
        self._given_up = threading.Event()
        self._thread = threading.Thread(target=self._run, name="background", daemon=True)

    def start(self) -> None:
        """Begin; once."""
        self._thread.start()

    def stop(self) -> None:
        """Give it up in the middle of what it reads; work that heeds `domain.stopping` ends elsewhere too."""
        self._given_up.set()

    def is_given_up(self) -> bool:
        """Whether `stop` was called; it may have finished before it heard."""
        return self._given_up.is_set()

    def report(self, step: object) -> None:
        """How far the work is; called by the work, on its thread."""
        self._emit(self.progressed, step)

    def wait(self) -> None:
        """Wait until the work is done."""
        self._thread.join()

    def _run(self) -> None:
        try:
            with stopping.unless(self._given_up.is_set):
                done = self._work()
        except stopping.StoppedError:
            self._emit(self.stopped)
        except UserError as error:
            self._emit(self.broke, str(error))
        except BaseException as error:  # noqa: BLE001 - whatever it is, it goes to the log and somebody waits
            # Before the person is told, so that the log they are sent to has it.
            threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, self._thread)))
            self._emit(self.broke, self._fault)
        else:
            self._emit(self.finished, done)

    def _emit(self, signal: SignalInstance, *what: object) -> None:
        with _GONE:
            # Bound to this object, which holds it until its report has come.
            self._home.came.emit(partial(self._deliver, signal, what))

    def _deliver(self, signal: SignalInstance, what: tuple[object, ...]) -> None:
        with _GONE:
            signal.emit(*what)
