"""Merging another project into the open one: looked at beforehand, then done as one act."""

from collections.abc import Callable
from pathlib import Path

from app.domain import stopping, wording
from app.domain.changes import Changes
from app.domain.merging import Choices, Merger, Side
from app.services import disputes
from app.services.articles import versions
from app.store.disputes import AT_ONCE
from app.store.file.borrowing import borrowed
from app.store.project import Project

Progress = Callable[[int, int], None]
"""Told how many rows of the other project were looked at, and how many there are."""
_LATER = Choices()


def _unheard(looked_at: int, rows: int) -> None:
    """Nobody asks how far it is."""


class Merging:
    """Merges into one open project. The other is only read; it may be of an earlier schema, and open elsewhere."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def look(self, path: Path, choices: Choices = _LATER, progress: Progress = _unheard) -> Merger:
        """What merging would bring, and what both say otherwise; nothing is changed."""
        with borrowed(path, self._project.path) as theirs, self._project.reading() as store:
            return store.merging.look(path.name, theirs, choices, progress)

    def merge(self, path: Path, choices: Choices = _LATER, progress: Progress = _unheard) -> tuple[Merger, Changes]:
        """Merge it, all of it or nothing; one undo takes it back. What did not hold is kept in the log.

        `domain.stopping` ends it, and the project is then as it was.
        """
        stopped = stopping.asked()
        with borrowed(path, self._project.path) as theirs, self._project.writing(f"merge {path.name}") as store:
            merger = store.merging.merge(path.name, theirs, choices, progress)
            for article_id in store.merging.unsettled:
                versions.resettle(store, article_id)
            while disputes.measure(store) == AT_ONCE:
                if stopped is not None and stopped():
                    raise stopping.StoppedError
            store.name_act(act_words(merger))
        return merger, store.changes


def act_words(merger: Merger) -> str:
    """The act in the words of the undo menu: what came in, and how many conflicts each side won."""
    parts = [_counted(merger.arrivals[table].new, table) for table in _MAIN]
    parts.append(_counted(sum(one.changed for one in merger.arrivals.values()), "change"))
    for side, words in ((Side.OURS, "conflict kept as here"), (Side.THEIRS, "conflict taken as there")):
        parts.append(_counted(sum(one.taken is side for one in merger.conflicts), words))
    told = ", ".join(part for part in parts if part)
    return f"merge {merger.name}: {told}" if told else f"merge {merger.name}"


_MAIN = ("article", "claim", "topic")


def _counted(number: int, words: str) -> str:
    if number == 0:
        return ""
    noun, _, rest = words.partition(" ")
    return f"{wording.counted(number, noun)} {rest}".rstrip()
