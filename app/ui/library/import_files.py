"""The files of an import in their order: failures first, then what is running, then what is done."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.services.articles.importing import FileProgress, FileState
from app.ui.counted import counted
from app.ui.library.import_ranks import FAILED, OVER, RUNNING, RUNS, Ranked

DONE = (FileState.ADDED, FileState.VERSION)
STAGES = (FileState.READING, FileState.EXTRACTING)
"""The stages of a file in their order; how far one is within a stage is not known."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ImportFiles(QAbstractListModel):
    """What is known of each file so far."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Ranked()
        self.waiting: dict[str, int] = {}
        """How many claims of an article wait for a decision, where any do."""
        self._news: list[FileProgress] = []

    def clear(self) -> None:
        """Forget all of them."""
        self.beginResetModel()
        self.shown = Ranked()
        self.waiting = {}
        self._news = []
        self.endResetModel()

    def take(self, file: FileProgress) -> None:
        """Note what happened to a file; `settle` shows it."""
        self._news.append(file)

    def queue(self, positions: Collection[int]) -> None:
        """These are to be read again."""
        for position in positions:
            self.take(replace(self.shown.get(position), state=FileState.QUEUED, reason=""))
        self.settle()

    def drop_running(self) -> None:
        """Nothing is read any more: a file that was begun and did not end was not imported."""
        self.settle()
        self.beginResetModel()
        for file in self.shown.of_rank(RUNS):
            self.shown.drop(file.position)
        self.endResetModel()

    def ended(self) -> int:
        """How many files are over, whatever came of them."""
        return len(self.shown) - self.count(*RUNNING)

    def settle(self) -> None:
        """Show what was noted."""
        self.beginResetModel()
        for file in self._news:
            self.shown.put(file)
        self._news = []
        self.endResetModel()

    def count(self, *states: FileState) -> int:
        """How many files stand in one of these states."""
        return self.shown.tally(*states)

    def failed(self) -> list[FileProgress]:
        """Files that could not be read."""
        return self.shown.of_rank(FAILED)

    def over(self) -> list[FileProgress]:
        """Files that are done, or were there before, by position."""
        return self.shown.of_rank(OVER)

    def know_waiting(self, waiting: Mapping[str, int]) -> None:
        """How many claims wait in these articles now."""
        known = {**self.waiting, **waiting}
        self.waiting = {article_id: count for article_id, count in known.items() if count}
        if rows := len(self.shown):
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def state_words(self, file: FileProgress) -> str:
        """The state as shown."""
        return {
            FileState.QUEUED: self.tr("Queued"),
            FileState.READING: self.tr("Reading"),
            FileState.EXTRACTING: self.tr("Extracting"),
            FileState.ADDED: self.tr("Done"),
            FileState.VERSION: self.tr("Done"),
            FileState.DUPLICATE: self.tr("Duplicate"),
            FileState.FAILED: self.tr("Failed"),
        }[file.state]

    def words(self, file: FileProgress) -> str:
        """What there is to say of it: why it ended so, or what was found and what its reader noted."""
        if file.state in STAGES:
            return self.tr("step {nth} of {all}").format(nth=STAGES.index(file.state) + 1, all=len(STAGES))
        if file.state not in DONE:
            return file.reason
        found = counted(file.claims, self.tr("%n figure found"), self.tr("%n figures found"))
        if waiting := self._waiting(file):
            found = self.tr("{found}, {count} waiting").format(found=found, count=waiting)
        return "; ".join(filter(None, (found, file.reason)))

    def act_words(self, file: FileProgress) -> str:
        """What can be done about it."""
        if file.state is FileState.FAILED:
            return self.tr("Retry")
        if waiting := self._waiting(file):
            return self.tr("Review {count}").format(count=waiting)
        return self.tr("Read") if file.article_id and file.state not in RUNNING else ""

    def _waiting(self, file: FileProgress) -> int:
        return self.waiting.get(file.article_id or "", 0) if file.state in DONE else 0

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return Path(file.path).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (Path(file.path).name, self.state_words(file), self.words(file))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (file.path, self.words(file))))
        return None
