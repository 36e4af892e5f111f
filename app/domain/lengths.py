"""Lengths of time as ISO 8601 writes them: the program in one unit ("P18M"), people in several too ("PT10H54M")."""

import re
from decimal import Decimal

from app.domain.figure import Figure

_SECONDS = {
    "year": 31_557_600,
    "month": 2_629_800,
    "week": 604_800,
    "day": 86_400,
    "hour": 3600,
    "minute": 60,
    "second": 1,
}
_YEAR = _SECONDS["year"]
NAMES = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
"""The units by their letters in ISO 8601, those of a time of day after a T."""
_NUMBER = r"\d+(?:\.\d+)?"
_LENGTH = re.compile(rf"P(?=.)((?:{_NUMBER}[YMWD])*)(?:T((?:{_NUMBER}[HMS])+))?")
_PART = re.compile(rf"({_NUMBER})([A-Z])")


def parts(iso: str) -> tuple[tuple[Decimal, str], ...]:
    """Each number of a length with the name of its unit, in their order; nothing for what is no length."""
    match = _LENGTH.fullmatch(iso)
    if match is None:
        return ()
    dated, timed = (_PART.findall(part or "") for part in match.groups())
    letters = [*dated, *((number, f"T{letter}") for number, letter in timed)]
    return tuple((Decimal(number), NAMES[letter]) for number, letter in letters)


def years(iso: str) -> Decimal | None:
    """A length in years of 365.25 days, None for what is no length."""
    told = parts(iso)
    return sum((number * _SECONDS[name] for number, name in told), Decimal(0)) / _YEAR if told else None


def in_years(unit: str) -> Decimal:
    """How many years a unit of time is: a twelfth for "month"."""
    return Decimal(_SECONDS[unit]) / _YEAR


def smallest(iso: str) -> tuple[Decimal, str] | None:
    """A length in the smallest unit that it tells, 654 minutes for "PT10H54M"; None for what is no length."""
    told = parts(iso)
    if not told:
        return None
    least = told[-1][1]
    return sum((number * _SECONDS[name] / _SECONDS[least] for number, name in told), Decimal(0)), least


def ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The shortest and the longest that a duration can be, in years; None where it tells no length."""
    if figure.low is not None and figure.high is not None and figure.unit in _SECONDS:
        return figure.low * in_years(figure.unit), figure.high * in_years(figure.unit)
    length = years(figure.date or "")
    return None if length is None else (length, length)


def unit(figure: Figure) -> str | None:
    """The smallest unit in which a duration is told; None where it tells no length."""
    told = smallest(figure.date or "")
    return figure.unit if told is None else told[1]
