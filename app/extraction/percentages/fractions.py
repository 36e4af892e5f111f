"""Fractions that stand for a percentage: "a third", "two-thirds", "half of", "half a percentage point"."""

import re
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention, Taken
from app.extraction.numbers import qualifiers
from app.extraction.numbers.numbers import ONE, SPACE, Number
from app.extraction.numbers.ranges import CHANGES
from app.extraction.percentages import ratios
from app.extraction.percentages.shares import HUNDRED, SIX_DIGITS, share

_PARTS = {
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_LEAD = re.compile(rf"(?<![\w-])(?P<count>{'|'.join(_COUNTS)})[\s-]\Z", re.IGNORECASE)
_OF = re.compile(
    r"\s+(?:or (?:more|less) )?of\b(?!\s+(?:(?:a|an)\s+(?:million|billion|century|hour|mile|inch)|July)\b)",
    re.IGNORECASE,
)
# After a lone "a third" or "half" these show that a share is meant, not an ordinal, a quarter of a year or "half-time".
_SHARE_AFTER = re.compile(
    r"\s+(?:less|more|fewer|higher|lower|larger|smaller|bigger|cheaper|faster|off|below|above|are|were|said|say|"
    r"have|had|never|do|did|will|would|could|can|went|go|come|came|get|got|lived?|think|thought|believe|want(?:ed)?|"
    r"fear|"
    r"voted?|back(?:ed)?|support|opposed?|need(?:ed)?|use[sd]?|spend|spent|lost|took|failed|feel|felt|expect|admitted|"
    rf"reported|in \d{{4}}|since|last year|this year|from|over the (?:past|last)|by \d{{4}}|to [{SIGNS}]|"
    r"on (?:last|a year)|as (?:much|many))\b|\s*[.,;:)](?:\s|$)|\s*\Z",
    re.IGNORECASE,
)
_SHARE_BEFORE = re.compile(
    r"\b(?:that|by|up|down|about|around|than|over|under|only|just|nearly|almost|another|to|fell|rose|fallen|risen|"
    r"dropped|cut|increased|grew|lost|and|at least|up to|some|roughly|barely|least|most|below|above|jumped|plunged|"
    r"soared|declined)\s+\Z|[;:,—–(]\s*\Z",
    re.IGNORECASE,
)
# "Fell by a third and", but not "moved by a third party".
_MOVED_BY = re.compile(rf"\b{CHANGES}\s+(?:[\w-]+\s+){{0,2}}?by\s+\Z", re.IGNORECASE)
_MOVE_ENDS = re.compile(
    r"\s*(?:[.,;:)—–]|\Z)|\s+(?:and|or|but|for|in|on|to|from|at|after|since|when|while|as|compared|over|last|this|"
    r"next|because|with|within|between|during|under|than|so|if|before|until|across|even)\b",
    re.IGNORECASE,
)
_FRACTION = rf"(?:(?P<top%d>{'|'.join(_COUNTS)})[\s-])?(?P<part%d>{'|'.join(_PARTS)})s?"
_BOTH = re.compile(rf"{_FRACTION % (1, 1)}\s+(?:to|(?P<and>and))\s+{_FRACTION % (2, 2)}\b(?![\s-]point)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s\Z", re.IGNORECASE)
# "Nearly a third opposed it" is a share, "nearly a quarter century" and "about a third man" are not.
_HEDGED = re.compile(
    r"\b(?:nearly|almost|roughly|over|than|under|at least|up to|around|as much as|close to|approximately|some|"
    r"least)\s+\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?=\s)(?!\s+(?:time|party|parties|person|man|woman|child|candidate|option|way|day|week|month|season|term|world|"
    r"reading|round|runway|attempt|year|quarter|hour|mile|century|inch|pounder|final|million|billion|place|straight|"
    r"consecutive|successive|on-year|to (?:third|half|quarter)|past|to \d)\b)",
    re.IGNORECASE,
)
_HALF_OF = re.compile(
    r"\s+(?:of\b|the\b|its\b|their\b|all\b|his\b|her\b|our\b|those\b|these\b|your\b|my\b)(?!\s+(?:time|way)\b)",
    re.IGNORECASE,
)
_NOT_HALF = re.compile(
    r"(?<!\w)(?:first|second|other|latter|northern|southern|eastern|western|upper|lower|left|right|top|bottom|front|"
    r"back|"
    r"better|in|and a|and one|former|earlier|opening|an?|one|later|final)[\s-]\Z",
    re.IGNORECASE,
)
_NO_HALF_AFTER = re.compile(
    r"(?:\s|-)(?:an?\b|time|term|hour|day|year|mile|past|dozen|brother|sister|marathon|way|price|as\b|century|"
    r"decade|month|hearted|life|pint|moon|back|open|empty|full|baked|million|billion)",
    re.IGNORECASE,
)
_POINT = re.compile(
    rf"(?:{SPACE}of)?(?:{SPACE}(?:a|one))?[\s-](?:(?P<full>percentage|per{SPACE}?cent|%)[\s-])?point\b", re.IGNORECASE
)
_CLOSES = re.compile(r"\s*(?:[.,;:)]|\Z)")
_ONE_AND = re.compile(
    r"\b(?:miles?|hours?|years?|months?|weeks?|days?|pints?|inch(?:es)?|foot|feet|pounds?|stone|acres?|metres?|meters?|"
    r"minutes?|pages?|cups?|times?) and\s\Z",
    re.IGNORECASE,
)
_OF_WHICH = re.compile(
    r"\bof (?:which|whom),? (?:(?:about|around|some|over|nearly|almost|roughly|only|just|more than|less than) ){0,2}\Z",
    re.IGNORECASE,
)
_HALF_DONE = re.compile(r"\s(?:funded|full|empty|built|finished|complete[d]?|paid|occupied|sold|done|staffed|let)\b")
_PAID = re.compile(
    r"\b(?:pay|pays|paid|own|owns|owned|lost|lose|take|took|give|gave|keep|kept|fund|funds|cover|covers|sold|sell|"
    r"spent|"
    r"provide|provides|contribute|supply|supplies)\s\Z"
)
_BARELY = re.compile(
    r"\b(?:only|just|barely|now|still|about|is|are|was|were|been|than|nearly|already)\s\Z", re.IGNORECASE
)
_PER_CENT = re.compile(rf"{SPACE}(?:of{SPACE})?(?:a|one){SPACE}per{SPACE}?cent\b(?![\s-]point)", re.IGNORECASE)
_A_POINT = re.compile(r"percentage[\s-]point\b", re.IGNORECASE)
_WHOLE_LEAD = re.compile(
    r"(?<![\w-])(?<!of )(?:a[\s-](?:full |whole |single )?|one[\s-](?:full |whole |single ))\Z", re.IGNORECASE
)
_RATES = re.compile(r"\b(?:rates?|interest|fed|bank|yields?|borrowing|cuts?|hikes?|rba|ecb)\b", re.IGNORECASE)
# "The first three quarters of 2024", "the past two quarters": quarters of a year.
_IN_ORDER = re.compile(r"\b(?:first|last|past|previous|preceding|next|coming|following)\s\Z", re.IGNORECASE)
_QUARTER_OF = re.compile(r"\s+of\s+(?:growth|contraction|decline|recession|losses)\b", re.IGNORECASE)


def read(text: str, taken: Taken, numbers: list[Number], parts: tuple[tuple[int, int], ...]) -> list[Mention]:
    """The fractions at the numbers and fraction words of a text."""
    found = ratios.read(text, numbers)
    used = Taken()
    for mention in found:
        used.add(mention.span)
    for start, end in parts:
        part = _part(text, start, end)
        if part is not None and not taken.overlaps(part.span) and not used.overlaps(part.span):
            found.append(part)
            used.add(part.span)
    return found


def _part(text: str, start: int, end: int) -> Mention | None:
    """The fraction, or part of a percentage point, that a word names."""
    word = text[start:end].lower()
    if word == "percentage":
        return _whole_point(text, start)
    lead = _LEAD.search(text[max(0, start - 8) : start])
    count = _COUNTS[lead["count"].lower()] if lead else 1
    begin = start - len(lead.group()) if lead else start
    bottom = _PARTS[word.removesuffix("s")]
    if point := _POINT.match(text, end) or _PER_CENT.match(text, end):
        return _part_of_point(text, begin, point, Decimal(count) / bottom)
    if both := _BOTH.match(text, begin):
        return _between(text, begin, both)
    if word == "half":
        return _half(text, begin, end, lead)
    if word == "quarters" and (_dated(text, end) or _IN_ORDER.search(text[max(0, begin - 12) : begin])):
        return None
    if (count > 1 and word.endswith("s") and word != "quarters") or (count == 3 and word == "quarters"):
        return share(text, begin, end, Decimal(count), Decimal(bottom), "fraction-word")
    if lead is None or word.endswith("s") or count > 1:
        return None
    glued = text[start - 1] == "-" and lead["count"].lower() == "one"
    sure = (glued and not text.startswith("-", end)) or (
        _OF.match(text, end) and not (word == "quarter" and _dated(text, end))
    )
    hedged = _HEDGED.search(text[max(0, begin - 20) : begin]) and _GOES_ON.match(text, end)
    part = _OF_WHICH.search(text[max(0, begin - 32) : begin])
    moved = _MOVED_BY.search(text[max(0, begin - 48) : begin]) and _MOVE_ENDS.match(text, end)
    if (
        not sure
        and not hedged
        and not part
        and not moved
        and not (_shared_before(text, begin) and _SHARE_AFTER.match(text, end))
    ):
        return None
    return share(text, begin, end, ONE, Decimal(bottom), "fraction-word")


def _between(text: str, begin: int, match: re.Match[str]) -> Mention | None:
    """Two fractions as one range ("between a third and a half")."""
    low, high = (
        SIX_DIGITS.divide(_COUNTS[(match[f"top{end}"] or "a").lower()] * HUNDRED, _PARTS[match[f"part{end}"].lower()])
        for end in (1, 2)
    )
    between = _BETWEEN.search(text[max(0, begin - 9) : begin])
    if low >= high or (match["and"] and not between):
        return None
    start = begin - len(between.group()) if between else begin
    return figures.mention(
        text,
        Kind.PERCENTAGE,
        span=Span(start, match.end()),
        low=low,
        high=high,
        unit="percent",
        rule="fraction-range",
        fraction=True,
        rated=False,
    )


def _dated(text: str, end: int) -> bool:
    """Whether "a quarter of" goes on as time ("a quarter of growth")."""
    return _QUARTER_OF.match(text, end) is not None


def _shared_before(text: str, begin: int) -> bool:
    left = text[max(0, begin - 20) : begin]
    if _ONE_AND.search(left):  # "a mile and a quarter"
        return False
    return _SHARE_BEFORE.search(left) is not None or begin == 0 or left.rstrip().endswith((".", "\n"))


def _half(text: str, begin: int, end: int, lead: re.Match[str] | None) -> Mention | None:
    start = end - len("half")
    left = text[max(0, start - 12) : start]
    if (not lead and _NOT_HALF.search(left)) or _NO_HALF_AFTER.match(text, end) or text[start - 1 : start] == "-":
        return None
    if lead and lead["count"].lower() not in ("one", "a"):
        return None
    before = text[max(0, begin - 4) : begin].lower()
    if lead and before.endswith("and "):
        return None
    by = before.endswith(" by ") or qualifiers.before(text, begin) is not None
    done = _HALF_DONE.match(text, end) and _BARELY.search(text[max(0, begin - 12) : begin])
    done = done or (_CLOSES.match(text, end) and _PAID.search(text[max(0, begin - 14) : begin]))
    if done or _HALF_OF.match(text, end) or (by and not text.startswith("-", end)):
        return share(text, begin, end, ONE, Decimal(2), "fraction-half")
    return None


def _whole_point(text: str, start: int) -> Mention | None:
    """ "A percentage point", "one full percentage point"; "one percentage point" is a number with its unit."""
    match = _A_POINT.match(text, start)
    lead = _WHOLE_LEAD.search(text[max(0, start - 12) : start])
    if match is None or lead is None:
        return None
    return _point(text, start - len(lead.group()), match.end(), ONE, "percentage_point")


def _part_of_point(text: str, begin: int, match: re.Match[str], value: Decimal) -> Mention | None:
    """ "A quarter point", "half a percentage point", "half of one per cent"."""
    if match.re is _PER_CENT:
        return _point(text, begin, match.end(), value, "percent")
    if not match["full"] and not _RATES.search(text[max(0, begin - 100) : match.end() + 60]):
        return None
    return _point(text, begin, match.end(), value, "percentage_point")


def _point(text: str, start: int, end: int, value: Decimal, unit: str) -> Mention:
    value = SIX_DIGITS.plus(value)
    return figures.mention(
        text, Kind.PERCENTAGE, span=Span(start, end), low=value, high=value, unit=unit, rule="percent-part-of-point"
    )
