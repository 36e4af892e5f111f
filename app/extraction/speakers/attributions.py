"""Where a sentence says whose words or numbers it gives, and which part of it is theirs."""

import re
from dataclasses import replace

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import phrases, subjects, words
from app.extraction.speakers.attribution import Attribution
from app.extraction.speakers.verbs import of_verb

_WORD = re.compile(r"[A-Za-z]+")
_FORMS = frozenset(words.BY_FORM) | words.DOCUMENT_VERBS
_GIVING_NOUNS = (
    "estimate",
    "forecast",
    "projection",
    "figure",
    "claim",
    "assertion",
    "calculation",
    "assessment",
    "prediction",
    "reckoning",
    "count",
    "tally",
    "number",
    "account",
    "verdict",
    "conclusion",
    "view",
    "opinion",
    "answer",
)
_SECOND = re.compile(
    r",\s+(?:and |while |but )?(?P<who>(?:the |an? |one |its )?[A-Za-z][\w’'-]*(?: [\w’'-]+){0,4}?) at (?=\W?\d)"
)
_CONVICTIONS = ("adamant", "confident", "certain", "convinced", "sure ", "clear ", "optimistic", "hopeful")
_LIST_OF_SAYINGS = re.compile(r";\s(?:and )?(?P<who>(?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}), (?=\W?\d)")


def read(text: str) -> list[Attribution]:
    """Every attribution of a sentence, in its order; offsets are the sentence's."""
    found: list[Attribution] = []
    for match in _WORD.finditer(text):
        if match[0] in _FORMS and (one := of_verb(text, match, found[-1] if found else None)) is not None:
            found.append(one)
    if (
        "ccording to" in text
        or " citing " in text
        or "words of" in text
        or " saying" in text
        or "eard " in text
        or "Per " in text
        or " per " in text
    ):
        found += phrases.according(text)
    if " by " in text:
        found += phrases.agents(text)
    if " not " in text or "n’t " in text or "n't " in text or " recogni" in text:
        found += phrases.unknown(text)
    if any(word in text for word in _CONVICTIONS):
        found += phrases.convictions(text)
    if any(noun in text for noun in _GIVING_NOUNS):
        found += phrases.nouns(text)
    found += [one for earlier in found if (one := _gapped(text, earlier)) is not None]
    found.sort(key=lambda one: one.at)
    return _denied_claims(found)


def _denied_claims(found: list[Attribution]) -> list[Attribution]:
    """Without the claims that are themselves denied: of "disputed the paper's claim of £5m" the first."""
    kept: list[Attribution] = []
    for one in found:
        outer = kept[-1] if kept else None
        denied = outer is not None and outer.stance is Stance.DENIES and outer.rightwards
        if not (one.owned and outer and denied and 0 <= one.at.start - outer.at.end < _CLAIM_NEAR):
            kept.append(one)
    return kept


_CLAIM_NEAR = 24


def _gapped(text: str, earlier: Attribution) -> Attribution | None:
    """A second source whose verb is left out: "the paper puts it at £30bn, the auditor at £3bn"."""
    if earlier.stance is Stance.STATES and earlier.rightwards:
        match = _LIST_OF_SAYINGS.search(text, earlier.at.end, earlier.at.end + 80)
        subject = subjects.after(text[: match.end("who")], match.start("who")) if match else None
        at = Span(subject.begin, match.end()) if subject and match else earlier.at
        return Attribution(subject, Stance.STATES, at, leftwards=False, rightwards=True) if subject else None
    if earlier.stance is not Stance.ESTIMATES or not earlier.rightwards or not text.startswith(" ", earlier.at.end):
        return None
    match = _SECOND.search(text, earlier.at.end, earlier.at.end + 200)
    if match is None or " at " not in text[earlier.at.end : match.start("who")]:
        return None
    subject = subjects.after(text[: match.end("who")], match.start("who"))
    if subject is None:
        return None
    return Attribution(subject, earlier.stance, Span(subject.begin, match.end()), leftwards=False, rightwards=True)


def innermost(found: list[Attribution], text: str, start: int, end: int) -> Attribution | None:
    """The source nearest to a figure from `start` to `end`: the last one before it, else the next behind."""
    before = [one for one in found if one.rightwards and one.at.end <= start]
    for one in reversed(before[-6:]):
        if _SOURCE_ASIDE.match(text, one.at.end, start) and "," in text[end : end + 80]:
            return None
        if not _BREAK.search(text, one.at.end, start):
            # "denied the £9m figure but put it at £3m": what follows the contrast is not denied.
            granted = one.stance is Stance.DENIES and _BUT.search(text, one.at.end, start)
            return replace(one, stance=Stance.STATES) if granted else one
    for one in found:
        if one.leftwards and one.at.start >= end:
            return one
    return None


# What stands between commas behind a source tells of the source: "according to Dr Bhatt, whose unit got £5m, the".
_SOURCE_ASIDE = re.compile(r"(?:\s(?:of|from|at)\s[^,;.]{2,40})?,\s(?:who|which|whose)\b[^,;.]*\Z")
_BUT = re.compile(r"(?<!not only)(?:,|\s)\s?but\s")
_BREAK = re.compile(
    r";\s|(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))(?<!\b[A-Z])[.!?…]\s+(?=[A-Z“])|,?\s(?:while|whereas)\s"
)
_CLAIMED_NEXT = re.compile(
    r"\s(?:that\s|which\s)?(?=(?:the|its|his|her|their|some|many)\s|[A-Z]|[a-z]+s\s(?:had|have)\s)[^,;:.]{2,50}?\s(?:has\s|have\s|had\s)?"
    r"(?P<verb>demanded|claimed|claims?|quoted?|cited?|promised|pledged|sought|predicted|wanted|expected|forecast|estimated|asked\sfor)\b"
)


_GUESSED = words.one_of("predicted expected forecast estimated")


def claimed_next(text: str, end: int) -> Attribution | None:
    """The source in a clause right behind a figure that ends at `end`: "the 8% that the unions had demanded"."""
    match = _CLAIMED_NEXT.match(text, end)
    subject = subjects.before(text, match.start("verb")) if match else None
    if match is None or subject is None:
        return None
    stance = Stance.ESTIMATES if match["verb"] in _GUESSED else Stance.STATES
    return Attribution(subject, stance, Span(subject.begin, match.end()), leftwards=True, rightwards=False)
