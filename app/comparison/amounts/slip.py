"""Slips of the pen: what one types for another number or date, and nobody would say of the same thing."""

from collections.abc import Iterator
from decimal import Decimal

from app.comparison.amounts import printed
from app.domain import edtf
from app.domain.figure import Figure, Kind

_TIMES = (Decimal(10), Decimal(100), Decimal(1000))


def between(one: Figure, other: Figure) -> str:
    """What may have gone wrong between two figures, in words; empty where it is no slip. Units are not looked at."""
    if Kind.DATE in (one.kind, other.kind):
        return _of_dates(one.date or "", other.date or "")
    first, second = printed.number(one), printed.number(other)
    if first is None or second is None or first == second:
        return ""
    if max(abs(first), abs(second)) / min(abs(first), abs(second)) in _TIMES:
        return "the point or the scale has moved"
    if first.adjusted() == second.adjusted() and _digits(second) in _turned(_digits(first)):
        return "two digits are turned"
    return ""


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).rstrip("0")


def _turned(digits: str) -> Iterator[str]:
    """A number with each two neighbouring digits the other way round."""
    for at in range(len(digits) - 1):
        yield digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]


def _of_dates(one: str, other: str) -> str:
    """Days or months of which one part differs."""
    first, second = one.split("-"), other.split("-")
    if len(one) != len(other) or len(one) < edtf.MONTH_LENGTH or "/" in one + other or len(first) != len(second):
        return ""
    apart = [name for name, a, b in zip(("year", "month", "day"), first, second, strict=False) if a != b]
    return f"only the {apart[0]} differs" if len(apart) == 1 else ""
