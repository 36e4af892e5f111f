"""Which of several things a number is of: "Kell and Leith got £5m and £3m respectively" is £3m for Leith."""

import re
from dataclasses import dataclass

from app.domain.calendar_names import MONTH, YEAR
from app.domain.currency_signs import SIGNS
from app.domain.span import Span

_HEDGES = r"(?:(?:about|around|nearly|almost|over|under|some|only|just|more|less|fewer|than|up|to) ){0,3}"
_FIGURE = (
    rf"{_HEDGES}[{SIGNS}]?\d+(?:[.,]\d+)*(?:\s?%|(?:bn|m|k|tn)\b)?"
    r"(?: (?:per cent|percent|percentage points?|points?|thousand|million|billion|trillion|lakh|crore))?(?: [a-z]+)??"
)
_FIGURES = re.compile(rf"(?<![\w.,]){_FIGURE}(?:, {_FIGURE})*,? and {_FIGURE}(?=[\s,.;)]|\Z)")
_NAME = rf"(?:the )?(?:{YEAR}|{MONTH}|[A-Z][\w’'&-]*(?: (?:of )?[A-Z][\w’'&-]*){{0,3}})"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})*,? and {_NAME}")
_NOUNS = re.compile(r"\b[A-Za-z][a-z-]+(?:, [a-z-]+)*,? and [a-z][a-z-]+\b")
_JOINT = re.compile(r",? and |, ")
_SAID = re.compile(r",?\s*\(?\brespectively\b\)?,?")
_NEAR = 60
"""Characters between a list of numbers and the word that pairs it with a list of names."""


@dataclass(frozen=True, slots=True)
class Paired:
    """A number's sentence with its own name alone, up to the number and from it on, and the names of the others."""

    before: str
    after: str
    name: str
    others: tuple[str, ...]


def paired(text: str, place: Span) -> Paired | None:
    """What a sentence says of the number at `place`, where it pairs its numbers with names; None where it does not."""
    if "respectively" not in text:
        return None
    numbers = next((one for one in _FIGURES.finditer(text) if one.start() <= place.start < one.end()), None)
    said = _SAID.search(text, max(0, numbers.start() - 20), numbers.end() + _NEAR) if numbers else None
    if numbers is None or said is None:
        return None
    items = _items(text, Span(*numbers.span()))
    at = next((at for at, item in enumerate(items) if item.start <= place.start and place.end <= item.end), None)
    names = _names(text, Span(*numbers.span()), len(items))
    if at is None or names is None:
        return None
    told = [(Span(names[0].start, names[-1].end), names[at]), (Span(*numbers.span()), items[at])]
    told.append((Span(*said.span()), Span(said.end(), said.end())))
    before, after, reached = "", "", 0
    for whole, own in sorted(told, key=lambda pair: pair[0]):
        between = text[reached : whole.start]
        if own is items[at]:
            before += between + text[own.start : place.start]
            after = text[place.end : own.end]
        elif own.start >= numbers.end():
            after += between + own.of(text)
        else:
            before += between + own.of(text)
        reached = whole.end
    others = tuple(name.of(text) for name in names if name is not names[at])
    return Paired(before, after + text[reached:], names[at].of(text), others)


def _names(text: str, numbers: Span, count: int) -> list[Span] | None:
    """The list of as many names or nouns that stands nearest before the numbers, else behind them."""
    for pattern in (_NAMES, _NOUNS):
        before = [_items(text, Span(*one.span())) for one in pattern.finditer(text, 0, numbers.start)]
        behind = [_items(text, Span(*one.span())) for one in pattern.finditer(text, numbers.end)]
        for items in (*reversed(before), *behind):
            if len(items) == count:
                return items
    return None


def _items(text: str, whole: Span) -> list[Span]:
    """The members of a list."""
    spans, start = [], whole.start
    for joint in _JOINT.finditer(text, whole.start, whole.end):
        spans.append(Span(start, joint.start()))
        start = joint.end()
    return [*spans, Span(start, whole.end)]
