"""A dialog that asks for one line of words."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words


class WordsDialog(QDialog):
    """Stays open, and says why, as long as the words cannot be taken."""

    def __init__(self, title: str, label: str, words: str, take: Callable[[str], object], parent: QWidget) -> None:
        """`take` is handed the words on Enter; a `UserError` that it raises is shown."""
        super().__init__(parent)
        self._take = take
        self.setWindowTitle(title)
        self.setMinimumWidth(steps.scaled(480))
        self.line = QLineEdit(words)
        self.line.setAccessibleName(label)
        self.line.selectAll()
        name = Words(label, "label", "text2")
        name.setBuddy(self.line)
        self._refusal = Refusal()
        self.line.textChanged.connect(self._refusal.hide)
        self.save = KeyButton(self.tr("Save"), "check", "primary")
        self.save.print_key("Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        column.addWidget(name)
        column.addWidget(self.line)
        column.addWidget(self._refusal)
        column.addSpacing(16)
        column.addLayout(dialog_foot.foot(self, self.save))

    def accept(self) -> None:
        """Hand the words on, and close if they were taken."""
        try:
            self._take(self.line.text())
        except UserError as error:
            self._refusal.refuse(str(error))
            return
        super().accept()
