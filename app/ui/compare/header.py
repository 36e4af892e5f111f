"""The heads of the matrix; over the lanes stands the axis."""

from decimal import Decimal

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from app.domain import wording
from app.ui.compare.delegates import EDGE, PAD, lane_field
from app.ui.compare.lanes import Lane
from app.ui.compare.model import Column, MatrixModel
from app.ui.look import tones, type as steps
from app.ui.widgets.line import LEFT

HEIGHT = 40


class MatrixHeader(QHeaderView):
    """Words over the columns and round values over the lanes, all in one line."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFixedHeight(steps.scaled(HEIGHT))
        self.setMinimumSectionSize(0)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t = tones.current()
        painter.save()
        painter.fillRect(rect, t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.rule2)
        painter.setFont(steps.font("label"))
        painter.setPen(t.text3)
        if section == Column.LANE:
            self._paint_axis(painter, QRectF(rect))
        else:
            words = str(self._model.headerData(section, Qt.Orientation.Horizontal))
            left = steps.scaled(EDGE if section == Column.BASIS else PAD)
            painter.drawText(rect.adjusted(left, 0, 0, 0), int(LEFT), words)
        painter.restore()

    def _paint_axis(self, painter: QPainter, rect: QRectF) -> None:
        field = lane_field(rect)
        lane = Lane(self._model.axis, field)
        metrics = QFontMetricsF(steps.font("label"))
        unit = self._unit()
        painter.drawText(field.adjusted(steps.scaled(4), 0, 0, 0), LEFT, unit)
        taken = field.left() + (steps.scaled(12) + metrics.horizontalAdvance(unit) if unit else 0)
        for value in lane.ticks():
            words = wording.number(Decimal(f"{value:.6g}"))
            wide = metrics.horizontalAdvance(words)
            left = lane.x(value) - wide / 2
            if left >= taken and left + wide <= rect.right():
                painter.drawText(QRectF(left, rect.top(), wide + 1, rect.height()), LEFT, words)
                taken = left + wide + steps.scaled(4)
        for cut in self._model.axis.cuts():
            self._paint_cut(painter, round(lane.at(cut)), rect.bottom())

    def _paint_cut(self, painter: QPainter, at: int, foot: float) -> None:
        """Two strokes that part the rule below the heads, which ends clear of them."""
        t = tones.current()
        tall, apart, lean = steps.scaled(9), steps.scaled(4), steps.scaled(3)
        clear = apart + lean
        painter.fillRect(QRectF(at - clear, foot - 1, 2 * clear, 1), t.surface)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.text2, 1.25))
        for middle in (at - apart / 2, at + apart / 2):
            painter.drawLine(QPointF(middle - lean / 2, foot - 1), QPointF(middle + lean / 2, foot - 1 - tall))
        painter.restore()

    def _unit(self) -> str:
        """What the numbers of the axis count, where it can be said in a sign."""
        unit = self._model.unit() or ""
        if unit == "percent":
            return "%"
        return wording.CURRENCY_SIGNS.get(unit, unit if unit.isupper() else "")
