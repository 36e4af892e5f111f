"""Words that are verb and noun alike, beside what could be their subject: "the union demands £4m", "weak demand"."""

import re

from app.extraction.speakers import words
from app.extraction.speakers.noun_phrases import PRONOUNS, Subject
from app.extraction.speakers.source import CLOSES
from app.extraction.word_sets import one_of

VERB_OR_NOUN = one_of(
    "claims estimates estimate forecasts forecast projects project reports report costs cost values value prices price"
    " warning finding doubt doubts question questions challenge challenges attack attacks records record sets set finds"
    " notes note states state claim show shows guess guesses posts share lists list projects demands demand"
)
_BASE = one_of("project promise pledge vow")
_BARE = _BASE | one_of("claim cost demand doubt estimate price record report value")
_PLURALS = one_of("promises pledges vows demands claims")
_SHOWING = one_of("show shows finds notes note")
_SINGULAR = one_of("claim report estimate forecast project")
_ARTICLES = one_of("the a an its his her their our my this that of some no any")
_SET = one_of("set made")
_IN_S = re.compile(r"[^aisu]s$")
_DOUBTS = re.compile(r"\s(?:that|whether|if|it|the|this|they|he|she|its|their|his|her|these|those|very|much|any)\b")
_THAT = re.compile(r"\s+that\b|:")
CLAUSE_NEXT = re.compile(r"\s+(?:that|it|they|he|she|the|there)\b")
_PERSONS = re.compile(rf"\b{words.MANY}\s\Z")
# Who does something in the present tense without an -s: several, or who is asked or is going to.
_SEVERAL = re.compile(
    r"\b(?:[Ww]e|I|[Yy]ou|[Tt]hey|[Ww]ho|[Ww]hich|[Pp]olice|[Pp]eople|\w*[Mm]en|will"
    r"|(?!(?:its|his|this|was|has|is|does|less)\s)\w+s)\s(?:\w+ly\s|now\s|also\s|still\s|often\s)?\Z"
    r"|\band\s(?:the\s)?[\w’'-]+\s\Z"
)
_OWNER = re.compile(r"(?P<who>\w+)['’]s\s(?:own\s|latest\s|\w+ly\s)?\Z")
_NOUN_OWNED = re.compile(
    r"\s(?!(?:that|the|an?|its|their|his|her|it|he|she|they|there|this|these|no|some|about|around|over|under|more|less"
    r"|up|on|in|at|to|for|by|how|why|what|and|but|last|today|yesterday)\b)[a-z-]+"
)
_CONTRACTIONS = PRONOUNS | one_of("there here that this what where how everybody nobody somebody everyone")
_COUNTED = re.compile(
    rf"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|{'|'.join(sorted(words.QUALITIES))}|asylum|benefits?"
    r"|insurance|compensation|expenses)\s$"
)
_ADJECTIVE_CLAIM = re.compile(
    r"\b(?:the|a|an|this|that|its|their|his|her)\s(?:false|untrue|bogus|baseless|misleading|debunked|discredited"
    r"|unfounded|widespread|popular|common|extraordinary|astonishing|exaggerated|original|official|recent)\s$"
)
_NOUN_NEXT = re.compile(
    r"\s+(?:put|puts|show|showed|suggest|suggested|say|said|indicate|of|for|by|from|are|were|is"
    r"|was|have|had|that\s+\w+ed|totall?ing|worth|(?:reported|filed|lodged|received|settled|paid) (?:to|by|with|in|for)"
    r"|(?:estimated|valued|projected|budgeted|forecast) (?:at|to|by))\b"
)
# "Pledges approved by the board".
_DONE = re.compile(r"\s\w+(?:ed|ade) (?:by|to|at)\b")
_DETERMINED = re.compile(
    r"\b(?P<word>the|a|an|its|his|her|their|our|my|this|that|some|no|any|\w+['’]s)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE
)
_ENDS_PHRASE = re.compile(
    r"\s*(?:[.,;:)]|$|(?:on|in|at|to|from|and|or|as|has|have|had|will|would|should|could|can|may|might|must|is|was)\b)"
)
_OFFERED = re.compile(r"\s(?:forward|together|up|about|out)\b")
_DONE_THEN = re.compile(
    r"\s(?:(?:this|last|next|earlier|later|previously|today|yesterday)\b|(?:in|on|at|by|from|under|for) )"
    r"(?![^,;:.“”\"]*(?:\bthat\b|:|[“\"]))"
)


