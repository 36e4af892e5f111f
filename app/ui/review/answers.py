"""What does it measure? Nine answers with their keys; the one given, or suggested by others, is tinted."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from app.services.claims.likeness import answer
from app.services.claims.reviewing import Card
from app.ui.look import tones, type as steps
from app.ui.widgets import key_cap
from app.ui.widgets.line import LEFT

_EDGE, _GAP, _END = 8, 10, 12
"""Pixels before the key of an answer, between it and the words, and after these."""


class Answer(QPushButton):
    """One answer with the key that gives it."""

    follows_focus_ring = True

    def __init__(self, act: QAction) -> None:
        super().__init__(act.text())
        self._act, self._key, self._current, self._suggested = act, "", False, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(act.trigger)
        act.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._key = key_cap.words(self._act.shortcut())
        self.setAccessibleName(", ".join(filter(None, (self._act.text(), self._key))))
        self.updateGeometry()
        self.update()

    def set_state(self, *, current: bool, suggested: bool) -> None:
        """Whether the claim says this now, or earlier decisions suggest it: that is tinted too, in a dashed outline."""
        self._current, self._suggested = current, suggested
        words = self.tr("what the claim says now") if current else self.tr("suggested") if suggested else ""
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 600)).horizontalAdvance(self.text())
        return QSize(round(wide) + key_cap.width(self._key) + _EDGE + _GAP + _END, steps.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tinted = self._current or self._suggested
        pen = QPen(t.accent if tinted else t.rule2, 1)
        if self._suggested:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(t.accent_soft if tinted else t.hover if self.underMouse() else t.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        tall = steps.scaled(key_cap.HEIGHT)
        cap = QRectF(_EDGE, (self.height() - tall) / 2, key_cap.width(self._key), tall)
        if self._key:
            key_cap.paint(painter, cap, self._key)
        painter.setFont(steps.font("body", 600 if tinted else 500))
        painter.setPen(t.accent if tinted else t.text)
        left = cap.right() + _GAP
        painter.drawText(QRectF(left, 0, self.width() - left, self.height()), LEFT, self.text())


_COLUMNS = (9, 5, 3)
"""How many stand beside each other where one, two or three rows are taken."""


class Answers(QWidget):
    """The nine, in three rows; in a low window in as few as there is width for."""

    def __init__(self, acts: Mapping[int, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.buttons: dict[int, Answer] = {}
        self._low, self._columns = False, 0
        for key, act in acts.items():
            self.buttons[key] = Answer(act)
        self._lay_out()

    def set_low(self, low: bool) -> None:
        """Stand closer in a low window."""
        self._low = low
        self._grid.setVerticalSpacing(4 if low else 8)
        self.updateGeometry()  # a grid keeps its own spacing to itself
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        columns = next((many for many in _COLUMNS if self._low and self._wide(many) <= self.width()), _COLUMNS[-1])
        if columns == self._columns:
            return
        self._columns = columns
        for at, button in enumerate(self.buttons.values()):
            self._grid.addWidget(button, at // columns, at % columns)
        for at in range(len(self.buttons)):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _wide(self, columns: int) -> int:
        """The width in pixels that so many columns need."""
        wide = [button.sizeHint().width() for button in self.buttons.values()]
        return sum(max(wide[at::columns]) for at in range(columns)) + (columns - 1) * self._grid.horizontalSpacing()

    def minimumSizeHint(self) -> QSize:
        # What stands beside each other now must not keep the card from becoming narrower.
        return QSize(self._wide(_COLUMNS[-1]), super().minimumSizeHint().height())

    def show_card(self, card: Card) -> None:
        """Tint the answer that the claim gives, or else the one that earlier decisions suggest."""
        current = answer(card.line.record.claim)
        suggested = card.suggested.key if card.suggested else None
        for key, button in self.buttons.items():
            button.set_state(current=key == current, suggested=key == suggested)
