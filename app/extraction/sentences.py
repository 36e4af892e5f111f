"""Where sentences begin and end."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.mention import Passage

_TITLES = (
    "mr mrs ms mx dr prof sen rep gov gen col lt sgt capt cpl maj adm cmdr rev hon fr st mt messrs mme mlle pres amb "
    "supt insp shri smt vs v cf fig figs eg ie e.g i.e viz"
)
_OTHERS = (
    "ft approx vol pp eq ca dept sir al jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur "
    "thurs fri sec ch para ed eds trans no nos nr bn mn tn est avg max min incl excl ltd inc corp co plc llc cos bros "
    "jr sr u.s u.k u.n e.u u.s.a a.m p.m d.c ph.d etc m k km kg lb oz sq rs ksh kshs sh shs"
)
_OPENING = (
    "the a an he she it they we you i this that these those in on at but and or for from to by with as if when while "
    "after before since although however meanwhile its his her their our there here what who why how not no some many "
    "most"
)
# Before a name, so that even a capital letter goes on with the sentence; the others stop it only before one.
_BEFORE_NAMES = frozenset(_TITLES.split())
_SHORTENED = _BEFORE_NAMES | frozenset(_OTHERS.split())
# A capital after an initial or "U.S." belongs to a name, unless it is one of these.
_OPENERS = frozenset(_OPENING.split())
# But "Plan B. Tarn is ...", "Lane C. TRX is ...": a letter that names a thing.
_LETTERED = re.compile(
    r"\b(?:point|unit|plan|block|group|grade|class|type|category|schedule|annex|appendix|route|terminal|building|phase"
    r"|section|part|site|zone|team|channel|vitamin|hepatitis|influenza|series|tier|ward|wing|stand|gate|lot|option"
    r"|platform|reactor|band|league)\s[A-Z]$",
    re.IGNORECASE,
)
_LETTERED_NAME, _ACRONYM = re.compile(r"[A-Z][a-z]+\s[A-Z]$"), re.compile(r"[A-Z]{2,4}(?![\w.])")
_INITIALISM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")
# Possessive, and never begun within a run of stops, so that a million of them cost no more than a million letters.
# A footnote may follow, or the space be missing: "has closed.[3] The", "has closed.3 The", "has closed.The", "1%.The".
_STOP = re.compile(
    r"[.!?…](?<![.!?…]{2})[.!?…]*+[\"'”’»)\]]*+(?:(?:\[\d{1,3}\])*+(?=\s)|(?<=[a-z]{3}[.])\d{1,3}(?=\s+[A-Z])"
    r"|(?<=[a-z]{3}[.])(?=[A-Z][a-z]*\s)|(?<=%[.])(?=[A-Z]))"
)
_BLOCK = re.compile(r"[\n\u2029\f\v](?:(?<!\n)[\u2029\f\v]*|[^\S\n]*\n\s*)")
_NEWLINE = re.compile(r"\n")
_WORD = re.compile(r"[^\s(\[\"“‘'/–—-]*$")
_NEXT = re.compile(r"[\s\"'“‘(\[«]*")
_BULLET = re.compile(r"[^\S\n]*(?:[•●▪◦‣*–—-]|\d{1,3}[.)])[^\S\n]")
# Who speaks in a thread or a transcript: "Sue B: it was £9m".
_LABEL = re.compile(r"[^\S\n]*(?:@\w+|[A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,2}):[^\S\n]")
_NUMBERED = re.compile(r"[^\S\n]*(?:\d{1,3}|[A-Za-z])\.")
_SUM_AHEAD = re.compile(rf"[\d{SIGNS}#]")
# Text set in lines of a page or a mail: every line but the last is about so long.
_SHORT_LINE, _LONG_LINE = 40, 120
_START = attrgetter("start")


def split(passage: Passage) -> Sequence[Span]:
    """The sentences, in order; together they cover every character that is not blank.

    None runs over a blank line, a part of the article, or a line that is a heading or an item of a list; lines wrapped
    at a page's width are one text. Closing quotes belong to the sentence that they close.
    """
    sentences: list[Span] = []
    for block in _blocks(passage):
        for line in _lines(passage.text, block):
            sentences.extend(_sentences(passage.text, line))
    return sentences


def around(breaks: Sequence[Span], span: Span) -> Span:
    """The sentence around a span, or all those that it touches; the span itself where there is none."""
    first = bisect_right(breaks, span.start, key=_START) - 1
    last = bisect_right(breaks, max(span.start, span.end - 1), key=_START) - 1
    if last < 0:
        return span
    return Span(min(breaks[max(first, 0)].start, span.start), max(breaks[last].end, span.end))


def _blocks(passage: Passage) -> Iterator[Span]:
    text = passage.text
    edges = {0, len(text)}
    for part in passage.parts:
        edges |= {part.span.start, part.span.end}
    for match in _BLOCK.finditer(text):
        edges |= {match.start(), match.end()}
    cuts = sorted(edge for edge in edges if 0 <= edge <= len(text))
    for start, end in pairwise(cuts):
        yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> tuple[Span, ...]:
    """A stretch without the blanks at its ends, none where it is nothing else."""
    words = text[start:end].rstrip()
    return (Span(start + len(words) - len(words.lstrip()), start + len(words)),) if words else ()


def _lines(text: str, block: Span) -> Iterator[Span]:
    """The lines of a block, those that a page's width has wrapped taken together."""
    breaks = [match.start() for match in _NEWLINE.finditer(text, block.start, block.end)]
    if not breaks:
        yield block
        return
    edges = [block.start, *(at + 1 for at in breaks), block.end]
    wrapped = all(_SHORT_LINE <= end - start <= _LONG_LINE for start, end in pairwise(edges[:-1]))
    start = block.start
    for at in breaks:
        if not _goes_on(text, start, at, wrapped=wrapped):
            yield from _trimmed(text, start, at)
            start = at + 1
    yield from _trimmed(text, start, block.end)


