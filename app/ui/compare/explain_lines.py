"""The lines of an explanation: words that can be marked and copied, alone or beside their names."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.verdict import Verdict
from app.ui.compare.strip import beside
from app.ui.look import tones
from app.ui.widgets.verdict_mark import REFERENCE, VerdictMark, spoken
from app.ui.widgets.words import Words


def copied(words: Words) -> Words:
    """Words that can be marked and copied."""
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    words.setAccessibleName(words.plain())
    return words


def titled(title: str, words: Words) -> QVBoxLayout:
    """Words under a name."""
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(Words(title, "label", "text3"))
    column.addWidget(words)
    return column


def whole(words: Words) -> QHBoxLayout:
    """Words that have the line to themselves."""
    line = QHBoxLayout()
    line.addWidget(words)
    return line


def pair(name: str, value: str) -> QHBoxLayout:
    """A name at the left, its value at the right."""
    label = copied(Words(value, "small", weight=600, wrap=True))
    line = beside(Words(name, "small", "text2"), "small", label)
    line.setSpacing(16)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return line


class TintedVerdict(QWidget):
    """The verdict's word and sentence on its tint."""

    def __init__(self, verdict: Verdict | str, word: str, sentence: str) -> None:
        super().__init__()
        self._verdict = verdict
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(12)
        line.addWidget(VerdictMark(verdict, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        self.sentence = copied(Words(spoken(sentence, word), "small", wrap=True))
        words.addWidget(Words(word, "body", "accent" if verdict == REFERENCE else verdict, weight=600))
        words.addWidget(self.sentence)
        line.addLayout(words, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tones.current().verdict(self._verdict).tint)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
