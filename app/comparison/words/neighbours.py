"""Which words belong to which of the figures of a sentence: "income came to £18m and spending to £19m"."""

import re
import unicodedata
from collections.abc import Sequence, Set
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import likeness, voices
from app.comparison.words.hedges import HEDGES
from app.domain.calendar_names import MONTH, YEAR
from app.domain.currency_signs import SIGNS
from app.domain.span import Span

FROM = re.compile(rf"\bfrom {HEDGES}$")
"""Before the first end of a change."""

_FIGURE = re.compile(rf"[{SIGNS}]?\d+(?:[.,]\d+)*(?: ?(?:%|bn|m)\b)?|\bnone\b")
_NUMBERS = re.compile(rf"(?<!\d)(?!{YEAR})(?:{_FIGURE.pattern})")
"""Figures that break a sentence in two; a year does not."""
_BRACKETS = re.compile(r"\([^()]*\)")
"""What is said by the way."""
_HALTS = re.compile(r"[.;:()–—](?!\d)")
_JOINTS = re.compile(r"\b(?:and|while|whereas|but|compared|instead)\b")
_COMMA = re.compile(r",(?!\d)")
BREAKS = re.compile("|".join(each.pattern for each in (_HALTS, _JOINTS, _COMMA)))
"""What parts a figure's own words from others."""
_END_BEFORE = re.compile(rf"\b(?:from|than|instead of|not) {HEDGES}$")
_CHANGED_BY = re.compile(rf"\b(?:from|by) {HEDGES}$")
_COMPARED_WITH = re.compile(r"\b(?:against|compared (?:with|to))\b")
_TO = re.compile(rf"\bto {HEDGES}$")
_MAKING = re.compile(
    rf"\b(?:bring|tak|mak|push|lift|rais)ing (?:the|its|their|his|her) (?:[\w’'-]+ ){{1,3}}(?:up )?to {HEDGES}$",
    re.IGNORECASE,
)
"""What leads from a figure to the sum that it makes, of the same thing: "bought 4, bringing the total to 9"."""
_PART_OF = re.compile(r" (?:out )?of (?:[\w’'-]+ ){0,2}(?:[\w’'-]+ of )?")
"""Between two numbers that count the same: 64 of the 80."""
_WITHIN = re.compile(r" (?:in|at|on|across|within|throughout) (?:all |the |its |their )*")
"""Between a figure and the number of those in which it is counted: "8,100 patients in the 43 hospitals"."""
_DIGIT = re.compile(r"\d")
_APART = 3
"""Digits that one number may have more than another of the same thing."""
_TIME = re.compile(rf"{YEAR}|\d+(?:st|nd|rd|th)? (?:{MONTH}|years?|months?|weeks?|days?|hours?)\b")
"""Numbers by which the time of a figure is told, and no figures beside it."""
_WHOLE = re.compile(r"\b(?:of|among) (?:the |its |their |all )*\Z", re.IGNORECASE)
"""Before a number of which the figure is a part."""
_REACH = 30
"""Characters in which that stands."""
_SHOWN = 5
"""Words by which a member of a series is called."""
_MOST = 40
"""Numbers of one sort of which a sentence tells one by one; with more it is a table, and no words tell them apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A figure that its sentence gives in a row with others, each of a thing of its own ("wool £4m, flax £3m")."""

    words: str
    """What it is of, as printed."""
    stems: frozenset[str]
    others: tuple[frozenset[str], ...]
    """The words of the thing of each of the others."""

    def is_apart_from(self, text: Set[str]) -> bool:
        """Whether the words of another text are not of its thing, or of the things of all the others as well."""
        return not self.stems & text or all(each & text for each in self.others)


def member(told: Told, speaker: str = "") -> Member | None:
    """The member that a figure is, None where it stands alone; whoever speaks is no thing that it is of."""
    if not told.surface:
        return None
    others = [
        span
        for span in _others(told)
        if not (_is_time(told.text, span) or _are_ends(told, span) or _is_elided(told, span))
        and _WHOLE.search(told.text[max(span.start - _REACH, 0) : span.start]) is None
    ]
    mine, theirs = _own(told.text, place_of(told)), [_own(told.text, span) for span in others]
    said = likeness.stems(f"{speaker} {voices.who_say(told.text)} {told.surface}")
    own = _named(mine - frozenset().union(*theirs)) - said
    rest = tuple(each for span in others if (each := _named(_leading(told.text, span) - mine) - said))
    if not own or not rest:
        return None
    words = _printed(BREAKS.split(told.before)[-1], own, -_SHOWN) or _printed(BREAKS.split(told.after)[0], own, _SHOWN)
    return Member(words=words, stems=own, others=rest) if words else None


def _printed(text: str, own: Set[str], most: int) -> str:
    """The words of a text from the first of some to the last, the last or first few of them; empty without any."""
    words = text.split()
    found = [at for at, word in enumerate(words) if likeness.stems(word) & own]
    shown = words[found[0] : found[-1] + 1] if found else []
    return " ".join(shown[most:] if most < 0 else shown[:most]).strip("“”\"‘’'([-–—")


def _is_time(text: str, place: Span) -> bool:
    """Whether a number tells of when a figure is: a year, the end of a pair of years, a day, a number of months."""
    return _TIME.match(text, place.start) is not None or text[max(place.start - 1, 0)] in "-–/"


