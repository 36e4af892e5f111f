"""What SQLite reports, told as what happened, what is safe and what to do. Everything else is a bug and stays one."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import UserError

_ROOM_FOR_ONE_WRITE = 1 << 20


@contextmanager
def told(path: Path) -> Iterator[None]:
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


def missing(path: Path) -> UserError:
    """There is no such file."""
    return UserError(
        f"There is no project {path.name} in {path.parent}: it may have been moved or renamed; nothing was changed, "
        "so find it and open it from where it is now.",
        reason="missing",
    )


def not_a_project(path: Path) -> UserError:
    """The file is something else."""
    return UserError(
        f"{path.name} is not a Counterclaim project; it was left as it is, and if it is an article you can import it "
        "into a project.",
        reason="not-a-project",
    )


def corrupt(path: Path) -> UserError:
    """The file is a project, and parts of it cannot be read."""
    return UserError(
        f"{path.name} is damaged or incomplete and was left as it is: “Restore a backup…” in the menu brings an "
        "earlier copy or what can still be read, and so do the commands restore and verify --repair.",
        reason="corrupt",
    )


def newer(path: Path, needs: str) -> UserError:
    """A later version of the program wrote the file."""
    return UserError(
        f"{path.name} was written by a newer Counterclaim and was left as it is: install {needs} or later to open it.",
        reason="newer",
    )


def locked(path: Path) -> UserError:
    """Another program holds the file."""
    return UserError(
        f"Another program is using {path.name}, so nothing was changed now; what was saved before is safe: close it "
        "there or wait a moment, then try again.",
        reason="locked",
    )


def read_only(path: Path) -> UserError:
    """The file or its folder cannot be written."""
    return UserError(
        f"{path.name} or its folder {path.parent} cannot be written to, so nothing was changed: copy the project to a "
        "folder of your own and open it there.",
        reason="read-only",
    )


def reading_only(path: Path, why: str) -> UserError:
    """The project was opened for reading alone, for this reason."""
    return UserError(
        f"{why}, so {path.name} is open for reading only and nothing was changed: open it again when that is over, or "
        "save a copy in a folder of your own and work on that.",
        reason="read-only",
    )


def not_upgraded(path: Path, why: str) -> UserError:
    """The project is of an earlier schema, and for this reason nothing can be written to it."""
    return UserError(
        f"{why}, so {path.name}, which is of an earlier version, could not be brought up to date and was left as it "
        "was: open it again when that is over, or copy it to a folder of your own and open it there.",
        reason="read-only",
    )


def taken_over(path: Path) -> UserError:
    """Another program took the writer's place while this one slept or was cut off."""
    return UserError(
        f"Another program took over {path.name} while this one was away, so this was not saved; what was saved before "
        "is safe: close the project here and open it again.",
        reason="taken-over",
    )


def vanished(path: Path) -> UserError:
    """The file was moved, deleted or replaced while it was open."""
    return UserError(
        f"{path.name} was moved, deleted or replaced while it was open, so this was not saved; what was saved before "
        f"is in the file that was moved: put it back into {path.parent} and open it again.",
        reason="vanished",
    )


def closed(path: Path) -> UserError:
    """The project was closed before this came."""
    return UserError(
        f"{path.name} was closed before this was done; what was saved before is safe: open it again and repeat it.",
        reason="closed",
    )


def _disk_full(path: Path) -> UserError:
    return UserError(
        f"The disk that holds {path.name} is full, so this was not saved; everything before it is safe: free some "
        "space and try again.",
        reason="disk-full",
    )


def failing(path: Path) -> UserError:
    """The disk, or the network to it, does not answer as it should."""
    return UserError(
        f"The disk that holds {path.name} could not be read or written, so this was not saved; what was saved before "
        "is safe if the disk is: check the disk or the network connection, then try again.",
        reason="io",
    )


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
