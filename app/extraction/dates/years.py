"""Years, runs of years, decades and centuries, and what tells a year from any other number."""

import re

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.dates.calendar_names import DASH, DECADES, GAP, NTH, ORDINALS, YEAR, full_year, ordinal_of
from app.extraction.dates.reading import Reader, Reading, Rule, Scene, Value

_COUNTED = (
    r"points?|jobs?|years?|days?|hours?|hrs?|minutes?|weeks?|miles?|km|kms|kilometres?|kilometers?|"
    r"met(?:re|er)s?|feet|ft|tonnes?|tons?|kg|kilograms?|lbs?|barrels?|litres?|words?|pages?|dollars?|euros?|pounds?|"
    r"rupees?|yen|yuan|homes|houses|households|seats|votes|block|"
    r"customers|shares|units|vehicles|cars|acres|hectares|square|cubic|mw|gw|megawatts?|calories|copies|basis|bps|"
    r"per\s?cent|percent|percentage|pc|million|billion|trillion|thousand|hundred|m|bn|k|horsepower|hp|rpm|degrees|"
    r"gmt|utc|bst|et|est|edt|am|pm|local\stime|and\sa\shalf"
)
_UNIT = re.compile(
    rf"{GAP}?(?:%|°|(?:{_COUNTED})\b(?!['’]))|-(?!era\b|based\b|dated\b|style\b|vintage\b|model\b)[a-z]", re.I
)
_LITTLE = "(?:in|on|of|at|by|for|to|and|or|as|with|from|when|the|was|were|is|are|has|had|that|but|while|this|its|his)"
_PLURAL = re.compile(
    rf"{GAP}(?:(?!{_LITTLE}\b)[a-z]+{GAP})?(?!{_LITTLE}\b)"
    r"(?:[a-z]{2,}[^s\W]s|people|men|women|children|staff|troops|police)\b(?!['’])"
)
_WHEN = re.compile(
    rf"(?:\b(?:in|by|since|until|till|during|between|before|after|from|through|throughout|year|years|early|mid|late|of|"
    rf"end|circa|to|and|or|pre|post|for|around|about|than|summer|autumn|spring|winter|fall|back in|as of|"
    rf"(?:since|until|till|from){GAP}at{GAP}least|ended|ending|dated|the|its|their|his|her|our|this|vs|versus|over|"
    rf"at|year[- ]?end)(?:{GAP}|-)|['’]s{GAP}|[(–]|\bc\.{GAP}?)$",
    re.I,
)
_TIME = re.compile(
    rf"\b(?:in|by|since|until|till|during|from|before|after|between|year|early|mid|late|circa|end of)(?:{GAP}|-)"
    rf"(?:the{GAP})?$",
    re.I,
)
_OLD = re.compile(
    rf"\b(?:in|since|until|till|year|of|from|early|mid|late|circa|between|dated|around|after|before|by|to|and|ad|the|as|"
    rf"for)(?:{GAP}|-)$|\($",
    re.I,
)
_NUMBERED = re.compile(
    rf"(?:\b(?:some|only|another|total of|nearly|almost|exactly|roughly|approximately|approx\.?|estimated|"
    rf"(?:more|fewer|less) than|(?<!since )(?<!until )(?<!till )(?<!from )at least|up to|no\.|nos?|number|"
    rf"room|page|pages|flight|section|article|resolution|"
    rf"model|route|highway|law|decree|order|form|version|windows|channel|chapter|act|bill|figure|directive|regulation|"
    rf"project|plan|strategy|mission|programme|program|roadmap|framework|blueprint|proposition|measure|"
    rf"extension|code|box|lot|suite|unit|level|area|pier|class|series|agenda|vision|horizon|expo|euro|x|times)"
    rf"{GAP}|\d{GAP}|©{GAP}?|\(c\){GAP}|\bcopyright{GAP}(?:©{GAP}?)?)$",
    re.I,
)
_HYPHENED = re.compile(r"\w[-–]$")
_JOINED = re.compile(r"\b(?:early|mid|late|end|pre|post|non|year)[-–]$", re.I)
_CAPITAL = re.compile(rf"\b(?P<word>[A-Z][\w’'-]*){GAP}$")
_AT = re.compile(rf"\bat{GAP}$", re.I)
_AT_PRICES = re.compile(rf"{GAP}(?:constant{GAP})?(?:prices?|levels?|rates?|values?|exchange)\b")
_BEFORE_YEARS = (
    "in by since until till during between before after from through throughout for and but the to of on with as "
    "early mid late around about its their his her our this that year fy circa end spring summer autumn winter fall "
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec at compared than over vs versus last next us uk eu a an one every both when while if where "
    "because although under amid despite unlike"
)
_SENTENCE_WORDS = frozenset(_BEFORE_YEARS.split())
# Bodies keep the year of their founding as a name; acts, treaties and referendums are of their year.
_BODY = re.compile(
    rf"{GAP}(?:Committee|Club|Group|Society|Foundation|Trust|Fund|Commission|Movement|Initiative)\b"
    rf"(?!{GAP}(?:of|for|on|into|to|in)\b)|{GAP}(?:Agenda|Vision)\b"
)
_EVENT = re.compile(
    rf"\b(?:Summit|Conference|Congress|Convention|Forum|Games|Olympics|Paralympics|Cup|Championships?|Open|Festival|"
    rf"Awards|Show|Airshow|Fair|Budget|Review|Census|Election){GAP}$"
)
_PREPOSITION = re.compile(rf"\b(?:in|since|during|until|by){GAP}$", re.I)
_EDITION = 2
YEAR_OF_NAME = "year of a name"
"""The rule of a year that names an event ("London 2012"): when that is, and not when a figure beside it holds."""
_DIGITS_AFTER = re.compile(r"[^\S\n]\d{3,4}\b|[^\S\n]?[x×]\s?\d")


