"""The lane of a figure: a bar for its interval, a dot for what was printed, an arrow for an open bound."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.domain.interval import Bounds, Interval
from app.services.topics.comparing import Row
from app.ui.compare.axis import Axis
from app.ui.look import tones, type as steps
from app.ui.widgets.line import LEFT, paint_line

BAR = 16
LEAST = 2.4
DOTS = {1: 2.4, 2: 3.4}
MOST = 4.4
GAP = 9
EDGE = 8
ARROW = 32
APART = 36
"""Pixels at 100 % from one tick to the next: what "100m" takes, and air."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is drawn of a figure: its interval, the printed value (None for a range), how sure it stands."""

    reach: Interval
    value: Decimal | None
    origins: int
    denied: bool


class Lane:
    """Draws one row's mark and words into the lane column."""

    def __init__(self, axis: Axis, rect: QRectF) -> None:
        self._axis = axis
        self._rect = rect.adjusted(steps.scaled(EDGE), 0, -steps.scaled(EDGE), 0)

    def x(self, value: float) -> float:
        """Where a value lies, in pixels."""
        return self.at(self._axis.place(value))

    def at(self, share: float) -> float:
        """Where a place of the axis (0 to 1) lies, in pixels."""
        return self._rect.left() + share * self._rect.width()

    def ticks(self) -> list[float]:
        """Values to print over the lane, with a rule below each."""
        return _ticks(self._axis, self._rect.width(), steps.scaled(APART))

    def paint_grid(self, painter: QPainter, ground: QColor) -> None:
        """The rules below the ticks of the axis, and its cuts as gaps in the ground."""
        t = tones.current()
        for value in self.ticks():
            painter.fillRect(QRectF(round(self.x(value)), self._rect.top(), 1, self._rect.height()), t.rule)
        for cut in self._axis.cuts():
            painter.fillRect(QRectF(round(self.at(cut)) - 2, self._rect.top(), 4, self._rect.height()), ground)

    def paint_reference(self, painter: QPainter, halo: tuple[float, float]) -> None:
        """The reference's own interval as a shade over its lane; other lanes are not comparable with it."""
        shade = QColor(tones.current().accent)
        shade.setAlpha(48)
        left, right = self.x(halo[0]), self.x(halo[1])
        painter.fillRect(QRectF(left, self._rect.top(), max(right - left, LEAST), self._rect.height()), shade)

    def paint_mark(self, painter: QPainter, mark: Mark, ink: QColor) -> QRectF:
        """The mark of one row; gives the stretch that it fills, for the words beside it."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        filled = self._bar(painter, mark, ink) if _is_closed(mark.reach.halo) else self._arrow(painter, mark, ink)
        if mark.value is not None:
            filled = filled.united(self._dot(painter, mark, mark.value, ink, within=filled.width()))
        painter.restore()
        return filled

    def _middle(self) -> float:
        return self._rect.center().y()

    def _bar(self, painter: QPainter, mark: Mark, ink: QColor) -> QRectF:
        """Halo and core; a denied figure is an outline in dashes."""
        halo = self._stretch(mark.reach.halo)
        pen = QPen(ink, 1)
        if mark.denied:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        light, dark = QColor(ink), QColor(ink)
        light.setAlpha(0 if mark.denied else 56)
        dark.setAlpha(96)
        painter.setBrush(light)
        outline = halo.adjusted(0.5, 0.5, -0.5, -0.5) if halo.width() > 2 * LEAST else halo
        painter.drawRoundedRect(outline, min(3.0, halo.width() / 2), 3)
        if not mark.denied and _is_closed(mark.reach.core):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(dark)
            painter.drawRect(self._stretch(mark.reach.core).intersected(outline))
        return halo

    def _stretch(self, bounds: Bounds) -> QRectF:
        left, right = self.x(float(bounds.low)), self.x(float(bounds.high))
        if right - left < LEAST:
            left, right = (left + right - LEAST) / 2, (left + right + LEAST) / 2
        tall = steps.scaled(BAR)
        return QRectF(left, self._middle() - tall / 2, right - left, tall)

    def _arrow(self, painter: QPainter, mark: Mark, ink: QColor) -> QRectF:
        """An arrow from a post at the bound, towards the open end."""
        halo = mark.reach.halo
        bound, way = (halo.low, 1) if halo.low.is_finite() else (halo.high, -1)
        at, middle, half = self.x(float(bound)), self._middle(), steps.scaled(BAR) / 2
        tip = min(max(at + way * steps.scaled(ARROW), self._rect.left()), self._rect.right())
        line = QPen(ink, 1.75, Qt.PenStyle.DashLine if mark.denied else Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.fillRect(QRectF(at - 1, middle - half, 2, 2 * half), ink)
        painter.setPen(line)
        painter.drawLine(QPointF(at, middle), QPointF(tip - way * 5, middle))
        painter.setPen(Qt.PenStyle.NoPen if not mark.denied else QPen(ink, 1))
        painter.setBrush(ink if not mark.denied else Qt.BrushStyle.NoBrush)
        head = [QPointF(tip, middle), QPointF(tip - way * 8, middle - 4.5), QPointF(tip - way * 8, middle + 4.5)]
        painter.drawPolygon(QPolygonF(head))
        return QRectF(min(at, tip), middle - half, abs(tip - at), 2 * half)

    def _dot(self, painter: QPainter, mark: Mark, value: Decimal, ink: QColor, *, within: float) -> QRectF:
        """The printed value, larger with more independent origins; hollow where it is denied.

        A ring parts it from its bar, where the bar is wide enough not to be cut in two by it.
        """
        radius = DOTS.get(mark.origins, MOST) * steps.scaled(100) / 100
        centre = QPointF(self.x(float(value)), self._middle())
        t = tones.current()
        ring = QPen(t.surface, 1.4) if within > 2 * radius + 4 else QPen(Qt.PenStyle.NoPen)
        painter.setPen(QPen(ink, 1.2) if mark.denied else ring)
        painter.setBrush(t.surface if mark.denied else ink)
        reach = radius if mark.denied else radius + 0.7
        painter.drawEllipse(centre, reach, reach)
        return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)

    def paint_words(
        self, painter: QPainter, filled: QRectF | None, bold: str, plain: Sequence[str], *, lines: int = 1
    ) -> None:
        """The interval, and in quiet ink what is known of it, beside the mark: on the right if they fit, else left.

        `plain` are the words from the fullest to the shortest: the first that has room on either side is printed,
        or none. Of two `lines` they take one of their own before they come down to the shortest. A number is never cut.
        """
        t = tones.current()
        strong, weak = steps.font("small", 600), steps.font("small")
        gap = steps.scaled(GAP)
        if not bold:
            paint_line(painter, self._rect, next(iter(plain), ""), weak, t.text3)
            return
        first, quiet = QFontMetricsF(strong).horizontalAdvance(bold), QFontMetricsF(weak)
        ways = [(said, False) for said in plain]
        if lines > 1:
            ways = [*(ways[:-1] or ways), *((said, True) for said in plain)]
        for said, below in (*ways, ("", False)):
            wide = quiet.horizontalAdvance(said) if said else 0
            wide = max(first, wide) if below else first + (gap + wide if said else 0)
            left = self._beside(filled, wide, gap)
            if left is not None:
                break
        else:
            left = max(self._rect.right() - first, self._rect.left())
        room = QRectF(left, self._rect.top(), wide + 2, self._rect.height())
        apart = steps.line_height("small") / 2 if below else 0
        painter.setFont(strong)
        painter.setPen(t.text)
        painter.drawText(room.translated(0, -apart), LEFT, bold)
        if said:
            painter.setFont(weak)
            painter.setPen(t.text2)
            painter.drawText(room.translated(0, apart).adjusted(0 if below else first + gap, 0, 0, 0), LEFT, said)

    def _beside(self, filled: QRectF | None, wide: float, gap: float) -> float | None:
        """Where words of this width start, None where there is room on neither side."""
        if filled is None:
            return self._rect.left() if wide <= self._rect.width() else None
        if filled.right() + gap + wide <= self._rect.right():
            return filled.right() + gap
        left = filled.left() - gap - wide
        return left if left >= self._rect.left() else None


@lru_cache(maxsize=8)
def _ticks(axis: Axis, room: float, apart: float) -> list[float]:
    """The ticks of an axis: every row of a frame asks for the same."""
    return axis.ticks(room, apart)


def _is_closed(bounds: Bounds) -> bool:
    return bounds.low.is_finite() and bounds.high.is_finite()


def printed(row: Row) -> Decimal | None:
    """The printed value; a range has none."""
    figure = row.line.record.claim.figure
    if figure.low is None:
        core = row.interval.core if row.interval else None
        return core.low if core is not None and core.low == core.high else None
    return None if figure.is_range else figure.low


def paint_ground(painter: QPainter, rect: QRectF, *, first: bool, last: bool) -> None:
    """The ground of a group's lane: one rounded field over all its rows."""
    t = tones.current()
    field = rect.adjusted(0, 0 if first else -8, 0, 0 if last else 8)
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(field, 6, 6)
    painter.fillPath(path, t.window if t is tones.LIGHT else t.sunken)
    painter.restore()
