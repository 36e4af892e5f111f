"""import and claims: putting articles into a project and looking at what is in it."""

import argparse
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain import wording
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimLine, ClaimOrder
from app.domain.wording import counted
from app.services.articles.folders import SUFFIXES, files_in
from app.services.articles.importing import FileProgress, FileState, Follow
from app.services.desk import Desk
from app.services.records import claim_json

PAGE = 500


def topic_id(desk: Desk, name: str) -> str:
    """The topic of this name (or id), whatever its capitals; refused with the names that there are."""
    rows = desk.grouping.topics()
    for row in rows:
        if name == row.topic.topic_id or name.casefold() == row.topic.name.casefold():
            return row.topic.topic_id
    known = ", ".join(f"“{row.topic.name}”" for row in rows) or "none yet"
    raise UserError(f"There is no topic “{name}” in this project; its topics: {known}.", reason="no-topic")


def bring(options: argparse.Namespace, rooms: Rooms) -> int:
    """Import files and folders; a line for each as it is done."""
    if not files_in(options.paths):
        raise UserError(
            "There is no file in that folder that can be read; nothing was imported. Name files, or a folder with "
            f"{', '.join(SUFFIXES)} files in it.",
            reason="no-files",
        )
    with _made(options.project, rooms) as desk, _stopping() as stopped:
        follow = Follow(progress=_Progress(as_json=options.json), cancelled=stopped.is_set)
        report = desk.importing.paths(options.paths, date=options.date, outlet=options.outlet, follow=follow)
    printing.progress_done()
    good = report.count(FileState.ADDED, FileState.VERSION, FileState.DUPLICATE)
    failed = report.count(FileState.FAILED)
    if not options.json:
        claims = sum(file.claims for file in report.files)
        duplicates = report.count(FileState.DUPLICATE)
        printing.say(
            f"{counted(good - duplicates, 'article')} added with {counted(claims, 'claim')}, "
            f"{counted(duplicates, 'duplicate')}, {failed} failed."
        )
    if report.cancelled:
        raise KeyboardInterrupt
    return 0 if not failed else 1 if good else 2


@contextmanager
def _made(path: Path, rooms: Rooms) -> Iterator[Desk]:
    """A project, made if need be; one that was made for nothing is taken away again."""
    was_there = path.exists()
    desk = rooms.make(path)
    empty = False
    try:
        yield desk
    finally:
        try:
            empty = not was_there and not desk.library.facets().articles
        finally:
            desk.close()
        if empty:
            path.unlink(missing_ok=True)


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """Set by Ctrl+C, so that the file at hand is finished first; a second Ctrl+C stops at once."""
    stopped = threading.Event()
    ignored = signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    if ignored or threading.current_thread() is not threading.main_thread():
        yield stopped
        return

    def stop(_: int, __: object) -> None:
        stopped.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield stopped
    finally:
        signal.signal(signal.SIGINT, before)


class _Progress:
    """Says what happened to each file as it happens: JSON lines, or words with failures on standard error."""

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json

    def __call__(self, file: FileProgress) -> None:
        if file.state in (FileState.QUEUED, FileState.READING, FileState.EXTRACTING):
            printing.progress(f"{file.position} of {file.total}: {file.state.value} {Path(file.path).name}")
            return
        printing.progress_done()
        if file.state is FileState.FAILED:
            printing.complain(f"{file.path}: {file.reason}")
        try:
            self._tell(file)
        except OSError as error:
            # Whoever read our lines is gone, or their disk is full: the import itself goes on.
            printing.hush()
            if not isinstance(error, BrokenPipeError):
                printing.complain(f"The list of files cannot be written ({error.strerror}); the import goes on.")

    def _tell(self, file: FileProgress) -> None:
        if self._as_json:
            told = {
                "path": file.path,
                "state": file.state.value,
                "reason": file.reason or None,
                "article": file.article_id,
                "claims": file.claims,
            }
            printing.record(told)
        elif file.state is not FileState.FAILED:
            added = counted(file.claims, "claim") if file.state is not FileState.DUPLICATE else ""
            said = "; ".join(filter(None, (added, file.reason)))
            printing.table([[file.state.value.ljust(9), file.path, said]])
            sys.stdout.flush()


def claims(options: argparse.Namespace, rooms: Rooms) -> int:
    """List claims, page by page."""
    with closing(rooms.open(options.project)) as desk:
        if options.article:
            desk.library.article(options.article)
        narrowed = ClaimFilter(
            words=" ".join(options.words),
            kinds=frozenset(map(Kind, options.kind)),
            states=frozenset(map(State, options.state)) or ClaimFilter().states,
            topic_id=topic_id(desk, options.topic) if options.topic else None,
            article_id=options.article,
        )
        ids = desk.claims.ids(narrowed, ClaimOrder.TEXT)
        for at in range(0, len(ids), PAGE):
            lines = desk.claims.lines(ids[at : at + PAGE])
            if options.json:
                for line in lines:
                    printing.record(claim_json(line))
            else:
                printing.table([_claim_cells(line) for line in lines])
    if not ids:
        printing.complain("no claim fits.")
    return 0


def _claim_cells(line: ClaimLine) -> list[str]:
    claim = line.record.claim
    before, figure, after = line.parts
    return [
        line.record.claim_id,
        line.record.state.value,
        wording.say(claim.figure),
        printing.name(claim.speaker.name) if claim.speaker else "-",
        printing.name(line.outlet or line.title),
        line.published or "no date",
        f"{before}[{figure}]{after}",
    ]