def is_year(scene: Scene, start: int, end: int) -> bool:
    """Whether four digits are a year: what stands before it and what it would count decide."""
    year = int(scene.text[start:end])
    before = scene.before(start, 24)
    numbered = _NUMBERED.search(before)
    if numbered and _UP_TO.search(before):
        return _is_horizon(scene, year, end)
    if not 1000 <= year <= 2199 or numbered or _BODY.match(scene.text, end):
        return False
    if _DIGITS_AFTER.match(scene.text, end) and not _PREPOSITION.search(before):
        return False
    if _UNIT.match(scene.text, end) or (_AT.search(before) and not _AT_PRICES.match(scene.text, end)):
        return False
    if _HYPHENED.search(before) and not _JOINED.search(before):
        return False
    if _name_before(before) and not _EVENT.search(before):
        return False
    plain = 1800 <= year <= 2100 or (scene.narrative and year > 1400 and year % 100 > 0)
    if not plain and not _OLD.search(before):
        return False
    if not _PLURAL.match(scene.text, end) or (plain and _AT_PRICES.match(scene.text, end)):
        return True
    if not plain or (year % 100 == 0 and year != 2000):
        return False
    return bool(_TIME.search(before) if year == 2000 else _WHEN.search(before))


_UP_TO = re.compile(rf"\bup{GAP}to{GAP}$", re.I)


def _is_horizon(scene: Scene, year: int, end: int) -> bool:
    """Whether "up to 2030" says until when, and not how many: nothing to count follows, and the year is to come."""
    now = scene.year()
    return (
        now is not None and now <= year <= now + _FAR_AHEAD and year % 100 > 0 and bool(_GOES_ON.match(scene.text, end))
    )


_FAR_AHEAD = 80
_GOES_ON = re.compile(r"\s*(?:[.,;:)](?!\d)|\Z|\n)|\s(?:if|and|but|when|while|as|for|under|at)\b")


def _name_before(before: str) -> str | None:
    """The capitalised word right before, unless it only begins a sentence or is possessive."""
    named = _CAPITAL.search(before)
    if named is None or named["word"].lower() in _SENTENCE_WORDS or named["word"].endswith(("'s", "’s")):
        return None
    return named["word"]


def _year(scene: Scene, match: re.Match[str]) -> Reading | None:
    span = Span(*match.span("year"))
    if is_year(scene, span.start, span.end):
        return Reading(span=span, value=Value(date=match["year"]), rule="year")
    if not _is_edition(scene, span.start, span.end):
        return None
    doubt = "the year is part of a name"
    return Reading(
        span=span, value=Value(date=match["year"], confidence=Confidence.MEDIUM, doubt=doubt), rule=YEAR_OF_NAME
    )


