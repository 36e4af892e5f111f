"""From where a change is measured: "more than this year's budget", "against a frozen share of GDP", "extra".

Only the amount of a move has a baseline. What a level was before ("€61m, up from €58m a year earlier") says nothing of
how the level is measured.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, Cue, Hit, Side, Table, look
from app.extraction.basis.moves import COMPARATIVE, HEDGE, SAME_TIME
from app.extraction.mention import Mention
from app.extraction.word_sets import one_of

EXTRA = "extra"
"""The words state a difference without saying from what."""

_ALWAYS = re.compile(r".*", re.DOTALL)
# "About £5 more a year", "£5 a year higher".
_MORE_WORDS = one_of("more extra additional")
_MORE = re.compile(r"\d.*\b(?P<word>more|extra|additional)\b")
_NEXT = re.compile(r"\s?")
_UNBROKEN = re.compile(r"(?:(?!\s-\s)[^,;:()–—])*")

TABLE = Table(
    Cue(
        EXTRA,
        r"(?:an? )?(?:additional|extra|further)\b|new money",
        "additional extra further new",
        AMOUNTS,
        Side.BEFORE,
        within=18,
        rank=2,
        amount=_ALWAYS,
    ),
    Cue(
        EXTRA,
        r"(?:extra|of new money|in additional \w+)(?! than|-)\b",
        "extra new additional",
        AMOUNTS,
        Side.AFTER,
        within=9,
        rank=2,
        amount=_UNBROKEN,
    ),
    Cue(
        EXTRA,
        r"(?:more|higher|dearer)(?! than|-)\b",
        "more higher dearer",
        AMOUNTS,
        Side.AFTER,
        within=1,
        rank=2,
        amount=_NEXT,
    ),
    Cue(
        EXTRA,
        r"the (?:extra|increase|uplift|additional cost)\b(?! to)",
        "extra increase uplift additional",
        AMOUNTS,
        Side.BEFORE,
        within=40,
        rank=2,
        amount=_UNBROKEN,
    ),
    Cue(
        "a year earlier",
        r"(?:than|from|compared with|compared to|over) (?:a|the) (?:year (?:earlier|before|ago)"
        r"|previous year|year)(?=[ .,;)]|$)|than last year\b(?!'s)|from last year\b(?!'s)",
        "year last",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
    Cue(
        "a year earlier",
        r"on (?:a|the) (?:year (?:earlier|before|ago)|previous year|year)(?=[ .,;)]|$)|on last year\b(?!'s)",
        "year last",
        NUMBERS,
        Side.AFTER,
        within=70,
        amount=_NEXT,
    ),
    Cue("a year earlier", r"year[ -]on[ -]year", "year", NUMBERS, Side.AFTER, within=70, amount=_UNBROKEN),
    Cue(
        "the previous quarter",
        r"(?:than|from|compared with|over) the (?:previous|preceding|prior) (?:quarter|three months)",
        "quarter months",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
    Cue(
        "the previous quarter",
        r"on the (?:(?:previous|preceding|prior) )?(?:quarter|three months)(?=[ .,;)]|$)|quarter[ -]on[ -]quarter",
        "quarter months",
        NUMBERS,
        Side.AFTER,
        within=70,
        amount=_NEXT,
    ),
    Cue(
        "the previous month",
        r"(?:than|from|compared with|over) (?:the (?:previous|preceding|prior) month|a month earlier)",
        "month",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
    Cue(
        "the previous month",
        r"on (?:the (?:(?:previous|preceding|prior) )?month|a month earlier)(?=[ .,;)]|$)|month[ -]on[ -]month",
        "month",
        NUMBERS,
        Side.AFTER,
        within=70,
        amount=_NEXT,
    ),
)

_WITH_OBJECT: tuple[tuple[frozenset[str], re.Pattern[str], Side, int, re.Pattern[str] | None], ...] = (
    (
        one_of("than"),
        re.compile(
            rf"\b{COMPARATIVE}\s+than\s+(?:in\s+"
            r"|at\s+|on\s+)?(?!(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|half|doubl\w+|trebl\w+"
            r"|tripl\w+|quadrupl\w+|halv\w+)\b)(?P<of>\S)"
        ),
        Side.AFTER,
        14,
        _UNBROKEN,
    ),
    (
        # A phrase may part the comparative from its "than": lower this year than in 2010.
        one_of("than"),
        re.compile(
            r"\b(?:more|fewer|less|lower|higher|cheaper) (?:[\w'-]+ ){1,9}?(?P<cue>than\s+(?:in\s+)?(?P<of>\S))"
        ),
        Side.AFTER,
        60,
        None,
    ),
    (
        one_of("measured"),
        re.compile(r"\b(?:when |if )?measured\s+(?:against|with|to)\s+(?P<of>\S)"),
        Side.EITHER,
        400,
        _ALWAYS,
    ),
    (
        one_of("compared set relative opposed"),
        re.compile(r"\b(?:when |if )?(?:compared|set(?! to)|relative|as opposed)\s+(?:against|with|to)\s+(?P<of>\S)"),
        Side.EITHER,
        400,
        None,
    ),
    (
        one_of("against"),
        re.compile(r"(?:^|[,;:(]\s*)against\s+(?P<of>(?:an?|the|last|this|its)\s\w)(?!\s?backdrop)"),
        Side.EITHER,
        400,
        None,
    ),
    (
        one_of("on"),
        re.compile(
            rf"\bon\s+(?P<of>(?:last|this)\s\w+'s\s\w|{SAME_TIME}|(?:19|20)\d\d(?=[,.;)]|\s(?:and|but|while|with|to)\b|$))"
        ),
        Side.AFTER,
        14,
        None,
    ),
    (one_of("up down"), re.compile(r"\b(?:up|down)\s+from\s+(?P<of>\S)"), Side.AFTER, 80, None),
    (one_of("up down"), re.compile(r"\b(?:up|down)\s+on\s+(?P<of>\S)"), Side.AFTER, 80, _NEXT),
    (
        one_of(
            "increase increases rise rises cut cuts reduction reductions drop drops fall falls decline declines growth"
            " jump jumps improvement improvements"
        ),
        re.compile(
            r"\b(?:increase|rise|cut|reduction|drop|fall|decline|growth|jump|improvement)s?\s+(?:on|over"
            r"|from|compared with)\s+(?P<of>\S)"
        ),
        Side.EITHER,
        40,
        _UNBROKEN,
    ),
    (
        one_of("level levels"),
        re.compile(
            r"\b(?:above|below|from|on|against|under|over)\s+(?P<of>(?:(?:its|their|the)\s)?(?:(?:19|20)\d\d|pre-\w+|current"
            r"|today's|last year's|present)\s+levels?\b)"
        ),
        Side.AFTER,
        60,
        _NEXT,
    ),
    (
        one_of("above below"),
        re.compile(r"\b(?:above|below)\s+(?P<of>(?!the (?:sea|ground|surface|street|floor)\b)[a-z])"),
        Side.AFTER,
        1,
        _NEXT,
    ),
    (
        one_of("existing current planned baseline"),
        re.compile(
            r"\b(?:above|over)\s+(?P<of>(?:and above\s+)?(?:the |its )?(?:existing|current|planned|baseline)\s+\w+)"
        ),
        Side.AFTER,
        40,
        _NEXT,
    ),
)
"""Words of which the sentence needs one, the pattern, then `side`, `within` and `amount` of its `Hit`."""
_EARLIER = {
    f"{article}{words}": name
    for name, some in (
        ("a year earlier", ("year before", "year earlier", "year ago", "previous year", "last year")),
        ("the previous quarter", ("quarter before", "previous quarter", "last quarter", "previous three months")),
        ("the previous month", ("month before", "previous month", "last month", "month earlier")),
    )
    for words in some
    for article in ("", "a ", "the ")
}
_BEFORE_NUMBERS = ("up", "down", "compared", "measured", "relative")
_SAVED = re.compile(rf"\bsav(?:e|es|ed|ing|ings)(?: of)?{HEDGE} $")
_FIGURE_ENDS = frozenset("%0123456789")
_OVER_OR_THAN = re.compile(r"\b(?:over|than)\s+\S$")
"""What a length may follow that compares nothing: "a decline over ten years", "waited more than 12 hours"."""
_AS_THOUGHT = re.compile(
    r"(?P<as>(?:(?:had been|was|were) )?(?:(?:previously|originally|first|initially|once) )?"
    r"(?:estimated|expected|thought|forecast|planned|projected|predicted|announced|reported|stated))"
    r"(?= (?:at|to be|and|or)\b|[,.;)]| *$)"
)
"""What a comparison ends with before the figure goes on: "higher than first thought at £15bn"."""
_KNEW = re.compile(
    r"\s(?:(?:previously|originally|first) )?(?:said|says|claimed|thought|expected|planned|knew|believed)\b"
)
_VERB_NEXT = re.compile(
    r"\s(?!prices|levels|terms|figures|forecasts|estimates|sales|totals)[a-z]{4,}s\b|\s(?:and|or|as)\b"
)
_TIME_AHEAD = re.compile(
    r"(?:the |this |that |a )?(?:(?:first|second|third|fourth|last|next|past|coming|same|whole|full) )*(?:half|quarter"
    r"|year|month|week|period|decade|summer|winter|spring|autumn|course|season|term|holiday)\b"
)
_AND = re.compile(r"\s(?:and|or)\s$")
_BOUND = re.compile(r"\bno\s+$|\bnot\s+$")
_LEVEL = re.compile(r"\b(?:is|are|was|were|be|been|remain(?:s|ed)?)\s(?:[a-z]+\s)?$")
"""What stands before a comparison that says where a figure stands, not by how much it moved: "£9m is lower than"."""


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the baseline; the value is what is compared with, as it is printed, or `EXTRA`."""
    for seen, pattern, side, within, amount in _WITH_OBJECT:
        if seen.isdisjoint(clause.words):
            continue
        for match in pattern.finditer(clause.low):
            hit = _with_object(clause, match)
            if hit is not None and (side is not Side.AFTER or clause.figures_in(hit.span.start - 160, hit.span.start)):
                behind = clause.before(hit.span.start, 2)[:1] in _FIGURE_ENDS  # "23% compared with"
                yield replace(hit, side=Side.AFTER if behind else side, within=within, amount=amount)
    yield from look(clause, "baseline", TABLE)
    for mention in clause.figures if not clause.words.isdisjoint(_MORE_WORDS) else ():
        more = _MORE.search(clause.said(mention.span)) if mention.figure.per else None
        if more:
            span = Span(*more.span("word")).shifted(mention.span.start)
            yield Hit(name="baseline", value=EXTRA, span=span, fits=AMOUNTS, side=Side.WITHIN, amount=_ALWAYS)


