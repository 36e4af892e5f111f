"""Turning points: where inflation makes a figure one that the schedule gives, and where it ceases to."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.comparison.schedules import schedule
from app.comparison.schedules.turning_points import Turning, last_rate, with_last_rate
from app.comparison.statement import Statement
from app.domain.schedule import Flip, MatchState, Run
from tests.comparison.statements import figure, statement
from tests.support.treaty_payments import treaty


def flip(done: Run, *figures: Statement) -> Flip:
    return Turning(done.payments, done.terms, figures).flip()


def matched(done: Run, inflation: Decimal, said: Statement) -> bool:
    path = with_last_rate(done.terms.inflation, inflation)
    moved = schedule.run(done.payments, replace(done.terms, inflation=path))
    return schedule.match(said, moved).state is not MatchState.NONE


@pytest.mark.parametrize("inflation", ["2.31", "1.75x4,2.31", "1.0", "4.9"])
@pytest.mark.parametrize("digits", ["30bn", "34.7bn", "10bn", "3.4bn"])
def test_on_both_sides_of_a_turning_point_the_figure_stands_differently(inflation: str, digits: str) -> None:
    done, said = treaty(inflation), statement(figure(digits))
    found = flip(done, said)
    turns = [*found.below, *found.above]
    assert turns
    for turn in turns:
        below, above = matched(done, turn - Decimal("0.002"), said), matched(done, turn + Decimal("0.002"), said)
        assert below is not above, turn
    assert found.now == last_rate(done.terms.inflation)
    assert found.matched is matched(done, found.now, said)
    assert list(found.below) == sorted(found.below, reverse=True)
    assert list(found.above) == sorted(found.above)


def test_thirty_billion_becomes_a_match_a_little_above_two_per_cent() -> None:
    found = flip(treaty("2.31"), statement(figure("30bn")))
    assert not found.matched
    assert Decimal("2.10") < found.below[0] < Decimal("2.13")
    assert Decimal("1.89") < found.below[1] < Decimal("1.93")
    assert found.above == ()
    assert flip(treaty("2.0"), statement(figure("30bn"))).matched


def test_a_match_narrower_than_the_values_tried_is_found() -> None:
    found = flip(treaty("1.0"), statement(figure("34.7bn")))
    first, second = found.above
    assert second - first < Decimal("0.01")


def test_what_inflation_does_not_move_never_turns() -> None:
    assert flip(treaty(), statement(figure("165m", per="year"))).below == ()
    far = flip(treaty(), statement(figure("77tn")))
    assert (far.matched, far.below, far.above) == (False, (), ())


def test_a_pair_is_joined_only_where_both_are_reproduced() -> None:
    total, bound = statement(figure("30bn")), statement(figure("10bn"), price="real:2025/26")
    alone, both = flip(treaty("2.31"), total), flip(treaty("2.31"), total, bound)
    assert alone.below == both.below
    never = flip(treaty("2.31"), total, statement(figure("34.7bn")))
    assert (never.matched, never.below, never.above) == (False, (), ())


def test_a_search_in_turns_finds_the_same_and_tries_no_more_than_it_may_in_each() -> None:
    done, said = treaty("2.31"), statement(figure("30bn"))
    searched, found, turns = Turning(done.payments, done.terms, [said]), None, 0
    while found is None:
        before = len(searched._tried)
        found, turns = searched.go_on(8), turns + 1
        assert len(searched._tried) - before <= 8
    assert found == flip(done, said)
    assert turns > 2
