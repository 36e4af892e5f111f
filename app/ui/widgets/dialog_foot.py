"""The foot of a dialog: the button that leaves it as Escape does, then those that act."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout

from app.ui.widgets.key_button import KeyButton

GAP = 8


def leaving(dialog: QDialog, words: str = "") -> KeyButton:
    """The button that leaves a dialog: it says Cancel, or these words where there is nothing to take back."""
    made = KeyButton(words or QCoreApplication.translate("DialogFoot", "Cancel"))
    made.print_key(QCoreApplication.translate("DialogFoot", "Escape"))
    made.setAutoDefault(False)
    made.clicked.connect(dialog.reject)
    return made


def foot(dialog: QDialog, *acting: KeyButton, leave: KeyButton | None = None) -> QHBoxLayout:
    """The buttons at the right end of a line, the one that leaves first."""
    line = QHBoxLayout()
    line.setSpacing(GAP)
    line.addStretch(1)
    for button in (leave or leaving(dialog), *acting):
        line.addWidget(button)
    return line
