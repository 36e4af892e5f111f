"""Marks that would cover one another, set as far apart as their days allow."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF


def side_by_side(places: Iterable[QPointF], near: float) -> None:
    """Move each place by `near` to the right or left where an earlier one covers it, and that is free.

    It goes no further, since it would stand on another day: of more than three at one place, the others stay there.
    """
    taken: defaultdict[tuple[int, int], list[QPointF]] = defaultdict(list)
    for place in places:
        spots = (QPointF(place.x() + by, place.y()) for by in (0, near, -near))
        free = next((spot for spot in spots if not _is_covered(spot, taken, near)), place)
        place.setX(free.x())
        taken[_cell(place, near)].append(place)


def _is_covered(place: QPointF, taken: defaultdict[tuple[int, int], list[QPointF]], near: float) -> bool:
    return any(_covers(place, other, near) for cell in _around(place, near) for other in taken.get(cell, ()))


def _covers(one: QPointF, other: QPointF, near: float) -> bool:
    return abs(one.x() - other.x()) < near * 0.7 and abs(one.y() - other.y()) < near


def _cell(place: QPointF, near: float) -> tuple[int, int]:
    return int(place.x() // near), int(place.y() // near)


def _around(place: QPointF, near: float) -> Iterator[tuple[int, int]]:
    """The cells in which a mark can stand that covers this place."""
    column, line = _cell(place, near)
    return ((column + right, line + down) for right in (-1, 0, 1) for down in (-1, 0, 1))
