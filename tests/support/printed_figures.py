"""Figures of every kind drawn by lot, each as the words that print it and the value that these state."""

import random
from dataclasses import dataclass
from decimal import Decimal

from app.domain.figure import Figure, Kind, Qualifier

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SIGNS = {"GBP": "£", "USD": "$", "EUR": "€"}
_RATES = {"GBP": 1.0, "USD": 1.3, "EUR": 1.2}
_CUES = (
    ("", Qualifier.EXACT), ("about", Qualifier.ABOUT), ("nearly", Qualifier.NEARLY), ("more than", Qualifier.OVER),
    ("less than", Qualifier.UNDER), ("at least", Qualifier.AT_LEAST), ("up to", Qualifier.AT_MOST),
)  # fmt: skip
_CUE_WEIGHTS = (70, 8, 6, 6, 3, 4, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A figure in print; `cue` are the words before it that hedge or bound it."""

    surface: str
    figure: Figure
    cue: str = ""


def money(draw: random.Random, worth: float, currency: str) -> Printed:
    """A sum about what something is worth, or a range, or each year."""
    cue, qualifier = draw.choices(_CUES, _CUE_WEIGHTS)[0]
    surface, low = _scaled(worth * draw.lognormvariate(0, 0.4))
    surface, high = SIGNS[currency] + surface, low
    if draw.random() < 0.06:
        more, high = _scaled(float(low) * 1.25)
        surface, cue, qualifier = f"{surface} to {SIGNS[currency]}{more}", "", Qualifier.EXACT
    per = "year" if draw.random() < 0.35 else None
    figure = Figure(
        kind=Kind.MONEY, low=low, high=high, unit=currency, per=per, qualifier=qualifier, qualifier_words=cue
    )
    return Printed(surface=f"{surface} a year" if per else surface, figure=figure, cue=cue)


def converted(draw: random.Random, given: Figure) -> Printed:
    """A sum again in another currency."""
    code = draw.choice([one for one in SIGNS if one != given.unit])
    surface, value = _scaled(float(given.low or 0) * _RATES[code] / _RATES[given.unit or code])
    return Printed(
        surface=SIGNS[code] + surface,
        figure=Figure(kind=Kind.MONEY, low=value, high=value, unit=code, per=given.per),
    )


def percentage(draw: random.Random) -> Printed:
    """A percentage, points or a fraction."""
    chance = draw.random()
    if chance < 0.08:
        words, value = draw.choice((("a third", "33.3333"), ("a quarter", "25"), ("half", "50"), ("a fifth", "20")))
        low = Decimal(value)
        return Printed(
            surface=words, figure=Figure(kind=Kind.PERCENTAGE, low=low, high=low, unit="percent", fraction=True)
        )
    cue, qualifier = draw.choices(_CUES, _CUE_WEIGHTS)[0]
    digits = str(draw.randint(2, 95)) if chance < 0.6 else f"{draw.uniform(0.2, 30):.1f}"
    words, unit = (" percentage points", "percentage_point") if chance > 0.95 else (" per cent", "percent")
    if chance < 0.35:
        words = "%"
    low = Decimal(digits)
    figure = Figure(kind=Kind.PERCENTAGE, low=low, high=low, unit=unit, qualifier=qualifier, qualifier_words=cue)
    return Printed(surface=digits + words, figure=figure, cue=cue)


def quantity(draw: random.Random, many: float, counted: tuple[str, str]) -> Printed:
    """So many of something, or "thousands of" it."""
    plural, unit = counted
    if draw.random() < 0.04:
        low, high = Decimal("1E3"), Decimal("1.0E4")
        figure = Figure(kind=Kind.QUANTITY, low=low, high=high, unit=unit, vague=True)
        return Printed(surface=f"thousands of {plural}", figure=figure)
    cue, qualifier = draw.choices(_CUES, _CUE_WEIGHTS)[0]
    surface, low = _scaled(max(3.0, many * draw.lognormvariate(0, 0.4)))
    figure = Figure(kind=Kind.QUANTITY, low=low, high=low, unit=unit, qualifier=qualifier, qualifier_words=cue)
    return Printed(surface=f"{surface} {plural}", figure=figure, cue=cue)


def date(draw: random.Random, year: int) -> Printed:
    """A year, a month or a day, about the years around the story's, perhaps fiscal or by then."""
    year += int(draw.triangular(-8, 25, 2))
    month, day = draw.randint(1, 12), draw.randint(1, 28)
    modifier = "by" if draw.random() < 0.4 else None
    words, said, fiscal = draw.choice(
        (
            (f"{year}", f"{year}", False),
            (f"{MONTHS[month - 1]} {year}", f"{year}-{month:02}", False),
            (f"{day} {MONTHS[month - 1]} {year}", f"{year}-{month:02}-{day:02}", False),
            (f"{year}/{(year + 1) % 100:02}", f"{year}-04/{year + 1}-03", True),
        )
    )
    return Printed(
        surface=words,
        figure=Figure(kind=Kind.DATE, date=said, modifier=modifier, fiscal=fiscal),
        cue=modifier or "in",
    )


def duration(draw: random.Random) -> Printed:
    """A length of time."""
    many = draw.randint(2, 99)
    words, letter = draw.choice((("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D")))
    return Printed(surface=f"{many} {words}", figure=Figure(kind=Kind.DURATION, date=f"P{many}{letter}"))


def _scaled(value: float) -> tuple[str, Decimal]:
    """A number as news prints it, rounded, and with its digits as they stand."""
    for letters, exponent in (("tn", 12), ("bn", 9), ("m", 6)):
        if value >= 10**exponent:
            scaled = value / 10**exponent
            digits = f"{scaled:.1f}" if scaled < 10 else f"{scaled:.0f}"
            return digits + letters, Decimal(f"{digits}E{exponent}")
    rounded = int(round(value, -2 if value >= 1000 else 0))
    return f"{rounded:,}", Decimal(rounded)
