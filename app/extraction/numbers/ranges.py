"""Two numbers that belong together: a range, or two ends that share their unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from app.extraction.numbers.numbers import ONE, Number, is_year

_HEDGES = (
    r"(?:(?:about|around|nearly|almost|roughly|approximately|as much as|as many as|perhaps|maybe|even|over|some|"
    r"possibly) )?"
)
_LINK = re.compile(
    rf"(?:(?P<dash>\s?[-–‑]\s?|—)|(?P<to>-?\s+(?:up )?to\s+{_HEDGES}|-to-)"
    rf"|(?P<and>\s+and\s+{_HEDGES})|(?P<or>\s+or\s+))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(rf"\bbetween\s+{_HEDGES}\Z", re.IGNORECASE)
_FROM = re.compile(rf"\bfrom\s+{_HEDGES}\Z", re.IGNORECASE)
# "Raised to between 5% and 6% from 4% to 5%": what moved to a range came from one.
_NUMBER = r"\W?\d[\d.,]*(?: ?(?:%|per ?cent|(?:m|bn|million|billion)\b))?"
_FROM_RANGE = re.compile(
    rf"(?:\bbetween {_NUMBER} and |{_NUMBER}(?: to |[-–])){_NUMBER}(?: [a-z]+){{0,2}},?(?: up| down)? from\s+"
    rf"{_HEDGES}\Z",
    re.IGNORECASE,
)
_RANGES = re.compile(
    r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|span\w*|spread|bands?|brackets?|estimates?|estimated)\b",
    re.IGNORECASE,
)
CHANGES = (
    r"(?:r[oi]se[sn]?|risen|rising|increas\w+|gr[eo]w\w*|climb\w*|jump\w*|soar\w*|surg\w+|up|upped|f[ae]ll\w*|"
    r"drop\w*|declin\w+|decreas\w+|cuts?|cutting|reduc\w+|lower\w*|slow\w*|slump\w*|plung\w*|plummet\w*|tumbl\w*|"
    r"shr[aiu]nk\w*|slid\w*|slip\w*|down|chang\w+|mov\w+|went|go|goes|going|gone|rais\w+|lift\w*|boost\w*|expand\w*|"
    r"narrow\w*|widen\w*|halv\w+|doubl\w+|tripl\w+|quadrupl\w+|trebl\w+|revis\w+|upgrad\w+|downgrad\w+|trimm?\w*|"
    r"shift\w*|edg\w+|eas(?:e[sd]?|ing)|dip\w*|swung|swing|improv\w+|worsen\w*|accelerat\w+|hik\w+|scal(?:e[sd]?|"
    r"ing)|ramp\w*|switch\w*|br(?:ing|ought)\w*|t[ao]k(?:e[sn]?|ing)|took|push\w*|s[aiu]nk\w*|rebound\w*|recover\w*|"
    r"advanc\w+|gain\w*|pared?|extend\w*|inch\w*|crept|added?|lost|los(?:e|es|ing)|"
    r"rocket\w*|skyrocket\w*|balloon\w*|spiral\w*|mushroom\w*|swell\w*|swollen|leap\w*|shot|escalat\w+)"
)
CHANGE = re.compile(rf"\b{CHANGES}\b", re.IGNORECASE)
# What estimates did: "revised its estimate from 4% to 5%"; "estimates of the cut, from 4% to 5%" are a range.
_CHANGED = re.compile(rf"(?<!\bthe )(?<!\ba )(?<!\ban )(?<!\bof )(?<!\bin )\b{CHANGES}\b", re.IGNORECASE)
_BY_ABOUT = r"(?:(?:more than|nearly|almost|about|around|over|another|some|roughly|by|a|further|just) ){0,3}"
# Verbs that move something elsewhere ("take", "bring", "add") do not make "£9bn to £18bn" a change and a level.
MOVED = re.compile(
    r"\b(?:by|r[oi]se[sn]?|risen|rising|increas\w+|gr[eo]wn?|climb\w*|jump\w*|soar\w*|surg\w+|up|f[ae]ll(?:s|en|"
    r"ing)?|drop\w*|declin\w+|decreas\w+|slump\w*|plung\w*|plummet\w*|tumbl\w*|shr[aiu]nk|slid|slip\w*|down|edg\w+|"
    r"eas(?:ed|es|ing)|dipped|shed(?:s|ding)?|sank|put on|gain(?:s|ed|ing)?|advanced|lost|higher|"
    rf"lower|(?:is|are|was|were|been|being) (?:raised|lowered|reduced|cut|trimmed|revised))\s+"
    rf"{_BY_ABOUT}(?:\d[\d.,]*\s?(?:%|per ?cent|percent|points?|pts),? or )?\Z",
    re.IGNORECASE,
)
# "Expects it to rise 7% to 9%" is a range, "rose 2% to 9%" is not.
_TO_COME = re.compile(
    rf"\b(?:to|will|would|should|could|may|might) (?:be )?{CHANGES} (?:by )?(?:about |around |between |some )?\Z",
    re.IGNORECASE,
)
_BY_MANY = re.compile(rf"\bby {_BY_ABOUT}\Z", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"/\Z|(?:19|20)\d\d[-–]\Z")
SENTENCE_END = re.compile(r"[.!?;][\"’”)]?\s|\n")


class Link(Enum):
    """How two numbers are joined."""

    DASH = "-"
    TO = "to"
    AND = "and"
    OR = "or"


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One number with the unit that stands at it; `named` tells whether one does. `factor` turns it into that unit."""

    number: Number
    start: int
    end: int
    unit: str | None = None
    factor: Decimal = ONE
    named: bool = True
    scaled: bool = True
    """Whether an ambiguous scale letter counts as a scale."""

    @property
    def scale(self) -> Decimal:
        """The scale that counts here."""
        return ONE if self.number.letter and not self.scaled else self.number.scale

    @property
    def low(self) -> Decimal:
        """The value in the unit; the lower end of a vague amount."""
        value = self.number.mantissa if self.number.letter and not self.scaled else self.number.low
        return value if self.factor == ONE else value * self.factor

    @property
    def high(self) -> Decimal:
        """The upper end of a vague amount, otherwise the value."""
        return self.number.high * self.factor if self.number.vague else self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two joined numbers in one unit; `is_range` tells a range from two ends of a change."""

    low: Decimal
    high: Decimal
    start: int
    is_range: bool


def link(text: str, end: int, start: int) -> Link | None:
    """What joins a number ending at `end` with one starting at `start`."""
    if not 0 < start - end <= 24 or not (match := _LINK.fullmatch(text, end, start)):
        return None
    if match["or"]:
        return Link.OR
    return Link.DASH if match["dash"] else Link.TO if match["to"] else Link.AND


def pair(text: str, first: Atom, second: Atom) -> Pair | None:
    """The range or the two ends that both make together; None where each stands alone."""
    joined = link(text, first.end, second.start)
    if joined is None or first.number.vague or second.number.vague:
        return None
    left = text[max(0, first.start - 90) : first.start]
    between = _BETWEEN.search(left)
    if joined is Link.AND and not between:
        return None
    if joined is Link.TO and _is_step(left, first, second):
        return None
    if joined is Link.OR and not is_guess(first, second):
        return None
    low, high = _shared(first, second)
    start = first.start - len(between.group()) if between else first.start
    is_range = low < high and (between is not None or joined is Link.DASH or not _is_change(left, first))
    return Pair(low=low, high=high, start=start if is_range else first.start, is_range=is_range)


def _is_step(left: str, first: Atom, second: Atom) -> bool:
    """Whether a number in words says by how much something moved to a level: "up two to 39%", "by five to 10%" not."""
    if first.named or first.number.shape != "words" or second.number.shape == "words":
        return False
    return first.low * _WIDE < second.low and MOVED.search(SENTENCE_END.split(left)[-1]) is not None


def is_guess(first: Atom, second: Atom) -> bool:
    """Whether "or" joins neighbours, which is a guess and no choice: "two or three boats", "20 or 30 people"."""
    low, high = first.number.low, second.number.mantissa
    if first.named or first.scale != ONE or not 1 <= low < high:
        return False
    return high - low == 1 and high <= _FEW if low % _TEN else high - low == _TEN and high <= _MANY


_FEW, _TEN, _MANY = 12, 10, 100
_WIDE = 5
"""How many times its low end the high end of a range is at most that begins in words and goes on in digits."""


def _shared(first: Atom, second: Atom) -> tuple[Decimal, Decimal]:
    """Both values, the first taking unit and scale of the second where it has none ("£5-6bn")."""
    factor = first.factor if first.named else second.factor
    scale = first.scale
    if (
        scale == ONE
        and second.scale != ONE
        and (first.number.shape != "grouped" or second.number.shape == "grouped")  # "11,000-12,000 crore"
        and first.number.mantissa <= second.number.mantissa
    ):
        scale = second.scale
    low = first.number.low if scale == first.number.scale else first.number.mantissa * scale
    high = second.low if second.named else second.low * factor
    return (low if factor == ONE else low * factor), high


def _is_change(left: str, first: Atom) -> bool:
    clause = SENTENCE_END.split(left)[-1]
    origin = _FROM.search(clause)
    if ranges := _RANGES.search(clause[-40:]):
        estimated = ranges[0].lower().startswith("estimat")
        return bool(origin and estimated and _CHANGED.search(clause, 0, origin.start()))
    if origin and _FROM_RANGE.search(clause):
        return False
    if origin:
        return CHANGE.search(clause, 0, origin.start()) is not None
    if first.unit == "percent" and _TO_COME.search(clause):
        return False
    # "By 8 million to 80 million people" is a change and a level, "by 30 to 40 per cent" a range.
    many = first.scale != ONE or first.number.shape == "grouped"
    return (first.named or (many and _BY_MANY.search(clause) is not None)) and MOVED.search(clause) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One figure as it stands: a single number or a range, in its unit. `atom` is the one that names the unit."""

    low: Decimal
    high: Decimal
    start: int
    end: int
    atom: Atom
    ranged: bool = False
    unit: str | None = None


