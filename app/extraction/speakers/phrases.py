"""Sources that need no verb of their own: "according to", "put at £5m by", "the auditor's estimate of"."""

import re
from collections.abc import Iterator
from itertools import chain

from app.domain.claim import Stance
from app.domain.currency_signs import SUM_OPENS
from app.domain.span import Span
from app.extraction.speakers import subjects, words
from app.extraction.speakers.falsehoods import ABSURD, CLAIM, DEGREE, FALSE
from app.extraction.speakers.noun_phrases import Subject
from app.extraction.speakers.source import BY_SOMEBODY, Attribution, forward, is_outlet, stance_of
from app.extraction.speakers.verb_table import BY_FORM
from app.extraction.word_sets import one_of

_ACCORDING = re.compile(
    r"\b[Aa]ccording to\b|(?<![\w,;:]\s)\bPer(?=\s(?:the|an?|[A-Z])\b)|\bper(?=\s(?:the|its)\s)"
    r"|\b[Ii]n the words of\b|\bciting\b|\bquot(?:ed|es|ing)\b(?="
    r" [^.;“”\"]{2,60}? (?:as )?saying\b)|\b[Hh]eard (?:evidence )?from\b(?= [^.;“”\"]{2,60}? that\b)"
)
_HANDED_ON = ("quot", "hear")
_ASIDE_ENDS = re.compile(r"(?:\s(?:in|of|by|from) (?:the |an? )?\w+|\s\w+)?,")
_CLAUSE_OPENS = re.compile(r"(?:^|\b(?:and|but|while|whereas|although|because|that)\s)[ “\"'(]*\Z")
_BY = re.compile(
    r"\b(?P<verb>put|estimated|costed|valued|priced|pegged|projected|forecast|calculated|reported|confirmed|announced"
    r"|revealed|disclosed|denied|rejected|disputed|dismissed|disowned)\b(?:(?!\bthat\b)[^;.\n]){0,90}?\bby\b(?!\s\W?\d)"
    r"|\b(?P<near>described|branded|labelled|called|termed|claimed|quoted|cited|promised|pledged|predicted|demanded"
    r"|alleged|suggested|recommended|warned|advised|informed|told|briefed|assured|reminded)"
    r"\sby\b(?!\s\d)"
)
_UNKNOWN = re.compile(
    r"\b(?:(?:do|does|did|can|could|would|will|has|have|had)(?: not|n['’]t| never)|cannot|never|fail(?:s|ed)? to"
    r"|refus(?:es?|ed) to)\s+(?:\w+ly\s+)?(?:(?:believe|think|agree)d?\b(?! (?:anything |\w+ )?(?:less|fewer|under"
    r"|below|lower|more)\b)|accept(?:ed)? that\b|find no (?:evidence|trace|record|proof|sign)\b|know (?:where|how"
    r"|who)\b(?=[^.;]{0,40} (?:came|comes|gets?|got)\b)|(?:recogni[sz]e|accept|share)(?:d|ed)?\b(?=(?:[^.,;:\n]"
    r"|[.,]\d){0,60}?\b(?:figure|number|claim|estimate|total|sum|cost|bill|price|valuation|amount)s?\b))"
)
_NOUN_OF = re.compile(
    r"(?P<of>(?:[A-Z][\w&-]*\s+){0,4}[\w&-]+)['’]s?\s+(?:[a-z]+ ){0,2}?(?P<noun>estimate|forecast|projection|figure"
    r"|claim|assertion|calculation|assessment|prediction|reckoning|pledge|promise|denial|rejection|dismissal|rebuttal|(?:line"
    r"|position|argument|contention|message)(?= (?:is|was) that))s?\s+(?:of|that|for|is|was|are|stands at)\b"
)
_OWN_SUM = re.compile(
    rf"(?P<of>(?:[A-Z][\w&-]*\s+){{0,4}}[\w&-]+)['’]s?\s+(?:[a-z]+ )?(?=(?:{SUM_OPENS}?\d[\d.,]*\s?(?:%|[a-z]{{1,8}})?"
    r"(?:\s[a-z]+)?)\s(?P<noun>estimate|forecast|projection|figure|claim|assessment|prediction)\b(?!\s(?:is|are|was|were|has|had)\b))"
)
"""Whose a figure is that its noun follows: "the auditor's £9m estimate"."""
_COUNTED_BY = re.compile(
    r"\b(?:[Bb]y|[Oo]n|[Ii]n|[Uu]sing)\s(?P<of>(?:the |an? |its )?[\w&’'-]+(?:\s[A-Z][\w&-]*){0,4}?)['’]s?\s"
    r"(?:own |latest |official |initial )*(?P<noun>count|reckoning|estimate|calculation|tally|figure|number|account"
    r"|telling|view|judge?ment|opinion|eyes|estimation|projection|forecast|modelling)s?\b"
)
_SAYING_NOUNS = one_of("figure claim pledge promise assertion line position argument contention message")
_KNOWING = one_of("count tally figure number account telling view")
_NOUN_BY = re.compile(
    r"\b(?P<noun>[Ee]stimate|[Ff]orecast|[Pp]rojection|[Ff]igure|[Cc]laim|[Cc]alculation|[Pp]rediction"
    r"|[Aa]ssessment|[Cc]onsensus)s?\s+(?:by|from|among)\b"
)
_GIVEN_BY = re.compile(
    r"\b(?P<noun>estimate|forecast|projection|figure|calculation)s?\sof\s(?=(?:about |some |around |at least |up to "
    rf"|more than |nearly |almost )?{SUM_OPENS}?\d)"
)
"""What is given out, behind who gives it: "police estimates of 900"."""
_NOUNS = (
    "estimate forecast projection figure claim assertion calculation assessment prediction reckoning denial rejection"
    " dismissal rebuttal pledge promise line position argument contention message consensus count tally number account"
    " telling view judgement judgment opinion eye estimation modelling"
)
GIVING_NOUNS = frozenset(
    form for noun in _NOUNS.split() for form in (noun, f"{noun}s", noun.capitalize(), f"{noun.capitalize()}s")
)
"""What a source may be said to have: "the auditor's estimate"."""
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+|also\s+|now\s+|not\s+)?$", re.IGNORECASE)
_DONE_TO = one_of("put estimated costed valued priced pegged projected forecast calculated")
_AMOUNT_NEAR = re.compile(r"\d[^,;.]{0,30}\s\Z")
_PARTICIPLE = re.compile(r"\s(?:at|by|to|as|between|for|from|in|on|last|this)\b")
_NAMING = one_of("described branded labelled called termed")
_NEITHER = re.compile(r"\b[Nn]either (?=[^,;.]{2,40} nor [^,;.]{2,40} (?:accept|believe|recogni[sz]e|agree|buy)s?\b)")
_VIEWED = re.compile(
    r"\b(?:in the (?:view|opinion|eyes|judge?ment|estimation|reckoning|assessment|telling) of"
    r"|[Ii]f (?=[\w ]{3,30} (?:is|are) (?:right|to be believed)))"
)
_HOW = re.compile(r"(?<=[”\"’]) (?:is|was) (?:how|what|the way)\b")
_AWAY = re.compile(
    r"\b(?!(?:hand|set|la(?:y|i)|pass|sen[dt]|c[ao]me|held|hold|br(?:ing|ought)|look|call|sign"
    r"|date)\w* )[a-z]{3,}(?:ed|ing|s|t|ck|ot|rew|ook|ore)?\s"
    r"(?:away|aside|off|down|back|apart)\s(?:(?:from|on|at|against)\s)?(?:(?:the|its|their|his|her|any|all|an?|that"
    r"|those|these|[\w]+['’]s?)\s)?"
    rf"(?:[\w-]+\s){{0,2}}?(?:{CLAIM}|statement)\s(?:that|of|about|it|he|she|they|the|by|from|in)\b"
    r"|\b(?:slap|bat|swat|knock|shoot|shot|brush|wav|laugh|shrug|talk|play)\w*\s(?:away|aside|off|down)\s(?:the|that"
    r"|this|an?)\s[^,;.]{0,20}"
    rf"{CLAIM}\b"
)
_AUXILIARY = re.compile(
    r"\s(?:(?:has|have|had) (?:\w+ )?(?:spent|been)|is|are|was|were|(?:tried|sought|moved|forced|rushed|keen"
    r"|quick) to)\s(?:[\w ]{2,20}\s)?\Z"
)
_AS_FALSE = re.compile(rf"(?: as)? {DEGREE}(?:{FALSE}|{ABSURD})\b")
_CONVINCED = re.compile(
    r"\b(?:is|are|was|were|remains?|remained) (?:\w+ly )?(?:adamant|confident|certain|convinced|sure|clear|optimistic"
    r"|hopeful|blunt|blunter|emphatic|categorical|stark|scathing|specific|precise|(?P<doubt>sceptical|skeptical"
    r"|doubtful|dubious|unconvinced|unpersuaded))\b(?= (?:that|of|about|whether|by)\b|:)"
)


