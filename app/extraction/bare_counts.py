"""Counts that name nothing: large numbers, ranges of them, and numbers set beside a figure of their kind."""

import re
from decimal import Decimal

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import decoys, ellipses, figures, levels, numbers, qualifiers
from app.extraction.antecedents import NEAR, Before
from app.extraction.ellipses import NO_UNIT
from app.extraction.mention import Mention, Taken
from app.extraction.noun_words import PAST, STOP
from app.extraction.numbers import ONE, Number
from app.extraction.ranges import MOVED, Atom, Pair, grouped_by_dash, pair

_TWO, _THRICE, _TEN, _THOUSAND, _MANY = (Decimal(bound) for bound in (2, 3, 10, 1000, 100_000))
# "Killed 12", "injuring 30": the people are not named again.
_BEFELL = re.compile(
    r"\b(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|arrest(?:ed|ing|s)|detain(?:ed|ing)|displac(?:ed|"
    r"ing)|employ(?:s|ed|ing)|recruit(?:s|ed|ing)|hir(?:es|ed|ing)|rescu(?:es|ed|ing)|evacuat(?:es|ed|ing)|"
    r"jail(?:s|ed|ing)|deport(?:s|ed|ing)|convict(?:s|ed|ing)|acquitt(?:ed|ing)|vaccinat(?:es|ed|ing)|"
    r"died,? (?:and|with) )\s+\Z",
    re.IGNORECASE,
)
_SAME_KIND = re.compile(
    r"\b(?:from|to|against|compared (?:with|to)|than|by|versus|was|were|of|at|reached|hit|only|just|another|further|"
    r"and|or|down|up|averag\w+|total\w*|is|are|fell|rose|exceed\w*|be|stands? at|stood at|about|around|nearly|"
    r"over)\s+\Z",
    re.IGNORECASE,
)
_STRICT = re.compile(
    r"\b(?:from|to|against|compared (?:with|to)|down|up|of (?:which|whom|these|those|them))\s+\Z", re.IGNORECASE
)
_BY_PLACE = re.compile(r"\b(?:accounted|accounts|responsible) for\s+\Z", re.IGNORECASE)
TALLIES = "between them|handled|served|attracted|welcomed"
"""After these words of a sentence "11.3m" is a count, with or without a noun."""
_TALLIED = re.compile(rf"\b(?:{TALLIES})\b(?:[^.\n]|\.\d)*\Z", re.IGNORECASE)
_ONLY = re.compile(r",?\s+(?:only |just |all but |barely )?")
_OF_THEM = re.compile(r"\s+of (?:them|these|those|whom|which)\b", re.IGNORECASE)
_OF_BEFORE = re.compile(r"\bof (?:(?:the|its|their|his|her|our) )?\Z", re.IGNORECASE)
# Ranks, marks and opening hours also go from one number to another.
_FROM = re.compile(r"\b(?P<clause>[^.;:\n]*)\bfrom\s+\Z", re.IGNORECASE)
# No plural follows, so that the words after a large number go on as a verb ("two billion log on daily").
_SINGULAR = re.compile(r"\s(?!(?:second|minute|hour|day|week|month|year|decade|time|strong)s?\b)[a-z]")
_TO_NEXT = re.compile(
    r"(?:\s+in (?:19|20)\d\d)?\s+(?:up |down )?to\s+(?:about |around |nearly |over |just )?\d[\d,]*"
    r"(?=[.,;)]|\s*\Z|\s(?:in|over|last|this|since|by|a|and)\b)"
)
_RISEN = re.compile(
    r"\b(?:up|down|r[oi]se[sn]?|risen|rising|f[ae]ll(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|increas\w+|decreas\w+|grew|"
    r"grown|climb\w*|jump\w*|declin\w+|reduc\w+|cut|went|gone|doubl\w+|tripl\w+|trebl\w+|halv\w+|shr[au]nk|soar\w*)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"\b(?:rank\w*|place[ds]?|positions?|seed\w*|aged?|ages|grades?|levels?|tiers?|scales?|scor\w+|ratings?|stars?|"
    r"open|division|index|temperatures?|magnitude|version|channel|points?|handicap|size|threat)\b",
    re.IGNORECASE,
)
_RIVAL = re.compile(r"\b(?:to|against|versus|than|from)\s+(?:[Tt]he )?(?:[A-Z]\w+ )?[A-Z]\w+(?:['’]s|s['’])\s+\Z")
_PERIOD = re.compile(
    r"\s+(?:a|per|each|every)\s+(?:day|week|month|year|night|hour|minute)\b(?! (?:ago|later|earlier|after|before))"
)
_RATIO = re.compile(r"(?<!\b19\d)(?<!\b20\d)\d\s+to\s+\Z")
_TOTAL = re.compile(r"\b(?:majority|total|tally|toll|quorum|average|score|death toll) of\s+\Z", re.IGNORECASE)
# Levels without a unit: of an index, an average, an exchange rate.
_LEVEL = re.compile(
    r"\b(?:to|from|at|of|was|is|average[sd]?|averaging|hit|reached|than|between|above|below)\s+\Z", re.IGNORECASE
)
_GAUGE = re.compile(
    r"\b(?:index|indices|PMI|gauge|reading|ratio|score|average[sd]?|averaging|traded|exchange rate|"
    r"against the (?:dollar|pound|euro)|to the (?:dollar|pound|euro))\b"
)
_TAIL = re.compile(
    r"\s*(?:[.,;:()\]!?…”\"—–]|$|\n|(?:two|three|compared|people[’']s)\b)|\s+(?P<word>[A-Za-z]+)\b", re.IGNORECASE
)
# A verb too shows that no noun follows ("over 2.5 lakh came").
_VERB_NEXT = re.compile(
    r"\s+(?:had|have|has|did|do|will|would|could|can|may|might|must|left|fled|lost|made|sold|live|attend|watch|paid|"
    r"remain|need|face|work|[a-z]{3,}(?:ed|ing))\b"
)
_OPENERS = frozenset(("", " ", "\n", "\u00a0", "~", ">", "<", "(", "“", '"', "‘", "[", "—", "–"))


def read(text: str, atoms: list[Atom], found: list[Mention], taken: Taken) -> list[Mention]:
    """The figures among the numbers that have neither unit nor noun; `found` are the quantities that have one."""
    claimed = Taken()
    for mention in found:
        claimed.add(mention.span)
    named = sorted((one for one in found if not one.rule.startswith("multiple")), key=lambda mention: mention.span)
    own: list[Mention] = []
    passed = 0
    for position, atom in enumerate(atoms):
        if atom.named or claimed.overlaps(Span(atom.start, atom.end)):
            continue
        while passed < len(named) and named[passed].span.end <= atom.start:
            passed += 1
        beside = sorted((*named[max(0, passed - 2) : passed], *own[-2:]), key=lambda mention: mention.span)
        nearest = tuple(one for one in beside[-2:] if 0 <= atom.start - one.span.end <= NEAR)
        before = Before(text=text, atom=atom, nearest=nearest)
        bare = _range(text, atoms, position) or _alone(text, atom.number, before)
        if bare is not None and not taken.overlaps(bare.span) and not claimed.overlaps(bare.span):
            own.append(bare)
            claimed.add(bare.span)
    return own


def _is_large(number: Number) -> bool:
    if number.letter in ("k", "b"):  # "a crowd of 30k", not "in 4K"
        return number.mantissa >= _TEN
    return number.scaled or number.shape == "grouped" or (number.shape == "words" and number.low >= _THOUSAND)


def _stands_alone(text: str, number: Number) -> bool:
    """Whether nothing but the sentence goes on around a number, and it is no name."""
    return (
        text[number.start - 1 : number.start] in _OPENERS
        and _goes_on(text, number)
        and not decoys.is_name(text, number, has_noun=False)
        and not decoys.is_score(text, number)
    )


def _goes_on(text: str, number: Number) -> bool:
    """Whether the sentence ends or goes on after a number without a noun."""
    if number.letter in ("mm", "MM", "t", "T"):
        return False
    start, end = number.start, number.end
    tail = _TAIL.match(text, end)
    if tail is not None and (tail["word"] is None or (word := tail["word"].lower()) in STOP or word in PAST):
        return True
    if ellipses.of_sort(text, start, end) or ellipses.along(text, end) or ellipses.like_before(text, end):
        return True
    large = (number.scaled and number.low >= _MANY) or number.shape == "grouped"
    verb = _SINGULAR if large or ellipses.is_part(text, start) else _VERB_NEXT
    return verb.match(text, end) is not None


def _range(text: str, atoms: list[Atom], position: int) -> Mention | None:
    """Two large bare numbers as one: "from 2,000 to as many as 10,000"."""
    if position + 1 == len(atoms) or atoms[position + 1].named:
        return None
    first, second = atoms[position], atoms[position + 1]
    stands, unit = levels.unit(text, first.start)
    counts = stands or _is_large(second.number) or (second.number.low >= _TEN and _PERIOD.match(text, second.end))
    dashed = grouped_by_dash(text, first, second) and _goes_on(text, second.number)
    if not counts or not (dashed or _stands_alone(text, second.number)):
        return None
    joined: Pair | None = pair(text, first, second)
    if (
        joined is None
        or not joined.is_range
        or _fell_by(text, first, second)
        or text[first.start - 1 : first.start] not in _OPENERS
    ):
        return None
    return figures.mention(
        text,
        Kind.QUANTITY,
        span=Span(joined.start, second.end),
        low=joined.low,
        high=joined.high,
        unit=unit,
        rule="count-alone-range",
        doubt="" if unit else NO_UNIT,
    )


def _fell_by(text: str, first: Atom, second: Atom) -> bool:
    """Whether two numbers are a change and where it led: "fallen by 1,700 to 27,300"."""
    moved = MOVED.search(text[max(0, first.start - 48) : first.start])
    return moved is not None and second.number.low > _THRICE * first.number.low


def _is_level(text: str, number: Number, left: str) -> bool:
    """Whether a plain decimal is where a gauge stands ("the index rose to 52.4")."""
    decimal = number.shape == "plain" and number.low != number.low.to_integral()
    return (
        decimal
        and _LEVEL.search(left) is not None
        and bool(_GAUGE.search(text[max(0, number.start - 90) : number.end + 24]))
    )


def _alone(text: str, number: Number, before: Before) -> Mention | None:
    if not _stands_alone(text, number):
        return None
    hedge = qualifiers.before(text, number.start)
    start = hedge.span.start if hedge else number.start
    said = _said(text, number, start, before) or ellipses.read(text, number, start, before)
    if said is None:
        return None
    rule, unit, doubt = said
    return figures.mention(
        text,
        Kind.QUANTITY,
        span=Span(number.start, number.end),
        low=number.low,
        high=number.high,
        unit=unit,
        rule=rule,
        doubt=doubt,
    )


def _said(text: str, number: Number, start: int, before: Before) -> tuple[str, str | None, str] | None:
    """The rule by which a number counts, what it counts, and the doubt about it; `start` is where its hedge begins."""
    left = text[max(0, start - 40) : start]
    if levels.announced(text, number.end):
        return "count-level", None, NO_UNIT
    metres = number.letter in ("m", "M")
    if _BEFELL.search(left) and not metres:
        return None if number.low < _TWO else ("count-verb", "person", "")
    earlier = before.near
    if earlier is not None and (numbers.is_year(text, number) or _is_ratio(text, earlier, number, left)):
        earlier = None
    part = _OF_THEM.match(text, number.end) or ellipses.is_part(text, start)
    part = part or (earlier is not None and _is_part(text, earlier, start))
    if part and number.low >= _TWO and before.whole and not numbers.is_year(text, number):
        return ellipses.as_before(before.whole)
    if number.shape == "words" and number.low < _TEN:
        return None
    if number.low >= _TWO and number.low == number.low.to_integral() and not number.vague:
        stands, unit = levels.unit(text, start)
        if not stands and start < number.start:  # "climbed past 150"
            stands, unit = levels.unit(text, number.start)
        if stands and not numbers.is_year(text, number):
            return _level(unit, before)
    tallied = metres and before.atom.scaled and _TALLIED.search(text[max(0, start - 90) : start])
    if metres and not tallied:
        many = earlier is not None and earlier.figure.high is not None and earlier.figure.high >= _MANY
        return ellipses.as_before(earlier) if earlier and many and _STRICT.search(left) else None
    if earlier is not None and (
        _STRICT.search(left) or _RIVAL.search(left) or (_is_large(number) and _SAME_KIND.search(left))
    ):
        return ellipses.as_before(earlier)
    if number.vague:
        return None
    alone = (
        tallied or _is_large(number) or _TOTAL.search(left) or _BY_PLACE.search(left) or _is_level(text, number, left)
    )
    alone = alone or (number.low >= _TEN and _PERIOD.match(text, number.end) is not None)  # "65 a day"
    if alone or _rises(text, number):
        return ellipses.read(text, number, start, before) or ("count-alone", None, NO_UNIT)
    return None


def _level(unit: str | None, before: Before) -> tuple[str, str | None, str]:
    """Where a count stands; what it counts is, where the words do not say, what was counted before."""
    if unit is None and before.count is not None:
        return "count-level", before.count.figure.unit, "the unit is that of the figure before"
    return "count-level", unit, "" if unit else NO_UNIT


def _rises(text: str, number: Number) -> bool:
    """Whether a plain number is where a count rose or fell from ("incidents were up, from 47 to 75")."""
    if number.scale != ONE or numbers.is_year(text, number) or not _TO_NEXT.match(text, number.end):
        return False
    origin = _FROM.search(text[max(0, number.start - 90) : number.start])
    return (
        origin is not None
        and bool(_RISEN.search(origin["clause"]))
        and not _RANKED.search(text[max(0, number.start - 90) : number.end + 40])
    )


def _is_ratio(text: str, earlier: Mention, number: Number, left: str) -> bool:
    """Whether a number is the second of "10 to 1", the first of which counts nothing."""
    return _RATIO.search(left) is not None and text[earlier.span.end : number.start].strip() != "to"


def _is_part(text: str, whole: Mention, start: int) -> bool:
    """Whether what begins at `start` is part of the figure before: "of 104 starters only 74 finished"."""
    return (
        _OF_BEFORE.search(text[max(0, whole.span.start - 10) : whole.span.start]) is not None
        and _ONLY.fullmatch(text, whole.span.end, start) is not None
    )
