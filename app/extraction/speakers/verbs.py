"""Sources beside a verb of speech, of estimate or of denial: "the minister said", "..., said the minister"."""

import re
from dataclasses import replace

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import subjects, words
from app.extraction.speakers.attribution import CLOSES, Attribution, forward, stance_of
from app.extraction.speakers.subjects import Subject
from app.extraction.speakers.words import Frame, Verb

_OBJECT = r"[^;:.\n“”]{0,90}?"
_FRAMES = {
    Frame.FREE: re.compile(""),
    Frame.THAT: re.compile(
        r"\s*(?:\w+ly\s*)?(?:(?:on|in|to|at|last|this|after|during)\s[\w' ]{2,28}?\s*)?(?:that\b|[:,.]|[“\"‘]|how\b|$)"
    ),
    Frame.AT: re.compile(rf"{_OBJECT}\bat\b|\s+it\s*(?:[,:]|[“\"‘])"),
    Frame.TO: re.compile(r"\s+(?:to|for|towards)\b"),
    Frame.FORECAST: re.compile(
        r"\s+(?:its|their|his|her)\s(?:[\w-]+\s){0,4}?(?:forecast|estimate|projection|prediction|guidance|outlook)s?\b"
    ),
    Frame.CLAIM: re.compile(
        r"\s+(?:(?!false|untrue|bogus|baseless|debunked|discredited|misleading)\w+\s){0,3}?(?:claim|pledge|promise|warning|assertion|commitment|prediction|allegation|case)s?"
        r"\s(?:that|to|of)\b"
    ),
    Frame.OF: re.compile(rf"{_OBJECT}\bof\b"),
    Frame.AS: re.compile(rf"{_OBJECT}\b(?:as|of)\b"),
    Frame.IT: re.compile(
        r"\s+(?:(?:it|this|that|them|these|those)\b(?!\s+(?:off|in|back|up|out)\b)"
        r"|(?!(?:for|on|off|up|in|to|at) )(?:[\w-]+ ){0,3}?"
        r"(?:claims?|reports?|suggestions?|rumours?|rumors?|allegations?|figures?) (?:that|of)\b)"
    ),
    Frame.BACK: re.compile(r"\s+back\b[^.;:“\"]{0,40}?\s(?:at|against|over|on)\b"),
    Frame.SAYING: re.compile(
        r"(?!\s+(?:him|her|them)\b|\s+(?:\d[\d,.]*|some|many|most|half|all|several|its|their|the (?:bulk|rest))\s"
        r"(?:[\w-]+\s){0,2}?(?:of (?:the|its|their)|staff|workers|employees|people|men|officers|ministers|players"
        r"|teachers|nurses|drivers|troops)\b)"
    ),
    Frame.ISSUE: re.compile(r"\s+issue\swith\b"),
    Frame.APART: re.compile(r"\s+(?:\w+ly\s)?(?:with|(?:him|her|it|them)sel(?:f|ves)\s(?:\w+\s)?from)\b"),
    Frame.SUM: re.compile(
        r"\s+(?:an? |about |at least |up to |another |a further |(?:an? )?(?:[a-z-]+ ){1,2}of )?"
        r"[£$€¥₹]?(?:\d|a million\b|half\b)"
    ),
    Frame.OUT: re.compile(r"\s+out\b(?:\s+that\b|[:,])"),
    Frame.ASIDE: re.compile(
        r"\s+(?:(?:aside|away|off|down|out)\b|(?:cold water|scorn|doubt) on\b"
        r"|(?:\w+\s+){0,2}?(?:claim|suggestion|report|rumour|rumor|talk|idea|speculation|figure|estimate)s?\b)"
    ),
}
_PUT_IT = re.compile(r"\s+it\s*[,:“\"‘]")
_QUOTE_CLOSED = re.compile(r"[”\"’']\s*$")
_JOINT = re.compile(
    r"(?:,|(?:,\s)?\b(?P<and>and|but|then|while|after|by|before|when))\s+(?:(?:also|has|have|had|later|then|\w+ly)\s+)*$"
)
_CLAUSE_NEXT = re.compile(r"\s+(?:that|it|they|he|she|the|there)\b")
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?]\s+(?=[A-Z“])")
_FARTHEST = 400
_SHOWING = words.one_of("show shows finds notes note")
_GIVING, _POLLS = words.one_of("gives gave"), words.GUESSES | words.one_of("poll polls")
_SINGULAR = words.one_of("claim report estimate forecast project")
_ADJECTIVE_CLAIM = re.compile(
    r"\b(?:the|a|an|this|that|its|their|his|her)\s(?:false|untrue|bogus|baseless|misleading|debunked|discredited"
    r"|unfounded|widespread|popular|common|extraordinary|astonishing|exaggerated|original|official|recent)\s$"
)
_QUOTE_OPENS = re.compile(r"[“\"]")
_NOUN_NEXT = re.compile(
    r"\s+(?:put|puts|show|showed|suggest|suggested|say|said|indicate|of|for|by|from|are|were|is"
    r"|was|have|had|that\s+\w+ed)\b"
)
_DETERMINED = re.compile(
    r"\b(?P<word>the|a|an|its|his|her|their|our|my|this|that|some|no|any|\w+['’]s)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_ENDS_PHRASE = re.compile(r"\s*(?:[.,;:)]|$|(?:on|in|at|to|from|and|or|as|has|have|will|would|is|was)\b)")