_COUNTED = re.compile(
    r"\s+(?!(?:an?|per|each|in|on|of|from|by|and|or|to|for|over|at|with|if|as|it|but|is|was|will|this|last|next|so|"
    r"up)\b)[a-z]",
    re.IGNORECASE,
)


def readings(text: str, atoms: list[Atom], *, open_end: bool = False) -> Iterator[Reading]:
    """The figures among the numbers of a text, where at least one end names a unit; each number is used once.

    `open_end` lets a range end in a number without a unit of its own ("£5-6bn", "£5m to 6m").
    """
    position = 0
    inherited: Atom | None = None
    while position < len(atoms):
        first = atoms[position]
        second = atoms[position + 1] if position + 1 < len(atoms) else None
        joined = pair(text, first, second) if second and _may_join(text, first, second, open_end=open_end) else None
        if joined and second and joined.is_range:
            named = first if first.named else second
            yield Reading(
                low=joined.low,
                high=joined.high,
                start=joined.start,
                end=second.end,
                atom=named,
                ranged=True,
                unit=named.unit,
            )
            position, inherited = position + 2, None
            continue
        if joined and second and not first.named:
            yield Reading(
                low=joined.low, high=joined.low, start=first.start, end=first.end, atom=second, unit=second.unit
            )
        elif first.named or inherited:
            named = first if first.named else inherited or first
            value = first.low if first.named else first.low * named.factor
            high = first.high if first.named else value
            yield Reading(low=value, high=high, start=first.start, end=first.end, atom=named, unit=named.unit)
        inherited = first if joined and second and first.named and not second.named else None
        position += 1


def grouped_by_dash(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers with thousands marks have but a dash between them ("7,000-8,000"), and so are a range."""
    return text[first.end : second.start] in ("-", "–", "‑") and first.number.shape == second.number.shape == "grouped"


def _may_join(text: str, first: Atom, second: Atom, *, open_end: bool) -> bool:
    if first.named and second.named:
        return first.unit == second.unit
    if second.named:
        before = text[max(0, first.start - 5) : first.start]
        if before[-1:].isalpha() or _YEAR_BEFORE.search(before):  # "PM2.5 to 344 µg", "for 2025-26 to 2.25%"
            return False
        if is_year(text, first.number) and not first.low < second.low:  # "from 1.5% in 2025 to 1.4%"
            return False
        lettered = second.number.letter and not second.scaled  # "80 to 120mm"
        told = second.end > second.number.end or lettered or grouped_by_dash(text, first, second)
        return bool(told) and not (first.number.letter and not first.scaled)
    if not (first.named and open_end):
        return False
    glued = text[first.end : second.start] in ("-", "–", "‑")
    return (glued or second.number.scale != ONE) and not (not glued and _COUNTED.match(text, second.end))
