"""The figures of one basis drawn: values up the side, time along the foot."""

import datetime
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain import wording
from app.domain.interval import Bounds
from app.services.topics.timeline import Moment
from app.ui.compare.axis import Axis
from app.ui.compare.timeline import marks
from app.ui.compare.timeline.days import DayAxis
from app.ui.compare.timeline.labels import Label, paint_labels
from app.ui.compare.timeline.marks import ARROW, BAR, DIMMED
from app.ui.compare.timeline.model import TimelineModel
from app.ui.compare.timeline.placing import side_by_side
from app.ui.look import tones, type as steps
from app.ui.widgets.line import LEFT

DOT = 4.0
TOP, FOOT, GUTTER, RIGHT = 26, 30, 10, 24
LEAST = 150
"""The least height at 100 %."""
MOST_NAMED, CROWD = 60, 200
"""Figures up to which each is named beside its mark, and has a shape to itself; of more, the current one alone is
named, and the list has the shapes."""


class TimelineChart(QWidget):
    """Draws what the table lists; what is current there is ringed here, and a click here makes it current there."""

    chosen = Signal(int)
    """The position of the figure that a person pointed at."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._current = -1
        self._unit: str | None = None
        self._drawn: list[tuple[int, Moment]] = []
        self._axis = Axis.of([])
        self._days = DayAxis.of([])
        self._layer: QPixmap | None = None
        """All marks but the current one: a thousand of them need not be drawn again for each step."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Figures through time, drawn"))

    def sizeHint(self) -> QSize:
        return QSize(steps.scaled(600), steps.scaled(LEAST))

    def minimumSizeHint(self) -> QSize:
        return QSize(steps.scaled(200), steps.scaled(LEAST))

    def show_moments(self, unit: str | None) -> None:
        """Draw what the model holds, as far as it has a day and a value."""
        self._unit = unit
        moments = list(enumerate(self._model.moments()))
        self._drawn = [(at, one) for at, one in moments if self._day(one) is not None and one.value is not None]
        self._axis = Axis.of(_span(one) for _, one in self._drawn)
        self._days = DayAxis.of([day for _, one in self._drawn for day in self._stretch(one)])
        self._layer = None
        self.set_current(-1)

    def set_current(self, at: int) -> None:
        """Ring this figure, and say it."""
        self._current = at
        moments = self._model.moments()
        self.setAccessibleDescription(self._model.words(moments[at]) if 0 <= at < len(moments) else "")
        self.update()

    def drawn(self) -> list[int]:
        """The positions of the figures that are drawn."""
        return [at for at, _ in self._drawn]

    # Where things lie

    def _day(self, moment: Moment) -> datetime.date | None:
        return moment.day(of_event=self._model.of_event)

    def _stretch(self, moment: Moment) -> tuple[datetime.date, ...]:
        return (moment.event if self._model.of_event else moment.published) or ()

    def _ticks(self) -> list[tuple[float, str]]:
        room = self.height() - steps.scaled(TOP + FOOT)
        values = self._axis.ticks(room, steps.scaled(34))
        return [(value, wording.amount(Decimal(f"{value:.6g}"), self._unit)) for value in values]

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(steps.font("label", 400))
        wide = max((metrics.horizontalAdvance(label) for _, label in self._ticks()), default=0)
        left, top = round(wide) + steps.scaled(GUTTER + 16), steps.scaled(TOP)
        return QRectF(left, top, self.width() - left - steps.scaled(RIGHT), self.height() - top - steps.scaled(FOOT))

    def _x(self, plot: QRectF, moment: Moment) -> float:
        """Where the day of a figure lies, which has one."""
        return plot.left() + self._days.place(self._stretch(moment)[0]) * plot.width()

    def _y(self, plot: QRectF, value: float) -> float:
        return plot.bottom() - self._axis.place(value) * plot.height()

    def _places(self, plot: QRectF) -> dict[int, QPointF]:
        """The centre of each mark, at its day; of those that cover one another two give way by half a mark."""
        found: dict[int, QPointF] = {}
        for at, moment in self._drawn:
            if moment.value is not None:
                found[at] = QPointF(self._x(plot, moment), self._y(plot, float(moment.value)))
        if len(self._drawn) <= CROWD:
            side_by_side(found.values(), steps.scaled(BAR) / 2)
        return found

    # Drawing

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._layer = None
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn:
            return
        plot = self._plot()
        places = self._places(plot)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self._drawn) > CROWD:
            painter.drawPixmap(0, 0, self._crowd(plot, places))
            marked = [(at, moment) for at, moment in self._drawn if at == self._current]
        else:
            self._paint_grid(painter, plot)
            self._paint_steps(painter, places)
            marked = self._drawn
        for at, moment in marked:
            painter.setOpacity(DIMMED if moment.superseded and at != self._current else 1)
            self._paint_moment(painter, plot, moment, places[at])
        painter.setOpacity(1)
        few = len(marked) <= MOST_NAMED
        labels = [self._label(plot, at, places[at], named=few or at == self._current) for at, _ in marked]
        paint_labels(
            painter, labels, QRectF(plot.left(), 0, self.width() - plot.left(), plot.bottom() + steps.scaled(GUTTER))
        )

    def _label(self, plot: QRectF, at: int, place: QPointF, *, named: bool) -> Label:
        moment = self._model.moments()[at]
        return Label(
            words=moment.row.figure if named else "",
            verdict=self._model.verdict(moment),
            place=place,
            day=self._x(plot, moment),
            field=self._field(plot, moment, place),
            current=at == self._current,
            quiet=moment.superseded,
        )

    def _crowd(self, plot: QRectF, places: dict[int, QPointF]) -> QPixmap:
        """The axes and all marks, drawn when they change."""
        sharp = self.devicePixelRatioF()
        if self._layer is None or self._layer.size() != self.size() * sharp:
            self._layer = QPixmap(self.size() * sharp)
            self._layer.setDevicePixelRatio(sharp)
            self._layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._layer)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_grid(painter, plot)
            self._paint_steps(painter, places)
            for at, moment in self._drawn:
                painter.setOpacity(DIMMED if moment.superseded else 1)
                self._paint_moment(painter, plot, moment, places[at])
            painter.end()
        return self._layer

    def _paint_grid(self, painter: QPainter, plot: QRectF) -> None:
        t = tones.current()
        painter.setFont(steps.font("label", 400))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for value, label in self._ticks():
            y = self._y(plot, value)
            painter.fillRect(QRectF(plot.left(), round(y), plot.width() + steps.scaled(RIGHT) / 2, 1), t.rule)
            painter.setPen(t.text3)
            painter.drawText(QRectF(0, y - 10, plot.left() - steps.scaled(GUTTER), 20), right, label)
        for cut in self._axis.cuts():
            y = round(plot.bottom() - cut * plot.height())
            painter.setPen(QPen(t.ctl, 1.25))
            for shift in (-2, 2):
                painter.drawLine(QPointF(plot.left() - 5, y + shift + 3), QPointF(plot.left() + 5, y + shift - 3))
        painter.fillRect(QRectF(plot.left(), round(plot.bottom()), plot.width(), 1), t.rule2)
        metrics = QFontMetricsF(painter.font())
        painter.setPen(t.text3)
        for day, label in self._days.ticks(plot.width(), steps.scaled(74)):
            x = plot.left() + self._days.place(day) * plot.width()
            painter.fillRect(QRectF(round(x), round(plot.bottom()), 1, 5), t.rule2)
            wide = metrics.horizontalAdvance(label)
            painter.drawText(QRectF(x - wide / 2, plot.bottom() + 7, wide + 2, steps.scaled(18)), LEFT, label)

    def _paint_steps(self, painter: QPainter, places: dict[int, QPointF]) -> None:
        """From a figure to the one that took its place in the next version: on in time, then up or down."""
        pen = QPen(tones.current().ctl, 1.5)
        painter.setPen(pen)
        for at, moment in self._drawn:
            after = self._model.position(moment.successor) if moment.successor else None
            if after is not None and after in places:
                one, other = places[at], places[after]
                painter.drawPolyline(QPolygonF([one, QPointF(other.x(), one.y()), other]))

    def _paint_moment(self, painter: QPainter, plot: QRectF, moment: Moment, place: QPointF) -> None:
        t = tones.current()
        denied = moment.row.denied
        ink = t.verdict(self._model.verdict(moment)).ink
        self._paint_event(painter, plot, moment, place, ink)
        interval = moment.interval
        if interval is not None and marks.is_closed(interval.halo):
            marks.paint_bar(painter, place.x(), *self._ends(plot, interval.halo), ink, denied=denied)
            if not denied and marks.is_closed(interval.core):
                marks.paint_core(painter, place.x(), *self._ends(plot, interval.core), ink)
        elif interval is not None:
            bound, up = marks.open_end(interval.halo)
            marks.paint_arrow(painter, place.x(), self._y(plot, bound), ink, up=up, denied=denied)
        hollow = denied or moment.waiting
        radius = steps.scaled(DOT * 10) / 10
        painter.setPen(QPen(ink, 1.6) if hollow else QPen(t.surface, 1.4))
        painter.setBrush(t.surface if hollow else ink)
        painter.drawEllipse(place, radius, radius)

    def _paint_event(self, painter: QPainter, plot: QRectF, moment: Moment, place: QPointF, ink: QColor) -> None:
        """The time that the figure is for, where that is more than a day."""
        days = self._stretch(moment)
        if days[0] != days[-1]:
            end = plot.left() + self._days.place(days[-1]) * plot.width()
            painter.setPen(QPen(ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(place, QPointF(max(end, place.x()), place.y()))

    def _ends(self, plot: QRectF, bounds: Bounds) -> tuple[float, float]:
        return self._y(plot, float(bounds.low)), self._y(plot, float(bounds.high))

    def _field(self, plot: QRectF, moment: Moment, place: QPointF) -> QRectF:
        """What a mark covers: bar or arrow, and dot."""
        half = steps.scaled(BAR) / 2
        ends = [place.y() - steps.scaled(DOT), place.y() + steps.scaled(DOT)]
        if (interval := moment.interval) is not None:
            halo = interval.halo
            ends += [self._y(plot, float(end)) for end in (halo.low, halo.high) if end.is_finite()]
            if not halo.high.is_finite():
                ends.append(min(ends) - steps.scaled(ARROW))
            if not halo.low.is_finite():
                ends.append(max(ends) + steps.scaled(ARROW))
        return QRectF(place.x() - half, min(ends), 2 * half, max(ends) - min(ends))

    # Pointing

    def _at(self, point: QPointF) -> list[int]:
        """The figures whose marks are nearest to a point; of marks that cover each other there are several."""
        plot = self._plot()
        places = self._places(plot)
        found = {
            at: (point - places[at]).manhattanLength()
            for at, moment in self._drawn
            if self._field(plot, moment, places[at]).adjusted(-6, -4, 6, 6).contains(point)
        }
        near = min(found.values(), default=0) + 1
        return [at for at, far in found.items() if far < near]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if found := self._at(event.position()):
            # Of several the next one, so that each can be reached.
            self.chosen.emit(next((at for at in found if at > self._current), found[0]))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            moments, found = self._model.moments(), self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "\n".join(self._model.words(moments[at]) for at in found))
            return True
        return super().event(event)


def _span(moment: Moment) -> tuple[float, float]:
    """Both ends of what is drawn of a figure, finite."""
    ends = [float(moment.value or 0)]
    if moment.interval is not None:
        halo = moment.interval.halo
        ends += [float(end) for end in (halo.low, halo.high) if end.is_finite()]
    return min(ends), max(ends)
