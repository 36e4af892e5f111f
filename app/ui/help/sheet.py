"""A sheet that is only read: it scrolls, has a note at its foot, and closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.dialog_page import room
from app.ui.widgets.words import Words

WIDE, TALL = 1240, 640
"""Pixels at 100 % that a sheet has at most."""


class Sheet(QDialog):
    """`entitle` it and fill `inside`, then `fit`; nothing in it can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.inside = QWidget()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(*(steps.scaled(one) for one in (24, 8, 24, 16)))
        self._note = Words("", "small", "text2")
        foot.addWidget(self._note)
        foot.addStretch(1)
        foot.addWidget(dialog_foot.leaving(self, self.tr("Close")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area, 1)
        column.addLayout(foot)

    def entitle(self, title: str, note: str) -> None:
        """Say what the sheet is, and what there is to know about all of it."""
        self.setWindowTitle(title)
        self._area.setAccessibleName(title)
        self._note.setText(note)

    def fit(self, wide: int, tall: int) -> None:
        """Take this much room, as far as a sheet and the screen have it."""
        self.resize(min(wide, self.widest()), min(tall, steps.scaled(TALL), room(self).height()))

    def widest(self) -> int:
        """The most room across that a sheet takes, and the screen has."""
        return min(steps.scaled(WIDE), room(self).width())

    def wrap(self) -> None:
        """Let what is inside be as wide as the sheet; it then scrolls up and down alone."""
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
