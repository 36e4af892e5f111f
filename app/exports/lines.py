"""Tables of one dataclass a row: its fields are the columns, in their order."""

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import BinaryIO

from app.exports.table import Column, Preset, write


def columns_of(line: type, numbers: frozenset[str]) -> tuple[Column, ...]:
    """The columns of a dataclass; `numbers` are those that hold plain numbers."""
    return tuple(Column(name=field.name, number=field.name in numbers) for field in fields(line))


def write_lines(lines: Iterable[object], columns: tuple[Column, ...], out: BinaryIO, preset: Preset) -> None:
    """Write dataclasses of strings as a table."""
    write(map(attrgetter(*(column.name for column in columns)), lines), columns, out, preset)
