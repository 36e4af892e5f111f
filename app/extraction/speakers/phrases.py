"""Sources that need no verb of their own: "according to", "put at £5m by", "the auditor's estimate of"."""

import re
from collections.abc import Iterator

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import subjects, words
from app.extraction.speakers.attribution import Attribution, forward, is_outlet, stance_of

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\b|\bPer(?=\s(?:the|an?|[A-Z])\b)|\bper(?=\s(?:the|its)\s)"
    r"|\b[Ii]n the words of\b|\bciting\b|\bquot(?:ed|es|ing)\b(?="
    r" [^.;“”\"]{2,60}? (?:as )?saying\b)|\b[Hh]eard (?:evidence )?from\b(?= [^.;“”\"]{2,60}? that\b)"
)
_HANDED_ON = ("quot", "hear")
_ASIDE_ENDS = re.compile(r"(?:\s\w+)?,")
_BY = re.compile(
    r"\b(?P<verb>put|estimated|costed|valued|priced|pegged|projected|forecast|calculated|reported|confirmed|announced"
    r"|revealed|disclosed|denied|rejected|disputed|dismissed|disowned)\b[^;.\n]{0,90}?\bby\b"
    r"|\b(?P<near>claimed|quoted|cited|promised|pledged|predicted|demanded|alleged|suggested|recommended|warned|advised|informed)"
    r"\sby\b(?!\s\d)"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:do|does|did|can|could|would)(?: not|n['’]t)|cannot|fail(?:s|ed)? to|refus(?:es?|ed) to)\s+(?:\w+ly\s+)?"
    r"(?:(?:believe|think|accept|agree)\b(?! (?:anything |\w+ )?(?:less|fewer|under|below|lower|more)\b)"
    r"|recogni[sz]e\b(?=(?:[^.,;:\n]|[.,]\d){0,60}?\b(?:figure|number|claim|estimate|total|sum|cost|bill|price"
    r"|valuation|amount)s?\b))"
)
_NOUN_OF = re.compile(
    r"(?P<of>(?:[A-Z][\w&-]*\s+){0,4}[\w&-]+)['’]s?\s+(?:own |latest |official |new |initial |recent )*"
    r"(?P<noun>estimate|forecast|projection|figure|claim|assertion|calculation|assessment"
    r"|prediction|reckoning)s?\s+(?:of|that|for)\b"
)
_COUNTED_BY = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n|[Uu]sing)\s(?P<of>(?:the |an? |its )?[\w&’'-]+(?:\s[A-Z][\w&-]*){0,4}?)['’]s?\s"
    r"(?:own |latest |official |initial )*(?P<noun>count|reckoning|estimate|calculation|tally|figure|number|account"
    r"|telling|view|projection|forecast|modelling)s?\b"
)
_KNOWING = words.one_of("count tally figure number account telling view")
_VERDICT_OF = re.compile(
    r"\b(?:verdict|view|conclusion|opinion|answer|assessment|argument|message|testimony|account) of\b"
)
_BEING = re.compile(r"[^.,;]{0,40}?\s(?:is|was|were|had been)\s(?:that\b)?")
_NOUN_BY = re.compile(
    r"\b(?P<noun>estimate|forecast|projection|figure|claim|calculation|prediction|assessment)s?\s+(?:by|from)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+)?$", re.IGNORECASE)
_CONVINCED = re.compile(
    r"\b(?:is|are|was|were|remains?|remained) (?:\w+ly )?(?:adamant|confident|certain|convinced|sure|clear|optimistic"
    r"|hopeful)\b(?= (?:that|of)\b)"
)


def convictions(text: str) -> Iterator[Attribution]:
    """ "The minister was adamant that it would cost £5m"."""
    for match in _CONVINCED.finditer(text):
        subject = subjects.before(text, match.start())
        if subject is not None:
            yield forward(text, match, subject, Stance.STATES)


def according(text: str) -> Iterator[Attribution]:
    for match in _ACCORDING.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None:
            continue
        stance = Stance.STATES
        if is_outlet(subject):
            stance = Stance.REPORTS
        elif words.GUESSES & set(text[match.end() : subject.span.end + 24].lower().split()):
            stance = Stance.ESTIMATES
        at = Span(match.start(), subject.span.end)
        opening = not text[: match.start()].strip(" “\"'(")
        leads = opening or match[0][:4].lower() in _HANDED_ON or _ASIDE_ENDS.match(text, at.end) is not None
        yield Attribution(subject, stance, at, leftwards=not opening, rightwards=leads)


def agents(text: str) -> Iterator[Attribution]:
    """ "put at £5m by the auditor", "estimated by the ministry at £5m"."""
    for match in _BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None or (
            _PASSIVE.search(text[max(0, match.start() - 20) : match.start()]) is None
            and match["verb"] is not None
            and match["verb"]
            in {
                "reported",
                "announced",
                "confirmed",
                "rejected",
                "denied",
                "dismissed",
                "disputed",
                "revealed",
                "disclosed",
            }
        ):
            continue
        verb = words.BY_FORM.get(match["verb"] or match["near"])
        stance = stance_of(verb.stance, subject) if verb else Stance.ESTIMATES
        yield Attribution(subject, stance, Span(match.end() - 2, subject.span.end), leftwards=True, rightwards=True)


def unknown(text: str) -> Iterator[Attribution]:
    """ "the ministry does not recognise the £5m figure"."""
    for match in _UNKNOWN.finditer(text):
        subject = subjects.before(text, match.start())
        if subject is not None:
            yield forward(text, match, subject, Stance.DENIES)


def nouns(text: str) -> Iterator[Attribution]:
    """ "the auditor's estimate of £5m", "an estimate by the auditor of £5m"."""
    for match in _NOUN_BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None:
            at = Span(match.start(), subject.span.end)
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)
    for match in _COUNTED_BY.finditer(text) if "’" in text or "'" in text else ():
        subject = subjects.before(text, match.end("of"))
        if subject is not None:
            at = Span(subject.span.start, match.end())
            opening = not text[: match.start()].strip(" “\"'(")
            stance = Stance.STATES if match["noun"] in _KNOWING else Stance.ESTIMATES
            yield Attribution(subject, stance, at, leftwards=not opening, rightwards=opening, owned=True)
    for match in _VERDICT_OF.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None and _BEING.match(text, subject.span.end):
            at = Span(match.start(), subject.span.end)
            yield Attribution(subject, Stance.STATES, at, leftwards=False, rightwards=True, owned=True)
    for match in _NOUN_OF.finditer(text):
        subject = subjects.before(text, match.end("of"))
        if subject is not None:
            at = Span(subject.span.start, match.end())
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)


def _of_noun(noun: str) -> Stance:
    return Stance.STATES if noun in {"figure", "claim", "assertion"} else Stance.ESTIMATES
