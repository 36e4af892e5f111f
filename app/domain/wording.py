"""Figures in the program's own words: one house style for screens, sentences and exports.

Money takes a sign and a scale letter ("£3.4bn"), percentages a space before the sign ("3.5 %"), counts thousands marks.
"""

import datetime
import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.domain import lengths, number_words, units
from app.domain.calendar_names import MONTHS
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.interval import INFINITY, Bounds

CURRENCY_SIGNS: dict[str, str] = {
    "GBP": "£",
    "USD": "$",
    "EUR": "€",
    "JPY": "¥",
    "INR": "₹",
    "AUD": "A$",
    "CAD": "C$",
    "NZD": "NZ$",
    "HKD": "HK$",
    "SGD": "S$",
}
_CURRENCY_NAMES = {"GBP": "pounds", "USD": "dollars", "EUR": "euros", "JPY": "yen", "INR": "rupees"}
_QUALIFIERS: dict[Qualifier, str] = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about",
    Qualifier.NEARLY: "nearly",
    Qualifier.OVER: "more than",
    Qualifier.UNDER: "less than",
    Qualifier.AT_LEAST: "at least",
    Qualifier.AT_MOST: "up to",
}
# Of an amount without a scale letter: "£2.3" is written £2.30.
_ONE_DECIMAL = re.compile(r"^[\d,]+\.\d$")
# Words that cannot stand before a number: signs, and what is written after it.
_NOT_BEFORE = re.compile(r"[^a-z ]|^(?:or|and|plus|odd|ish)\b", re.IGNORECASE)
_FRACTIONS: dict[str, str] = {
    "50": "half",
    "33.3333": "a third",
    "66.6667": "two thirds",
    "25": "a quarter",
    "75": "three quarters",
    "20": "a fifth",
    "40": "two fifths",
    "60": "three fifths",
    "80": "four fifths",
    "10": "a tenth",
    "90": "nine in ten",
}
_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches",
    "life": "lives", "wife": "wives", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
    "kelvin": "kelvin", "kilohertz": "kilohertz", "megahertz": "megahertz", "gigahertz": "gigahertz",
}  # fmt: skip
_NO_PLURAL = frozenset({"aircraft", "people", "troops", "staff", "personnel", "hertz", "police", "species", "series"})
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}


def say(figure: Figure) -> str:
    """A figure as the program says it: "nearly £200m a year", "3.5 %", "more than 5,000 missiles", "99 years"."""
    words = _qualifier(figure)
    if figure.kind is Kind.DATE:
        return " ".join(
            filter(None, (words, _modified(figure.modifier, _date(figure.date or "", fiscal=figure.fiscal))))
        )
    if figure.kind is Kind.DURATION and figure.low is None:
        return " ".join(filter(None, (words, duration(figure.date or "") + rate(figure.per))))
    return f"{words} {_body(figure)}{rate(figure.per)}".strip()


def amount(value: Decimal, unit: str | None) -> str:
    """A computed amount, to four significant digits where it takes a scale letter: "£65m", "£9.999bn", "0.5 %"."""
    size = abs(value)
    if size >= number_words.SAID_IN_LETTERS or size != size.to_integral_value():
        size = number_words.rounded(size)
    return _with_unit(number_words.digits(size), size, unit, negative=value < 0)


def scaled(figure: Figure, factor: Decimal, unit: str | None) -> str:
    """An amount so many times as large, in another unit: as hedged as it is printed, and a range by both its ends."""
    low, high = (None if end is None else number_words.rounded(end * factor) for end in (figure.low, figure.high))
    return say(replace(figure, low=low, high=high, unit=unit, per=None))


def number(value: Decimal) -> str:
    """A bare number with its scale letter or its thousands marks: "3.4bn", "36,816"."""
    return ("−" if value < 0 else "") + number_words.digits(abs(value))


def times(ratio: Decimal) -> str:
    """How many times as much, in words for a sentence: "twice", "2.9 times", "1,000 times"."""
    if abs(ratio - 2) < Decimal("0.05"):
        return "twice"
    rounded = ratio.quantize(Decimal("0.1") if ratio < 100 else Decimal(1))
    if rounded == 1:
        rounded = ratio.quantize(Decimal("0.01"))
    return f"{number_words.plain(rounded)} times"


