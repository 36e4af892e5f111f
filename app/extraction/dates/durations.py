"""Lengths of time: "99 years", "three-day", "two and a half years"; never ages, reading times or rates."""

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from app.domain import lengths
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span
from app.extraction.dates.calendar_names import GAP, MONTH, NUMBER, number_of
from app.extraction.dates.counts import Count, count_before, plain
from app.extraction.dates.reading import Scene
from app.extraction.mention import Mention
from app.extraction.numbers import qualifiers, rates
from app.extraction.numbers.numbers import ADDED_UP
from app.extraction.numbers.qualifiers import QualifierCue

_CODES = {
    "second": ("PT", 1, "S"),
    "sec": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "min": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "hr": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "night": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "quarter": ("P", 3, "M"),
    "year": ("P", 1, "Y"),
    "yr": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
UNIT = re.compile(
    r"(?<![A-Za-z_])(?P<unit>(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|quarters|years?|yrs?|"
    rf"[Dd]ecades?|century|centuries))(?P<half>{GAP}and{GAP}a{GAP}half)?(?![\w]|['’]\d)"
)
_AGE = re.compile(rf"(?:{GAP}|-)(?:old|olds)\b|{GAP}of{GAP}age\b")
_AGED = re.compile(rf"\b(?:aged|age{GAP}of|ages?){GAP}$|\b(?:under|over)-$", re.I)
_READING = re.compile(rf"{GAP}(?:read|reading{GAP}time|watch)\b|[^\S\n]*\n|{GAP}{MONTH}{GAP}\d")
_NO_LENGTH = re.compile(
    rf"{GAP}(?:an?|per|each|every){GAP}(?:day|week|month|year|night)\b|"
    rf"{GAP}(?:ago|earlier|later|from{GAP}now|hence|previously)\b(?!{GAP}than)|['’]{GAP}time\b"
)
# "A year" counts a year only where a length is asked for; after a figure it is the period of a rate.
_LENGTH = re.compile(
    r"\b(?:for|within|after|lasting|lasted|lasts?|last|takes?|took|taken|spent|spend|over|under|than|nearly|almost|about|"
    r"around|roughly|least|most|up to|another|just|only|barely|during|throughout|half|past|next|first|every|"
    r"approximately|of|by|in|exactly|close to|best part of)\s{1,2}$",
    re.I,
)
_AFTER_FIGURE = re.compile(
    r"(?:\d|\d[\w%]{1,3}|million|billion|trillion|cents?|pence|times|once|twice|tonnes?|barrels?|units?|[a-z]+s)\s{1,2}$",
    re.I,
)
_SINGLE = re.compile(
    r"\b(?:for|within|after|lasting|lasted|under|over|than|nearly|almost|about|around|least|just|only|up to|exactly|in|"
    r"takes?|took)\s{1,2}$",
    re.I,
)
# "Up 8% in a year": no rate has a percentage before "in".
_MOVED_IN = re.compile(r"(?:%|per\scent|percent|points?)\s(?:in|over|within)\s{1,2}$")
_ROUND_THE_CLOCK = re.compile(r"\b(?:24|twenty-four)[\s-]hours$")
# "31,000 days were lost to strikes" and "3.6 million hours" of many things count them.
_COUNTED = ("day", "hour", "minute")
_LOST = re.compile(rf"{GAP}(?:(?:were|was|are|have{GAP}been|had{GAP}been|being){GAP})?lost\b")
_LATER = re.compile(rf"{GAP}(?:later|earlier)\b")
_THE_PAST = re.compile(rf"\b(?:over|in|for|during|within|throughout|across|of|by){GAP}(?:the{GAP})?$", re.I)
# "A decade of austerity" and "a week before the vote" are lengths; "£3bn a year after tax" is a rate.
_BESIDE = re.compile(rf"{GAP}(?:after|before|since|into|apart|behind{GAP}bars|in{GAP}(?:prison|jail|custody))\b")
_OF = re.compile(rf"{GAP}of\b")
_LONG = ("fortnight", "decade")
_QUARTERS = re.compile(rf"\b(?:past|last|next|previous|following|coming){GAP}$", re.I)
_IN_A_ROW = re.compile(r"consecutive|successive|straight")
_PART_OF = re.compile(rf"{GAP}of{GAP}(?:the|an?|all|its|their|his|her|our|those|these)\b")
# "£3bn over about 20 years" is in the course of them.
_DURING = re.compile(rf"over{GAP}(?=(?:about|around|roughly|approximately)\b)", re.IGNORECASE)
_STEP = re.compile(r"(?:past|last|next|coming)\b", re.IGNORECASE)
_SMALLER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_REST = re.compile(
    rf"(?:(?:,?{GAP}and|,){GAP}(?P<words>{NUMBER}|an?)|,?{GAP}(?P<digits>\d{{1,3}})){GAP}"
    r"(?P<unit>months?|days?|hours?|minutes?|mins?|seconds?|secs?)\b"
)
# "2h 05m", "28m 12s": one letter alone is a metre, a million or a clock's hour.
_LETTERED = re.compile(
    rf"(?<![\w{SIGNS}.,:/-])(?:(?P<h>\d{{1,3}}) ?h(?:rs?)? ?)?(?P<m>\d{{1,2}}) ?m(?:ins?)?"
    r"(?: ?(?P<s>\d{1,2}) ?s(?:ecs?)?)?(?![\w/])"
)
# "A five year plan", "a nine month delay": printed without the hyphen, before a noun.
_ATTRIBUTE = re.compile(
    rf"{GAP}(?!(?:old|olds|and|or|to|in|on|at|by|for|from|per|ago|of|the|an?|is|was|as|with|if|but|when|after|before|later|"
    r"earlier|since|until|that|which|who|were|are|had|has|have|will|would|hence|away|out|into)\b)[a-z]{3,}"
)
_OUT_OF = re.compile(rf"(?:\d|one|two|three|four|five|six|seven|eight|nine|ten){GAP}out{GAP}of{GAP}$")
_KIND_OF_YEAR = re.compile(r"\b(?:calendar|financial|fiscal|tax|academic|school)\b")
_YEARS = 1000
_CLOCK = 60
_LEAST = Fraction(1, 100)
_GREATEST = Decimal(10) ** 12


def read_at(scene: Scene, start: int) -> Mention | None:
    """The duration whose unit word begins at `start`."""
    unit = UNIT.match(scene.text, start)
    count = count_before(scene, start) if unit else None
    if unit is None or count is None or count.high > _GREATEST:
        return None
    word = unit["unit"].lower()
    name = "century" if word == "centuries" else word.removesuffix("s")
    plural = word != name
    before = scene.before(count.start, 24)
    rest = None if count.hyphen or count.span or count.low != count.high else _rest(scene, name, unit.end())
    if rest is None and (
        (name in _COUNTED and count.low >= ADDED_UP) or not _counts(scene, count, unit, name, plural, before)
    ):
        return None
    if _silent(scene, unit, name, before):
        return None
    if unit["half"]:
        half = Decimal("0.5")
        count = replace(count, low=count.low + half, high=count.high + half)
    length, end = Fraction(count.low), unit.end()
    if rest is not None:
        length, end = length + rest[0], rest[1]
    if count.low != count.high:
        prefix, times, letter = _CODES[name]
        mention = _mention(scene, Span(count.start, end), None)
        low, high, unit_name = count.low * times, count.high * times, lengths.NAMES[prefix[1:] + letter]
        return replace(mention, figure=replace(mention.figure, low=low, high=high, unit=unit_name))
    return _mention(scene, Span(count.start, end), _iso(length, name))


def lettered_at(scene: Scene, start: int) -> Mention | None:
    """The duration in letters whose first number begins at `start`: "2h 05m"."""
    match = _LETTERED.match(scene.text, start)
    if match is None or not (match["h"] or match["s"]) or max(int(match["m"]), int(match["s"] or 0)) >= _CLOCK:
        return None
    seconds = (int(match["h"] or 0) * _CLOCK + int(match["m"])) * _CLOCK + int(match["s"] or 0)
    unit, size = ("hour", _CLOCK * _CLOCK) if match["h"] else ("minute", _CLOCK)
    return _mention(scene, Span(start, match.end()), _iso(Fraction(seconds, size), unit))


def _iso(length: Fraction, name: str) -> str:
    """A length in its unit, or in a smaller one where two decimals are too few or it is below one."""
    while name in _SMALLER and (length < 1 or length % _LEAST):
        name, times = _SMALLER[name]
        length *= times
    prefix, times, letter = _CODES[name]
    return f"{prefix}{plain(Decimal(length.numerator) / length.denominator * times)}{letter}"


def _rest(scene: Scene, name: str, start: int) -> tuple[Fraction, int] | None:
    """The smaller units that go on with a length ("and six months"), as a part of its own, and where they end."""
    match = _REST.match(scene.text, start) if name in _SMALLER else None
    dated = match is not None and _NO_LENGTH.match(scene.text, match.end()) and not match["unit"].startswith("min")
    if match is None or dated or _AGE.match(scene.text, match.end()):
        return None
    smaller, times = _SMALLER[name]
    number = number_of(match["digits"] or match["words"]) if match["words"] not in ("a", "an") else Decimal(1)
    if not match["unit"].startswith(smaller[:3]) or number >= times:
        return None
    more, end = _rest(scene, smaller, match.end()) or (Fraction(0), match.end())
    return (Fraction(number) + more) / times, end


def _counts(scene: Scene, count: Count, unit: re.Match[str], name: str, plural: bool, before: str) -> bool:
    """Whether the words count a length at all."""
    if count.span:
        single = not plural and name not in ("second", "minute")
        # "The last week of September" is a date, if any.
        return single and bool(_THE_PAST.search(before)) and not _OF.match(scene.text, unit.end())
    if name == "quarter":
        run = bool(_IN_A_ROW.search(scene.text, count.start, unit.start()))
        return (run or bool(_QUARTERS.search(before))) and not _PART_OF.match(scene.text, unit.end())
    if count.hyphen:
        return not count.article
    if count.article:
        if name == "second" or plural or _KIND_OF_YEAR.search(scene.text, count.start, unit.start()):
            return False
        asked = _LENGTH.search(before)
        if asked is not None and _MOVED_IN.search(before):
            return True
        if asked is None and (name in _LONG or _BESIDE.match(scene.text, unit.end())):
            return not _AFTER_FIGURE.search(before)
        return asked is not None and not _AFTER_FIGURE.search(before[: asked.start()])
    if plural:
        return True
    if count.low == 1:
        return name != "second" and bool(_SINGLE.search(before))
    if count.low > 1 and name != "second" and _ATTRIBUTE.match(scene.text, unit.end()):
        return count.low < _YEARS
    return count.low < 1 or scene.text[count.start : count.start + 2] in ("a ", "a\u00a0")


def _silent(scene: Scene, unit: re.Match[str], name: str, before: str) -> bool:
    """Ages, reading times, dates ("two days ago") and rates ("24 hours a day") are no lengths."""
    if _OUT_OF.search(before) or _AGE.match(scene.text, unit.end()) or _AGED.search(before):
        return True
    if name in _COUNTED and _LOST.match(scene.text, unit.end()):
        return True
    if _NO_LENGTH.match(scene.text, unit.end()):
        # No date is so exact that "78 minutes later" could be one, and "20 hours a week" is how long one works.
        is_rate = rates.after(scene.text, unit.end()) and not _ROUND_THE_CLOCK.search(scene.before(unit.end(), 20))
        return _CODES[name][0] != "PT" or not (is_rate or _LATER.match(scene.text, unit.end()))
    if unit["unit"].startswith("min") and _READING.match(scene.text, unit.end()):
        return not before.strip(" \t") or before.rstrip(" \t")[-1:] in "\n·|•" or "read" in scene.after(unit.end(), 8)
    return False


def _mention(scene: Scene, span: Span, date: str | None) -> Mention:
    bound = qualifiers.before(scene.text, span.start) or qualifiers.after(scene.text, span.end)
    if bound and (during := _DURING.match(scene.text, bound.span.start, span.start)):
        bound = QualifierCue(qualifier=Qualifier.ABOUT, span=Span(during.end(), bound.span.end))
    if bound and _STEP.match(scene.text, span.start) and bound.span.of(scene.text).lower() == "over":
        bound = None  # "over next decade"
    cue = bound.span if bound else None
    rate = rates.after(scene.text, span.end) if _NO_LENGTH.match(scene.text, span.end) else None
    end = rate.end if rate else span.end
    return Mention(
        span=Span(min(span.start, cue.start), max(end, cue.end)) if cue else Span(span.start, end),
        figure=Figure(
            kind=Kind.DURATION,
            date=date,
            per=rate.per if rate else None,
            qualifier=bound.qualifier if bound else Qualifier.EXACT,
            qualifier_words=cue.of(scene.text) if cue else "",
        ),
        rule="duration",
        qualifier_cue=cue,
    )
