"""The lower edge of the import dock: how many files are not seen, and what can be done about those that failed."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.library.import_head import row
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words


class ImportFoot(QWidget):
    """A count at the left, and at the right to review what came, to retry what failed and to copy why."""

    def __init__(self, review: QAction, retry: QAction, copy: QAction) -> None:
        super().__init__()
        self._review, self._retry, self._copy = review, retry, copy
        self.more = Words("", "small", "text2")
        self._reviewing = KeyButton(review, None, "link")
        self._retrying = KeyButton(retry, None, "link")
        self._copying = KeyButton(copy, None, "link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row(self.more, None, self._reviewing, self._retrying, self._copying, gap=24))

    def show_waiting(self) -> None:
        """Show the way to what waits, where it is open."""
        self._reviewing.setVisible(self._review.isEnabled())

    def show_failed(self, failed: int, *, can_retry: bool) -> None:
        """How many files failed, and whether they can be read again now."""
        some = self.tr("Retry {count} failed").format(count=failed)
        self._retry.setText(some if failed else self.tr("Retry failed"))
        self._retry.setEnabled(failed > 0 and can_retry)
        self._retrying.setVisible(self._retry.isEnabled())
        self._copy.setEnabled(failed > 0)
        self._copying.setVisible(failed > 0)

    def show_hidden(self, hidden: int) -> None:
        """How many files there are below those that are seen."""
        self.more.setText(self.tr("{count} more").format(count=hidden) if hidden > 0 else "")
