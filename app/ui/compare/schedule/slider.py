"""An assumption that can be moved: its name, a track with a tick at the published value, and the value in words."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from app.ui.look import tones, type as steps
from app.ui.widgets.words import Words

KNOB, GROOVE, EDGE, TALL = 7.0, 4.0, 3, 22
NAME, VALUE = 106, 58


class Track(QSlider):
    """A slider drawn like the rest of the pane; arrows, Page keys, Home and End move it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.published = 0
        """The value that was published, marked by a tick."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(steps.scaled(96), steps.scaled(TALL))

    def minimumSizeHint(self) -> QSize:
        return QSize(steps.scaled(64), self.sizeHint().height())

    def x_of(self, value: int) -> float:
        """Where a value lies, in pixels."""
        span = (self.maximum() - self.minimum()) or 1
        return self._left() + (value - self.minimum()) / span * self._room()

    def _left(self) -> float:
        return KNOB + EDGE

    def _room(self) -> float:
        return max(self.width() - 2 * (KNOB + EDGE), 1.0)

    def _go(self, x: float) -> None:
        share = min(max((x - self._left()) / self._room(), 0.0), 1.0)
        self.setValue(self.minimum() + round(share * (self.maximum() - self.minimum())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._go(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling the pane must not move an assumption that happens to lie under the mouse.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, x = self.height() / 2, self.x_of(self.value())
        painter.fillRect(QRectF(round(self.x_of(self.published)) - 1, middle + 4, 2, KNOB + 1), t.text2)
        painter.setPen(Qt.PenStyle.NoPen)
        for left, right, colour in ((EDGE, self.width() - EDGE, t.rule2), (EDGE, x, t.accent)):
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(left, middle - GROOVE / 2, right - left, GROOVE), GROOVE / 2, GROOVE / 2)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(t.accent, 2))
            painter.drawEllipse(QPointF(x, middle), KNOB + 2, KNOB + 2)
        painter.setBrush(t.raised)
        painter.setPen(QPen(t.accent, 2))
        painter.drawEllipse(QPointF(x, middle), KNOB - 1, KNOB - 1)


class Assumption(QWidget):
    """One line: name, track, value."""

    moved = Signal(int)
    """A person moved it to this value."""

    def __init__(self, name: str, low: int, high: int, words: Callable[[int], str], page: int = 10) -> None:
        super().__init__()
        self._words, self._name = words, name
        self.track = Track()
        self.track.setRange(low, high)
        self.track.setSingleStep(1)
        self.track.setPageStep(page)
        self.track.valueChanged.connect(self._move)
        label = Words(name, "small", "text")
        label.setFixedWidth(steps.scaled(NAME))
        self.value = Words("", "small", weight=600)
        self.value.setFixedWidth(steps.scaled(VALUE))
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(label)
        line.addWidget(self.track, 1)
        line.addWidget(self.value)

    def set_value(self, value: int, published: int) -> None:
        """Show a value beside the published one, without `moved`."""
        self.track.blockSignals(True)
        self.track.setRange(min(self.track.minimum(), value, published), max(self.track.maximum(), value, published))
        self.track.published = published
        self.track.setValue(value)
        self.track.blockSignals(False)
        self._show_value(value)
        self.track.update()

    def _move(self, value: int) -> None:
        self._show_value(value)
        self.moved.emit(value)

    def _show_value(self, value: int) -> None:
        words, published = self._words(value), self._words(self.track.published)
        self.value.setText(words)
        self.track.setAccessibleName(f"{self._name}: {words}")
        self.track.setAccessibleDescription(self.tr("published: {0}").format(published))
        self.track.setToolTip(self.tr("{0}; published: {1}").format(words, published))
