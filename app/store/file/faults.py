"""What SQLite reports, told as what happened, what is safe and what to do. Everything else is a bug and stays one."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import UserError

_ROOM_FOR_ONE_WRITE = 1 << 20


@contextmanager
def as_user_errors(path: Path) -> Iterator[None]:
    """Raise what SQLite says of this project as a `UserError`, where it is none of the program's doing."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        known = _known(cause, path) if isinstance(cause, sqlite3.Error) else None
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:
        # Damaged names in the list of tables are quoted by SQLite as they are, and Python cannot read the message.
        if error.object.startswith(b"malformed database schema"):
            raise corrupt(path) from error
        raise


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that can be wrong; called with the project's path, and with what more is known, it gives the error.

    The sentence says what happened, what is safe and what to do: {name} and {folder} are the file's, {more} the rest.
    """

    reason: str
    sentence: str

    def __call__(self, path: Path, more: str = "") -> UserError:
        return UserError(self.sentence.format(name=path.name, folder=path.parent, more=more), reason=self.reason)


missing = Fault(
    "missing",
    "There is no project {name} in {folder}: it may have been moved or renamed; nothing was changed, so find it and "
    "open it from where it is now.",
)
not_a_project = Fault(
    "not-a-project",
    "{name} is not a Counterclaim project; it was left as it is, and if it is an article you can import it into a "
    "project.",
)
corrupt = Fault(
    "corrupt",
    "{name} is damaged or incomplete and was left as it is: “Restore a backup…” in the menu brings an earlier copy, "
    "and so does the command restore; verify --repair saves what can still be read.",
)
"""The file is a project, and parts of it cannot be read."""
unreadable = Fault(
    "corrupt",
    "{name} is damaged and nothing of it can be read any more; it was left as it is: “Restore a backup…” in the menu "
    "brings an earlier copy, and so does the command restore.",
)
foreign = Fault(
    "foreign",
    "{name} holds {more}, which Counterclaim did not put there and which could change what you decide, so nothing of "
    "that was run and the file was left as it is: the command verify --repair saves what is yours into a new project.",
)
"""The file has triggers, views or tables that no version of the program makes."""
newer = Fault(
    "newer", "{name} was written by a newer Counterclaim and was left as it is: install {more} or later to open it."
)
locked = Fault(
    "locked",
    "Another program is using {name}, so nothing was changed now; what was saved before is safe: close it there or "
    "wait a moment, then try again.",
)
read_only = Fault(
    "read-only",
    "{name} or its folder {folder} cannot be written to, so nothing was changed: copy the project to a folder of your "
    "own and open it there.",
)
reading_only = Fault(
    "read-only",
    "{more}, so {name} is open for reading only and nothing was changed: open it again when that is over, or save a "
    "copy in a folder of your own and work on that.",
)
"""The project was opened for reading alone, for a reason that is told."""
reading_rescued = Fault(
    "read-only",
    "{more}, so {name} is open for reading only and nothing was changed: save what can be read as a new project and "
    "work on that, or restore a backup.",
)
"""What is open is what can be read of a file that is damaged, or that holds what is not ours."""
not_upgraded = Fault(
    "read-only",
    "{more}, so {name}, which is of an earlier version, could not be brought up to date and was left as it was: open "
    "it again when that is over, or copy it to a folder of your own and open it there.",
)
taken_over = Fault(
    "taken-over",
    "Another program took over {name} while this one was away, so this was not saved; what was saved before is safe: "
    "close the project here and open it again.",
)
"""Another program took the writer's place while this one slept or was cut off."""
vanished = Fault(
    "vanished",
    "{name} was moved, deleted or replaced while it was open, so this was not saved; what was saved before is in the "
    "file that was moved: put it back into {folder} and open it again.",
)
closed = Fault(
    "closed",
    "{name} was closed before this was done; what was saved before is safe: open it again and repeat it.",
)
_disk_full = Fault(
    "disk-full",
    "The disk that holds {name} is full, so this was not saved; everything before it is safe: free some space and try "
    "again.",
)
failing = Fault(
    "io",
    "The disk that holds {name} could not be read or written, so this was not saved; what was saved before is safe if "
    "the disk is: check the disk or the network connection, then try again.",
)
"""The disk, or the network to it, does not answer as it should."""


def _known(error: sqlite3.Error, path: Path) -> UserError | None:
    extended = getattr(error, "sqlite_errorcode", None)
    if extended is None:
        return corrupt(path) if str(error).startswith("Could not decode to UTF-8") else None
    if extended == sqlite3.SQLITE_READONLY_DBMOVED:
        return vanished(path)
    match extended & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return locked(path)
        case sqlite3.SQLITE_FULL:
            return _disk_full(path)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return corrupt(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_CANTOPEN:
            return read_only(path) if path.exists() else vanished(path)
        case sqlite3.SQLITE_IOERR:
            return _io(path)
    return None


def _io(path: Path) -> UserError:
    if not path.exists():
        return vanished(path)
    # SQLite's shared memory reports a full disk as a failed write.
    if shutil.disk_usage(path.parent).free < _ROOM_FOR_ONE_WRITE:
        return _disk_full(path)
    return failing(path)
