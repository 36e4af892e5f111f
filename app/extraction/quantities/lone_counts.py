"""What a bare number says that stands alone in its sentence: "killed 12", "up from 9,000", "a crowd of 30k"."""

import re
from dataclasses import replace
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.extraction.mention import Mention
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.numbers.ranges import CHANGE
from app.extraction.quantities import bracketed, ellipses, levels
from app.extraction.quantities.antecedents import ALONE, NO_UNIT, Bare, BareCount, as_before

_TWO, _TEN, _THOUSAND, _MANY = (Decimal(bound) for bound in (2, 10, 1000, 100_000))
# "Killed 12", "injuring 30": the people are not named again.
_BEFELL = re.compile(
    r"\b(?:kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)|arrest(?:ed|ing|s)|detain(?:ed|ing)|displac(?:ed|"
    r"ing)|employ(?:s|ed|ing)?|recruit(?:s|ed|ing)|hir(?:es|ed|ing)|rescu(?:es|ed|ing)|evacuat(?:es|ed|ing)|"
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
    r"\b(?:from|to|against|versus|vs\.?|compared (?:with|to)|down|up|of (?:which|whom|these|those|them))\s+\Z",
    re.IGNORECASE,
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
_TO_NEXT = re.compile(
    r"(?:\s+in (?:19|20)\d\d)?\s+(?:up |down )?to\s+(?:about |around |nearly |almost |over |more than |just )?\d[\d,]*"
    r"(?=\s?[.,;)…]|\s*\Z|\s(?:in|over|last|this|since|by|a|and|from|between)\b)"
)
_RANKED = re.compile(
    r"\b(?:rank\w*|place[ds]?|positions?|seed\w*|aged?|ages|grades?|levels?|tiers?|scales?|scor\w+|ratings?|stars?|"
    r"open|division|index|temperatures?|magnitude|version|channel|points?|handicap|size|threat)\b",
    re.IGNORECASE,
)
_RIVAL = re.compile(r"\b(?:to|against|versus|than|from)\s+(?:[Tt]he )?(?:[A-Z]\w+ )?[A-Z]\w+(?:['’]s|s['’])\s+\Z")
PERIOD = re.compile(
    r"\s+(?:a|per|each|every)\s+(?:day|week|month|year|night|hour|minute)\b(?! (?:ago|later|earlier|after|before))"
)
_RATIO = re.compile(r"(?<!\b19\d)(?<!\b20\d)(?<![/–-]\d)\d\s+to\s+\Z")
_OF_SENTENCE = "the unit is what the sentence says is counted"
# "3,200 were housed in huts": where nothing is named, it is people.
_OF_PEOPLE = re.compile(
    r"\s(?:were|was|are|had been|have been) (?:[a-z]+ly |still |being )?"
    r"(?:housed|rehoused|accommodated|enrolled|diagnosed|unemployed|out of work|waiting)\b"
    r"|\s?[—–,]?\s?(?:are|were) people\b|\s(?:fled|emigrated|migrated|left the (?:country|UK|US|party|profession))\b"
)
# "A year earlier, the figure was 2,041", "the figure of 1,950".
_THE_FIGURE = re.compile(
    r"\b(?:(?:the|this|that) (?:figure|number|count|tally)(?: of| was| is| stood at| had been| has been)|"
    r"(?:previous|earlier|former|last|all-time) (?:recorded |annual |monthly )?(?:peak|high|low|record|total) of|"
    r"\bit (?:was|is) (?:up|down) from)\s+\Z",
    re.IGNORECASE,
)
# "Five years ago it was 61."
_IT_WAS = re.compile(r"\b(?:it (?:was|is|had been|stood at)|there (?:were|are|had been))\s+\Z", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.;)](?!\d)|,(?=\s(?:and|but|or|while)\b)|\Z|\n)")
# "Two million scans in 2014, three million in 2017".
_BY_YEAR = re.compile(r"\s+in (?:19|20)\d\d,?(?: and)?\s")
# "But Leyte managed 6.2."
_MANAGED = re.compile(
    r"(?:[,;]|\b(?:but|while|and|whereas))\s+(?:[\w’'-]+\s){1,4}?(?:managed|recorded|reached|averaged|reported|posted|"
    r"registered|achieved|yielded|produced|got|used)\s+(?:only |just |about |nearly |over )?\Z"
)
_TOTAL = re.compile(r"\b(?:majority|total|tally|toll|quorum|average|score|death toll) of\s+\Z", re.IGNORECASE)
# Levels without a unit: of an index, an average, an exchange rate.
_LEVEL = re.compile(
    r"\b(?:to|from|at|of|was|is|average[sd]?|averaging|hit|reached|than|between|above|below)\s+\Z", re.IGNORECASE
)
_CHANGE_OF = re.compile(
    r"\b(?:increase|decrease|rise|fall|drop|decline|reduction|jump|gain|loss|growth|surge|dip) of\s+\Z", re.IGNORECASE
)
_NOT_COUNTED = re.compile(
    r"\b(?:index|indices|points?|FTSE|Dow|Nasdaq|S&P|Nikkei|DAX|shares?|stocks?|price[ds]?|trad\w+|temperatures?|scores?|"
    rf"rank\w*|ratings?|degrees?)\b|[{SIGNS}%]"
)
_GAUGE = re.compile(
    r"\b(?:index|indices|PMI|gauge|reading|ratio|score|average[sd]?|averaging|traded|exchange rate|"
    r"against the (?:dollar|pound|euro)|to the (?:dollar|pound|euro))\b"
)


