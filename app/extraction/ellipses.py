"""Bare numbers that count what the count before them does: "opened 38 stores and closed six", "701 among controls"."""

import re
from decimal import Decimal

from app.extraction import decoys, nouns, numbers
from app.extraction.antecedents import SHARE, Before
from app.extraction.mention import Mention
from app.extraction.noun_words import SORTS, STOP
from app.extraction.numbers import Number

NO_UNIT = "the words name no unit"
_TWO, _TEN = Decimal(2), Decimal(10)
_ADVERBS = (
    r"(?:(?:only|just|another|about|around|some|nearly|almost|roughly|at least|up to|over|more than|fewer than|a "
    r"further|an additional|the other|as many as|a mere|all|barely|even) )*"
)
_JOINT = r"(?:[,;–—]|\band|\bor|\bbut|\bwhile|\bincluding|\bplus|\bthen|\bbefore|\bwith)\s+"
_VERB = re.compile(
    rf"{_JOINT}(?:[\w’'-]+\s+){{0,3}}?(?P<verb>(?-i:[a-z]){{3,}})\s+(?:(?:up|out|down|off|in) )?{_ADVERBS}\Z",
    re.IGNORECASE,
)
# After these no count follows, but a rank, an age, a score or a time.
_NO_COUNT_WORDS = (
    "rank ranks ranked place placed came finish finished seed seeded turn turns turned turning age aged ages "
    "score scored scores shot carded page chapter section number bus route line room row born year day week month "
    "season level size grade rated rates rating worth equal point points"
)
_RANKING = frozenset(_NO_COUNT_WORDS.split())
_NO_COUNT = STOP | _RANKING
_PLACE_AFTER = re.compile(
    r"\s+(?:in (?!a row\b|total\b|all\b|front\b|charge\b|\d|ten\b|five\b)|at |among |from (?!\d)|for (?!\d)|on |"
    r"to (?!\d)|with |against(?=[,.;]| and\b)|"
    r"near |outside |inside |across |within |aboard |elsewhere\b|abroad\b|overseas\b|more\b|fewer\b|"
    r"last |this |as |since |by (?!\d|one\b|two\b|three\b))"
)
_AND = re.compile(rf"(?:{_JOINT}|\b(?:that|who|which)\s+[a-z]+\s+){_ADVERBS}\Z", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    r"(?: more)?\s+(?:were|are|have|had|remain(?:ed)?|will|would|could|may|died|did|came|went|got|left|face[sd]?|"
    r"need(?:ed)?|took|fled|said|lived?|failed|stood|lost|made|won|gave|paid|moved|joined|survived|escaped|lack(?:ed)?)\b"
)
_TARGET = re.compile(
    r"\b(?:a|an|the|its|their|his|her|of) (?:[\w-]+ ){0,2}(?:target|goal|forecast|average|capacity|peak|high|low|"
    rf"record|maximum|minimum|limit|total|quota|figure|estimate|level|mean|median) of {_ADVERBS}\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:mak(?:es|ing)|leav(?:es|ing)(?: (?:it|them|him|her|us|the [a-z]+))?(?: with)?|"
    r"g[ai]v(?:e|es|ing) (?:it|them|him|her|us)|(?:built|designed|meant|made) for|begin with|start with|out of|"
    r"(?:an?|the|its|their) (?:recommended|planned|expected|budgeted|required|original|initial)) "
    rf"(?:it |that |a total of |now )?{_ADVERBS}\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:another|an? (?:further|additional|extra|fresh)|the other)\s+\Z", re.IGNORECASE)
