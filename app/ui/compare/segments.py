"""Buttons of which one is chosen, side by side in one field."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.widgets import key_cap

PAD, TALL = 11, 32


class _Segment(QPushButton):
    """One choice; arrows go to its neighbours."""

    follows_focus_ring = True

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 600)).horizontalAdvance(self.text()) + 2 * steps.scaled(PAD)
        return QSize(round(wide + 0.5), steps.scaled(TALL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(t.rule2, 1))
            painter.setBrush(t.raised)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 5, 5)
        painter.setFont(steps.font("body", 600 if self.isChecked() else 500))
        ink = t.text if self.isChecked() or self.underMouse() else t.text2
        painter.setPen(ink if self.isEnabled() else t.text3)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def follow(widget: QWidget, act: QAction) -> None:
    """Let the tooltip say what an act does, and the key that it has now."""
    act.changed.connect(lambda: widget.setToolTip(key_cap.tip(act)))
    widget.setToolTip(key_cap.tip(act))


class Segments(QWidget):
    """A choice among few, each named by a key of its own."""

    chosen = Signal(str)
    """The name of what a person chose."""

    def __init__(self, name: str, choices: Sequence[tuple[str, str | QAction]]) -> None:
        """`choices` are names with words, or with an act whose words and shortcut the button takes up."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._buttons: dict[str, _Segment] = {}
        for key, words in choices:
            button = _Segment(words if isinstance(words, str) else words.text())
            if isinstance(words, QAction):
                follow(button, words)
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._buttons[key] = button
            line.addWidget(button)

    def choose(self, name: str) -> None:
        """Show another choice, without `chosen`."""
        self._buttons[name].setChecked(True)

    def current(self) -> str:
        """The name of what is chosen."""
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def name(self, choice: str, words: str) -> None:
        """Call a choice something else ("3 that differ")."""
        self._buttons[choice].setText(words)
        self._buttons[choice].setAccessibleName(words)
        self._buttons[choice].updateGeometry()

    def set_enabled(self, name: str, *, enabled: bool) -> None:
        """Whether one of the choices can be taken."""
        self._buttons[name].setEnabled(enabled)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.current().sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
