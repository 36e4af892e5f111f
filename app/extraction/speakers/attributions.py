"""Where a sentence says whose words or numbers it gives, and which part of it is theirs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import subjects, words
from app.extraction.speakers.subjects import Subject
from app.extraction.speakers.words import Frame


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source, what it does, and on which sides of `at` (subject and verb) its words stand."""

    subject: Subject
    stance: Stance
    at: Span
    leftwards: bool
    rightwards: bool
    owned: bool = False
    """The figure is called the source's own ("the party's claim of £9bn"), so that who denies it is somebody else."""


_WORD = re.compile(r"[A-Za-z]+")
_FORMS = frozenset(words.BY_FORM) | words.DOCUMENT_VERBS
_ACCORDING = re.compile(
    r"\b[Aa]ccording to\b|\b[Ii]n the words of\b|\bciting\b|\bquot(?:ed|es|ing)\b(?="
    r" [^.;“”\"]{2,60}? (?:as )?saying\b)"
)
_BY = re.compile(
    r"\b(?P<verb>put|estimated|costed|valued|priced|pegged|projected|forecast|calculated|reported|confirmed|announced"
    r"|revealed|disclosed|denied|rejected|disputed|dismissed|disowned)\b[^;.\n]{0,90}?\bby\b"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:do|does|did|can|could|would)(?: not|n['’]t)|cannot|fail(?:s|ed)? to|refus(?:es?|ed) to)\s+(?:\w+ly\s+)?"
    r"recogni[sz]e\b(?=(?:[^.,;:\n]|[.,]\d){0,60}?\b(?:figure|number|claim|estimate|total|sum|cost|bill|price|valuation|amount)s?\b)"
)
_NOUN_OF = re.compile(
    r"(?P<of>(?:[A-Z][\w&-]*\s+){0,4}[\w&-]+)['’]s?\s+(?:own |latest |official |new |initial |recent )*"
    r"(?P<noun>estimate|forecast|projection|figure|claim|assertion|calculation|assessment"
    r"|prediction|reckoning)s?\s+(?:of|that|for)\b"
)
_NOUN_BY = re.compile(
    r"\b(?P<noun>estimate|forecast|projection|figure|claim|calculation|prediction|assessment)s?\s+(?:by|from)\b"
)
_THAT = re.compile(r"\s*(?:\w+ly\s*)?(?:on \w+day\s*)?(?:that\b|[:,]|[“\"]|how\b|$)")
_AT = re.compile(r"[^;:.\n“”]{0,90}?\bat\b")
_QUOTE_OPENS = re.compile(r"[“\"]")
_CLOSES = re.compile(r"(?:[,!?—–”\"…]|[.]”|\s-)\s*$")
_RESUMES = re.compile(r"[^.;\n]{0,80}?(?:[“\"]|\b(?:and|but|adding|compared|with|while)\b|—|–)|\s*,")
_NOUN_NEXT = re.compile(
    r"\s+(?:put|puts|show|showed|suggest|suggested|say|said|indicate|of|for|by|from|are|were|is"
    r"|was|have|had|that\s+\w+ed)\b"
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+)?$", re.IGNORECASE)
_DETERMINED = re.compile(
    r"\b(?P<word>the|a|an|its|his|her|their|our|my|this|that|some|no|any|\w+['’]s)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)]|$|(?:on|in|at|to|from|and|or|as|has|have|will|would|is|was)\b)")
_PARTICIPLE_OF = re.compile(r"\s+(?:before|by|in|at|on|to|from|of|next|later|for|this|within|after)\b")
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
)
_SECOND = re.compile(
    r",\s+(?:and |while |but )?(?P<who>(?:the |an? |one |its )?[A-Za-z][\w’'-]*(?: [\w’'-]+){0,4}?) at (?=\W?\d)"
)
_TRAILS = re.compile(
    r"\s*(?:(?:reporters|journalists|parliament|mps|lawmakers|him|her|me|us|them|the [\w-]+(?:"
    r" [\w-]+)?|[A-Z]\w+(?: [A-Z]\w+)*)(?=\s*[.,;]|\s*$|\s+(?:on|in|at)\b))?"
    r"\s*(?:[.,;!?)—–]|$|(?:on|in|at|after|during|last|this|yesterday|today|earlier|later|as|when"
    r"|while|ahead|following|before)\b)"
)
_ARTICLES = words.one_of("the a an its his her their our my this that of some no any")
_VERB_OR_NOUN = words.one_of(
    "claims estimates estimate forecasts forecast projects project reports report costs cost"
    " values value prices price"
    " records record sets set finds notes note states state claim show shows guess guesses posts share lists list"
)


