"""Puts rows back and takes them away again as SQLite holds them, so that nothing here needs to know a table.

An act may be of very many rows: its lines are read in pages, and all goes straight to SQLite, beside which SQLAlchemy
would take most of the time.
"""

import json
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection

from app.domain.errors import UserError
from app.store.connecting import driver_of
from app.store.history.changed_rows import ADDED, CHANGED, REMOVED, Plain
from app.store.history.recording import as_json, stored_row, where

_PAGE = 500
_COLUMNS = "number, table_name, key, through, change, before, after, touches"
_LINES = f"SELECT {_COLUMNS} FROM act_change WHERE act = ? AND number > ? ORDER BY number LIMIT {_PAGE}"
_LINES_BACK = f"SELECT {_COLUMNS} FROM act_change WHERE act = ? AND number < ? ORDER BY number DESC LIMIT {_PAGE}"
_WRITE = f"INSERT OR REPLACE INTO act_change (act, {_COLUMNS}) VALUES (?{', ?' * len(_COLUMNS.split())})"
_LAST = 1 << 62


class Line(NamedTuple):
    """One line of the journal, as `tables.ActChange` describes it."""

    number: int
    table_name: str
    key: str
    through: int | None
    change: str
    before: str | None
    after: str | None
    touches: str


def lines(driver: Connection, act: int, *, back: bool = False) -> Iterator[Line]:
    """The lines of an act, the first one first, or `back` from the last."""
    edge = _LAST if back else 0
    while page := driver_of(driver).execute(_LINES_BACK if back else _LINES, (act, edge)).fetchall():
        for row in page:
            line = Line(*row)
            edge = line.number
            yield line


def singles(driver: Connection, line: Line) -> Iterator[Line]:
    """A line for each row that a line stands for, the first one first, as they would stand in the journal."""
    if line.through is None:
        yield line
        return
    for number in range(json.loads(line.key)["number"], line.through + 1):
        key = {"number": number}
        row = stored_row(driver, line.table_name, key) or {}
        yield line._replace(
            number=line.number - line.through + number,
            key=as_json(key),
            through=None,
            touches=f"{row.get(f'{line.table_name}_id', '')} {line.touches}",
        )


def materialise(driver: Connection, act: int) -> None:
    """Write the lines of an act one for each row: each is to keep its row while that is not there."""
    for line in lines(driver, act):
        if line.through is not None:
            # The last of them has the number of the line itself, and so replaces it.
            driver_of(driver).executemany(_WRITE, [(act, *one) for one in singles(driver, line)])


def take_back(driver: Connection, line: Line) -> Line:
    """Make a row what it was before a change; gives what that changed, with the whole row where it was added."""
    key = json.loads(line.key)
    if line.change == CHANGED:
        change(driver, line.table_name, key, columns(line.before))
        return line._replace(before=line.after, after=line.before)
    if line.change == REMOVED:
        put(driver, line.table_name, columns(line.before))
        return line._replace(change=ADDED, before=None)
    row = as_json(stored_row(driver, line.table_name, key) or {})
    remove(driver, line.table_name, key)
    return line._replace(change=REMOVED, before=row, after=None)


def do_again(driver: Connection, line: Line) -> Line:
    """Make a row what it was after a change; gives what that changed."""
    key = json.loads(line.key)
    if line.change == CHANGED:
        change(driver, line.table_name, key, columns(line.after))
    elif line.change == ADDED:
        put(driver, line.table_name, columns(line.after))
        return line._replace(after=None)
    else:
        remove(driver, line.table_name, key)
    return line


def step(driver: Connection, line: Line, *, back: bool) -> None:
    """Go back before a line of the journal, or forth again; it keeps the row that it added while that is not there."""
    done = take_back(driver, line) if back else do_again(driver, line)
    if line.change == ADDED:
        kept = done.before if back else None
        driver_of(driver).execute("UPDATE act_change SET after = ? WHERE number = ?", (kept, line.number))


def columns(stored: str | None) -> Plain:
    """Columns of a row as the journal keeps them."""
    found: Plain = json.loads(stored or "{}")
    return found


def change(driver: Connection, table: str, key: Plain, values: Plain) -> None:
    """Set columns of a row that is there."""
    names = ", ".join(f'"{name}" = ?' for name in values)
    found = driver_of(driver).execute(
        f'UPDATE "{table}" SET {names} WHERE {where(key)}', (*values.values(), *key.values())
    )
    _was_there(found.rowcount)


def put(driver: Connection, table: str, values: Plain) -> None:
    """Add a row."""
    names = ", ".join(f'"{name}"' for name in values)
    places = ", ".join("?" for _ in values)
    driver_of(driver).execute(f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(values.values()))


def remove(driver: Connection, table: str, key: Plain) -> None:
    """Take away a row that is there."""
    found = driver_of(driver).execute(f'DELETE FROM "{table}" WHERE {where(key)}', tuple(key.values()))
    _was_there(found.rowcount)


def _was_there(rows: int) -> None:
    if rows != 1:
        raise UserError(
            "This act cannot be taken back or done again, because another program changed the project; nothing was "
            "changed now, and everything can still be edited by hand.",
            reason="undo-impossible",
        )
