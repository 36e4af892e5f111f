"""Numbers in words: "two hundred and fifty thousand", "half a billion", "a few dozen", "tens of millions"."""

import re
from decimal import Decimal

from app.extraction.numbers.numbers import ONE, SCALES, SPACE, Number, with_rest

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS + _TEENS, 1)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}
_LARGE = ("thousand", "lakh", "million", "crore", "billion", "trillion")
_PLURALS = {
    "tens": (Decimal(10), Decimal(100)),
    "dozens": (Decimal(12), Decimal(100)),
    "scores": (Decimal(20), Decimal(100)),
    "hundreds": (Decimal(100), Decimal(1000)),
} | {f"{word}s": (SCALES[word], SCALES[word] * 10) for word in _LARGE}

SMALL_WORDS = _UNITS + _TEENS + _TENS
LARGE_WORDS = ("hundred", "dozen", *_LARGE)
VAGUE_WORDS = tuple(_PLURALS)

_SEP = rf"(?:{SPACE}|-)"
_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:{_SEP}(?:{'|'.join(_UNITS)})\b)?|{'|'.join(reversed(_TEENS))}|{'|'.join(_UNITS)})"
)
_SCALE = rf"(?:{'|'.join(_LARGE)})"
_HUNDREDS = (
    rf"(?P<lead>{_SMALL})\b(?:{_SEP}(?P<hundred>hundred)\b"
    rf"(?:(?P<and>{SPACE}and)?{_SEP}(?P<tail>{_SMALL})\b(?!{_SEP}hundred))?)?"
)
_GROUP = re.compile(_HUNDREDS, re.IGNORECASE)
_FURTHER = re.compile(rf"(?:,?{SPACE}and)?{_SEP}(?={_SMALL}\b)", re.IGNORECASE)
_SCALES = re.compile(rf"{_SEP}(?P<scale>{_SCALE})\b(?:{_SEP}(?P<more>{_SCALE})\b)?", re.IGNORECASE)
_DOZEN = re.compile(rf"{_SEP}dozen\b", re.IGNORECASE)
_AND_PART = re.compile(
    rf"{_SEP}and{_SEP}(?:a{_SEP}(?P<half>half)|a{_SEP}(?P<quarter>quarter)|three{_SEP}(?P<three>quarters))\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(?:(?P<many>three|two|one){_SEP})?(?P<part>half|quarters?|thirds?)(?:{_SEP}of)?(?:{_SEP}(?:an?|one))?"
    rf"{_SEP}(?P<scale>hundred|dozen|{_SCALE})\b",
    re.IGNORECASE,
)
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "third": Decimal("0.333333")}
_VAGUE = re.compile(
    rf"(?P<first>{'|'.join(_PLURALS)})\b(?:{SPACE}of{SPACE}(?P<more>(?:hundred|{_SCALE})s)\b)?", re.IGNORECASE
)
_TAIL = re.compile(rf"(?:{SPACE}and)?{_SEP}(?P<tail>{_SMALL})\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?<![\w-])(?:an?|(?<=\bin )every)[\s-]\Z", re.IGNORECASE)  # "three in every hundred"
_FEW = re.compile(
    r"(?<![\w-])(?:(?P<few>(?:a few|several|many)[\s-])|(?P<couple>a couple(?: of)?[\s-]))\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
_PART_AFTER = re.compile(rf"{SPACE}and{SPACE}a{SPACE}(?P<part>half|quarter)\b", re.IGNORECASE)


def _left(text: str, start: int) -> str:
    return text[max(0, start - 16) : start]


def _make(start: int, end: int, value: Decimal, **more: object) -> Number:
    fields = {"low": value, "high": value, "mantissa": value, "digits_end": end, "shape": "words"} | more
    return Number(start=start, end=end, **fields)  # type: ignore[arg-type]


def small(text: str, start: int) -> Number | None:
    """The number that begins with a word from one to ninety ("two hundred and fifty thousand", "two and a half")."""
    if part := _PART_OF.match(text, start):
        return _part_of(text, part)
    ahead = _GROUP.match(text, start)
    if ahead is None:
        return None
    loose = _BETWEEN.search(_left(text, start)) is None
    value, end = _hundreds(ahead, loose)
    if part := _AND_PART.match(text, end):
        value += Decimal("0.5") if part["half"] else Decimal("0.25") if part["quarter"] else Decimal("0.75")
        end = part.end()
    return _with_scales(text, start, end, value, loose)


def _hundreds(match: re.Match[str], loose: bool) -> tuple[Decimal, int]:
    value = _small_value(match["lead"])
    if not match["hundred"]:
        return Decimal(value), match.end()
    if match["tail"] and (loose or not match["and"]):
        return Decimal(value * 100 + _small_value(match["tail"])), match.end()
    return Decimal(value * 100), match.end("hundred")


def _small_value(words: str) -> int:
    return sum(_VALUES[word] for word in re.split(r"[\s-]+", words.lower()))


def _with_scales(text: str, start: int, end: int, value: Decimal, loose: bool) -> Number:
    if dozen := _DOZEN.match(text, end):
        return _make(start, dozen.end(), value * 12)
    match = _SCALES.match(text, end)
    if match is None:
        return _make(start, end, value)
    mantissa, digits_end = value, end
    total = value * (scale := _scale(match))
    last, end = scale, match.end()
    while last > SCALES["thousand"] or loose:  # "two million five hundred thousand", "one thousand and fifty"
        if not (joint := _FURTHER.match(text, end)) or not (group := _GROUP.match(text, joint.end())):
            break
        more, group_end = _hundreds(group, loose)
        smaller = _SCALES.match(text, group_end)
        if smaller is None:
            if last == SCALES["thousand"]:
                total, end = total + more, group_end
            break
        if (factor := _scale(smaller)) >= last or "and" in joint.group():
            break
        total, end, last = total + more * factor, smaller.end(), factor
    if last == scale and (part := _PART_AFTER.match(text, end)):  # "a million and a half"
        total += scale * _PARTS[part["part"].lower()]
        end = part.end()
    total, end = with_rest(text, total, last, end)
    if total != value * scale:
        return _make(start, end, total)
    return _make(start, end, total, mantissa=mantissa, digits_end=digits_end, scale=scale)


def _scale(match: re.Match[str]) -> Decimal:
    factor = SCALES[match["scale"].lower()]
    return factor * SCALES[match["more"].lower()] if match["more"] else factor


def _part_of(text: str, match: re.Match[str]) -> Number:
    many = Decimal(_VALUES[match["many"].lower()]) if match["many"] else ONE
    word = match["scale"].lower()
    scale = Decimal(100) if word == "hundred" else Decimal(12) if word == "dozen" else SCALES[word]
    start = match.start()
    if not match["many"] and (article := _ARTICLE.search(_left(text, start))):
        start -= len(article.group())
    value = (many * _PARTS[match["part"].lower().removesuffix("s")] * scale).normalize()
    return _make(start, match.end(), value)


def part(text: str, start: int) -> Number | None:
    """The number that begins with half, quarter or third and goes on with a scale ("half a billion")."""
    match = _PART_OF.match(text, start)
    return _part_of(text, match) if match else None


def large(text: str, start: int, end: int) -> Number | None:
    """The number whose first word is a scale: "a million", "a hundred and fifty", "a few dozen"; None for others."""
    left = _left(text, start)
    word = text[start:end].lower()
    few = _FEW.search(left)
    if few is None and not (article := _ARTICLE.search(left)):
        return None
    base = {"hundred": Decimal(100), "dozen": Decimal(12)}.get(word)
    if few is not None:
        begin = start - len(few.group())
        low = base if base is not None else SCALES[word]
        if match := _SCALES.match(text, end):
            low, end = low * _scale(match), match.end()
        if few["couple"]:
            return _make(begin, end, 2 * low)
        high = Decimal(100) if word == "dozen" else low * 10
        return Number(start=begin, end=end, low=low, high=high, mantissa=low, digits_end=end, shape="words", vague=True)
    begin = start - len(article.group()) if article else start
    if word == "hundred":
        tail = _TAIL.match(text, end)
        value = Decimal(100 + _small_value(tail["tail"])) if tail else Decimal(100)
        return _with_scales(text, begin, tail.end() if tail else end, value, loose=True)
    if word == "dozen":
        return _make(begin, end, Decimal(12))
    return _with_scales(text, begin, start - 1, ONE, loose=_BETWEEN.search(_left(text, begin)) is None)


def vague(text: str, start: int) -> Number | None:
    """An open amount in plural scales ("hundreds of millions"): from its own size to the next."""
    match = _VAGUE.match(text, start)
    if match is None or (
        match["first"].lower() in ("tens", "scores") and not text.startswith(" of ", match.end("first"))
    ):
        return None
    low, high = _PLURALS[match["first"].lower()]
    scale = ONE
    if match["more"]:
        scale = _PLURALS[match["more"].lower()][0]
    begin = start
    if few := _FEW.search(_left(text, start)):
        begin = start - len(few.group())
    return Number(
        start=begin,
        end=match.end(),
        low=low * scale,
        high=high * scale,
        mantissa=low,
        digits_end=match.end(),
        scale=scale,
        shape="words",
        vague=True,
    )
