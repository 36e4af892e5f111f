"""The sheet that says how verdicts are reached: what written numbers can mean, and what each reason code means."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.services import rules
from app.ui.help.sheet import Sheet
from app.ui.look import type as steps
from app.ui.widgets.panel import Rule
from app.ui.widgets.words import Words


class RulesSheet(Sheet):
    """Two tables to read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        note = self.tr("These widths are judgements. No verdict is a vote.")
        self.entitle(self.tr("How verdicts are reached"), note)
        inner = QVBoxLayout(self.inside)
        inner.setContentsMargins(*(steps.scaled(one) for one in (24, 24, 24, 8)))
        inner.setSpacing(steps.scaled(16))
        self._add(inner, self.tr("What a written number can mean"), rules.WIDTH_HEADINGS, rules.widths(), (3, 4, 4))
        self._add(inner, self.tr("Reason codes"), rules.REASON_HEADINGS, rules.reasons(), (2, 5))
        inner.addStretch(1)
        self.wrap()
        self.fit(steps.scaled(920), steps.scaled(640))

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
        grid.setHorizontalSpacing(steps.scaled(24))
        grid.setVerticalSpacing(steps.scaled(8))
        for at, (heading, stretch) in enumerate(zip(headings, stretches, strict=True)):
            grid.setColumnStretch(at, stretch)
            grid.addWidget(Words(heading, "label", "text3"), 0, at)
        for nth, row in enumerate(rows):
            down = 2 * nth + 1
            grid.addWidget(Rule(), down, 0, 1, len(headings))
            for at, cell in enumerate(row):
                words = Words(cell, role="text" if at == 0 else "text2", wrap=True)
                grid.addWidget(words, down + 1, at, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
