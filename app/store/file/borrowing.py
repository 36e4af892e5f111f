"""Another project to read from, which is never changed: a copy of it is read, brought up to date where it is old."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import UserError
from app.store.connecting import reading_engine
from app.store.file import faults, file_format, opening, untouched


@contextmanager
def borrowed(path: Path, own: Path) -> Iterator[Connection]:
    """A connection to a copy of another project; a `UserError` where it is `own`, damaged, newer, or none at all."""
    if path.exists() and path.samefile(own):
        raise UserError(
            f"{path.name} is the open project itself, so there is nothing to merge: choose another.", reason="same"
        )
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        copy = Path(folder) / path.name
        _copy(path, copy)
        if opening.schema_of(copy) < file_format.SCHEMA:
            from app.store.file import upgrading  # Alembic is heavy, and most projects are up to date

            upgrading.upgrade(copy, Path(folder) / "before")
        engine = reading_engine(copy)
        try:
            with engine.connect() as connection:
                yield connection
        finally:
            engine.dispose()


def _copy(path: Path, copy: Path) -> None:
    """Copy the file as it is, or, where somebody works on it or its program broke off, what it holds at one moment."""
    if not path.is_file():
        raise faults.missing(path)
    try:
        if not any(beside.exists() for beside in untouched.beside(path).values()):
            shutil.copyfile(path, copy)
            return
        with faults.as_user_errors(path), untouched.reading(path) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
            # A file of its own, which can be read where nothing may be written beside it.
            target.execute("PRAGMA journal_mode = DELETE")
    except OSError as error:
        raise faults.failing(path) from error
