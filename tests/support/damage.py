"""Damage to a project's file, as a failing disk does it."""

import sqlite3
from contextlib import closing
from pathlib import Path


def spoil_log(path: Path) -> None:
    """Overwrite the page where the log begins, which nothing reads that only shows the project."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'log'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
