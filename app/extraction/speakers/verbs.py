"""Sources beside a verb of speech, of estimate or of denial: "the minister said", "..., said the minister"."""

import re
from dataclasses import replace

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.numbers.spoken import SMALL_WORDS
from app.extraction.speakers import datelines, frames, homographs, subjects, words
from app.extraction.speakers.falsehoods import AMOUNT, CLAIM
from app.extraction.speakers.noun_phrases import Subject
from app.extraction.speakers.source import BY_SOMEBODY, CLOSES, INTRODUCES, Attribution, forward, stance_of
from app.extraction.speakers.verb_table import BY_FORM, DOCUMENT_VERBS, Frame, Verb
from app.extraction.word_sets import one_of

_UNDENIED = re.compile(
    r"\s(?:(?:did|does|do|would|has|have|had|could|can|will|was|is)(?:\snot|n['’]t)|cannot|never|(?:declin"
    r"|refus)\w+ to)(?:\s(?:\w+ly|even|been able to|able to))?\s$"
)
_ENDS_CLAUSE = re.compile(r"\s*(?:[.,;”\"]|$|outright|strongly|vehemently|categorically)")
# "A sum of £4m, noted for its size".
_BEHIND = re.compile(r"\s(?:by|for|of|from|at|in|on|with|to|as)\s")
_ENDS_NAMED = re.compile(r"\s*(?:[.,;]|$|(?:on|in|at|last|this|yesterday)\b)")
_CLAIM_BEFORE = re.compile(rf"(?:\b(?:{CLAIM}|{AMOUNT}|one|something)\s(?:that\s|which\s)?|,\swhich\s|—\s?which\s)\Z")
_ISSUED = re.compile(
    r"\b(?:issued|released|published|posted|sent|wrote|circulated|put out|filed)\s+(?:an?\s|the\s)?(?:[\w-]+\s)?"
    r"(?:statement|letter|email|note|post|tweet|memo|message|release)s?\s(?:\w+ly\s)?\Z"
)
_PARTICLES = (" down", " up", " off", " out", " away", " back", " over")
_AUXILIARY = re.compile(r"\s(?:is|are|was|were|been|keeps?|kept)\s(?:now |also |still |\w+ly )?\Z")
# What is told is a forecast: "told suppliers to expect £5m", "stands by its estimate that", "showed a projection of".
_TO_EXPECT = re.compile(
    r"(?:\s[\w'’-]+){1,3} to (?:expect|plan for|budget for|assume)\b"
    r"|\s(?:by |its |their |his |her |an? |the )(?:its |their |his |her )?(?:\w+ )?(?:estimate|forecast|projection"
    r"|prediction)s? (?:that|of)\b"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\s(?:\w+ly\s|also\s|now\s)?\Z")
_PUT_IT = re.compile(r"\s+it\s*[,:“\"‘]")
_QUOTE_CLOSED = re.compile(r"[”\"’']\s*$")
_JOINT = re.compile(
    r"(?:,|\s[–—]|(?:,\s)?\b(?P<and>and|but|then|while|after|by|before|when))\s+(?:(?:also|has|have|had|later|then|\w+ly"
    r"|in [A-Z]\w+|on \w+day)\s+)*$"
)
_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?]\s+(?=[A-Z“])|(?<=\b[A-Z])\.\s+(?=[A-Z]{2})"
)
_FARTHEST = 400
_GIVING, _POLLS = one_of("gives gave"), words.GUESSES | one_of("poll polls")
_GOES_ON = re.compile(r",(?: (?:the|an?|its|his|her)\b[^,]{3,50},)?\s[a-z]")
_RESUMING = (":", ", that ", ", because ", ", since ")
_QUOTE_OPENS = re.compile(r"[“\"]")
_PARTICIPLE_OF = re.compile(r"\s+(?:before|by|in|at|on|to|from|of|next|later|for|this|within|after)\b")
_CLAIMS = one_of("claim claims claimed claiming")
_REPORTS_DOING = re.compile(r"report(?:s|ed)?\s[a-z]+ing\b")
_HELD_TO = re.compile(r"\sto\s(?:have|be)\b")
_ASKED_FOR = re.compile(
    r"\s(?:\w+\s)?(?:asylum|benefits?|sanctuary|refuge|compensation|damages|expenses|refunds?|relief|support|victory"
    r"|credit|responsibility)\b"
)
"""What is claimed by asking for it."""
_KILLED = re.compile(r"\s(?:[\w,.-]+\s){1,5}?(?:lives|victims|casualties|scalps)\b")
"""What a flood claims."""
_UNCHANGED = one_of("put cut cost hit cast forecast")
"""Of which the past is no other word."""
_FORECASTS = re.compile(r"\b(?:estimates?|forecasts?|projections?|modelling)(?:\s(?:by|from|of)\s[^,]*|\s)$")


