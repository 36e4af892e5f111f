"""Agency credits: where an article says whose copy it runs.

A credit stands at fixed places: the by-line, the outlet, a line of its own or a dateline at the head, the end
of the body. "Reuters reported that" in a sentence names a source of one figure and is no credit, and what readers write
below an article is not read at all.
"""

import re
from dataclasses import dataclass

from app.comparison.sources.agencies import AGENCIES
from app.domain.article import Article, PartKind
from app.domain.calendar_names import YEAR

HEAD_LINES = 4
"""Lines after the title in which a dateline or by-line is looked for."""
FOOT_LINES = 4
_LONGEST_LINE = 160
_ENDING = 80
"""Characters of a credit that ends a paragraph of any length."""

_NAMES = {form: name for name, forms in AGENCIES.items() for form in forms}
_FORM = "|".join(re.escape(form) for form in sorted(_NAMES, key=len, reverse=True))
_ROLE = r"(?: (?:[A-Z][\w-]+ ){0,3}(?:Correspondent|Reporter|Editor|Staff|Writer)s?)?"
_STAFF = r"(?: (?:staff|agency|news agency|reporters?|correspondents?|staff writers?))?"


def _agency(group: str) -> str:
    return rf"(?:[Tt]he )?(?P<{group}>{_FORM})(?![\w’'])(?:'s|’s)?"


_PIECE = re.compile(rf"(?:[Bb]y )?{_agency('one')}{_ROLE}{_STAFF}")
_APART = re.compile(r"\s*(?:[,;|/()\[\]•·]|\s[–—-]\s|\b(?:and|for|with|via|of)\b)\s*")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][\w .,'’/-]{1,60}?)"
    rf"(?:\({_agency('one')}\)|[,:;–—-]\s{{0,2}}{_agency('other')})\s{{0,2}}[-–—:]"
)
_SOURCE = re.compile(rf"(?:Source|Credit|Agency|Via|Copyright|©)[\s:]{{1,3}}(?:©\s?)?(?:{YEAR},?\s)?{_agency('one')}")
_ENDED = re.compile(rf"(?:\({_agency('one')}\)|(?<=[.!?”\"’')\s])[–—-]{{1,2}}\s?{_agency('other')})\s*\.?\s*\Z")
_IN_PART = re.compile(
    r"\b(?:[Aa]dditional|[Ff]urther|[Ww]ith) (?:reporting|reports?|inputs?|material|information|contributions?) "
    r"(?:by|from) (?P<several>[^.\n]{1,80})"
    rf"|{_agency('one')}(?: also)? contributed (?:reporting )?to this (?:report|story|article)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """The agencies whose copy an article says it runs, and those that it says added to its own reporting."""

    whole: frozenset[str] = frozenset()
    in_part: frozenset[str] = frozenset()


def read(article: Article) -> Credits:
    """The credits of an article, from its details and the head and foot of its text."""
    head, foot = _edges(article)
    whole: set[str] = set()
    in_part: set[str] = set()
    for detail in (article.author, article.outlet):
        whole |= _named(detail.value) if detail else set()
    for line in (*head, *foot):
        shared = [one for match in _IN_PART.finditer(line[-4 * _LONGEST_LINE :]) for one in _in_part(match)]
        in_part.update(shared)
        if not shared and len(line) <= _LONGEST_LINE:
            whole |= _by_line(line)
    for line in head:
        dateline = _DATELINE.match(line[:_LONGEST_LINE])
        whole |= _one(dateline) if dateline and _is_place(dateline["place"]) else set()
    for line in foot:
        ended = _ENDED.search(line[-_ENDING:])
        whole |= _one(ended) if ended else set()
    return Credits(whole=frozenset(whole), in_part=frozenset(in_part - whole))


def is_agency(outlet: str | None, agency: str) -> bool:
    """Whether an outlet is the agency itself, under any of its names."""
    return outlet is not None and _named(outlet) == {agency}


def _edges(article: Article) -> tuple[list[str], list[str]]:
    """The lines at the head and at the foot of the body: neither the title nor the readers' comments."""
    left_out = (PartKind.TITLE, PartKind.COMMENT)
    told = [part.span.of(article.text) for part in article.parts if part.kind not in left_out]
    lines = [line.strip() for text in told for line in text.splitlines() if line.strip()]
    return lines[:HEAD_LINES], lines[-FOOT_LINES:]


def _is_place(words: str) -> bool:
    """Whether this can be the place and day of a dateline: capitals throughout, and no article before them."""
    found = re.findall(r"[\w.'’]+", words)
    return found[0] not in ("The", "A", "An") and not any(word[0].islower() for word in found)


def _by_line(line: str) -> set[str]:
    """Agencies of a line that says nothing else: "By Reuters", "Jane Doe, PA Political Editor", "© 2025 AFP"."""
    if match := _SOURCE.match(line):
        return _one(match)
    # A sentence that happens to be short is no by-line; "A.P." and "Reuters." are.
    if re.search(r"[a-z]{2}[.!?][”\"’']?\Z", line) and len(line.split()) > 3:
        return set()
    words = line.split()
    named = _named(line.strip("()[]–—- "))
    return named if named and (len(words) <= 3 or re.match(r"[Bb]y\b", line) or _is_name_list(line)) else set()


def _is_name_list(line: str) -> bool:
    """Whether every word of a line begins with a capital, but for the small ones between names."""
    small = {"and", "in", "for", "of", "the", "with", "at", "by", "staff", "agency", "reporter", "reporters"}
    return len(line) <= 80 and all(not word[:1].islower() or word in small for word in re.findall(r"[\w.]+", line))


def _named(words: str) -> set[str]:
    """The agencies among names set apart by commas, brackets, dashes or "and"; "Michael Bloomberg" is none."""
    pieces = (piece.strip().rstrip(".") for piece in _APART.split(words))
    return {_NAMES[match["one"]] for piece in pieces if (match := _PIECE.fullmatch(piece))}


def _in_part(match: re.Match[str]) -> set[str]:
    return _named(match["several"] or "") | _one(match)


def _one(match: re.Match[str]) -> set[str]:
    found = match.groupdict()
    return {_NAMES[form] for form in (found.get("one"), found.get("other")) if form}
