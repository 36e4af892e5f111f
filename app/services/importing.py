"""Articles into a project: files, folders, pasted text; off the window's thread, one bad file never stops the rest."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain import edtf
from app.domain.article import Article, Detail
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.extraction import dates
from app.readers import choose
from app.services.folders import files_in, is_folder
from app.services.intake import FileState, Intake
from app.store.project import Project

__all__ = ["THE_ANALYST", "FileProgress", "FileState", "ImportReport", "Importing", "publication_day"]

THE_ANALYST = "the analyst"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """The whole import: one line a file that was reached, and what the project gained."""

    files: tuple[FileProgress, ...]
    changes: Changes
    cancelled: bool = False

    def count(self, *states: FileState) -> int:
        """How many files ended in one of these states."""
        return sum(file.state in states for file in self.files)


class Importing:
    """Imports into one open project; safe to call from a thread that is not the window's."""

    def __init__(self, project: Project, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._today = today

    def paths(
        self,
        paths: Sequence[Path],
        *,
        date: str | None = None,
        outlet: str | None = None,
        progress: Callable[[FileProgress], None] = lambda _: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> ImportReport:
        """Import files, and folders with all below them; finished files stay when the rest is cancelled.

        `date` and `outlet` are the analyst's word and win over what a file says. The whole import is one undo.
        """
        files = files_in(paths)
        today = self._today()
        readings = ((str(path), lambda path=path: _read(path, today)) for path in files)
        return self._run(readings, len(files), self._word(date, outlet), progress, cancelled)

    def pasted(self, text: str, *, date: str | None = None, outlet: str | None = None) -> ImportReport:
        """Import text from the clipboard."""
        today = self._today()
        reading = ("clipboard", lambda: choose.read_pasted(text, today=today))
        return self._run(iter([reading]), 1, self._word(date, outlet), lambda _: None, lambda: False)

    def _word(self, date: str | None, outlet: str | None) -> dict[str, Detail]:
        """The analyst's own word on date and outlet; a date that cannot be read or lies ahead is refused."""
        said: dict[str, Detail] = {}
        if date is not None:
            said["published"] = Detail(value=publication_day(date, self._today()), evidence=THE_ANALYST)
        if outlet is not None and (name := " ".join(outlet.split())):
            said["outlet"] = Detail(value=name, evidence=THE_ANALYST)
        return said

    def _run(
        self,
        readings: Iterator[tuple[str, Callable[[], Article]]],
        total: int,
        said: dict[str, Detail],
        progress: Callable[[FileProgress], None],
        cancelled: Callable[[], bool],
    ) -> ImportReport:
        intake = Intake(self._project, act=f"import {total} files" if total != 1 else "import an article", said=said)
        done: list[FileProgress] = []
        for position, (name, read) in enumerate(readings, 1):
            if cancelled():
                return ImportReport(files=tuple(done), changes=intake.changes, cancelled=True)

            def say(state: FileState, *, name: str = name, position: int = position) -> None:
                progress(FileProgress(path=name, state=state, position=position, total=total))

            say(FileState.READING)
            outcome = intake.take(name, read, extracting=lambda say=say: say(FileState.EXTRACTING))  # type: ignore[misc]
            done.append(
                FileProgress(
                    path=name,
                    state=outcome.state,
                    position=position,
                    total=total,
                    reason=outcome.reason,
                    article_id=outcome.article_id,
                    claims=outcome.claims,
                    title=outcome.title,
                )
            )
            progress(done[-1])
        return ImportReport(files=tuple(done), changes=intake.changes)


def publication_day(typed: str, today: datetime.date) -> str:
    """A publication date as a person types it, in EDTF; refused where it cannot be read or lies in the future."""
    day = dates.typed(typed, today=today)
    span = edtf.days(day) if day else None
    if day is None or span is None:
        raise UserError(
            f"“{typed}” is not a date that can be read; nothing was changed. Write it as 2025-05-23 or 23 May 2025.",
            reason="bad-date",
        )
    if span[0] > today:
        raise UserError(
            f"{day} lies in the future, so no article can have been published then; nothing was changed.",
            reason="future-date",
        )
    return day


def _read(path: Path, today: datetime.date) -> Article:
    if is_folder(path):
        raise UserError(
            f"The folder {path} could not be opened; nothing in it was read. Check that you may open it and try again.",
            reason="unreadable",
        )
    return choose.read_file(path, today=today)
