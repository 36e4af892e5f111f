"""The list of articles: outlet and day, title and counts of each."""

from collections.abc import Sequence

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
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.claim import State
from app.domain.listing import ArticleRow
from app.services.listed import ListedArticles
from app.ui.counted import counted
from app.ui.look import dates, tones, type as steps
from app.ui.reader.margin import paint_state
from app.ui.widgets import chips, rows
from app.ui.widgets.drawn_table import DrawnTable
from app.ui.widgets.line import RIGHT, broken, paint_line

HEIGHT, TITLE = 76, 22
"""How high a row is at 100 %, and how much more a second line of its title takes."""
NARROW = 240
"""Below this width at 100 % titles have two lines, and the day stands with the counts."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArticleModel(QAbstractListModel):
    """Rows as the library lists them, read by the page when they are painted."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: ListedArticles | None = None

    @property
    def rows(self) -> Sequence[ArticleRow]:
        """The rows in their order; they are read when they are looked at."""
        return () if self._listed is None else self._listed

    def row(self, at: int) -> ArticleRow | None:
        """The row at a place; None where there is none, or its article is gone."""
        return self._listed.line(at) if self._listed is not None and 0 <= at < len(self._listed) else None

    def position(self, article_id: str) -> int | None:
        """The place of an article, None where it is not listed."""
        return None if self._listed is None else self._listed.position(article_id)

    def ids(self) -> list[str]:
        """Every id in the order shown."""
        return [] if self._listed is None else self._listed.ids()

    def show(self, found: ListedArticles | None) -> None:
        """Replace all rows; where the same articles stay in place, the view keeps its own, whatever follows them."""
        before, known = self._listed, len(self.rows)
        if before is None or found is None or not known or before.numbers != found.numbers[:known]:
            self.beginResetModel()
            self._listed = found
            self.endResetModel()
            return
        more = len(found) > known
        if more:
            self.beginInsertRows(_NOWHERE, known, len(found) - 1)
        self._listed = found
        if more:
            self.endInsertRows()
        self.dataChanged.emit(self.index(0), self.index(known - 1))

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
        if role not in _TEXT_ROLES or (row := self.row(index.row())) is None:
            return None
        if role != Qt.ItemDataRole.DisplayRole:
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
        return row.title


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


def is_narrow(wide: float) -> bool:
    """Whether rows of this width in pixels have a line more."""
    return wide < steps.scaled(NARROW)