def read(bare: Bare) -> BareCount | None:
    """What the number counts, by the first reading that fits; None where it is not known to count."""
    said = next((said for reading in _READINGS if (said := reading(bare))), None)
    if said is None or said.unit is not None or said.doubt != NO_UNIT:
        return said
    unit = levels.told(bare.text, bare.start, bare.end)
    if unit or _OF_PEOPLE.match(bare.text, bare.end):
        return replace(said, unit=unit or "person", doubt=_OF_SENTENCE)
    before = bare.behind
    if before is None or before.figure.unit is None or not _THE_FIGURE.search(bare.left(40)):
        return said
    return replace(as_before(before), rule=said.rule)


def _announced(bare: Bare) -> BareCount | None:
    """ "At 1.2m, the number of vacancies was ..." """
    return BareCount("count-level", None, NO_UNIT) if levels.announced(bare.text, bare.end) else None


def _befallen(bare: Bare) -> BareCount | None:
    """ "Killed 12", "injuring 30": before the rest, as people are never the unit of the figure before."""
    befell = bare.number.low >= _TWO and not _in_metres(bare) and _BEFELL.search(bare.left(40))
    return BareCount("count-verb", "person") if befell else None


def _as_part(bare: Bare) -> BareCount | None:
    """ "4,000 people at three sites, 2,500 of them in Derby"; small words too: "of those, three stayed"."""
    if bare.number.low < _TWO or bare.is_year:
        return None
    of_them = _OF_THEM.match(bare.text, bare.end) or ellipses.is_part(bare.text, bare.start)
    if not of_them:
        earlier = _earlier(bare)
        of_them = earlier is not None and _is_share(bare, earlier)
    return as_before(bare.whole) if of_them and bare.whole else None


def _at_level(bare: Bare) -> BareCount | None:
    """ "The number of missing was now 31"; where the words do not say what is counted, the count before does."""
    number = bare.number
    if _is_small_word(bare) or number.low < _TWO or number.low != number.low.to_integral() or number.vague:
        return None
    stands, unit = levels.unit(bare.text, bare.start)
    if not stands and bare.start < number.start:  # "climbed past 150"
        stands, unit = levels.unit(bare.text, number.start)
    if not stands and number.low >= _TEN:
        stands, unit = levels.moved(bare.text, bare.start, bare.end)
    if not stands or bare.is_year:
        return None
    if unit is None and bare.count is not None and not _is_sum(bare):
        return replace(as_before(bare.count), rule="count-level")
    return BareCount("count-level", unit, "" if unit else NO_UNIT)


def _as_earlier(bare: Bare) -> BareCount | None:
    """ "12,000 jobs, up from 9,000"; an "m" is million here only where the figure before is as large."""
    earlier = None if _is_small_word(bare) else _earlier(bare)
    if earlier is None:
        return None
    left = bare.left(40)
    alike = _STRICT.search(left)
    if _in_metres(bare) and not _is_tallied(bare):
        alike = alike if earlier.figure.high is not None and earlier.figure.high >= _MANY else None
    else:
        alike = alike or _RIVAL.search(left) or (_SAME_KIND.search(left) if is_large(bare.number) else None)
        alike = alike or _BY_YEAR.fullmatch(bare.text, earlier.span.end, bare.start)
    return as_before(earlier) if alike else None


def _again(bare: Bare) -> BareCount | None:
    """ "It has 460 goats. Five years ago it was 61."."""
    before = bare.behind if bare.number.low >= _TEN and not bare.is_year else None
    if before is None or not _IT_WAS.search(bare.left(24)) or not _ENDS.match(bare.text, bare.end):
        return None
    return as_before(before)


