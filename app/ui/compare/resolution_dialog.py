"""The dialog in which a topic is settled: the figure, the reason, the questions, and what held before."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.resolution import Question, Resolution
from app.services.topics.comparing import Comparison
from app.ui.compare.tick_list import TickList, is_ticked
from app.ui.look import dates, type as steps
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog_page import DialogPage, Sheet
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words


class ResolutionDialog(QDialog):
    """Ask it, once accepted, for `claim_id`, `because`, `author`, `ticked` and `own_questions`.

    It offers what is settled already, else the reference: the row in hand is only where one was reading.
    """

    def __init__(
        self,
        comparison: Comparison,
        history: Sequence[Resolution],
        questions: Sequence[Question],
        author: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settle {topic}").format(topic=comparison.topic.name))
        held = next((one for one in history[:1] if one.settles), None)
        self._questions = list(questions)
        self._figures = Choice(self.tr("We use"))
        self._figures.addItem(self.tr("none of these"), None)
        for row in comparison.rows:
            self._figures.addItem(f"{row.figure}, {row.speaker}", row.line.record.claim_id)
        reference = comparison.pinned.claim_id if comparison.pinned else None
        claimed = held.claim_id if held else reference
        chosen = next((at for at, row in enumerate(comparison.rows, 1) if claimed in row.claim_ids), 0)
        self._figures.setCurrentIndex(chosen)
        self._because = QPlainTextEdit(held.because if held else "")
        self._because.setTabChangesFocus(True)
        self._because.setFixedHeight(steps.scaled(72))
        self._author = QLineEdit(held.author if held else author)
        self._list = TickList()
        for question in self._questions:
            self._list.add(question.words, "", ticked=question.done)
        self._list.setFixedHeight(steps.scaled(136))
        self._ask = QLineEdit()
        self._ask.setPlaceholderText(self.tr("A question of your own, then Enter"))
        self._ask.returnPressed.connect(self._asked)
        self._refusal = Refusal()
        for changed in (self._because.textChanged, self._figures.currentIndexChanged):
            changed.connect(self._refusal.hide)
        self._build(history[1:] if held else history)
        self._figures.setFocus()

    def _build(self, earlier: Sequence[Resolution]) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, steps.scaled(16))
        whole.setSpacing(0)
        page = Sheet()
        column = QVBoxLayout(page)
        edge = steps.scaled(24)
        column.setContentsMargins(edge, edge, edge, steps.scaled(16))
        column.setSpacing(steps.scaled(4))
        asked = Panel(border="ctl", radius=6)
        inside = QVBoxLayout(asked)
        inside.setContentsMargins(6, 4, 2, 4)
        inside.addWidget(self._list)
        for name, part, shown in (
            (self.tr("We use"), self._figures, self._figures),
            (self.tr("Because"), self._because, self._because),
            (self.tr("Questions; tick what is answered"), self._list, asked),
            (self._ask.placeholderText(), self._ask, self._ask),
            (self.tr("Settled by"), self._author, self._author),
        ):
            part.setAccessibleName(name)
            if part is not self._ask:
                label = Words(name, "label", "text2")
                label.setBuddy(part)
                column.addWidget(label)
            column.addWidget(shown)
            column.addSpacing(steps.scaled(8))
        if said := "\n".join(self._summary(one) for one in earlier[:3]):
            column.addSpacing(steps.scaled(12))
            column.addWidget(Words(self.tr("Before"), "label", "text2"))
            column.addWidget(Words(said, "small", "text2", wrap=True))
        column.addStretch(1)
        whole.addWidget(DialogPage(page), 1)
        whole.addWidget(Rule())  # where there is little room, what is asked for goes on below it
        whole.addSpacing(steps.scaled(12))
        self._refusal.setContentsMargins(edge, 0, edge, steps.scaled(12))
        whole.addWidget(self._refusal)
        keep = KeyButton(self.tr("Keep"), None, "primary")
        keep.setDefault(True)
        keep.print_key("Ctrl+Enter")
        keep.setShortcut("Ctrl+Return")
        keep.clicked.connect(self.accept)
        foot = dialog_foot.foot(self, keep)
        foot.setContentsMargins(edge, 0, edge, 0)
        whole.addLayout(foot)
        dialog_page.size(self, 560)

    def _summary(self, one: Resolution) -> str:
        signed = ", ".join(filter(None, (one.author, dates.day(one.at))))
        if not one.settles:
            return self.tr("opened again ({signed})").format(signed=signed)
        return f"{one.figure or self.tr('none of these')}: {one.because} ({signed})"

    def _asked(self) -> None:
        if words := " ".join(self._ask.text().split()):
            self._list.add(words, "", ticked=False)
            self._ask.clear()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be kept, and go where that is mended: a figure lacks its reason."""
        self._refusal.refuse(sentence)
        self._because.setFocus()

    # What the person said

    def claim_id(self) -> str | None:
        """The chosen figure's claim, None for none of them."""
        chosen: str | None = self._figures.currentData()
        return chosen

    def because(self) -> str:
        """The reason."""
        return self._because.toPlainText()

    def author(self) -> str:
        """Who settles it."""
        return self._author.text()

    def ticked(self) -> list[tuple[Question, bool]]:
        """The questions whose tick was set or taken away, and how it is now."""
        states = [is_ticked(item) for item in self._list.lines()[: len(self._questions)]]
        return [(one, done) for one, done in zip(self._questions, states, strict=True) if done != one.done]

    def own_questions(self) -> list[str]:
        """The questions that were typed."""
        typed = [item.text() for item in self._list.lines()[len(self._questions) :]]
        left = " ".join(self._ask.text().split())
        return [*typed, *([left] if left else [])]