class _RowPainter(QStyledItemDelegate):
    def __init__(self, model: ArticleModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, steps.scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.row(index.row())
        if row is None:
            return
        t, narrow = tones.current(), is_narrow(option.rect.width())
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
        day = dates.day(row.published) or self.tr("no date")
        origin = self._model.origin_words(row)
        self._paint_head(painter, _line(text, cell.top(), 8, 20), row, "" if narrow else day, here=here)
        face, most = steps.font("body", 600 if here else 500), 1 + narrow
        for at, words in enumerate(broken(row.title, QFontMetricsF(face), [text.width()] * most)):
            paint_line(painter, _line(text, cell.top(), 27 + at * TITLE, TITLE), words, face, t.text)
        # Where a narrow row has no room for where the story comes from, the pane below the list says it.
        self._paint_counts(painter, _line(text, cell.top(), 49 + narrow * TITLE, 18), row, day if narrow else origin)
        painter.restore()

    def _paint_head(self, painter: QPainter, line: QRectF, row: ArticleRow, day: str, *, here: bool) -> None:
        t = tones.current()
        painter.setFont(steps.font("small"))
        painter.setPen(t.text2)
        painter.drawText(line, RIGHT, day)
        room = line.width() - (QFontMetricsF(painter.font()).horizontalAdvance(day) + 12 if day else 0)
        version = f"v{row.version}" if row.versions > 1 else ""
        room -= chips.width(version) + 8 if version else 0
        outlet, place = row.outlet or self.tr("Outlet not known"), QRectF(line)
        place.setWidth(room)
        wide = paint_line(painter, place, outlet, steps.font("small", 600), t.text2)
        if version:
            left = line.left() + wide + 8
            tall = steps.scaled(chips.IN_TABLES)
            chip = QRectF(left, line.center().y() - tall / 2, chips.width(version), tall)
            chips.paint(painter, chip, version, on_selected=here)

    def _paint_counts(self, painter: QPainter, line: QRectF, row: ArticleRow, aside: str) -> None:
        """What is decided and what waits, and at the right end some other words."""
        t = tones.current()
        middle = line.center().y()
        mark, gap = steps.scaled(6), steps.scaled(8)
        # That none is accepted says nothing while others wait.
        decided = row.accepted or not row.waiting
        accepted = self.tr("%n accepted").replace("%n", str(row.accepted)) if decided else ""
        waiting = self.tr("%n waiting").replace("%n", str(row.waiting)) if row.waiting else ""
        metrics = QFontMetricsF(steps.font("label", 500))
        marks = (3 * mark + gap) * (bool(accepted) + bool(waiting))
        beside = metrics.horizontalAdvance(aside) + gap if is_narrow(line.width()) else 0
        if marks + gap + 2 + metrics.horizontalAdvance(accepted + waiting) + beside > line.width():
            # Numbers are never cut; their signs say what they count.
            accepted, waiting = str(row.accepted) if decided else "", str(row.waiting or "")
        left = 0.0
        for words, state, ink in ((accepted, State.ACCEPTED, t.text2), (waiting, State.WAITING, t.accent)):
            if words:
                left += 2 * gap if left else 0
                paint_state(painter, QPointF(line.left() + left + mark, middle), state)
                left = self._words(painter, line, left + 3 * mark, words, ink, 500)
        paint_line(painter, line.adjusted(left + 12, 0, 0, 0), aside, steps.font("label", 500), t.text2, RIGHT)

    def _words(self, painter: QPainter, line: QRectF, left: float, text: str, ink: QColor, weight: int) -> float:
        return left + paint_line(painter, line.adjusted(left, 0, 0, 0), text, steps.font("label", weight), ink)


def _line(text: QRectF, top: float, at: int, tall: int) -> QRectF:
    """A line of a row, `at` pixels below its top at 100 %."""
    return QRectF(text.left(), top + steps.scaled(at), text.width(), steps.scaled(tall))


class ArticleList(DrawnTable):
    """Moves with the arrow keys; `chosen` carries the id of the article that is current now.

    It is a table of one column: a list view asks for every row when it is laid out, however alike they are.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.articles = ArticleModel()
        self._sought: str | None = None
        """The article that was current and is not listed, while further rows are awaited, or where none are found."""
        self.setModel(self.articles)
        self.setItemDelegate(_RowPainter(self.articles))
        self.setAccessibleName(self.tr("Articles"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setDefaultSectionSize(steps.scaled(HEIGHT))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._moved)

    def show_rows(self, found: ListedArticles | None, *, whole: bool = True) -> None:
        """Show these, keeping the current article where it is still among them: not `whole`, it may be yet to come."""
        at = self.current_id() or self._sought
        self.articles.show(found)
        listed = at is not None and (self.current_id() == at or self.go_to(at))
        self._sought = None if listed or (whole and found) else at

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        more = TITLE if is_narrow(self.viewport().width()) else 0
        self.verticalHeader().setDefaultSectionSize(steps.scaled(HEIGHT + more))
        # What is said below the list grows and shrinks with the current article, which must not leave the view.
        self.scrollTo(self.currentIndex())

    def current_id(self) -> str | None:
        """The article that is current."""
        row = self.articles.row(self.currentIndex().row())
        return None if row is None else row.article_id

    def row(self, article_id: str) -> ArticleRow | None:
        """The row of an article, if it is listed."""
        at = self.articles.position(article_id)
        return None if at is None else self.articles.row(at)

    def go_to(self, article_id: str) -> bool:
        """Make an article current; whether it is listed."""
        at = self.articles.position(article_id)
        if at is None:
            return False
        # Focus may have made it current without selecting it.
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.articles.index(at), select)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS and self.articles.rowCount():
            last = event.key() == Qt.Key.Key_End
            self.setCurrentIndex(self.articles.index(self.articles.rowCount() - 1 if last else 0))
        else:
            super().keyPressEvent(event)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        row = self.articles.row(now.row()) if now.isValid() else None
        if row is not None:
            if not self.selectionModel().isSelected(now):
                # The keyboard makes a row current without selecting it where there was none.
                self.selectionModel().select(now, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.chosen.emit(row.article_id)


_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
"""In a table they move within the row."""
