"""The strip above figures side by side: the worst verdict of them, and the schedule that joins them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.services.topics.side_by_side import Sides
from app.ui.compare.strip import BAR, COUNTED, INSET, MARK, beside
from app.ui.look import tones, type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.verdict_mark import VerdictMark, spoken, word as word_of
from app.ui.widgets.words import Words


class SideStrip(Panel):
    """Says the worst verdict in a sentence; below it what joins the figures, or what would settle it."""

    def __init__(self, working: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._verdict = Verdict.AGREE
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(22, INSET, 16, INSET)
        self._parts.setSpacing(16)
        line = QHBoxLayout()
        line.setSpacing(16)
        self._parts.addLayout(line, 1)
        self._mark = VerdictMark(self._verdict, MARK)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._word, self._sentence = Words("", "heading"), Words("", "heading", weight=500, wrap=True)
        self._head, self._detail = Words("", "small", weight=600), Words("", "small", "text2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(5)
        words.addStretch(1)
        words.addLayout(beside(self._word, "heading", self._sentence))
        self._joined = beside(self._head, "small", self._detail)
        words.addLayout(self._joined)
        words.addStretch(1)
        line.addLayout(words, 1)
        self._parts.addWidget(KeyButton(working), 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self.setMinimumHeight(steps.scaled(72))

    def show_sides(self, sides: Sides) -> None:
        """Show the gravest verdict of these figures, and what joins them."""
        judged, joined = sides.headline, sides.joined
        self._verdict = judged.verdict
        self._mark.set_verdict(judged.verdict)
        self._word.set_role(judged.verdict)
        self._word.setText(word_of(judged.verdict))
        self._sentence.setText(spoken(judged.sentence, self._word.text()))
        head, detail = (joined.head, joined.detail) if joined else ("", "")
        if joined is None and judged.question:
            head, detail = self.tr("What would settle it"), judged.question
        self._head.setText(head)
        self._detail.setText(detail)
        for part in (self._head, self._detail):
            part.setVisible(bool(detail))
        self.setAccessibleName(self.text())
        self.update()

    def text(self) -> str:
        """Everything that the strip says."""
        parts = (self._word.text(), self._sentence.plain(), self._head.plain(), self._detail.plain())
        return " ".join(filter(None, parts))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands beside the words goes below them where they need the room."""
        super().resizeEvent(event)
        down, beside_ = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = self.width() < steps.scaled(COUNTED)
        for line in (self._parts, self._joined):
            line.setDirection(down if narrow else beside_)
        self._parts.setSpacing(8 if narrow else 16)
        self._joined.setSpacing(0 if narrow else 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = tones.current().verdict(self._verdict).ink
        QPainter(self).fillRect(QRectF(0, INSET, BAR, self.height() - 2 * INSET), ink)
