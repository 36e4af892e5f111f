"""What is asked of a file before it is taken for a project; nothing here writes to it."""

import contextlib
import sqlite3
from pathlib import Path

from app.store import faults
from app.store.connecting import connect

SCHEMA = 3
"""The schema that this program reads and writes: the number of the last migration, kept as `user_version`."""
NEEDS = "0.3.0"
"""The first version of the program that reads this schema, kept in the project for older programs to name."""
APPLICATION_ID = int.from_bytes(b"CCLM", "big")

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def schema_of(path: Path) -> int:
    """The schema number of a project file that can be opened here; a `UserError` says why it cannot."""
    header = _header(path)
    if not header.startswith(_MAGIC):
        raise faults.not_a_project(path)
    if len(header) < _HEADER:
        raise faults.corrupt(path)
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise faults.not_a_project(path)
    if int.from_bytes(header[60:64], "big") > SCHEMA:
        raise faults.newer(path, _needs(path))
    # Half a page at the end is a copy that broke off; SQLite would read it as if zeros followed. With a log beside it,
    # it is a checkpoint that broke off (a full disk, a crash), and the log still has every page whole.
    if path.stat().st_size % (int.from_bytes(header[16:18], "big") or 1) and not _has_log(path):
        raise faults.corrupt(path)
    return _checked(path)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def is_writable(path: Path) -> bool:
    """Whether the file may be written to; whether its folder may, only trying tells."""
    try:
        with path.open("r+b"):
            return True
    except OSError:
        return False


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise faults.missing(path) from error
    except IsADirectoryError as error:
        raise faults.not_a_project(path) from error
    except OSError as error:
        raise faults.read_only(path) if isinstance(error, PermissionError) else faults.failing(path) from error


def project_id_of(path: Path) -> str | None:
    """The id that a file says, read without touching it or waiting for anybody; None where it says none."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, mode="ro&immutable=1")) as connection:
        row = connection.execute("SELECT project_id FROM project").fetchone()
        return None if row is None else str(row[0])
    return None


def _needs(path: Path) -> str:
    """The version that the file asks for, read without touching it or waiting for anybody."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, mode="ro&immutable=1")) as connection:
        row = connection.execute("SELECT needs FROM project").fetchone()
        if row and isinstance(row[0], str) and row[0].strip():
            return f"version {row[0].strip()[:20]}"
    return "the newest version"


def _checked(path: Path) -> int:
    with faults.told(path), contextlib.closing(connect(path)) as connection:
        # After a crash the log beside the file may hold a later header than the file itself.
        schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if schema > SCHEMA:
            raise faults.newer(path, "the newest version")
        if schema < 1 or connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok" or not _signed(connection):
            raise faults.corrupt(path)
        return schema


def _signed(connection: sqlite3.Connection) -> bool:
    """Whether the one row that every project has is there."""
    has_table = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'project'"
    if not connection.execute(has_table).fetchone()[0]:
        return False
    return bool(connection.execute("SELECT count(*) FROM project WHERE project_id LIKE 'prj_%'").fetchone()[0])
