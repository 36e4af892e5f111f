"""What a figure is a figure of, where the words say so beyond doubt: its kind of thing, its sector, its event.

Nothing here is a guess at meaning. Two figures count as different only where both name a thing of the lists and the
lists hold them apart; everything else is left to the person who set them side by side.
"""

import re
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import clauses, counted_nouns, events, voices
from app.comparison.words.events import Events
from app.comparison.words.lexicon import Lexicon
from app.domain import units
from app.domain.figure import Figure, Kind
from app.domain.verdict import Reason

_REACH = 60
"""How many characters before a figure its head noun is looked for."""
_CLAUSE = 120
"""The same of those who died: where and when stands between."""
_AFTER = 40

_LOANS = r"loans|loan(?! (?:handout|relief|forgiveness|plan|scheme|programme|program|write-off)s?\b)"
"""What is done about loans is not what is lent."""
_EARNED = r"earn(?:s|ed)"
"""People earn pay, a firm a profit, and a country by what it sells abroad."""
_THINGS: dict[str, str] = {
    "gap": r"(?:black )?holes?|gaps?|shortfalls?|short|deficits?|overspends?|underfunding|borrowing|borrowed",
    "fund": r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!help )fund|funds worth|(?:wealth|pension|trust) funds"
    r"|endowments?|in assets|assets (?:of|worth|under management)|total assets",
    "tax": r"(?<!before )(?<!after )tax(?:es|ation)?|lev(?:y|ies)|dut(?:y|ies)|tariffs?|receipts"
    r"|(?<!including )(?<!excluding )(?<!with )(?<!plus )vat",
    "debt": rf"(?<!servicing )debts?(?! interest| servic)|{_LOANS}|bonds?|liabilit(?:y|ies)",
    "borrowing": rf"borrow(?:s|ed|ing)?|{_LOANS}|bonds?",
    "debt interest": r"debt interest|interest payments?|debt servic(?:ing|e)|servicing (?:[a-z]+ )?debts?",
    "profit": rf"profits?|{_EARNED}|earnings|dividends?|surplus(?:es)?|gains?|gained|returns? (?:of|was|were|came)",
    "loss": r"loss(?:es)?|lost|write-?downs?|damages?",
    "revenue": rf"revenues?|sales|turnover|receipts|takings|{_EARNED}",
    "pay": rf"salar(?:y|ies)|wages?|{_EARNED}",
    "savings": r"savings?|saves|saved",
    "fine": r"fines?|fined|penalt(?:y|ies)",
    "exports": rf"exports?|exported|{_EARNED}",
    "imports": r"imports?|imported",
    "inflation": r"inflation|consumer prices|price index",
    "price": r"prices?|inflation",
    "unemployment": r"unemployment|joblessness|jobless rate|unemployed",
    "employment": r"employment rate",
    "interest": r"interest rates?|base rate|bank rate|yields?|coupon",
    "growth": r"growth|grew|grow|expanded|contracted|shrank",
    "turnout": r"turnout",
    "poll": r"support|approval|voters",
    "deaths": r"deaths?|died|killed|dead|fatalities",
    "injured": r"injured|wounded|injuries|hurt",
}
"""Kinds of thing that no basis turns into each other. Costs, bills, deals and budgets are left out: people call one
payment by all of those names."""

_OF_MONEY = frozenset(
    {"gap", "fund", "tax", "debt", "borrowing", "debt interest", "profit", "loss", "revenue", "pay", "savings", "fine"}
    | {"exports", "imports"}
)
_OF_COUNTS = frozenset({"deaths", "injured"})
_OF_PERCENT = frozenset(
    {
        "gap",
        "tax",
        "inflation",
        "price",
        "unemployment",
        "employment",
        "interest",
        "growth",
        "turnout",
        "poll",
        "debt",
        "borrowing",
        "pay",
    }
)
_NAMED_FOR = {
    kind: Lexicon({name: words for name, words in _THINGS.items() if name in names})
    for kind, names in (
        (Kind.MONEY, _OF_MONEY),
        (Kind.QUANTITY, _OF_COUNTS | _OF_MONEY),
        (Kind.PERCENTAGE, _OF_PERCENT),
    )
}
_BEFORE_BEGINS = re.compile(r"[;:()]|, (?:while|but|and)\b")

_SECTORS = Lexicon(
    {
        "defence": r"defen[cs]e|military|army|navy|armed forces",
        "health": r"health(?:care)?|nhs|hospitals?",
        "education": r"education|schools?|universit(?:y|ies)",
        "aid": r"(?:foreign |overseas |international )?aid|development assistance",
        "welfare": r"welfare|benefits bill|pensions?|social care",
        "transport": r"transport|rail(?:ways?)?|roads?",
        "housing": r"housing|homes|social homes",
        "policing": r"polic(?:e|ing)|prisons?",
        "science": r"science|research and development|r&d",
    }
)

