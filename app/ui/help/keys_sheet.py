"""The sheet of all keys."""

import math
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.help.sheet import Sheet
from app.ui.look import type as steps
from app.ui.widgets import key_cap
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.words import Words

MOST = 20
"""Acts in one column; more stand in several of one length, so that a sheet of many acts scrolls less."""
_GAP = 32


class KeysSheet(Sheet):
    """Acts in groups, each with its keys as they are now, or with the words that it has none."""

    def __init__(self, groups: Sequence[tuple[str, Collection[QAction]]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = self.tr("Single letters act only outside text fields. Settings change any key.")
        self.entitle(self.tr("All keys"), note)
        whole = QVBoxLayout(self.inside)
        whole.setContentsMargins(*(steps.scaled(one) for one in (24, 24, 24, 8)))
        whole.setSpacing(steps.scaled(24))
        row, room = QHBoxLayout(), 0
        for title, acts in groups:
            columns = self._columns(title, list(acts))
            widths = [column.sizeHint().width() + steps.scaled(_GAP) for column in columns]
            for nth, column in enumerate(columns):
                if room < (widths[nth] if nth else sum(widths)):  # what has no room beside the last stands below
                    row = QHBoxLayout()
                    row.setSpacing(steps.scaled(_GAP))
                    whole.addLayout(row)
                    room = self.widest() - steps.scaled(2 * 24 - _GAP)
                row.addWidget(column, 0, Qt.AlignmentFlag.AlignTop)
                room -= widths[nth]
        whole.addStretch(1)
        wanted = self.inside.sizeHint()
        self.fit(wanted.width() + steps.scaled(24), wanted.height() + steps.scaled(80))

    def _columns(self, title: str, acts: Sequence[QAction]) -> list[QWidget]:
        tall = math.ceil(len(acts) / math.ceil(len(acts) / MOST)) if acts else 1
        return [self._group("" if at else title, acts[at : at + tall]) for at in range(0, len(acts), tall)]

    def _group(self, title: str, acts: Sequence[QAction]) -> QWidget:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(steps.scaled(8))
        column.addWidget(Words(title, "label", "text3"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(steps.scaled(12))
        grid.setVerticalSpacing(steps.scaled(10))
        for row, act in enumerate(acts):
            grid.setRowMinimumHeight(row, steps.scaled(key_cap.HEIGHT))
            grid.addWidget(Words(act.iconText()), row, 0)
            grid.addLayout(self._caps(act), row, 1)
        column.addLayout(grid)
        return group

    def _caps(self, act: QAction) -> QHBoxLayout:
        caps = QHBoxLayout()
        caps.setSpacing(steps.scaled(4))
        for words in key_cap.of(act):
            caps.addWidget(KeyCap(words))
        if not act.shortcuts():
            caps.addWidget(Words(self.tr("no key"), "small", "text3"))
        caps.addStretch(1)
        return caps
