"""What the project takes where a text leaves a figure open: the order of day and month, the currency, the year."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.conventions import Conventions
from app.domain.errors import UserError
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

Keep = Callable[[Conventions], Changes]
"""Raises UserError for what cannot be."""
_FIELD = 36


class ProjectSettingsDialog(QDialog):
    """Three fields. `kept` are the changes, None until something was saved; `reread` whether to re-read then."""

    def __init__(self, now: Conventions, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Project settings"))
        self._now, self._keep = now, keep
        self.kept: Changes | None = None
        self.reread = False
        self.order = Choice(self.tr("03/04/2025 is"))
        for words, first in (
            (self.tr("3 April, unless the text or its outlet says otherwise"), None),
            (self.tr("day first: 3 April"), False),
            (self.tr("month first: 4 March"), True),
        ):
            self.order.addItem(words, first)
        self.order.setCurrentIndex(self.order.findData(now.month_first))
        self.currency = QLineEdit(now.currency or "")
        self.currency.setAccessibleName(self.tr("“$” and amounts without a currency are in"))
        self.currency.setPlaceholderText(self.tr("as the text says; a code such as USD or AUD"))
        self.start = Choice(self.tr("The fiscal year begins in"))
        self.start.addItem(self.tr("April, unless the text or its outlet says otherwise"), None)
        for month in range(1, 13):
            self.start.addItem(QLocale().standaloneMonthName(month), month)
        self.start.setCurrentIndex(self.start.findData(now.fiscal_start))
        self._refusal = Refusal()
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(4)
        column.addWidget(
            Words(self.tr("Used where neither the words nor the outlet’s country settles it."), "body", "text2")
        )
        for field in (self.order, self.currency, self.start):
            column.addSpacing(12)
            column.addWidget(Words(field.accessibleName(), "label", "text2"))
            field.setMinimumHeight(steps.scaled(_FIELD))
            column.addWidget(field)
        column.addSpacing(8)
        column.addWidget(self._refusal)
        save = KeyButton(self.tr("Save and re-read…"), "check", "primary")
        save.print_key("Enter")
        save.setDefault(True)
        save.clicked.connect(lambda: self._save(reread=True))
        only = KeyButton(self.tr("Save for what comes in"))
        only.setAutoDefault(False)
        only.clicked.connect(lambda: self._save(reread=False))
        column.addSpacing(12)
        column.addLayout(dialog_foot.foot(self, only, save))
        self.setMinimumWidth(steps.scaled(600))

    def wanted(self) -> Conventions:
        """The settings as the fields say them."""
        return Conventions(
            month_first=self.order.currentData(),
            currency=self.currency.text().strip().upper() or None,
            fiscal_start=self.start.currentData(),
        )

    def _save(self, *, reread: bool) -> None:
        try:
            self.kept = self._keep(self.wanted())
        except UserError as error:
            self._refusal.refuse(str(error))
            self.currency.setFocus()
            return
        self.reread = reread and bool(self.kept)
        self.accept()