def of_verb(text: str, match: re.Match[str], earlier: Attribution | None) -> Attribution | None:
    """The source of a verb at `match`; `earlier` is the attribution before it, whose subject it may share."""
    form = match[0]
    verb = BY_FORM.get(form)
    framed = verb is not None and frames.holds(verb.frame, text, match.end())
    spoken = (
        verb is not None
        and verb.frame is Frame.THAT
        and _QUOTE_CLOSED.search(text[max(0, match.start() - 4) : match.start()])
    )
    if not framed and verb is not None and verb.stance is Stance.DENIES:
        return _refused_before(text, match)
    if not framed and not spoken and form not in DOCUMENT_VERBS:
        return _named_behind(text, match, verb) if verb is not None and verb.frame is Frame.THAT else None
    undenied = verb is not None and verb.stance is Stance.DENIES and _undenied(text, match)
    if undenied:
        subject = subjects.before(text, undenied)
        return forward(text, match, subject, Stance.STATES) if subject and framed else None
    subject = subjects.before(text, _without_auxiliary(text, match))
    if subject and earlier and form.endswith("ing") and subject.span == earlier.subject.span:
        subject = None  # "..., denied theft, saying": it goes on from there
    if form.endswith("ing") and (issued := _ISSUED.search(text, max(0, match.start() - 60), match.start())):
        subject = subjects.before(text, issued.start()) or subject
    if subject is not None and form.endswith("ing") and subject.text.endswith(_PARTICLES):
        return None
    estimated = verb is not None and verb.stance is Stance.ESTIMATES and verb.frame is not Frame.AT
    finite = (subject and subject.is_pronoun) or _PERFECT.search(text, max(0, match.start() - 16), match.start())
    if form.endswith("ed") and BY_SOMEBODY.match(text, match.end()):
        return None  # "the budget confirmed by the ministry" confirms nothing itself
    if subject is not None and subject.is_thing and homographs.is_participle(text, match, form):
        return None
    if subject is not None and subject.is_thing and _REPORTS_DOING.match(text, match.start()):
        return None  # "the ferry reported losing power"
    if subject is not None and verb is not None and verb.stance is Stance.REPORTS and _is_counted(text, match, subject):
        return None  # "12 ports reported losses of £5m" each of its own
    if form == "said" and _HELD_TO.match(text, match.end()):
        return None  # "a boat said to have cost £5m" says nothing
    if form in _CLAIMS and (_ASKED_FOR.match(text, match.end()) or _KILLED.match(text, match.end())):
        return None
    participle = estimated and form.endswith("ed") and not finite
    if participle and _PARTICIPLE_OF.match(text, match.end()):
        return None
    if subject is not None and homographs.is_noun(text, match, form, subject):
        return None
    if form in DOCUMENT_VERBS and not framed:
        polled = form in _GIVING and subject is not None and subject.head in _POLLS
        stance = Stance.ESTIMATES if polled else Stance.STATES
        return forward(text, match, subject, stance) if subject and _is_document(text, subject) else None
    if verb is None:
        return None
    if verb.stance is Stance.STATES and _TO_EXPECT.match(text, match.end()):
        verb = replace(verb, stance=Stance.ESTIMATES)
    if subject is not None and framed:
        worded = verb.frame is Frame.AT and _PUT_IT.match(text, match.end()) is not None
        reckoned = verb.stance is Stance.STATES and _is_forecast(text, match, subject)
        stance = Stance.STATES if worded else Stance.ESTIMATES if reckoned else stance_of(verb.stance, subject)
        one = forward(text, match, subject, stance)
        # "The minister, Ana Li, put the cost at £5m" closes nothing.
        return replace(one, leftwards=False, rightwards=True) if verb.frame is Frame.AT and not worded else one
    if framed or spoken:
        return _inverted(text, match, verb.stance) or _shared(text, match, verb, earlier)
    return None


def _refused_before(text: str, match: re.Match[str]) -> Attribution | None:
    """A denial behind what it denies: "£5m, a figure the council disputes", "£5m, which the council denies"."""
    if not _ENDS_CLAUSE.match(text, match.end()):
        return None
    subject = subjects.before(text, match.start())
    if subject is None or not any(
        _CLAIM_BEFORE.search(text, max(0, at - 30), at) for at in (subject.begin, subject.span.start)
    ):
        return None
    return Attribution(subject, Stance.DENIES, Span(subject.begin, match.end()), leftwards=True, rightwards=False)


def _undenied(text: str, match: re.Match[str]) -> int:
    """Where the negation begins that takes a denial back ("did not dispute that"), 0 for none."""
    start = max(0, match.start() - 40)
    negation = _UNDENIED.search(text[start : match.start()])
    return start + negation.start() if negation else 0


