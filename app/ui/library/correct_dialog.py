"""Correct what an article's page said of itself: title, outlet, author, date. The text stays as it was read."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.article import ArticleRecord, Detail
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

Correct = Callable[[str, str], Changes]
"""Field and new value; raises UserError for a value that cannot be."""


class CorrectDialog(QDialog):
    """Four fields with the evidence of each below it. `corrections` holds what was saved, in the order of saving."""

    def __init__(self, record: ArticleRecord, correct: Correct, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the article’s details"))
        self._correct = correct
        self.corrections: list[Changes] = []
        article = record.article
        self._fields: dict[str, tuple[QLineEdit, str]] = {}
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        for field, words, detail in (
            ("title", self.tr("Title"), article.title),
            ("outlet", self.tr("Outlet"), article.outlet),
            ("author", self.tr("Author"), article.author),
            ("published", self.tr("Published"), article.published),
        ):
            self._add(form, field, words, detail)
        self._refusal = Refusal()
        save = KeyButton(self.tr("Save"), "check", "primary")
        save.print_key("Enter")
        save.setDefault(True)
        save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addWidget(self._refusal)
        column.addLayout(dialog_foot.foot(self, save))
        self.setMinimumWidth(steps.scaled(520))

    def _add(self, form: QFormLayout, field: str, words: str, detail: Detail | None) -> None:
        edit = QLineEdit(detail.value if detail else "")
        edit.setAccessibleName(words)
        if field == "published":
            edit.setPlaceholderText(self.tr("2025-05-23"))
        self._fields[field] = (edit, edit.text())
        evidence = self.tr("From: {evidence}").format(evidence=detail.evidence) if detail else self.tr("Not known")
        form.addRow(Words(words, "body", "text2"), edit)
        below = Words(evidence, "small", "text3")
        below.setContentsMargins(0, 0, 0, 10)
        form.addRow("", below)

    def field(self, name: str) -> QLineEdit:
        """The line of "title", "outlet", "author" or "published"."""
        return self._fields[name][0]

    def _save(self) -> None:
        for name, (edit, before) in self._fields.items():
            value = edit.text().strip()
            if value == before.strip():
                continue
            try:
                self.corrections.append(self._correct(name, value))
            except UserError as error:
                self._refusal.refuse(str(error))
                edit.setFocus()
                edit.selectAll()
                return
            self._fields[name] = (edit, value)
        self.accept()
