"""How the values of the narrowed claims are spread, with two handles that narrow them further."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.figure import Kind
from app.domain.spread import Line, Spread
from app.ui.claims import amounts
from app.ui.look import tones, type as steps

BAR, GAP = 11, 3
"""Pixels of a bar, and between two."""
AXIS, TOP, SIDE = 24, 8, 14
GRIP = 8
"""How near to a handle, in pixels, the mouse takes it."""
_KEYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ALL = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
Ends = tuple[float | None, float | None]


class Histogram(QWidget):
    """Bars along a line. Values inside are those of the line: days stand as years.

    The mouse drags a handle, or a new stretch over the bars; a click takes one bar. Left and Right move the lower
    handle, with Shift the upper one; Home and End let go of an end, Delete of both.
    """

    previewed = Signal(object, object)
    """The ends while a handle is dragged; None is open."""
    brushed = Signal(object, object)
    """The ends when they are let go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spread = Spread()
        self._values: list[tuple[float, int]] = []
        self._line = Line(0.0, 1.0, False)
        self._ends: Ends = (None, None)
        self._held: int | None = None
        self._pressed: float | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Spread of values"))

    def show_spread(self, spread: Spread, ends: Ends) -> None:
        """Draw these values; `ends` are on the line, None for an open one."""
        self._spread, self._ends = spread, ends
        kind = spread.measure.kind if spread.measure else None
        self._values = [(amounts.on_line(kind, value), count) for value, count in spread.values] if kind else []
        self._line = Line.of(self._values, kind) if kind else Line(0.0, 1.0, False)
        self.update()

    def line(self) -> Line:
        """The line that the bars stand on."""
        return self._line

    def ends(self) -> Ends:
        """The handles, None for an open end."""
        return self._ends

    def within(self, ends: Ends) -> int:
        """How many claims stand between two ends."""
        low, high = ends
        # A hair of room: what is typed has fewer digits than what is counted.
        return sum(
            count
            for value, count in self._values
            if (low is None or value >= low * (1 - 1e-9)) and (high is None or value <= self._up_to(high))
        )

    def _up_to(self, high: float) -> float:
        # A year that is an end is meant to its last day.
        return high + 0.999 if self._spread.measure and self._spread.measure.kind == "date" else high * (1 + 1e-9)

    def sizeHint(self) -> QSize:
        return QSize(480, steps.scaled(104))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, steps.scaled(80))

    # Drawing

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(SIDE, TOP, -SIDE, -steps.scaled(AXIS))

    def _count(self) -> int:
        return max(int(self._area().width() // (BAR + GAP)), 1)

    def _x(self, value: float) -> float:
        area = self._area()
        return area.left() + self._line.place(value) * area.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area()
        brushed = self._ends != (None, None)
        left = area.left() if self._ends[0] is None else self._x(self._ends[0])
        right = area.right() if self._ends[1] is None else self._x(self._ends[1])
        if brushed:
            painter.fillRect(
                QRectF(left, area.top(), right - left, area.height()), tones.mixed(t.accent, t.window, 0.09)
            )
        self._paint_bars(painter, t, left, right)
        painter.fillRect(QRectF(area.left(), area.bottom(), area.width(), 1), t.rule2)
        self._paint_ticks(painter, t)
        if self._values:
            for at, x in enumerate((left, right)):
                self._paint_handle(painter, t, x, strong=brushed or self.hasFocus(), held=self._held == at)
        if self.hasFocus():
            painter.setPen(QPen(t.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)

    def _paint_bars(self, painter: QPainter, t: tones.Tones, left: float, right: float) -> None:
        area, count = self._area(), self._count()
        found = self._line.bins(self._values, count)
        most, wide = max(found, default=0), area.width() / count
        painter.setPen(Qt.PenStyle.NoPen)
        for at, claims in enumerate(found):
            if not claims:
                continue
            tall = max(claims / most * (area.height() - 8), 3)
            bar = QRectF(area.left() + at * wide + GAP / 2, area.bottom() - tall, wide - GAP, tall)
            inside = bar.right() > left and bar.left() < right
            painter.setBrush(tones.mixed(t.accent, t.window, 0.85) if inside else t.rule2)
            painter.drawRoundedRect(bar, 1.5, 1.5)

    def _paint_ticks(self, painter: QPainter, t: tones.Tones) -> None:
        measure = self._spread.measure
        if measure is None:
            return
        area, face = self._area(), steps.font("label", 400)
        painter.setFont(face)
        painter.setPen(t.text2)
        metrics = QFontMetricsF(face)
        for value in self._line.ticks(max(int(area.width() // steps.scaled(84)), 2)):
            if measure.kind is Kind.DATE and not math.isclose(value, round(value)):
                continue  # the axis says years, and so does a query
            words, x = amounts.bare(measure, value), self._x(value)
            painter.fillRect(QRectF(x, area.bottom(), 1, 4), t.rule2)
            wide = metrics.horizontalAdvance(words)
            at = min(max(x - wide / 2, 0), self.width() - wide)
            painter.drawText(QRectF(at, area.bottom() + 5, wide + 1, metrics.height()), words)

    def _paint_handle(self, painter: QPainter, t: tones.Tones, x: float, *, strong: bool, held: bool) -> None:
        area = self._area()
        ink = t.accent if strong else t.ctl
        painter.fillRect(QRectF(x - 1, area.top(), 2 if strong else 1, area.height()), ink)
        grip = QRectF(x - 4, area.center().y() - 8, 8, 16)
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(t.accent_soft if held else t.raised)
        painter.drawRoundedRect(grip, 3, 3)
        for by in (-1.25, 1.25):
            painter.drawLine(QPointF(x + by, grip.center().y() - 3), QPointF(x + by, grip.center().y() + 3))

    # Brushing

    def _value(self, x: float) -> float:
        area = self._area()
        place = min(max((x - area.left()) / max(area.width(), 1), 0.0), 1.0)
        return self._rounded(self._line.value(place))

    def _rounded(self, value: float) -> float:
        measure = self._spread.measure
        return amounts.rounded(measure.kind, value, self._line) if measure else value

    def _near(self, x: float) -> int | None:
        """The handle that the mouse would take."""
        area = self._area()
        places = (
            area.left() if self._ends[0] is None else self._x(self._ends[0]),
            area.right() if self._ends[1] is None else self._x(self._ends[1]),
        )
        at = min((0, 1), key=lambda one: abs(places[one] - x))
        return at if abs(places[at] - x) <= GRIP else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or not self._values:
            return
        self._held = self._near(event.position().x())
        self._pressed = event.position().x()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._pressed is None:
            near = self._values and self._near(x) is not None
            self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.ArrowCursor)
            return
        if self._held is not None:
            self._set(self._moved(self._held, self._value(x)))
        elif abs(x - self._pressed) > GRIP / 2:
            low, high = sorted((self._value(self._pressed), self._value(x)))
            self._set(self._open(low, high))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        still = self._held is None and abs(event.position().x() - self._pressed) <= GRIP / 2
        if still:
            self._set(self._bin(self._pressed))
        self._held = self._pressed = None
        self.update()
        self.brushed.emit(*self._ends)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        self._brush((None, None))

    def _bin(self, x: float) -> Ends:
        """The stretch of the bar that stands at a place."""
        area, count = self._area(), self._count()
        at = min(max(int((x - area.left()) / area.width() * count), 0), count - 1)
        return self._open(
            self._rounded(self._line.value(at / count)), self._rounded(self._line.value((at + 1) / count))
        )

    def _moved(self, end: int, value: float) -> Ends:
        low, high = self._ends
        if end == 0:
            return self._open(min(value, self._line.high if high is None else high), high)
        return self._open(low, max(value, self._line.low if low is None else low))

    def _open(self, low: float | None, high: float | None) -> Ends:
        """An end of the line is no end."""
        line = self._line
        return (
            None if low is None or low <= line.low else low,
            None if high is None or high >= line.high else high,
        )

    def _set(self, ends: Ends) -> None:
        self._ends = ends
        self.update()
        self.previewed.emit(*ends)

    def _brush(self, ends: Ends) -> None:
        self._set(ends)
        self.brushed.emit(*ends)

    # Keys

    def event(self, event: QEvent) -> bool:
        # What moves the handles belongs to them while they have the keyboard, not to the screen's own acts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ALL:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not self._values:
            super().keyPressEvent(event)
        elif key in _KEYS:
            self._nudge(int(shift), _KEYS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            low, high = self._ends
            self._brush((None, high) if key == Qt.Key.Key_Home else (low, None))
        elif key in _ALL:
            self._brush((None, None))
        else:
            super().keyPressEvent(event)

    def _nudge(self, end: int, by: int) -> None:
        """Move a handle by one bar."""
        now = self._ends[end]
        place = float(end) if now is None else self._line.place(now)
        value = self._rounded(self._line.value(min(max(place + by / self._count(), 0.0), 1.0)))
        self._brush(self._moved(end, value))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
