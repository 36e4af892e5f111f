"""The list of articles: two lines and a count each."""

from enum import StrEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.claim import State
from app.domain.listing import ArticleRow
from app.ui.counted import counted
from app.ui.look import dates, tones, type as steps
from app.ui.reader.margin import paint_state
from app.ui.widgets import chips, rows

HEIGHT = 76
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Order(StrEnum):
    """What the list is sorted by."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WAITING = "waiting"
    OUTLET = "outlet"


def ordered(found: list[ArticleRow], order: Order) -> list[ArticleRow]:
    """Rows that came newest first, undated last, in another order."""
    if order is Order.OLDEST:
        return sorted(found, key=lambda row: (row.published is None, row.published or ""))
    if order is Order.WAITING:
        return sorted(found, key=lambda row: -row.waiting)
    if order is Order.OUTLET:
        return sorted(found, key=lambda row: (row.outlet is None, (row.outlet or "").casefold()))
    return found


class ArticleModel(QAbstractListModel):
    """Rows as the library gives them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ArticleRow] = []

    def show(self, found: list[ArticleRow]) -> None:
        """Replace all rows; where the same articles stay in place, the view keeps its own."""
        same = [row.article_id for row in found] == [row.article_id for row in self.rows]
        if same and self.rows:
            self.rows = found
            self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.rows = found
        self.endResetModel()

    def origin_words(self, row: ArticleRow) -> str:
        """Where the story comes from, if it is told more than once ("copy of Commons Wire", "3 copies")."""
        if row.copies < 2:
            return ""
        if row.first_of_origin:
            return counted(row.copies - 1, self.tr("%n copy"), self.tr("%n copies"))
        return self.tr("copy of {outlet}").format(outlet=row.copied_from)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            words = (
                row.title,
                row.outlet or self.tr("outlet not known"),
                dates.day(row.published) or self.tr("no date"),
                self.tr("%n accepted").replace("%n", str(row.accepted)),
                self.tr("%n waiting").replace("%n", str(row.waiting)),
                self.tr("version {nth}").format(nth=row.version) if row.versions > 1 else "",
                self.origin_words(row),
            )
            return ", ".join(filter(None, words))
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, model: ArticleModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, steps.scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = tones.current()
        row = self._model.rows[index.row()]
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        cell = QRectF(option.rect)
        text = cell.adjusted(19, 0, -19, 0)
        painter.save()
        if here:
            painter.fillRect(QRectF(cell.left(), cell.top() + 10, 3, cell.height() - 22), t.accent)
        else:
            painter.fillRect(QRectF(text.left(), cell.bottom() - 1, text.width(), 1), t.rule)
        option.rect = option.rect.adjusted(7, 2, -7, -4)
        rows.paint_row_background(painter, option)
        self._paint_head(painter, _line(text, cell.top(), 8, 20), row, here=here)
        face = steps.font("body", 600 if here else 500)
        painter.setFont(face)
        painter.setPen(t.text)
        title = QFontMetricsF(face).elidedText(row.title, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(_line(text, cell.top(), 27, 22), _LEFT, title)
        self._paint_counts(painter, _line(text, cell.top(), 49, 18), row)
        painter.restore()

    def _paint_head(self, painter: QPainter, line: QRectF, row: ArticleRow, *, here: bool) -> None:
        t = tones.current()
        day = dates.day(row.published) or self.tr("no date")
        painter.setFont(steps.font("small"))
        painter.setPen(t.text2)
        painter.drawText(line, _RIGHT, day)
        room = line.width() - QFontMetricsF(painter.font()).horizontalAdvance(day) - 12
        version = f"v{row.version}" if row.versions > 1 else ""
        room -= chips.width(version) + 8 if version else 0
        face = steps.font("small", 600)
        painter.setFont(face)
        outlet = row.outlet or self.tr("Outlet not known")
        shown = QFontMetricsF(face).elidedText(outlet, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, _LEFT, shown)
        if version:
            left = line.left() + QFontMetricsF(face).horizontalAdvance(shown) + 8
            tall = steps.scaled(chips.IN_TABLES)
            chip = QRectF(left, line.center().y() - tall / 2, chips.width(version), tall)
            chips.paint(painter, chip, version, on_selected=here)

    def _paint_counts(self, painter: QPainter, line: QRectF, row: ArticleRow) -> None:
        t = tones.current()
        middle = line.center().y()
        paint_state(painter, QPointF(line.left() + 6, middle), State.ACCEPTED)
        left = self._words(painter, line, 18, self.tr("%n accepted").replace("%n", str(row.accepted)), t.text2, 500)
        if row.waiting:
            paint_state(painter, QPointF(line.left() + left + 17, middle), State.WAITING)
            waiting = self.tr("%n waiting").replace("%n", str(row.waiting))
            left = self._words(painter, line, left + 26, waiting, t.accent, 500)
        painter.setFont(steps.font("label", 500))
        painter.setPen(t.text2)
        origin = self._model.origin_words(row)
        room = line.width() - left - 12
        shown = QFontMetricsF(painter.font()).elidedText(origin, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(line, _RIGHT, shown)

    def _words(self, painter: QPainter, line: QRectF, left: float, text: str, ink: QColor, weight: int) -> float:
        face: QFont = steps.font("label", weight)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(line.adjusted(left, 0, 0, 0), _LEFT, text)
        return left + QFontMetricsF(face).horizontalAdvance(text)


def _line(text: QRectF, top: float, at: int, tall: int) -> QRectF:
    """A line of a row, `at` pixels below its top at 100 %."""
    return QRectF(text.left(), top + steps.scaled(at), text.width(), steps.scaled(tall))


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ArticleList(QListView):
    """Moves with the arrow keys; `chosen` carries the id of the article that is current now."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticleModel()
        self.setModel(self.articles)
        self.setItemDelegate(_RowPainter(self.articles))
        self.setAccessibleName(self.tr("Articles"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, found: list[ArticleRow]) -> None:
        """Show these, keeping the current article where it is still among them."""
        at = self.current_id()
        self.articles.show(found)
        if at is not None and self.current_id() != at:
            self.go_to(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What is said below the list grows and shrinks with the current article, which must not leave the view.
        self.scrollTo(self.currentIndex())

    def current_id(self) -> str | None:
        """The article that is current."""
        at = self.currentIndex().row()
        return self.articles.rows[at].article_id if 0 <= at < len(self.articles.rows) else None

    def row(self, article_id: str) -> ArticleRow | None:
        """The row of an article, if it is listed."""
        return next((row for row in self.articles.rows if row.article_id == article_id), None)

    def go_to(self, article_id: str) -> bool:
        """Make an article current; whether it is listed."""
        for at, row in enumerate(self.articles.rows):
            if row.article_id == article_id:
                # Focus may have made it current without selecting it.
                select = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.selectionModel().setCurrentIndex(self.articles.index(at), select)
                return True
        return False

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            if not self.selectionModel().isSelected(now):
                # The keyboard makes a row current without selecting it where there was none.
                self.selectionModel().select(now, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.chosen.emit(self.articles.rows[now.row()].article_id)
