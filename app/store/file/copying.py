"""A whole copy of a project while work goes on: of its file as it stands where SQLite keeps it still, else by pages."""

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

_TRIES = 10
_PAUSE = 0.05
"""Seconds between two tries to bring the write-ahead log into the file, for those who read or write to get done."""


def begin(source: sqlite3.Connection) -> bool:
    """Begin to read a project; whether its file alone holds all that is read, and stays as it is until that ends.

    With a rollback journal nobody writes into a file that is being read. With a write-ahead log, who begins to read
    while the log is empty reads the file alone, and what others write goes into the log and stays there meanwhile:
    no checkpoint writes into the file (WAL_READ_LOCK(0) in walCheckpoint, https://sqlite.org/src/file/src/wal.c).
    """
    log = _file_of(source, "-wal")
    _read(source)
    for _ in range(_TRIES):
        if _is_empty(log):
            return True
        source.execute("ROLLBACK")
        if not _fold(source):
            time.sleep(_PAUSE)
        _read(source)
    return _is_empty(log)


def write(source: sqlite3.Connection, copy: Path, *, at_once: bool) -> None:
    """Put what a connection reads into one plain file, all of it or nothing; `at_once` is what `begin` gave.

    `OSError` or `sqlite3.Error` where there can be no copy, as on a full disk.
    """
    part = copy.with_name(f".{copy.name}.part")
    beside = [part.with_name(f"{part.name}{end}") for end in ("", "-wal", "-journal")]
    try:
        _remove(beside)
        if not (at_once and _copied(source, part)):
            _remove(beside)
            _copy_pages(source, part)
        _make_plain(part)
        with part.open("r+b") as file:
            os.fsync(file.fileno())
        part.replace(copy)
    finally:
        with contextlib.suppress(OSError):
            _remove(beside)


def _copied(source: sqlite3.Connection, part: Path) -> bool:
    """Whether the file could be copied as it is, and nobody who heeds no locks changed it meanwhile."""
    file = _file_of(source)
    size = source.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0]
    try:
        before = _stamp(file)
        part.touch(mode=0o644)
        _copy_file(file, part)
        return before == _stamp(file) and before[-1] == part.stat().st_size == size
    except (OSError, subprocess.SubprocessError):
        return False  # by pages it may go, or it is told what does not


if sys.platform == "win32":

    def _copy_file(file: Path, part: Path) -> None:
        shutil.copyfile(file, part)

else:

    def _copy_file(file: Path, part: Path) -> None:
        # A process that closes a file gives up its locks on it, SQLite's too, so another process has to copy it:
        # https://www.sqlite.org/howtocorrupt.html, 2.2.
        subprocess.run(
            ["cp", file, part],
            check=True,
            env={"PATH": os.defpath},  # of the system, with the libraries of the system
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def _copy_pages(source: sqlite3.Connection, part: Path) -> None:
    with _part(part) as target:
        source.backup(target)


def _make_plain(part: Path) -> None:
    """Let it be read anywhere, also where no log may be put beside it; an error where SQLite itself cannot open it."""
    with _part(part) as target:
        target.execute("PRAGMA journal_mode = DELETE")


@contextlib.contextmanager
def _part(part: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(part)) as target:
        # What is broken off is thrown away, and what is whole is synced afterwards: no journal, no waiting, no locks.
        for pragma in ("locking_mode = EXCLUSIVE", "synchronous = OFF", "journal_mode = OFF"):
            target.execute(f"PRAGMA {pragma}")
        yield target


def _read(source: sqlite3.Connection) -> None:
    source.execute("BEGIN")
    source.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _fold(source: sqlite3.Connection) -> bool:
    """Bring the log into the file and empty it; False where somebody reads from it or writes, who is not waited for."""
    (seconds,) = source.execute("PRAGMA busy_timeout").fetchone()
    try:
        source.execute("PRAGMA busy_timeout = 0")
        # The first holds up nobody and leaves little to the second, during which nobody can write.
        for mode in ("PASSIVE", "TRUNCATE"):
            (busy, *_) = source.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
        return not busy
    except sqlite3.Error:
        return False
    finally:
        source.execute(f"PRAGMA busy_timeout = {seconds}")


def _file_of(source: sqlite3.Connection, beside: str = "") -> Path:
    """Where SQLite has the file, whatever link it was opened by, or what it keeps beside it."""
    return Path(source.execute("PRAGMA database_list").fetchone()[2] + beside)


def _remove(files: list[Path]) -> None:
    for file in files:
        file.unlink(missing_ok=True)


def _is_empty(log: Path) -> bool:
    try:
        return log.stat().st_size == 0
    except FileNotFoundError:
        return True


def _stamp(file: Path) -> tuple[int, int, int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
