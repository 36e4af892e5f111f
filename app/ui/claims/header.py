"""The heads of the grid: a click sorts by a column, an arrow shows which way."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from app.services.claims.grid_columns import LARGEST_FIRST, NUMBERS, Column
from app.ui.claims.model import ClaimsModel
from app.ui.look import tones, type as steps

HEIGHT = 36
PAD = 6
ARROW = 12


class GridHeader(QHeaderView):
    """Words over the columns, over the numbers at their right."""

    sort_asked = Signal(int, bool)
    """A column, and whether the largest or latest shall stand first."""

    def __init__(self, model: ClaimsModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setHighlightSections(False)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setAccessibleName(self.tr("Columns"))
        self.setFixedHeight(steps.scaled(HEIGHT))
        self.setMinimumSectionSize(0)
        self.sectionClicked.connect(self._clicked)

    def _clicked(self, section: int) -> None:
        column = Column(section)
        now, descending = self._model.sorted_by
        self.sort_asked.emit(section, not descending if now is column else column in LARGEST_FIRST)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t, column = tones.current(), Column(section)
        now, descending = self._model.sorted_by
        painter.save()
        painter.fillRect(rect, t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.rule2)
        face = steps.font("label")
        painter.setFont(face)
        painter.setPen(t.text if column is now else t.text3)
        metrics = QFontMetricsF(face)
        least = steps.scaled(2 * PAD) + (steps.scaled(ARROW) if column is now else 0)
        whole = self._model.words.title(column)
        words = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, max(rect.width() - least, 0))
        left = float(steps.scaled(PAD + (7 if column is Column.FIGURE else 0)))
        wide = metrics.horizontalAdvance(words)
        if column in NUMBERS:
            left = rect.width() - steps.scaled(PAD) - wide
        room = QRectF(rect.left() + left, rect.top(), wide + 1, rect.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        if column is now:
            side = steps.scaled(ARROW)
            after = room.right() + 3 if column not in NUMBERS else room.left() - 4 - side
            _paint_arrow(painter, QPointF(after + side / 2, rect.center().y() + 1), descending=descending)
        painter.restore()


def _paint_arrow(painter: QPainter, centre: QPointF, *, descending: bool) -> None:
    way = 1 if descending else -1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tones.current().text2, 1.25, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    tip = centre + QPointF(0, 4 * way)
    painter.drawLine(centre - QPointF(0, 4 * way), tip)
    painter.drawPolyline([tip + QPointF(-3, -3 * way), tip, tip + QPointF(3, -3 * way)])
