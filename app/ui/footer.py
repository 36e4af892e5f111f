"""The line of keys along the foot of the window."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.screen import FooterKey
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.panel import Ground
from app.ui.widgets.words import Words

HEIGHT = 36


class Footer(Ground):
    """Keys of the current screen as caps, each with what it does, and a note at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "top", parent=parent)
        self.setFixedHeight(steps.scaled(HEIGHT))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 1, 24, 0)
        self._row.setSpacing(0)

    def show_keys(self, keys: list[FooterKey], note: str = "") -> None:
        """Replace what is shown."""
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in keys:
            for cap in entry.caps():
                self._row.addWidget(KeyCap(cap))
                self._row.addSpacing(6)
            self._row.addSpacing(3)
            self._row.addWidget(Words(entry.words, "small", "text2"))
            self._row.addSpacing(22)
        self._row.addStretch(1)
        if note:
            self._row.addWidget(Words(note, "small", "text", weight=600))
