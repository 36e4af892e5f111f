"""Makes projects, and brings those of earlier schemas up to date: Alembic, run by the program itself."""

import contextlib
import datetime
import errno
import sqlite3
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from ulid import ULID

from app import shipped
from app.domain.errors import UserError
from app.store import clock, faults, opening
from app.store.backups import save_copy
from app.store.connecting import IMMEDIATE, connect, migrating_engine


def make(path: Path, *, target: str = "head") -> None:
    """Make an empty project where no file is yet. It is made beside its place and moved there when it is whole.

    `target` names an earlier migration for a project as an earlier version would have made it.
    """
    if path.exists():
        raise UserError(
            f"{path.name} is there already and was left as it is: open it, or choose another name.", reason="exists"
        )
    if not path.parent.is_dir():
        raise UserError(
            f"There is no folder {path.parent}, so no project was made: choose a folder that is there.",
            reason="missing-folder",
        )
    part = path.with_name(f".{ULID()}.part")
    try:
        part.touch(exist_ok=False)
        with faults.told(path):
            _migrate(part, shipped.migrations(), target)
        part.replace(path)
    except OSError as error:
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise faults.read_only(path) from error
        raise faults.failing(path) from error
    finally:
        # A folder that cannot be written holds no part of the file either.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def upgrade(path: Path, copies: Path, *, scripts: Path | None = None, target: str = "head") -> Path:
    """Bring a project up to date, or leave it as it was; gives the copy made before."""
    copy = back_up(path, copies)
    try:
        with faults.told(path):
            _migrate(path, scripts or shipped.migrations(), target)
            _fold_up(path)
    except (DBAPIError, _BrokenLinksError) as error:
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


class _BrokenLinksError(Exception):
    """After a migration, rows point at rows that are not there."""


def _migrate(path: Path, scripts: Path, target: str) -> None:
    """Run the migrations in one transaction: all of them, or none."""
    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    engine = migrating_engine(path)
    try:
        with engine.execution_options(**{IMMEDIATE: True}).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise _BrokenLinksError
            _sign(connection, _reached(config, target))
    finally:
        engine.dispose()


def _reached(config: Config, target: str) -> int:
    """The schema number of a migration, which its revision is."""
    revision = ScriptDirectory.from_config(config).get_revision(target)
    return int(revision.revision)


def _sign(connection: Connection, schema: int) -> None:
    """Say in the file what it is, and which program reads it."""
    connection.exec_driver_sql(f"PRAGMA application_id = {opening.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
    connection.exec_driver_sql(
        "INSERT INTO project (one, project_id, made_at, needs) VALUES (1, ?, ?, ?) "
        "ON CONFLICT (one) DO UPDATE SET needs = excluded.needs",
        (f"prj_{ULID()}", clock.now(), opening.NEEDS),
    )