def _named(stems: Set[str]) -> frozenset[str]:
    """Without years, which name no thing."""
    return frozenset(stem for stem in stems if not stem.isdigit())


def is_of_the_other(mine: Told, theirs: Told, unit: str | None = None) -> bool:
    """Whether words of the figure's clause are those of another figure of the claim's sentence, and none the claim's.

    Words of what is counted say nothing, nor does the whole that the claim is a part of or another end of its change.
    """
    counted = likeness.stems(f"{unit or ''} {theirs.surface}")
    named = likeness.stems(mine.surface)
    if FROM.search(mine.before) or _MAKING.search(theirs.before):
        return False
    return any(
        here & there - claimed and not here & claimed - there and (is_elided or claimed - there - here)
        for here in (
            (likeness.stems(nearest(mine)) | named) - counted,
            (_own(mine.text, place_of(mine)) | named) - counted,
        )
        for other in _others(theirs)
        for is_elided in (_is_elided(theirs, other),)
        for there in ((_following(theirs, other) if is_elided else _own(theirs.text, other)) - counted,)
        for claimed in (_subject(theirs) if is_elided else _own(theirs.text, place_of(theirs)) - counted,)
        if not _are_ends(theirs, other) and not _is_time(theirs.text, other)
    )


def _is_elided(told: Told, other: Span) -> bool:
    """Whether another figure is only compared with this one, and shares its words ("34 had joined, against 9")."""
    return _COMPARED_WITH.search(told.text, place_of(told).end, max(other.start, place_of(told).end)) is not None


def _following(told: Told, other: Span) -> Set[str]:
    """The words after another figure, up to the next break."""
    return frozenset(likeness.ordered(BREAKS.split(told.text[other.end :])[0]))


def _subject(told: Told) -> Set[str]:
    """The words of the clause before a figure."""
    return frozenset(likeness.ordered(_HALTS.split(told.before)[-1]))


def _are_ends(told: Told, other: Span) -> bool:
    """Whether another number of the sentence is the whole of the figure, where it is, or another end of its change."""
    first, last = sorted((place_of(told), other), key=lambda span: span.start)
    between, before = told.text[first.end : last.start], told.text[: first.start]
    return (
        _PART_OF.fullmatch(between) is not None
        or _WITHIN.fullmatch(between) is not None
        or _END_BEFORE.search(between) is not None
        or (_CHANGED_BY.search(before) is not None and _TO.search(between) is not None)
    )


def nearest(told: Told) -> str:
    """The words about a figure up to the next break on each side."""
    return f"{BREAKS.split(told.before)[-1]} # {BREAKS.split(told.after)[0]}"


def phrases(text: str, place: Span) -> tuple[str, str]:
    """What belongs to a figure before and after it: on each side up to the break between it and the next figure.

    A figure with no words before it shares those before the last one ("taxes are 16 of one bill and 5 of the other").
    """
    found = _NUMBERS.finditer(text, place.end)
    following = next((one for one in found if not _WITHIN.fullmatch(text, place.end, one.start())), None)
    after = text[place.end :] if following is None else _parted(text[place.end : following.start()])[0]
    *earlier, before = _NUMBERS.split(text[: place.start])
    own = _parted(before)[1] if earlier else _HALTS.split(before)[-1]
    while earlier and not likeness.ordered(own):
        before = earlier.pop()
        own = _parted(before)[1] if earlier else before
    return own, after


def beside(told: Told) -> Sequence[Span]:
    """The other figures of its sort in a figure's sentence, without its whole, another end of its change, and times."""
    is_time = _is_time(told.text, place_of(told))
    return [s for s in _others(told) if not _are_ends(told, s) and _is_time(told.text, s) in (is_time, False)]


def place_of(told: Told) -> Span:
    """Where a figure stands in its sentence."""
    return Span(len(told.before), len(told.text) - len(told.after))


def _own(text: str, place: Span) -> Set[str]:
    """The words that belong to a figure."""
    return frozenset(stem for phrase in phrases(text, place) for stem in likeness.ordered(phrase))


def _leading(text: str, place: Span) -> Set[str]:
    """The words of a figure that stand before it, where there are any: those behind the last are often said of all."""
    before = _parted(_NUMBERS.split(text[: place.start])[-1])[1]
    return frozenset(likeness.ordered(before)) or _own(text, place)


def _parted(between: str) -> tuple[str, str]:
    """The words between two figures as those of the first and of the second; both have all where nothing parts them."""
    bare = _BRACKETS.sub(lambda match: "_" * len(match[0]), between)
    for breaks in (_HALTS, _JOINTS, _COMMA):
        if found := list(breaks.finditer(bare)):
            return between[: found[-1].start()], between[found[-1].end() :]
    return between, between


def _others(told: Told) -> Sequence[Span]:
    """Where the sentence, unless it is a table, has other numbers of the same sort: money, percentages, or neither."""
    place = place_of(told)
    sort, digits = _sort(told.text, place), len(_DIGIT.findall(told.surface))
    found = [
        span
        for match in _FIGURE.finditer(told.text)
        if abs(len(_DIGIT.findall(match[0])) - digits) <= _APART
        and not (span := Span(*match.span())).overlaps(place)
        and _sort(told.text, span) == sort
    ]
    return found if len(found) <= _MOST else ()


def _sort(text: str, place: Span) -> tuple[bool, bool]:
    words = text[place.start : place.end + len(" per cent")]
    return unicodedata.category(text[place.start]) == "Sc", "%" in words or "per cent" in words
