"""A sentence across the top of a screen: what happened, what is safe, what to do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

Offer = tuple[str, Callable[[], None]]
"""What can be done about it: the words of a button, and what it does."""


class Banner(Ground):
    """Shown until it is closed or another sentence takes its place; one that passes, until something else is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", "bottom", parent=parent)
        self.words = Words("", "body", "text", weight=500, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(self.tr("Message"))
        close = KeyButton(self.tr("Close"), "x", "quiet")
        close.clicked.connect(self.hide)
        self._passing = False
        self.offers: list[KeyButton] = []
        self._offered = QHBoxLayout()
        self._offered.setSpacing(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(Sign("warning", "conflict"))
        row.addWidget(self.words, 1)
        row.addLayout(self._offered)
        row.addWidget(close)
        self.hide()

    def tell(self, sentence: str, offers: Sequence[Offer] = (), *, passing: bool = False) -> None:
        """Show a sentence, with a button for each thing that can be done about it."""
        self._passing = passing
        for button in self.offers:
            button.hide()
            button.deleteLater()
        self.offers = [self._button(words, do) for words, do in offers]
        self.words.setText(sentence)
        self.show()

    def pass_by(self) -> None:
        """Something else was done since: what only said why the act before failed is of no use any more."""
        if self._passing:
            self.hide()

    def _button(self, words: str, do: Callable[[], None]) -> KeyButton:
        button = KeyButton(words)
        button.clicked.connect(lambda: do())
        self._offered.addWidget(button)
        return button
