"""Articles into a project: files, folders, pasted text; off the window's thread, one bad file never stops the rest."""

import datetime
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from app.domain import edtf
from app.domain.article import Detail
from app.domain.errors import UserError
from app.domain.imports import FileState, ImportRun, QueuedFile
from app.extraction import dates
from app.services.articles import digest
from app.services.articles.course import Course, FileProgress, Follow, ImportReport
from app.services.articles.folders import files_in, is_folder
from app.store.project import Project

__all__ = [
    "THE_ANALYST",
    "FileProgress",
    "FileState",
    "Follow",
    "ImportReport",
    "ImportRun",
    "Importing",
    "publication_day",
]

THE_ANALYST = "the analyst"
_ALONE = Follow()


class Importing:
    """Imports into one open project; safe to call from a thread that is not the window's.

    What is still to be read stands in the project until it is read, cancelled or discarded.
    """

    def __init__(self, project: Project, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._today = today

    def paths(
        self,
        paths: Sequence[Path],
        *,
        date: str | None = None,
        outlet: str | None = None,
        follow: Follow = _ALONE,
    ) -> ImportReport:
        """Import files, and folders with all below them; finished files stay when the rest is cancelled.

        `date` and `outlet` are the analyst's word and win over what a file says. The whole import is one undo.
        """
        files = [digest.queued(path) for path in files_in(paths)]
        return self._begin(_source(paths), files, self._overrides(date, outlet), follow)

    def pasted(
        self, text: str, *, date: str | None = None, outlet: str | None = None, follow: Follow = _ALONE
    ) -> ImportReport:
        """Import text from the clipboard."""
        file = QueuedFile(path=Path("clipboard"), pasted=text)
        return self._begin("clipboard", [file], self._overrides(date, outlet), follow)

    def unfinished(self) -> ImportRun | None:
        """The import that was interrupted last: by a crash, or because the project was closed meanwhile."""
        with self._project.reading() as store:
            return store.imports.unfinished(THE_ANALYST)

    def resume(self, run_id: str, follow: Follow) -> ImportReport:
        """Go on with an import where it was interrupted; all of it remains one undo. Raises UserError: "gone"."""
        with self._project.reading() as store:
            run, waiting = store.imports.get(run_id, THE_ANALYST), store.imports.waiting(run_id)
        return self._go(run, waiting, follow)

    def retry(self, run_id: str, positions: Collection[int], follow: Follow) -> ImportReport:
        """Read files of an import again that failed, as they are now. Raises UserError: "gone"."""
        with self._project.reading() as store:
            run = store.imports.get(run_id, THE_ANALYST)
            failed = {
                position: path
                for position, path, outcome in store.imports.finished(run_id)
                if position in positions and outcome.state is FileState.FAILED
            }
        with self._project.writing(run.act) as store:
            store.imports.again(run_id, {position: digest.queued(path) for position, path in failed.items()})
        return self.resume(run_id, follow)

    def finished(self, run_id: str) -> list[FileProgress]:
        """The files of an unfinished import that ended, each with how. Raises UserError: "gone"."""
        with self._project.reading() as store:
            run = store.imports.get(run_id, THE_ANALYST)
            ended = store.imports.finished(run_id)
        return [FileProgress.of(outcome, path, position, run.total) for position, path, outcome in ended]

    def discard(self, run_id: str) -> None:
        """Leave out what is left of an import; what was finished stays."""
        with self._project.writing("discard an import") as store:
            store.imports.discard(run_id)

    def _overrides(self, date: str | None, outlet: str | None) -> dict[str, Detail]:
        """The analyst's own date and outlet; a date that cannot be read or lies ahead is refused."""
        overrides: dict[str, Detail] = {}
        if date is not None:
            overrides["published"] = Detail(value=publication_day(date, self._today()), evidence=THE_ANALYST)
        if outlet is not None and (name := " ".join(outlet.split())):
            overrides["outlet"] = Detail(value=name, evidence=THE_ANALYST)
        return overrides

    def _begin(
        self, source: str, files: Sequence[QueuedFile], overrides: dict[str, Detail], follow: Follow
    ) -> ImportReport:
        act = f"import {len(files)} files" if len(files) != 1 else "import an article"
        with self._project.writing(act) as store:
            run_id = store.imports.begin(source, act, overrides, files)
        total = len(files)
        run = ImportRun(run_id=run_id, source=source, act=act, total=total, left=total, overrides=overrides)
        return self._go(run, list(enumerate(files, 1)), follow)

    def _go(self, run: ImportRun, files: Sequence[tuple[int, QueuedFile]], follow: Follow) -> ImportReport:
        report = Course(self._project, run, self._today(), follow).go(files)
        if report.cancelled and not follow.left():
            self.discard(run.run_id)
        return report


def _source(paths: Sequence[Path]) -> str:
    """What the files of an import come from: a folder's name."""
    return (paths[0] if is_folder(paths[0]) else paths[0].absolute().parent).name if paths else ""


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
