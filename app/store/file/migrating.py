"""Runs the migrations, with Alembic: on an empty file, which makes a project, or on one of an earlier schema."""

import contextlib
import errno
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from ulid import ULID

from app import shipped
from app.domain.errors import UserError
from app.store import clock
from app.store.connecting import IMMEDIATE, migrating_engine
from app.store.file import faults, file_format


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
        with faults.as_user_errors(path):
            migrate(part, shipped.migrations(), target)
        part.replace(path)
    except OSError as error:
        if isinstance(error, PermissionError) or error.errno == errno.EROFS:
            raise faults.read_only(path) from error
        raise faults.failing(path) from error
    finally:
        # A folder that cannot be written holds no part of the file either.
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


class BrokenLinksError(Exception):
    """After a migration, rows point at rows that are not there."""


def migrate(path: Path, scripts: Path, target: str) -> None:
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
                raise BrokenLinksError
            _sign(connection, _reached(config, target))
    finally:
        engine.dispose()


def _reached(config: Config, target: str) -> int:
    """The schema number of a migration, which its revision is."""
    revision = ScriptDirectory.from_config(config).get_revision(target)
    return int(revision.revision)


def _sign(connection: Connection, schema: int) -> None:
    """Say in the file what it is, and which program reads it."""
    connection.exec_driver_sql(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {schema}")
    connection.exec_driver_sql(
        "INSERT INTO project (one, project_id, made_at, needs) VALUES (1, ?, ?, ?) "
        "ON CONFLICT (one) DO UPDATE SET needs = excluded.needs",
        (f"prj_{ULID()}", clock.now(), file_format.NEEDS),
    )