def _without_auxiliary(text: str, match: re.Match[str]) -> int:
    """Where a verb begins with what is before its participle: "police [are saying]"."""
    start = max(0, match.start() - 36)
    auxiliary = _AUXILIARY.search(text, start, match.start()) if match[0].endswith("ing") else None
    return auxiliary.start() if auxiliary else match.start()


def _shared(text: str, match: re.Match[str], verb: Verb, earlier: Attribution | None) -> Attribution | None:
    """A verb that goes on from another and has its subject: "denied the claim and said ...", "..., adding that"."""
    if (
        match[0] in homographs.VERB_OR_NOUN
        and verb.frame is not Frame.AT
        and not homographs.CLAUSE_NEXT.match(text, match.end())
    ):
        return None
    joint = _JOINT.search(text[max(0, match.start() - 40) : match.start()])
    if joint is None or (joint["and"] is None and not match[0].endswith("ing")):
        return None
    if match[0].endswith("ing") and joint["and"] in ("and", "but", "then") and earlier is None:
        return None
    if verb.frame is Frame.AT and joint["and"] == "but":
        return None  # "does not recognise £9m but puts it at £7m" states what it puts there
    begin = _sentence_before(text, match.start())
    if earlier is not None and earlier.at.start >= begin:
        subject: Subject | None = earlier.subject
    else:
        subject = subjects.opening(text[begin : match.start()])
        subject = subject and replace(subject, span=subject.span.shifted(begin), begin=subject.begin + begin)
    if subject is None or (_is_bare(match[0]) and not _is_several(subject)):
        return None  # "the mayor will bow and announce £5m" has announced nothing
    at = Span(*match.span())
    return Attribution(subject, stance_of(verb.stance, subject), at, leftwards=False, rightwards=True)


def _is_bare(form: str) -> bool:
    """Whether a form is a verb's first, which stands behind several or behind another verb: "announce", "deny"."""
    return not {f"{form}s", f"{form}es", f"{form[:-1]}ies"}.isdisjoint(BY_FORM) and form not in _UNCHANGED


def _is_several(subject: Subject) -> bool:
    text = subject.text.lower()
    return text in {"i", "you", "we", "they", "police", "people"} or text.endswith("s")


def _sentence_before(text: str, end: int) -> int:
    """Where the sentence that holds `end` begins, in a window that may hold several."""
    stops = list(_SENTENCE_END.finditer(text, max(0, end - _FARTHEST), end))
    begin = stops[-1].end() if stops else 0 if end <= _FARTHEST else end
    return max((line.end for line in datelines.read(text[begin:end])), default=0) + begin


def _is_counted(text: str, match: re.Match[str], subject: Subject) -> bool:
    """Whether so many report what befell them: "12 ports reported a loss", but "12 ports reported that"."""
    first, _, rest = subject.text.partition(" ")
    counted = rest.islower() if first.lower() in SMALL_WORDS else subject.text.islower()
    counted = counted and (first.lower() in SMALL_WORDS or text[: subject.begin].rstrip()[-1:].isdigit())
    return counted and not frames.holds(Frame.THAT, text, match.end())


def _is_forecast(text: str, match: re.Match[str], subject: Subject) -> bool:
    """Whether what speaks is a forecast: "the council's modelling suggests", "projections by the council show"."""
    return _FORECASTS.search(text[subject.begin : match.start()].lower()) is not None


def _is_document(text: str, subject: Subject) -> bool:
    """Whether a subject is a document, or the giver of one ("a count by the charity")."""
    giving = text[subject.begin : subject.span.start].lower().split()
    return subject.head in words.PAPERS or not words.PAPERS.isdisjoint(giving)


def _named_behind(text: str, match: re.Match[str], verb: Verb) -> Attribution | None:
    """Who closes a sentence with a verb that mostly has "that" behind it: "It cost £4m, added the mayor."."""
    one = _inverted(text, match, verb.stance) if text.endswith(", ", 0, match.start()) else None
    return one if one is not None and not one.subject.is_thing and _ENDS_NAMED.match(text, one.at.end) else None


def _inverted(text: str, match: re.Match[str], stance: Stance) -> Attribution | None:
    """ "..., said the minister": only behind a comma or a closed quotation."""
    if CLOSES.search(text[max(0, match.start() - 4) : match.start()]) is None:
        return None
    subject = subjects.after(text, match.end())
    if subject is None or match[0].lower().endswith("ing") or _BEHIND.match(text, match.end()):
        return None
    at = Span(match.start(), subject.span.end)
    resumes = text.startswith(_RESUMING, at.end) or _QUOTE_OPENS.search(text, at.end) is not None
    resumes = resumes or (INTRODUCES.match(text) is not None and _GOES_ON.match(text, at.end) is not None)
    return Attribution(subject, stance_of(stance, subject), at, leftwards=True, rightwards=resumes)
