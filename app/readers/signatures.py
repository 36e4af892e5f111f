"""Reader comments that are told apart by the names before or above them, as in a pasted thread without numbers."""

import re
from dataclasses import dataclass, field

from app.readers import dates
from app.readers.draft import Comment

_NAME = r"(?P<name>[^\W\d_][\w.'’-]*(?: \w[\w.'’-]*){0,3}?)"
_VERB = r"(?P<verb> (?:says|said|writes|wrote|replies|replied|comments|commented))?"
_SPOKEN = re.compile(rf"{_NAME}{_VERB}\s*(?::\s*(?P<words>\S.*)?)?")
_DATED = re.compile(
    rf"{_NAME}{_VERB}\s*(?:[,|·•–—-]|\bon\b|\()\s*(?P<day>[^()\n]{{3,40}}?)\)?\s*(?::(?!\d)\s*(?P<words>\S.*)?)?"
)
_BARE_NAME = re.compile(_NAME)
_BUTTONS = frozenset({"reply", "like", "share", "report", "permalink"})
_AGO = re.compile(r"(?:\d+|an?) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|yesterday", re.IGNORECASE)
_NO_NAMES = re.compile(
    r"answers?|correction|edit|example|facts?|figures|however|note|(?:\w+ )?(?:questions?|points?|thing)|p\.?s\.?|quote"
    r"|reply|so|sources?|summary|tip|update",
    re.IGNORECASE,
)
"""What also stands before a colon at the start of a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signature:
    name: str
    words: str
    is_sure: bool
    """Whether a verb or a day stands beside the name; "Name: words" alone may be a sentence."""


@dataclass(slots=True, kw_only=True)
class _Signed:
    name: str
    indent: int
    answers: int | None
    lines: list[str] = field(default_factory=list)


def is_thread(lines: list[str]) -> bool:
    """Whether the lines below a heading are comments, each with a name before or above it.

    The first must have one. Where nothing but a colon stands after it, at least half of them must: an article too
    can have a heading and a quotation below it.
    """
    signatures = list(_starts(_without_buttons(lines)).values())
    if not signatures or (first := signatures[0]) is None:
        return False
    return first.is_sure or 2 * sum(signature is not None for signature in signatures) >= len(signatures)


def read(lines: list[str]) -> list[Comment]:
    """The comments with their names; a line without one goes on with the comment above it.

    A name that stands further in than the one above it answers it. Names without a verb or a day count only in
    threads that have no other, or where every paragraph has one: "A last word: why" inside a comment opens none.
    """
    lines = _without_buttons(lines)
    starts = _starts(lines)
    signed = [signature for signature in starts.values() if signature]
    is_strict = any(signature.is_sure for signature in signed) and len(signed) < len(starts)
    found: list[_Signed] = []
    open_comments: list[int] = []
    for place, line in enumerate(lines):
        signature = starts.get(place)
        if signature is None or (is_strict and not signature.is_sure):
            if found:
                found[-1].lines.append(line.strip())
            continue
        line = line.expandtabs(4)
        indent = len(line) - len(line.lstrip())
        while open_comments and found[open_comments[-1]].indent >= indent:
            open_comments.pop()
        answers = open_comments[-1] if open_comments else None
        found.append(_Signed(name=signature.name, indent=indent, answers=answers, lines=[signature.words]))
        open_comments.append(len(found) - 1)
    return _worded(found)


def _without_buttons(lines: list[str]) -> list[str]:
    """The lines of a thread without its bare buttons ("Reply"), and with a day below a name put beside it."""
    kept = [line for line in lines if line.strip().casefold() not in _BUTTONS]
    for place in range(len(kept) - 1):
        name, day = kept[place], kept[place + 1].strip()
        opens = not place or not kept[place - 1].strip()
        if opens and _is_day(day) and _BARE_NAME.fullmatch(name.strip()):
            kept[place : place + 2] = ["", f"{name}, {day}"]
    return kept


def _is_day(words: str) -> bool:
    return dates.in_line(words) is not None or _AGO.fullmatch(words) is not None


def _starts(lines: list[str]) -> dict[int, _Signature | None]:
    """The lines where a comment can start with what they say: those that open a paragraph.

    In a thread without blank lines between its names, every line can.
    """
    filled = [place for place, line in enumerate(lines) if line.strip()]
    opening = [place for place in filled if not place or not lines[place - 1].strip()]
    found = {place: _signature(lines[place]) for place in opening}
    if sum(signature is not None for signature in found.values()) > 1:
        return found
    return {place: _signature(lines[place]) for place in filled}


def _worded(found: list[_Signed]) -> list[Comment]:
    """The comments that have words; the answers to one without go to the one that it answers."""
    places: list[int | None] = []
    comments: list[Comment] = []
    for signed in found:
        answers = None if signed.answers is None else places[signed.answers]
        words = re.sub(r"\n{3,}", "\n\n", "\n".join(signed.lines)).strip()
        places.append(len(comments) if words else answers)
        if words:
            comments.append(Comment(text=words, author=signed.name, answers=answers))
    return comments


def _signature(line: str) -> _Signature | None:
    """The name at the start of a line, with the words after its colon if any stand there."""
    line = line.strip()
    if (match := _DATED.fullmatch(line)) and _is_day(match["day"]):
        return _Signature(name=match["name"], words=match["words"] or "", is_sure=True)
    match = _SPOKEN.fullmatch(line)
    if match is None or _NO_NAMES.fullmatch(match["name"]) or not (match["verb"] or match["words"]):
        return None
    return _Signature(name=match["name"], words=match["words"] or "", is_sure=bool(match["verb"]))
