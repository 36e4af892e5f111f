"""Ratios that stand for a percentage: "one in five", "nine out of ten", "one household in 18", "2/3 of"."""

import re
from decimal import Decimal
from itertools import pairwise

from app.domain.currency_signs import MEANS
from app.extraction.dates.calendar_names import FULL_MONTH
from app.extraction.mention import Mention
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.percentages.shares import share
from app.extraction.quantities import nouns

_TEN, _TWENTY = Decimal(10), Decimal(20)
# "One household in 18", but neither "one win in 12" nor "two deaths in 12 hospitals".
_OF_KIND = re.compile(
    r"\s(?!(?:win|goal|defeat|loss|draw|try|run|game|match|time|year|month|week|day|hour|of)s?\b)(?:[a-z]+\s){0,2}?"
    r"[a-z]{3,}\sin\s(?:every\s)?(?:about\s)?",
    re.IGNORECASE,
)
_IN = re.compile(
    r"(?P<in>[\s-]in[\s-](?:every[\s-])?)|(?P<out>\s+out\s+of\s+(?:every\s+|the\s+|its\s+|their\s+)?)", re.IGNORECASE
)
_BEGINS_RATIO = re.compile(
    r"(?:\A|[.!?;:(—–]\s*|\b(?:roughly|about|around|nearly|almost|than|to|from|versus|vs|against|only|just|now)\s)\Z",
    re.IGNORECASE,
)
_NOT_WHOLE = re.compile(
    r"(?:\s|-)(?:years?|months?|weeks?|days?|hours?|minutes?|seasons?|games?|per ?cent|percent|%|million|billion|"
    rf"matches|quarters?|overs|attempts|goals|sessions|rounds?|innings|{FULL_MONTH})|\s?%|th\b|st\b|nd\b|rd\b",
    re.IGNORECASE,
)
_DIGITS_OF = re.compile(r"(?P<top>\d{1,2})/(?P<bottom>\d{1,2})(?:ths|rds|nds)?(?=\s+of\b|\s+majority\b)")
_ROUND = frozenset((25, 30, 40, 50, 60, 80, 100, 120, 150, 200, 250, 300, 400, 500, 1000, 5000, 10000, 100000, 1000000))


def read(text: str, numbers: list[Number]) -> list[Mention]:
    """ "One in five", "nine out of ten", "1 in 10", "2/3 of"."""
    found = []
    for first, second in pairwise(numbers):
        gap = text[first.end : second.start]
        if len(gap) > 40 or not 0 < first.low < second.low or first.letter or first.vague:
            continue
        if match := _IN.fullmatch(gap):
            whole = int(second.low) if second.low == second.low.to_integral() else 0
            known = 2 <= whole <= 20 or whole in _ROUND or second.shape == "grouped" or _is_one_in(text, first)
            if (known or match["out"]) and not _NOT_WHOLE.match(text, second.end) and _is_free(text, first.start):
                found.append(share(text, first.start, second.end, first.low, second.low, "fraction-in"))
        elif first.low < _TEN and (second.low <= _TWENTY or second.low in _ROUND) and _OF_KIND.fullmatch(gap):
            counted = nouns.counted(text, second.end)
            if not _NOT_WHOLE.match(text, second.end) and (counted is None or counted.end == second.end):
                found.append(share(text, first.start, second.end, first.low, second.low, "fraction-in"))
        elif gap == "/" and (match := _DIGITS_OF.match(text, first.start)) and _is_free(text, first.start):
            found.append(share(text, first.start, match.end(), first.low, second.low, "fraction-digits"))
    return found


def _is_one_in(text: str, one: Number) -> bool:
    """Whether a one begins a ratio of any size: "about 1 in 31 children", but not "channel 1 in 31 towns"."""
    return one.low == ONE and _BEGINS_RATIO.search(text[max(0, one.start - 16) : one.start]) is not None


def _is_free(text: str, start: int) -> bool:
    return not text[start - 1 : start].isalnum() and text[start - 1 : start] not in ("-", "/", *MEANS)
