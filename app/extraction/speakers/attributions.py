"""Where a sentence says whose words or numbers it gives, and which part of it is theirs."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from app.domain.claim import Stance
from app.domain.currency_signs import SIGNS, SUM_OPENS
from app.domain.span import Span
from app.extraction.speakers import denials, phrases, subjects
from app.extraction.speakers.homographs import VERB_OR_NOUN
from app.extraction.speakers.source import Attribution
from app.extraction.speakers.verb_table import BY_FORM, DOCUMENT_VERBS, Frame
from app.extraction.speakers.verbs import of_verb
from app.extraction.word_sets import one_of

_WORD = re.compile(r"[A-Za-z]+")
_FORMS = frozenset(BY_FORM) | DOCUMENT_VERBS
_TITLED = frozenset(
    form.title()
    for form, verb in BY_FORM.items()
    if form.endswith("s") and verb.frame is Frame.FREE and form not in VERB_OR_NOUN
)
_HEADLINE = re.compile(
    r"\W*[A-Z]\S*(?:\s+(?:[^a-z\s]\S*|(?:an?|and|as|at|but|by|for|from|in|into|of|on|or|over|than|the|to|up|with)\b))"
    r"{3,30}\s*"
)
"""Words with capitals and the little ones between them, so that a verb has its capital from its line."""
_PHRASES: tuple[tuple[frozenset[str], Callable[[str], Iterator[Attribution]]], ...] = (
    (one_of("According according citing words quoted quotes quoting heard Heard Per per"), phrases.according),
    (one_of("by"), phrases.agents),
    (
        one_of("not t never cannot refuse refuses refused fail fails failed Neither neither"),
        phrases.unknown,
    ),
    (one_of("away aside off down back apart"), phrases.turned_away),
    (
        one_of("view opinion eyes judgment judgement estimation reckoning assessment telling how right believed"),
        phrases.views,
    ),
    (
        one_of(
            "adamant confident certain convinced sure clear optimistic hopeful blunt blunter emphatic categorical"
            " stark scathing specific precise sceptical skeptical doubtful dubious unconvinced unpersuaded"
        ),
        phrases.convictions,
    ),
    (phrases.GIVING_NOUNS, phrases.nouns),
)
"""The phrases that name a source, each with the words of which a sentence needs one to hold it."""
_SECOND = re.compile(
    r",\s+(?:and |while |but )?(?P<who>(?:the |an? |one |its )?[A-Za-z][\w’'-]*(?: [\w’'-]+){0,4}?) at (?=\W?\d)"
)
_FIGURE = (
    r"(?P<figure>(?:as much as |at least |at most |up to |more than |less than |about |around |some |nearly |almost "
    rf"|over |under |just |only ){{0,2}}{SUM_OPENS}?\d[\d,.]*\d?(?:\s?(?:bn|tn|m|k|hundred|thousand|million|billion"
    r"|trillion|per cent|percent)\b|%)?)"
)
_OWN_FIGURE = re.compile(rf"(?:(?:\s[a-z]+){{1,3}}?\s(?:of|at))?\s{_FIGURE}")
_OTHERS_FIGURE = re.compile(
    r"(?:,|,? and|,? but|; ?(?:and )?)\s(?P<who>(?:the )?[A-Z][\w’'&-]*(?:\s(?:of\s)?[A-Z][\w’'&-]*){0,4}),?\s"
    rf"{_FIGURE}"
)
_LIST_OF_SAYINGS = re.compile(r";\s(?:and )?(?P<who>(?:the )?[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,4}), (?=\W?\d)")
_CONTRARY = re.compile(r"\b(?:[Cc]ontrary to|[Dd]espite|[Uu]nlike) what \Z")
_CLAUSE_ENDS = re.compile(
    r"[,;:—–](?!\d)|[.!?]\s|\s(?:and|but|while|whereas|although|though|after|before|when|because|saying|adding"
    r"|insisting|pointing|telling|arguing|claiming)\s"
)
# "It was £3m, not the £6m claimed by the union": the union claims the second alone.
_APART = re.compile(r",\s|\d")
# "Denied theft and paid £5m", "denied an offer, which would have cost £5m", "denied lying about the £5m".
_DENIED_OVER = re.compile(
    r",\s(?:which|who)\s|\sand\s(?:has\s|have\s|had\s|will\s|also\s)*[a-z]+(?:ed|ys)\s|ing\s[^,;]{0,40}\b(?:about"
    r"|over|regarding|concerning)\sthe\s"
)
_RELATIVE = re.compile(r",\s(?:who|which)\s[^,]*\Z")
_CONTRASTED = re.compile(r"(?:Contrary to|Despite|Unlike|Against|Given|Following|After)\b[^,]*\Z")
# Who stands right behind an amount tells of that: "not the £5m the club had named, but £9m".
_OF_AMOUNT = re.compile(rf"(?:[{SIGNS}]\s?[\d.,]+[a-z]{{0,2}}|\d%|\d per cent|(?:million|billion|trillion))\s\Z")
# What is told of a thing in passing is not said by who promised to do something: "vowed to help the yard, which has".
_TOLD_BESIDES = re.compile(r",\s(?:which|who)\s(?:has|have|had|is|are|was|were)\s")
# What stands between commas behind a source tells of the source: "according to Dr Bhatt, whose unit got £5m, the".
_SOURCE_ASIDE = re.compile(r"(?:\s(?:of|from|at)\s[^,;.]{2,40})?,\s(?:who|which|whose)\b[^,;.]*\Z")
_BUT = re.compile(r"(?<!not only)(?:,|\s)\s?but\s")
_STOP = (
    r"(?<!\b(?:Mr|Ms|Dr|St))(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Rev))(?<!\b[A-Z])[.!?…]\s+(?=[A-Z“])"
    r"|(?<=\b[A-Z])\.\s+(?=[A-Z]{2})"  # an initial comes before a name, and "Pier C. NATO" is no name
)
_TURN = re.compile(rf"{_STOP}|,?\s(?:while|whereas)\s")
_BREAK = re.compile(rf";\s|{_TURN.pattern}")
# What is said in a clause of its own goes on over a "while": "said that 40 died, while 90 were hurt".
_THAT = re.compile(
    r"(?:\s(?:(?:on|in|at|last|this)(?:\s[\w’'-]+){1,7}?|today|yesterday|\w+day)"
    r"|(?<=told)(?:\s[\w’'-]+){1,3}?)?\sthat\s"
)
_BREAK_IN_THAT = re.compile(rf";\s|{_STOP}")
_CLAIMED_NEXT = re.compile(
    r"\s(?!the\s(?:year|month|week|day|time|moment)\s)(?:that\s|which\s)?"
    r"(?=(?:the|its|his|her|their|some|many)\s|[A-Z]|[a-z]+s\s(?:had"
    r"|have)\s)[^,;:.]{2,50}?\s(?:has\s|have\s|had\s)?"
    r"(?P<verb>demanded|claimed|claims?|quoted?|cited?|promised|pledged|sought|predicted|wanted|expected|forecast"
    r"|estimated|asked\sfor|told\s\w+"
    r"|reported|recorded|announced|admitted)\b"
)
_JUDGED_WITHIN = 120
_GUESSED = one_of("predicted expected forecast estimated")


def read(text: str) -> list[Attribution]:
    """Every attribution of a sentence, in its order; offsets are the sentence's."""
    found: list[Attribution] = []
    seen = frozenset(_WORD.findall(text))
    if not _TITLED.isdisjoint(seen) and _HEADLINE.fullmatch(text):
        text = _WORD.sub(lambda word: word[0].lower() if word[0] in _TITLED else word[0], text)
        seen = frozenset(_WORD.findall(text))
    for match in () if _FORMS.isdisjoint(seen) else _WORD.finditer(text):
        if match[0] in _FORMS and (one := of_verb(text, match, found[-1] if found else None)) is not None:
            found.append(one)
    for cues, phrase in _PHRASES:
        if not cues.isdisjoint(seen):
            found += phrase(text)
    found += [one for earlier in found if (one := _gapped(text, earlier)) is not None]
    found += [one for earlier in found for one in _each(text, earlier)]
    found.sort(key=lambda one: one.at)
    return _denied_claims(text, found)