def _is_edition(scene: Scene, start: int, end: int) -> bool:
    """ "Le Bourget 2025", told of within a few years of it; "Peugeot 2008" and "Blade Runner 2049" are other names."""
    now, before = scene.year(), scene.before(start, 24)
    word = _name_before(before)
    if now is None or word is None or len(word) < 4 or abs(int(scene.text[start:end]) - now) > _EDITION:
        return False
    if _NUMBERED.search(before) or _UNIT.match(scene.text, end) or _DIGITS_AFTER.match(scene.text, end):
        return False
    return not _PLURAL.match(scene.text, end)


def _run(scene: Scene, match: re.Match[str]) -> Reading | None:
    first, last = int(match["year"]), int(match["last"])
    if len(match["last"]) == 2:
        last += first - first % 100
    if not first < last <= 2199 or _NUMBERED.search(scene.before(match.start(), 24)):
        return None
    if _UNIT.match(scene.text, match.end()):
        return None
    return Reading(span=Span(*match.span()), value=Value(date=f"{first}/{last}"), rule="run of years")


_BORN = re.compile(rf"\b(?:in|by|since|for|until|till|from|back in){GAP}$", re.I)
_SURE = re.compile(rf"\b(?:in|since|back in){GAP}$", re.I)
_TO_NUMBER = re.compile(rf"{GAP}to{GAP}\d{{1,3}}(?!\d)")
_FRACTION = re.compile(
    rf"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)){GAP}(?:in|for|out of){GAP}$", re.I
)
_STOPS = re.compile(r"[^\S\n]?(?:\.(?!\d)|[,;:!?)\]\"”](?!\d)|$|\n)")
_WORD = re.compile(rf"{GAP}[a-z]+\b(?<!s)(?!{GAP}?%)")
_FULL_YEAR = re.compile(rf"(?<![\w{SIGNS}.,])(?:19|20)\d\d(?![\w%]|[.,]\d)")


def _short_year(scene: Scene, match: re.Match[str]) -> Reading | None:
    """Two digits are a year only after "in" or its like, with nothing to count, and other years near."""
    start, end = match.span("two")
    before = scene.before(start, 12)
    quoted = _quoted(scene, start)
    year = full_year(int(match["two"]), _now(scene, start))
    if not (_WHEN.search(before[:-1]) if quoted else _BORN.search(before)):
        return None
    if not quoted and _TO_NUMBER.match(scene.text, end):  # "falls from 28 to 27"
        return None
    if _FRACTION.search(scene.before(start, 24)) or _UNIT.match(scene.text, end):
        return None
    if not quoted and not _plausible(scene, start, end, year):
        return None
    value = Value(date=str(year), confidence=Confidence.MEDIUM, doubt="two digits taken for a year")
    return Reading(span=Span(start - quoted, end), value=value, rule="year of two digits")


def _now(scene: Scene, start: int) -> int | None:
    """The year in whose century two digits stand: in a narrative that of the date before, else publication's."""
    before = scene.last_said(start, 3000, 370) if scene.narrative else None
    return int(before[:4]) if before else scene.year()


def _quoted(scene: Scene, start: int) -> bool:
    """Whether an apostrophe stands for the century ("’82")."""
    return bool(re.search(r"(?<!\w)['’‘]$", scene.before(start, 2)))


def _plausible(scene: Scene, start: int, end: int, year: int) -> bool:
    near = {found[0] for found in _FULL_YEAR.finditer(scene.text, max(0, start - 500), end + 500)}
    if str(year) in near:
        return bool(_STOPS.match(scene.text, end) or _WORD.match(scene.text, end))
    if not _STOPS.match(scene.text, end):
        return False
    if _SURE.search(scene.before(start, 12)):
        return scene.year() is None or year >= (scene.year() or 0) - 75
    return any(abs(int(other) - year) < 12 for other in near)


def _decade(scene: Scene, match: re.Match[str]) -> Reading | None:
    digits = match["digits"]
    if len(digits) == 4:
        # "The 1800s" is the century; "the 2000s" is the decade, for nobody has lived the rest of that century.
        century = digits.endswith("00") and digits < "1900"
        date = f"{digits[:2]}XX" if century else f"{digits[:3]}X"
        readings = (date, f"{digits[:2]}XX") if digits == "1900" else ()
        return Reading(span=Span(*match.span()), value=Value(date=date, readings=readings), rule="decade")
    quoted = _quoted(scene, match.start())
    if not quoted and (int(digits) < 50 or not _THE_DECADE.search(scene.before(match.start(), 12))):
        return None
    return _short_decade(scene, Span(match.start() - quoted, match.end()), int(digits[0]))


