"""The part that a figure plays in its sentence, which a figure of the same number may not share.

It is of each or of all together, the former end of a change or the present one, how much there is or how much more.
"""

import re
from dataclasses import replace

from app.comparison.statement import Statement, Told
from app.comparison.words import clauses, counted_nouns, likeness, neighbours
from app.comparison.words.hedges import HEDGES
from app.domain import motion, units
from app.domain.calendar_names import MONTH, YEAR
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind, Qualifier

_AGO = r"(?:(?:a|the|one|two|three|four|five|ten|\d+) )?(?:months?|years?|decades?) (?:earlier|before|ago)"
_NUMBER = rf"[{SIGNS}]?\d"

_EACH_AFTER = re.compile(r"\W{0,2}(?:each|apiece|(?:a|per) (?:head|person)|(?:for|to) (?:each|every))\b")
_RATED = re.compile(r"\b(?:(?:a|per|each|every) (?:year|month|week|day|hour)|annually|yearly|monthly|weekly|daily)$")
_RATE_BEFORE = re.compile(
    r"\b(?:(?:annual|yearly|monthly|weekly|daily) (?:average )?(?:rate|pace|rise|increase|growth|gain|fall|decline)"
    rf"|(?:rate|average) (?:each|every|a|per) (?:year|month|week|day)) (?:of |by |at )?{HEDGES}$"
)
_TOTAL_BEFORE = re.compile(
    r"\b(?:total|totals?|totall?(?:ed|ing)|combined|altogether|together|between them|all told)\b[^.;,]{0,30}$"
)
_TOTAL_AFTER = re.compile(
    r"[^.;,]{0,20}\b(?:in total|in all|altogether|between them|all told)\b|\W{0,2}(?:since|so far|to date)\b"
)

_THEN_TO = re.compile(rf"[^.;,]{{0,50}}\bto {HEDGES}{_NUMBER}")
_TO_NEXT = re.compile(rf"\bto {HEDGES}{_NUMBER}")
_FROM = re.compile(rf"(?:\b(?:up|down)|,) from {HEDGES}$")
_MOVED_FROM = re.compile(rf"\bto {HEDGES}{_NUMBER}[^;]{{0,60}}? from {HEDGES}$")
"""Before the former end of a change whose present one is told first: "rose to 4.1m in May from"."""
_FORMER_AFTER = re.compile(rf"[^.;,\d]{{0,25}}\b(?:{_AGO}|(?:the )?(?:year before|previous year))\b")
_COMPARED = re.compile(rf"\b(?:against|compared (?:with|to)) {HEDGES}$")
_THAN = re.compile(rf"\bthan {HEDGES}$")
_DIGIT = re.compile(r"\d")
_PRESENT_BEFORE = re.compile(rf"\bfrom {HEDGES}{_NUMBER}[^;]{{0,30}}? to {HEDGES}$")
_PRESENT_AFTER = re.compile(rf"[^.;\d]{{0,30}}(?:\b(?:up|down)|,) from {HEDGES}{_NUMBER}")
_OF_THE_PAST = re.compile(
    r"\b(?:against|compared|before|earlier|previous(?:ly)?|last|former(?:ly)?|had|used to|ago|until|once|old"
    rf"|instead|originally|first|began|started)\b|{YEAR}|\b(?:from|than) [^.;,]{{0,30}}$"
)
"""What may say in a draft that a figure holds no longer."""

