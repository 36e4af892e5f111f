"""Tables of one dataclass a row: its fields are the columns, in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import astuple, fields
from typing import BinaryIO, TypeVar

from app.domain.errors import UserError
from app.exports.table import Column, Preset, read, write

Line = TypeVar("Line")


def columns_of(line: type, numbers: frozenset[str]) -> tuple[Column, ...]:
    """The columns of a dataclass; `numbers` are those that hold plain numbers."""
    return tuple(Column(name=field.name, number=field.name in numbers) for field in fields(line))


def write_lines(lines: Iterable[Line], columns: tuple[Column, ...], out: BinaryIO, preset: Preset) -> None:
    """Write dataclasses of strings as a table."""
    write((astuple(line) for line in lines), columns, out, preset)  # type: ignore[call-overload]


def read_lines(line: type[Line], source: BinaryIO, *, schema: str) -> Iterator[Line]:
    """The rows of a table as dataclasses.

    Raises UserError: "not-a-table", "other-table" where the columns are not those of `line`, "newer-table" where a
    row's schema is not `schema`.
    """
    headings, rows = read(source)
    if headings != [field.name for field in fields(line)]:  # type: ignore[arg-type]
        raise UserError(
            f"The table does not have the columns of {schema}; nothing was changed. "
            "Choose a file that Counterclaim exported.",
            reason="other-table",
        )
    for cells in rows:
        values = dict(zip(headings, cells, strict=True))
        if values.get("schema", schema) != schema:
            raise UserError(
                f"The table is written as {values['schema']}, and this program reads {schema}; nothing was changed. "
                "Open it with the version that wrote it.",
                reason="newer-table",
            )
        yield line(**values)
