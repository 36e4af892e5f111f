"""Two figures of one sentence or article: one amount in two currencies, or two values by one voice.

Who says in one breath that the bill went from £4m to £6m, or that it is £4m at least and £6m at most, contradicts
nobody, and nor does one named source in one article. Where two are named, they may.
"""

import re

from app.comparison.pair import Pair, Side
from app.comparison.steps import common_ground, succession, values
from app.domain.figure import Kind

_OPENS = re.compile(r"[A-Za-z ]{0,25}\((?:(?:or|about|around|some|roughly|nearly|almost|approximately) )*")
_CLOSES = re.compile(r"[A-Za-z ]{0,12}\)")
_CURRENCY = re.compile(r"\b(?:euros?|dollars?|pounds?|francs?|crowns?|kron[aeo]r?|yen|yuan|rupees?|pesos?|rand|lira)\b")
"""Of the amount before the brackets, where both were read in one currency."""
_SOURCES = re.compile(
    r"\b(?:said|says?|told|claim(?:s|ed)?|estimate[sd]?|reckon(?:s|ed)?|according to|insist(?:s|ed)?"
    r"|puts? (?:it|the)|quoted|figures? (?:from|of|by))\b"
)
_TWO = 2


def is_conversion(pair: Pair) -> bool:
    """Whether one stands in brackets behind the other, as the same amount in another currency does."""
    if not _is_one_sentence(pair) or {side.figure.kind for side in pair.sides} != {Kind.MONEY}:
        return False
    first, last = sorted(pair.sides, key=_start)
    text = first.statement.text
    between = text[_end(first) : _start(last)]
    if first.figure.unit == last.figure.unit and _CURRENCY.search(between) is None:
        return False  # in accounts the year before stands in brackets
    return _OPENS.fullmatch(between) is not None and _CLOSES.match(text, _end(last)) is not None


def is_one_voice(pair: Pair) -> bool:
    """Whether one sentence or article gives both, and names no two sources for them."""
    one, other = (side.statement.claim.speaker for side in pair.sides)
    if not _is_one_sentence(pair):
        article = pair.a.statement.article
        if article is None or article != pair.b.statement.article or values.slips_by_scale(pair):
            return False
        return succession.same_voice(pair.a, pair.b) is True or (one is other is None and common_ground.is_thin(pair))
    if one is not None and other is not None:
        return one.name == other.name
    return len(_SOURCES.findall(pair.a.statement.text.lower())) < _TWO


def order(pair: Pair) -> tuple[str, str]:
    """Which of the two is which, as a sentence says it after "is"."""
    if not _is_one_sentence(pair):
        return "one figure of its article", "another of the same article"
    words = "one of two that a sentence sets side by side", "the other of them"
    return words if _start(pair.a) < _start(pair.b) else words[::-1]


def _is_one_sentence(pair: Pair) -> bool:
    one, other = (side.statement for side in pair.sides)
    return one.text == other.text and one.place is not None and other.place is not None and one.place != other.place


def _start(side: Side) -> int:
    place = side.statement.place
    return place.start if place else 0


def _end(side: Side) -> int:
    place = side.statement.place
    return place.end if place else 0
