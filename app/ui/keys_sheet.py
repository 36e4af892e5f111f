"""The sheet of all keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets import key_cap
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.words import Words


class KeysSheet(QDialog):
    """Acts in groups, each with its keys as they are now; acts without a key are left out."""

    def __init__(self, groups: Sequence[tuple[str, Sequence[QAction]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All keys"))
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 24, 24, 8)
        columns.setSpacing(48)
        for title, acts in groups:
            bound = [act for act in acts if act.shortcuts() and act.text()]
            if bound:
                columns.addLayout(self._group(title, bound))
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setAccessibleName(self.tr("All keys"))
        close = KeyButton(self.tr("Close"), "x")
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(Words(self.tr("Single letters act only outside text fields."), "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(foot)
        wanted = inside.sizeHint()
        self.resize(min(wanted.width() + 24, 1000), min(wanted.height() + 80, 640))

    def _group(self, title: str, acts: Sequence[QAction]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Words(title, "label", "text3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        for row, act in enumerate(acts):
            caps = QHBoxLayout()
            caps.setSpacing(4)
            shown = list(dict.fromkeys(key_cap.words(keys) for keys in act.shortcuts()))
            for words in shown:
                caps.addWidget(KeyCap(words))
            caps.addStretch(1)
            grid.addWidget(Words(act.text().replace("&", "")), row, 0)
            grid.addLayout(caps, row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return column