def _whole(stretch: Bounds) -> tuple[Decimal, Decimal]:
    """The ends of a stretch of things that come whole: more than 23,613.5 people are 23,614 at least."""
    low, high = stretch.low, stretch.high
    if low.is_finite() and low >= _MANY:
        low = low.to_integral_value(ROUND_CEILING)
    if high.is_finite() and high >= _MANY:
        high = high.to_integral_value(ROUND_FLOOR)
    return (low, high) if low <= high else (stretch.low, stretch.high)


def _comes_whole(unit: str) -> bool:
    return not (unit.isupper() or unit.startswith("percent") or " per " in unit or units.is_measure(unit))


_MANY = 100
"""From here on a half of something is never meant: a score of 3.5 points may be."""


def bounds(stretch: Bounds, unit: str | None) -> str:
    """A stretch of numbers in one scale: "95–105m", "above 30bn", "34.65–34.75bn", "28bn or less"."""
    tail = " %" if unit == "percent" else ""
    low, high = _whole(stretch) if unit and _comes_whole(unit) else (stretch.low, stretch.high)
    if low == -INFINITY and high == INFINITY:
        return "any"
    if high == INFINITY:
        return f"{number(low)}{tail} or more" if stretch.closed_low else f"above {number(low)}{tail}"
    if low == -INFINITY:
        return f"{number(high)}{tail} or less" if stretch.closed_high else f"below {number(high)}{tail}"
    if low == high:
        return number(low) + tail
    scale, letters = number_words.scale(max(abs(low), abs(high)))
    if scale > 1 and min(abs(low), abs(high)) * 1000 < scale:
        return f"{number(low)}–{number(high)}{tail}"
    first, last = (
        number_words.plain(number_words.trimmed(low / scale)),
        number_words.plain(number_words.trimmed(high / scale)),
    )
    if first == last:
        return f"{first}{letters}{tail}"
    dash = " to " if low < 0 else "–"
    return f"{first}{dash}{last}{letters}{tail}"


def duration(iso: str) -> str:
    """An ISO 8601 duration in words: "99 years", "10 hours 54 minutes"; empty for what is none."""
    return " ".join(f"{number} {name if number == 1 else plural(name)}" for number, name in lengths.parts(iso))


def plural(noun: str) -> str:
    """The plural of a unit or counted noun, of the word before "per" where there is one."""
    head, per, rest = noun.partition(" per ")
    *before, last = head.split(" ")
    return " ".join([*before, _plural_word(last)]) + per + rest


def date(edtf: str) -> str:
    """An EDTF date in words: "14 February 2026", "the 2030s", "Q1 2025"; the code itself where no words are known."""
    return _date(edtf, fiscal=False)


