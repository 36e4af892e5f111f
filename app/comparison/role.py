"""The part that a figure plays in its sentence, which a figure of the same number may not share.

It is of each or of all together, the former end of a change or the present one, or it belongs to the other of two words
that stand side by side ("income came to £18m and spending to £19m").
"""

import re
from collections.abc import Iterator, Sequence, Set

from app.comparison import likeness, subject, voices, widths
from app.comparison.statement import Statement, Told
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span

_HEDGES = r"(?:(?:the|a|an|just|only|about|around|some|roughly|nearly|almost|over|under|more|less|than) ){0,3}"
_AGO = r"(?:(?:a|the|one|two|three|four|five|ten|\d+) )?(?:months?|years?|decades?) (?:earlier|before|ago)"
_NUMBER = r"[£$€]?\d"

_EACH_AFTER = re.compile(r"\W{0,2}(?:each|apiece|(?:a|per) (?:head|person)|(?:for|to) (?:each|every))\b")
_TOTAL_BEFORE = re.compile(
    r"\b(?:total|totals?|totall?(?:ed|ing)|combined|altogether|together|between them|all told)\b[^.;,]{0,30}$"
)
_TOTAL_AFTER = re.compile(r"[^.;,]{0,20}\b(?:in total|in all|altogether|between them|all told)\b")

_FROM = re.compile(rf"\bfrom {_HEDGES}$")
_THEN_TO = re.compile(rf"[^.;,]{{0,25}}\bto {_HEDGES}{_NUMBER}")
_AFTER_ANOTHER = re.compile(rf"{_NUMBER}[^;]*?(?:\b(?:up|down)|,) from {_HEDGES}$")
_FORMER_AFTER = re.compile(rf"[^.;,\d]{{0,25}}\b(?:{_AGO}|(?:the )?(?:year before|previous year))\b")
_COMPARED = re.compile(rf"{_NUMBER}[^;]*\b(?:against|compared (?:with|to)|than) {_HEDGES}$")
_PRESENT_BEFORE = re.compile(rf"\bfrom {_HEDGES}{_NUMBER}[^;]{{0,30}}? to {_HEDGES}$")
_PRESENT_AFTER = re.compile(rf"[^.;\d]{{0,30}}(?:\b(?:up|down)|,) from {_HEDGES}{_NUMBER}")
_OF_THE_PAST = re.compile(
    r"\b(?:against|compared|before|earlier|previous(?:ly)?|last|former(?:ly)?|had|was|were|used to|ago|until|once|old"
    r"|instead|originally|first|began|started|(?:19|20)\d\d)\b|\b(?:from|than) [^.;,]{0,30}$"
)
"""What may say in a draft that a figure holds no longer."""

_UP = (
    r"rises?|rose|risen|rising|increas(?:es?|ed|ing)|gr[eo]wn?|grows|growth|climb(?:s|ed)?|jump(?:s|ed)?|gain(?:s|ed)?"
    r"|up(?! to)|higher|dearer|soar(?:s|ed)?|surged?|swell|swollen|swelled|expand(?:s|ed)?|improved?"
)
_DOWN = (
    r"falls?|fell|fallen|falling|drop(?:s|ped)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|down|lower(?:ed)?|cheaper"
    r"|shr[iau]nk|shrunken|cuts?|reduc(?:es?|ed|tion)|slump(?:s|ed)?|dip(?:s|ped)?|slid|slipped|contracted"
)
_WAY = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b")
_WAY_AFTER = re.compile(rf"\W{{0,2}}(?:[a-z’'-]+ ){{0,2}}?(?:(?P<up>{_UP}|more)|(?P<down>{_DOWN}|fewer|less))\b")
_WAY_BEFORE = 50
"""Characters before a figure in which words say whether it rose or fell."""
_SIDES = {Qualifier.OVER: 1, Qualifier.UNDER: -1, Qualifier.NEARLY: -1}

_NAME = re.compile(r"^(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady) [A-Z][\w’'-]+|(?:[A-Z][\w’'-]+ ?){2,3})$")
"""A name of a person, or of a body in two words."""
_FIGURE = re.compile(r"[£$€]?\d+(?:[.,]\d+)*(?: ?(?:%|bn|m)\b)?")
_BREAKS = re.compile(rf"[.;:()](?!\d)|,(?!\d)|\b(?:and|while|whereas|but)\b|{_FIGURE.pattern}")
_BREAKS_OFF = re.compile(r"[;:()]|[.,](?!\d)|\b(?:while|whereas|but|and)\b")
_PART_OF = re.compile(r" (?:out )?of (?:[\w’'-]+ ){0,2}")
"""Between two numbers that count the same: 64 of the 80."""
_ANYBODY = frozenset({"child", "woman", "man", "boy", "girl", "adult", "resident", "member"})
_MANY = 2
"""Words beside each of two figures that still stand side by side."""


def is_each_for_all(mine: Told, theirs: Told) -> bool:
    """Whether one is of each and the other of all together."""
    (each, total), (other_each, other_total) = _share(mine), _share(theirs)
    return (each and other_total and not other_each) or (other_each and total and not each)


def is_outdated(mine: Told, theirs: Told) -> bool:
    """Whether one is the former end of a change and the other the present, or nothing says that it is not."""
    own, other = _end(mine), _end(theirs)
    if other == "former" and own is None:
        return not _OF_THE_PAST.search(_clause(mine))
    return {own, other} == {"former", "present"}


