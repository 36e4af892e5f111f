"""Rows of values written straight to SQLite, as the session would write them and in a twentieth of its time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from types import SimpleNamespace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, inspect
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import InstrumentedAttribute, Mapper

from app.store.tables import Base

_DIALECT = sqlite.dialect()
_PLACES = 999
"""Values in one statement, of which old SQLite takes no more."""

Store = Callable[[Any], Any]
"""Makes of a value what SQLite holds."""
Read = Callable[[Any], Any]
"""Makes of what SQLite holds a value."""


@dataclass(frozen=True, slots=True)
class PlainTable:
    """How rows of one kind are written. They carry its attributes; what a row does not name stays empty."""

    name: str
    attributes: tuple[str, ...]
    """What is stored in the columns, in their order."""
    stores: tuple[tuple[int, Store], ...]
    """By the place of its column, what makes of an attribute what SQLite holds, where that is another thing."""
    key: tuple[tuple[str, str], ...]
    """The names of the columns of the primary key, and their attributes."""
    statement: str
    """What adds rows, but for their places."""

    def put(self, connection: Connection, rows: Iterable[SimpleNamespace]) -> None:
        """Add rows, with their whole keys: many in a statement, each of which makes ready for what triggers may do."""
        width = len(self.attributes)
        places = f"({', '.join('?' * width)})"
        stored = map(self._stored, rows)
        while some := list(islice(stored, _PLACES // width)):
            statement = f"{self.statement} VALUES {', '.join([places] * len(some))}"
            connection.exec_driver_sql(statement, tuple(chain.from_iterable(some)))

    def _stored(self, row: SimpleNamespace) -> tuple[Any, ...]:
        stored = list(map(vars(row).get, self.attributes))
        for place, store in self.stores:
            if stored[place] is not None:
                stored[place] = store(stored[place])
        return tuple(stored)


def of(kind: type[Base]) -> PlainTable:
    """The table of one kind of rows."""
    return _of(inspect(kind, raiseerr=True))


def put(connection: Connection, kind: type[Base], **row: object) -> None:
    """Add one row."""
    of(kind).put(connection, [SimpleNamespace(**row)])


def stored_as(column: ColumnElement[Any]) -> Store | None:
    """How values of a column become what SQLite holds; None where they are that already."""
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def read_as(column: ColumnElement[Any] | InstrumentedAttribute[Any]) -> Read | None:
    """How what SQLite holds of a column becomes its values; None where it is they already."""
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)


def read_from(column: InstrumentedAttribute[Any], stored: Any) -> Any:
    """The value of a column of which SQLite holds this."""
    read = read_as(column)
    return stored if read is None else read(stored)


@cache
def _of(mapper: Mapper[Any]) -> PlainTable:
    table = mapper.local_table
    assert isinstance(table, Table)
    attributes = {column.name: mapper.get_property_by_column(column).key for column in table.columns}
    names = ", ".join(f'"{name}"' for name in attributes)
    return PlainTable(
        name=table.name,
        attributes=tuple(attributes.values()),
        stores=tuple((at, store) for at, column in enumerate(table.columns) if (store := stored_as(column))),
        key=tuple((column.name, attributes[column.name]) for column in table.primary_key),
        statement=f'INSERT INTO "{table.name}" ({names})',
    )