_UP = rf"{'|'.join(motion.RISING)}|growth|up(?! to)|higher|dearer"
_DOWN = (
    rf"{'|'.join((*motion.FALLING, *motion.LOWERING))}|reductions?|cheaper"
    r"|(?<!put )(?<!puts )(?<!putting )(?<!pay )(?<!paid )(?<!laid )(?<!lay )(?<!set )down(?! payments?\b)"
)
_LOSES = r"los(?:es?|t|ing)|shed(?:s|ding)?"
_WAY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_WAY_AFTER = re.compile(
    r"\W{0,2}(?:(?!(?:after|following|despite|before)\b)[a-z’'-]+ ){0,2}?"
    rf"(?:(?P<up>{_UP}|more)|(?P<down>{_DOWN}|fewer|less))\b"
)
_WAY_FROM = re.compile(rf"[^.;\d]{{0,100}}, (?:(?P<up>up)|(?P<down>down))(?: [a-z]+)? from {HEDGES}{_NUMBER}")
"""After the present end of a change, whatever else its sentence says first."""
_CHANGE_FROM = re.compile(
    rf"[^.;\d]{{0,100}}?,? (?:an?|the) (?:[a-z]+ )?(?:(?P<up>rise|increase|jump|gain|growth)"
    rf"|(?P<down>fall|drop|decline|decrease|reduction|cut|dip)) (?:from|on) {HEDGES}{_NUMBER}"
)
"""After what a change led to: "cash of £1.8bn at the end of June, a fall from £2.4bn"."""
_REACHED = re.compile(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^.;\d]{{0,40}}?,?"
    rf" (?:reaching|to reach|hitting|to hit|to stand at|and (?:reached|hit|stood at)) {HEDGES}$"
)
"""Before it: "had grown in the spring, reaching"."""
_CHANGED_TO = re.compile(rf"\b(?:{_UP}|{_DOWN}|rais(?:es?|ed|ing)|lift(?:s|ed))\b[^.;,\d]{{0,40}} to {HEDGES}$")
_NO_LETTER = re.compile(r"^[^a-z]+")
_CHANGED_AT = re.compile(
    rf"\b(?:{_UP}|{_DOWN}) (?:by )?{HEDGES}{_NUMBER}[\d.,]*(?: ?%| per ?cent)?,? (?:at|to|reaching)"
    rf" {HEDGES}$"
)
_SET_OFF = re.compile(rf", (?=by {HEDGES}$)")
"""A comma before the measure of a change alone: "fell in May, by £3m"."""
_WAY_BEFORE = 50
"""Characters before a figure in which words say whether it rose or fell."""
_SIDES = {
    Qualifier.OVER: 1,
    Qualifier.AT_LEAST: 1,
    Qualifier.UNDER: -1,
    Qualifier.NEARLY: -1,
    Qualifier.AT_MOST: -1,
}
_OF_ONE_THRESHOLD = {Qualifier.AT_LEAST, Qualifier.UNDER}
"""What tells one threshold from its two sides."""

_MORE_LISTED = (
    r"more|fewer|less|extra|additional|higher|lower|above|below|up on|down on|cheaper|dearer|longer|shorter|larger"
    r"|smaller|further|short of|in excess of|ahead of|over (?:the )?(?:\w+ )?(?:budget|estimate|target|forecast)"
    r"|increase|rise|cut|drop|fall|reduction|saving|gap|gain|overspend|overrun|shortfall"
    r"|beyond(?! (?:[\w-]+ ){0,2}?[\w-]*(?:minute|hour|day|week|month|year|standard|deadline)s?\b)"
)
_MORE = re.compile(rf"\b(?:{_MORE_LISTED})\b(?! than\b)")
_MONTH = re.compile(MONTH)
_BOUND = re.compile(
    r"^(?:beyond|above|below|in excess of|short of) |\b(?:or|and) (?:more|less|fewer|higher|lower|above|below)$",
    re.IGNORECASE,
)
"""The words of an open bound in a figure's own."""
_LENGTH = (
    rf"than {HEDGES}(?:\d[\d.,]*|an?|one|two|three|four|five|six|ten|twelve) (?:minute|hour|day|week|month|year)s?\b"
    r"(?! (?:earlier|before|ago|previously)\b)"
)
"""What says how long something lasts: people who waited more than a year are no more people."""
_DIFFERENCE_AFTER = re.compile(
    rf"[^\w.;,]{{0,2}}(?:(?!(?:the|and|but|while)\b)[\w’'-]+ ){{0,3}}?(?:{_MORE_LISTED})\b(?! {_LENGTH})",
    re.IGNORECASE,
)
_DIFFERENCE_BEFORE = re.compile(
    r"(?:\b(?:by|another|extra|additional|further|(?:rise|increase|growth|gain|fall|drop|cut|reduction|decline|decrease|gap"
    r"|difference|(?<=\bby a )margin|majority|lead|overrun|overspend|saving|shortfall) (?:of|was|is))"
    r"|(?:[,;–—]|\b(?:is|are|was|were|been|be|goes|go|went|gone|and)) (?:up|down))"
    rf" {HEDGES}$",
    re.IGNORECASE,
)
_MANAGED = re.compile(rf"\b(?:{_UP}|{_DOWN}) by {HEDGES}{_NUMBER}[^.;]*\b(?:managed|achieved|delivered) {HEDGES}$")
"""What a second amount leaves out of the first: "leaks were to be cut by 90m litres, but it managed only"."""
_TAKEN = re.compile(rf"\b(?:tak(?:es?|en|ing)|took|knock(?:s|ed|ing)?|shav(?:es?|ed|ing)) {HEDGES}$", re.IGNORECASE)
_VOTES = re.compile(r"\d+(?: votes? to | ?[-–] ?)\d+\b(?! ?(?:%|per cent))")
"""A count of votes, by which nothing differs: "lost by 31 votes to 22"."""
_OFF = re.compile(r"[^\w.;,]{0,2}(?:[a-z]+ )?off\b")
"""What takes a figure from something: "take 6% off the list"."""
_BY_SOMEBODY = re.compile(
    rf"\b(?!(?:{_UP}|{_DOWN}|(?:rais|lift|widen|narrow|extend|lengthen|shorten|enlarg|miss|beaten|exceed|overr|chang|mov)\w*)\b)"
    rf"(?:\w+ed|met|held|won|led|made|taken|seen|read|kept|known|built|bought|sold|paid|shown|chosen|written|driven|used"
    rf"|run|borne|given|done|brought) by {HEDGES}$",
    re.IGNORECASE,
)
"""What leads up to those who did something, and to no difference: "signed by 31 towns"."""
_A_DIFFERENCE = re.compile(
    rf"\b(?:{_UP}|{_DOWN}|more|fewer|less|above|below|extra|another|others?|additional|further|gap|differences?|margin|adds?"
    rf"|added|deficits?|shortfalls?|surplus"
    rf"|out of|short of|than|sav(?:es?|ed|ings?)|{_LOSES})\b"
)
_ANOTHER = re.compile(rf"\b(?:another|additional|extra|further) {HEDGES}$")
"""How many there are as well of the same kind, which stands by itself too: "a further 830 sailors guard the docks"."""
_LOST = re.compile(rf"\b(?:{_LOSES}|gain(?:s|ed)?) {HEDGES}$")
_ANYBODY = frozenset({"child", "woman", "man", "boy", "girl", "adult", "resident", "member"})