def turned_away(text: str) -> Iterator[Attribution]:
    """ "The firm swatted away talk of £5m", "walked back its claim that": a verb of any kind that sends a claim off."""
    for match in _AWAY.finditer(text):
        start = _AUXILIARY.search(text, max(0, match.start() - 40), match.start())
        subject = subjects.before(text, start.start() if start else match.start())
        if subject is not None:
            yield forward(text, match, subject, Stance.DENIES)


def views(text: str) -> Iterator[Attribution]:
    """ "In the view of the club", and the quotation that "is how the steward broke it"."""
    for match in _VIEWED.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None:
            at = Span(match.start(), subject.span.end)
            opening = not text[: match.start()].strip(" “\"'(")
            yield Attribution(subject, Stance.ESTIMATES, at, leftwards=not opening, rightwards=opening)
    for match in _HOW.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None:
            yield Attribution(
                subject, Stance.STATES, Span(match.start(), subject.span.end), leftwards=True, rightwards=False
            )


def convictions(text: str) -> Iterator[Attribution]:
    """ "The minister was adamant that it would cost £5m"."""
    for match in _CONVINCED.finditer(text):
        subject = subjects.before(text, match.start())
        if subject is not None:
            yield forward(text, match, subject, Stance.DENIES if match["doubt"] else Stance.STATES)