def tells_amount(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a figure beside a baseline is the amount of a move: "5% above 2019 levels", "saves £5m compared with"."""
    if _SAVED.search(clause.before(mention.span.start)):
        return True
    first, second = sorted((hit.span, mention.span))
    return hit.amount is not None and hit.amount.fullmatch(clause.between(first, second)) is not None


def _with_object(clause: Clause, match: re.Match[str]) -> Hit | None:
    start, of = match.start() + clause.span.start, match.start("of") + clause.span.start
    own = match.groupdict().get("cue") or match[0].lstrip(",;:( ")
    start += len(match[0]) - len(own)
    lasts = any(one.figure.kind is Kind.DURATION for one in clause.figures_in(start - 1, of + 12))
    if _BOUND.search(clause.before(start, 5)) or (lasts and _OVER_OR_THAN.search(own)):
        return None
    if " than " in own and _LEVEL.search(clause.before(start, 24)):
        return None
    figure = clause.figure_at(of)
    if figure is not None or clause.starts_figure(of, 3):
        # "more than 5,000" bounds the figure behind it; "up from 7,800" names a starting point.
        if figure is None or not own.startswith(_BEFORE_NUMBERS):
            return None
        span = Span(start, figure.span.end)
        return Hit(name="baseline", value=clause.printed(figure.span), span=span, fits=NUMBERS)
    if own.endswith(" over " + match["of"]) and _TIME_AHEAD.match(clause.after(of)):  # "a decline over the summer"
        return None
    phrase = _compared(clause, match, of)
    if phrase.start >= phrase.end:
        return None
    value = _EARLIER.get(clause.said(Span(clause.past_pronoun(of), phrase.end)), clause.printed(phrase))
    return Hit(name="baseline", value=value, span=Span(start, phrase.end), fits=NUMBERS, inner=phrase)


def _compared(clause: Clause, match: re.Match[str], of: int) -> Span:
    """The words for what a figure is compared with, which begin at `of`."""
    then = clause.past_pronoun(of)
    if then > of:  # "than they were before the war"
        return Span(of, clause.phrase(then).end)
    date = next((one for one in clause.figures_in(of, of + 5) if one.figure.kind is Kind.DATE), None)
    if date is not None and _VERB_NEXT.match(clause.after(date.span.end)):
        return Span(of, date.span.end)
    if match[0].endswith(("level", "levels")) or match["of"] in _EARLIER:
        return Span(of, match.end() + clause.span.start)
    if thought := _AS_THOUGHT.match(clause.after(of, 60)):
        return Span(of, of + thought.end("as"))
    phrase = clause.phrase(of)
    if further := next((one for one in clause.figures_in(of + 1, phrase.end) if one.figure.kind in NUMBERS), None):
        joint = _AND.search(clause.low, of - clause.span.start, further.span.start - clause.span.start)
        if joint:  # "higher than the average and 6% lower than in York"
            return Span(of, clause.span.start + joint.start())
    knew = _KNEW.match(clause.after(phrase.end)) if "than" in match[0] else None
    if knew is None:
        return phrase
    rest = clause.phrase(clause.past_pronoun(phrase.end + knew.end() + 1))
    return Span(of, rest.end if rest.start < rest.end else phrase.end + knew.end())