def is_each_for_all(mine: Told, theirs: Told) -> bool:
    """Whether one is of each and the other of all together."""
    (each, total), (other_each, other_total) = _share(mine), _share(theirs)
    return (each and other_total and not other_each) or (other_each and total and not each)


def is_outdated(mine: Told, theirs: Told) -> bool:
    """Whether one is the former end of a change and the other the present, or nothing says that it is not."""
    own, other = _end(mine), _end(theirs)
    if other == "former" and own is None:
        own_words = _TO_NEXT.split(neighbours.BREAKS.split(theirs.after)[0])[0]
        told = likeness.stems(own_words) & likeness.stems(mine.around)
        told |= set(_MONTH.findall(own_words)) & set(_MONTH.findall(mine.text))
        return not told and not _OF_THE_PAST.search(_clause(mine))
    return {own, other} == {"former", "present"}


def is_difference_of_level(mine: Told, theirs: Told) -> bool:
    """Whether one is how many more or fewer there are, and nothing says that the other is not how many there are."""
    differ = [is_difference(told) for told in (mine, theirs)]
    if differ[0] == differ[1]:
        return any(
            _LOST.search(one.before.lower()) and _CHANGED_TO.search(other.before.lower())
            for one, other in ((mine, theirs), (theirs, mine))
        )
    level, more = (theirs, mine) if differ[0] else (mine, theirs)
    return _end(level) is not None or (
        _ANOTHER.search(more.before.lower()) is None
        and _A_DIFFERENCE.search(f"{level.surface} {neighbours.nearest(level)}".lower()) is None
    )


def is_difference(told: Told) -> bool:
    """Whether the words say that a figure is how much more or less there is, and not how much there is."""
    return (
        _MANAGED.search(told.before.lower()) is not None
        or _MORE.search(_BOUND.sub("", told.surface)) is not None
        or _DIFFERENCE_AFTER.match(told.after) is not None
        or (_TAKEN.search(told.before) is not None and _OFF.match(told.after) is not None)
        or (
            _DIFFERENCE_BEFORE.search(told.before) is not None
            and _BY_SOMEBODY.search(told.before) is None
            and _VOTES.match(f"{told.surface}{told.after}") is None
        )
    )


def is_opposite(mine: Told, theirs: Told) -> bool:
    """Whether one says that something rose and the other that it fell."""
    return {_direction(mine), _direction(theirs)} == {"up", "down"}


def came_from_elsewhere(mine: Told, theirs: Told) -> bool:
    """Whether one says that something rose to a figure, and the other that it fell to it."""
    return {_way_to(mine), _way_to(theirs)} == {"up", "down"}


