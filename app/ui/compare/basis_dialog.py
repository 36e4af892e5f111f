"""Asks for the basis of a figure of the comparison: what it measures, over which time, in whose prices."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.claims.editing import Edit, UnfitError
from app.services.desk import Desk
from app.services.topics.comparing import Row
from app.ui.claim_fields import BASIS, Fields
from app.ui.compare import reach
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.dialog_page import DialogPage, Sheet
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

WIDTH = 560


class BasisDialog(QDialog):
    """Stays open, and says why at the field, as long as what it holds cannot be taken."""

    def __init__(self, row: Row, fields: Fields, take: Callable[[Edit], object], parent: QWidget) -> None:
        """`take` is handed what was changed in the filled `fields`; an `UnfitError` that it raises is shown."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit the basis"))
        self._take, self.fields = take, fields
        content = Sheet()
        column = QVBoxLayout(content)
        column.setContentsMargins(*(steps.scaled(one) for one in (24, 24, 24, 16)))
        column.setSpacing(8)
        column.addWidget(Words(row.figure, "title", wrap=True))
        column.addWidget(Words(f"“{row.line.excerpt}”", "evidence", "text2", wrap=True))
        if len(row.claim_ids) > 1:
            whole = self.tr("This figure is printed by {0}; what you change holds for all of them.")
            column.addWidget(Words(whole.format(reach.prints(row)), "small", "text2", wrap=True))
        column.addSpacing(8)
        column.addWidget(fields)
        column.addStretch(1)
        save = KeyButton(self.tr("Save"), "check", "primary")
        save.print_key("Enter")
        save.setDefault(True)
        save.clicked.connect(self.accept)
        fields.kept.connect(self.accept)
        fields.left.connect(self.reject)
        whole_page = QVBoxLayout(self)
        whole_page.setContentsMargins(0, 0, 0, 0)
        whole_page.addWidget(DialogPage(content), 1)
        foot = dialog_foot.foot(self, save)
        foot.setContentsMargins(*(steps.scaled(one) for one in (24, 0, 24, 16)))
        whole_page.addLayout(foot)
        dialog_page.size(self, WIDTH)

    def accept(self) -> None:
        """Hand on what was changed, and close if it was taken."""
        try:
            self._take(self.fields.edit())
        except UnfitError as unfit:
            self.fields.refuse(unfit)
            return
        super().accept()


def edit_basis(desk: Desk, row: Row, parent: QWidget) -> Changes | None:
    """Ask for the basis of every claim of a row and keep it as one act; None where nothing was to be changed."""
    kept: list[Changes] = []

    def take(edit: Edit) -> None:
        if edit != Edit():
            kept.append(desk.editing.save_all(row.claim_ids, edit))

    fields = Fields(BASIS)
    fields.show_card(desk.reviewing.card(row.claim_id), (), ())
    dialog = BasisDialog(row, fields, take, parent)
    dialog.exec()
    dialog.deleteLater()
    return kept[0] if kept else None