def read(text: str) -> list[Attribution]:
    """Every attribution of a sentence, in its order; offsets are the sentence's."""
    verbs = [match for match in _WORD.finditer(text) if match[0] in _FORMS]
    found = [one for match in verbs if (one := _of_verb(text, match)) is not None]
    if "ccording to" in text or " citing " in text or "words of" in text or " saying" in text:
        found += _according(text)
    if " by " in text:
        found += _agents(text)
    if " recogni" in text:
        found += _unknown(text)
    if any(noun in text for noun in _GIVING_NOUNS):
        found += _nouns(text)
    found += [one for earlier in found if (one := _gapped(text, earlier)) is not None]
    found.sort(key=lambda one: one.at)
    return found


def _of_verb(text: str, match: re.Match[str]) -> Attribution | None:
    form = match[0]
    subject = subjects.before(text, match.start())
    verb = words.BY_FORM.get(form)
    estimated = verb is not None and verb.stance is Stance.ESTIMATES and verb.frame is not Frame.AT
    if estimated and form.endswith("ed") and _PARTICIPLE_OF.match(text, match.end()):
        return None
    if subject is not None and _is_noun(text, match, form):
        return None
    if form in words.DOCUMENT_VERBS and (verb is None or not _framed(text, match, verb.frame)):
        documents = subject is not None and subject.head in words.PAPERS
        return _forward(text, match, subject, Stance.STATES) if subject and documents else None
    if verb is None or not _framed(text, match, verb.frame):
        return None
    if subject is not None:
        return _forward(text, match, subject, _stance(verb.stance, subject))
    return _inverted(text, match, verb.stance)


def _is_noun(text: str, match: re.Match[str], form: str) -> bool:
    """Whether a form that is verb and noun alike is a noun here: "official estimates put", "its latest forecast"."""
    if form not in _VERB_OR_NOUN:
        return False
    if _NOUN_NEXT.match(text, match.end()) is not None:
        return True
    determined = _DETERMINED.search(text[max(0, match.start() - 40) : match.start()])
    if determined is None or _is_third_person(text, match):
        return False
    return determined["word"].lower() != "the" or _ENDS_PHRASE.match(text, match.end()) is not None


def _is_third_person(text: str, match: re.Match[str]) -> bool:
    """Whether a form in -s follows a singular noun: "the watchdog forecasts growth of"."""
    lead = re.findall(r"[\w'’]+", text[max(0, match.start() - 30) : match.start()])
    plural = not lead or lead[-1].endswith(("'s", "’s", "s")) or lead[-1].lower() in _ARTICLES
    return match[0].endswith("s") and not plural


def _framed(text: str, match: re.Match[str], frame: Frame) -> bool:
    if frame is Frame.FREE:
        return True
    if frame is Frame.AT:
        return _AT.match(text, match.end()) is not None
    return _THAT.match(text, match.end()) is not None


def _stance(stance: Stance, subject: Subject) -> Stance:
    """Only an outlet reports what others say; a firm that "reported a loss" states it."""
    if stance is Stance.REPORTS and not _is_outlet(subject):
        return Stance.STATES
    return stance


def _is_outlet(subject: Subject) -> bool:
    return any(token.lower() in words.PUBLISHERS for token in subject.text.split())


def _forward(text: str, match: re.Match[str], subject: Subject, stance: Stance) -> Attribution:
    """A source before its verb. Behind a comma and with nothing to follow it closes what was said: "..., she said."."""
    lead = text[max(0, subject.begin - 4) : subject.begin]
    quoted = re.search(r"[”\"]\s*$", lead) is not None
    closes = quoted or (_CLOSES.search(lead) is not None and _TRAILS.match(text, match.end()) is not None)
    resumes = not closes or _RESUMES.match(text, match.end()) is not None
    at = Span(subject.begin, match.end())
    return Attribution(subject, stance, at, leftwards=closes, rightwards=resumes)


