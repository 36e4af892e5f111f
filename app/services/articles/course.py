"""The course of an import: few files are read here, many in processes of their own; one after the other is filed."""

import datetime
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Self

from app.domain.changes import Changes
from app.domain.imports import FileState, ImportRun, Outcome, QueuedFile
from app.readers.choose import APART
from app.services.articles import digest
from app.services.articles.digest import Digest, Failure, Source
from app.services.articles.intake import Intake, Taken
from app.services.workers import News, Notice, Workers
from app.store.project import Project

FEW = 8
"""Below so many files no process is started: it takes longer to start than they take to be read."""
LONG = 300_000
"""Bytes: a longer file is read in a process of its own however few there are, so that it can be cancelled at once."""
AT_ONCE = 8
"""Articles that are filed in one transaction; while it lasts, nothing else can be written."""
WAIT_S = 0.5
"""Seconds for which an article that was read waits for others to be filed with."""
_MOST = 4
"""Processes at once; more would wait for the one that files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileProgress:
    """What happened to one file.

    `reason` says why it failed, or of what it is a duplicate or a version, and what its reader noted.
    """

    path: str
    state: FileState
    position: int
    total: int
    reason: str = ""
    article_id: str | None = None
    claims: int = 0
    title: str = ""

    @classmethod
    def of(cls, outcome: Outcome, path: Path, position: int, total: int) -> Self:
        """How a file ended."""
        return cls(
            path=str(path),
            state=outcome.state,
            position=position,
            total=total,
            reason=outcome.reason,
            article_id=outcome.article_id,
            claims=outcome.claims,
            title=outcome.title,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """One go of an import: a line for each file that was finished, and what the project gained.

    `cancelled` says that it stopped before the last file.
    """

    files: tuple[FileProgress, ...]
    changes: Changes
    cancelled: bool = False
    run_id: str = ""

    def count(self, *states: FileState) -> int:
        """How many files ended in one of these states."""
        return sum(file.state in states for file in self.files)


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Who follows an import: hears how far it is, and says whether to stop; asked before each file and while it waits.

    The rest of a cancelled import is dropped, that of one that is left stays in the project.
    """

    progress: Callable[[FileProgress], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False
    left: Callable[[], bool] = lambda: False

    def stops(self) -> bool:
        """Whether to stop now."""
        return self.cancelled() or self.left()


class Course:
    """One go of an import through the files that are left."""

    def __init__(self, project: Project, run: ImportRun, today: datetime.date, follow: Follow) -> None:
        self._run, self._today, self._follow = run, today, follow
        with project.reading() as store:
            self._conventions = store.settings.conventions()
        self._intake = Intake(project, run)
        self._done: list[FileProgress] = []
        self._filed_at = 0.0

    def go(self, files: Sequence[tuple[int, QueuedFile]]) -> ImportReport:
        """Read and keep these, each with its position in the import."""
        overrides, conventions = self._run.overrides, self._conventions
        tasks = [
            (position, Source(file=file, today=self._today, overrides=overrides, conventions=conventions))
            for position, file in files
        ]
        stopped = False
        if len(tasks) >= FEW or any(_goes_apart(source) for _, source in tasks):
            with Workers(digest.whole, digest.prepare, count=processes()) as workers:
                stopped = self._read_apart(tasks, workers)
        # Files end in their order: what the workers could not do comes last.
        stopped = stopped or self._read_here(tasks[len(self._done) :])
        return ImportReport(
            files=tuple(self._done),
            changes=self._intake.changes(),
            cancelled=stopped,
            run_id=self._run.run_id,
        )

    def _read_here(self, tasks: Sequence[tuple[int, Source]]) -> bool:
        """Read files in this process; whether it was stopped."""
        for position, source in tasks:
            if self._follow.stops():
                return True
            self._report(position, source, FileState.READING)
            read = self._intake.read(source, partial(self._report, position, source, FileState.EXTRACTING))
            self._file([Taken(position, source, read)])
        return False

    def _read_apart(self, tasks: Sequence[tuple[int, Source]], workers: Workers[Source, Digest | Failure]) -> bool:
        """File what the workers read, in the files' order; whether it was stopped. What they cannot do is left."""
        read: list[Taken] = []
        for notice in workers.in_order([source for _, source in tasks]):
            if self._follow.stops():
                return True
            position, source = tasks[notice.place]
            if notice.news is News.BEGUN:
                self._report(position, source, FileState.READING)
            elif notice.news is News.READ:
                self._report(position, source, FileState.EXTRACTING)
            elif notice.news is not News.NONE:
                read.append(Taken(position, source, _answer(notice, source.file.path)))
            if self._is_due(read):
                self._file(read)
                read = []
        self._file(read)
        return False

    def _is_due(self, read: Sequence[Taken]) -> bool:
        """Whether to file what was read; the first article at once, since somebody waits for something to read."""
        if not read:
            return False
        return not self._done or len(read) >= AT_ONCE or time.monotonic() > self._filed_at + WAIT_S

    def _file(self, read: Sequence[Taken]) -> None:
        if not read:
            return
        for file, outcome in zip(read, self._intake.take(read), strict=True):
            self._done.append(FileProgress.of(outcome, file.source.file.path, file.position, self._run.total))
            self._follow.progress(self._done[-1])
        self._filed_at = time.monotonic()

    def _report(self, position: int, source: Source, state: FileState) -> None:
        name = str(source.file.path)
        self._follow.progress(FileProgress(path=name, state=state, position=position, total=self._run.total))


def processes() -> int:
    """How many files are read at once: all processors, since filing takes little and goes first."""
    return max(1, min(os.cpu_count() or 1, _MOST))


def _goes_apart(source: Source) -> bool:
    """Whether a file is long, or of a kind that a process of its own has to read."""
    file = source.file
    if file.pasted is None and file.path.suffix.lower() in APART:
        return True
    return (len(file.pasted) if file.pasted is not None else file.size or 0) > LONG


def _answer(notice: Notice[Digest | Failure], path: Path) -> Digest | Failure:
    if notice.answer is not None:
        return notice.answer
    how = "took too long to read" if notice.news is News.LATE else "ended the process that read it"
    return Failure(
        sentence=f"{path.name} {how}; nothing of it was kept and the rest is safe. Save it as plain text and add that."
    )