def _measured(bare: Bare) -> BareCount | None:
    """ "Rice came to 8.5 tonnes a hectare, but Leyte managed 6.2."."""
    earlier = _earlier(bare)
    if earlier is None or not earlier.rule.startswith("measure") or not _ENDS.match(bare.text, bare.end):
        return None
    if not _MANAGED.search(bare.left(64)):
        return None
    return replace(as_before(earlier), rule="measure", per=earlier.figure.per)


def _alone(bare: Bare) -> BareCount | None:
    """ "A crowd of 30,000", "65 a day": last, as any figure or word around a number says more."""
    number, left = bare.number, bare.left(40)
    if number.vague or _is_small_word(bare):
        return None
    if _in_metres(bare):
        return ALONE if _is_tallied(bare) else None
    counts = (
        is_large(number)
        or _TOTAL.search(left)
        or _BY_PLACE.search(left)
        or _is_gauged(bare)
        or _is_change(bare)
        or (number.low >= _TEN and PERIOD.match(bare.text, number.end))
        or _rises(bare)
    )
    return ALONE if counts else None


# A word that says what is counted stands before the figure it may be counted like, and both before a number that only
# looks like a count.
_READINGS = (
    _announced,
    bracketed.read,
    _befallen,
    _as_part,
    _at_level,
    _as_earlier,
    _again,
    _measured,
    ellipses.read,
    _alone,
)


def _is_sum(bare: Bare) -> bool:
    """Whether a number adds up counts of two things: "5,000 seats and 2,000 beds, making a total of 7,000"."""
    parts = [one.figure.low or 0 for one in bare.nearest]
    return len({one.figure.unit for one in bare.nearest}) > 1 and sum(parts) == bare.number.low


def _is_small_word(bare: Bare) -> bool:
    """Whether a number is a word that more often counts nothing ("one", "three")."""
    return bare.number.shape == "words" and bare.number.low < _TEN


def _in_metres(bare: Bare) -> bool:
    """Whether an "m" may be metres."""
    return bare.number.letter in ("m", "M")


def _is_tallied(bare: Bare) -> bool:
    """Whether words before show that an "m" is million ("between them handled 11.3m")."""
    return bare.atom.scaled and _TALLIED.search(bare.left(90)) is not None


def _earlier(bare: Bare) -> Mention | None:
    """The quantity before a number that can say what it counts: none to a year, nor to the second of "10 to 1"."""
    earlier = bare.near
    if earlier is None or bare.is_year or _is_ratio(bare, earlier):
        return None
    return earlier


def is_large(number: Number) -> bool:
    """Whether a number is large enough to be a count without a noun."""
    if number.letter in ("k", "b"):  # "a crowd of 30k", not "in 4K"
        return number.mantissa >= _TEN
    return number.scaled or number.shape == "grouped" or (number.shape == "words" and number.low >= _THOUSAND)


def _is_gauged(bare: Bare) -> bool:
    """Whether a plain decimal is where a gauge stands ("the index rose to 52.4")."""
    number = bare.number
    if number.shape != "plain" or number.low == number.low.to_integral() or not _LEVEL.search(bare.left(40)):
        return False
    return _GAUGE.search(bare.text[max(0, number.start - 90) : bare.end + 24]) is not None


def _is_change(bare: Bare) -> bool:
    """Whether a plain number is by how much a count changed ("a rise of 209 in one week"), and no index or price."""
    number = bare.number
    if number.low < _TEN or bare.is_year or not _CHANGE_OF.search(bare.left(40)):
        return False
    return _NOT_COUNTED.search(bare.text[max(0, number.start - 90) : bare.end + 40]) is None


def _rises(bare: Bare) -> bool:
    """Whether a plain number is where a count rose or fell from ("incidents were up, from 47 to 75")."""
    number = bare.number
    if number.scale != ONE or bare.is_year or not _TO_NEXT.match(bare.text, bare.end):
        return False
    around = bare.text[max(0, number.start - 90) : bare.end + 40]
    origin = _FROM.search(bare.text[max(0, number.start - 90) : number.start])
    return origin is not None and CHANGE.search(origin["clause"]) is not None and _RANKED.search(around) is None


def _is_ratio(bare: Bare, earlier: Mention) -> bool:
    """Whether a number is the second of "10 to 1", the first of which counts nothing."""
    between = bare.text[earlier.span.end : bare.number.start]
    return _RATIO.search(bare.left(40)) is not None and between.strip() != "to"


def _is_share(bare: Bare, whole: Mention) -> bool:
    """Whether a number is part of the figure before: "of 104 starters only 74 finished"."""
    of = _OF_BEFORE.search(bare.text[max(0, whole.span.start - 10) : whole.span.start])
    return of is not None and _ONLY.fullmatch(bare.text, whole.span.end, bare.start) is not None
