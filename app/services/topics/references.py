"""The figure that a topic's others are set against where no person has pinned one."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from decimal import Decimal

from app.comparison.amounts import interval
from app.comparison.steps.values import MAJOR
from app.comparison.topics.grouping import Row
from app.domain.figure import Qualifier


def choose(rows: Sequence[Row]) -> Row | None:
    """The figure that most origins print, of equals one on the basis that most have, the earliest of these.

    It is one of those that most rows can be set against: $10,000 a head may be printed in every article of a dispute
    over $300bn and $400bn, and settles nothing of it. A hedged or denied one only for want of others; of no rows, None.
    """
    crowds = _crowds(rows)
    fullest = max(crowds, default=0)
    bases = Counter(row.label.kind for row in rows if row.first.claim.basis.kind is not None)

    def rank(row: Row) -> tuple[bool, bool, int, int, int, str]:
        hedged = row.first.claim.figure.qualifier is not Qualifier.EXACT
        day = str(row.first.published or "9999")
        return row.denied, hedged, -row.origins, -len(row.statements), -bases[row.label.kind], day

    return min((row for row, crowd in zip(rows, crowds, strict=True) if 2 * crowd >= fullest), key=rank, default=None)


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
