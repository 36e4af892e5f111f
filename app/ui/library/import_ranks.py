"""The files of an import in the order in which they are shown, however many there are."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from typing import overload

from app.services.articles.importing import FileProgress, FileState

RUNNING = (FileState.QUEUED, FileState.READING, FileState.EXTRACTING)
FAILED, RUNS, OVER = range(3)
"""The ranks of files, from the top."""


def _rank(file: FileProgress) -> int:
    return FAILED if file.state is FileState.FAILED else RUNS if file.state in RUNNING else OVER


class Ranked(Sequence[FileProgress]):
    """The files in the order in which they are shown: the newest of each rank first, but failures as they came.

    It is kept in order, since ten thousand files are not to be sorted several times a second.
    """

    def __init__(self) -> None:
        self._files: dict[int, FileProgress] = {}
        self._ranks: tuple[list[int], ...] = ([], [], [])
        self._states: Counter[FileState] = Counter()

    def __len__(self) -> int:
        return len(self._files)

    @overload
    def __getitem__(self, at: int) -> FileProgress: ...
    @overload
    def __getitem__(self, at: slice) -> list[FileProgress]: ...
    def __getitem__(self, at: int | slice) -> FileProgress | list[FileProgress]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        failed, running, over = self._ranks
        if at < len(failed):
            return self._files[failed[at]]
        at -= len(failed)
        if at < len(running):
            return self._files[running[-1 - at]]
        at -= len(running)
        if at >= len(over):
            raise IndexError(at)
        return self._files[over[-1 - at]]

    def put(self, file: FileProgress) -> None:
        """What a file has come to, in the place of what was known of it."""
        self.drop(file.position)
        self._files[file.position] = file
        self._states[file.state] += 1
        insort(self._ranks[_rank(file)], file.position)

    def drop(self, position: int) -> None:
        """Forget a file."""
        if (known := self._files.pop(position, None)) is not None:
            self._states[known.state] -= 1
            rank = self._ranks[_rank(known)]
            del rank[bisect_left(rank, position)]

    def get(self, position: int) -> FileProgress:
        """The file of this position in the import."""
        return self._files[position]

    def of_rank(self, rank: int) -> list[FileProgress]:
        """The files that failed, those that run, or those that are done, by position."""
        return [self._files[position] for position in self._ranks[rank]]

    def tally(self, *states: FileState) -> int:
        """How many files stand in one of these states."""
        return sum(self._states[state] for state in states)