def is_of_another_voice(mine: Statement, theirs: Statement) -> bool:
    """Whether one person is named as its source and the other's sentence names another."""
    names = [frozenset(voices.words(side)) if _NAME.search(_speaker(side)) else frozenset() for side in (mine, theirs)]
    one, other = names
    if not one or not other or one & other:
        return False
    return not any(word in theirs.text.lower() for word in one) and not any(word in mine.text.lower() for word in other)


def _speaker(statement: Statement) -> str:
    return "" if statement.claim.speaker is None else statement.claim.speaker.name


def is_opposite(mine: Told, theirs: Told) -> bool:
    """Whether one says that something rose and the other that it fell."""
    return {_direction(mine), _direction(theirs)} == {"up", "down"}


def is_beyond(mine: Figure, theirs: Figure) -> bool:
    """Whether one lies above a number that the other lies below: "more than 400" where it was just under 400."""
    for one, other in ((mine, theirs), (theirs, mine)):
        if one.low is None or other.low is None or one.is_range or other.is_range:
            return False
        side, against = _SIDES.get(one.qualifier, 0), _SIDES.get(other.qualifier, 0)
        if side and side == -against:
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
    return _are_people(mine.unit) and _are_people(theirs.unit) and not subject.same_counted(mine.unit, theirs.unit)


def counts_another(mine: Statement, theirs: Statement) -> bool:
    """Whether each sentence has the noun that the other counts, or one has, and counts another: drivers make claims."""
    units = [side.claim.figure.unit for side in (mine, theirs)]
    if mine.claim.figure.kind is not Kind.QUANTITY or None in units:
        return False
    one, other = (unit or "" for unit in units)
    if any(widths.is_measured(unit) for unit in (one, other)) or subject.same_counted(one, other):
        return False
    return any(
        head not in _ANYBODY and head in likeness.ordered(side.told().around)
        for unit, side in ((one, theirs), (other, mine))
        for head in likeness.ordered(unit)[-1:]
    )


def is_of_the_other(mine: Told, theirs: Told) -> bool:
    """Whether the word beside a figure is the one beside the other figure of the claim's sentence, not the claim's."""
    own, claimed = _beside(mine.text, _place(mine)), _beside(theirs.text, _place(theirs))
    return any(
        0 < len(here) <= _MANY and len(there) <= _MANY and _tells(head, set(here), set(there))
        for other in _others(theirs)
        if _PART_OF.fullmatch(theirs.text, _place(theirs).end, other.start) is None
        for head, here, there in zip(own, claimed, _beside(theirs.text, other), strict=True)
    )


def _tells(own: Sequence[str], here: Set[str], there: Set[str]) -> bool:
    """Whether the first of some words stands there and not here, and what stands here alone is not among them."""
    return bool(own) and own[0] in there - here and bool(here - there) and not (here - there) & set(own)


def is_of_another_thing(mine: Figure, told: Told, theirs: Told) -> bool:
    """Whether the kind of thing a figure is of (a loss, a profit) is that of another figure beside the claim's."""
    things = subject.read(mine, told).things
    if not things or things & subject.read(mine, theirs).things:
        return False
    text = theirs.text
    return any(
        things
        & subject.read(
            mine,
            Told(
                text=text,
                lower=text.lower(),
                before=text[: span.start],
                after=text[span.end :],
                surface=text[span.start : span.end],
            ),
        ).things
        for span in _others(theirs)
    )


def _share(told: Told) -> tuple[bool, bool]:
    before, after = told.before.lower(), told.after.lower()
    total = _TOTAL_BEFORE.search(before) or _TOTAL_AFTER.match(after)
    return _EACH_AFTER.match(after) is not None, total is not None


def _end(told: Told) -> str | None:
    """Which end of a change the words say it is, "former" or "present"; None where they do not."""
    before, after = told.before.lower(), told.after.lower()
    if _AFTER_ANOTHER.search(before) or (_FROM.search(before) and _THEN_TO.match(after)):
        return "former"
    if _COMPARED.search(before) and _FORMER_AFTER.match(after):
        return "former"
    if _PRESENT_BEFORE.search(before) or _PRESENT_AFTER.match(after):
        return "present"
    return None


def _direction(told: Told) -> str | None:
    """Whether the nearest words of the clause say that something went "up" or "down"."""
    before = _BREAKS_OFF.split(told.before.lower())[-1][-_WAY_BEFORE:]
    found = [match.lastgroup for match in _WAY.finditer(before)]
    if found:
        return found[-1]
    after = _WAY_AFTER.match(told.after.lower())
    return after.lastgroup if after else None


def _clause(told: Told) -> str:
    return f"{re.split(r'[;:]', told.before)[-1]} # {re.split(r'[;:]', told.after)[0]}".lower()


def _are_people(unit: str) -> bool:
    return subject.same_counted("person", unit) or subject.same_counted("worker", unit)


def _place(told: Told) -> Span:
    return Span(len(told.before), len(told.text) - len(told.after))


def _beside(text: str, place: Span) -> tuple[list[str], list[str]]:
    """The words before and after a figure up to the next break or number, the nearest first."""
    before, after = _BREAKS.split(text[: place.start])[-1], _BREAKS.split(text[place.end :])[0]
    return likeness.ordered(before)[::-1], likeness.ordered(after)


def _others(told: Told) -> Iterator[Span]:
    """Where the sentence has other numbers of the same sort: sums of money, percentages, or neither."""
    sort = _sort(told.text, _place(told))
    for match in _FIGURE.finditer(told.text):
        span = Span(*match.span())
        if not span.overlaps(_place(told)) and _sort(told.text, span) == sort:
            yield span


def _sort(text: str, place: Span) -> tuple[bool, bool]:
    words = text[place.start : place.end + len(" per cent")]
    return text[place.start] in "£$€", "%" in words or "per cent" in words
