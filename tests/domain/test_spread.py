"""Values along a line: where they stand, how they fall into bins, which round values are printed."""

import pytest

from app.domain.figure import Kind
from app.domain.spread import Line, Spread

AMOUNTS = ((2.5e6, 1), (9e7, 2), (1e8, 5), (3.47e10, 1))


def test_amounts_over_decades_stand_on_whole_decades() -> None:
    line = Line.of(AMOUNTS, Kind.MONEY)
    assert line == Line(1e6, 1e11, True)
    assert line.ticks(8) == [1e6, 1e7, 1e8, 1e9, 1e10, 1e11]
    assert line.ticks(3) == [1e6, 1e9]
    assert line.place(1e6) == 0
    assert line.place(1e11) == 1
    assert line.value(line.place(9e7)) == pytest.approx(9e7)


def test_close_values_percentages_and_what_is_not_above_zero_stand_evenly() -> None:
    assert not Line.of(((40.0, 1), (200.0, 1)), Kind.MONEY).logarithmic
    assert not Line.of(((0.1, 1), (80.0, 1)), Kind.PERCENTAGE).logarithmic
    assert not Line.of(((-5.0, 1), (80.0, 1)), Kind.MONEY).logarithmic
    line = Line.of(((2014.0, 1), (2043.5, 2)), Kind.DATE)
    assert line.low <= 2014
    assert line.high >= 2043.5
    assert all(tick == round(tick) for tick in line.ticks(6))


def test_dates_of_one_year_stand_on_a_line_of_that_year() -> None:
    line = Line.of(((2020.05, 1), (2020.2, 2)), Kind.DATE)
    assert (line.low, line.high) == (2020, 2021)


@pytest.mark.parametrize("values", [AMOUNTS, ((5.0, 3),), ((-1.0, 1), (1.0, 1)), ((1e8, 2), (1e9, 1))])
@pytest.mark.parametrize("count", [1, 7, 60])
def test_every_claim_falls_into_one_bin(values: tuple[tuple[float, int], ...], count: int) -> None:
    bins = Line.of(values, Kind.MONEY).bins(values, count)
    assert len(bins) == count
    assert sum(bins) == sum(claims for _, claims in values)


def test_a_value_on_a_border_opens_its_bin() -> None:
    line = Line(1e6, 1e9, True)
    assert line.bins(((1e7, 4), (1e8, 2), (1e9, 1)), 3) == [0, 4, 3]


def test_what_lies_outside_stands_at_the_nearer_end() -> None:
    line = Line(1e6, 1e9, True)
    assert (line.place(0), line.place(-7), line.place(1e12)) == (0, 0, 1)


def test_no_values_have_an_empty_line() -> None:
    assert Line.of((), Kind.MONEY).bins((), 4) == [0, 0, 0, 0]
    assert Spread(values=AMOUNTS).claims == 9
