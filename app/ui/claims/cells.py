"""How a cell of the grid is painted, by its column."""

from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.domain.labels import Chip
from app.domain.listing import ClaimLine
from app.services.claims.grid_columns import NUMBERS, Column
from app.services.claims.shown import Shown
from app.ui.claims.header import PAD
from app.ui.claims.model import ClaimsModel
from app.ui.look import tones, type as steps
from app.ui.reader.margin import paint_state
from app.ui.widgets import chips
from app.ui.widgets.line import LEFT
from app.ui.widgets.rows import paint_row_background

Index = QModelIndex | QPersistentModelIndex
EDGE, RING_EDGE = 24, 8
"""What stands free at the two ends of a row: of its rule, and of its ring."""
BEFORE = 28
"""Characters before the figure that are shown with it."""
_KEPT = 4096
"""Measures of words that are kept for each font."""
_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver


class Cell(QStyledItemDelegate):
    """Paints any cell of the grid, the state first. What all cells of one painting share is looked up once for it."""

    def __init__(self, model: ClaimsModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def begin(self, last: Column) -> None:
        """Get ready to paint; `last` is the column at the right end of a row now."""
        view = self._view
        self._last = last
        self._tones = tones.current()
        self._ring = view.currentIndex().row() if view.hasFocus() else -1
        self._pad, self._edge = steps.scaled(PAD), steps.scaled(EDGE)
        self._body, self._strong = (face(steps.font("body", weight)) for weight in (400, 600))
        self._plain_quote, self._strong_quote = (face(steps.font("evidence", weight)) for weight in (None, 600))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column, row = Column(index.column()), index.row()
        self._paint_ground(painter, option, row, column)
        line = self._model.shown(row, column)
        if line is None:
            return
        room = QRectF(option.rect).adjusted(self._pad, 0, -(self._edge if column is self._last else self._pad), -1)
        if column is Column.STATE:
            paint_state(painter, QPointF(room.left() + steps.scaled(EDGE + 4), room.center().y()), line.record.state)
        elif column is Column.FIGURE:
            self._paint_figure(painter, room, line)
        elif column is Column.BASIS:
            selected = self._view.selectionModel().isRowSelected(row)
            self._paint_chips(painter, room, Shown(line.record.claim).chips, selected=selected)
        elif column is Column.WORDS:
            self._paint_quote(painter, room, line)
        else:
            self._paint_text(painter, room, column, line)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int, column: Column) -> None:
        first, last, place = column is Column.STATE, column is self._last, option.rect
        left, right = EDGE if first else 0, EDGE if last else 0
        painter.fillRect(place.x() + left, place.bottom(), place.width() - left - right, 1, self._tones.rule)
        if row != self._ring and not option.state & _MARKED:
            return
        ground = QStyleOptionViewItem(option)
        ground.rect = place.adjusted(RING_EDGE if first else 0, 0, -RING_EDGE if last else 0, 0)
        paint_row_background(painter, ground, first=first, last=last, ring=row == self._ring)

    def _paint_figure(self, painter: QPainter, room: QRectF, line: ClaimLine) -> None:
        t, figure = self._tones, line.record.claim.figure
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.kind(figure.kind).ink)
        painter.drawRoundedRect(QRectF(room.left(), room.center().y() - 8, 3, 16), 1.5, 1.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        superseded = line.superseded_by is not None
        painter.setPen(t.text2 if superseded else t.text)
        words = self._model.words.of(Column.FIGURE, line)
        (self._body if superseded else self._strong).paint(
            painter, room.adjusted(steps.scaled(7), 0, steps.scaled(PAD), 0), words
        )

    def _paint_chips(self, painter: QPainter, room: QRectF, shown: tuple[Chip, ...], *, selected: bool) -> None:
        """As many chips as there is room for; three dots stand for the others, which the tooltip names."""
        left, tall = room.left(), steps.scaled(chips.IN_TABLES)
        dots = steps.scaled(14)
        for at, chip in enumerate(shown):
            text, wide = _fitting(chip, room.width() - (dots if len(shown) > 1 else 0))
            more = dots if at < len(shown) - 1 else 0
            if at and left + wide + more > room.right() + steps.scaled(PAD):
                painter.setFont(steps.font("label", 500))
                painter.setPen(self._tones.text3)
                painter.drawText(QRectF(left + 1, room.top(), dots, room.height()), LEFT, "…")
                return
            place = QRectF(left, room.center().y() - tall / 2, wide, tall)
            chips.paint(painter, place, text, known=chip.known, by_analyst=chip.by_analyst, on_selected=selected)
            left += wide + steps.scaled(4)

    def _paint_quote(self, painter: QPainter, room: QRectF, line: ClaimLine) -> None:
        """The words around the figure in the serif, the figure itself strong and as whole as the column allows."""
        t, plain, strong = self._tones, self._plain_quote, self._strong_quote
        before, surface, after = line.parts
        ample = room.width() - strong.wide(surface)
        while before and (len(before) > BEFORE or plain.wide(before) > ample):
            before = before.removeprefix("… ").partition(" ")[2]
        left = room.left()
        for words, face, ink in (
            (before, plain, t.text2),
            (surface, strong, t.text),
            (after, plain, t.text2),
        ):
            painter.setPen(ink)
            face.paint(painter, QRectF(left, room.top(), max(room.right() - left, 0), room.height()), words)
            left += face.wide(words)
            if left >= room.right():
                return

    def _paint_text(self, painter: QPainter, room: QRectF, column: Column, line: ClaimLine) -> None:
        unstated = (column is Column.SPEAKER and line.record.claim.speaker is None) or (
            column is Column.OUTLET and line.outlet is None
        )
        painter.setPen(self._tones.text2 if unstated else self._tones.text)
        words = self._model.words.of(column, line)
        if column in NUMBERS:
            room.setLeft(max(room.left(), room.right() - self._body.wide(words)))
        self._body.paint(painter, room, words)


class Face:
    """A font, and how much room was found to be needed by what is set in it."""

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        self._font, self._middle = font, (metrics.ascent() - metrics.descent()) / 2
        self._cut = lru_cache(_KEPT)(lambda words, room: metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        # Qt's own function would be asked for its name, for which PySide loads all its signatures: 40 ms.
        self.wide: Callable[[str], float] = lru_cache(_KEPT)(lambda words: metrics.horizontalAdvance(words))
        """The width of words in pixels."""

    def paint(self, painter: QPainter, room: QRectF, words: str) -> None:
        """One line of words, cut with an ellipsis where there is no room."""
        painter.setFont(self._font)
        shown = words if self.wide(words) <= room.width() else self._cut(words, room.width())
        painter.drawText(QPointF(room.left(), room.center().y() + self._middle), shown)


@cache
def face(font: QFont) -> Face:
    """A font with what was measured in it before, wherever that was."""
    return Face(font)


def _fitting(chip: Chip, room: float) -> tuple[str, int]:
    """What a chip says where even one has little room, and how wide it is then."""
    text, wide = chip.text, chips.width(chip.text, by_analyst=chip.by_analyst)
    while wide > room and len(text) > 1:
        text = text[:-2].rstrip() + "…"
        wide = chips.width(text, by_analyst=chip.by_analyst)
    return text, wide
