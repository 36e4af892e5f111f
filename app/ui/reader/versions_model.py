"""The figures of two versions of an article, row by row, for the table that compares them."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain import wording
from app.domain.claim import ClaimRecord
from app.domain.version import CARRIED, Fate, Passage
from app.services.articles.versions import Difference

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
FATE, OLD, NEW = range(3)
_BEFORE = 36
"""Characters of a sentence before its figure that stand in one line with it."""


class VersionsModel(QAbstractTableModel):
    """Three columns: what became of a figure, the figure in the older version, the figure in the newer one."""

    def __init__(self) -> None:
        super().__init__()
        self._words = {
            Fate.UNCHANGED: self.tr("Unchanged"),
            Fate.MOVED: self.tr("Moved"),
            Fate.CHANGED: self.tr("Changed"),
            Fate.GONE: self.tr("Gone"),
            Fate.NEW: self.tr("New"),
        }
        self._texts = ("", "")
        self._heads = ("", "", "")
        self.passages: Sequence[Passage] = ()

    def show(self, difference: Difference, *, only_differing: bool) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._texts = difference.old.article.text, difference.new.article.text
        version = self.tr("Version {nth}")
        self._heads = (
            self.tr("Figure"),
            version.format(nth=difference.old.version),
            version.format(nth=difference.new.version),
        )
        self.passages = [one for one in difference.passages if not only_differing or one.fate not in CARRIED]
        self.endResetModel()

    def fate_words(self, passage: Passage) -> str:
        """What became of a figure, in a word or two."""
        if passage.fate is Fate.CHANGED and passage.same_figure:
            return self.tr("Other words")
        return self._words[passage.fate]

    def record(self, index: _Index) -> ClaimRecord | None:
        """The claim of a cell, None where that version has no such figure."""
        passage = self.passages[index.row()]
        return {OLD: passage.old, NEW: passage.new}.get(index.column(), passage.new or passage.old)

    def sentence(self, index: _Index) -> str:
        """The sentence around the figure of a cell, on one line; a long one begins near the figure."""
        record = self.record(index)
        if record is None:
            return ""
        claim, text = record.claim, self._texts[0 if index.column() == OLD else 1]
        before = text[claim.sentence.start : claim.span.start]
        if len(before) > _BEFORE:
            before = "…" + before[-_BEFORE:].partition(" ")[2]
        return " ".join(f"{before}{text[claim.span.start : claim.sentence.end]}".split())

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.passages)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        passage = self.passages[index.row()]
        record = self.record(index)
        if index.column() == FATE:
            words = self.fate_words(passage)
        else:
            words = wording.say(record.claim.figure) if record else self.tr("not there")
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.sentence(index) if index.column() != FATE else words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ": ".join(filter(None, (words, self.sentence(index) if index.column() != FATE else "")))
        return None
