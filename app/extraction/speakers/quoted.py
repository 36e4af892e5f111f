"""Who says a figure that stands between quotation marks."""

import re

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.mention import Mention
from app.extraction.speakers import attributions, denials, quotations, subjects
from app.extraction.speakers.known import Answer, Known, resolved
from app.extraction.speakers.subjects import after


def quoted(known: Known, at: int, sentence: Span, mention: Mention) -> Answer | None:
    """Who says a quoted figure: a source inside the quotation, else whoever is quoted."""
    text, quotation = known.passage.text, known.quotations[at]
    inside = Span(max(quotation.start + 1, sentence.start), max(mention.span.end, min(quotation.end - 1, sentence.end)))
    start, end = mention.span.start - inside.start, mention.span.end - inside.start
    words_inside = inside.of(text)
    low = words_inside.lower()
    denied = denials.denied(low[:start], low[start:end], low[end:])
    denied = denied or denials.taken_back(text[mention.span.end : min(quotation.end, mention.span.end + 200)].lower())
    inner = attributions.innermost(attributions.read(words_inside), words_inside, start, end)
    own = inner is not None and inner.subject.text.lower() in {"i", "we", "you"}
    if inner is not None and not own and (speaker := resolved(known, inner.subject, inside.start)) is not None:
        return speaker, Stance.DENIES if denied else inner.stance
    for position in range(at, max(-1, at - 4), -1):
        # Of an earlier quotation only what names its speaker at once counts, so the two are kept apart.
        key = 2 * position + (position < at)
        if key not in known.quoted:
            known.quoted[key] = _quoting(known, known.quotations[position], last=position < at)
        outer = known.quoted[key]
        if outer is not None:
            stance = inner.stance if inner is not None and own else Stance.STATES
            if outer[1] in {Stance.DENIES, Stance.ESTIMATES}:
                stance = outer[1]
            return outer[0], Stance.DENIES if denied else stance
        if position and not _runs_on(known.quotations[position - 1], known.quotations[position]):
            break
    return None


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
    found = attributions.read(behind[head:])
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
        return (
            None
            if last
            else _introduced(known, hidden[head:start], window.start + head) or _told_below(known, quotation)
        )
    speaker = resolved(known, source.subject, window.start + head)
    if speaker is None and source.subject.is_pronoun:
        line = text.find("\n", quotation.end, quotation.end + 200)
        below = _told_below(known, Span(quotation.start, line)) if line >= 0 else None
        return below or (None, source.stance)
    return speaker, source.stance


def _introduced(known: Known, lead: str, offset: int) -> Answer | None:
    """Who is quoted behind a colon without a verb of speech: "The vicar was blunter: “...", "Joan Pell, 63: “..."."""
    if not lead.rstrip().endswith(":"):
        return None
    subject = after(lead, len(lead) - len(lead.lstrip()))
    return (resolved(known, subject, offset), Stance.STATES) if subject else None


_BELOW = re.compile(
    r"[^\S\n]*\n\s*(?:(?:that|this|those|these|such|so) (?:was|were|is|are|went) )?the (?:words?|accounts?|verdict|view"
    r"|claim|warning|assessment|opinion|testimony|conclusion|message|admission|boast|plea)s? of ",
    re.IGNORECASE,
)
_PARAGRAPH_GAP = re.compile(r"[^\S\n]*\n\s*")
_SPEAKING = re.compile(
    r"\s(?:was|were|is|had been) (?:speaking|talking|commenting|responding|giving evidence|addressing)\b"
)


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
