"""Settling the topic that is compared: the line that says so, and the dialog that changes it."""

from PySide6.QtCore import QObject

from app.domain.errors import UserError
from app.services.desk import Desk
from app.services.topics.comparing import Comparison
from app.ui.compare.resolution import ResolutionLine
from app.ui.compare.resolution_dialog import ResolutionDialog
from app.ui.screen import Screen


class SettlingActs(QObject):
    """The line and the act; the screen says what they changed."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self.settle = screen.act("settle", self.tr("Settle this topic"), ["Shift+R"], self._ask)
        self.line = ResolutionLine(self.settle)

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None) -> None:
        """Say what holds for this comparison's topic, or nothing."""
        self._desk, self._comparison = desk, comparison
        self.settle.setEnabled(comparison is not None)
        if desk is not None and comparison is not None:
            settled = desk.resolving.of(comparison.topic.topic_id)
            self.line.show_resolution(settled, desk.resolving.questions(comparison))
            self.settle.setText(self.tr("Settle this topic") if settled is None else self.tr("Settle it again"))

    def _ask(self) -> None:
        desk, comparison = self._desk, self._comparison
        if desk is None or comparison is None:
            return
        history = desk.resolving.history(comparison.topic.topic_id)
        questions = desk.resolving.questions(comparison)
        dialog = ResolutionDialog(comparison, history, questions, desk.resolving.author(), self._screen)
        while dialog.exec() == ResolutionDialog.DialogCode.Accepted:
            try:
                self.keep(dialog)
                break
            except UserError as error:
                dialog.refuse(str(error))
        dialog.deleteLater()

    def keep(self, dialog: ResolutionDialog) -> None:
        """Keep what the dialog says, as one act."""
        if self._desk is not None and self._comparison is not None:
            changes = self._desk.resolving.settle(
                self._comparison.topic.topic_id,
                dialog.claim_id(),
                dialog.because(),
                author=dialog.author(),
                ticked=dialog.ticked(),
                asked=dialog.own_questions(),
            )
            self._screen.changed.emit(changes)
