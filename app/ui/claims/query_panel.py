"""What hangs below the search field while one types a query: what is wrong with it, and what could come next."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from app.ui.claims.completion import Suggestion
from app.ui.look import tones, type as steps
from app.ui.widgets import rows
from app.ui.widgets.line import paint_line
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import Words

ROW, EDGE = 28, 6
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
SuggestionRole = Qt.ItemDataRole.UserRole + 1


class _Suggestions(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Suggestion, ...] = ()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == SuggestionRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = "" if row.count is None else self.tr("{0} claims").format(row.count)
            return ", ".join(filter(None, (row.text, row.hint, count)))
        return None


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, steps.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t, row = tones.current(), index.data(SuggestionRole)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        rows.paint_row_background(painter, option)
        room = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.save()
        right = row.hint if row.count is None else f"{row.count:,}"
        painter.setFont(steps.font("small", 500 if row.count is not None else 400))
        painter.setPen(t.text3)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, right)
        taken = QFontMetricsF(painter.font()).horizontalAdvance(right) + 8
        paint_line(painter, room.adjusted(0, 0, -taken, 0), row.text, steps.font("body", 500), t.text)
        painter.restore()


class QueryPanel(Panel):
    """Lies over the window, below the field; the field keeps the keyboard."""

    chosen = Signal(object)
    """A `Suggestion` that was clicked."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(role="raised", border="rule2", parent=over)
        self._over = over
        self.setAccessibleName(self.tr("Suggestions"))
        self.problem = Words("", "small", "conflict", weight=500, wrap=True)
        self.list = QListView()
        self._rows = _Suggestions()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setMouseTracking(True)
        self.list.viewport().setAutoFillBackground(False)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self.chosen.emit(index.data(SuggestionRole)))
        self.foot = Words("", "small", "text3")
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(4)
        for widget in (self.problem, self.list, self.foot):
            column.addWidget(widget)
        self.problem.setMargin(8)
        self.foot.setIndent(8)
        self.foot.setContentsMargins(0, 2, 0, 2)
        self.hide()

    def show_below(self, field: QWidget, problem: str, suggestions: Sequence[Suggestion], foot: str) -> None:
        """Say what is wrong and list what could come next; nothing to say, nothing shown."""
        if self._rows.rows != tuple(suggestions):
            self._rows.beginResetModel()
            self._rows.rows = tuple(suggestions)
            self._rows.endResetModel()
        if not problem and not suggestions:
            self.hide()
            return
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.list.setVisible(bool(suggestions))
        self.list.setFixedHeight(steps.scaled(ROW) * len(suggestions))
        self.foot.setText(foot)
        self.foot.setVisible(bool(suggestions))
        corner = field.mapTo(self._over, field.rect().bottomLeft())
        self.setFixedWidth(field.width())
        self.move(corner.x(), corner.y() + 4)
        self.adjustSize()
        self.show()
        self.raise_()

    def current(self) -> Suggestion | None:
        """The suggestion that the keyboard is at."""
        index = self.list.currentIndex()
        return index.data(SuggestionRole) if index.isValid() else None

    def first(self) -> Suggestion | None:
        """The suggestion that Tab takes where the keyboard is at none."""
        return self.current() or (self._rows.rows[0] if self._rows.rows else None)

    def step(self, by: int) -> None:
        """Go up or down through the suggestions, round the ends."""
        count = len(self._rows.rows)
        if count:
            at = self.list.currentIndex().row()
            self.list.setCurrentIndex(self._rows.index((at + by) % count if at >= 0 else (0 if by > 0 else count - 1)))
