"""The words of the calendar, and the pieces of pattern that every date form is built from."""

import re
from decimal import Decimal

from app.domain import calendar_names

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb febr",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
"""Seasons in the order of EDTF, where spring is month 21."""

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_UP_TO_TWENTIETH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ONES, _TENS = _UP_TO_NINETEEN.split(), _TENS_FROM_TWENTY.split()
NUMBERS = {word: number for number, word in enumerate(_ONES) if number} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
ORDINALS = {word: number for number, word in enumerate(_UP_TO_TWENTIETH.split(), start=1)} | {
    "twenty-first": 21,
    "latter": 2,
    "final": 4,
    "last": 4,
}
DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# White space within a line, or one line break: a date never runs over a blank line.
GAP = r"(?:[^\S\n]{1,2}|[^\S\n]?\n[^\S\n]{0,2})"
DASH = r"[-–—‐‑−]"
DAY = r"(?:0?[1-9]|[12]\d|3[01])"
NTH = r"(?:st|nd|rd|th)"
YEAR = r"(?:1[0-9]{3}|2[01][0-9]{2})(?!\w|[.,]\d)"
FULL_MONTH = "|".join(calendar_names.MONTHS)
MONTH = rf"(?:(?i:{FULL_MONTH})|(?i:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:\.|\b))(?![a-zA-Z])"
FULL_WEEKDAY = "|".join(calendar_names.WEEKDAYS)
MONTH_NAMES, WEEKDAY_NAMES = (frozenset(names.lower().split("|")) for names in (FULL_MONTH, FULL_WEEKDAY))
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\b\.?"
_ONE = "|".join(sorted(_ONES[1:], key=len, reverse=True))
_TEN = "|".join(_TENS)
NUMBER_WORD = rf"(?:(?:{_TEN})(?:[- ](?:{'|'.join(_ONES[1:10])}))?|{_ONE})"
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}(?:\.\d{{1,2}})?[½¼¾]?|(?i:{NUMBER_WORD}))"
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|1st|2nd|3rd|4th)"

# After a word that is also the first half of a name or a compound: the sentence goes on with no noun of its own.
FREE = (
    rf"(?=[.,;:!?)\]\"”—–]|\s?$|\n|{GAP}(?:\d|[A-Z(“\"–—-]|(?:and|or|but|when|after|before|as|with|to|at|of|in|on|by|for|from|that|"
    r"which|while|until|he|she|it|they|we|the|a|an|his|her|its|their|has|had|have|was|were|is|are|will|would|could|may|"
    r"might|because|amid|following|despite|though|if|since|so|then|not|this|last|next|two|three|some|about|more)\b))"
)

_PARTS_OF_ONE = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def month_of(word: str) -> int:
    """Number of a month's English name, short or full, with or without its point."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """Number of a weekday's English name, Monday 0."""
    return WEEKDAYS[word.lower().rstrip(".")]


def number_of(words: str) -> Decimal:
    """A count in digits or in English words up to ninety-nine, as `NUMBER` matches them."""
    text = words.lower()
    if text[0].isdigit():
        part = _PARTS_OF_ONE.get(text[-1], Decimal(0))
        return Decimal(text.rstrip("½¼¾").replace(",", "")) + part
    return Decimal(sum(NUMBERS[word] for word in re.split(r"[- ]", text)))


def ordinal_of(word: str) -> int:
    """Number of an ordinal ("third", "3rd"); "final" and "last" are the fourth, which is what they are of quarters."""
    text = word.lower()
    return int(re.sub(r"\D", "", text)) if text[0].isdigit() else ORDINALS[text]


def full_year(two_digits: int, now: int | None) -> int:
    """The year that two digits mean: at most fifteen years ahead of `now` (2025 if unknown), or a century back."""
    horizon = (now or 2025) + 15
    year = horizon - horizon % 100 + two_digits
    return year if year <= horizon else year - 100
