"""The one table of how wide a written number is: judgements of this project, shown to users in Help.

A width is a share of the printed value unless it says otherwise. `core` is what the words mean as printed, `halo` what
they can mean if the number was rounded before it was printed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Literal

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
FX_HALO = Decimal("0.03")
"""To either side of an amount in another currency: rates of a month lie that far apart, and its day is not told."""
VAGUE_FROM = 2
"""A vague plural ("tens of millions") starts at twice its unit."""


class Hedge(StrEnum):
    """The rows of the table: how words hedge or bound a number; PLAIN where none does."""

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
class Margins:
    """Shares of the value that a hedged figure reaches below and above it."""

    core_below: Decimal = Decimal(0)
    core_above: Decimal = Decimal(0)
    halo_below: Decimal = Decimal(0)
    halo_above: Decimal = Decimal(0)


MARGINS: dict[Hedge, Margins] = {
    Hedge.ABOUT: Margins(
        core_below=Decimal("0.05"),
        core_above=Decimal("0.05"),
        halo_below=Decimal("0.10"),
        halo_above=Decimal("0.10"),
    ),
    Hedge.NEARLY: Margins(core_below=Decimal("0.10"), halo_below=Decimal("0.15")),
    Hedge.JUST_UNDER: Margins(core_below=Decimal("0.05"), halo_below=Decimal("0.10")),
    Hedge.JUST_OVER: Margins(core_above=Decimal("0.05"), halo_above=Decimal("0.10")),
}
"""No plain number is narrower for being hedged: "about" reaches at least as far as the halo of the number alone."""
GIVEN_TO = 3
"""A number given to as many figures is not rounded to fewer: "about" then reaches as far as the places below tell."""
ABOUT_PLACES = (1, 2)
"""Of the last figure other than zero, to either side of such a number, for core and halo."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """An open bound: to which side it is open, whether the value itself is allowed, and what the halo adds to it."""

    upwards: bool
    closed: bool
    halo_adds: Literal["nothing", "core", "halo"] = "nothing"
    """Which half-width of the number alone the halo reaches past the value."""


BOUNDS: dict[Hedge, Bound] = {
    Hedge.OVER: Bound(upwards=True, closed=False, halo_adds="core"),
    Hedge.AT_LEAST: Bound(upwards=True, closed=True),
    # The top of a range may have been rounded; a ceiling is firm.
    Hedge.UP_TO: Bound(upwards=False, closed=True, halo_adds="halo"),
    Hedge.AT_MOST: Bound(upwards=False, closed=True),
    Hedge.UNDER: Bound(upwards=False, closed=False),
}
OPEN_BOUNDS = frozenset(BOUNDS)


def _listed(phrases: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in phrases.split(","))


_A_LITTLE = _listed("just, slightly, marginally, fractionally, a little, a shade, a touch, a bit, a fraction")
WORDS: dict[Hedge, tuple[str, ...]] = {
    Hedge.JUST_UNDER: tuple(
        f"{little} {under}"
        for under in _listed("under, below, less than, fewer than, short of, shy of")
        for little in _A_LITTLE
    ),
    Hedge.JUST_OVER: tuple(f"{little} {over}" for over in _listed("over, above, more than") for little in _A_LITTLE),
    Hedge.AT_MOST: _listed(
        "at most, no more than, or less, or fewer, ≤, ⩽, at the most, not more than, no greater than, "
        "not greater than, no higher than, not higher than, not exceeding, or under, or below, maximum, max, "
        "capped, ceiling, limited to"
    ),
    Hedge.AT_LEAST: _listed(
        "at least, no less than, no fewer than, or more, +, ≥, ⩾, at the very least, no lower than, not less than, "
        "not fewer than, not lower than, minimum, upwards of, upward of, or over, or above, or higher, or greater, "
        "and up, and over, and above, and more, plus"
    ),
    Hedge.UP_TO: _listed("up to, as much as, as many as, as high as, as large as, as big as, as long as"),
    Hedge.OVER: _listed(
        "more than, over, above, in excess of, >, greater than, higher than, larger than, longer than, exceed, "
        "exceeds, exceeded, exceeding, north of, beyond, topped, topping, surpassed, surpassing"
    ),
    Hedge.UNDER: _listed(
        "less than, under, below, fewer than, <, lower than, smaller than, shorter than, short of, shy of, south of"
    ),
    Hedge.NEARLY: _listed(
        "nearly, almost, close to, approaching, not quite, close on, nigh on, near, nearing, verging on"
    ),
    Hedge.ABOUT: _listed(
        "about, around, roughly, some, an average of, ~, ≈, ∼, approximately, approx, circa, c, ca, estimated, "
        "estimate, or so, odd, ish, give or take, more or less, in the region of, in the order of, "
        "in the neighbourhood of, in the vicinity of, of the order of, on the order of, something like, broadly, "
        "or thereabouts"
    ),
}
"""The words of a hedge, the commonest first.