def _goes_on(text: str, start: int, at: int, *, wrapped: bool) -> bool:
    """Whether the sentence of the line that ends at `at` goes on in the next."""
    if _BULLET.match(text, at + 1) or _LABEL.match(text, at + 1):
        return False
    following = text[at + 1 : at + 40].lstrip()[:1]
    last = text[max(start, at - 4) : at].rstrip()[-1:]
    return (wrapped or following.islower()) and last not in ":" and bool(following)


def _sentences(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for stop in _STOP.finditer(text, line.start, line.end):
        if stop.start() < start or not _ends(text, start, stop):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from (line,) if start == line.start else _trimmed(text, start, line.end)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: what stands before it may be short for something, what follows may go on."""
    gap = _NEXT.match(text, stop.end())
    at = gap.end() if gap else stop.end()
    following = text[at : at + 24]
    if following[:1].islower():
        return False
    marks = stop[0].rstrip("\"'”’»)]")
    if marks != ".":
        return True
    before = text[max(start, stop.start() - 24) : stop.start()]
    if not before or _NUMBERED.fullmatch(text, start, stop.start() + 1):
        return False
    word = (_WORD.search(before) or [""])[0]
    if _LETTERED.search(before) or (_LETTERED_NAME.search(before) and _ACRONYM.match(following)):
        return True
    return not _short(word, following)


def _short(word: str, following: str) -> bool:
    """Whether a word with its full stop is short for another, and the sentence goes on."""
    plain = word.lower()
    numeral = re.match(rf"[{SIGNS}\d.,]+(?:bn|mn|tn|m|k)$", plain)
    initial = len(word) == 1 and word.isupper()
    initials = _INITIALISM.fullmatch(word) is not None
    if not (plain in _SHORTENED or initial or initials or numeral):
        return False
    if _SUM_AHEAD.match(following):
        return True
    if plain in _BEFORE_NAMES:
        return True
    opener = re.match(r"[A-Za-z]+", following)
    if initial or initials:
        return opener is not None and opener[0].lower() not in _OPENERS
    return False
