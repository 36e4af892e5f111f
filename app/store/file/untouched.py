"""Reading a project that may be damaged, and leaving it byte for byte as it is."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.store.connecting import connect

_BESIDE = ("-wal", "-journal")
"""What SQLite keeps beside a file of what was not written into it yet, or has to be put back first."""


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads. It folds no WAL into the file, as the last one to go does that may write.

    Where a program broke off and its rollback journal has first to be put back, a copy is read in which it is.
    """
    with contextlib.ExitStack() as stack:
        connection = stack.enter_context(contextlib.closing(connect(path, mode="ro")))
        if _has_to_be_put_back(connection):
            other = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="counterclaim-"))) / path.name
            copy(path, other)
            connection = stack.enter_context(contextlib.closing(connect(other)))
            connection.execute("PRAGMA trusted_schema = OFF")
        yield connection


def copy(path: Path, other: Path) -> None:
    """Copy a file with what is beside it, so that what was committed last is in the copy too."""
    for end, found in (("", path), *beside(path).items()):
        with contextlib.suppress(FileNotFoundError):
            shutil.copyfile(found, other.with_name(other.name + end))


def beside(path: Path) -> dict[str, Path]:
    """What SQLite may keep beside a file, by how its name ends; of a link, beside what it leads to."""
    whole = path.resolve()
    return {end: whole.with_name(whole.name + end) for end in _BESIDE}


def _has_to_be_put_back(connection: sqlite3.Connection) -> bool:
    """Whether the journal beside the file is one that a program left behind, and no other works on the file."""
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            return True
        raise
    return False
