"""Numbers as written: digits with thousands marks, number words, scales in every house style, and vague amounts."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.currency_signs import MEANS, SIGNS

ONE = Decimal(1)
ADDED_UP = Decimal(10_000)
"""As many hours, minutes or days as nothing takes: those of many things, which are counted ("3.6 million hours")."""

SCALES: dict[str, Decimal] = {
    "thousand": Decimal("1E3"),
    "k": Decimal("1E3"),
    "lakh": Decimal("1E5"),
    "lac": Decimal("1E5"),
    "million": Decimal("1E6"),
    "mil": Decimal("1E6"),
    "mill": Decimal("1E6"),
    "mln": Decimal("1E6"),
    "mn": Decimal("1E6"),
    "mio": Decimal("1E6"),
    "mm": Decimal("1E6"),
    "m": Decimal("1E6"),
    "crore": Decimal("1E7"),
    "cr": Decimal("1E7"),
    "billion": Decimal("1E9"),
    "bil": Decimal("1E9"),
    "bln": Decimal("1E9"),
    "bn": Decimal("1E9"),
    "b": Decimal("1E9"),
    "trillion": Decimal("1E12"),
    "trn": Decimal("1E12"),
    "tr": Decimal("1E12"),
    "tn": Decimal("1E12"),
    "t": Decimal("1E12"),
    "quadrillion": Decimal("1E15"),
}
SPACE = r"(?:[^\S\n]|\n(?=\S))"
_SCALE_WORD = r"(?:thousand|lakhs?|lacs?|million|crores?|billion|trillion|quadrillion)"

# "5 crore 82 lakh", "two lakh 40 thousand": a rest in a smaller scale.
_REST = re.compile(rf"{SPACE}(?P<count>\d{{1,2}}){SPACE}(?i:(?P<scale>lakhs?|thousand))\b")
_SCALES_WITH_REST = (SCALES["crore"], SCALES["lakh"])

# "m", "k", "b" and "t" may also be metres, kelvin, bits and tonnes: who reads the number decides.
_AMBIGUOUS = frozenset(("k", "m", "mm", "b", "t"))
_SCALE = re.compile(
    rf"(?:{SPACE}|-)?(?i:(?P<word>{_SCALE_WORD})(?:[\s-](?P<more>{_SCALE_WORD}|cr))?)\b"
    rf"|(?:-(?=(?i:bn|mn|mln|bln|trn|tn)\b)|{SPACE}?)(?P<short>(?i:bn|mn|mln|bln|mio|trn|tn|tr|crs?|mil|bil))(?![A-Za-z0-9])"
    r"|(?P<letter>mm|MM|[kKmMbBtT])(?![A-Za-z0-9²³/])"
)

_SPACED_LETTER = re.compile(r" [mMbB]\b")
# "7.4 m tonnes", but "8 m poles": what comes in millions and has no length of its own.
_LETTER_OF_MANY = re.compile(
    r" [mb](?= (?:metric )?(?:tonnes|tons|barrels|litres|liters|gallons|bushels|hectares|acres|cubic|sq|square|people"
    r"|persons|children|men|women|homes|households|jobs|workers|voters|votes|users|customers|passengers|visitors"
    r"|cases|doses|copies|units|shares)\b)"
)
_LETTER_OF_MONEY = re.compile(rf"[kKmMbB](?=/[A-Za-z{SIGNS}])")
"""After a sign of money a letter before a stroke is a scale: "£390m/yr" is no speed."""

_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333", "⅔": "0.666667", "⅛": "0.125", "⅕": "0.2"}
_PLAIN = re.compile(r"\d{1,24}(?:\.\d{1,12})?|\.\d{1,12}")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3}){1,7}(?:\.\d{1,12})?|\d{1,2}(?:,\d{2}){1,7},\d{3}(?:\.\d{1,12})?")
_OTHER_GROUPED = re.compile(r"\d{1,3}(?:['’]\d{3}){1,7}|\d{1,3}(?:\.\d{3}){2,7}(?:,\d{1,2})?|\d{1,3}\.\d{3},\d{2}")
_COMMA_DECIMAL = re.compile(r"(?:0|[1-9]\d{0,2}),\d{1,2}")
# Typeset spaces always group, a plain space only before a closing "000" or twice, and once where `_ONCE` says so;
# tokenised text has " . " and " , ".
_SPACED = re.compile(
    r"[1-9]\d{0,2}(?:[\u00a0\u2009\u202f]\d{3})+(?![\d.,]*\d)|[1-9]\d{0,2}(?:(?: \d{3})* 000|"
    r"(?: \d{3}){2,6})(?! ?\d)|\d{1,3}(?: , \d{3})+(?! ?\d)|\d{1,6} \. \d{1,4}(?= ?%| (?:per ?cent|pct|thousand|"
    r"million|billion|trillion)\b)"
)
# "238 500 tonnes", "€238 500", but "On May 12 300 people came", "page 12 300 times".
_ONCE = re.compile(
    r"(?:(?<=[a-z:(“\"] )|(?<=(?:19|20)\d\d )|(?<=\n)|(?<![\s\S]))[1-9]\d{0,2} \d{3}"
    r"(?= (?:[a-z-]{3,} )?(?!less|plus|this|across|times)(?:[a-z]{3,}s|people|[kM]m|kg|ha|[MG]Wh?|per ?cent)\b)"
    rf"|(?<=[{SIGNS}])[1-9]\d{{0,2}} \d{{3}}(?![\w.,]*\d| \d)"
)
_DIGIT_NEXT = re.compile(r" \d")
_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_FRACTION_TAIL = re.compile(r" ?([½¼¾⅓⅔⅛⅕])| ([1-9]) ?/ ?([2-9]|16|32)(?![\d/])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in its place. `low` and `high` differ only for vague amounts; `mantissa` stands before the scale.

    `digits_end` is where the digits end; `letter` is a scale letter that may be a unit instead, and then the number
    without it is `mantissa`. `shape` tells "plain", "grouped" (thousands marks) and "words" apart.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    mantissa: Decimal
    digits_end: int
    scale: Decimal = ONE
    letter: str = ""
    shape: str = "plain"
    vague: bool = False

    @property
    def scaled(self) -> bool:
        """Whether a scale is sure: a letter that may be a unit does not count."""
        return self.scale != ONE and not self.letter


def scale_at(text: str, end: int, *, priced: bool = False) -> tuple[Decimal, str, int]:
    """The scale after a number: its factor, the letter if it is an ambiguous one, and where it ends.

    `priced` says that a sign of money stands before the number.
    """
    match = _SCALE.match(text, end)
    if match is None:
        if (priced and _SPACED_LETTER.match(text, end)) or _LETTER_OF_MANY.match(text, end):
            return SCALES[text[end + 1].lower()], "", end + 2
        if priced and _LETTER_OF_MONEY.match(text, end):
            return SCALES[text[end].lower()], "", end + 1
        return ONE, "", end
    if match["letter"]:
        letter = match["letter"]
        return SCALES[letter.lower()], letter if letter.lower() in _AMBIGUOUS else "", match.end()
    word = (match["word"] or match["short"]).lower()
    factor = SCALES[word.removesuffix("s")]
    if match["more"]:
        factor *= SCALES[match["more"].lower().removesuffix("s")]
    return factor, "", match.end()


def with_rest(text: str, value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, int]:
    """A value that ends in a scale with what an Indian number adds in a smaller one, and where that ends."""
    match = _REST.match(text, end) if scale in _SCALES_WITH_REST else None
    smaller = SCALES[match["scale"].lower().removesuffix("s")] if match else scale
    if match is None or smaller >= scale:
        return value, end
    return value + int(match["count"]) * smaller, match.end()


def in_digits(text: str, start: int, end: int) -> Number | None:
    """The number whose digits, marks and points fill `text[start:end]`; None where they form no number."""
    token = text[start:end]
    shape = "plain"
    spaced = _SPACED.match(text, start) or (_ONCE.match(text, start) if _DIGIT_NEXT.match(text, end) else None)
    if spaced is not None and spaced.end() > end:
        end = spaced.end()
        value = Decimal(re.sub(r"[\s,]", "", spaced.group()))
        shape = "plain" if "." in spaced.group() else "grouped"
    elif _PLAIN.fullmatch(token):
        value = Decimal(token)
    elif _GROUPED.fullmatch(token):
        value, shape = Decimal(token.replace(",", "")), "grouped"
    elif _OTHER_GROUPED.fullmatch(token):
        value, shape = Decimal(re.sub("[.'’]", "", token).replace(",", ".")), "grouped"
    elif _COMMA_DECIMAL.fullmatch(token):
        value = Decimal(token.replace(",", "."))
    else:
        return None
    if shape == "plain" and (tail := _FRACTION_TAIL.match(text, end)):
        part = Decimal(_VULGAR[tail[1]]) if tail[1] else (Decimal(tail[2]) / Decimal(tail[3])).quantize(Decimal("1E-6"))
        if "." in token:  # "$4.24 3/4" is a price with parts of a cent
            part /= 100
        value, end = value + part.normalize(), tail.end()
    scale, letter, scale_end = scale_at(text, end, priced=text[start - 1 : start] in MEANS)
    total, scale_end = with_rest(text, value * scale, scale, scale_end)
    return Number(
        start=start,
        end=scale_end,
        low=total,
        high=total,
        mantissa=value,
        digits_end=end,
        scale=scale,
        letter=letter,
        shape=shape,
    )


def vulgar(text: str, start: int) -> Number:
    """A fraction sign on its own ("½ million")."""
    value = Decimal(_VULGAR[text[start]])
    scale, letter, end = scale_at(text, start + 1)
    return Number(
        start=start,
        end=end,
        low=value * scale,
        high=value * scale,
        mantissa=value,
        digits_end=start + 1,
        scale=scale,
        letter=letter,
    )


def is_year(text: str, number: Number) -> bool:
    """Whether a bare number may be a year: four digits without a thousands mark or scale."""
    return number.scale == ONE and _YEAR.fullmatch(text, number.start, number.end) is not None


VULGAR_SIGNS = "".join(_VULGAR)
