"""A list whose lines are ticked or not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.ui.look import type as steps
from app.ui.widgets.tick_row import TickRow


class TickList(QListWidget):
    """Lines with an id each; `itemChanged` tells which tick a person set or took away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(steps.font("body"))
        TickRow(self)

    def add(self, words: str, ident: str, *, ticked: bool) -> QListWidgetItem:
        """Another line at the end."""
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, ident)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(ticked=ticked))
        self.addItem(item)
        return item

    def lines(self) -> list[QListWidgetItem]:
        """The lines from top to bottom."""
        return [self.item(at) for at in range(self.count())]

    def ticked(self) -> list[str]:
        """The ids of the ticked lines."""
        return [ident_of(item) for item in self.lines() if is_ticked(item)]

    def all_ticked(self) -> bool:
        """Whether no line is without its tick."""
        return all(map(is_ticked, self.lines()))

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every line, or none."""
        for item in self.lines():
            item.setCheckState(_state(ticked=ticked))


def ident_of(item: QListWidgetItem) -> str:
    """The id of a line."""
    return str(item.data(Qt.ItemDataRole.UserRole))


def is_ticked(item: QListWidgetItem) -> bool:
    """Whether a line has its tick."""
    return item.checkState() is Qt.CheckState.Checked


def _state(*, ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
