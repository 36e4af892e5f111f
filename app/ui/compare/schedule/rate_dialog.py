"""Typing a rate of exchange that no table has."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.services.topics.conversions import MissingRate
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words


class RateDialog(QDialog):
    """Asks for a rate, its day and where it comes from; what is missing is filled in."""

    def __init__(self, missing: MissingRate | None, currency: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Set a rate"))
        self.setMinimumWidth(steps.scaled(440))
        self.source = self._field(self.tr("One unit of"), missing.source if missing else "", "MUR")
        self.target = self._field(self.tr("Is worth so many of"), missing.target if missing else currency or "", "GBP")
        self.rate = self._field(self.tr("Rate"), "", "0.0168")
        day = missing.day.isoformat() if missing and missing.day else ""
        self.day = self._field(self.tr("On the day, and the week after it"), day, self.tr("empty: every day"))
        self.note = self._field(self.tr("Where it comes from"), "", self.tr("Bank of Mauritius, mid rate"))
        self._refusal = Refusal()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(4)
        for pair in ((self.source, self.target), (self.rate, self.day), (self.note,)):
            column.addLayout(_line(*pair))
            column.addSpacing(8)
        words = self.tr("It is shown as yours wherever it converts; what was written stays as it is.")
        column.addWidget(Words(words, "small", "text2", wrap=True))
        column.addWidget(self._refusal)
        column.addSpacing(8)
        column.addLayout(self._make_foot())
        (self.rate if missing else self.source).setFocus()

    def _field(self, name: str, text: str, hint: str) -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        return field

    def _make_foot(self) -> QHBoxLayout:
        self.keep = KeyButton(self.tr("Keep the rate"), kind="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        return dialog_foot.foot(self, self.keep)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be kept."""
        self._refusal.refuse(sentence)


def _line(*fields: QLineEdit) -> QHBoxLayout:
    """Fields side by side under their names."""
    line = QHBoxLayout()
    line.setSpacing(12)
    for field in fields:
        column = QVBoxLayout()
        column.setSpacing(4)
        label = Words(field.accessibleName(), "label", "text2")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        line.addLayout(column, 1)
    return line
