"""The figure that a topic's others are set against where no person has pinned one."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from decimal import Decimal

from app.comparison.amounts import interval
from app.comparison.pair import side
from app.comparison.statement import Statement
from app.comparison.steps.units import POINT
from app.comparison.steps.values import MAJOR
from app.comparison.topics.grouping import Row
from app.comparison.words import likeness
from app.comparison.words.accounts import CHANGES
from app.domain.figure import Qualifier

_MOST_WORDS = 2 / 3
"""Of the words of the subject that any sentence says, the share that one has to say to be about it too."""
_NEAR = 60
"""Characters before and after a figure: its clause, more or less."""


def choose(rows: Sequence[Row], subject: str = "") -> Row | None:
    """The figure that most origins print, of equals one on the basis that most have, the earliest of these.

    It is one whose sentence says `subject`, the name of the topic, where any does: a topic is filed by paragraphs, and
    holds what stands beside its subject too. Of these it is one that most rows can be set against: $10,000 a head may
    be printed in every article of a dispute over $300bn and $400bn, and settles nothing of it. A hedged or denied one
    only for want of others, and so one that says of itself that it is a part ("a further £45m"); of no rows, None.
    """
    crowds = dict(zip(map(id, rows), _crowds(rows), strict=True))
    likely = _about(_like_most(rows), likeness.stems(subject))
    fullest = max((crowds[id(row)] for row in likely), default=0)
    bases = Counter(row.label.kind for row in rows if row.first.claim.basis.kind is not None)

    def rank(row: Row) -> tuple[bool, bool, bool, int, int, int, str]:
        figure = row.first.claim.figure
        hedged = figure.qualifier is not Qualifier.EXACT or figure.vague
        partial = side(row.first).reading.extent.partial is not None
        day = str(row.first.published or "9999")
        return row.denied, partial, hedged, -row.origins, -len(row.statements), -bases[row.label.kind], day

    return min((row for row in likely if 2 * crowds[id(row)] >= fullest), key=rank, default=None)


def _about(rows: Sequence[Row], subject: Set[str]) -> Sequence[Row]:
    """The rows whose sentences say about as many words of the subject as any, those near the figure twice.

    All rows where no sentence says the whole of it: a part of a name may be a part of anything.
    """
    said = [max(_says(one, subject) for one in row.statements) for row in rows]
    whole, most = max((words for words, _ in said), default=0), max((count for _, count in said), default=0)
    if whole < len(subject):
        return rows
    return [row for row, (_, count) in zip(rows, said, strict=True) if count >= _MOST_WORDS * most]


def _says(statement: Statement, subject: Set[str]) -> tuple[int, int]:
    """How many words of the subject a sentence says, and how many with those near the figure counted twice."""
    told = statement.told()
    words = len(likeness.stems(told.text) & subject)
    near = f"{told.before[-_NEAR:]} {told.surface} {told.after[:_NEAR]}"
    return words, words + len(likeness.stems(near) & subject)


def _like_most(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows that are changes or savings, or those that are not, whichever are more."""
    moved = [_is_change(row) for row in rows]
    most = 2 * sum(moved) > len(rows)
    return [row for row, is_change in zip(rows, moved, strict=True) if is_change == most]


def _is_change(row: Row) -> bool:
    told = side(row.first)
    return told.facts.moved or told.reading.account in CHANGES or told.figure.unit == POINT


def _crowds(rows: Sequence[Row]) -> list[int]:
    """For each row, how many have its unit and lie within an order of magnitude, itself among them; 0 for no number."""
    values = [_size(row) for row in rows]
    units = [row.first.claim.figure.unit for row in rows]
    of_unit: dict[str | None, list[Decimal]] = defaultdict(list)
    for unit, value in zip(units, values, strict=True):
        if value is not None:
            of_unit[unit].append(value)
    for sizes in of_unit.values():
        sizes.sort()
    return [
        0 if value is None else bisect_right(of_unit[unit], value * MAJOR) - bisect_left(of_unit[unit], value / MAJOR)
        for unit, value in zip(units, values, strict=True)
    ]


def _size(row: Row) -> Decimal | None:
    value = interval.value_of(row.first.claim.figure)
    return None if value is None else abs(value)