def counted(number: int, noun: str) -> str:
    """So many of a thing: "1 claim", "1,200 claims"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def _plural_word(word: str) -> str:
    if word.lower() in _PLURALS:
        return _PLURALS[word.lower()]
    if word.lower() in _NO_PLURAL or not word.isalpha() or word.isupper():
        return word
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh", "z")) else "s")


def _modified(modifier: str | None, day: str) -> str:
    """ "by 2035", "early June 2025", "mid-2028", "the end of 2027", "the early 2040s"."""
    if modifier is None:
        return day
    if modifier == "end":
        return f"the end of {day}"
    if modifier == "mid":
        return f"the mid-{day.removeprefix('the ')}" if day.startswith("the ") else f"mid-{day}"
    if modifier in ("early", "late") and day.startswith("the "):
        return f"the {modifier} {day.removeprefix('the ')}"
    return f"{modifier} {day}"


def _qualifier(figure: Figure) -> str:
    if not figure.qualifier_words:
        return _QUALIFIERS[figure.qualifier]
    words = re.sub(
        r"^(?:at|to|of|by) (?=about|around|some|roughly|nearly)", "", " ".join(figure.qualifier_words.lower().split())
    )
    if not words or _NOT_BEFORE.search(words):
        return _QUALIFIERS[figure.qualifier]
    return words


def _body(figure: Figure) -> str:
    low = figure.low if figure.low is not None else Decimal(0)
    high = figure.high if figure.high is not None else low
    if figure.vague:
        return _vague(low, high, figure.unit)
    if figure.fraction and low == high:
        return _FRACTIONS.get(number_words.plain(low)) or f"{number_words.plain(low)} %"
    if low == high:
        digits = number_words.written(low) if figure.kind is Kind.PERCENTAGE else number_words.digits(abs(low))
        return _with_unit(digits, abs(low), figure.unit, negative=low < 0)
    if figure.unit is not None and _is_currency(figure.unit):
        return f"{_signed(low, figure.unit)} to {_signed(high, figure.unit)}"
    return f"{number(low)} to {_with_unit(number_words.digits(abs(high)), abs(high), figure.unit, negative=high < 0)}"


def _signed(value: Decimal, unit: str) -> str:
    return _with_unit(number_words.digits(abs(value)), abs(value), unit, negative=value < 0)


def _with_unit(digits: str, size: Decimal, unit: str | None, *, negative: bool) -> str:
    minus = "−" if negative else ""
    if unit is None:
        return minus + digits
    if unit == "percent":
        return f"{minus}{digits} %"
    if unit == "percentage_point":
        return f"{minus}{digits} percentage point{'' if size == 1 else 's'}"
    if _is_currency(unit):
        digits = _ONE_DECIMAL.sub(r"\g<0>0", digits)
        sign = CURRENCY_SIGNS.get(unit)
        return f"{minus}{sign}{digits}" if sign else f"{unit} {minus}{digits}"
    return f"{minus}{digits} {unit if size == 1 else plural(unit)}"


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isupper()


def rate(per: str | None) -> str:
    """What stands after an amount of so much for each: " a year", " per 1,000 people"; empty for an amount as such."""
    if per is None:
        return ""
    if " " in per or per[:1].isdigit():
        return f" per {per}"
    return f" {'an' if per[:1].lower() in 'aeio' or per == 'hour' else 'a'} {per}"


def _vague(low: Decimal, high: Decimal, unit: str | None) -> str:
    """ "tens of billions of pounds", from the widest ends that the words allow."""
    if low == 12:
        count = "dozens"
    else:
        scale, _, name = next(
            (row for row in (*number_words.SCALES, number_words.THOUSANDS) if low >= row[0]), (Decimal(1), "", "")
        )
        many = {Decimal(10): "tens", Decimal(100): "hundreds"}.get(low / scale, "")
        count = " of ".join(filter(None, (many, name))) or f"{number(low)} to {number(high)}"
    if unit is None:
        return count
    return f"{count} of {_CURRENCY_NAMES.get(unit, unit) if _is_currency(unit) else plural(unit)}"


def _date(edtf: str, *, fiscal: bool) -> str:
    if not edtf:
        return "an unresolved date"
    text = re.sub(r"[~?%]", "", edtf)
    if fiscal and (years := re.fullmatch(r"(\d{4})(?:-\d\d(?:-\d\d)?)?/(\d{4})(?:-\d\d(?:-\d\d)?)?", text)):
        return f"{years[1]}/{years[2][2:]}"
    if "/" in text:
        first, _, last = text.partition("/")
        return f"{_date(first, fiscal=False)} to {_date(last, fiscal=False)}"
    if decade := re.fullmatch(r"(\d{3})X|(\d{2})XX", text):
        return f"the {decade[1]}0s" if decade[1] else f"the {decade[2]}00s"
    if week := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        return _week(int(week[1]), int(week[2])) or edtf
    if part := re.fullmatch(r"(\d{4})-(Q\d|2[1-4])", text):
        return f"{_SEASONS.get(part[2], part[2])} {part[1]}"
    return _day(text, edtf)


def _week(year: int, number: int) -> str:
    """An ISO week by its Monday, since nobody knows weeks by their number; empty where the year has no such week."""
    try:
        monday = datetime.date.fromisocalendar(year, number, 1)
    except ValueError:
        return ""
    return f"the week of {monday.day} {MONTHS[monday.month - 1]} {monday.year}"


def _day(text: str, edtf: str) -> str:
    match = re.fullmatch(r"(\d{4})-(\d\d)(?:-(\d\d))?(?:T(\d\d:\d\d).*)?", text)
    if match is None:
        return edtf
    try:
        month = datetime.date(int(match[1]), int(match[2]), 1)
    except ValueError:
        return edtf
    day = f"{int(match[3])} " if match[3] else ""
    return f"{day}{MONTHS[month.month - 1]} {match[1]}" + (f", {match[4]}" if match[4] else "")
