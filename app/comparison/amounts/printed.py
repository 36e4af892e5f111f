"""In how many digits two figures print one number: of a long one that is hardly chance, of a round one it often is."""

from decimal import ROUND_HALF_UP, Decimal

from app.comparison.amounts import interval
from app.domain import edtf, lengths
from app.domain.figure import Figure, Kind

_ROUNDED = Decimal("1.1")
"""How many times as long a duration is, at most, that another unit rounds."""
_DAY = len("2025-05-22")


def digits(one: Figure, other: Figure) -> int:
    """How many digits the coarser of two numbers has if the finer rounds to it, 0 where they are two numbers.

    A day counts three, a month two and a year one, as long as both name it; of a range both ends count, where both are
    the same. Units are not looked at.
    """
    if one.kind is Kind.DATE or other.kind is Kind.DATE:
        return _digits_of_dates(one.date, other.date)
    if one.is_range and one.low is not None and one.high is not None:
        return count(one.low) + count(one.high) if (one.low, one.high) == (other.low, other.high) else 0
    first, second = number(one), number(other)
    if first is None or second is None:
        return 0
    if first != second and are_one_length(one, other):
        return max(count(first), count(second))
    coarse, fine = sorted((first, second), key=count)
    if coarse == fine:
        return count(coarse)
    rounded = fine.quantize(Decimal(1).scaleb(coarse.adjusted() - count(coarse) + 1), ROUND_HALF_UP)
    return count(coarse) if rounded == coarse else 0


def count(value: Decimal) -> int:
    """The digits of a number between its first and its last other than zero."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0"))


def number(figure: Figure) -> Decimal | None:
    """The number as printed, of a duration in its own smallest unit; None for zero and for two ends."""
    if figure.is_range:
        return None
    if figure.kind is Kind.DURATION and figure.low is None:
        length = lengths.smallest(figure.date or "")
        return length[0] if length else None
    return interval.value_of(figure) or None


def are_one_length(one: Figure, other: Figure) -> bool:
    """Whether durations in two units are about as long: twelve weeks and three months."""
    if {one.kind, other.kind} != {Kind.DURATION} or (one.date or "")[-1:] == (other.date or "")[-1:]:
        return False
    first, second = interval.value_of(one), interval.value_of(other)
    return first is not None and second is not None and max(first, second) <= _ROUNDED * min(first, second)


def _digits_of_dates(one: str | None, other: str | None) -> int:
    if not one or one != other:
        return 0
    return 3 if len(one) == _DAY else 2 if len(one) == edtf.MONTH_LENGTH else 1
