"""Copies of projects in the user's own data: made while work goes on, thinned out, and put back whole."""

import contextlib
import datetime
import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs
from ulid import ULID

from app.domain.errors import UserError
from app.domain.history import Backup, Counts
from app.store import clock
from app.store.connecting import connect
from app.store.file import copying, faults, opening, untouched
from app.store.file.lock import HeldError, Lock

APP_NAME = "counterclaim"
KEPT = 20
"""The newest copies, however old."""
DAYS = 7
"""Days of each of which the last copy is kept."""
_LEFT_BEHIND = 86400.0
"""Seconds after which nobody writes any more to what is to become a copy."""
_SUFFIX = ".counterclaim"
_STAMP = "%Y%m%dT%H%M%S%f"
_NAME = re.compile(r"\d{6,}-\d{8}T\d{12}")
_COUNTS = """
    SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM claim),
        (SELECT count(*) FROM claim WHERE state <> 'waiting'), (SELECT count(*) FROM act WHERE state = 'done')
"""


def folder() -> Path:
    """The folder in the user's data where copies of projects go."""
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)) / "backups"


def make(path: Path, place: Path, *, always: bool = False) -> Backup | None:
    """Copy a project, open or not, into a folder of its own; None where the last copy there is the same already."""
    with faults.as_user_errors(path), contextlib.closing(connect(path)) as source:
        head, holds = _head(source), _counts(source)
    if not always and (last := next(iter(made(place)), None)) is not None and head and last.head == head:
        return None
    moment = datetime.datetime.now(datetime.UTC)
    # Numbered, since a clock that was set back would sort the newest copy among the oldest, which are thinned out.
    number = 1 + max((int(copy.stem.partition("-")[0]) for copy in _copies(place)), default=0)
    copy = place / f"{number:06}-{moment.strftime(_STAMP)}{_SUFFIX}"
    save_copy(path, copy)
    _thin_out(place)
    return Backup(path=copy, at=clock.stamp(moment), counts=holds, head=head)


def save_copy(path: Path, copy: Path) -> None:
    """A whole copy of a project as it is now; where there can be none, no part of one is left."""
    with faults.as_user_errors(path), contextlib.closing(connect(path)) as source:
        at_once = copying.begin(source)
        # From here on the project can be read, so what fails next is the copy's disk.
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            copying.write(source, copy, at_once=at_once)
        except (OSError, sqlite3.Error) as error:
            raise UserError(
                f"No copy of {path.name} could be put into {copy.parent}, so it was left as it is: make room there or "
                "check that you may write to it, then try again.",
                reason="no-backup",
            ) from error


def counts(path: Path) -> Counts:
    """How much a project holds now."""
    with faults.as_user_errors(path), contextlib.closing(connect(path, mode="ro")) as connection:
        return _counts(connection)


def made(place: Path) -> Iterator[Backup]:
    """The copies in a folder, newest first; what is no whole project is passed over."""
    for copy in _copies(place):
        with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(copy, mode="ro&immutable=1")) as found:
            yield Backup(path=copy, at=clock.stamp(_moment(copy)), counts=_counts(found), head=_head(found))


def restore(path: Path, backup: Path, place: Path) -> Path | None:
    """Put a copy in the place of a closed project; gives where the one that was there now is, None if it was lost.

    A `UserError` where another program works on the project, or where the copy is none.
    """
    opening.schema_of(backup)
    path = path.resolve()  # a link stays one, and what lies beside the file is beside what it leads to
    try:
        lock = Lock.take(path)
    except HeldError as held:
        raise faults.locked(path) from held
    except OSError as error:
        raise faults.read_only(path) from error
    try:
        aside = _put_aside(path, place) if path.exists() else None
        _put_in_place(path, backup)
    finally:
        lock.release()
    return aside


def _put_in_place(path: Path, backup: Path) -> None:
    part = path.with_name(f".{ULID()}.part")
    try:
        save_copy(backup, part)
        for beside in ("-wal", "-shm", "-journal"):
            path.with_name(path.name + beside).unlink(missing_ok=True)
        part.replace(path)
    except OSError as error:
        raise faults.failing(path) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _put_aside(path: Path, place: Path) -> Path:
    """A copy of what is there now; of a damaged project byte for byte, with the WAL beside it."""
    try:
        kept = make(path, place) or next(made(place))
        return kept.path
    except UserError as error:
        if error.reason != "corrupt":
            raise
    aside = place / f"damaged-{datetime.datetime.now(datetime.UTC).strftime(_STAMP)}{_SUFFIX}"
    try:
        place.mkdir(parents=True, exist_ok=True)
        untouched.copy(path, aside)
    except OSError as error:
        raise faults.failing(aside) from error
    return aside


def _thin_out(place: Path) -> None:
    """Keep the newest copies, and of the last days the last of each; nothing of what was broken off."""
    copies = _copies(place)
    last_of: dict[datetime.date, Path] = {}
    for copy in copies:
        last_of.setdefault(_moment(copy).date(), copy)
    kept = {*copies[:KEPT], *list(last_of.values())[:DAYS]}
    for copy in copies:
        if copy not in kept:
            with contextlib.suppress(OSError):
                copy.unlink()
    # What a program that was killed left of a copy may be as large as a project.
    for part in place.glob(f".*{_SUFFIX}.part*"):
        with contextlib.suppress(OSError):
            if time.time() - part.stat().st_mtime > _LEFT_BEHIND:
                part.unlink()


def _copies(place: Path) -> list[Path]:
    """The files in a folder that are named as copies are, the last one made first."""
    return sorted((copy for copy in place.glob(f"*{_SUFFIX}") if _NAME.fullmatch(copy.stem)), reverse=True)


def _moment(copy: Path) -> datetime.datetime:
    return datetime.datetime.strptime(copy.stem.partition("-")[2], _STAMP).replace(tzinfo=datetime.UTC)


def _counts(connection: sqlite3.Connection) -> Counts:
    articles, claims, decided, acts = connection.execute(_COUNTS).fetchone()
    return Counts(articles=articles, claims=claims, decided=decided, acts=acts)


def _head(connection: sqlite3.Connection) -> str:
    """The last hash of a project's log, empty where it has none yet."""
    if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'log'").fetchone()[0]:
        return ""
    row = connection.execute("SELECT hash FROM log ORDER BY number DESC LIMIT 1").fetchone()
    return "" if row is None else str(row[0])
