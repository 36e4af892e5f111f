"""The sheet that says how verdicts are reached: what written numbers can mean, and what each reason code means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services import rules
from app.ui.look import type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words


class RulesSheet(QDialog):
    """Two tables to read; nothing in them can be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How verdicts are reached"))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(24, 24, 24, 8)
        inner.setSpacing(16)
        self._add(inner, self.tr("What a written number can mean"), rules.WIDTH_HEADINGS, rules.widths(), (3, 4, 4))
        self._add(inner, self.tr("Reason codes"), rules.REASON_HEADINGS, rules.reasons(), (2, 5))
        inner.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        area.setAccessibleName(self.windowTitle())
        close = KeyButton(self.tr("Close"), "x")
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(Words(self.tr("These widths are judgements. No verdict is a vote."), "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(foot)
        self.resize(steps.scaled(920), steps.scaled(640))

    @staticmethod
    def _add(
        column: QVBoxLayout,
        title: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        stretches: Sequence[int],
    ) -> None:
        column.addWidget(Words(title, "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for at, (heading, stretch) in enumerate(zip(headings, stretches, strict=True)):
            grid.setColumnStretch(at, stretch)
            grid.addWidget(Words(heading, "label", "text3"), 0, at)
        for down, row in enumerate(rows, start=1):
            for at, cell in enumerate(row):
                grid.addWidget(Words(cell, role="text" if at == 0 else "text2", wrap=True), down, at)
        column.addLayout(grid)