def is_noun(text: str, match: re.Match[str], form: str, subject: Subject) -> bool:
    """Whether a form behind what could be its subject is a noun, or a participle of the noun that follows."""
    if _is_owned(text, match) or _is_named(text, match, form):
        return True
    if form in _BARE and subject.is_thing and not _THAT.match(text, match.end()):
        return True
    if form not in VERB_OR_NOUN or not form.endswith("s"):
        return False
    does = subject.is_thing and _IN_S.search(subject.head) is not None  # "the deal resolves claims"
    return does or _is_bare_thing(subject)


def _is_named(text: str, match: re.Match[str], form: str) -> bool:
    """Whether a form that is verb and noun alike is a noun here: "official estimates put", "its latest forecast"."""
    if (form == "think" and text.startswith(" tank", match.end())) or (
        form in {"state", "states"} and not _THAT.match(text, match.end())
    ):
        return True
    if form == "doubt" and not _DOUBTS.match(text, match.end()):
        return True
    claused = form not in _BASE and _THAT.match(text, match.end()) is not None
    if form in _BARE and not claused and not _SEVERAL.search(text, max(0, match.start() - 40), match.start()):
        return True  # "the rail project", "its manifesto pledge": one who does it "projects", "pledges"
    if form in _PLURALS and (_DONE.match(text, match.end()) or _COUNTED.search(text, *_before(match))):
        return True
    if form not in VERB_OR_NOUN or (form in _SHOWING and CLAUSE_NEXT.match(text, match.end())):
        return False
    word_before = text[max(0, match.start() - 24) : match.start()].lower().split()[-1]
    if (form in _SHOWING or form == "warning") and word_before in words.PAPERS:
        return False
    if form in _SINGULAR and _ADJECTIVE_CLAIM.search(text[max(0, match.start() - 40) : match.start()]):
        return True
    if _NOUN_NEXT.match(text, match.end()) is not None:
        return True
    if _PERSONS.search(text, max(0, match.start() - 24), match.start()):
        return False
    determined = _DETERMINED.search(text[max(0, match.start() - 40) : match.start()])
    if determined is None or _is_third_person(text, match):
        return False
    return determined["word"].lower() != "the" or _ENDS_PHRASE.match(text, match.end()) is not None


def _before(match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - 24), match.start()


def _is_owned(text: str, match: re.Match[str]) -> bool:
    """Whether a form belongs to a noun that somebody has: "the fund's projected cost", but "Lloyd's projected a"."""
    alike = match[0] in VERB_OR_NOUN | _BARE
    if alike and text[match.start() - 2] in "'’":  # "ministers' claim"
        return True
    if not (alike or match[0].endswith("ed")) or _NOUN_OWNED.match(text, match.end()) is None:
        return False
    owner = _OWNER.search(text, max(0, match.start() - 40), match.start())
    return owner is not None and owner["who"].lower() not in _CONTRACTIONS


def _is_bare_thing(subject: Subject) -> bool:
    """Whether a subject is one thing with no article, which does nothing: "other costly harbour (projects)"."""
    return subject.is_thing and subject.begin == subject.span.start and not subject.head.endswith("s")


def _is_third_person(text: str, match: re.Match[str]) -> bool:
    """Whether a form in -s follows a singular noun: "the watchdog forecasts growth of"."""
    lead = re.findall(r"[\w'’]+", text[max(0, match.start() - 30) : match.start()])
    plural = not lead or lead[-1].endswith(("'s", "’s", "s")) or lead[-1].lower() in _ARTICLES
    return match[0].endswith("s") and not plural


def is_participle(text: str, match: re.Match[str], form: str) -> bool:
    """Whether a form tells of the thing before it, which says nothing: "grants announced this week will cost"."""
    if form.endswith("ing"):
        return CLOSES.search(text[max(0, match.start() - 4) : match.start()]) is None
    if form == "put" and _OFFERED.match(text, match.end()):
        return True
    return (form.endswith("ed") or form in _SET) and _DONE_THEN.match(text, match.end()) is not None
