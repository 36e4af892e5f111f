"""Of what a percentage is a share: GDP, income, households, teachers."""

import re
from collections.abc import Iterator

from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import SHARES, Hit, Side
from app.extraction.mention import Mention

NAMES = {
    "gross domestic product": "GDP",
    "gdp": "GDP",
    "economic output": "GDP",
    "gross national income": "GNI",
    "gni": "GNI",
    "gross national product": "GNP",
    "gnp": "GNP",
    "national income": "national income",
    "national output": "GDP",
    "national economic output": "GDP",
    "the economy": "economy",
}
"""Wholes with a name that tables use; others keep their words."""

_KNOWN = "|".join(sorted(map(re.escape, NAMES), key=len, reverse=True))
_LEAD = (
    r"(?:(?:its|their|our|his|her|his|the|all|this|that|total|uk|us|eu|u\.k\.|u\.s\.|india's|britain's|annual"
    r"|those|(?:(?:average|typical|median|whole|member)\s)?[\w-]+(?:'s|s'))\s+)*"
)
_NOUN = r"(?!(?:on|in|at|with|who|from|to|it|them|those|these|us|which|whom|this|that|what|a|an)\b)[a-z][\w'-]*"
_STOP = (
    r"(?:of|is|are|was|were|have|has|had|will|would|could|can|may|must|in|on|by|for|to|from|with|at"
    r"|as|and|or|but|who|that"
    r"|which|said|say|says|took|take|live|want|vanished|support|backed|back|voted|think|believe"
    r"|spent|go|goes|went|over"
    r"|now|today|last|this|next|since|between|than|into|under|when|while|if|do|did|does|a|the|each"
    r"|every|not|were|being)"
)
_PLURAL = r"(?:people|children|women|men|staff|police|(?!(?:was|is|has|does|this|its|as|us)\b)[\w'-]*[a-rt-z]s)"
_PHRASE = (
    rf"(?:(?:{_KNOWN})\b|{_PLURAL}\b|{_NOUN}(?:\s(?!(?:{_STOP}"
    rf"|\w+ed)\b){_NOUN}(?<!s\b)){{0,2}}?(?:\s{_PLURAL}\b)|{_NOUN}(?:\s(?!(?:{_STOP}"
    rf"|\w+ed)\b){_NOUN})?)"
)
_OF = re.compile(rf"\s*(?:\([^)]{{1,40}}\)\s*)?,?\s*of\s+(?P<lead>{_LEAD})(?P<whole>{_PHRASE})")
_BARE = re.compile(rf"\s*(?P<whole>{_KNOWN})\b")
_ONE_IN = re.compile(rf"\s+(?!{_STOP}\b)(?P<whole>{_PHRASE})")
_SHARE_OF = re.compile(rf"\b(?:share|proportion|percentage|portion|slice)s? of\s+(?P<lead>{_LEAD})(?P<whole>{_PHRASE})")
_THE_SHARE = re.compile(r"\b(?:share|proportion)\b")
_TURN = re.compile(r"\b(?:in|out of)\s")


def hits(clause: Clause) -> Iterator[Hit]:
    """Every whole that a percentage of the sentence is a share of; each tells the denominator and the kind."""
    for mention in clause.figures:
        if mention.figure.kind is Kind.PERCENTAGE and (found := _whole(clause, mention)):
            span, value = found
            yield Hit(name="denominator", value=value, span=span, fits=SHARES)
            yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES)
    if "share" in clause.words or "proportion" in clause.words:
        for match in _THE_SHARE.finditer(clause.low):
            span = Span(match.start(), match.end()).shifted(clause.span.start)
            share = BasisKind.SHARE
            yield Hit(name="kind", value=share, span=span, fits=SHARES, side=Side.BEFORE, within=20, rank=2)
        for match in _SHARE_OF.finditer(clause.low):
            span = Span(match.start(), match.end()).shifted(clause.span.start)
            yield Hit(name="denominator", value=name(match["whole"]), span=span, fits=SHARES, rank=1)
            yield Hit(name="kind", value=BasisKind.SHARE, span=span, fits=SHARES, rank=1)


def name(words: str) -> str:
    """How a whole is written: its usual name, else its own words."""
    plain = " ".join(words.split())
    return NAMES.get(plain, plain)


def _whole(clause: Clause, mention: Mention) -> tuple[Span, str] | None:
    after = clause.after(mention.span.end, 90)
    match = _BARE.match(after) or _OF.match(after)
    if match is None and mention.figure.fraction and _TURN.search(clause.said(mention.span)):
        match = _ONE_IN.match(after)
    if match is None or clause.starts_figure(mention.span.end + match.end(), 2):  # "96% of the projected £627m"
        return None
    start = mention.span.end + match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
    return Span(start, mention.span.end + match.end()), name(match["whole"])
