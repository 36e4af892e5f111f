"""The axis of the comparison: equal ratios at equal distances, no room for what is empty."""

import itertools
import math

import pytest

from app.ui.compare.axis import EMPTY, Axis

POUNDS = [(95e6, 105e6), (170e6, 200e6), (42.75e6, 47.25e6)]
BILLIONS = [(28.5e9, 31.5e9), (9e9, 11e9)]


def test_equal_ratios_stand_at_equal_distances_within_a_stretch() -> None:
    axis = Axis.of(POUNDS)
    assert axis.place(100e6) - axis.place(50e6) == pytest.approx(axis.place(200e6) - axis.place(100e6))


def test_the_scale_is_the_same_on_both_sides_of_a_cut() -> None:
    axis = Axis.of(POUNDS + BILLIONS)
    assert len(axis.cuts()) == 1
    assert axis.place(200e6) - axis.place(100e6) == pytest.approx(axis.place(20e9) - axis.place(10e9))


def test_an_empty_span_over_half_a_decade_is_cut_and_a_smaller_one_is_not() -> None:
    apart = 10**EMPTY
    assert Axis.of([(1, 2), (2 * apart * 1.01, 10)]).cuts()
    assert not Axis.of([(1, 2), (2 * apart * 0.99, 10)]).cuts()


def test_of_many_empty_spans_the_widest_three_are_cut() -> None:
    decades = [0, 0.6, 1.3, 2.1, 3.0, 6.0]
    axis = Axis.of([(10**at, 10**at * 1.01) for at in decades])
    sides = [axis.place(10**at) for at in decades]
    parted = [any(one < cut < other for cut in axis.cuts()) for one, other in itertools.pairwise(sides)]
    assert parted == [False, False, True, True, True]
    assert sides[1] - sides[0] == pytest.approx((sides[2] - sides[1]) * 0.6 / 0.7)


def test_every_interval_lies_wholly_on_the_axis_with_air_at_its_ends() -> None:
    axis = Axis.of(POUNDS + BILLIONS)
    for low, high in POUNDS + BILLIONS:
        assert 0 < axis.place(low) < axis.place(high) < 1
        assert not any(axis.place(low) <= cut <= axis.place(high) for cut in axis.cuts())


def test_a_lone_figure_gets_room_to_show_its_width() -> None:
    axis = Axis.of([(99.5e6, 100.5e6)])
    assert 0.005 < axis.place(100.5e6) - axis.place(99.5e6) < 0.1


def test_order_is_kept_across_cuts_and_for_what_lies_in_them() -> None:
    axis = Axis.of([(1, 1.1), (1000, 1100), (1e6, 1.1e6)])
    values = [0.001, 1, 1.1, 30, 1000, 1100, 50_000, 1e6, 1.1e6, 1e12]
    places = [axis.place(value) for value in values]
    assert places == sorted(places)
    assert places[0] == 0
    assert places[-1] == 1


def test_values_at_or_below_zero_make_the_axis_linear() -> None:
    axis = Axis.of([(-2.0, -1.0), (3.0, 4.0)])
    assert not axis.logarithmic
    assert axis.place(1) - axis.place(0) == pytest.approx(axis.place(3) - axis.place(2))
    assert 0 < axis.place(-2) < axis.place(4) < 1


def test_ticks_are_round_apart_from_each_other_and_prefer_whole_decades() -> None:
    axis = Axis.of(POUNDS + BILLIONS)
    ticks = axis.ticks(400, 42)
    places = [axis.place(tick) * 400 for tick in ticks]
    assert 100e6 in [round(tick) for tick in ticks]
    assert 10e9 in [round(tick) for tick in ticks]
    assert all(second - first >= 42 for first, second in itertools.pairwise(places))
    assert all(round(tick / 10 ** math.floor(math.log10(tick) + 1e-9), 6) in (1, 2, 3, 5) for tick in ticks)


def test_a_long_axis_of_few_values_is_divided_more_finely() -> None:
    ticks = [round(tick / 1e6) for tick in Axis.of([(80e6, 220e6)]).ticks(400, 34)]
    assert ticks == sorted(ticks)
    assert {80, 100, 150, 200} <= set(ticks)


def test_ticks_of_a_linear_axis_hold_zero() -> None:
    assert 0 in Axis.of([(-2.0, -1.0), (3.0, 4.0)]).ticks(400, 42)


def test_an_axis_without_figures_can_be_drawn() -> None:
    axis = Axis.of([])
    assert axis.cuts() == axis.ticks(400, 42) == []
    assert 0 <= axis.place(0.5) <= 1
