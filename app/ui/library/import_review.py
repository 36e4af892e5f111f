"""What of an import waits to be reviewed: how many claims of each article, and the way to the first of them."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.domain.changes import Changes
from app.domain.claim import State
from app.services.desk import Desk
from app.ui.library.import_files import ImportFiles
from app.ui.screen import MakeAct


class ImportReview(QObject):
    """Tells the files of an import what of them waits, and leads there once the import is over."""

    asked = Signal(str)
    """The id of a claim to be reviewed."""

    def __init__(self, make: MakeAct, files: ImportFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._files = files
        self._came: list[str] = []
        self.act = make("review-imported", self.tr("Review what came in"), ["R"], self._first)
        self.act.setEnabled(False)

    def set_desk(self, desk: Desk | None) -> None:
        """Look into this project."""
        self._desk = desk
        self._came = []

    def came(self, article_id: str) -> None:
        """An article is in the project now; `settle` looks what of it waits."""
        self._came.append(article_id)

    def settle(self) -> None:
        """Look at what came."""
        came, self._came = self._came, []
        self._look(came)

    def refresh(self, changes: Changes) -> None:
        """Look again at what was decided."""
        self._look(self._files.waiting.keys() & changes.articles)

    def allow(self, on: bool) -> None:
        """Whether the way to all of it is open: the import is over."""
        waiting = sum(self._files.waiting.values())
        some = self.tr("Review {count}").format(count=f"{waiting:,}")
        self.act.setText(some if waiting else self.tr("Review what came in"))
        self.act.setEnabled(on and waiting > 0)

    def open(self, article_id: str) -> None:
        """Review the first claim of an article that waits."""
        claims = [] if self._desk is None else self._desk.library.claims(article_id)
        waiting = next((one.claim_id for one in claims if one.state is State.WAITING), None)
        if waiting is not None:
            self.asked.emit(waiting)

    def _look(self, article_ids: Collection[str]) -> None:
        if self._desk is not None and article_ids:
            left = self._desk.library.waiting(list(article_ids))
            self._files.know_waiting({one: left.get(one, 0) for one in article_ids})

    def _first(self) -> None:
        """Review the first of all that waits, in the order of the files."""
        if waiting := [one.article_id for one in self._files.over() if self._files.waiting.get(one.article_id or "")]:
            self.open(waiting[0] or "")
