"""The sheet of all keys."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.sheet import Sheet
from app.ui.widgets import key_cap
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.words import Words

MOST = 26
"""Acts in one column; the next begins beside it, so that a sheet of many acts scrolls less."""


class KeysSheet(Sheet):
    """Acts in groups, each with its keys as they are now, or with the words that it has none."""

    def __init__(self, groups: Sequence[tuple[str, Collection[QAction]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = self.tr("Single letters act only outside text fields. Settings change any key.")
        self.entitle(self.tr("All keys"), note)
        columns = QHBoxLayout(self.inside)
        columns.setContentsMargins(*(steps.scaled(one) for one in (24, 24, 24, 8)))
        columns.setSpacing(steps.scaled(40))
        for title, acts in groups:
            rows = list(acts)
            for at in range(0, len(rows), MOST):
                columns.addLayout(self._group("" if at else title, rows[at : at + MOST]))
        wanted = self.inside.sizeHint()
        self.fit(wanted.width() + steps.scaled(24), wanted.height() + steps.scaled(80))

    def _group(self, title: str, acts: Sequence[QAction]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(steps.scaled(8))
        column.addWidget(Words(title, "label", "text3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(steps.scaled(16))
        grid.setVerticalSpacing(steps.scaled(10))
        for row, act in enumerate(acts):
            grid.addWidget(Words(act.iconText()), row, 0)
            grid.addLayout(self._caps(act), row, 1)
        column.addLayout(grid)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return column

    def _caps(self, act: QAction) -> QHBoxLayout:
        caps = QHBoxLayout()
        caps.setSpacing(steps.scaled(4))
        for words in key_cap.of(act):
            caps.addWidget(KeyCap(words))
        if not act.shortcuts():
            caps.addWidget(Words(self.tr("no key"), "small", "text3"))
        caps.addStretch(1)
        return caps
