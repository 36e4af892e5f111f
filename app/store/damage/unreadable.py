"""Values that some fault outside the program made unreadable: found one by one, and set aside with nothing lost."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import InvalidOperation
from typing import Any

from sqlalchemy import Column, LargeBinary, Table, TypeDecorator
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.claim import Confidence, Stance, State
from app.domain.figure import Kind, Qualifier
from app.domain.history import ActState, Deed
from app.domain.version import Fate
from app.store import plain_rows
from app.store.history import log, row_changes
from app.store.history.changed_rows import CHANGED, ChangedRows, Plain
from app.store.history.recording import as_json, stored_row, where
from app.store.tables import Base, Journaled

_EMPTY = ("{}", "[]", None)
"""What may stand in the place of a value: nothing said, of whatever form the column takes."""
Read = Callable[[Any], object]
_READ: dict[tuple[str, str], Read] = {
    ("claim", "kind"): Kind,
    ("claim", "qualifier"): Qualifier,
    ("claim", "confidence"): Confidence,
    ("claim", "state"): State,
    ("claim", "stance"): Stance,
    ("claim", "fate"): Fate,
    ("act", "state"): ActState,
    ("log", "deed"): Deed,
    ("act_change", "key"): json.loads,
    ("act_change", "before"): json.loads,
    ("act_change", "after"): json.loads,
}
"""How the program reads columns of whose form the table says nothing."""
_MODELS = {str(mapper.local_table.name): mapper.class_ for mapper in Base.registry.mappers}  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """One value. `row` says in words where it stands; without a value that may stand `instead`, the row is lost."""

    table: str
    key: Plain
    row: str
    column: str
    stored: object
    instead: tuple[str | None, ...]

    @property
    def is_mendable(self) -> bool:
        """Whether the row does without it."""
        return bool(self.instead) and issubclass(_MODELS[self.table], Journaled)


def values(connection: sqlite3.Connection) -> Iterator[Unreadable]:
    """Every value that the program could not read, table by table."""
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if (read := _reading(table, column)) is not None:
                yield from _of_column(connection, table, column, read)


def _reading(table: Table, column: Column[Any]) -> Read | None:
    """What the program makes of a column's values, None where it takes them as they are; packed ones have a hash."""
    if isinstance(column.type, TypeDecorator) and not isinstance(column.type.impl_instance, LargeBinary):
        return plain_rows.read_as(column)
    return _READ.get((table.name, column.name))


def _of_column(connection: sqlite3.Connection, table: Table, column: Column[Any], read: Read) -> Iterator[Unreadable]:
    key = [one.name for one in table.primary_key]
    named = f"{table.name}_id" if f"{table.name}_id" in table.columns else key[0]
    asked = ", ".join(f'"{name}"' for name in (column.name, named, *key))
    found = f'SELECT {asked} FROM "{table.name}" WHERE "{column.name}" IS NOT NULL'
    for stored, name, *values_of_key in connection.execute(found):
        if not _is_read(read, stored):
            yield Unreadable(
                table=table.name,
                key=dict(zip(key, values_of_key, strict=True)),
                row=f"{column.name} of {table.name} {name}",
                column=column.name,
                stored=stored,
                instead=tuple(one for one in _EMPTY if (column.nullable if one is None else _is_read(read, one)))[:1],
            )


def _is_read(read: Read, stored: object) -> bool:
    try:
        read(stored)
    except (ValueError, LookupError, TypeError, AttributeError, InvalidOperation, RecursionError):
        return False
    return True


def blank(connection: sqlite3.Connection, found: Sequence[Unreadable]) -> None:
    """Empty them in a copy, so that all else can be looked at; lines of the journal go whole."""
    for one in found:
        condition = where(one.key)
        if one.is_mendable:
            changed = f'UPDATE "{one.table}" SET "{one.column}" = ? WHERE {condition}'
            connection.execute(changed, (*one.instead, *one.key.values()))
        elif not issubclass(_MODELS[one.table], Journaled):
            connection.execute(f'DELETE FROM "{one.table}" WHERE {condition}', tuple(one.key.values()))


def set_aside(session: Session, found: Sequence[Unreadable]) -> None:
    """Empty those that can be. The log keeps what stood there; it is no act, as undo would put the damage back."""
    driver = session.connection()
    changed_rows = ChangedRows()
    for one in found:
        if one.is_mendable:
            row = stored_row(driver, one.table, one.key) or {}
            (instead,) = one.instead
            row_changes.change(driver, one.table, one.key, {one.column: instead})
            line = {"table_name": one.table, "key": as_json(one.key), "change": CHANGED}
            line["before"], line["after"] = as_json({one.column: one.stored}), as_json({one.column: instead})
            changed_rows.add(line | {"touches": " ".join(_MODELS[one.table](**row).touches())})
    if changed_rows:
        log.enter(session, Deed.DONE, f"act_{ULID()}", "set aside what could not be read", changed_rows)