_PARTICIPLE_OF = re.compile(r"\s+(?:before|by|in|at|on|to|from|of|next|later|for|this|within|after)\b")
_ARTICLES = words.one_of("the a an its his her their our my this that of some no any")
_VERB_OR_NOUN = words.one_of(
    "claims estimates estimate forecasts forecast projects project reports report costs cost"
    " values value prices price"
    " records record sets set finds notes note states state claim show shows guess guesses posts share lists list"
)


def of_verb(text: str, match: re.Match[str], earlier: Attribution | None) -> Attribution | None:
    form = match[0]
    verb = words.BY_FORM.get(form)
    framed = verb is not None and _framed(text, match, verb.frame)
    spoken = (
        verb is not None
        and verb.frame is Frame.THAT
        and _QUOTE_CLOSED.search(text[max(0, match.start() - 4) : match.start()])
    )
    if not framed and not spoken and form not in words.DOCUMENT_VERBS:
        return None
    subject = subjects.before(text, match.start())
    estimated = verb is not None and verb.stance is Stance.ESTIMATES and verb.frame is not Frame.AT
    participle = estimated and form.endswith("ed") and not (subject and subject.is_pronoun)
    if participle and _PARTICIPLE_OF.match(text, match.end()):
        return None
    if subject is not None and _is_noun(text, match, form):
        return None
    if form in words.DOCUMENT_VERBS and not framed:
        polled = form in _GIVING and subject is not None and subject.head in _POLLS
        stance = Stance.ESTIMATES if polled else Stance.STATES
        return forward(text, match, subject, stance) if subject and _is_document(text, subject) else None
    if verb is None:
        return None
    if subject is not None and framed:
        worded = verb.frame is Frame.AT and _PUT_IT.match(text, match.end()) is not None
        return forward(text, match, subject, Stance.STATES if worded else stance_of(verb.stance, subject))
    if framed or spoken:
        return _inverted(text, match, verb.stance) or _shared(text, match, verb, earlier)
    return None


def _shared(text: str, match: re.Match[str], verb: Verb, earlier: Attribution | None) -> Attribution | None:
    """A verb that goes on from another and has its subject: "denied the claim and said ...", "..., adding that"."""
    if match[0] in _VERB_OR_NOUN and verb.frame is not Frame.AT and not _CLAUSE_NEXT.match(text, match.end()):
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
    if subject is None:
        return None
    at = Span(*match.span())
    return Attribution(subject, stance_of(verb.stance, subject), at, leftwards=False, rightwards=True)


def _sentence_before(text: str, end: int) -> int:
    """Where the sentence that holds `end` begins, in a window that may hold several."""
    stops = list(_SENTENCE_END.finditer(text, max(0, end - _FARTHEST), end))
    return stops[-1].end() if stops else 0 if end <= _FARTHEST else end


def _is_document(text: str, subject: Subject) -> bool:
    """Whether a subject is a document, or the giver of one ("a count by the charity")."""
    giving = text[subject.begin : subject.span.start].lower().split()
    return subject.head in words.PAPERS or not words.PAPERS.isdisjoint(giving)


def _is_noun(text: str, match: re.Match[str], form: str) -> bool:
    """Whether a form that is verb and noun alike is a noun here: "official estimates put", "its latest forecast"."""
    if form not in _VERB_OR_NOUN or (form in _SHOWING and _CLAUSE_NEXT.match(text, match.end())):
        return False
    if form in _SHOWING and text[max(0, match.start() - 24) : match.start()].lower().split()[-1:][0] in words.PAPERS:
        return False
    if form in _SINGULAR and _ADJECTIVE_CLAIM.search(text[max(0, match.start() - 40) : match.start()]):
        return True
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
    return _FRAMES[frame].match(text, match.end()) is not None


def _inverted(text: str, match: re.Match[str], stance: Stance) -> Attribution | None:
    """ "..., said the minister": only behind a comma or a closed quotation."""
    if CLOSES.search(text[max(0, match.start() - 4) : match.start()]) is None:
        return None
    subject = subjects.after(text, match.end())
    if subject is None or match[0].lower().endswith("ing"):
        return None
    at = Span(match.start(), subject.span.end)
    resumes = text.startswith((":", ", that "), at.end) or _QUOTE_OPENS.search(text, at.end) is not None
    return Attribution(subject, stance_of(stance, subject), at, leftwards=True, rightwards=resumes)
