"""A list whose lines have two rows: what it is, below it when and how much, and a word at the right end."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.look import dates, tones, type as steps
from app.ui.widgets import rows
from app.ui.widgets.line import paint_line

_Index = QModelIndex | QPersistentModelIndex
_PAD = 8
_ROW = 52
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`aside` stands at the right end; a quiet line is one that does not count at present."""

    ident: str
    head: str
    below: str
    aside: str = ""
    quiet: bool = False


class LinesModel(QAbstractListModel):
    """The lines that are shown; each is made when it is first seen, since a journal may have many thousand."""

    def __init__(self) -> None:
        super().__init__()
        self.idents: Sequence[str] = ()
        self._line_of: Callable[[str], Line] | None = None
        self._made: dict[int, Line] = {}

    def show(self, idents: Sequence[str], line_of: Callable[[str], Line]) -> None:
        """Show the lines of these ids."""
        self.beginResetModel()
        self.idents, self._line_of, self._made = idents, line_of, {}
        self.endResetModel()

    def line(self, row: int) -> Line:
        """The line in this row."""
        if row not in self._made:
            assert self._line_of is not None
            self._made[row] = self._line_of(self.idents[row])
        return self._made[row]

    @property
    def lines(self) -> list[Line]:
        """All lines."""
        return [self.line(row) for row in range(len(self.idents))]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.idents)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in _ROLES or not index.isValid():
            return None
        line = self.line(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (line.head, line.aside, line.below)))
        return line.head


class _Painting(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(steps.scaled(200), steps.scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        assert isinstance(model, LinesModel)
        line, t = model.line(index.row()), tones.current()
        rows.paint_row_background(painter, option, rule=True)
        pad = steps.scaled(_PAD)
        cell = QRectF(option.rect).adjusted(pad, steps.scaled(6), -pad, -steps.scaled(6))
        painter.save()
        small = steps.font("small", 500)
        aside = QFontMetricsF(small).horizontalAdvance(line.aside)
        tall = steps.line_height("body") if line.below else cell.height()
        upper = QRectF(cell.left(), cell.top(), cell.width(), tall)
        painter.setFont(small)
        painter.setPen(t.text2)
        painter.drawText(upper, _MIDDLE | Qt.AlignmentFlag.AlignRight, line.aside)
        face = steps.font("body", 400 if line.quiet else 500)
        room = upper.adjusted(0, 0, -(aside + 2 * pad) if line.aside else 0, 0)
        paint_line(painter, room, line.head, face, t.text2 if line.quiet else t.text)
        painter.setFont(steps.font("small"))
        painter.setPen(t.text2)
        lower = QRectF(cell.left(), upper.bottom() + 1, cell.width(), steps.line_height("small"))
        painter.drawText(lower, _MIDDLE | Qt.AlignmentFlag.AlignLeft, line.below)
        painter.restore()


class LinesView(QListView):
    """Arrow keys move; Enter or a double click is `activated`."""

    follows_focus_ring = False

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = LinesModel()
        self._painting = _Painting()
        self.setModel(self.shown)
        self.setItemDelegate(self._painting)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # the words line up with what stands above, not an edge
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_lines(self, idents: Sequence[str], line_of: Callable[[str], Line]) -> None:
        """Show the lines of these ids, and stay at the one where the keyboard is, or go to the first."""
        before = self.ident()
        self.shown.show(idents, line_of)
        if idents:
            at = idents.index(before) if before is not None and before in idents else 0
            self.setCurrentIndex(self.shown.index(at))

    def ident(self) -> str | None:
        """The id of the line that the keyboard is at."""
        index = self.currentIndex()
        return self.shown.idents[index.row()] if index.isValid() else None


def moment(at: str) -> str:
    """A time that is kept in UTC, as the clock here showed it."""
    return dates.moment(datetime.datetime.fromisoformat(at).astimezone().isoformat())
