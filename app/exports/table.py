"""Tables as CSV (RFC 4180), in two presets: one for spreadsheets, one for programs."""

import contextlib
import io
import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import UserError

Cell = str | int | Decimal | None
"""What a cell may be given as; None and "" are both written as nothing, which means unknown."""

GUARDED = "csv_guarded"
"""The column, where a table has it, that lists the columns of its row in which an apostrophe was put in front."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_QUOTE = '"'
_QUOTED = re.compile(r'[",\r\n]|^\s|\s$')
_BREAK = re.compile(r"\r\n|[\r\n]")


class Preset(StrEnum):
    """EXCEL: byte order mark, CRLF, line breaks in text folded to a space. DATA: no mark, LF, line breaks quoted."""

    EXCEL = "excel"
    DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading, and whether it holds plain numbers (else text, which is guarded against formulas)."""

    name: str
    number: bool = False


def write(rows: Iterable[Sequence[Cell]], columns: Sequence[Column], out: BinaryIO, preset: Preset) -> None:
    """Write a table; each row has a cell a column, in the order of the columns.

    A text that a spreadsheet would take for a formula gets an apostrophe in front and its column is listed in
    `csv_guarded`, if the table has that column. Raises ValueError for a cell of a number column that is none.
    """
    excel = preset is Preset.EXCEL
    stream = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    stream.write("\ufeff" if excel else "")
    end = "\r\n" if excel else "\n"
    stream.write(_line([column.name for column in columns]) + end)
    for row in rows:
        cells = _guarded(row, columns)
        stream.write(_line([_BREAK.sub(" ", cell) for cell in cells] if excel else cells) + end)
    stream.flush()
    # The stream would close `out`, which is the caller's.
    stream.detach()


def tab_separated(rows: Iterable[Sequence[Cell]], columns: Sequence[Column]) -> str:
    """A table as text for the clipboard, guarded like a file; tabs and line breaks in cells become spaces."""
    return tabbed([column.name for column in columns], (flat(row, columns) for row in rows))


def tabbed(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lines of cells with tabs between them. A spreadsheet takes all up to the next quote for one cell where a cell
    begins with one, tabs and line ends too, so such a cell stands in quotes as a whole.
    """
    return "\n".join("\t".join(map(_quoted_start, line)) for line in (heads, *rows))


def flat(row: Sequence[Cell], columns: Sequence[Column]) -> list[str]:
    """A row's cells on one line each, guarded as they then begin: blanks before a formula do not hide it."""
    return _guarded([" ".join(cell.split()) if isinstance(cell, str) else cell for cell in row], columns)


def save_table(path: Path, rows: Iterable[Sequence[Cell]], columns: Sequence[Column], preset: str) -> None:
    """Save a table as a file; `preset` is the spelling of one. UserError as `save`."""
    save(path, lambda out: write(rows, columns, out, Preset(preset)))


def save(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Have `fill` write a file, which takes the place of the old one only when it is whole.

    Raises UserError ("not-written") where the folder, the disk or a program that has the file open prevents it.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            fill(out)
        part.replace(path)
    except OSError as error:
        raise UserError(
            f"{path.name} could not be written ({error.strerror or 'the disk refused it'}); the project is safe and "
            "an older file of that name is as it was. Close it in other programs or choose another folder.",
            reason="not-written",
        ) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def number(value: Decimal | int | None) -> str:
    """A number in plain digits, without exponent; an unknown or endless one is nothing."""
    if value is None or (isinstance(value, Decimal) and not value.is_finite()):
        return ""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _line(cells: Sequence[str]) -> str:
    # Python's own writer leaves a carriage return unquoted where lines end in LF, and cannot read it back.
    quoted = [_in_quotes(cell) if _QUOTED.search(cell) else cell for cell in cells]
    return ",".join(quoted) if quoted != [""] else _QUOTE * 2


def _quoted_start(cell: str) -> str:
    return _in_quotes(cell) if cell.startswith(_QUOTE) else cell


def _in_quotes(cell: str) -> str:
    return f'"{cell.replace(_QUOTE, _QUOTE * 2)}"'


def _said(cell: Cell) -> str:
    """A cell as it is written, before it is guarded."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    return number(cell)


def _guarded(row: Sequence[Cell], columns: Sequence[Column]) -> list[str]:
    cells = [_said(cell) for cell in row]
    guarded = []
    for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
        if column.number:
            if cell and not _NUMBER.fullmatch(cell):
                raise ValueError(f"column {column.name}: {cell!r} is not a plain number")
        elif column.name != GUARDED and cell.startswith(_FORMULA):
            cells[place] = f"'{cell}"
            guarded.append(column.name)
    for place, column in enumerate(columns):
        if column.name == GUARDED:
            cells[place] = " ".join(guarded)
    return cells