def _way_to(told: Told) -> str | None:
    """Whether something went "up" or "down" to a figure; None where the words do not say so."""
    before, after = told.before.lower(), told.after.lower()
    if _CHANGED_TO.search(before):
        return _direction(told)
    found = _REACHED.search(before) or _CHANGE_FROM.match(after) or _WAY_FROM.match(after)
    return found.lastgroup if found else None


def is_beyond(mine: Figure, theirs: Figure) -> bool:
    """Whether one lies above a number that the other lies below: "more than 400" where it was just under 400."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.low is None or other.low is None or one.is_range or other.is_range:
            return False
        side, against = _SIDES.get(one.qualifier, 0), _SIDES.get(other.qualifier, 0)
        if side and side == -against and {one.qualifier, other.qualifier} != _OF_ONE_THRESHOLD:
            return True
        if side and other.qualifier is Qualifier.EXACT and (other.low - one.low) * side < 0:
            return True
    return False


def is_of_another_noun(mine: Figure, theirs: Figure) -> bool:
    """Whether both count people, of two sorts: staff and contractors."""
    if mine.kind is not Kind.QUANTITY or theirs.kind is not Kind.QUANTITY or mine.unit is None or theirs.unit is None:
        return False
    if (mine.unit in _ANYBODY) != (theirs.unit in _ANYBODY):
        return False  # contractors can be women
    return _are_people(mine.unit) and _are_people(theirs.unit) and not counted_nouns.can_be_one(mine.unit, theirs.unit)


def counts_another(mine: Statement, theirs: Statement) -> bool:
    """Whether each sentence has the noun that the other counts, or one has, and counts another: drivers make claims."""
    one, other = (side.claim.figure.unit for side in (mine, theirs))
    if mine.claim.figure.kind is not Kind.QUANTITY or one is None or other is None:
        return False
    if units.is_measure(one) or units.is_measure(other) or counted_nouns.can_be_one(one, other):
        return False
    return any(
        head not in _ANYBODY and head in likeness.ordered(side.told().around)
        for unit, side in ((one, theirs), (other, mine))
        for head in likeness.ordered(unit)[-1:]
    )


def _share(told: Told) -> tuple[bool, bool]:
    before, after = told.before.lower(), told.after.lower()
    total = _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after)
    each = _EACH_AFTER.match(after) or _RATED.search(told.surface.lower()) or _RATE_BEFORE.search(before)
    return each is not None, total is not None


def _end(told: Told) -> str | None:
    """Which end of a change the words say it is, "former" or "present"; None where they do not."""
    before, after = told.before.lower(), told.after.lower()
    if (
        _sets_beside(_FROM, before)
        or _MOVED_FROM.search(before)
        or (neighbours.FROM.search(before) and _THEN_TO.match(after))
    ):
        return "former"
    if _sets_beside(_COMPARED, before) or (_sets_beside(_THAN, before) and _FORMER_AFTER.match(after)):
        return "former"
    if (
        _PRESENT_BEFORE.search(before)
        or _CHANGED_AT.search(before)
        or _PRESENT_AFTER.match(after)
        or _CHANGED_TO.search(before)
    ):
        return "present"
    return None


def _sets_beside(words: re.Pattern[str], before: str) -> bool:
    """Whether words lead up to a figure behind another one of the same clause ("£5m, up from")."""
    clause = before.rpartition(";")[2]
    found = words.search(clause)
    return found is not None and _DIGIT.search(clause, 0, found.start()) is not None


def _direction(told: Told) -> str | None:
    """Whether the nearest words of the clause say that something went "up" or "down"."""
    joined = replace(told, before=_SET_OFF.sub(" ", told.before))
    before = clauses.before(joined, clauses.CLAUSE).rpartition(" and ")[2][-_WAY_BEFORE:]
    found = [match.lastgroup for match in _WAY.finditer(before)]
    if found:
        return found[-1]
    after = _WAY_AFTER.match(_NO_LETTER.sub("", told.surface.lower(), count=1) + told.after.lower())
    after = after or _WAY_FROM.match(told.after.lower())
    return after.lastgroup if after else None


def _clause(told: Told) -> str:
    return f"{re.split(r'[;:]', told.before)[-1]} # {re.split(r'[;:]', told.after)[0]}".lower()


def _are_people(unit: str) -> bool:
    return counted_nouns.can_be_one("person", unit) or counted_nouns.can_be_one("worker", unit)
