"""What a topic holds, on which basis, and what it is set against: acts on the row that has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.services.desk import Desk
from app.services.topics.comparing import Comparison, Row
from app.ui.compare.adding import ask_for_figures
from app.ui.compare.basis_dialog import edit_basis
from app.ui.compare.topic_dialog import make_topic
from app.ui.screen import Screen


class FilingActs(QObject):
    """`current` gives the row that the keys act on."""

    def __init__(self, screen: Screen, current: Callable[[], Row | None]) -> None:
        super().__init__(screen)
        self._screen, self._current = screen, current
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self.pin = screen.act("pin", self.tr("Pin as reference"), ["P"], self._pin)
        self.edit = screen.act("edit", self.tr("Edit the basis"), ["E"], self._edit)
        self.add_figures = screen.act("add_figures", self.tr("Add figures"), ["C"], self._add_figures)
        self.leave_out = screen.act("leave_out", self.tr("Take out of the topic"), ["Delete"], self._leave_out)
        self.new_topic = screen.act("new_topic", self.tr("New topic"), ["Ctrl+T"], self._new_topic)

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None, *, in_table: bool) -> None:
        """Act on this comparison's topic; the views beside the table have acts of their own for the same keys."""
        self._desk, self._comparison = desk, comparison
        self.new_topic.setEnabled(desk is not None)
        self.add_figures.setEnabled(comparison is not None and in_table)
        for act in (self.pin, self.edit, self.leave_out):
            act.setEnabled(in_table and self._current() is not None)

    def _pin(self) -> None:
        row = self._current()
        if self._desk is not None and self._comparison is not None and row is not None:
            topic_id = self._comparison.topic.topic_id
            self._screen.changed.emit(self._desk.grouping.pin(topic_id, row.line.record.claim_id))

    def _edit(self) -> None:
        row = self._current()
        if self._desk is None or row is None:
            return
        if (changes := edit_basis(self._desk, row, self._screen)) is not None:
            self._screen.changed.emit(changes)

    def _add_figures(self) -> None:
        desk, comparison = self._desk, self._comparison
        if desk is None or comparison is None:
            return
        held = {claim_id for row in comparison.rows for claim_id in row.claim_ids}
        if ticked := ask_for_figures(desk, comparison.topic, held, self._screen):
            self._screen.changed.emit(desk.grouping.file(ticked, comparison.topic.topic_id))

    def _leave_out(self) -> None:
        row = self._current()
        if self._desk is not None and self._comparison is not None and row is not None:
            topic_id = self._comparison.topic.topic_id
            self._screen.changed.emit(self._desk.grouping.remove(row.claim_ids, topic_id))

    def _new_topic(self) -> None:
        if self._desk is not None and (made := make_topic(self._desk, self._screen)) is not None:
            topic_id, changes = made
            self._screen.changed.emit(changes)
            self._screen.reveal(topic_id)
            self._screen.shown()
