"""A carried-out schedule year by year: to copy into a spreadsheet or a text, or to save."""

import html
from decimal import Decimal
from pathlib import Path

from app.domain.schedule import Run
from app.exports import table

_PENCE, _LEVEL = 2, 6
"""Decimals of money and of the price index."""
_ROUNDED_BELOW = 20
"""Digits before the point up to which a number is rounded; a larger one is inflation running away."""


def columns(done: Run) -> tuple[str, ...]:
    """The headings, a column for each payment in the order of the schedule among them; money is in whole units."""
    parts = (f"payment_{at}" for at in range(1, len(done.payments) + 1))
    return ("year", "price_index", *parts, "cash", "real", "present_value")


def rows(done: Run) -> list[tuple[int | Decimal, ...]]:
    """A row for each year, money to the penny; the index is 1 in the price year."""
    return [
        (
            paid.year,
            _rounded(paid.index, _LEVEL),
            *(_rounded(part, _PENCE) for part in (*paid.parts, paid.cash, paid.real, paid.present)),
        )
        for paid in done.by_year
    ]


def cells(done: Run) -> list[tuple[str, ...]]:
    """The rows in plain digits."""
    return [tuple(table.number(cell) for cell in row) for row in rows(done)]


def as_tsv(done: Run) -> str:
    """The table as spreadsheets take it from the clipboard."""
    return "".join("\t".join(line) + "\n" for line in (columns(done), *cells(done)))


def as_html(done: Run) -> str:
    """The table as word processors take it from the clipboard."""
    head = "".join(f"<th>{html.escape(name)}</th>" for name in columns(done))
    lines = ("".join(f'<td align="right">{cell}</td>' for cell in row) for row in cells(done))
    return f"<table><tr>{head}</tr>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def save(done: Run, path: Path, *, preset: str = "excel") -> None:
    """Write the table as CSV; UserError where it cannot be written."""
    headings = [table.Column(name=name, number=True) for name in columns(done)]
    table.save_table(path, rows(done), headings, preset)


def _rounded(value: Decimal, places: int) -> Decimal:
    return round(value, places) if value.adjusted() < _ROUNDED_BELOW else value
