"""An import that a crash or the closing of the project interrupted, and the two things that can be done about it."""

from PySide6.QtCore import QObject, Signal

from app.services.articles.importing import ImportRun
from app.services.desk import Desk
from app.ui.screen import MakeAct
from app.ui.widgets.key_button import KeyButton


class ImportOffer(QObject):
    """Offers to go on with what an earlier import left, or to let go of it."""

    taken = Signal()
    refused = Signal()
    """What was left is let go of; there may be another."""

    def __init__(self, make: MakeAct, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._run: ImportRun | None = None
        self.is_open = False
        """Whether something is offered."""
        self._acts = (
            make("resume-import", self.tr("Resume"), ["Shift+P"], self.taken.emit),
            make("discard-import", self.tr("Discard"), ["Shift+Del"], self._refuse),
        )

    def buttons(self) -> tuple[KeyButton, KeyButton]:
        """A button for each of the two, shown while something is offered."""
        resume, discard = self._acts
        self._buttons = KeyButton(resume, None, "primary"), KeyButton(discard, "x")
        return self._buttons

    def look(self, desk: Desk | None) -> ImportRun | None:
        """What was left in this project, if anything was; it is offered then."""
        self._desk, self._run = desk, desk.importing.unfinished() if desk is not None else None
        self.is_open = self._run is not None
        return self._run

    def _refuse(self) -> None:
        if self._desk is not None and self._run is not None and self.is_open:
            self._desk.importing.discard(self._run.run_id)
            self.refused.emit()

    def settle(self) -> None:
        """Bring acts and buttons up to date."""
        for act, button in zip(self._acts, self._buttons, strict=True):
            act.setEnabled(self.is_open)
            button.setVisible(self.is_open)
