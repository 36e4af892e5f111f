"""What the dialogs of lists have in common: words above the list, buttons below it, a rule between."""

from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QVBoxLayout

from app.ui.history.lines import LinesView
from app.ui.look import type as steps
from app.ui.widgets.panel import Rule


def lay_out(dialog: QDialog, head: QBoxLayout, view: LinesView, foot: QBoxLayout) -> None:
    """Fill a dialog with a list, what stands above it, and the line of buttons below."""
    wide, inset = steps.scaled(24), QHBoxLayout()
    head.setContentsMargins(wide, 0, wide, 0)
    inset.setContentsMargins(steps.scaled(16), 0, steps.scaled(16), 0)
    inset.addWidget(view)
    foot.setContentsMargins(wide, steps.scaled(12), wide, 0)
    foot.setSpacing(steps.scaled(12))
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, steps.scaled(20), 0, steps.scaled(16))
    column.setSpacing(steps.scaled(10))
    column.addLayout(head)
    column.addWidget(Rule())
    column.addLayout(inset, 1)
    column.addWidget(Rule())
    column.addLayout(foot)
