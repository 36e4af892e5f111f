"""Camps: which figures of one basis can all be true together, and how far apart the camps' printed values lie.

Nobody votes here: a camp says that its figures do not contradict each other, not that they are right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.domain.interval import Bounds

_Point = tuple[Decimal, int]
"""A place on the number line: a value, and whether just below it (-1), on it (0) or just above it (1) is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Camp:
    """Figures that can all be true together.

    Members are known by their places in the sequence that was swept, in rising order. `bounds` are open bounds that
    can be true beside the others; `stretch` is what all of them allow.
    """

    positions: tuple[int, ...]
    stretch: Bounds
    bounds: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Camps:
    """What a sweep found, the camp of the lowest values first.

    `unmet` are open bounds that can be true in no camp, `left_out` what has no stretch of numbers to compare.
    """

    camps: tuple[Camp, ...]
    unmet: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()


def sweep(stretches: Sequence[Bounds | None]) -> Camps:
    """The least number of camps that takes in every figure with two ends.

    Stretches on a line that meet two by two share a value, so the fewest camps are the fewest points that pierce all
    stretches: by rising upper end, each that is not pierced yet is pierced at that end. A figure with two ends stands
    in one camp, an open bound ("more than £30bn") in every camp where it can be true beside most other bounds, and it
    founds none: it would agree with whatever lies beyond it.
    """
    known = [(at, stretch) for at, stretch in enumerate(stretches) if stretch is not None and not stretch.is_empty]
    closed = [(at, stretch) for at, stretch in known if _is_bounded(stretch)]
    bounds = [(at, stretch) for at, stretch in known if not _is_bounded(stretch)]
    camps = [_joined(founders, bounds) for founders in _pierced(closed)]
    met = {at for camp in camps for at in camp.bounds}
    return Camps(
        camps=tuple(camps),
        unmet=tuple(at for at, _ in bounds if at not in met),
        left_out=tuple(sorted(set(range(len(stretches))) - {at for at, _ in known})),
    )


def spread(values: Iterable[Decimal]) -> Decimal | None:
    """The greatest printed value over the least; None for fewer than two, a zero, or values of both signs."""
    sizes = list(values)
    if len(sizes) < 2 or min(sizes) * max(sizes) <= 0:
        return None
    least, greatest = sorted((abs(min(sizes)), abs(max(sizes))))
    return greatest / least


_Placed = tuple[int, Bounds]


def _pierced(closed: Iterable[_Placed]) -> list[list[_Placed]]:
    """Figures with two ends, by the points that pierce them."""
    found: list[list[_Placed]] = []
    point: _Point | None = None
    for at, stretch in sorted(closed, key=lambda one: (_last(one[1]), _first(one[1]))):
        if point is None or not _holds(stretch, point):
            point = _last(stretch)
            found.append([])
        found[-1].append((at, stretch))
    return found


def _joined(founders: Sequence[_Placed], bounds: Sequence[_Placed]) -> Camp:
    """A camp with the open bounds that hold where most of them do, at the lowest such place."""
    stretch = _common([stretch for _, stretch in founders])
    places = {_first(stretch), *(_first(bound) for _, bound in bounds)}
    inside = sorted(place for place in places if _holds(stretch, place))
    point = max(inside, key=lambda place: sum(_holds(bound, place) for _, bound in bounds))
    joining = [(at, bound) for at, bound in bounds if _holds(bound, point)]
    return Camp(
        positions=tuple(sorted(at for at, _ in founders)),
        stretch=_common([stretch, *(bound for _, bound in joining)]),
        bounds=tuple(at for at, _ in joining),
    )


def _common(stretches: Sequence[Bounds]) -> Bounds:
    low, high = max(map(_first, stretches)), min(map(_last, stretches))
    return Bounds(low=low[0], high=high[0], closed_low=low[1] == 0, closed_high=high[1] == 0)


def _holds(stretch: Bounds, point: _Point) -> bool:
    return _first(stretch) <= point <= _last(stretch)


def _first(stretch: Bounds) -> _Point:
    return stretch.low, 0 if stretch.closed_low else 1


def _last(stretch: Bounds) -> _Point:
    return stretch.high, 0 if stretch.closed_high else -1


def _is_bounded(stretch: Bounds) -> bool:
    return stretch.low.is_finite() and stretch.high.is_finite()
