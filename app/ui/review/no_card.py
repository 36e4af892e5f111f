"""What the review shows while there is no card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton


class NoCard(QStackedWidget):
    """No article is there yet, nothing waits, or what waits is still being read."""

    go = Signal(str, str)
    """Another screen, as a `Screen` asks for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nothing = self._leading(
            self.tr("Nothing to review yet"),
            self.tr("Every figure of every article waits here for your decision."),
            KeyButton(self.tr("Bring in articles"), "file-plus", "primary", height=40),
            "library",
        )
        self.done = self._leading(
            self.tr("Nothing waits"),
            self.tr("Every claim is decided. New articles bring new ones."),
            KeyButton(self.tr("Compare the figures"), "compare", "primary", height=40),
            "compare",
        )
        self.wait = EmptyState(self.tr("Reading what waits…"), drawing=False)
        for one in (self.nothing, self.done, self.wait):
            self.addWidget(one)

    def _leading(self, words: str, more: str, button: KeyButton, place: str) -> EmptyState:
        button.clicked.connect(lambda: self.go.emit(place, ""))
        return EmptyState(words, button, more=more)

    def take_keyboard(self) -> None:
        """Give it to the one button that leads on."""
        page = self.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus()
