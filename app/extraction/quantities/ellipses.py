"""Bare numbers that count what the count before them does: "opened 38 stores and closed six", "701 among controls"."""

import re
from decimal import Decimal

from app.extraction.dates.calendar_names import FULL_MONTH
from app.extraction.numbers import decoys
from app.extraction.quantities import nouns
from app.extraction.quantities.antecedents import ALONE, NO_UNIT, SHARE, Bare, BareCount, as_before
from app.extraction.quantities.noun_words import SORTS, STOP

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
# "The Alliance took 11 seats. Labour had been defending nine."
_HELD = re.compile(
    r"\b(?:defend(?:s|ed|ing)?|h[eo]ld(?:s|ing)?|w[io]ns?|winning|los(?:es?|t|ing)|gain(?:s|ed|ing)?|retain(?:s|ed|ing)?|"
    r"keeps?|kept|took|takes?|clos(?:es|ed|ing)|open(?:s|ed|ing)|buil(?:ds?|t|ding)|sold|bought|own(?:s|ed)?|"
    rf"operat(?:es|ed)|has|had|runs?|ran) {_ADVERBS}\Z"
)
_GAPPED = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+(?:[\w’'-]+\s+){1,2}|[A-Z][\w’'-]*(?:s|\s(?:just|only))\s+)\Z")
_CLOSES = re.compile(r"\s*(?:[.,;)]|\Z|\n|(?:and|but|while)\b)")
# "56 members: 31 Labour, 14 Conservative".
_SORTED = re.compile(r"(?:[,:;(–—]|\band)\s+\Z")
_OF_SORT = re.compile(
    rf"\s(?!{FULL_MONTH})"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s*(?:[,;.)]|and\b)"
)
_FULL_STOP = re.compile(r"\s*(?:[.;](?!\d)|\Z|\n)")
_DONE = re.compile(r"\s[a-z]{3,}(?:ed|ing)\b")
_IN_YEAR = re.compile(r"\b(?:in|by) (?:1[5-9]|20)\d\d,?\s+\Z", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of (?:the|its|their|his|her|our|those|these|them|which|whom)\b", re.IGNORECASE)
_WHICH = re.compile(
    rf"\bof (?:which|whom|these|those|them|(?:that|this|the) (?:total|number|figure)),? {_ADVERBS}\Z", re.IGNORECASE
)
_PLURAL_BEFORE = re.compile(r"\b(?P<noun>[a-z]{3,})[,;] \Z", re.IGNORECASE)
# Nothing but a count goes on like this: "nearly 47 of them", "27 in all", "138 of 290".
_SHOWN = re.compile(
    r"\s+(?:of (?:them|these|those)\b|in (?:all|total)(?=[,.;:)]|\s*\Z|\s(?:and|but|were|are)\b)|"
    r"all told\b|or so that\b|in favou?r\b|(?:under|over|below) (?:strength|capacity)\b|"
    r"on (?:roll|remand|bail|the (?:roll|books|payroll))\b|of (?:the )?\d+(?:,\d{3})*(?=[.,;)](?!\d)))"
)
# "Only 32 will be built."
_ONLY = re.compile(r"\b(?:and|but|that|when|while|so|,) (?:only|just|fewer than|at most) \Z")
_TO_BE_DONE = re.compile(r"\s+(?:will|would|could|can|may) (?:now |ever |actually )?be [a-z]+(?:ed|t|n)\b")
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
# "Norway 12,310; Malta 790; Chad: 614": a list goes on.
_ENTRY = re.compile(r"; (?:and )?(?:the )?[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,2}:? \Z")
_ITEM = re.compile(r"(?:[;(]\s?(?:and )?|\n)(?:[A-Za-z-]+ ){0,2}?(?P<noun>[A-Za-z]{3,}):? \Z")
_ITEM_ENDS = re.compile(r"[;)]")
_WHO = re.compile(r"(?: or so)? who\b")
_OF_ALL = re.compile(
    rf"(?:\A|[.!?\n;]\s*|,\s)of (?:all|the|its|their|those|these) (?:[\w’'-]+ ){{0,4}}?(?P<noun>[a-z]{{3,}}), "
    rf"{_ADVERBS}\Z",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[a-z,] [A-Z]\w* \Z")
_ALONG = re.compile(r"\s(?:wide|long|high|tall|deep|across|thick)\b")
_OF_WHOM = re.compile(r"\s+of (?:whom|which)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:crews?|staff|squads?|teams?|crowds?|audiences?|congregation|population|workforce|electorate|"
    r"membership|panel|jury|cast|garrison|delegation|army|force|readership|gathering|headcount|complement|intake|village|town|city|hamlet|community|"
    rf"class|group) of {_ADVERBS}\Z"
)


def read(bare: Bare) -> BareCount | None:
    """What a small whole number says by leaning on words or figures around it; the first reading that fits holds."""
    number = bare.number
    if number.low < _TWO or number.low != number.low.to_integral() or number.letter or bare.is_year:
        return None
    if decoys.is_score(bare.text, number):
        return None
    return next((said for reading in _READINGS if (said := reading(bare))), None)


def _side(bare: Bare) -> BareCount | None:
    """ "The ship is 399.9 metres long and 61 wide." """
    if bare.near is None or not bare.near.rule.startswith("measure") or not along(bare.text, bare.end):
        return None
    return BareCount("measure", bare.near.figure.unit)


def _people(bare: Bare) -> BareCount | None:
    """ "A crew of 157"; "the 75 or so who applied"; bands have names ("Maroon 5 who")."""
    if not _is_many(bare) and bare.number.shape == "words":
        return None
    crowd = _CROWD.search(bare.left(40)) is not None
    does = _WHO.match(bare.text, bare.end) is not None and _NAME_BEFORE.search(bare.left(24)) is None
    return BareCount("count-crowd", "person") if crowd or does else None


def _listed(bare: Bare) -> BareCount | None:
    """ "(Car drivers 816; walkers 448)": the plural before a number in a list is what it counts."""
    if not _is_many(bare) or not _ITEM_ENDS.match(bare.text, bare.end):
        return None
    return _of_plural("count-listed", _ITEM.search(bare.left(48)))


def _part(bare: Bare) -> BareCount | None:
    """ "The authors, three of whom"; "Of all burglaries, 312 led to a charge."."""
    those = _OF_WHOM.match(bare.text, bare.end) and _of_plural("count-part", _PLURAL_BEFORE.search(bare.left(32)))
    return those or _of_plural("count-part", _OF_ALL.search(bare.left(80)))


def _leaning(bare: Bare) -> BareCount | None:
    """ "The chain opened 38 stores and closed six."; before the rest, as a count in the sentence says most."""
    count = bare.count
    if count is None or bare.number.vague or not _leans(bare, count.span.end):
        return None
    return as_before(count)


def _alike(bare: Bare) -> BareCount | None:
    """ "They built 715 affordable and 300 private."; "I was told 28 beds. It has 16."."""
    if not _is_many(bare):
        return None
    if not like_before(bare.text, bare.end) and (bare.behind is None or not _ends_telling(bare)):
        return None
    like = bare.count or bare.behind
    return as_before(like) if like else ALONE


def _ends_telling(bare: Bare) -> bool:
    return _CLOSES.match(bare.text, bare.end) is not None and _TOLD.search(bare.left(48)) is not None


def _another(bare: Bare) -> BareCount | None:
    """ "60 ships were built. A further 18 are under way."."""
    if bare.behind is None or not _MORE.search(bare.left(48)):
        return None
    return as_before(bare.behind) if _SUBJECT_AFTER.match(bare.text, bare.end) else None


def _held(bare: Bare) -> BareCount | None:
    """ "The Alliance took 11 seats. Labour had been defending nine."."""
    if bare.behind is None or bare.is_year or not _FULL_STOP.match(bare.text, bare.end):
        return None
    return as_before(bare.behind) if _HELD.search(bare.left(48)) else None


def _shown(bare: Bare) -> BareCount | None:
    """ "27 in all"; "a hall built for 900"; but not "she came 12 of 30"."""
    if not _is_many(bare):
        return None
    left = bare.left(48)
    if _ONLY.search(left) and _TO_BE_DONE.match(bare.text, bare.end):
        return as_before(bare.behind) if bare.behind else ALONE
    if _SHOWN.match(bare.text, bare.end):
        return ALONE if _RANKING.isdisjoint(left.lower().split()[-1:]) else None
    return ALONE if _ROOM.search(left) or _NUMBERED.search(left) else None


def _opening(bare: Bare) -> BareCount | None:
    """ "Three remain in hospital.": the number is the whole subject, and last as it needs nothing else to stand by."""
    before = bare.left(4).rstrip(" “\"‘'")
    if (before and before[-1] not in ".!?\n") or not _SUBJECT_AFTER.match(bare.text, bare.end):
        return None
    if bare.number.vague:
        return BareCount("count-vague", "person", NO_UNIT)
    return as_before(bare.last) if bare.last is not None and bare.last.rule.startswith("count") else ALONE


# What names the thing counted stands before what only points at an earlier count, and that before what shows no more
# than that something is counted.
_READINGS = (_side, _people, _listed, _part, _leaning, _alike, _another, _held, _shown, _opening)


def _is_many(bare: Bare) -> bool:
    return bare.number.low >= _TEN


def _of_plural(rule: str, match: re.Match[str] | None) -> BareCount | None:
    """A count of the noun matched, in the singular, if that is a plural."""
    if match is None or not nouns.is_plural(match["noun"].lower()):
        return None
    return BareCount(rule, nouns.singular(match["noun"]))


def _leans(bare: Bare, since: int) -> bool:
    """Whether a number with its hedge counts what the count that ends at `since`, in the same sentence, does."""
    text, start, end = bare.text, bare.start, bare.end
    left = bare.left(min(64, start - since))
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
    if _ENTRY.search(left) and _CLOSES.match(text, end):
        return True
    verb = _VERB.search(left)
    return verb is not None and verb["verb"].lower() not in _NO_COUNT


def of_sort(text: str, start: int, end: int) -> bool:
    """Whether a number counts a sort by its name ("56 members: 31 Labour, 14 Conservative")."""
    return _OF_SORT.match(text, end) is not None and _SORTED.search(text[max(0, start - 8) : start]) is not None


def is_part(text: str, start: int) -> bool:
    """Whether "of which" or the like stands before a number."""
    return _WHICH.search(text[max(0, start - 40) : start]) is not None


def along(text: str, end: int) -> bool:
    """Whether a bare number is another side of what was measured ("399.9 metres long and 61 wide")."""
    return _ALONG.match(text, end) is not None


def like_before(text: str, end: int) -> bool:
    """Whether a number counts more, or a sort, of what goes without saying ("715 affordable and 300 private")."""
    match = _LIKE.match(text, end)
    return match is not None and (match["sort"] is None or match["sort"] in SORTS)
