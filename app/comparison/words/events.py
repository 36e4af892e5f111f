"""Which event a figure is of, where the words name it: the second order, the May budget, a storm by its name.

A storm that is only named to compare another one with it is not the event that the figure is of.
"""

import re
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import voices
from app.domain.calendar_names import MONTH, YEAR

_EVENT_NOUN = (
    r"(?:batch|order|contract|deal|agreement|treaty|package|tranche|strikes?|attacks?|raids?|election|referendum|war|"
    r"summit|storms?|floods?|auction|sale|round|phase|shipment|delivery|instalment|payment|programme|program|budget|"
    r"vote|poll|wave|season|campaign|offer|bid|crash|earthquake|census|survey|review|settlement|plan|scheme|project|"
    r"government|administration|final|cup|games|olympics|festival|conference|championships?|tournament|marathon|derby|"
    r"appeal|tender|expedition|voyage|hurricane|cyclone|typhoon|wildfire|drought|outbreak|pandemic|recession|inquiry)"
)
_ANY_EVENT = re.compile(rf" {_EVENT_NOUN}\b")
_CALLED = re.compile(r"\b(Hurricane|Storm|Cyclone|Typhoon|Operation|Exercise|Project) ([A-Z][a-zé]+)")
"""As printed: a storm or an operation with a name of its own."""
_ROW = r"(?:(?:Hurricane|Storm|Cyclone|Typhoon|Operation|Exercise|Project) [A-Z][a-zé]+(?:,? and |, )?){1,6}"
_LIKENED = re.compile(
    r"(?i:\b(?:than|since|surpass\w*|exceed\w*|behind|compared (?:with|to)|against|unlike|like|times|twice|double"
    rf"|triple) (?:(?:that|those|the [a-z]+) )?(?:(?:of|from|by|during) )?){_ROW}"
)
"""What the event is only compared with."""
_TOLD_OF = re.compile(rf"({_ROW}),? which [^.;,]{{0,80}}$")
"""Before a figure that is of an event named by the way."""
_NAME = re.compile(r"\b(?<!since )(?<!than )(?<!behind )(?<!unlike )[A-Z][a-zé]{2,}")
_EDITION = re.compile(
    rf"\b(?!(?:In|By|Since|From|Until|After|Before|During|Spring|Summer|Autumn|Winter|Christmas|Easter|{MONTH}|Review"
    rf"|Budget|Statement|Report|Survey|Census|Act|Bill|Book|Plan|Index)\b)[A-Z][a-zé]+ {YEAR}"
)
"""A place and a year by which games, a fair or a championship is called; seasons and documents are dated so too."""
_BETWEEN = r"(?:[a-z-]+ ){0,2}"
_EARLIER = re.compile(
    rf"\b(?:previous|earlier|prior|former|last|past|old|original|existing|preceding) {_BETWEEN}{_EVENT_NOUN}\b"
)
_NEXT = r"(?:new|newest|latest|current|next|second|follow-on|follow-up|fresh|another|upcoming|further|subsequent)"
_LATER = re.compile(rf"\b{_NEXT} {_BETWEEN}{_EVENT_NOUN}\b")
_ORDINAL = re.compile(rf"\b(first|second|third|fourth|fifth|sixth|final) {_BETWEEN}({_EVENT_NOUN})\b")
_MONTH = MONTH.lower()
_NAMED = re.compile(rf"\b((?:{_MONTH} )?\d{{4}}|{_MONTH})(?:['’]s)? {_BETWEEN}({_EVENT_NOUN})\b")
_DAY_OF = re.compile(rf"\b(\d{{1,2}} {_MONTH}(?: \d{{4}})?) {_BETWEEN}({_EVENT_NOUN})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What the words say of the event: that it came before or comes after another, and by what it is named.

    `named` has, for an order ("first"), a day, a month or year and a proper name in turn, the name and the noun
    ("may", "budget"), None where there is none or more than one.
    """

    earlier: bool = False
    later: bool = False
    named: tuple[tuple[str, str] | None, ...] = ()
    names: frozenset[str] = frozenset()
    """The names in its sentence, without those that the event is only compared with."""
    by_the_way: frozenset[str] = frozenset()
    """Of these the event's own, where it is named in passing in a sentence about another one."""


def read(told: Told) -> Events:
    """The events that a sentence names, without those of whoever says so and those that are only compared with."""
    bare = _LIKENED.sub(" ", told.text) if _CALLED.search(told.text) else told.text
    called = {(match[2], match[1]) for match in _CALLED.finditer(bare)}
    by_the_way: frozenset[str] = frozenset()
    if in_passing := _TOLD_OF.search(told.before):
        found = [*_CALLED.finditer(in_passing[1])]
        by_the_way = frozenset(match[2] for match in found)
        called = {(" ".join(sorted(by_the_way)), found[0][1])}
    names = frozenset(_NAME.findall(bare)) | by_the_way
    called |= {(match[0].lower(), "edition") for match in [*_EDITION.finditer(told.before)][-1:]}
    if not called and _ANY_EVENT.search(told.lower) is None:
        return Events(names=names)
    text = voices.without_source(told.around).replace("#", told.surface.lower())
    return Events(
        earlier=_EARLIER.search(text) is not None,
        later=_LATER.search(text) is not None,
        named=(*(_single(_matched(pattern, text)) for pattern in (_ORDINAL, _DAY_OF, _NAMED)), _single(called)),
        names=names,
        by_the_way=by_the_way,
    )


def differ(a: Events, b: Events) -> bool:
    """Whether the words set two events apart: a previous and a new order, two named dates, two storms."""
    orders = (a, b), (b, a)
    if any(first.earlier and not first.later and second.later and not second.earlier for first, second in orders):
        return True
    for named, against in zip(a.named, b.named, strict=False):
        if named and against and named[1] == against[1] and named[0] != against[0]:
            one, other = set(named[0].split()), set(against[0].split())
            return not (one <= other or other <= one)
    return any(
        first.by_the_way and not first.by_the_way & second.names and first.names & second.names
        for first, second in orders
    )


def _matched(pattern: re.Pattern[str], text: str) -> set[tuple[str, str]]:
    return {(match[1], match[2].rstrip("s")) for match in pattern.finditer(text)}


def _single(found: set[tuple[str, str]]) -> tuple[str, str] | None:
    return found.pop() if len(found) == 1 else None
