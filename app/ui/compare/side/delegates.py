"""How the cells of figures side by side are painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.aspect import WHO_SAYS_SO, Aspect, Cell, Line
from app.domain.verdict import Verdict
from app.ui.compare.side.header import PAD, paint_wash
from app.ui.compare.side.model import NAMES, CellRole, LineRole, TitleRole
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import chips
from app.ui.widgets.line import LEFT

Index = QModelIndex | QPersistentModelIndex
EDGE = 16
"""What stands free at the two ends of the table."""
ROW, WHO, SECTION = 32, 28, 34
BAR, INSET = 3, 12
_PENCIL = 14
_WRAP = LEFT | Qt.TextFlag.TextWordWrap


def height(line: Line | None, widths: list[int]) -> int:
    """How high a row is: its words go on in further lines where they have to, and are never cut."""
    if line is None:
        return steps.scaled(SECTION)
    least = steps.scaled(WHO if line.aspect in WHO_SAYS_SO else ROW)
    room = [QRectF(0, 0, width - 2 * steps.scaled(PAD), 1 << 16) for width in widths]
    tall = [
        QFontMetricsF(_face(line, cell)).boundingRect(place, _WRAP, cell.text).height()
        for place, cell in zip(room, line.cells, strict=True)
    ]
    return max(least, round(max(tall)) + steps.scaled(12))


def _face(line: Line, cell: Cell) -> QFont:
    if line.aspect is Aspect.QUOTE:
        return steps.font("evidence")
    return steps.font("body", 600 if cell.differs else 400)


def _around(rect: QRectF) -> QRectF:
    return rect.adjusted(3, 1.5, -3, -2.5)


class _Side(QStyledItemDelegate):
    """The ground of a cell: the reference's wash, the rule below, the edges of the columns."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, steps.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, line = tones.current(), QRectF(option.rect), index.data(LineRole)
        painter.save()
        if index.column() == 1:
            paint_wash(painter, rect)
        if index.column() in (1, 2):
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), t.rule)
        if line is None and index.row():
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), t.rule2)
        self._paint_rule(painter, rect, index)
        self.paint_inside(painter, rect, line, index, option)
        painter.restore()

    def _paint_rule(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        last = index.row() == index.model().rowCount() - 1
        ends = index.column() == index.model().columnCount() - 1
        below = index.model().index(index.row() + 1, index.column())
        if last or (below.isValid() and below.data(LineRole) is None):
            return
        left = steps.scaled(EDGE) if index.column() == NAMES else 0
        right = steps.scaled(EDGE) if ends else 0
        place = QRectF(rect.left() + left, rect.bottom() - 1, rect.width() - left - right, 1)
        painter.fillRect(place, tones.current().rule)

    def paint_inside(
        self, painter: QPainter, rect: QRectF, line: Line | None, index: Index, option: QStyleOptionViewItem
    ) -> None:
        """What the cell says."""
        raise NotImplementedError


class NameCell(_Side):
    """The name of a row, bold where a figure differs or is silent, with ≠ or ? at its end."""

    def paint_inside(
        self, painter: QPainter, rect: QRectF, line: Line | None, index: Index, option: QStyleOptionViewItem
    ) -> None:
        t = tones.current()
        inner = rect.adjusted(steps.scaled(EDGE), 0, -steps.scaled(12), 0)
        if line is None:
            painter.setFont(steps.font("label"))
            painter.setPen(t.text3)
            painter.drawText(inner.adjusted(0, 0, rect.width(), 0), LEFT, index.data(TitleRole))
            return
        marked = line.aspect not in WHO_SAYS_SO and (line.differs or line.open)
        painter.setFont(steps.font("body", 600 if marked else 400))
        painter.setPen(t.text if marked else t.text2)
        painter.drawText(inner, _WRAP, index.data(TitleRole))
        if marked:
            painter.setPen(t.verdict(Verdict.DIFFERS_BY_BASIS).ink if line.differs else t.text2)
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inner, right, "≠" if line.differs else "?")


class ValueCell(_Side):
    """What one figure says: tinted with a bar where it differs, a dashed chip where it says nothing."""

    def paint_inside(
        self, painter: QPainter, rect: QRectF, line: Line | None, index: Index, option: QStyleOptionViewItem
    ) -> None:
        if line is None:
            return
        cell: Cell = index.data(CellRole)
        t, pad = tones.current(), steps.scaled(PAD)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current, focused = bool(option.state & QStyle.StateFlag.State_Selected), option.widget.hasFocus()
        if current and not focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft)
            painter.drawRoundedRect(_around(rect), 6, 6)
        if cell.differs:
            self._paint_difference(painter, rect)
        if not cell.text:
            self._paint_silence(painter, rect, index)
        else:
            inner = rect.adjusted(pad, 0, -pad, 0)
            if cell.by_analyst:
                side = steps.scaled(_PENCIL)
                place = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
                icon("pencil", "accent").paint(painter, place.toRect())
                inner.setLeft(inner.left() + side + steps.scaled(6))
            shared = not (line.differs or line.open) and line.aspect not in (Aspect.QUOTE, *WHO_SAYS_SO)
            painter.setFont(_face(line, cell))
            painter.setPen(t.accent if cell.by_analyst else t.text2 if shared else t.text)
            painter.drawText(inner, _WRAP, cell.text)
        if current and focused:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.accent, 2))
            painter.drawRoundedRect(_around(rect), 6, 6)

    def _paint_difference(self, painter: QPainter, rect: QRectF) -> None:
        hue = tones.current().verdict(Verdict.DIFFERS_BY_BASIS)
        left = rect.left() + steps.scaled(INSET) - BAR
        field = QRectF(left, rect.top() + 2, rect.right() - steps.scaled(EDGE) - left, rect.height() - 5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(hue.tint)
        painter.drawRoundedRect(field, 4, 4)
        painter.fillRect(QRectF(left, field.top(), BAR, field.height()), hue.ink)

    def _paint_silence(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        words, high = str(index.data()), steps.scaled(chips.IN_TABLES)
        place = QRectF(rect.left() + steps.scaled(PAD), rect.center().y() - high / 2, chips.width(words), high)
        chips.paint(painter, place, words, known=False)
