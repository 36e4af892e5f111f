"""Tables of one dataclass a row: its fields are the columns, in their order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter

from app.exports.table import Column


def columns_of(line: type, numbers: frozenset[str]) -> tuple[Column, ...]:
    """The columns of a dataclass; `numbers` are those that hold plain numbers."""
    return tuple(Column(name=field.name, number=field.name in numbers) for field in fields(line))


def rows_of(lines: Iterable[object], columns: Sequence[Column]) -> Iterator[tuple[str, ...]]:
    """Dataclasses of strings as rows of cells."""
    return map(attrgetter(*(column.name for column in columns)), lines)
