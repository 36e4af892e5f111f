"""Where a figure begins or ceases to be reproduced, looked for a few values at a time."""

from PySide6.QtCore import QTimer

from app.domain.figure import Kind
from app.domain.schedule import Flip, Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.services.topics.comparing import Row
from app.ui.widgets.words import Words

PAUSE = 60
"""Milliseconds without a move after which the search begins."""
TRIES = 8
"""Values tried before the window answers again: the schedule is carried out for each."""


class Flips(Words):
    """Says where one figure flips, and below it where that figure and the reference flip together, if elsewhere."""

    def __init__(self) -> None:
        super().__init__("", "small", "text2", wrap=True)
        self._desk: Desk | None = None
        self._schedule: Schedule | None = None
        self._rows: list[Row] = []
        self._alone: Flip | None = None
        self._search: scheduling.Search | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._begin)
        self._step = QTimer(self)
        self._step.timeout.connect(self._go_on)

    def look(self, desk: Desk, schedule: Schedule, row: Row, pinned: Row | None) -> None:
        """Look for those of this row; what is said of the same row stays until they are found."""
        self.stop()
        if row not in self._rows[:1]:
            self.setText("")
        self._desk, self._schedule, self._rows, self._alone = desk, schedule, [row], None
        if pinned is not None and pinned is not row and pinned.line.record.claim.figure.kind is Kind.MONEY:
            self._rows.append(pinned)
        self._pause.start()

    def stop(self) -> None:
        """Look for none any more."""
        self._pause.stop()
        self._step.stop()

    def _begin(self) -> None:
        if self._desk is not None and self._schedule is not None:
            rows = self._rows[:1] if self._alone is None else self._rows
            self._search = self._desk.scheduling.search(self._schedule, rows)
            self._step.start()

    def _go_on(self) -> None:
        found = self._search(TRIES) if self._search is not None else None
        if found is None:
            return
        self._step.stop()
        row, *others = self._rows
        if self._alone is None:
            self._alone = found
            self.setText(f"{row.figure}: {_lowered(scheduling.flip_words(found))}")
            if others:
                self._begin()
        elif found != self._alone:
            pair = _lowered(scheduling.flip_words(found, both=True))
            self.setText(f"{self.plain()} {self.tr('With {0}: {1}').format(others[0].figure, pair)}")


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
