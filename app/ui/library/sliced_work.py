"""Work that is done a piece at a time, so that the window answers in between."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import UserError

Piece = Callable[[], object]
"""May raise `UserError`, which ends the work."""
_PAUSE_MS = 10
"""Between two pieces: with none, a timer of ours would come before what else is due."""


class SlicedWork(QObject):
    """Does each piece in a pass of the event loop of its own; new pieces replace those that are left."""

    problem = Signal(str)
    """A sentence: the work could not go on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: list[Piece] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._next)

    def take(self, pieces: Sequence[Piece]) -> None:
        """Do these, the first as soon as the event loop is free."""
        self._left = list(pieces)
        self._timer.start()

    def forget(self) -> None:
        """Do nothing of what is left."""
        self._left = []
        self._timer.stop()

    def is_idle(self) -> bool:
        """Whether nothing is left."""
        return not self._left

    def _next(self) -> None:
        piece = self._left.pop(0)
        if not self._left:
            self._timer.stop()
        try:
            piece()
        except UserError as error:
            self.forget()
            self.problem.emit(str(error))
