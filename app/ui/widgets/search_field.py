"""The field that narrows what the screen shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QToolButton, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap

_LENS, _EDGE, _GAP = 16, 9, 7
"""Pixels of the lens, and of the room before it and after it."""
_APART = 8
"""Pixels added to a space between words while terms stand on grounds of their own."""
_AROUND = 56
"""Pixels of the lens and of the gaps around the words."""
_REST_MS = 30
"""How long typing rests before the screen is narrowed: what is asked before is given up when more is typed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, in characters, that is a term; a bad one cannot be read."""

    start: int
    end: int
    bad: bool = False


class SearchField(QLineEdit):
    """A line with a lens, the key that reaches it, and a cross that empties it; Escape does so too, and then leaves."""

    searched = Signal(str)
    entered = Signal()
    """Return or Down after words: on to what they found."""
    left = Signal()
    """Escape where there is nothing to empty."""

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = ""
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setFont(steps.font("body"))
        self.setTextMargins(steps.scaled(_LENS + _GAP), 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._clear = QAction(icon("x", "text2"), self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setVisible(False)
        self._marks: Sequence[Mark] = ()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(self._typed)

    def print_key(self, words: str) -> None:
        """Show this key at the end of the field while it is empty."""
        self._key = words
        self.update()

    def show_words(self, words: str) -> None:
        """Show these without `searched`: what they narrow is known already."""
        self.blockSignals(True)
        self.setText(words)
        self.blockSignals(False)
        self._rest.stop()
        self._clear.setVisible(bool(words))

    def enter(self) -> None:
        """Take the keyboard for something new: words are typed over, terms stay and words are typed after them."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._marks:
            self.show_words(self.text().rstrip() + " ")
        else:
            self.selectAll()

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Set stretches of the text on a ground of their own: terms that are more than words."""
        self._marks = marks
        # Room for two grounds between two terms.
        face = self.font()
        face.setWordSpacing(steps.scaled(_APART) if marks else 0)
        self.setFont(face)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(steps.scaled(520), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(steps.scaled(160), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        # Enter and Escape belong to the field while one types, not to the screen's own acts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OWN:
            event.accept()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._leaves(event):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Whether undo and redo are the project's: where nothing was typed, a line would swallow them."""
        asked = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
        return asked and not (self.isUndoAvailable() or self.isRedoAvailable())

    def _typed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._rest.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            self.left.emit()
        elif event.key() in _ON and self.text().strip():
            if self._rest.isActive():
                self._rest.stop()
                self.searched.emit(self.text().strip())
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # A leading action of the field's own would stay as small as it is at a text size of 100 %.
        side = steps.scaled(_LENS)
        place = QRect(steps.scaled(_EDGE), (self.height() - side) // 2, side, side)
        icon("search", "text3").paint(QPainter(self), place)
        if self._marks:
            self._paint_marks(QPainter(self))
        if self._key and not self.text() and self.isEnabled() and self._has_room_for_key():
            wide, tall = key_cap.width(self._key), steps.scaled(key_cap.HEIGHT)
            key_cap.paint(
                QPainter(self), QRectF(self.width() - wide - 8, (self.height() - tall) / 2, wide, tall), self._key
            )

    def _has_room_for_key(self) -> bool:
        """Whether the cap would stand beside what the field asks for, not on it."""
        wide = QFontMetricsF(self.font()).horizontalAdvance(self.placeholderText())
        return wide + key_cap.width(self._key) + _AROUND < self.width()

    def _paint_marks(self, painter: QPainter) -> None:
        """Under the words, which are there already: a tint that only darkens light, or lightens dark, spares them."""
        t, metrics = tones.current(), QFontMetricsF(self.font())
        text = self.text()
        cursor = self.cursorRect()
        start = cursor.center().x() + 1 - metrics.horizontalAdvance(text[: self.cursorPosition()])
        dark = t.text.lightness() > t.raised.lightness()
        modes = QPainter.CompositionMode
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self.rect().adjusted(steps.scaled(30), 2, -steps.scaled(30), -2))
        painter.setCompositionMode(modes.CompositionMode_Lighten if dark else modes.CompositionMode_Darken)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._marks:
            left = start + metrics.horizontalAdvance(text[: mark.start])
            wide = metrics.horizontalAdvance(text[mark.start : mark.end])
            tall = metrics.height() + 4
            painter.setBrush(t.verdict("conflict").tint if mark.bad else t.accent_soft)
            painter.drawRoundedRect(QRectF(left - 4, (self.height() - tall) / 2, wide + 8, tall), 4, 4)


_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_OWN = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
