"""The rows of the palette: the words of an entry, where it belongs, and its keys as caps."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import density, tones, type as steps
from app.ui.palette.entries import Entry
from app.ui.palette.matching import WORDS, fit
from app.ui.widgets import key_cap, rows
from app.ui.widgets.line import RIGHT, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW, PAD, GAP = 32, 12, 6


class Found(QAbstractListModel):
    """The entries that fit what is typed, best first; without anything typed, those last used first."""

    def __init__(
        self,
        entries: Sequence[Entry],
        recent: Sequence[str],
        looked_up: Callable[[str], Sequence[Entry]] = lambda _: (),
    ) -> None:
        """`looked_up` gives what else has the words that are typed, where there is too much of it to be listed."""
        super().__init__()
        self._looked_up = looked_up
        ranks = {ident: at for at, ident in enumerate(recent)}
        # Sorting keeps the order of entries that are equal: acts of the screen first.
        self._all = sorted(entries, key=lambda one: (not one.enabled, ranks.get(one.ident, len(ranks))))
        self._idents = {one.ident for one in entries}
        self.shown: list[Entry] = []
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show what fits these words."""
        self.beginResetModel()
        if typed.split():
            fits = [(found, one) for one in self._all if (found := fit(typed, one.words)) is not None]
            more = (one for one in self._looked_up(typed) if one.ident not in self._idents)
            fits += ((fit(typed, one.words) or WORDS, one) for one in more)
            self.shown = [one for _, one in sorted(fits, key=lambda pair: (not pair[1].enabled, -pair[0]))]
        else:
            self.shown = self._all
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        able = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        return able if self.shown[index.row()].enabled else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        entry = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.words, entry.kind, *entry.keys)))
        return None


class Painter(QStyledItemDelegate):
    """Paints a row; one that cannot be chosen now is quiet."""

    def __init__(self, found: Found) -> None:
        super().__init__()
        self._found = found

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(steps.scaled(200), density.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, entry = tones.current(), self._found.shown[index.row()]
        painter.save()
        rows.paint_row_background(painter, option, ring=False)
        room = QRectF(option.rect).adjusted(steps.scaled(PAD), 0, -steps.scaled(PAD), 0)
        for key in reversed(entry.keys):
            wide, tall = key_cap.width(key), steps.scaled(key_cap.HEIGHT)
            key_cap.paint(painter, QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall), key)
            room.setRight(room.right() - wide - steps.scaled(GAP))
        small = steps.font("small")
        third = room.adjusted(room.width() * 2 / 3, 0, 0, 0)
        taken = paint_line(painter, third, entry.kind, small, t.text3, RIGHT)
        room.setRight(room.right() - taken - steps.scaled(16))
        paint_line(painter, room, entry.words, steps.font("body"), t.text if entry.enabled else t.text3)
        painter.restore()
