"""The rail on the left: the five screens in the order the work is done, help and settings at its foot."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap
from app.ui.widgets.panel import Ground

WIDE, NARROW = 72, 56
_BOX, _STEP, _ICON, _LOGO = 56, 64, 20, 32
_NARROW_BOX, _NARROW_STEP = (40, 44), 52


class Logo(QWidget):
    """Two figures set side by side: the program's mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(steps.scaled(_LOGO), steps.scaled(_LOGO))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(self.width() / _LOGO, self.height() / _LOGO)
        painter.setBrush(t.accent)
        painter.drawRoundedRect(QRectF(0, 0, _LOGO, _LOGO), 8, 8)
        painter.setBrush(t.on_accent)
        painter.drawRoundedRect(QRectF(6, 9, 14, 5), 2.5, 2.5)
        painter.setBrush(tones.mixed(t.on_accent, t.accent, 0.6))
        painter.drawRoundedRect(QRectF(12, 18, 14, 5), 2.5, 2.5)


class RailButton(QAbstractButton):
    """An icon with its word below; a count stands at its corner."""

    def __init__(self, icon_name: str, act: QAction, *, place: bool = True) -> None:
        super().__init__()
        words = act.text()
        self._icon, self._words, self._place, self._act = icon_name, words, place, act
        self._narrow, self._count = False, 0
        self.setCheckable(place)
        self.setText(words)
        self.setAccessibleName(words)
        act.changed.connect(self._set_tooltip)
        self._set_tooltip()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _set_tooltip(self) -> None:
        key = key_cap.words(self._act.shortcut())
        self.setToolTip(f"{self._words} ({key})" if key else self._words)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the word out."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def set_count(self, count: int, words: str) -> None:
        """Show how many wait; `words` say so to those who cannot see it."""
        self._count = count
        self.setAccessibleName(f"{self._words}, {words}" if count else self._words)
        self.update()

    def sizeHint(self) -> QSize:
        if self._narrow:
            return QSize(steps.scaled(NARROW), steps.scaled(_NARROW_STEP))
        return QSize(steps.scaled(WIDE), steps.scaled(_STEP if self._place else 48))

    def _box(self) -> QRectF:
        wide, tall = map(steps.scaled, _NARROW_BOX if self._narrow else (_BOX, _BOX if self._place else 40))
        return QRectF((self.width() - wide) / 2, (self.height() - tall) / 2, wide, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        here = self.isChecked()
        if here or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft if here else t.hover)
            painter.drawRoundedRect(box, 8, 8)
        if here:
            painter.fillRect(QRectF(0, box.center().y() - 16, 3, 32), t.accent)
        if self.hasFocus():
            painter.setPen(QPen(t.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        role = "accent" if here else "text2" if self.isEnabled() else "text3"
        wordless = self._narrow or not self._place
        side = steps.scaled(_ICON)
        top = box.center().y() - side / 2 if wordless else box.top() + steps.scaled(10)
        icon(self._icon, role).paint(painter, QRectF(box.center().x() - side / 2, top, side, side).toRect())
        if not wordless:
            painter.setFont(steps.font("label", 600 if here else 500))
            painter.setPen(getattr(t, role))
            below = QRectF(0, box.top() + steps.scaled(32), self.width(), box.height() - steps.scaled(38))
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._words)
        if self._count:
            self._paint_count(painter, box, t)

    def _paint_count(self, painter: QPainter, box: QRectF, t: tones.Tones) -> None:
        text = str(self._count) if self._count < 1000 else "999+"
        face = steps.font("label", 600)
        painter.setFont(face)
        wide, tall = max(QFontMetricsF(face).horizontalAdvance(text) + 10, 18), steps.scaled(16)
        corner = QPointF(min(box.right() + 3, self.width() - 2) - wide, box.top() - 2)
        pill = QRectF(corner.x(), max(corner.y(), 0), wide, tall)
        painter.setPen(QPen(t.rail, 1))
        painter.setBrush(t.accent)
        painter.drawRoundedRect(pill, tall / 2, tall / 2)
        painter.setPen(t.on_accent)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class Rail(Ground):
    """Buttons for the screens; `chosen` carries the position of the one that was pressed."""

    chosen = Signal(int)

    def __init__(self, places: list[tuple[str, QAction]], foot: list[tuple[str, QAction]]) -> None:
        super().__init__("rail", "right")
        self._buttons: list[RailButton] = []
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 10)
        column.setSpacing(0)
        column.addWidget(Logo(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        for position, (icon_name, act) in enumerate(places):
            button = RailButton(icon_name, act)
            self._group.addButton(button, position)
            self._buttons.append(button)
            column.addWidget(button)
        column.addStretch(1)
        self._foot = [RailButton(name, act, place=False) for name, act in foot]
        for button, (_, act) in zip(self._foot, foot, strict=True):
            button.clicked.connect(act.trigger)
            column.addWidget(button)
        self._group.idClicked.connect(self.chosen)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, on windows below 1360 pixels."""
        self.setFixedWidth(steps.scaled(NARROW if narrow else WIDE))
        for button in (*self._buttons, *self._foot):
            button.set_narrow(narrow)

    def set_here(self, position: int) -> None:
        """Mark the screen that is shown."""
        self._buttons[position].setChecked(True)

    def set_open(self, is_open: bool) -> None:
        """Without a project only the first screen can be reached."""
        for button in self._buttons[1:]:
            button.setEnabled(is_open)

    def set_count(self, position: int, count: int, words: str) -> None:
        """Show a count on one of the screens."""
        self._buttons[position].set_count(count, words)
