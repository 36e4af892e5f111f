"""What stands behind a key of a query: amounts, percentages, days and lengths, alone, compared or as a range."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.domain import edtf
from app.domain.figure import Kind
from app.domain.narrowing import Between
from app.domain.wording import CURRENCY_SIGNS

_SIDES = re.compile(r"(>=|<=|=>|=<|≥|≤|>|<|=)?(.*)", re.DOTALL)
_SAME = {"=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "=": ""}
_RANGE = re.compile(r"\.\.+|…")
_SIGNS = {sign: code for code, sign in CURRENCY_SIGNS.items()}
_AMOUNT = re.compile(
    r"(?P<sign>[^\d\s.,−-]{1,3})?(?P<minus>[-−])?(?P<digits>\d+(?:[,_']\d{3})*(?:\.\d+)?|\.\d+)\s*(?P<scale>[a-z]*)",
    re.IGNORECASE,
)
_SCALES = {
    "": 0, "k": 3, "th": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "million": 6,
    "b": 9, "bn": 9, "billion": 9, "t": 12, "tn": 12, "trillion": 12,
}  # fmt: skip
_PERCENT = re.compile(r"([-−]?\d+(?:\.\d+)?|[-−]?\.\d+)\s*(?:%|pc|percent|pp|points?)?", re.IGNORECASE)
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]*)", re.IGNORECASE)
_YEARS = {
    "y": Decimal(1), "yr": Decimal(1), "year": Decimal(1),
    "mo": 1 / Decimal(12), "month": 1 / Decimal(12),
    "w": 7 / Decimal("365.25"), "wk": 7 / Decimal("365.25"), "week": 7 / Decimal("365.25"),
    "d": 1 / Decimal("365.25"), "day": 1 / Decimal("365.25"),
    "h": 1 / Decimal(8766), "hr": 1 / Decimal(8766), "hour": 1 / Decimal(8766),
}  # fmt: skip
EXAMPLES: dict[Kind, tuple[str, str]] = {
    Kind.MONEY: (">=90m", "90m..200m"),
    Kind.PERCENTAGE: ("<5", "2.5..10"),
    Kind.QUANTITY: (">1000", "100..5k"),
    Kind.DATE: (">=2030", "2030..2035"),
    Kind.DURATION: (">10y", "6months..2y"),
}
"""For each kind a comparison and a range that can be typed."""


@dataclass(frozen=True, slots=True)
class _Point:
    """A value as typed: what it covers from its first to its last (the same but for dates), and its unit."""

    low: Decimal
    high: Decimal
    unit: str | None = None


def between(kind: Kind, value: str, *, excluded: bool = False) -> Between | None:
    """The stretch that a value asks for (">=90m", "90m..200m", "5 %", "2030"), None where it says none."""
    read = _READERS[kind]
    sides = _RANGE.split(value)
    if len(sides) == 2:
        low, high = (read(side.strip()) if side.strip() else None for side in sides)
        if (low is None) is not (not sides[0].strip()) or (high is None) is not (not sides[1].strip()):
            return None
        if low is None and high is None:
            return None
        if low is not None and high is not None and low.low > high.high:
            low, high = high, low
        unit = (low.unit if low else None) or (high.unit if high else None)
        return Between(
            kind=kind, low=low.low if low else None, high=high.high if high else None, unit=unit, excluded=excluded
        )
    match = _SIDES.fullmatch(value.strip())
    point = read(match[2].strip()) if match is not None and len(sides) == 1 else None
    if match is None or point is None:
        return None
    how = _SAME.get(match[1] or "", match[1] or "")
    return Between(
        kind=kind,
        low={">": point.high, ">=": point.low, "": point.low}.get(how),
        high={"<": point.low, "<=": point.high, "": point.high}.get(how),
        past_low=how == ">",
        past_high=how == "<",
        unit=point.unit,
        excluded=excluded,
    )


def _amount(text: str) -> _Point | None:
    match = _AMOUNT.fullmatch(text)
    if match is None or (scale := _SCALES.get(match["scale"].lower())) is None:
        return None
    sign = match["sign"]
    code = _SIGNS.get(sign or "") or (sign.upper() if sign and sign.isalpha() and len(sign) == 3 else None)
    if sign and code is None:
        return None
    value = Decimal(re.sub(r"[,_']", "", match["digits"])).scaleb(scale)
    value = -value if match["minus"] else value
    return _Point(value, value, code)


def _count(text: str) -> _Point | None:
    found = _amount(text)
    return found if found is not None and found.unit is None else None


def _percentage(text: str) -> _Point | None:
    match = _PERCENT.fullmatch(text)
    if match is None:
        return None
    value = Decimal(match[1].replace("−", "-"))
    return _Point(value, value)


def _date(text: str) -> _Point | None:
    span = days(text)
    return None if span is None else _Point(Decimal(span[0].toordinal()), Decimal(span[1].toordinal()))


def _length(text: str) -> _Point | None:
    match = _LENGTH.fullmatch(text)
    if match is None:
        return None
    name = match[2].lower() or "y"
    factor = _YEARS.get(name) or _YEARS.get(name.removesuffix("s"))
    value = None if factor is None else Decimal(match[1]) * factor
    return None if value is None else _Point(value, value)


def days(text: str) -> edtf.Days | None:
    """First and last day of what one types as a date: EDTF, decades as "2030s", or "today"."""
    if match := re.fullmatch(r"(\d{3})0s", text):
        text = f"{match[1]}X"
    if "/" in text and ".." in text:
        return None
    return edtf.days(text.upper())


def iso_start(day: datetime.date) -> str:
    """The beginning of a day as the least text that any published day or moment from it on sorts after.

    Articles may state only their month or year: "2025-05" is not before 1 May 2025, and "2025" not before 2025.
    """
    return day.isoformat().removesuffix("-01-01") if (day.month, day.day) == (1, 1) else _month_start(day)


def _month_start(day: datetime.date) -> str:
    return day.isoformat()[:7] if day.day == 1 else day.isoformat()


_READERS: dict[Kind, Callable[[str], _Point | None]] = {
    Kind.MONEY: _amount,
    Kind.PERCENTAGE: _percentage,
    Kind.QUANTITY: _count,
    Kind.DATE: _date,
    Kind.DURATION: _length,
}
