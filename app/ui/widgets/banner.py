"""A sentence across the top of a screen: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words


class Banner(Ground):
    """Shown until it is closed or another sentence takes its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", "bottom", parent=parent)
        self.words = Words("", "body", "text", weight=500, wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(self.tr("Message"))
        close = KeyButton(self.tr("Close"), "x", "quiet")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(12)
        row.addWidget(Sign("warning", "conflict"))
        row.addWidget(self.words, 1)
        row.addWidget(close)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show a sentence."""
        self.words.setText(sentence)
        self.show()
