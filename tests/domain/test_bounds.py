"""Whether two stretches of numbers share a value."""

from decimal import Decimal

import pytest

from app.domain.interval import INFINITY, Bounds


def stretch(low: int | Decimal, high: int | Decimal, ends: str) -> Bounds:
    return Bounds(low=Decimal(low), high=Decimal(high), closed_low=ends[0] == "[", closed_high=ends[1] == "]")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (stretch(1, 2, "(]"), stretch(1, 1, "[]"), False),
        (stretch(1, 2, "[]"), stretch(1, 1, "[]"), True),
        (stretch(1, 2, "[)"), stretch(2, 3, "[)"), False),
        (stretch(1, 2, "[]"), stretch(2, 3, "[)"), True),
        (stretch(1, 2, "[]"), stretch(2, 3, "()"), False),
        (stretch(1, 5, "[)"), stretch(2, 5, "[)"), True),
        (stretch(1, 2, "[)"), stretch(3, 4, "[)"), False),
        (stretch(3, INFINITY, "()"), stretch(1, 3, "[]"), False),
        (stretch(3, INFINITY, "[)"), stretch(1, 3, "[]"), True),
        (stretch(2, 2, "[)"), stretch(1, 3, "[]"), False),
    ],
)
def test_stretches_meet_where_a_value_lies_in_both(one: Bounds, other: Bounds, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet
