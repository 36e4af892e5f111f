"""Figures that restate the one before them in other units: "£1.6 billion ($2 billion)", "10 miles, or 16 km"."""

import re
from collections.abc import Sequence

from app.domain.figure import Kind
from app.extraction.mention import Mention
from app.extraction.quantities.units import DIMENSIONS

_SAME_AS = r"(?:or|equal to|equivalent to|the equivalent of|i\.e\.,?|that is,?|worth|some|=|≈)"
_OPENS = re.compile(rf"\s*[(\[]\s*(?:{_SAME_AS}\s*)*", re.IGNORECASE)
_GOES_ON = re.compile(rf"\s*[;,/]\s*(?:{_SAME_AS}\s*)?|\s+{_SAME_AS}\s+", re.IGNORECASE)
_BESIDE = re.compile(r",?\s+or\s+|\s*/\s*|,\s+(?:equivalent to|equal to|the equivalent of)\s+", re.IGNORECASE)
_CLOSES = re.compile(r"[^()\[\]\n]{0,60}[)\]]")


def pairs(text: str, mentions: Sequence[Mention]) -> dict[int, int]:
    """For each figure that restates another one in other units, its position and that of the figure restated.

    `mentions` are in the order of the text. Only amounts in two currencies and measures of one dimension restate each
    other; a chain ("£120m (€140m; $160m)") leads back to its first figure.
    """
    found: dict[int, int] = {}
    for position in range(1, len(mentions)):
        first, second = mentions[position - 1], mentions[position]
        gap = (first.span.end, second.span.start)
        if gap[1] - gap[0] > 32 or not _alike(first, second):
            continue
        if position - 1 in found and _GOES_ON.fullmatch(text, *gap):
            root = found[position - 1]
            if _alike(mentions[root], second):
                found[position] = root
        elif _BESIDE.fullmatch(text, *gap) or (_OPENS.fullmatch(text, *gap) and _CLOSES.match(text, second.span.end)):
            found[position] = position - 1
    return found


def _alike(first: Mention, second: Mention) -> bool:
    """Whether both may state one amount: other units of one dimension."""
    one, other = first.figure, second.figure
    if one.kind != other.kind or one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    if one.kind is Kind.MONEY:
        return True
    return one.kind is Kind.QUANTITY and DIMENSIONS.get(one.unit, one.unit) == DIMENSIONS.get(other.unit)
