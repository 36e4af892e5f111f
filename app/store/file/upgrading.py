"""Brings projects of earlier schemas up to date, behind a copy of each."""

import contextlib
import datetime
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app import shipped
from app.domain.errors import UserError
from app.store.connecting import connect
from app.store.file import faults
from app.store.file.backups import save_copy
from app.store.file.migrating import BrokenLinksError, migrate


def upgrade(path: Path, copies: Path, *, scripts: Path | None = None, target: str = "head") -> Path:
    """Bring a project up to date, or leave it as it was; gives the copy made before."""
    copy = back_up(path, copies)
    try:
        with faults.as_user_errors(path):
            migrate(path, scripts or shipped.migrations(), target)
            _fold_up(path)
    except (DBAPIError, BrokenLinksError) as error:
        raise UserError(
            f"{path.name} could not be brought up to date and was left as it was; a copy is in {copy}: open it with "
            "the version that wrote it, and report this.",
            reason="upgrade-failed",
        ) from error
    return copy


def _fold_up(path: Path) -> None:
    """Give the room back that is free now; a disk without room for it leaves the project as it is, only larger."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(connect(path)) as connection:
        connection.execute("VACUUM")


def back_up(path: Path, folder: Path) -> Path:
    """A whole copy of a project, named by project and time; where there can be none, no part of one is left."""
    moment = datetime.datetime.now(datetime.UTC).strftime("%Y%m%dT%H%M%S%f")
    copy = folder / f"{path.stem}-{moment}.counterclaim"
    save_copy(path, copy)
    return copy