Words that are listed are their own hedge ("more or less"). Of others the first hedge wins that has a part of them, so
that "certainly no more than" is not read as "more than".
"""


def _pattern(listed: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(words) for words in listed if words[0].isalpha())
    signs = "".join(sign for sign in listed if not sign[0].isalpha())
    return re.compile(rf"\b(?:{words})\b" + (f"|[{signs}]" if signs else ""), re.IGNORECASE)


_LISTED = {words: hedge for hedge, listed in WORDS.items() for words in listed}
_PATTERNS = {hedge: _pattern(listed) for hedge, listed in WORDS.items()}

_FALLBACK: dict[Qualifier, Hedge] = {
    Qualifier.EXACT: Hedge.PLAIN,
    Qualifier.ABOUT: Hedge.ABOUT,
    Qualifier.NEARLY: Hedge.NEARLY,
    Qualifier.OVER: Hedge.OVER,
    Qualifier.UNDER: Hedge.UNDER,
    Qualifier.AT_LEAST: Hedge.AT_LEAST,
    # Weak rather than firm: a lower figure is then never called a conflict on a guess.
    Qualifier.AT_MOST: Hedge.UP_TO,
}

_ESTIMATED = frozenset({"estimated", "an estimated", "estimate"})
"""These tell how a number was got. That it is round as well they say of one figure alone ("an estimated £2bn")."""


_LOW = frozenset({Hedge.AT_MOST, Hedge.UP_TO, Hedge.UNDER, Hedge.JUST_UNDER, Hedge.NEARLY})
_HIGH = frozenset({Hedge.AT_LEAST, Hedge.OVER, Hedge.JUST_OVER})
_WITHIN = {
    Qualifier.AT_MOST: _LOW,
    Qualifier.UNDER: _LOW,
    Qualifier.NEARLY: _LOW,
    Qualifier.AT_LEAST: _HIGH,
    Qualifier.OVER: _HIGH,
}
"""The hedges that the words of a bound may be; those of other figures may be any."""


def figures(value: Decimal) -> int:
    """To how many figures a number is given: three for 7.39m and 125,000."""
    return len("".join(map(str, value.as_tuple().digits)).strip("0")) or 1


def hedge_of(figure: Figure) -> Hedge:
    """The hedge that the figure's words are; its qualifier where there are no words, or none that say it more exactly.

    Words only say more of a bound, and never turn it round: "no longer than" is at most, though "longer than" is over.
    """
    if figure.qualifier_words.lower() in _ESTIMATED and figure.low is not None and figures(figure.low) > 1:
        return Hedge.PLAIN
    found = _hedge_of(figure.qualifier_words) if figure.qualifier_words else None
    if found is None or found not in _WITHIN.get(figure.qualifier, frozenset(Hedge)):
        return _FALLBACK[figure.qualifier]
    return found


@lru_cache(maxsize=256)
def _hedge_of(words: str) -> Hedge | None:
    first = next((hedge for hedge, pattern in _PATTERNS.items() if pattern.search(words)), None)
    return _LISTED.get(words.lower(), first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table for people: how a number is written or hedged, and what is then taken as core and halo."""

    words: str
    core: str
    halo: str


_SHOWN = 6
"""So many words of a hedge are shown; `WORDS` has them all."""
_NOTHING_MORE = "the same"


def rows() -> tuple[Line, ...]:
    """The whole table in plain words, from the numbers with which widths are computed."""
    cap, fives = _percent(CAP), FIVE_GRAIN
    plain = (
        Line(
            words="a number without decimals (“£120 million”)",
            core=f"half the place of the last digit written to either side, at most {cap}",
            halo=f"half the place of the last digit other than 0, {fives} times that if it is a {fives}; at most {cap}",
        ),
        Line(
            words="a number with decimals (“£34.7bn”)",
            core=f"half the place of the last digit written to either side, at most {cap}",
            halo=_NOTHING_MORE,
        ),
        Line(words="a percentage", core="half the place of the last digit written to either side", halo=_NOTHING_MORE),
        Line(
            words="a fraction in words (“a third”)",
            core=f"{FRACTION_CORE} points to either side",
            halo=f"{_percent(FRACTION_HALO)} to either side, at least the core",
        ),
        Line(
            words="a length of time (“28 minutes”)",
            core="exact",
            halo=f"half the place of the last digit written to either side, at most {cap}",
        ),
        Line(words=f"a count up to {EXACT_COUNT}, a date", core="exact", halo="exact"),
        Line(
            words="a range (“4 to 6.5”)",
            core="from the core of its lower end to that of its upper",
            halo="the same of the halos",
        ),
        Line(
            words="an amount brought from another currency",
            core="that of the amount as written",
            halo=f"{_percent(FX_HALO)} further to either side: of which day the writer’s rate is, is not told",
        ),
        Line(
            words="a vague plural (“tens of millions”)",
            core=f"from {VAGUE_FROM} times the unit up to the next larger one, which is left out",
            halo=_NOTHING_MORE,
        ),
    )
    return plain + tuple(_line(hedge) for hedge in (*MARGINS, *BOUNDS))


def _line(hedge: Hedge) -> Line:
    words = ", ".join(WORDS[hedge][:_SHOWN])
    if hedge in BOUNDS:
        return Line(words=words, core=_open_end(BOUNDS[hedge]), halo=_HALO_ADDS[BOUNDS[hedge].halo_adds])
    margins = MARGINS[hedge]
    if hedge is Hedge.ABOUT:
        core, halo = _percent(margins.core_below), _percent(margins.halo_below)
        close, closest = (f"; of {GIVEN_TO} figures or more, {places} in the last" for places in ABOUT_PLACES)
        return Line(
            words=words,
            core=f"{core} to either side, at least the halo of the number alone{close}",
            halo=f"{halo} to either side, at least the core{closest}",
        )
    core = f"{_reach(margins.core_below, margins.core_above)}, the number itself left out"
    return Line(words=words, core=core, halo=f"{_reach(margins.halo_below, margins.halo_above)}, the number included")


def _reach(below: Decimal, above: Decimal) -> str:
    return f"up to {_percent(below or above)} {'below' if below else 'above'}"


def _open_end(bound: Bound) -> str:
    which = "or" if bound.closed else "but not"
    return f"anything {'above' if bound.upwards else 'below'}, {which} the number itself"


_HALO_ADDS = {
    "nothing": _NOTHING_MORE,
    "core": "also the core of the number alone",
    "halo": "also the halo of the number alone",
}


def _percent(share: Decimal) -> str:
    return f"{(share * 100).normalize():f} %"
