"""Amounts in a table that names their currency once: in the head of a column ("£m") or in its title ("Costs (£m)").

The rows of a table are lines, their cells parted by tabs.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.money import currencies
from app.extraction.money.currency_table import CODES, DOLLARS, NEED_SIZE_BEFORE
from app.extraction.numbers.numbers import ONE, SCALES
from app.extraction.word_sets import any_of

_TABLE = re.compile(r"(?:^[^\n\t]*\t[^\n]*(?:\n|\Z))+", re.MULTILINE)
_NAMED = re.compile(
    rf"(?:^|.*[\s(,])(?P<sign>(?:{any_of(DOLLARS)})?\$|[{SIGNS}]|{any_of(CODES - NEED_SIZE_BEFORE)})\s?"
    r"(?P<scale>k|mn?|mln|million|bn?|billion|trn?|tn|trillion|thousand|000s?)?\)?:?\s*"
)
_NUMBER = re.compile(r"\s*(?P<minus>[-−(]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\)?\s*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_MONEY = re.compile(r"%|\b(?:per cent|years?|dates?|number|no\.|count|share|rank|staff|jobs)\b", re.IGNORECASE)

_Unit = tuple[str, Decimal]
"""A currency's code, and by what the cells are to be multiplied."""


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """The amounts in cells that are nothing but a number, where a head or a title says what they are."""
    text = passage.text
    if "\t" not in text:
        return []
    return [mention for table in _TABLE.finditer(text) for mention in _of_table(passage, Span(*table.span()), taken)]


def _of_table(passage: Passage, table: Span, taken: Taken) -> Iterator[Mention]:
    title: _Unit | None = None
    heads: dict[int, _Unit] = {}
    start = table.start
    for line in table.of(passage.text).splitlines(keepends=True):
        cells = line.rstrip("\n").split("\t")
        named = {at: unit for at, cell in enumerate(cells) if (unit := _unit(passage, cell)) is not None}
        if not any(cell.strip() for cell in cells[1:]):
            title = named.get(0, title)
        elif named and not any(_NUMBER.fullmatch(cell) for cell in cells[1:]):
            heads = named
        elif title and not heads and not any(_NUMBER.fullmatch(cell) and not _YEAR.fullmatch(cell) for cell in cells):
            heads = {at: title for at, cell in enumerate(cells) if at and not _NO_MONEY.search(cell)}
        else:
            yield from _of_row(passage.text, start, cells, heads, taken)
        start += len(line)


def _of_row(text: str, start: int, cells: list[str], heads: dict[int, _Unit], taken: Taken) -> Iterator[Mention]:
    """The amounts of one row, which begins at `start`."""
    for at, cell in enumerate(cells):
        number = _NUMBER.fullmatch(cell)
        if at in heads and number is not None:
            code, times = heads[at]
            value = Decimal(number["digits"].replace(",", "")) * (-times if number["minus"] else times)
            span = Span(start + len(cell) - len(cell.lstrip()), start + len(cell.rstrip()))
            if not taken.overlaps(span):
                yield figures.mention(
                    text, Kind.MONEY, span=span, low=value, high=value, unit=code, rule="money-column", rated=False
                )
        start += len(cell) + 1


def _unit(passage: Passage, cell: str) -> _Unit | None:
    """The currency and scale that a head or a title ends with."""
    match = _NAMED.fullmatch(cell)
    code = currencies.of_sign(passage, match["sign"]) if match else None
    if match is None or code is None:
        return None
    scale = (match["scale"] or "").lower()
    return code, Decimal(1000) if scale.startswith("000") else SCALES[scale] if scale else ONE