_THE_DECADE = re.compile(rf"\bthe{GAP}(?:(?:early|mid|late|swinging|roaring)(?:{GAP}|-))?$", re.I)


def _named_decade(scene: Scene, match: re.Match[str]) -> Reading | None:
    if not _THE_DECADE.search(scene.before(match.start(), 16)):
        return None
    return _short_decade(scene, Span(*match.span()), DECADES[match["word"].lower()])


def _short_decade(scene: Scene, span: Span, tens: int) -> Reading:
    year = full_year(10 * tens, scene.year())
    return Reading(span=span, value=Value(date=f"{year // 10}X"), rule="decade")


def _century(scene: Scene, match: re.Match[str]) -> Reading | None:
    if match["nth"].lower() in ("last", "latter", "final"):
        return None
    number = ordinal_of(match["nth"])
    if not 2 <= number <= 30 or re.match(rf"{GAP}?B\.?C", scene.after(match.end(), 6)):
        return None
    date = f"{number - 1:02}XX"
    if match["last"] and number < (last := ordinal_of(match["last"])) <= 30:
        date = f"{date}/{last - 1:02}XX"
    return Reading(span=Span(*match.span()), value=Value(date=date), rule="century")


def _of_era(scene: Scene, match: re.Match[str]) -> Reading | None:
    """ "44 BC", "AD 79": EDTF counts a year 0, so 1 BC is 0000 and 44 BC -0043."""
    year = int(match["year"])
    if year < 1:
        return None
    before = match["era"].startswith("B")
    date = f"-{year - 1:04}" if before and year > 1 else f"{0 if before else year:04}"
    return Reading(span=Span(*match.span()), value=Value(date=date), rule="ancient year")


_EDGE = rf"(?<![\w{SIGNS}#&@=/\\+.,:])(?<!\d[-–—])"


def _rule(name: str, pattern: str, read: Reader) -> Rule:
    return Rule(name=name, pattern=re.compile(pattern), read=read)


_NTH_WORD = "|".join(sorted(ORDINALS, key=len, reverse=True))
FROM_DIGITS = (
    _rule("ancient year", rf"{_EDGE}(?P<year>\d{{1,4}}){GAP}?(?P<era>BCE?|B\.C\.(?:E\.)?|AD|CE|A\.D\.)(?!\w)", _of_era),
    _rule("year", rf"{_EDGE}(?P<year>{YEAR})(?!/\d|[-–]\d)", _year),
    _rule(
        "run of years",
        rf"{_EDGE}(?P<year>1\d{{3}}|20\d\d|21\d\d){GAP}?{DASH}{GAP}?(?P<last>\d{{4}}|\d\d)(?![\w%]|[-/]\d|[.,]\d)",
        _run,
    ),
    _rule("decade", rf"{_EDGE}(?P<digits>(?:1[0-9]|20)[0-9]0|[2-9]0)['’]?s\b", _decade),
    _rule("year of two digits", rf"(?<![\w{SIGNS}#.,:/-])(?P<two>\d\d)(?![\w%'’°/-]|[.,:]\d)", _short_year),
    _rule(
        "century",
        rf"{_EDGE}(?P<nth>\d{{1,2}}{NTH})(?:{GAP}(?:and|to|or){GAP}(?:the{GAP})?(?P<last>\d{{1,2}}{NTH}))?(?:{GAP}|-)(?:century|centuries)\b",
        _century,
    ),
)
FROM_ORDINALS = (
    _rule(
        "century",
        rf"(?<!\w)(?P<nth>(?i:{_NTH_WORD}))(?:{GAP}(?:and|to|or){GAP}(?:the{GAP})?(?P<last>(?i:{_NTH_WORD})))?(?:{GAP}|-)(?i:centur(?:y|ies))\b",
        _century,
    ),
)
FROM_DECADES = (_rule("decade", rf"(?<!\w)(?P<word>(?i:{'|'.join(DECADES)}))\b", _named_decade),)
FROM_ERAS = (_rule("ancient year", rf"(?<!\w)(?P<era>AD){GAP}(?P<year>\d{{1,4}})(?![\w%]|[.,]\d)", _of_era),)
