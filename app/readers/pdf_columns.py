"""Columns of a PDF page that sets its text row by row across all of them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.readers.pdf_lines import Line, Row, whole

_ROWS = 8
"""Rows that have to leave a gutter free; a table of so many is told from columns by its words."""
_WORDS = 3.5
"""Words in a part of a row, on average: a column of text has more, the cells of a table have fewer."""
_STEP = 2
"""Points: how finely gutters are looked for."""
_CROSSED = 0.25
"""Beside the rows that leave a gutter free, as many may run over it elsewhere on the page: headings, a table."""
_FEW = 0.1
"""Of the rows beside a gutter, those that may reach further into it than the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gutter:
    """A stretch of the page's width, in points, that columns leave free between them."""

    left: float
    right: float


def read(rows: Sequence[Row]) -> list[Line]:
    """The lines of a page in reading order: rows as they are, and where there are columns one after the other."""
    gutters = _gutters(rows)
    lines: list[Line] = []
    together: list[Row] = []
    for row in rows:
        if any(_crosses(part, gutter) for part in row for gutter in gutters):
            lines += [*_by_column(together, gutters), whole(row)]
            together = []
        else:
            together.append(row)
    return lines + _by_column(together, gutters)


def _by_column(rows: Sequence[Row], gutters: Sequence[_Gutter]) -> list[Line]:
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    for row in rows:
        beside: dict[int, Row] = {}
        for part in row:
            beside.setdefault(sum(part.left >= gutter.right for gutter in gutters), []).append(part)
        for place, parts in beside.items():
            columns[place].append(parts)
    return [whole(row) for column in columns for row in column]


def _gutters(rows: Sequence[Row]) -> list[_Gutter]:
    """The gutters of a page, from the left."""
    free: Counter[int] = Counter()
    for row in rows:
        for before, after in pairwise(row):
            free.update(range(int(before.right // _STEP) + 1, int(after.left // _STEP) + 1))
    found: list[_Gutter] = []
    for place, count in free.most_common():
        if count < _ROWS:
            break
        at = place * _STEP
        if any(gutter.left <= at <= gutter.right for gutter in found):
            continue
        gutter = _around(rows, at)
        if gutter is not None and _parts_text(rows, gutter):
            found.append(gutter)
    return sorted(found, key=lambda gutter: gutter.left)


def _around(rows: Sequence[Row], at: float) -> _Gutter | None:
    """The gutter at this place, as wide as nearly all rows that have it leave it; None where too many cross it."""
    crossing = sum(any(part.left < at < part.right for part in row) for row in rows)
    beside = [pair for row in rows for pair in pairwise(row) if pair[0].right <= at <= pair[1].left]
    if not beside or crossing > _CROSSED * len(beside):
        return None
    ends, starts = sorted(one.right for one, _ in beside), sorted(other.left for _, other in beside)
    few = int(_FEW * len(beside))
    return _Gutter(left=min(at, ends[-1 - few]), right=max(at, starts[few]))


def _parts_text(rows: Sequence[Row], gutter: _Gutter) -> bool:
    """Whether running text stands on both sides of a gutter, and not the cells of a table."""
    beside = [
        pair for row in rows for pair in pairwise(row) if pair[0].right <= gutter.right and pair[1].left >= gutter.left
    ]
    return all(sum(len(pair[side].words.split()) for pair in beside) >= _WORDS * len(beside) for side in (0, 1))


def _crosses(part: Line, gutter: _Gutter) -> bool:
    middle = (gutter.left + gutter.right) / 2
    return part.left < middle < part.right
