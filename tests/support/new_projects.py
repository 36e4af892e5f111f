"""Projects that many tests begin with: the program makes each once, and the tests work on copies."""

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path

from ulid import ULID

from app.store.project import Project


def new_project(path: Path) -> Project:
    """An open project as `Project.create` leaves it, which takes all migrations; with an id of its own."""
    put_copy(path, _create)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE project SET project_id = ?", (f"prj_{ULID()}",))
    return Project.open(path)


def put_copy(path: Path, make: Callable[[Path], None]) -> None:
    """Put here a copy of the closed project that this makes where it is told to, with the id on which its log rests."""
    path.write_bytes(_made(make))


def _create(path: Path) -> None:
    Project.create(path).close()


@cache
def _made(make: Callable[[Path], None]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.counterclaim"
        make(path)
        return path.read_bytes()
