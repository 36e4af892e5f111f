"""Grades of values: claims of one grade lie within a factor of two of each other, dates within ten years.

They are counted by it, so that of a stretch of values only the claims at its ends have to be looked at.
"""

from math import frexp, inf, ldexp

from app.domain.figure import Kind

NONE = 0
"""Of what lies in two grades, is open at an end, is not above 0 or has no value: it is looked at whatever is asked."""
_ABOVE = 1 << 20
"""Of an end that is further off than numbers go, and of no claim."""
_TEN_YEARS = 3652
"""Days, since values of dates are days."""
_FIRST = 1100
"""Makes the exponent of every number a grade above `NONE`."""


def of(kind: str, low: float | None, high: float | None) -> int:
    """The grade that both ends of a claim are of."""
    if low is None or high is None:
        return NONE
    grade = of_value(kind, low)
    return grade if grade == of_value(kind, high) != _ABOVE else NONE


def of_value(kind: str, value: float) -> int:
    """The grade of one value; a greater one has the same or a greater grade."""
    if not value > 0:
        return NONE
    if value == inf:
        return _ABOVE
    return 1 + int(value // _TEN_YEARS) if kind == Kind.DATE else _FIRST + frexp(value)[1]


def ends(kind: str, grade: int) -> tuple[float, float]:
    """The least value of a grade, and the least that is of the next; none lies between those of what is no grade."""
    if grade in (NONE, _ABOVE):
        return inf, -inf
    if kind == Kind.DATE:
        return float(_TEN_YEARS * (grade - 1)), float(_TEN_YEARS * grade)
    low = ldexp(0.5, grade - _FIRST)
    return low, 2 * low
