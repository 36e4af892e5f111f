"""Marks that would cover one another, set side by side."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPointF


def side_by_side(places: Iterable[QPointF], near: float) -> None:
    """Move each place until no earlier one covers it, by turns to the right and to the left, so as little as can be.

    `near` is how far apart marks then stand.
    """
    taken: defaultdict[tuple[int, int], list[QPointF]] = defaultdict(list)
    for place in places:
        own, steps = place.x(), 0
        while any(_covers(place, other, near) for cell in _around(place, near) for other in taken.get(cell, ())):
            steps = -steps if steps > 0 else 1 - steps
            place.setX(own + steps * near)
        taken[_cell(place, near)].append(place)


def _covers(one: QPointF, other: QPointF, near: float) -> bool:
    return abs(one.x() - other.x()) < near * 0.7 and abs(one.y() - other.y()) < near


def _cell(place: QPointF, near: float) -> tuple[int, int]:
    return int(place.x() // near), int(place.y() // near)


def _around(place: QPointF, near: float) -> Iterator[tuple[int, int]]:
    """The cells in which a mark can stand that covers this place."""
    column, line = _cell(place, near)
    return ((column + right, line + down) for right in (-1, 0, 1) for down in (-1, 0, 1))
