"""What the current figure is of the schedule: reproduced, fitting several readings, or given by none."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.schedule import Match, MatchState, Reading, ReadingKind
from app.domain.verdict import Verdict
from app.ui.compare.schedule import amounts
from app.ui.look import tones
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.verdict_mark import VerdictMark
from app.ui.widgets.words import Words

HUES = {
    MatchState.REPRODUCED: Verdict.AGREE,
    MatchState.AMBIGUOUS: Verdict.COMPATIBLE,
    MatchState.NONE: Verdict.NOT_COMPARABLE,
}
"""A match is no verdict, but it takes the hue and the mark of the verdict that is nearest to it."""


class MatchBox(QWidget):
    """The match in words on its tint, with the readings among which to choose."""

    chosen = Signal(object)
    """The `Reading` that a person chose of several."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = MatchState.NONE
        self._mark = VerdictMark(HUES[self._state], 20)
        self._head = Words("", "body", weight=600, wrap=True)
        self._lines = Words("", "small", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._buttons: list[KeyButton] = []
        self._choices = QVBoxLayout()
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(0)
        for part in (self._head, self._lines):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(self._head)
        words.addWidget(self._lines)
        words.addLayout(self._choices)
        line.addLayout(words, 1)

    def show_match(self, match: Match, figure: str, currency: str) -> None:
        """Say what a figure is of the schedule."""
        self._state = match.state
        self._mark.set_verdict(HUES[match.state])
        self._head.set_role(HUES[match.state])
        head, lines = self._sentences(match, figure, currency)
        self._head.setText(head)
        self._lines.setText(lines)
        self._lines.setVisible(bool(lines))
        self._offer(match.readings if match.state is MatchState.AMBIGUOUS else (), currency)
        self.setAccessibleName(self.text())
        self.update()

    def _offer(self, readings: Sequence[Reading], currency: str) -> None:
        """A button for each reading of several."""
        names = [f"{amounts.reading_name(one) or one.formula}: {amounts.value(one, currency)}" for one in readings]
        if names == [button.text() for button in self.choices()]:
            return
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = []
        for name, one in zip(names, readings, strict=True):
            button = KeyButton(name, None, "link", height=22)
            button.setToolTip(self.tr("Choose this reading; it is kept as the figure’s basis"))
            button.clicked.connect(lambda _=False, one=one: self.chosen.emit(one))
            self._choices.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._buttons.append(button)

    def choices(self) -> list[KeyButton]:
        """The buttons of the readings among which a person can choose."""
        return list(self._buttons)

    def text(self) -> str:
        """The match as it is said."""
        choices = "; ".join(button.text() for button in self.choices())
        return ". ".join(filter(None, (self._head.plain(), self._lines.plain(), choices)))

    def _sentences(self, match: Match, figure: str, currency: str) -> tuple[str, str]:
        if match.state is MatchState.NONE:
            return self.tr("No basis tried reproduces {0}").format(figure), ""
        if match.state is MatchState.AMBIGUOUS:
            return self.tr("Fits {0} readings; choose one or leave it open").format(len(match.readings)), ""
        return self.tr("Reproduced under these assumptions"), self._given(match, currency)

    def _given(self, match: Match, currency: str) -> str:
        one = match.readings[0]
        if one.kind is ReadingKind.PAYMENT:
            return self.tr("It is {0} of the schedule").format(one.formula)
        gives = self.tr("Schedule gives {0}").format(amounts.value(one, currency))
        if one.first_year is not None:
            gives = self.tr("{0}: schedule gives {1}").format(amounts.reading_name(one), amounts.value(one, currency))
        if match.miss is None:
            return gives
        off = f"{abs(match.miss) * 100:.2f} %"
        below = self.tr("{0}, {1} below") if match.miss < 0 else self.tr("{0}, {1} above")
        return gives if not round(match.miss, 4) else below.format(gives, off)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.current().verdict(HUES[self._state]).tint)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
