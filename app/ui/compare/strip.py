"""The verdict of the whole topic in a sentence, what would settle it, and how many rows have which verdict."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.services.topics.comparing import Comparison
from app.ui.look import tones, type as steps
from app.ui.widgets import key_cap
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.verdict_mark import VerdictMark, spoken, word as word_of
from app.ui.widgets.words import Words

MARK = 26
BAR = 4
INSET = 12
COUNTED = 760
"""The least width with room for the counts beside the sentence, in pixels at 100 %."""


class _Counts(QWidget):
    """How many rows have which verdict: two lines of them behind a thin line, or one line of marks and numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._flat = False
        self._cells: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setVerticalSpacing(4)

    def show_counts(self, counts: tuple[tuple[Verdict, int], ...]) -> None:
        for cell in self._cells:
            cell.hide()
            cell.deleteLater()
        self._cells = [self._one(verdict, count) for verdict, count in counts]
        self._lay_out()

    def set_flat(self, flat: bool) -> None:
        """Leave the words to the tooltips, where all have to stand in one line."""
        if flat != self._flat:
            self._flat = flat
            self._lay_out()

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(*((0, 0, 0, 0) if self._flat else (18, 2, 4, 2)))
        self._grid.setHorizontalSpacing(24)
        # Two lines are filled line by line, so that the one to find stands first.
        wide = len(self._cells) if self._flat else (len(self._cells) + 1) // 2
        for at in range(self._grid.columnCount()):
            self._grid.setColumnStretch(at, 0)
        self._grid.setColumnStretch(len(self._cells), 1 if self._flat else 0)
        for at, cell in enumerate(self._cells):
            self._grid.addWidget(cell, at // wide, at % wide)
            cell.findChildren(Words)[-1].setVisible(not self._flat)
        self.update()

    def _one(self, verdict: Verdict, count: int) -> QWidget:
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        word = word_of(verdict).lower()
        cell.setToolTip(f"{count:,} {word}")
        line.addWidget(VerdictMark(verdict))
        line.addWidget(Words(f"{count:,}", "body", weight=600))
        line.addWidget(Words(word, "small", "text2"))
        line.addStretch(1)
        return cell

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._flat:
            QPainter(self).fillRect(QRectF(0, 0, 1, self.height()), tones.current().rule)


class VerdictStrip(Panel):
    """The one loud thing of the screen; pressed, it leads to the row of which it speaks."""

    asked = Signal()
    """A person wants to see that row."""

    def __init__(self, worst: QAction, add: QAction, parent: QWidget | None = None) -> None:
        """`worst` is the act that leads there too, `add` brings figures where there are too few to compare."""
        super().__init__(parent=parent)
        self._worst = worst
        worst.changed.connect(self._set_tooltip)
        self._tallies = ""
        self._verdict: Verdict | None = None
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(22, INSET, 16, INSET)
        line = QHBoxLayout()
        line.setSpacing(0)
        self._parts.addLayout(line, 1)
        self._mark = VerdictMark(Verdict.AGREE, MARK)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(16)
        self._word = Words("", "heading")
        self._sentence = Words("", "heading", weight=500, wrap=True)
        self._settles = Words(self.tr("What would settle it"), "small", "text2", weight=600)
        self._settle = Words("", "small", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addStretch(1)
        words.addLayout(beside(self._word, "heading", self._sentence))
        words.addLayout(beside(self._settles, "small", self._settle))
        words.addStretch(1)
        line.addLayout(words, 1)
        self._counts = _Counts()
        self._parts.addWidget(self._counts)
        self.add = KeyButton(add, "plus", "primary")
        line.addWidget(self.add)
        self.setMinimumHeight(steps.scaled(72))

    def show_comparison(self, comparison: Comparison) -> None:
        """Say the worst verdict of a comparison; with nothing to judge, what is missing."""
        headline = comparison.headline
        self._verdict = headline.verdict if headline else None
        for part in (self._mark, self._word):
            part.setVisible(headline is not None)
        self.add.setVisible(headline is None)
        if headline is not None:
            self._mark.set_verdict(headline.verdict)
            self._word.set_role(headline.verdict)
            self._word.setText(word_of(headline.verdict))
            self._sentence.setText(spoken(headline.sentence, self._word.text()))
            self._settle.setText(headline.question or "")
        else:
            self._sentence.setText(self._nothing(comparison))
            self._settle.setText("")
        for part in (self._settles, self._settle):
            part.setVisible(bool(self._settle.plain()))
        shape = Qt.CursorShape.ArrowCursor if headline is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        counts = ", ".join(f"{count:,} {word_of(verdict).lower()}" for verdict, count in comparison.counts)
        self._tallies = counts if headline is not None else ""
        self._set_tooltip()
        self.setAccessibleName(" ".join(filter(None, (self._word.text() if headline else "", self.text()))))
        self.setAccessibleDescription(self._tallies)
        self._counts.show_counts(comparison.counts)
        self._counts.setVisible(bool(comparison.counts))
        self._fit()
        self.update()

    def _set_tooltip(self) -> None:
        self.setToolTip("\n".join((key_cap.tip(self._worst), self._tallies)) if self._tallies else "")

    def text(self) -> str:
        """The sentence, and what would settle it."""
        settle = f"{self._settles.text()}: {self._settle.plain()}" if self._settle.plain() else ""
        return " ".join(filter(None, (self._sentence.plain(), settle)))

    def _nothing(self, comparison: Comparison) -> str:
        if comparison.rows:
            return self.tr("One figure stands alone; add another to compare it with.")
        return self.tr("No figure is filed here yet; add some to compare them.")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._verdict is not None:
            self.asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The counts stand below the sentence where that needs the room."""
        narrow = self.width() < steps.scaled(COUNTED)
        self._counts.set_flat(narrow)
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(8 if narrow else 24)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._verdict is not None:
            ink = tones.current().verdict(self._verdict).ink
            QPainter(self).fillRect(QRectF(0, INSET, BAR, self.height() - 2 * INSET), ink)


def beside(name: Words, step: steps.Step, words: Words) -> QHBoxLayout:
    """A short name and, on the same base line, words of the same step that may go on in further lines."""
    line = QHBoxLayout()
    line.setSpacing(8)
    # Words that wrap have all of their line's height above them.
    name.setContentsMargins(0, steps.line_height(step) - name.fontMetrics().height(), 0, 0)
    for part, stretch in ((name, 0), (words, 1)):
        part.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        line.addWidget(part, stretch)
    return line
