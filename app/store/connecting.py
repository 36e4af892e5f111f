"""Connections to a project file: made in one place, so that every one has the same rules."""

import sqlite3
from collections.abc import Callable
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 5.0
"""How long a connection waits for another program before it gives up."""
IMMEDIATE = "immediate"
"""Execution option of a connection whose transactions take the writer's place at once."""


def connect(path: Path, *, mode: str = "rw", busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """A connection to a file that exists, never making one; transactions begin only where BEGIN is said."""
    found = f"{address(path.absolute())}?mode={mode}"
    return sqlite3.connect(found, uri=True, isolation_level=None, check_same_thread=False, timeout=busy_seconds)


def address(path: PurePath) -> str:
    """An absolute path as SQLite's own kind of URI, which has no host: a network share keeps both its slashes."""
    plain = path.as_posix()
    return "file://" + quote(plain if plain.startswith("/") else f"/{plain}", safe="/:")


def working_engine(path: Path) -> Engine:
    """The engine of an open project: write-ahead log, foreign keys enforced, every commit on the disk."""

    def opened() -> sqlite3.Connection:
        connection = connect(path)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    return _engine(opened)


def migrating_engine(path: Path) -> Engine:
    """An engine for migrations: a rebuilt table must not take its children along, so nothing is enforced."""

    def opened() -> sqlite3.Connection:
        connection = connect(path)
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    return _engine(opened)


def _engine(opened: Callable[[], sqlite3.Connection]) -> Engine:
    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(IMMEDIATE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