# "Labour won 14 seats, the Conservatives nine and the Greens four".
_GAPPED = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+(?:[\w’'-]+\s+){1,2}|[A-Z][\w’'-]*(?:s|\s(?:just|only))\s+)\Z")
_CLOSES = re.compile(r"\s*(?:[.,;)]|\Z|\n|(?:and|but|while)\b)")
# "56 members: 31 Labour, 14 Conservative".
_SORTED = re.compile(r"(?:[,:;(–—]|\band)\s+\Z")
_OF_SORT = re.compile(
    r"\s(?!January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s*(?:[,;.)]|and\b)"
)
_DONE = re.compile(r"\s[a-z]{3,}(?:ed|ing)\b")
_IN_YEAR = re.compile(r"\bin (?:19|20)\d\d,?\s+\Z", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of (?:the|its|their|his|her|our|those|these|them|which|whom)\b", re.IGNORECASE)
_WHICH = re.compile(rf"\b(?:of (?:which|whom|these|those|them)),? {_ADVERBS}\Z", re.IGNORECASE)
_PLURAL_BEFORE = re.compile(r"\b(?P<noun>[a-z]{3,})[,;] \Z", re.IGNORECASE)
# Nothing but a count goes on like this: "nearly 47 of them", "27 in all", "138 of 290".
_SHOWN = re.compile(
    r"\s+(?:of (?:them|these|those)\b|in (?:all|total)(?=[,.;:)]|\s*\Z|\s(?:and|but|were|are)\b)|"
    r"all told\b|or so that\b|in favou?r\b|(?:under|over|below) (?:strength|capacity)\b|"
    r"on (?:roll|remand|bail|the (?:roll|books|payroll))\b|of (?:the )?\d+(?:,\d{3})*(?=[.,;)](?!\d)))"
)
# What was counted before goes on: "715 affordable", "388 more than in 2014", "12 rusty ones".
_LIKE = re.compile(
    r"\s(?:(?P<sort>[a-z-]+)(?=[.,;:)]|\s*\Z|\n|\s(?:and|or|but|plus|to|in|at|for|with)\b)|"
    r"(?:more|fewer) than (?:in|at|on|that|the|an?|its|their|last|this|when|were|was|it|they|any|during|before|planned|"
    r"expected|required|needed|previously|usual|normal)\b|(?:more|fewer)(?=[,.;])|(?:[a-z-]+ ){0,2}ones\b)"
)
_GAP = re.compile(r"\s+(?:below|above|short of|ahead of|behind|down on|up on|shy of) (?!\d)")
_TOLD = re.compile(
    r"[.!?][\"”’]?\s+(?:(?:It|They|He|She|We|I) (?:has|have|had|got|counted|found|saw|needs?|needed|lists?)|"
    r"(?:The|Its|Their|His|Her) (?:[a-z]+ ){1,3}?(?:shows?|showed|lists?|listed|records?|recorded|counted|found)) "
    rf"{_ADVERBS}\Z"
)
_HAS = re.compile(rf"\b(?:has|have|had) {_ADVERBS}\Z", re.IGNORECASE)
_THERE = re.compile(rf"\bthere (?:are|were) {_ADVERBS}\Z", re.IGNORECASE)
_NOW = re.compile(r"\s+(?:now|today|left)\b")
_ROOM = re.compile(
    r"\b(?:(?:built|designed|intended|licensed|certified|equipped) (?:for|to (?:hold|take|house|carry|seat))|"
    rf"(?:room|space|beds|berths|places) for|capacity of) {_ADVERBS}\Z",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"\b(?:(?:which|who|they|once) number(?:s|ed)? {_ADVERBS}|number(?:s|ed|ing)? in the )\Z",
    re.IGNORECASE,
)
_WHO = re.compile(r"(?: or so)? who\b")
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z]\w* \Z")
_ALONG = re.compile(r"\s(?:wide|long|high|tall|deep|across|thick)\b")
_OF_WHOM = re.compile(r"\s+of (?:whom|which)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:crews?|staff|squads?|teams?|crowds?|audiences?|congregation|population|workforce|electorate|"
    r"membership|panel|jury|cast|garrison|delegation|army|force|readership|gathering|headcount|complement|intake|"
    rf"class|group) of {_ADVERBS}\Z"
)


def read(text: str, number: Number, start: int, before: Before) -> tuple[str, str | None, str] | None:
    """The rule by which a small whole number counts, what it counts, and the doubt about it."""
    if number.low < _TWO or number.low != number.low.to_integral() or numbers.is_year(text, number):
        return None
    if number.letter or decoys.is_score(text, number):
        return None
    end, many = number.end, number.low >= _TEN
    if before.near is not None and before.near.rule.startswith("measure") and along(text, end):
        return "measure", before.near.figure.unit, ""
    if (many or number.shape != "words") and (_crowd(text, start) or _of_people(text, start, end)):
        return "count-crowd", "person", ""
    if whole := _of_those(text, start, end):
        return "count-part", whole, ""
    if before.count is not None and not number.vague and _leans(text, before.count.span.end, start, end):
        return as_before(before.count)
    if many and (like_before(text, end) or (before.behind is not None and _goes_on(text, start, end))):
        like = before.count or before.behind
        return as_before(like) if like else ("count-alone", None, NO_UNIT)
    if many and _shown(text, start, end):
        return "count-alone", None, NO_UNIT
    if _opens(text, start, end):
        last = before.last
        if last is not None and last.rule.startswith("count") and not number.vague:
            return as_before(last)
        return ("count-vague", "person", NO_UNIT) if number.vague else ("count-alone", None, NO_UNIT)
    return None


