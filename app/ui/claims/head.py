"""The head of the screen: how many claims of how many, from where; what of the query could not be read."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.listing import ClaimFacets, Sources
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words


class Head(QWidget):
    """Shows counts beside the buttons, and above both the problems of the query."""

    def __init__(self, *buttons: KeyButton) -> None:
        super().__init__()
        self.count = Words("", "title")
        self.rest = ElidedLabel("", steps.font("small"), "text2")
        self._reaches: tuple[str, ...] = ()
        """What the rest can be, the longest first."""
        self.trouble = Refusal("small")
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.count)
        line.addWidget(self.rest, 1)
        right = QHBoxLayout()
        right.setSpacing(8)
        for button in buttons:
            right.addWidget(button)
        line.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 12)
        column.setSpacing(8)
        column.addWidget(self.trouble)
        column.addLayout(line)

    def show_count(self, claims: int) -> None:
        """How many claims are shown."""
        self.count.setText(counted(claims, self.tr("%n claim"), self.tr("%n claims")))

    def show_counting(self) -> None:
        """More claims are shown than were counted so far."""
        self._wait(self.tr("Counting…"))

    def show_sorting(self) -> None:
        """What is shown is what was asked for before: what comes cannot be shown before all of it is in order."""
        self._wait(self.tr("Putting in order…"))

    def _wait(self, words: str) -> None:
        self.count.setText(words)
        self._reaches = ()
        self.rest.setText("")

    def show_reach(self, facets: ClaimFacets, sources: Sources) -> None:
        """Of how many they are, and from how many articles and origins."""
        articles = counted(sources.articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(sources.origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        of = self.tr("of {0}").format(f"{facets.total:,}") if facets.matching != facets.total else ""
        whole = self.tr("{0}, {1}").format(articles, origins)
        self._reaches = (f"{of}   ·   {whole}" if of else whole, of or articles)
        self._fit()

    def _fit(self) -> None:
        """The shorter words stand in before the longer ones are cut."""
        if self._reaches:
            longest, least = self._reaches
            fits = self.rest.fontMetrics().horizontalAdvance(longest) <= self.rest.width()
            self.rest.setText(longest if fits else least, whole="" if fits else longest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_problems(self, sentences: Sequence[str]) -> None:
        """What of the query could not be read; nothing where all could."""
        self.trouble.setText("  ".join(sentences))
        self.trouble.setVisible(bool(sentences))
