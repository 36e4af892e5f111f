"""How a cell of the grid is painted, by its column."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.domain.labels import Chip
from app.domain.listing import ClaimLine
from app.ui.claims.header import PAD
from app.ui.claims.model import NUMBERS, ChipsRole, Column, LineRole
from app.ui.look import tones, type as steps
from app.ui.reader.margin import paint_state
from app.ui.widgets import chips
from app.ui.widgets.rows import paint_row_background

Index = QModelIndex | QPersistentModelIndex
EDGE, RING_EDGE = 24, 8
"""What stands free at the two ends of a row: of its rule, and of its ring."""
BEFORE = 28
"""Characters before the figure that are shown with it."""
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Cell(QStyledItemDelegate):
    """Paints any cell of the grid; the state stands first, and `last` says which column ends a row now."""

    def __init__(self, last: Callable[[], Column], parent: QObject) -> None:
        super().__init__(parent)
        self._last = last

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = Column(index.column())
        self._paint_ground(painter, option, index, column)
        line: ClaimLine | None = index.data(LineRole)
        if line is None:
            return
        painter.save()
        pad = steps.scaled(PAD)
        room = QRectF(option.rect).adjusted(pad, 0, -(steps.scaled(EDGE) if column is self._last() else pad), -1)
        if column is Column.STATE:
            paint_state(painter, QPointF(room.left() + steps.scaled(EDGE + 4), room.center().y()), line.record.state)
        elif column is Column.FIGURE:
            self._paint_figure(painter, room, line, str(index.data()))
        elif column is Column.BASIS:
            view = option.widget
            selected = isinstance(view, QTableView) and view.selectionModel().isRowSelected(index.row())
            self._paint_chips(painter, room, index.data(ChipsRole), selected=selected)
        elif column is Column.WORDS:
            self._paint_quote(painter, room, line)
        else:
            self._paint_text(painter, room, column, line, str(index.data()))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, column: Column) -> None:
        view = option.widget
        first, last = column is Column.STATE, column is self._last()
        ring = isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row()
        rule = QRectF(option.rect).adjusted(EDGE if first else 0, 0, -EDGE if last else 0, 0)
        painter.fillRect(QRectF(rule.left(), rule.bottom() - 1, rule.width(), 1), tones.current().rule)
        ground = QStyleOptionViewItem(option)
        ground.rect = option.rect.adjusted(RING_EDGE if first else 0, 0, -RING_EDGE if last else 0, 0)
        paint_row_background(painter, ground, first=first, last=last, ring=ring)

    def _paint_figure(self, painter: QPainter, room: QRectF, line: ClaimLine, words: str) -> None:
        t = tones.current()
        bar = QRectF(room.left(), room.center().y() - 8, 3, 16)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.kind(line.record.claim.figure.kind).ink)
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.restore()
        superseded = line.superseded_by is not None
        painter.setFont(steps.font("body", 400 if superseded else 600))
        painter.setPen(t.text2 if superseded else t.text)
        paint_elided(painter, room.adjusted(steps.scaled(7), 0, steps.scaled(PAD), 0), words)

    def _paint_chips(self, painter: QPainter, room: QRectF, said: tuple[Chip, ...], *, selected: bool) -> None:
        """As many chips as there is room for; three dots stand for the others, whom the tooltip names."""
        left, tall = room.left(), steps.scaled(chips.IN_TABLES)
        dots = steps.scaled(14)
        for at, chip in enumerate(said):
            text, wide = _fitting(chip, room.width() - (dots if len(said) > 1 else 0))
            more = dots if at < len(said) - 1 else 0
            if at and left + wide + more > room.right() + steps.scaled(PAD):
                painter.setFont(steps.font("label", 500))
                painter.setPen(tones.current().text3)
                painter.drawText(QRectF(left + 1, room.top(), dots, room.height()), _LINE, "…")
                return
            place = QRectF(left, room.center().y() - tall / 2, wide, tall)
            chips.paint(painter, place, text, known=chip.known, by_analyst=chip.by_analyst, on_selected=selected)
            left += wide + steps.scaled(4)

    def _paint_quote(self, painter: QPainter, room: QRectF, line: ClaimLine) -> None:
        """The words around the figure in the serif, the figure itself strong and as whole as the column allows."""
        t = tones.current()
        plain, strong = steps.font("evidence"), steps.font("evidence", 600)
        surface = " ".join(line.record.claim.surface.split())
        before = _tail(line.before)
        taken = QFontMetricsF(strong).horizontalAdvance(surface)
        while before and taken + QFontMetricsF(plain).horizontalAdvance(before) > room.width():
            before = before.lstrip().partition(" ")[2]
        left = room.left()
        for words, face, ink in (
            (before, plain, t.text2),
            (surface, strong, t.text),
            (line.after.replace("\n", " "), plain, t.text2),
        ):
            painter.setFont(face)
            painter.setPen(ink)
            paint_elided(painter, QRectF(left, room.top(), max(room.right() - left, 0), room.height()), words)
            left += QFontMetricsF(face).horizontalAdvance(words)
            if left >= room.right():
                return

    def _paint_text(self, painter: QPainter, room: QRectF, column: Column, line: ClaimLine, words: str) -> None:
        t = tones.current()
        unstated = (column is Column.SPEAKER and line.record.claim.speaker is None) or (
            column is Column.OUTLET and line.outlet is None
        )
        painter.setFont(steps.font("body"))
        painter.setPen(t.text2 if unstated else t.text)
        if column in NUMBERS:
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        else:
            paint_elided(painter, room, words)


def _fitting(chip: Chip, room: float) -> tuple[str, int]:
    """What a chip says where even one has little room, and how wide it is then."""
    text, wide = chip.text, chips.width(chip.text, by_analyst=chip.by_analyst)
    while wide > room and len(text) > 1:
        text = text[:-2].rstrip() + "…"
        wide = chips.width(text, by_analyst=chip.by_analyst)
    return text, wide


def _tail(before: str) -> str:
    """The last few words before a figure."""
    words = before.replace("\n", " ")
    if len(words) <= BEFORE:
        return words
    cut = words[-BEFORE:]
    return cut[cut.find(" ") + 1 :] if " " in cut.strip() else cut


def paint_elided(painter: QPainter, room: QRectF, words: str) -> None:
    """One line of words, cut with an ellipsis where there is no room."""
    shown = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(_LINE), shown)
