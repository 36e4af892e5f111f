"""What is asked of a file before it is taken for a project; nothing here writes to it."""

import contextlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from app.store.connecting import connect
from app.store.file import faults, file_format, lock, schema_parts, untouched

_OWN_TABLE = b"CREATE TABLE act_change"
"""Stands in every project, and in no other program's files."""
_LOOKED_THROUGH = 4 << 20
AT_ONCE = 64 << 20
"""Bytes of a file up to which every page is looked at before it is opened; a larger one is looked through meanwhile.

`PRAGMA quick_check` of so much takes 0.1 s where the system still has the file in memory, and 1 s from a slow disk:
measured from disk were 0.4 s for 23 MB, 3 s for 187 MB and 47 s for 1.8 GB, 9 s of these the processor's."""


def schema_of(path: Path, *, at_once: int | None = None) -> int:
    """The schema number of a project file that can be opened here; a `UserError` says why it cannot.

    Every page of it is looked at; with `at_once`, only of a file of so many bytes, or of one to be brought up to date.
    """
    header = _header(path)
    if header.startswith(file_format.MAGIC) and len(header) < file_format.HEADER:
        raise faults.corrupt(path)
    if not header.startswith(file_format.MAGIC) or int.from_bytes(header[68:72], "big") != file_format.APPLICATION_ID:
        raise faults.corrupt(path) if _was_a_project(path) else faults.not_a_project(path)
    if int.from_bytes(header[60:64], "big") > file_format.SCHEMA:
        raise faults.newer(path, _needs(path))
    # Half a page at the end is a copy that broke off; SQLite would read it as if zeros followed. With a WAL beside it,
    # it is a checkpoint that broke off (a full disk, a crash), and the WAL still has every page whole.
    if path.stat().st_size % (int.from_bytes(header[16:18], "big") or 1) and not _has_wal(path):
        raise faults.corrupt(path)
    with faults.as_user_errors(path), _opened(path) as connection:
        return _checked(path, connection, is_whole=at_once is None or path.stat().st_size <= at_once)


def look_through(path: Path, known: Callable[[sqlite3.Connection], contextlib.AbstractContextManager[None]]) -> bool:
    """Whether every page can be read. Within `known`, another thread may interrupt the connection: it is open there."""
    with faults.as_user_errors(path), _opened(path) as connection, known(connection):
        return _is_whole(connection)


def _has_wal(path: Path) -> bool:
    wal = untouched.beside(path)["-wal"]
    return wal.exists() and wal.stat().st_size > 0


def _was_a_project(path: Path) -> bool:
    """Whether a file whose first bytes say otherwise lists what only projects have."""
    try:
        with path.open("rb") as file:
            return _OWN_TABLE in file.read(_LOOKED_THROUGH)
    except OSError:
        return False


if sys.platform == "win32":

    def is_writable(path: Path) -> bool:
        """Whether the file may be written to; whether its folder may, only trying tells."""
        try:
            with path.open("r+b"):
                return True
        except OSError:
            return False

else:

    def is_writable(path: Path) -> bool:
        """Whether the file may be written to; whether its folder may, only trying tells."""
        return os.access(path, os.W_OK)


def _header(path: Path) -> bytes:
    try:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            return os.read(file, file_format.HEADER)
        finally:
            # Where this program has the project open already, closing the file would give up all locks that SQLite has
            # on it (https://www.sqlite.org/howtocorrupt.html, 2.2), so it stays open until the program ends.
            if not lock.is_held(path):
                os.close(file)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise faults.missing(path) from error
    except IsADirectoryError as error:
        raise faults.not_a_project(path) from error
    except OSError as error:
        raise faults.read_only(path) if isinstance(error, PermissionError) else faults.failing(path) from error


def project_id_of(path: Path) -> str | None:
    """The id that a file says, read without touching it or waiting for anybody; None where it says none."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, mode="ro&immutable=1")) as connection:
        row = connection.execute("SELECT project_id FROM project").fetchone() if _is_table(connection) else None
        return None if row is None else str(row[0])
    return None


def _needs(path: Path) -> str:
    """The version that the file asks for, read without touching it or waiting for anybody."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path, mode="ro&immutable=1")) as connection:
        row = connection.execute("SELECT needs FROM project").fetchone() if _is_table(connection) else None
        if row and isinstance(row[0], str) and row[0].strip():
            return f"version {row[0].strip()[:20]}"
    return "the newest version"


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with untouched.reading(path) as connection:
            yield connection
    except OSError as error:
        raise faults.failing(path) from error


def _checked(path: Path, connection: sqlite3.Connection, *, is_whole: bool) -> int:
    # After a crash the WAL beside the file may hold a later header than the file itself.
    schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if schema > file_format.SCHEMA:
        raise faults.newer(path, "the newest version")
    look = is_whole or schema < file_format.SCHEMA
    if schema < 1 or (look and not _is_whole(connection)) or not _signed(connection):
        raise faults.corrupt(path)
    if found := schema_parts.foreign(connection, schema):
        raise faults.foreign(path, schema_parts.named(found))
    return schema


def _is_whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _signed(connection: sqlite3.Connection) -> bool:
    """Whether the one row that every project has is there."""
    signed = "SELECT count(*) FROM project WHERE project_id LIKE 'prj_%'"
    return _is_table(connection) and bool(connection.execute(signed).fetchone()[0])


def _is_table(connection: sqlite3.Connection) -> bool:
    """Whether the card is a table, and no view that could run for ever."""
    asked = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'project'"
    return bool(connection.execute(asked).fetchone()[0])