def _denied_claims(text: str, found: list[Attribution]) -> list[Attribution]:
    """Without the sources whose claim is denied: of "disputed the paper's report that said it cost £5m" the first."""
    kept: list[Attribution] = []
    denying: list[Attribution] = []
    for one in found:
        if " what " in text and _CONTRARY.search(text, max(0, one.at.start - 40), one.at.start):
            continue
        if one.rightwards and any(_within(text, outer, one) for outer in denying):
            continue
        kept.append(one)
        if one.stance is Stance.DENIES and one.rightwards:
            denying.append(one)
    return kept


def _within(text: str, outer: Attribution, one: Attribution) -> bool:
    """Whether a source stands in the clause that another denies."""
    if one.at.start < outer.at.end or one.subject.span == outer.subject.span:
        return False
    return _CLAUSE_ENDS.search(text, outer.at.end, one.at.start) is None


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


def _each(text: str, earlier: Attribution) -> Iterator[Attribution]:
    """Those of a list who say a figure each, the verb said once: "Kent expects £4m, Essex £3m and Devon £2m"."""
    if not earlier.rightwards or earlier.leftwards:
        return
    first = _OWN_FIGURE.match(text, earlier.at.end)
    while first is not None and (other := _OTHERS_FIGURE.match(text, first.end())) is not None:
        subject = subjects.after(text[: other.end("who")], other.start("who"))
        if subject is None:
            return
        at = Span(subject.begin, other.start("figure"))
        yield Attribution(subject, earlier.stance, at, leftwards=False, rightwards=True)
        first = other


