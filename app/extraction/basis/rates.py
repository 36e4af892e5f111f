"""The period of a rate: in the figure itself ("£45m a year") or in the words around it ("the yearly bill is £45m")."""

import re
from collections.abc import Iterator

from app.domain.currency_signs import SIGNS
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, Cue, Hit, Side, Table, look
from app.extraction.numbers.rates import LEAVES

OWN = -1
"""The rank of a rate that the figure itself states."""
THING = 2
"""The rank of a thing for each of which a sum is told elsewhere in the sentence."""

_NOUN = (
    "(?:[\\w-]+ )?(?:bill|cost|budget|spending|spend|fee|rent|payment|income|revenue|turnover|salary|wage|pay|saving"
    "|subsidy|grant|contribution|charge|deficit|surplus|allowance|premium|output|sales|profit|loss|production"
    "|capacity|donation|dividend|instalment|sum|figure|amount|average|intake)s?(?:es)?"
)
_EACH = r"(?:each|every|per|a)[ -]"
# "£5m weekly for boats", but "£5m, said it would go on with weekly collections".
_ADVERB = (
    r"(?=[ .,;:)]*$|[.,;:)–—]| (?:on|in|for|to|by|and|or|from|since|until|at|as|but|with|of|than|over|under|during"
    r"|while|between|after|before|when|is|are|was|were|has|have|had|will|would)\b)"
)
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
        rf"(?<!than )(?<!for )(?<!within )(?<!over ){_EACH}year"
        rf"(?! (?:earlier|ago|before|late|later|behind|on|since|after(?! {LEAVES}))\b)"
        r"|annually|per annum|year (?:after year|in,? year out)",
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
    # "A £5m annual budget"
    Cue(
        "year",
        rf"(?:annual|yearly) (?:{_NOUN}|authori[sz]ation|appropriation|allocation|endowment|prize|fund|stipend)\b",
        "annual yearly",
        MONEY,
        Side.AFTER,
        within=1,
    ),
    Cue("month", rf"{_EACH}month|monthly{_ADVERB}", "month monthly", AMOUNTS, Side.AFTER, within=40),
    Cue("month", rf"monthly {_NOUN}|each month|every month", "month monthly", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("week", rf"{_EACH}week|weekly{_ADVERB}", "week weekly", AMOUNTS, Side.AFTER, within=40),
    Cue("week", rf"weekly {_NOUN}|each week|every week", "week weekly", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("day", rf"{_EACH}day|daily{_ADVERB}", "day daily", AMOUNTS, Side.AFTER, within=40),
    Cue("day", rf"daily {_NOUN}|each day|every day", "day daily", AMOUNTS, Side.BEFORE, within=50, rank=1),
    Cue("quarter", r"(?:each|every|per) quarter", "quarter", AMOUNTS, Side.AFTER, within=30),
    Cue("person", r"per (?:person|head|capita)|a head", "person head capita", MONEY, Side.AFTER, within=25),
    *(
        Cue(head, rf"(?:per|for each|for every) {head}", head, MONEY, Side.AFTER, within=45)
        for head in sorted(HEADS - {"person"})
    ),
)

# "The cost per school place was £5", "£5 for every tonne that it grinds": the thing is the last noun of the phrase.
_ENDS = (
    r"(?=\s*[,;:.()–—-](?!\w)|\s*$|\s(?:is|are|was|were|will|would|could|has|had|have|of|in|at|for|from|to|on|last"
    r"|this|next|by|more|less|lower|higher|up|down|rose|fell|grew|shows?|showed|reach\w*|var(?:y|ies)|came|comes"
    r"|stood|stands|costs?|that|which|it|they|he|she|we|over|since|during|across|[a-z]+ed)\b)"
)
_THING = rf"(?P<of>(?:[a-z][\w'-]*\s){{0,2}}?[a-z][\w'-]*){_ENDS}"
_PER_THING = re.compile(rf"(?<!as )\bper (?!(?:cent|annum|se|the|its|an?|this|that)\b){_THING}")
_FOR_THING = re.compile(rf"\bfor (?:each|every) (?!one\b|other\b|of\b){_THING}")
_CLAUSE_END = re.compile(r";|,?\s(?:and|but|while)\s(?:the|its|their|an?|it|they|he|she|we)\s")
_SPELLS = {"annual": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day"}
_SPELL = re.compile(rf"\b(?:{'|'.join(_SPELLS)})\b")
_UNIT_NAMES = ("hour", "metre", "meter", "foot", "mile")
_TAIL = re.compile(
    rf"(?:\b(?:an?|per|each|every|the)[ -](?:[A-Za-z]{{0,3}}[{SIGNS}])?\w+(?:[ -](?:hour|metre|meter|foot))?"
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
    if "per" in clause.words:
        for match in _PER_THING.finditer(clause.low):
            yield _of_thing(clause, match, Side.GOVERNS, within=90)
    if not clause.words.isdisjoint({"each", "every"}):
        for match in _FOR_THING.finditer(clause.low):
            yield _of_thing(clause, match, Side.AFTER, within=60)


def _of_thing(clause: Clause, match: re.Match[str], side: Side, *, within: int) -> Hit:
    """A sum for each of a thing; "kilowatt hour" and its like are two words."""
    words = match["of"].split()
    last = 2 if words[-1] in _UNIT_NAMES else 1
    span = Span(*match.span()).shifted(clause.span.start)
    end = _CLAUSE_END.search(clause.low, match.end(), match.end() + within)
    until = clause.span.start + end.start() if end else None
    thing = " ".join(words[-last:])
    spell = _SPELL.search(clause.low, max(0, match.start() - 30), match.start())
    if spell:  # "the annual cost per place" says more than "the annual cost"
        thing = f"{thing} per {_SPELLS[spell[0]]}"
    rank = 0 if spell else THING
    return Hit(name="per", value=thing, span=span, fits=MONEY, side=side, within=within, rank=rank, until=until)
