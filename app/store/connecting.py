"""Connections to a project file: made in one place, so that every one has the same rules."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from app.domain import edtf, stopping
from app.domain.errors import UserError
from app.store import grades, packing

BUSY_SECONDS = 5.0
"""How long a connection waits for another program before it gives up."""
_STEPS = 100_000
"""Steps of SQLite's machine, some milliseconds, after which it asks whether anybody still waits."""
IMMEDIATE = "immediate"
"""Execution option of a connection whose transactions take the writer's place at once."""


def connect(path: Path, *, mode: str = "rw") -> sqlite3.Connection:
    """A connection to a file that exists, never making one; transactions begin only where BEGIN is said."""
    found = f"{address(path.absolute())}?mode={mode}"
    made = sqlite3.connect(found, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS)
    if mode.startswith("ro"):
        # A project may come from anybody. Writing needs the triggers that keep the search indexes, which SQLite
        # before 3.42 takes for unsafe.
        made.execute("PRAGMA trusted_schema = OFF")
    return with_functions(made)


def with_functions(connection: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with what triggers and views of a project call: without it, they stop whoever wakes them."""
    connection.create_function("text_of", -1, _text_of, deterministic=True)
    connection.create_function("grade_of", 3, grades.of, deterministic=True)
    for name, day in _DAYS.items():
        connection.create_function(name, 1, day, deterministic=True)
    return connection


def address(path: PurePath) -> str:
    """An absolute path as SQLite's own kind of URI, which has no host: a network share keeps both its slashes."""
    plain = path.as_posix()
    return "file://" + quote(plain if plain.startswith("/") else f"/{plain}", safe="/:")


def working_engine(path: Path, *, single_file: bool = False) -> Engine:
    """The engine of an open project: write-ahead log, foreign keys enforced, every commit on the disk.

    `single_file` is for folders that a cloud service copies, where a log beside the file would be torn from it.
    """
    journal = "DELETE" if single_file else "WAL"
    return _engine(path, "foreign_keys = ON", f"journal_mode = {journal}", "synchronous = FULL")


def reading_engine(path: Path) -> Engine:
    """The engine of a project that nothing is written to."""
    return _engine(path, "query_only = ON", mode="ro")


def migrating_engine(path: Path) -> Engine:
    """An engine for migrations: a rebuilt table must not take its children along, so nothing is enforced."""
    return _engine(path, "foreign_keys = OFF", "synchronous = FULL")


def driver_of(connection: Connection) -> sqlite3.Connection:
    """SQLite's own connection, in the same transaction: of very many small statements SQLAlchemy takes most time."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


@contextmanager
def stoppable(session: Session) -> Iterator[None]:
    """End what this session reads with a `StoppedError` once nobody waits for it, in the middle of a statement too."""
    stopped = stopping.asked()
    if stopped is None:
        yield
        return
    connection = driver_of(session.connection())
    connection.set_progress_handler(stopped, _STEPS)
    try:
        yield
    except OperationalError as error:
        if stopped():
            raise stopping.StoppedError from error
        raise
    finally:
        connection.set_progress_handler(None, 0)


@lru_cache(maxsize=65536)
def _days(date: str) -> edtf.Days | None:
    return edtf.days(date)


def _end(which: int) -> Callable[[str | None], int | None]:
    def end(date: str | None) -> int | None:
        days = _days(date) if date else None
        return None if days is None else days[which].toordinal()

    return end


@lru_cache(maxsize=4)
def _whole_text(stored: bytes) -> str:
    try:
        return packing.text_of(stored)
    except UserError:
        return ""  # an article whose text is damaged can still be corrected and removed


def _text_of(stored: bytes, start: int = 0, end: int | None = None) -> str:
    """A packed text, or what stands in it between two offsets; the claims of one article ask one after the other."""
    return _whole_text(stored)[start:end]


FIRST_DAY, LAST_DAY = "first_day", "last_day"
_DAYS = {FIRST_DAY: _end(0), LAST_DAY: _end(1)}
"""Functions that SQL can call: the first and last day of an EDTF date as proleptic ordinals; NULL for what is none."""


def _engine(path: Path, *rules: str, mode: str = "rw") -> Engine:
    """An engine whose every connection keeps these rules, each a PRAGMA."""

    def opened() -> sqlite3.Connection:
        connection = connect(path, mode=mode)
        try:
            for rule in rules:
                connection.execute(f"PRAGMA {rule}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get(IMMEDIATE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