def innermost(found: list[Attribution], text: str, start: int, end: int) -> Attribution | None:
    """The source nearest to a figure from `start` to `end`: the last one before it, else the next behind."""
    before = [one for one in found if one.rightwards and one.at.end <= start]
    for one in reversed(before[-6:]):
        if _SOURCE_ASIDE.match(text, one.at.end, start) and "," in text[end : end + 80]:
            return None
        goes_on = one.leftwards and one.stance is Stance.STATES  # "It was false, she said, that ...; it cost £5m"
        broken = (_TURN if goes_on else _BREAK).search(text, one.at.end, start)
        if broken and not goes_on and one.stance is not Stance.DENIES and _THAT.match(text, one.at.end):
            broken = _BREAK_IN_THAT.search(text, one.at.end, start)
        if not broken and not _left(text, one, start):
            # "denied the £9m figure but put it at £3m": what follows the contrast is not denied.
            granted = one.stance is Stance.DENIES and (
                _BUT.search(text, one.at.end, start) or denials.judged(text[end : end + _JUDGED_WITHIN])
            )
            return replace(one, stance=Stance.STATES) if granted else one
    for one in found:
        if one.leftwards and one.at.start >= end and not (one.owned and _APART.search(text, end, one.at.start)):
            return one
    return None


def _left(text: str, one: Attribution, start: int) -> bool:
    """Whether what a source says is over before a figure: "Ann, who denies fraud, earned £5m"."""
    if _RELATIVE.search(text, one.subject.span.end, one.at.end):
        return re.search(r",\s", text[one.at.end : start]) is not None
    between = text[one.at.end : start]
    if one.owned and "," in between and _CONTRASTED.match(text, 0, one.at.start):
        return True
    if "," in between and _OF_AMOUNT.search(text, max(0, one.at.start - 24), one.at.start):
        return True
    if between.startswith(" to ") and _TOLD_BESIDES.search(between):
        return True
    return one.stance is Stance.DENIES and _DENIED_OVER.search(between) is not None


def described(found: list[Attribution], text: str, start: int, end: int) -> Attribution | None:
    """The source in what a figure at the head of its line is said to be: "£5m: the auditor's estimate for repairs"."""
    if not text.startswith(": ", end) or text[:start].strip(" •*–—-"):
        return None
    return next((one for one in found if one.at.start > end and one.rightwards), None)


def claimed_next(text: str, end: int) -> Attribution | None:
    """The source in a clause right behind a figure that ends at `end`: "the 8% that the unions had demanded"."""
    match = _CLAIMED_NEXT.match(text, end)
    subject = subjects.before(text, match.start("verb")) if match else None
    if match is None or subject is None:
        return None
    stance = Stance.ESTIMATES if match["verb"] in _GUESSED else Stance.STATES
    at = Span(subject.begin, match.end())
    return Attribution(subject, stance, at, leftwards=True, rightwards=False, owned=True)
