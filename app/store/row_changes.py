"""Puts rows back and takes them away again as SQLite holds them, so that nothing here needs to know a table."""

import json

from sqlalchemy import Connection

from app.domain.errors import UserError
from app.store.recording import ADDED, CHANGED, Plain, as_json, stored_row, where
from app.store.tables import ActChange


def take_back(driver: Connection, line: ActChange) -> None:
    """Make a row what it was before a change; what was added is written down on the line."""
    key = json.loads(line.key)
    if line.change == CHANGED:
        change(driver, line.table_name, key, columns(line.before))
    elif line.change == ADDED:
        line.after = as_json(stored_row(driver, line.table_name, key) or {})
        remove(driver, line.table_name, key)
    else:
        put(driver, line.table_name, columns(line.before))


def do_again(driver: Connection, line: ActChange) -> None:
    """Make a row what it was after a change."""
    key = json.loads(line.key)
    if line.change == CHANGED:
        change(driver, line.table_name, key, columns(line.after))
    elif line.change == ADDED:
        put(driver, line.table_name, columns(line.after))
        line.after = None
    else:
        remove(driver, line.table_name, key)


def columns(stored: str | None) -> Plain:
    """Columns of a row as the journal keeps them."""
    found: Plain = json.loads(stored or "{}")
    return found


# Statements over any table go straight to SQLite; compiling each took most of the time of a large undo.


def change(driver: Connection, table: str, key: Plain, values: Plain) -> None:
    """Set columns of a row that is there."""
    names = ", ".join(f'"{name}" = ?' for name in values)
    found = driver.exec_driver_sql(
        f'UPDATE "{table}" SET {names} WHERE {where(key)}', (*values.values(), *key.values())
    )
    _was_there(found.rowcount)


def put(driver: Connection, table: str, values: Plain) -> None:
    """Add a row."""
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" for _ in values)
    driver.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(values.values()))


def remove(driver: Connection, table: str, key: Plain) -> None:
    """Take away a row that is there."""
    found = driver.exec_driver_sql(f'DELETE FROM "{table}" WHERE {where(key)}', tuple(key.values()))
    _was_there(found.rowcount)


def _was_there(rows: int) -> None:
    if rows != 1:
        raise UserError(
            "This act cannot be taken back or done again, because another program changed the project; nothing was "
            "changed now, and everything can still be edited by hand.",
            reason="undo-impossible",
        )
