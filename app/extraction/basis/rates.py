"""The period of a rate: in the figure itself ("£45m a year") or in the words around it ("the yearly bill is £45m")."""

import re
from collections.abc import Iterator

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, Cue, Hit, Side, Table, look

OWN = -1
"""The rank of a rate that the figure itself states."""

_NOUN = (
    "(?:[\\w-]+ )?(?:bill|cost|budget|spending|spend|fee|rent|payment|income|revenue|turnover|salary|wage|pay|saving"
    "|subsidy|grant|contribution|charge|deficit|surplus|allowance|premium|output|sales|profit|loss|production"
    "|capacity|donation|dividend|instalment|sum|figure|amount|average|intake)s?(?:es)?"
)
_EACH = r"(?:each|every|per|a)[ -]"
_SELECT = r"(?:first |opening |next |following |last |past |initial )?"

HEADS = frozenset({
    "person", "household", "family", "home", "borrower", "taxpayer", "pupil", "student", "patient", "child", "worker",
    "employee", "customer", "passenger", "resident", "claimant",
})  # fmt: skip
"""Those among whom a sum is told: a sum for each is no rate over time."""

TABLE = Table(
    Cue(
        "year",
        rf"(?:in |for |during )?(?:each|every one) of the {_SELECT}(?:[\w-]+ )?years",
        "each every",
        AMOUNTS,
        within=40,
    ),
    Cue(
        "year",
        rf"(?<!than )(?<!for )(?<!within )(?<!over ){_EACH}year(?! (?:earlier|ago|before|later|on|since)\b)"
        r"|annually|per annum|year (?:after|in,? year out) ?(?:year)?",
        "year annually annum",
        AMOUNTS,
        Side.AFTER,
        within=40,
    ),
    Cue(
        "year",
        rf"(?:annual|annualised|yearly) {_NOUN}|(?:each|every) year(?! since\b)|annually",
        "annual annualised yearly year annually",
        AMOUNTS,
        Side.BEFORE,
        within=60,
        rank=1,
    ),
    Cue("year", r"(?:an? )?(?:annual|yearly)", "annual yearly", AMOUNTS, Side.BEFORE, within=2),
    Cue("month", rf"{_EACH}month|monthly", "month monthly", AMOUNTS, Side.AFTER, within=30),
    Cue("month", rf"monthly {_NOUN}|each month|every month", "month monthly", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("week", rf"{_EACH}week|weekly", "week weekly", AMOUNTS, Side.AFTER, within=30),
    Cue("week", rf"weekly {_NOUN}|each week|every week", "week weekly", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("day", rf"{_EACH}day|daily", "day daily", AMOUNTS, Side.AFTER, within=30),
    Cue("day", rf"daily {_NOUN}|each day|every day", "day daily", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("quarter", r"(?:each|every|per) quarter", "quarter", AMOUNTS, Side.AFTER, within=30),
    Cue("person", r"per (?:person|head|capita)|a head", "person head capita", MONEY, Side.AFTER, within=25),
    *(
        Cue(head, rf"(?:per|for each|for every) {head}", head, MONEY, Side.AFTER, within=45)
        for head in sorted(HEADS - {"person"})
    ),
)

_TAIL = re.compile(
    r"(?:\b(?:an?|per|each|every|the)[ -][£$€]?\w+(?:[ -](?:hour|metre|meter|foot))?"
    r"|\b(?:annually|yearly|monthly|weekly|daily|hourly|quarterly|per annum|p\.?a\.?)"
    r"|-an?-\w+|/\s?\w+)$"
)


def hits(clause: Clause) -> Iterator[Hit]:
    """Every period of a rate."""
    for mention in clause.figures:
        if mention.figure.per is not None:
            tail = clause.before(mention.span.end, min(40, mention.span.end - mention.span.start))
            match = _TAIL.search(tail)
            start = mention.span.end - len(tail) + match.start() if match else mention.span.start
            span = Span(start, mention.span.end)
            fits = frozenset({mention.figure.kind})
            yield Hit(name="per", value=mention.figure.per, span=span, fits=fits, within=0, rank=OWN)
    yield from look(clause, "per", TABLE)