def according(text: str) -> Iterator[Attribution]:
    """The sources of "according to the ministry", "citing the ministry"."""
    for match in _ACCORDING.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None or (match[0] == "citing" and subject.is_thing):  # "citing the need for caution"
            continue
        stance = Stance.STATES
        if is_outlet(subject):
            stance = Stance.REPORTS
        elif words.GUESSES & set(text[match.end() : subject.span.end + 24].lower().split()):
            stance = Stance.ESTIMATES
        at = Span(match.start(), subject.span.end)
        opening = _CLAUSE_OPENS.search(text, 0, match.start()) is not None
        leads = opening or match[0][:4].lower() in _HANDED_ON or _ASIDE_ENDS.match(text, at.end) is not None
        yield Attribution(subject, stance, at, leftwards=not opening, rightwards=leads)


def agents(text: str) -> Iterator[Attribution]:
    """ "put at £5m by the auditor", "estimated by the ministry at £5m"."""
    for match in _BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is None or (match["verb"] and _is_active(text, match)):
            continue
        verb = BY_FORM.get(match["verb"] or match["near"])
        stance = stance_of(verb.stance, subject) if verb else Stance.ESTIMATES
        at = Span(match.end() - 2, subject.span.end)
        if match["near"] in _NAMING:
            if _AS_FALSE.match(text, subject.span.end):
                yield Attribution(subject, Stance.DENIES, at, leftwards=True, rightwards=False)
            continue
        owned = match["near"] is not None and stance is Stance.STATES
        if match["verb"] not in _DONE_TO and _is_reduced(text, match):
            behind = _AMOUNT_NEAR.search(text, 0, match.start()) is not None
            yield Attribution(subject, stance, at, leftwards=behind, rightwards=not behind, owned=behind)
        else:
            yield Attribution(subject, stance, at, leftwards=True, rightwards=True, owned=owned)