_OPENS = r"(?:re-?)?open(?:s|ed|ing)?"
_IS_DONE = r"finish(?:es|ed)?|complet(?:es?|ed|ion)"
"""What is built opens when it is done: two wordings of one date."""
_STAGES = Lexicon(
    {
        "start": rf"beg[iau]ns?|beginning|starts?|started|launch(?:es|ed)?|{_OPENS}|commences?|commenced",
        "opening": rf"{_OPENS}|{_IS_DONE}",
        "end": rf"ends?|ended|expires?|expired|{_IS_DONE}|closes?|closed",
        "decision": r"votes?|voted|voting|meets?|meeting|hearing",
        "signing": r"signed|signs|signing|initialled",
        "force": r"(?:in|enters?|entered|come|comes|came) (?:in)?to (?:force|effect)|takes? effect|in force",
        "passage": r"passed|voted through|royal assent|enacted",
        "announcement": r"announced|announces|unveiled|published",
        "delivery": r"delivered|deliver(?:s|y|ies)|handed over|in service",
    }
)
"""Stages of one undertaking: two dates of different stages are not two versions of one date."""

_PART = re.compile(r"\bcore (?:[a-z]+ )?(?:defen[cs]e|spending|budget|cost|costs|programme)\b|\bof which\b")

_NEXT_FIGURE = re.compile(r"\b(?:and|plus)\b[^.;,]{0,24}\d")
"""Where another figure begins that the words behind it are of: "900 dead and another 4,000 injured"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure is a figure of: empty sets and None where the words do not say."""

    figure: Figure
    counted: str | None
    """The noun that is counted: a person who died is a death."""
    things: frozenset[str]
    """The kinds of thing named beside the figure."""
    sectors: frozenset[str]
    stages: frozenset[str]
    """Of a date: the stages of an undertaking that the words name."""
    events: Events
    is_part: bool
    """The measure itself is named as a part of a larger one ("core defence")."""


def read(figure: Figure, told: Told) -> Subject:
    """The subject of a figure, from the words about it."""
    around, dated = told.around, figure.kind is Kind.DATE
    return Subject(
        figure=figure,
        counted=counted_nouns.of(figure, told),
        things=_things(figure, told),
        sectors=frozenset() if dated else _sectors(around),
        stages=_STAGES.named(around) if dated else frozenset(),
        events=events.read(told),
        is_part=_PART.search(told.clause) is not None,
    )


def _sectors(around: str) -> frozenset[str]:
    """The sectors named about a figure; who speaks of it can be of another."""
    return _SECTORS.named(voices.without_source(around)) if _SECTORS.named(around) else frozenset()


def difference(a: Subject, b: Subject) -> Reason | None:
    """DIFFERENT_MEASURE or DIFFERENT_EVENT where the words set the two apart, None where nothing does."""
    if measures_differ(a, b):
        return Reason.DIFFERENT_MEASURE
    if events_differ(a, b):
        return Reason.DIFFERENT_EVENT
    return None


def measures_differ(a: Subject, b: Subject) -> bool:
    """Whether the two name different kinds of thing (gap and fund), sectors, or counted nouns."""
    if a.figure.kind is Kind.DATE or b.figure.kind is Kind.DATE:
        return False
    if a.things and b.things and not a.things & b.things:
        return True
    if len(a.sectors) == 1 and len(b.sectors) == 1 and a.sectors != b.sectors:
        return True
    return _counted_differ(a, b)


def events_differ(a: Subject, b: Subject) -> bool:
    """Whether the words set two events apart: a previous and a new order, two named dates, two stages."""
    return events.differ(a.events, b.events) or bool(a.stages and b.stages and not a.stages & b.stages)


def _things(figure: Figure, told: Told) -> frozenset[str]:
    """The kinds of thing in the words that follow the figure at once, else the nearest before it."""
    lexicon = _NAMED_FOR.get(figure.kind)
    if lexicon is None:
        return frozenset()
    if figure.unit in counted_nouns.ARMY and (counted_nouns.of(figure, told) or "").endswith(counted_nouns.DEATH):
        return frozenset({"deaths"})  # and no loss of money
    after = _NEXT_FIGURE.split(clauses.after(told, clauses.PHRASE)[:_AFTER])[0]
    if named := lexicon.named(f"{told.surface.lower()} {after}"):
        return named
    return lexicon.last(_BEFORE_BEGINS.split(told.before)[-1][-_REACH:].lower())


def _counted_differ(one: Subject, other: Subject) -> bool:
    if {one.figure.kind, other.figure.kind} != {Kind.QUANTITY} or one.counted is None or other.counted is None:
        return False
    # What is measured is a matter of units, not of nouns.
    if units.is_measure(one.counted) or units.is_measure(other.counted):
        return False
    return not counted_nouns.can_be_one(one.counted, other.counted)
