"""The name and colon at the head of a line: "Tollgate99: they spent £14m", "Treasury: cut would cost £2bn"."""

import re
from collections.abc import Sequence

from app.domain.span import Span
from app.extraction.speakers import words
from app.extraction.speakers.names import Name
from app.extraction.word_sets import one_of

_COLON = re.compile(r": (?=\S)")
_LABEL = re.compile(r"[ \t]*(?P<who>@?\w[\w.'’&-]{0,30}(?: [\w.'’&-]{1,20}){0,3})")
_LONGEST = 100
_THREAD = re.compile(r"^\W*(?:\d+ )?(?:comments?|replies|discussion)\b[^.\n]{0,20}$", re.IGNORECASE | re.MULTILINE)
_HANDLE = re.compile(r"@\w+|\w*(?:[a-z][A-Z_\d]|_)\w*")
_SPEAKERS = words.ROLES | words.BODIES | words.BODY_NAMES | words.OFFICES
_CLOSING = re.compile(
    r"[:–—-](?:(?<=:)|(?<= .)) (?P<who>[A-Za-z][\w.'’&-]*(?: [\w.'’&-]{1,20}){0,3})[ \t]*$", re.MULTILINE
)
_MANY = re.compile(words.MANY)
_STUDIED = one_of("sources report study survey poll")
_HEADINGS = one_of("comment comments reply note total source cost price update analysis photo correction summary")


def read(text: str) -> list[Span]:
    """The labels of a text that look like a name: all those of a thread of comments, else the capitalised."""
    labels = []
    for colon in _COLON.finditer(text):
        at = colon.start()
        line = text.rfind("\n", max(0, at - _LONGEST), at) + 1
        label = _LABEL.fullmatch(text, line, at) if line or at < _LONGEST else None
        if label is not None and label["who"].lower() not in _HEADINGS:
            labels.append(label)
    thread = len(labels) > 0 and _THREAD.search(text, 0, labels[0].start()) is not None
    thread = thread or any(_HANDLE.fullmatch(match["who"]) for match in labels)
    return [Span(*match.span("who")) for match in labels if thread or match["who"][0].isupper()]


def closing(text: str) -> dict[int, Span]:
    """The sources that end a line ("Tunnel to cost £11bn: report"), by where the line begins."""
    found = {}
    for match in _CLOSING.finditer(text):
        last = match["who"].split()[-1].lower()
        if last in words.PAPERS or last in _SPEAKERS or last in _STUDIED or _MANY.fullmatch(last):
            found[text.rfind("\n", 0, match.start()) + 1] = Span(*match.span("who"))
    return found


def speaks(text: str, label: Span, names: Sequence[Name]) -> bool:
    """Whether a label names a speaker: a handle, a role, a body, or somebody whose name the text gives again."""
    own = label.of(text)
    last = own.split()[-1]
    if _HANDLE.fullmatch(own) or last.lower() in _SPEAKERS or _THREAD.search(text, 0, label.start):
        return True
    if re.search(rf"\b(?:in|into|across|within|throughout) {re.escape(own)}\b", text):  # a place, which heads its news
        return False
    return any(name.span.start > label.end and last in name.text.split() for name in names)
