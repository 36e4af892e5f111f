"""Who says a figure that stands between quotation marks."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from app.domain.claim import Speaker, Stance
from app.domain.span import Span
from app.extraction.mention import Mention
from app.extraction.speakers import attributions, denials, quotations, subjects, words
from app.extraction.speakers.falsehoods import CLAIM, DEGREE, FALSE, PREDICATE
from app.extraction.speakers.known import Answer, Known, resolved
from app.extraction.speakers.source import Attribution
from app.extraction.speakers.subjects import after

_PRESENTED_WITHIN = 40
_ASKED = re.compile(
    r"\W*(?:asked|pressed|challenged|quizzed|questioned)\b[^.]{0,60}?\b(?:whether|if|about|over|on)\b", re.IGNORECASE
)
_ASKS = re.compile(r"[^.!“”\"]{0,80}\?[”\"]?\s")
_REFUSAL = re.compile(
    rf"[“\"‘]\s?(?:no\b|not\b|absolutely not|of course not|certainly not|never\b|{DEGREE}{FALSE}\b|(?:it|that|this"
    rf"|they)(?:['’]s|\s\w+)?"
    rf"(?:\sfigure)? (?:(?:is|are|was|were) )?{DEGREE}{FALSE}\b|(?:the|that|this) {CLAIM} {PREDICATE})",
    re.IGNORECASE,
)
_SOMEBODY_SAID = re.compile(
    r"\b(?:when|after|as|if|that) (?:an?|one|some|someone|somebody|reporters|people|critics|told|asked)\b"
    r"|\b(?:mention|talk|suggestions?|idea|question|rumours?) of\b"
)
_FLAT_REFUSAL = re.compile(
    rf"[“\"‘]\s?(?:no|not so|not (?:a chance|at all|true)|absolutely not|of course not|certainly not|never"
    rf"|{DEGREE}{FALSE}|(?:it|that|they|he|she|we|i)"
    r"(?: (?:is|was|are|were|has|have|had|did|does|do|will)(?: not|n['’]t)| (?:does|did) nothing of the (?:sort"
    r"|kind)))[.,!]?[”\"’]",
    re.IGNORECASE,
)
_DONE_BEHIND = re.compile(r"(?<=[,?!][”\"’])\s[a-z]+(?:ed|t)\s(?P<who>[A-Z][\w’'-]+ [A-Z][\w’'-]+)")
_SAID_OF = re.compile(
    r"\s[^.;:“”\"]{2,60}?\s(?:said|says|replied|answered),?\s(?:of|about|(?:when )?asked about)\s"
    r"[^.;:“”\"]{0,40}"
)
_ANSWER_NEAR = 160
_GUESS = re.compile(
    r"\b(?:I|[Ww]e)(?:['’]d| would| might| could) (?:\w+ly )?(?:guess|estimate|reckon|imagine|expect|predict|say|put)\b"
    r"|\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:guess|estimate|hunch|reckoning|forecast|projection)\b"
)
_BELOW = re.compile(
    r"[^\S\n]*\n\s*(?:(?:that|this|those|these|such|so) (?:was|were|is|are|went) )?the (?:words?|accounts?|verdict|view"
    r"|claim|warning|assessment|opinion|testimony|conclusion|message|admission|boast|plea)s? of ",
    re.IGNORECASE,
)
_PARAGRAPH_GAP = re.compile(r"[^\S\n]*\n\s*")
_SPEAKING = re.compile(
    r"\s(?:was|were|is|had been) (?:speaking|talking|commenting|responding|giving evidence|addressing)\b"
)


def quoted(known: Known, at: int, sentence: Span, mention: Mention) -> Answer | None:
    """Who says a quoted figure: a source inside the quotation, else whoever is quoted."""
    text, quotation = known.passage.text, known.quotations[at]
    inside = Span(max(quotation.start + 1, sentence.start), max(mention.span.end, min(quotation.end - 1, sentence.end)))
    start, end = mention.span.start - inside.start, mention.span.end - inside.start
    words_inside = inside.of(text)
    low = words_inside.lower()
    denied = denials.denied(low[:start], low[start:end], low[end:])
    taken_back = denials.taken_back(text[mention.span.end : mention.span.end + 240].lower())
    denied = denied or taken_back
    inner = attributions.innermost(attributions.read(words_inside), words_inside, start, end)
    own = inner is not None and (inner.subject.text.lower() in {"i", "we", "you"} or _is_own(words_inside, inner))
    within: Answer | None = None
    if (
        inner is not None
        and not own
        and not taken_back
        and (speaker := resolved(known, inner.subject, inside.start)) is not None
    ):
        within = speaker, Stance.DENIES if denied else inner.stance
    # "These figures show": data of nobody's are what the one who is quoted goes by.
    if within is not None and inner is not None and not _is_nameless(inner):
        return within
    for outer in _quoting_near(known, at):
        if outer is not None and (outer[0] is not None or within is None):
            stance = inner.stance if inner is not None and (own or within) else Stance.STATES
            if stance is Stance.STATES and _GUESS.search(words_inside, 0, start):
                stance = Stance.ESTIMATES
            if outer[1] in {Stance.DENIES, Stance.ESTIMATES}:
                stance = outer[1]
            return outer[0], Stance.DENIES if denied else stance
    return within


def _is_nameless(one: Attribution) -> bool:
    """Whether a source is data and nothing says whose: "these figures", but "the board's figures", "the report"."""
    text = one.subject.text
    return text.islower() and one.subject.head in words.NAMELESS_DATA and "'" not in text and "’" not in text


def _is_own(text: str, one: Attribution) -> bool:
    """Whether who is quoted speaks by a paper of theirs: "our accounts show"."""
    return one.subject.head in words.PAPERS and text[one.subject.begin :].lower().startswith(("my ", "our "))


def _quoting_near(known: Known, at: int) -> Iterator[Answer | None]:
    """Who is quoted in a quotation, in those that it continues and, where it is left open, in those that follow."""
    quotations = known.quotations
    for position in range(at, max(-1, at - 4), -1):
        # Of an earlier quotation only what names its speaker at once counts, so the two are kept apart.
        key = 2 * position + (position < at)
        if key not in known.quoted:
            known.quoted[key] = _quoting(known, quotations[position], last=position < at)
        yield known.quoted[key]
        if position and not _runs_on(quotations[position - 1], quotations[position]):
            break
    for position in range(at, min(len(quotations) - 1, at + 3)):
        if not _goes_on(known, position):
            break
        key = 2 * (position + 1)
        if key not in known.quoted:
            known.quoted[key] = _quoting(known, quotations[position + 1], last=False)
        yield known.quoted[key]
    yield _presented(known, at)


def _goes_on(known: Known, position: int) -> bool:
    """Whether a quotation goes on in the next paragraph: it is not closed, and the next opens there."""
    one, other = known.quotations[position : position + 2]
    text = known.passage.text
    return text[one.end - 1] not in '”"' and not text[one.end : other.start].strip()


def _presented(known: Known, at: int) -> Answer | None:
    """Who is quoted in a paragraph that begins with a quotation: whom alone the paragraph before it is about."""
    while at and _goes_on(known, at - 1):
        at -= 1
    text = known.passage.text
    above = text[: known.quotations[at].start].rstrip(" ")
    if not above.endswith("\n"):
        return None
    above = above.rstrip()
    start = above.rfind("\n") + 1
    first = bisect_left(known.names, start, key=lambda name: name.span.start)
    people = [name for name in known.names[first : first + 8] if name.person and name.span.end <= len(above)]
    alone = len({name.text.split()[-1] for name in people}) == 1
    if not alone or people[0].span.start > start + _PRESENTED_WITHIN or re.search(r"[“”\"]", above[start:]):
        return None
    return Speaker(name=people[0].text, span=people[0].span), Stance.STATES


def answered(known: Known, sentence: Span, mention: Mention) -> Answer | None:
    """Who says no to a question about a figure: "Asked whether it cost £5m, she said: “Not a penny.”"."""
    text = known.passage.text
    at = bisect_left(known.quotations, mention.span.end, key=lambda one: one.start)
    if at and (last := known.quotations[at - 1]).end <= mention.span.start:
        spoken = _SAID_OF.match(text, last.end, mention.span.start)
        refused = spoken and spoken.end() == mention.span.start and _REFUSAL.match(text, last.start)
        answer = _quoting(known, last, last=False) if refused else None
        if answer is not None:
            return answer[0], Stance.DENIES
    if at == len(known.quotations) or known.quotations[at].start - mention.span.end > _ANSWER_NEAR:
        return None
    between = text[mention.span.end : known.quotations[at].start]
    if "\n" in between or between.rstrip()[-1:] not in {".", "?", "!", ":", ",", "”", '"'}:
        return None
    asked = _ASKED.match(text, sentence.start, mention.span.start) or _ASKS.match(text, mention.span.end)
    if not asked and not _SOMEBODY_SAID.search(text, sentence.start, mention.span.start):
        return None
    refusal = _REFUSAL if asked else _FLAT_REFUSAL
    answer = refusal.match(text, known.quotations[at].start) and _quoting(known, known.quotations[at], last=False)
    return (answer[0], Stance.DENIES) if answer else None


def _runs_on(first: Span, second: Span) -> bool:
    """Whether nobody but the one speaker stands between two quotations: little text, or a new paragraph at once."""
    return second.start - first.end < 160


def _quoting(known: Known, quotation: Span, *, last: bool) -> Answer | None:
    """Who is quoted, from the words right behind a quotation or else right before it."""
    text = known.passage.text
    window = Span(max(0, quotation.start - 260), min(len(text), quotation.end + 200))
    hidden = quotations.hidden(text, window, known.quotations)
    start, end = quotation.start - window.start, quotation.end - window.start
    paragraph_end = hidden.find("\n", end)
    behind = hidden[: paragraph_end if paragraph_end >= 0 else len(hidden)]
    blank = max(hidden.rfind("\n\n", 0, start), hidden.rfind("\n\r\n", 0, start))
    head = max(blank + 1, _sentence_start(hidden, start))
    offset = window.start + head
    found = [
        one
        for one in attributions.read(behind[head:])
        if not _opens_anew(text, quotation.end, one.subject.begin + offset)
    ]
    near = [one for one in found if 0 <= one.at.start - (end - head) < 40 and one.leftwards]
    near = [one for one in near if not re.search(r"[“\"]|[.!?]\s", behind[end : one.at.start + head])]
    lead = [one for one in found if one.at.end <= start - head]
    introduced = (
        len(lead) > 0 and hidden[:start].rstrip().endswith(":") and _leads_up(hidden[lead[-1].at.end + head : start])
    )
    source = near[0] if near and not introduced else None
    if source is None and lead and _leads_up(hidden[lead[-1].at.end + head : start]):
        source = lead[-1]
    if source is None and not last:
        later = [one for one in found if one.leftwards and one.at.start >= end - head]
        clear = later and not re.search(r"[.!?]\s", behind[end : later[0].at.start + head])
        source = later[0] if clear else None
    if source is None:
        if last:
            return None
        told = _behind(known, quotation.end) or _introduced(known, hidden[head:start], offset)
        told = told or _told_below(known, quotation)
        source = None if told else _speaking_on(lead, hidden[head:start])
        if source is None:
            return told
    speaker = resolved(known, source.subject, offset)
    if speaker is None and source.subject.is_pronoun:
        line = text.find("\n", quotation.end, quotation.end + 200)
        below = _told_below(known, Span(quotation.start, line)) if line >= 0 else None
        return below or (None, source.stance)
    # "He denied it: “It was £5m”": what stands behind the colon is his own.
    own = source.stance is Stance.DENIES and source.rightwards and hidden[:start].rstrip().endswith(":")
    return speaker, Stance.STATES if own else source.stance


def _opens_anew(text: str, end: int, subject: int) -> bool:
    """Whether a new sentence opens with who stands behind a quotation: "... yet.” Insurers expect £5m"."""
    return text[end - 2 : end] in {".”", '."'} and text[end:subject].isspace() and text[subject].isupper()


def _speaking_on(lead: list[Attribution], before: str) -> Attribution | None:
    """Who goes on in a quotation that nobody else is named for: "It is wrong, said the mayor, who paid. “We ...”"."""
    if not before.endswith((". ", ".” ", '." ')) or not lead or lead[-1].stance is Stance.REPORTS:
        return None
    return lead[-1] if lead[-1].leftwards or len({one.subject.span for one in lead}) == 1 else None


def _behind(known: Known, end: int) -> Answer | None:
    """Who is named in full right behind a quotation and a verb of any kind: "“It was £5m,” shrugged Jan Orme."."""
    match = _DONE_BEHIND.match(known.passage.text, end)
    subject = after(known.passage.text, match.start("who")) if match else None
    return (resolved(known, subject, 0), Stance.STATES) if subject else None


def _introduced(known: Known, lead: str, offset: int) -> Answer | None:
    """Who is quoted behind a colon without a verb of speech: "The vicar was blunter: “...", "Joan Pell, 63: “..."."""
    if not lead.rstrip().endswith(":"):
        return None
    subject = after(lead, len(lead) - len(lead.lstrip()))
    return (resolved(known, subject, offset), Stance.STATES) if subject else None


def _told_below(known: Known, quotation: Span) -> Answer | None:
    """Who is quoted, by the paragraph below: "That was the account of Ann Li", "Mr Li was speaking after ..."."""
    text = known.passage.text
    head = _BELOW.match(text, quotation.end, quotation.end + 80)
    if head is not None:
        subject = after(text, head.end())
        return (resolved(known, subject, 0), Stance.STATES) if subject else None
    gap = _PARAGRAPH_GAP.match(text, quotation.end)
    speaking = _SPEAKING.search(text, gap.end(), gap.end() + 120) if gap else None
    if gap is None or speaking is None or re.search(r"[.!?“”\"\n]\s?", text[gap.end() : speaking.start()]):
        return None
    subject = subjects.before(text[gap.end() : speaking.end()], speaking.start() - gap.end())
    return (resolved(known, subject, gap.end()), Stance.STATES) if subject else None


def _sentence_start(hidden: str, start: int) -> int:
    found = list(re.finditer(r"[.!?][”\"]?\s+(?=[A-Z])", hidden[:start]))
    return found[-1].end() if found else 0


def _leads_up(between: str) -> bool:
    """Whether what parts a verb and the quotation behind it leaves the two together."""
    return re.search(r"[.!?;]\s", between) is None
