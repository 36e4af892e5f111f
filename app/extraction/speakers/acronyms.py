"""The acronyms that a text explains itself: "the Lake Repair Office (LRO)", "the LRO (Lake Repair Office)"."""

import re

from app.domain.span import Span

_SHORT = r"[A-Z][A-Za-z]?[A-Z&]{1,6}"
_BRACKETED = re.compile(rf" \((?:the )?(?P<short>{_SHORT})\)")
_EXPLAINED = re.compile(
    rf"\b(?P<short>{_SHORT}) \((?:the )?(?P<full>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*|of|for|and|the|in|on)){{1,8}})\)"
)
_WORD = re.compile(r"[A-Za-z][\w’'&-]*")
_LONGEST_NAME = 110


def read(text: str) -> dict[str, Span]:
    """Each acronym with the place of the full name that stands beside it; of two explanations the first counts."""
    found: dict[str, Span] = {}
    if "(" not in text:
        return found
    for match in _BRACKETED.finditer(text):
        if match["short"] not in found and (full := _before(text, match.start(), match["short"])):
            found[match["short"]] = full
    for match in _EXPLAINED.finditer(text):
        if _initials(match["full"]) == match["short"].upper():
            found.setdefault(match["short"], Span(*match.span("full")))
    return found


def explained(text: str) -> Span | None:
    """The full name that the bracket at the end of a text shortens; None where it is something else."""
    match = _BRACKETED.search(text, max(0, text.rfind(" (")))
    return _before(text, match.start(), match["short"]) if match and match.end() == len(text) else None


def _before(text: str, end: int, short: str) -> Span | None:
    """The words right before a bracket whose initials are an acronym's; None where they are not."""
    start = max(text.rfind("\n", 0, end) + 1, end - _LONGEST_NAME)
    for word in reversed(list(_WORD.finditer(text, start, end))):
        initials = _initials(text[word.start() : end])
        if word[0][0].isupper() and initials == short.upper():
            return Span(word.start(), end)
        if not short.upper().endswith(initials):
            return None
    return None


def _initials(name: str) -> str:
    """The first letters of the words of a name that are written with a capital."""
    return "".join(word[0] for word in _WORD.findall(name.replace("-", " ")) if word[0].isupper())
