"""Values of one grade lie near one another, and a greater value never has a lesser grade."""

from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given, strategies as st

from app.domain.figure import Kind
from app.store import grades

VALUES = st.floats(min_value=0, exclude_min=True, allow_infinity=False)
DAYS = st.integers(min_value=1, max_value=3_652_059)


@given(VALUES)
def test_a_value_lies_between_the_ends_of_its_grade(value: float) -> None:
    low, high = grades.ends(Kind.MONEY, grades.of_value(Kind.MONEY, value))
    assert low <= value < high


@given(DAYS)
def test_a_day_lies_between_the_ends_of_its_grade(day: int) -> None:
    low, high = grades.ends(Kind.DATE, grades.of_value(Kind.DATE, day))
    assert low <= day < high
    assert high - low < 11 * 366


@given(st.lists(VALUES))
def test_grades_rise_with_values(values: list[float]) -> None:
    assert all(one <= other for one, other in pairwise([grades.of_value(Kind.MONEY, one) for one in sorted(values)]))


@pytest.mark.parametrize("value", [2.0**27, 5e-324, 8e307, 1.0, 0.1])
def test_one_grade_ends_where_the_next_begins(value: float) -> None:
    grade = grades.of_value(Kind.QUANTITY, value)
    assert grades.ends(Kind.QUANTITY, grade)[1] == grades.ends(Kind.QUANTITY, grade + 1)[0]


@pytest.mark.parametrize("value", [0.0, -3.5, inf, -inf, nan])
def test_a_claim_that_lies_on_no_scale_has_no_grade(value: float) -> None:
    assert grades.of(Kind.MONEY, value, value) == grades.NONE
    low, high = grades.ends(Kind.MONEY, grades.of_value(Kind.MONEY, value))
    assert not low < high


@pytest.mark.parametrize(
    ("low", "high", "one"),
    [(7e6, 7e6, True), (7e6, 7.5e6, True), (7e6, 7e7, False), (7e6, inf, False), (None, 7e6, False), (9, None, False)],
)
def test_a_claim_has_the_grade_of_both_its_ends(low: float | None, high: float | None, *, one: bool) -> None:
    assert grades.of(Kind.MONEY, low, high) == (grades.of_value(Kind.MONEY, 7e6) if one else grades.NONE)
