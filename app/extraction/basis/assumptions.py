"""On what a figure rests: "assuming prices rise 2%", "on the watchdog's forecast"."""

import re
from collections.abc import Iterator

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import NUMBERS, Hit
from app.extraction.word_sets import one_of

_CONDITION = re.compile(
    r"\b(?:assuming(?: that)?|on the assumption(?: that| of)?|under the assumption(?: that| of)?"
    r"|based on the assumption(?: that| of)?|on the basis (?:that|of)"
    r"|provided that|supposing(?: that)?|assumes(?: that)?"
    r"|if(?= (?:inflation|prices|rates|interest|growth|wages|demand|output|gdp|the economy|the"
    r" exchange|current trends)\b)"
    r"|if(?= (?:[\w'-]+ ){1,4}?(?:(?:is|are) (?:left|kept|held) (?:unchanged|in place|constant|flat|steady)"
    r"|stays?|remains?|rises?|falls?|grows?|keeps?|holds?|continues?|takes?|goes|go|hits?"
    r"|reach(?:es)?|drops?|doubles?|increases?|recovers?|fails?|wins?)\b))\s+(?P<of>\S)"
)
_SOURCE = re.compile(
    r"\b(?:on|under|using|based on|according to)\s+(?P<of>(?:the |an? |its |current |official |this )*"
    r"(?:(?:[\w'.-]+\s){0,5}?(?:forecasts?|projections?|scenarios?|assumptions?)(?! to\b)"
    r"|(?:present|recent|past|existing|these)?\s?trends))\b"
)
_RATE = re.compile(
    r"\b(?:at|with|using)\s+(?P<of>an?\s(?:[\w-]+\s){0,2}?(?:discount|inflation|interest|exchange"
    r"|growth) rate of\s+\S+)"
)
_CURRENT = re.compile(
    r"\bat\s+(?P<of>(?:current|today's|present|prevailing)\s"
    r"(?:prices|rates|levels|exchange rates)\s(?:for|of)\s[\w'-]+)"
)
_TRIGGERS = one_of(
    "current today present prevailing basis assuming assumption provided supposing assumes if forecast forecasts"
    " projection projections scenario scenarios assumptions trend trends rate"
)
_KEPT = re.compile(r"\s(?:is|are) (?:left|kept|held) \w+")
_COMMA = re.compile(r",(?!\d)")
_MAIN = re.compile(r"\s+(?:the|it|they|this|that|its|their|a|an|total|costs?|spending)\s")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every stated assumption; the value is the assumption itself, as it is printed."""
    if _TRIGGERS.isdisjoint(clause.words):
        return
    for match in _CONDITION.finditer(clause.low):
        yield _hit(clause, match, _condition(clause, match.start("of") + clause.span.start))
    for pattern in (_SOURCE, _RATE, _CURRENT):
        for match in pattern.finditer(clause.low):
            yield _hit(clause, match, Span(match.start("of"), match.end("of")).shifted(clause.span.start))


def _condition(clause: Clause, start: int) -> Span:
    """The condition: up to a comma, or, where the main clause follows without one, to the end of its last figure."""
    end = clause.phrase(clause.past_pronoun(start), words=14).end
    if comma := _COMMA.search(clause.low, start - clause.span.start, end - clause.span.start + 1):
        return Span(start, min(end, comma.start() + clause.span.start))
    if kept := _KEPT.match(clause.after(end)):
        return Span(start, end + kept.end())
    for one in clause.figures_in(start, end):
        if _MAIN.match(clause.after(one.span.end, 30)):
            return Span(start, one.span.end)
    return Span(start, end)


def _hit(clause: Clause, match: re.Match[str], phrase: Span) -> Hit:
    span = Span(match.start() + clause.span.start, max(phrase.end, match.start() + clause.span.start + 1))
    return Hit(name="assumption", value=clause.printed(phrase), span=span, fits=NUMBERS, inner=span)
