"""What the analyst noted of the article that is read: its tags, and the note."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.remark import Remark
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.words import Words


class RemarkLines(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Remark()
        self._tags = QWidget()
        self._flow = Flow(parent=self._tags)
        self.note = Words("", "small", "text", wrap=True)
        self.note.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(6)
        column.addWidget(self._tags)
        column.addWidget(self.note)
        self.hide()

    def show_remark(self, remark: Remark) -> None:
        """Show these tags and this note."""
        if remark.tags != self._shown.tags:
            while (item := self._flow.takeAt(0)) is not None:
                if (chip := item.widget()) is not None:
                    chip.deleteLater()
            for name in remark.tags:
                self._flow.addWidget(Chip(name, by_analyst=True))
        self._shown = remark
        self._tags.setVisible(bool(remark.tags))
        self.note.setText(self.tr("Note: {note}").format(note=remark.note) if remark.note else "")
        self.note.setVisible(bool(remark.note))
        self.setVisible(bool(remark.tags or remark.note))

    def place(self, left: float, wide: float) -> None:
        """Stand over the column of the text."""
        self._column.setContentsMargins(round(left), 2, 0, 8)
        self.setMaximumWidth(round(left + wide))