def as_before(earlier: Mention) -> tuple[str, str | None, str]:
    """What a number says that counts the same as the figure before it."""
    return "count-alone", earlier.figure.unit, "the unit is that of the figure before"


def _leans(text: str, since: int, start: int, end: int) -> bool:
    """Whether a number with its hedge counts what the count that ends at `since`, in the same sentence, does."""
    left = text[max(since, start - 64) : start]
    if _TARGET.search(left) or _LEFT.search(left) or _MORE.search(left) or _OF_THE.match(text, end):
        return True
    if _AND.search(left) and any(after.match(text, end) for after in (_PLACE_AFTER, _SUBJECT_AFTER, _DONE)):
        return True
    if _GAP.match(text, end) or (_HAS.search(left) and _CLOSES.match(text, end)):
        return True
    if _NOW.match(text, end) and (_HAS.search(left) or _THERE.search(left)):
        return True
    gapped = _GAPPED.search(left) and not SHARE.search(text, since, start)
    if ((gapped or _IN_YEAR.search(left)) and _CLOSES.match(text, end)) or of_sort(text, start, end):
        return True
    verb = _VERB.search(left)
    return verb is not None and verb["verb"].lower() not in _NO_COUNT


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a number ends a sentence about what the one before counted ("I was told 28 beds. It has 16.")."""
    return _CLOSES.match(text, end) is not None and _TOLD.search(text[max(0, start - 48) : start]) is not None


def of_sort(text: str, start: int, end: int) -> bool:
    """Whether a number counts a sort by its name ("56 members: 31 Labour, 14 Conservative")."""
    return _OF_SORT.match(text, end) is not None and _SORTED.search(text[max(0, start - 8) : start]) is not None


def is_part(text: str, start: int) -> bool:
    """Whether "of which" or the like stands before a number."""
    return _WHICH.search(text[max(0, start - 40) : start]) is not None


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a number is the whole subject of a sentence ("Three remain in hospital.")."""
    before = text[max(0, start - 4) : start].rstrip(" “\"‘'")
    return (not before or before[-1] in ".!?\n") and _SUBJECT_AFTER.match(text, end) is not None


def along(text: str, end: int) -> bool:
    """Whether a bare number is another side of what was measured ("399.9 metres long and 61 wide")."""
    return _ALONG.match(text, end) is not None


def _shown(text: str, start: int, end: int) -> bool:
    """Whether the words around a number show that it counts, though they do not say what."""
    left = text[max(0, start - 48) : start]
    if _SHOWN.match(text, end):
        return _RANKING.isdisjoint(left.lower().split()[-1:])  # but "she came 12 of 30"
    return _ROOM.search(left) is not None or _NUMBERED.search(left) is not None


def like_before(text: str, end: int) -> bool:
    """Whether a number counts more, or a sort, of what goes without saying ("715 affordable and 300 private")."""
    match = _LIKE.match(text, end)
    return match is not None and (match["sort"] is None or match["sort"] in SORTS)


def _of_people(text: str, start: int, end: int) -> bool:
    """Whether a number counts people because they do something ("the 75 or so who applied"); bands have names."""
    return _WHO.match(text, end) is not None and _NAME_BEFORE.search(text[max(0, start - 24) : start]) is None


def _crowd(text: str, start: int) -> bool:
    """Whether what stands before a number is a body of people ("a crew of 157")."""
    return _CROWD.search(text[max(0, start - 40) : start]) is not None


def _of_those(text: str, start: int, end: int) -> str | None:
    """The plural that a number before "of whom" is part of, in the singular: "the authors, three of whom"."""
    if not _OF_WHOM.match(text, end):
        return None
    match = _PLURAL_BEFORE.search(text[max(0, start - 32) : start])
    if match is None or not nouns.is_plural(match["noun"].lower()):
        return None
    return nouns.singular(match["noun"])
