"""Which figures can all be true together."""

import itertools
import random
from decimal import Decimal

import pytest

from app.comparison.amounts import interval
from app.comparison.topics import camps
from app.domain.interval import INFINITY, Bounds
from tests.comparison.statements import figure


def _halo(written: str, words: str = "") -> Bounds:
    width = interval.of(figure(written, words=words))
    assert width is not None
    return width.halo


def _share(stretches: list[Bounds]) -> bool:
    """Whether one value lies in all of them, told from the ends alone."""
    low, high = max(one.low for one in stretches), min(one.high for one in stretches)
    if low != high:
        return low < high
    return all(one.closed_low for one in stretches if one.low == low) and all(
        one.closed_high for one in stretches if one.high == high
    )


def _bounded(chance: random.Random) -> Bounds:
    low = Decimal(chance.randint(0, 9))
    wide = Decimal(chance.randint(0, 4))
    closed = wide == 0
    return Bounds(
        low=low,
        high=low + wide,
        closed_low=closed or chance.random() < 0.5,
        closed_high=closed or chance.random() < 0.5,
    )


def _open(chance: random.Random) -> Bounds:
    end, closed = Decimal(chance.randint(0, 12)), chance.random() < 0.5
    if chance.random() < 0.5:
        return Bounds(low=end, high=INFINITY, closed_low=closed)
    return Bounds(low=-INFINITY, high=end, closed_low=False, closed_high=closed)


def _least(stretches: list[Bounds]) -> int:
    """The least number of sets of stretches that share a value, by trying every way to part them."""
    best = len(stretches)

    def part(at: int, parts: list[list[Bounds]]) -> None:
        nonlocal best
        if len(parts) >= best:
            return
        if at == len(stretches):
            best = len(parts)
            return
        for one in parts:
            if _share([*one, stretches[at]]):
                one.append(stretches[at])
                part(at + 1, parts)
                one.pop()
        part(at + 1, [*parts, [stretches[at]]])

    part(0, [])
    return best


@pytest.mark.parametrize("seed", range(40))
def test_camps_are_as_few_as_can_be_and_hold_every_figure_with_two_ends_once(seed: int) -> None:
    chance = random.Random(seed)
    stretches = [_bounded(chance) for _ in range(chance.randint(1, 7))]
    found = camps.sweep(stretches)
    assert len(found.camps) == _least(stretches)
    assert sorted(at for camp in found.camps for at in camp.positions) == list(range(len(stretches)))
    assert (found.unmet, found.left_out) == ((), ())


@pytest.mark.parametrize("seed", range(40))
def test_members_of_a_camp_can_all_be_true_together_and_the_order_of_figures_changes_nothing(seed: int) -> None:
    chance = random.Random(seed)
    stretches = [_bounded(chance) for _ in range(chance.randint(1, 6))]
    stretches += [_open(chance) for _ in range(chance.randint(0, 4))]
    found = camps.sweep(stretches)
    for camp in found.camps:
        members = [stretches[at] for at in camp.positions + camp.bounds]
        assert all(one.meets(other) for one, other in itertools.combinations(members, 2))
        assert _share([*members, camp.stretch])
        assert not camp.stretch.is_empty
    order = list(range(len(stretches)))
    chance.shuffle(order)
    again = camps.sweep([stretches[at] for at in order])
    assert {_members(camp, order) for camp in again.camps} == {
        _members(camp, range(len(stretches))) for camp in found.camps
    }
    assert {order[at] for at in again.unmet} == set(found.unmet)


def _members(camp: camps.Camp, order: "list[int] | range") -> tuple[frozenset[int], Bounds]:
    return frozenset(order[at] for at in camp.positions + camp.bounds), camp.stretch


def test_a_hedge_and_a_rounded_figure_share_a_camp_and_a_figure_twice_as_large_founds_another() -> None:
    found = camps.sweep([_halo("100m"), _halo("200m", "nearly"), _halo("101m"), _halo("180m")])
    assert [camp.positions for camp in found.camps] == [(0, 2), (1, 3)]
    assert found.camps[0].stretch == Bounds(low=Decimal("100.5E6"), high=Decimal("101.5E6"))


def test_an_open_bound_stands_in_every_camp_where_it_can_be_true_and_founds_none() -> None:
    found = camps.sweep([_halo("10bn"), _halo("32bn"), _halo("40bn"), _halo("30bn", "more than")])
    assert [(camp.positions, camp.bounds) for camp in found.camps] == [((0,), ()), ((1,), (3,)), ((2,), (3,))]
    assert found.unmet == ()
    alone = camps.sweep([_halo("10bn"), _halo("30bn", "more than")])
    assert [camp.positions for camp in alone.camps] == [(0,)]
    assert alone.unmet == (1,)
    assert camps.sweep([_halo("30bn", "more than")]).camps == ()


def test_bounds_that_exclude_each_other_do_not_stand_in_one_camp() -> None:
    wide = Bounds(low=Decimal(0), high=Decimal(100))
    low, lower = (Bounds(low=-INFINITY, high=Decimal(end), closed_low=False) for end in (20, 30))
    high = Bounds(low=Decimal(60), high=INFINITY)
    (camp,) = camps.sweep([wide, low, high, lower]).camps
    assert (camp.positions, camp.bounds) == ((0,), (1, 3))
    assert camps.sweep([wide, low, high, lower]).unmet == (2,)


def test_what_has_no_number_is_left_out_and_counted() -> None:
    found = camps.sweep([None, _halo("10m"), None])
    assert ([camp.positions for camp in found.camps], found.left_out) == ([(1,)], (0, 2))
    assert camps.sweep([]) == camps.Camps(camps=())


def test_the_spread_is_the_ratio_of_the_ends() -> None:
    assert camps.spread([Decimal(120), Decimal(100), Decimal(240)]) == Decimal("2.4")
    assert camps.spread([Decimal(-50), Decimal(-100)]) == 2
    for values in ([], [Decimal(1)], [Decimal(0), Decimal(1)], [Decimal(-1), Decimal(1)]):
        assert camps.spread(values) is None