def _gapped(text: str, earlier: Attribution) -> Attribution | None:
    """A second source whose verb is left out: "the paper puts it at £30bn, the auditor at £3bn"."""
    if earlier.stance is not Stance.ESTIMATES or not earlier.rightwards or not text.startswith(" ", earlier.at.end):
        return None
    match = _SECOND.search(text, earlier.at.end, earlier.at.end + 200)
    if match is None or " at " not in text[earlier.at.end : match.start("who")]:
        return None
    subject = subjects.after(text[: match.end("who")], match.start("who"))
    if subject is None:
        return None
    return Attribution(subject, earlier.stance, Span(subject.begin, match.end()), leftwards=False, rightwards=True)


def _inverted(text: str, match: re.Match[str], stance: Stance) -> Attribution | None:
    """ "..., said the minister": only behind a comma or a closed quotation."""
    if _CLOSES.search(text[max(0, match.start() - 4) : match.start()]) is None:
        return None
    subject = subjects.after(text, match.end())
    if subject is None or match[0].lower().endswith("ing"):
        return None
    at = Span(match.start(), subject.span.end)
    resumes = _QUOTE_OPENS.search(text, subject.span.end) is not None
    return Attribution(subject, _stance(stance, subject), at, leftwards=True, rightwards=resumes)


def _according(text: str) -> Iterator[Attribution]:
    for match in _ACCORDING.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None:
            continue
        stance = Stance.STATES
        if _is_outlet(subject):
            stance = Stance.REPORTS
        elif words.GUESSES & set(text[match.end() : subject.span.end + 24].lower().split()):
            stance = Stance.ESTIMATES
        at = Span(match.start(), subject.span.end)
        opening = not text[: match.start()].strip(" “\"'(")
        yield Attribution(
            subject, stance, at, leftwards=not opening, rightwards=opening or text[at.end : at.end + 1] == ","
        )


def _agents(text: str) -> Iterator[Attribution]:
    """ "put at £5m by the auditor", "estimated by the ministry at £5m"."""
    for match in _BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None or (
            _PASSIVE.search(text[max(0, match.start() - 20) : match.start()]) is None
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
        verb = words.BY_FORM.get(match["verb"])
        stance = _stance(verb.stance, subject) if verb else Stance.ESTIMATES
        yield Attribution(subject, stance, Span(match.end() - 2, subject.span.end), leftwards=True, rightwards=True)


def _unknown(text: str) -> Iterator[Attribution]:
    """ "the ministry does not recognise the £5m figure"."""
    for match in _UNKNOWN.finditer(text):
        subject = subjects.before(text, match.start())
        if subject is not None:
            yield _forward(text, match, subject, Stance.DENIES)


def _nouns(text: str) -> Iterator[Attribution]:
    """ "the auditor's estimate of £5m", "an estimate by the auditor of £5m"."""
    for match in _NOUN_BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None:
            at = Span(match.start(), subject.span.end)
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)
    for match in _NOUN_OF.finditer(text):
        subject = subjects.before(text, match.end("of"))
        if subject is not None:
            at = Span(subject.span.start, match.end())
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)


def _of_noun(noun: str) -> Stance:
    return Stance.STATES if noun in {"figure", "claim", "assertion"} else Stance.ESTIMATES


def innermost(found: list[Attribution], text: str, start: int, end: int) -> Attribution | None:
    """The source nearest to a figure from `start` to `end`: the last one before it, else the next behind."""
    before = [one for one in found if one.rightwards and one.at.end <= start]
    for one in reversed(before[-6:]):
        if not _BREAK.search(text, one.at.end, start):
            # "denied the £9m figure but put it at £3m": what follows the contrast is not denied.
            granted = one.stance is Stance.DENIES and _BUT.search(text, one.at.end, start)
            return replace(one, stance=Stance.STATES) if granted else one
    for one in found:
        if one.leftwards and one.at.start >= end:
            return one
    return None


_BUT = re.compile(r"(?<!not only)(?:,|\s)\s?but\s")
_BREAK = re.compile(r";\s|[.!?…]\s+(?=[A-Z“])|,?\s(?:while|whereas)\s")
