"""What can be done about a project that is damaged: an earlier copy, or what can still be read of it."""

from typing import ClassVar

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words


class DamageDialog(QDialog):
    """`answer` is what the person chose, empty for nothing."""

    RESTORE: ClassVar = "restore"
    SAVE: ClassVar = "save"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.answer = ""
        self.setWindowTitle(self.tr("A damaged project"))
        said = self.tr(
            "{name} is damaged, and was left as it is. An earlier state of it may be among the backups. Otherwise what "
            "can still be read is saved into a new project beside it, which is then opened."
        )
        self.restore_button = KeyButton(self.tr("Restore a backup…"), "history", "primary")
        self.restore_button.clicked.connect(lambda: self._choose(self.RESTORE))
        self.save_button = KeyButton(self.tr("Save what can be read"))
        self.save_button.clicked.connect(lambda: self._choose(self.SAVE))
        close = KeyButton(self.tr("Close"))
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setSpacing(steps.scaled(12))
        foot.addWidget(self.restore_button)
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(steps.scaled(one) for one in (24, 24, 24, 16)))
        column.setSpacing(steps.scaled(20))
        column.addWidget(Words(said.format(name=name), wrap=True))
        column.addLayout(foot)
        self.setMinimumWidth(steps.scaled(600))

    def _choose(self, answer: str) -> None:
        self.answer = answer
        self.accept()
