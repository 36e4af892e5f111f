"""From where a change is measured: "more than this year's budget", "against a frozen share of GDP", "extra"."""

import re
from collections.abc import Iterator

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, Cue, Hit, Side, look, one_of

EXTRA = "extra"
"""The words state a difference without saying from what."""

TABLE = (
    Cue(
        EXTRA,
        r"(?:an? )?(?:additional|extra|further)\b|new money",
        "additional extra further new",
        AMOUNTS,
        Side.BEFORE,
        within=18,
        rank=2,
    ),
    Cue(
        EXTRA,
        r"(?:extra|more|of new money|in additional \w+)(?! than|-)\b",
        "extra more new additional",
        AMOUNTS,
        Side.AFTER,
        within=9,
        rank=2,
    ),
    Cue(
        EXTRA,
        r"the (?:extra|increase|uplift|additional cost)\b",
        "extra increase uplift additional",
        AMOUNTS,
        Side.BEFORE,
        within=40,
        rank=2,
    ),
    Cue(
        "a year earlier",
        r"(?:on|than|from|compared with|compared to|over) (?:a|the) (?:year (?:earlier|before|ago)"
        r"|previous year|year)(?=[ .,;)]|$)|year[ -]on[ -]year|on last year|than last year\b(?!'s)"
        r"|from last year\b(?!'s)",
        "year last",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
    Cue(
        "the previous quarter",
        r"(?:on|than|from|compared with|over) the (?:previous|preceding|prior) (?:quarter|three"
        r" months)|quarter[ -]on[ -]quarter",
        "quarter months",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
    Cue(
        "the previous month",
        r"(?:on|than|from|compared with|over) (?:the (?:previous|preceding|prior) month|a month"
        r" earlier)|month[ -]on[ -]month",
        "month",
        NUMBERS,
        Side.AFTER,
        within=70,
    ),
)

_WITH_OBJECT = (
    (
        re.compile(
            r"\b(?:more|less|higher|lower|fewer|greater|bigger|smaller|worse|better)\s+than\s+(?:in\s+"
            r"|at\s+|on\s+)?(?P<of>\S)"
        ),
        Side.AFTER,
        14,
    ),
    (
        re.compile(r"\b(?:when |if )?(?:measured|compared|set|relative|as opposed)\s+(?:against|with|to)\s+(?P<of>\S)"),
        Side.EITHER,
        400,
    ),
    (re.compile(r"(?:^|[,;:(]\s*)against\s+(?P<of>(?:an?|the|last|this|its)\s\w)(?!\s?backdrop)"), Side.EITHER, 400),
    (re.compile(r"\b(?:up|down)\s+(?:from|on)\s+(?P<of>\S)"), Side.AFTER, 80),
    (
        re.compile(
            r"\b(?:increase|rise|cut|reduction|drop|fall|decline|growth|jump|improvement)s?\s+(?:on|over"
            r"|from|compared with)\s+(?P<of>\S)"
        ),
        Side.EITHER,
        40,
    ),
    (
        re.compile(
            r"\b(?:above|below|from|on|against|under|over)\s+(?P<of>(?:(?:19|20)\d\d|pre-\w+|current"
            r"|today's|last year's|present)\s+levels?\b)"
        ),
        Side.AFTER,
        60,
    ),
    (
        re.compile(
            r"\b(?:above|over)\s+(?P<of>(?:and above\s+)?(?:the |its )?(?:existing|current|planned|baseline)\s+\w+)"
        ),
        Side.AFTER,
        40,
    ),
)
_TRIGGERS = one_of(
    "than measured compared set relative opposed against up down increase rise cut reduction drop"
    " fall decline growth"
    " jump improvement level levels existing current planned baseline"
)
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
_BOUND = re.compile(r"\bno\s+$|\bnot\s+$")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of the baseline; the value is what is compared with, in small letters, or `EXTRA`."""
    if not _TRIGGERS.isdisjoint(clause.words):
        for pattern, side, within in _WITH_OBJECT:
            for match in pattern.finditer(clause.low):
                yield from _with_object(clause, match, side, within)
    yield from look(clause, "baseline", TABLE)


def _with_object(clause: Clause, match: re.Match[str], side: Side, within: int) -> Iterator[Hit]:
    start, of = match.start() + clause.span.start, match.start("of") + clause.span.start
    own = match[0].lstrip(",;:( ")
    start += len(match[0]) - len(own)
    if _BOUND.search(clause.before(start, 5)):
        return
    figure = clause.figure_at(of)
    if figure is not None or clause.starts_figure(of, 3):
        # "more than 5,000" bounds the figure behind it; "up from 7,800" names a starting point.
        if figure is not None and own.startswith(_BEFORE_NUMBERS):
            span = Span(start, figure.span.end)
            yield Hit(
                name="baseline", value=clause.said(figure.span), span=span, fits=NUMBERS, side=side, within=within
            )
        return
    phrase = Span(of, match.end() + clause.span.start) if match[0].endswith(("level", "levels")) else clause.phrase(of)
    if phrase.start < phrase.end:
        span, value = Span(start, phrase.end), _EARLIER.get(clause.said(phrase), clause.said(phrase))
        yield Hit(name="baseline", value=value, span=span, fits=NUMBERS, side=side, within=within, inner=phrase)
