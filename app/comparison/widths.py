"""The one table of how wide a written number is: judgements of this project, shown to users in Help.

A width is a share of the printed value unless it says otherwise. `core` is what the words mean as printed, `halo` what
they can mean if the number was rounded before it was printed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.figure import Figure, Qualifier

CAP = Decimal("0.05")
"""No plain figure reaches further than this share of its value to either side."""
FIVE_GRAIN = 5
"""A figure whose last digit other than zero is 5 was perhaps rounded to fives."""
EXACT_COUNT = 20
"""Counts up to this are exact: people who say 12 have counted."""
FRACTION_CORE = Decimal("0.5")
"""Points to either side of a fraction in words."""
FRACTION_HALO = Decimal("0.05")
VAGUE_FROM = 2
"""A vague plural ("tens of millions") starts at twice its unit."""


class Row(StrEnum):
    """The rows of the table, by the words that choose them."""

    PLAIN = "plain"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_UNDER = "just under"
    JUST_OVER = "just over"
    OVER = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    AT_MOST = "at most"
    UNDER = "less than"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """Shares of the value that a hedged figure reaches below and above it."""

    core_below: Decimal = Decimal(0)
    core_above: Decimal = Decimal(0)
    halo_below: Decimal = Decimal(0)
    halo_above: Decimal = Decimal(0)


HEDGES: dict[Row, Hedge] = {
    Row.ABOUT: Hedge(
        core_below=Decimal("0.05"),
        core_above=Decimal("0.05"),
        halo_below=Decimal("0.10"),
        halo_above=Decimal("0.10"),
    ),
    Row.NEARLY: Hedge(core_below=Decimal("0.10"), halo_below=Decimal("0.15")),
    Row.JUST_UNDER: Hedge(core_below=Decimal("0.05"), halo_below=Decimal("0.10")),
    Row.JUST_OVER: Hedge(core_above=Decimal("0.05"), halo_above=Decimal("0.10")),
}

OPEN_BOUNDS = frozenset({Row.OVER, Row.AT_LEAST, Row.UP_TO, Row.AT_MOST, Row.UNDER})

_A_LITTLE = r"(?:just|slightly|marginally|fractionally|a (?:little|shade|touch|bit|fraction))"
# The first pattern that matches wins, so that "no more than" is not read as "more than".
_WORDS: dict[Row, re.Pattern[str]] = {
    row: re.compile(pattern, re.IGNORECASE)
    for row, pattern in {
        Row.JUST_UNDER: rf"\b{_A_LITTLE} (?:under|below|less than|fewer than|short of|shy of)\b",
        Row.JUST_OVER: rf"\b{_A_LITTLE} (?:over|above|more than)\b",
        Row.AT_MOST: r"\b(?:at (?:the )?most|no(?:t)? (?:more|greater|higher) than|not exceeding|maximum|max|capped"
        r"|ceiling|limited to|or (?:less|fewer|under|below))\b|[≤⩽]",
        Row.AT_LEAST: r"\b(?:at (?:the very )?least|no(?:t)? (?:fewer|less|lower) than|minimum|upwards? of"
        r"|or (?:more|over|above|higher|greater)|and (?:up|over|above|more)|plus)\b|[+≥⩾]",
        Row.UP_TO: r"\b(?:up to|as (?:much|many|high|large|big|long) as)\b",
        Row.OVER: r"\b(?:(?:more|greater|higher|larger|longer) than|over|above|exceed(?:s|ed|ing)?|in excess of"
        r"|north of|beyond|topp(?:ed|ing)|surpass(?:ed|ing))\b|[>]",
        Row.UNDER: r"\b(?:(?:less|fewer|lower|smaller|shorter) than|under|below|short of|shy of|south of)\b|[<]",
        Row.NEARLY: r"\b(?:nearly|almost|close (?:to|on)|approaching|nigh on|not quite|near(?:ing)?|verging on)\b",
        Row.ABOUT: r"\b(?:about|around|roughly|some|approx(?:imately)?|circa|c|ca|estimated?|or so|odd|ish"
        r"|give or take|more or less|in the (?:region|order|neighbourhood|vicinity) of|(?:of|on) the order of"
        r"|something like|broadly|or thereabouts|an average of)\b|[~≈∼]",
    }.items()
}

_FALLBACK: dict[Qualifier, Row] = {
    Qualifier.EXACT: Row.PLAIN,
    Qualifier.ABOUT: Row.ABOUT,
    Qualifier.NEARLY: Row.NEARLY,
    Qualifier.OVER: Row.OVER,
    Qualifier.UNDER: Row.UNDER,
    Qualifier.AT_LEAST: Row.AT_LEAST,
    # Weak rather than firm: a lower figure is then never called a conflict on a guess.
    Qualifier.AT_MOST: Row.UP_TO,
}

# Units that are measured, not counted: "5 km" is a rounded number, "5 ships" is not.
_MEASURES_LISTED = (
    "kilometre metre centimetre millimetre mile yard foot inch hectare acre tonne ton kilogram gram "
    "pound ounce litre gallon barrel pint degree watt kilowatt megawatt gigawatt terawatt kilowatt-hour megawatt- "
    "hour gigawatt-hour terawatt-hour volt hertz byte gigabyte terabyte second minute hour day week month year "
    "decade century knot joule calorie kelvin celsius fahrenheit"
)
MEASURES = frozenset(_MEASURES_LISTED.split())


def row_of(figure: Figure) -> Row:
    """The row that the figure's words choose; its qualifier where there are no words, or none that are listed."""
    for row, pattern in _WORDS.items():
        if figure.qualifier_words and pattern.search(figure.qualifier_words):
            return row
    return _FALLBACK[figure.qualifier]


def is_measured(unit: str) -> bool:
    """Whether a unit is read off a scale ("square mile", "knot") rather than counted ("missile")."""
    return any(word in MEASURES for word in unit.lower().split())
