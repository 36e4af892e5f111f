"""The line below the verdict: what was settled, which figures are one payment stream, how many questions are open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.resolution import Question, Resolution
from app.services.topics.comparing import Row
from app.ui.counted import counted
from app.ui.look import dates, type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words


class ResolutionLine(QWidget):
    """One quiet line with the button that opens the dialog, and one for the stream."""

    asked = Signal()

    def __init__(self, act: QAction) -> None:
        super().__init__()
        self.is_settled = False
        self._settled = Words("", "small", "text", weight=600)
        self.words = ElidedLabel("", steps.font("small"), "text2")
        self.stream = Words("", "small", "text2", wrap=True)
        self.questions = Words("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps.scaled(6), 0, 0)
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(steps.scaled(8))
        column.addLayout(line)
        column.addWidget(self.stream)
        line.addWidget(self._settled)
        line.addWidget(self.words, 1)
        line.addStretch(0)  # takes the room where these have no words
        line.addWidget(self.questions)
        line.addSpacing(steps.scaled(8))
        line.addWidget(KeyButton(act, None, "link", height=24))

    def show_stream(self, told: Sequence[tuple[str, Sequence[Row]]]) -> None:
        """Say which figures are one payment stream on bases of these names; fewer than two bases say nothing."""
        named = ((name, dict.fromkeys(row.figure for row in rows)) for name, rows in told)
        bases = " · ".join(f"{name} {', '.join(figures)}" for name, figures in named)
        self.stream.setText(self.tr("One payment stream: {0}").format(bases) if len(told) > 1 else "")
        self.stream.setVisible(len(told) > 1)

    def show_resolution(self, settled: Resolution | None, questions: list[Question]) -> None:
        """Say what holds, in whose words and since when, and how much is open."""
        self.is_settled = settled is not None
        if settled is None:
            self._settled.setText(self.tr("Not settled yet"))
            self.words.setText("")
        else:
            used = self.tr("We use {figure}").format(figure=settled.figure)
            self._settled.setText(used if settled.figure else self.tr("We use none of these"))
            signed = ", ".join(filter(None, (settled.author, dates.day(settled.at))))
            because = self.tr("because {reason}").format(reason=settled.because.rstrip("."))
            self.words.setText(f"{because} ({signed})")
        self.words.setVisible(self.is_settled)
        still = sum(not question.done for question in questions)
        self.questions.setText(counted(still, self.tr("%n open question"), self.tr("%n open questions")))