def _is_active(text: str, match: re.Match[str]) -> bool:
    """Whether the verb before "by" has its own subject: "the firm rejected a claim by"."""
    if _PASSIVE.search(text, max(0, match.start() - 20), match.start()) or _is_reduced(text, match):
        return False
    if match["verb"] in _DONE_TO:
        return _PARTICIPLE.match(text, match.end("verb")) is None
    return True


def _is_reduced(text: str, match: re.Match[str]) -> bool:
    """Whether a participle tells of the noun before it alone: "a bill of £5m [confirmed by] the ministry"."""
    passive = _PASSIVE.search(text, max(0, match.start() - 20), match.start())
    return passive is None and match["verb"] is not None and BY_SOMEBODY.match(text, match.end("verb")) is not None


def unknown(text: str) -> Iterator[Attribution]:
    """ "the ministry does not recognise the £5m figure"."""
    for match in _UNKNOWN.finditer(text):
        subject = subjects.before(text, match.start())
        if subject is not None:
            yield forward(text, match, subject, Stance.DENIES)
    for match in _NEITHER.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None:
            at = Span(match.start(), subject.span.end)
            yield Attribution(subject, Stance.DENIES, at, leftwards=False, rightwards=True)


def nouns(text: str) -> Iterator[Attribution]:
    """ "the auditor's estimate of £5m", "an estimate by the auditor of £5m"."""
    for match in _NOUN_BY.finditer(text):
        subject = subjects.after(text, match.end())
        if subject is not None and not (match["noun"].lower() == "claim" and subject.is_thing):  # an insurer's
            at = Span(match.start(), subject.span.end)
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)
    for match in _GIVEN_BY.finditer(text):
        subject = subjects.before(text, match.end("noun"))
        if subject is not None and subject.span.end < match.start("noun") and _can_give(text, subject):
            at = Span(subject.span.start, match.end())
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)
    possessive = "’" in text or "'" in text
    for match in _COUNTED_BY.finditer(text) if possessive else ():
        subject = subjects.before(text, match.end("of"))
        if subject is not None:
            at = Span(subject.span.start, match.end())
            opening = not text[: match.start()].strip(" “\"'(")
            stance = Stance.STATES if match["noun"] in _KNOWING else Stance.ESTIMATES
            yield Attribution(subject, stance, at, leftwards=not opening, rightwards=opening, owned=True)
    for match in chain(_NOUN_OF.finditer(text), _OWN_SUM.finditer(text)) if possessive else ():
        subject = subjects.before(text, match.end("of"))
        if subject is not None:
            at = Span(subject.span.start, match.end())
            yield Attribution(subject, _of_noun(match["noun"]), at, leftwards=False, rightwards=True, owned=True)


def _can_give(text: str, subject: Subject) -> bool:
    """Whether a word before "figures" gives them; one that has its capital from its sentence may be what they count."""
    last = subject.text.split()[-1]
    opens = not text[: subject.begin].strip() or text[: subject.begin].rstrip()[-1] in ".!?"
    return not opens or last.isupper() or not words.GIVERS.isdisjoint((last.lower(), last.lower().removesuffix("s")))


def _of_noun(noun: str) -> Stance:
    noun = noun.lower()
    if noun in {"denial", "rejection", "dismissal", "rebuttal"}:
        return Stance.DENIES
    return Stance.STATES if noun in _SAYING_NOUNS else Stance.ESTIMATES
