"""What a figure is a figure of, where the words say so beyond doubt: its kind of thing, its sector, its event.

Nothing here is a guess at meaning. Two figures count as different only where both name a thing of the lists and the
lists hold them apart; everything else is left to the person who set them side by side.
"""

import re
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import clauses, events, voices
from app.comparison.words.events import Events
from app.comparison.words.hedges import HEDGES
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

# Words for one thing counted: the first of a row stands for all.
_SAME_COUNTED: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "soldier troop serviceman servicemember personnel military_personnel",
        "job role post position",
        "home house dwelling property housing_unit",
        "migrant arrival asylum_seeker refugee",
        "refugee national evacuee",
        "death fatality life",
        "worker employee staff",
        "patient case",
        "plane aircraft jet warplane fighter",
        "plane aircraft jet warplane bomber",
        "plane aircraft helicopter",
        "ship vessel warship boat",
        "missile weapon rocket interceptor munition",
        "student pupil child schoolchild",
        "prisoner inmate convict",
        "voter elector vote",
        "firm company business",
        "vehicle car truck lorry ev",
    )
)
_MODEL = re.compile(r"[a-z]{1,4}-\d+[a-z]?s?")
"""What craft and vehicles are called by their makers: an F-35, a T-72."""
_CRAFT_LISTED = (
    "plane aircraft jet warplane fighter bomber helicopter drone tank vehicle missile rocket train locomotive"
)
_CRAFT = frozenset(_CRAFT_LISTED.split())
_PEOPLE_LISTED = (
    "person people individual soldier troop migrant arrival worker employee patient student pupil voter civilian "
    "resident member refugee national child woman man officer teacher nurse doctor staff "
    "hostage inmate detainee victim"
)
_GENERAL = frozenset({"person", "people", "individual", "human"})
_AGENT = re.compile(r"(?:er|or|ist|ian|ee|ant|man|woman)$")
_MACHINES_LISTED = "tanker bomber fighter helicopter computer container reactor tractor tower order plant letter number"
_MACHINES = frozenset(_MACHINES_LISTED.split())
_PEOPLE = frozenset(_PEOPLE_LISTED.split())
_DIED_AFTER = re.compile(
    r"(?:, (?:all|most|some|many|half|among)\b[^,.;]{1,40},)?"
    r" (?:(?:have|has|had|are|were|was|be|been|now|also|known to have|confirmed|reportedly|feared) ){0,4}"
    r"(?:died|dead|killed|perished|lost their lives)\b"
)
_DIED_BEFORE = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|claim(?:s|ed|ing)? the lives of|deaths? of) (?:[a-z]+ ){0,2}$"
    r"|\b(?:death toll|number of (?:[a-z]+ )?(?:dead|deaths|fatalities|killed))\b[^.;,]*$"
)
_LET_GO_AFTER = re.compile(
    r" (?:(?:who|have|has|had|are|were|was|be|been|being|will|would|to|now|also) ){0,4}"
    r"(?:let go|laid off|made redundant|dismissed|sacked)\b"
)
_LET_GO_BEFORE = re.compile(
    rf"\b(?:let go|lay(?:s|ing)? off|laid off|dismiss(?:ed|es|ing)?|sack(?:s|ed|ing)?) {HEDGES}$"
)
_STAFF = frozenset({"worker", "employee", "staff"})
_DEATH, _JOB, _CASUALTY, _SOLDIER = "death", "job", "casualty", "soldier"
_ARMY = frozenset({"soldier", "troop", "troops", "personnel", "serviceman", "fighter", "marine", "conscript"})
_NEXT_FIGURE = re.compile(r"\b(?:and|plus)\b[^.;,]{0,24}\d")
"""Where another figure begins that the words behind it are of: "900 dead and another 4,000 injured"."""
_LOST_BEFORE = re.compile(r"\b(?:lost|loses?|losing) (?:[a-z]+ ){0,2}$")
_DEAD_AND_HURT = re.compile(
    r".*?\b(?:(?:dead|killed) (?:and|or|&)|(?:wounded|injured) (?:and|or|&)) (?:dead|killed|wounded|injured)\b"
)
_PEOPLE_NAMED = re.compile(r"\d.*\s[A-Z][a-z]+(?:ns|is|sh|se|ks|ts|ds)$")
"""The name of a people as the last word of a figure: "9,000 Ruritanians"."""


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
        counted=counted_noun(figure, told),
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
    if figure.unit in _ARMY and (counted_noun(figure, told) or "").endswith(_DEATH):
        return frozenset({"deaths"})  # and no loss of money
    after = _NEXT_FIGURE.split(clauses.after(told, clauses.PHRASE)[:_AFTER])[0]
    if named := lexicon.named(f"{told.surface.lower()} {after}"):
        return named
    return lexicon.last(_BEFORE_BEGINS.split(told.before)[-1][-_REACH:].lower())


def counted_noun(figure: Figure, told: Told) -> str | None:
    """The noun that a figure counts, None where it has none: people who died are deaths, those let go are jobs.

    A people's name says no more than "people" does; soldiers who died are deaths, if not any.
    """
    if figure.unit in _GENERAL | _STAFF and _are_let_go(told):
        return _JOB
    is_army = figure.unit in _ARMY
    if not (is_army or figure.unit in _GENERAL or (figure.unit and _PEOPLE_NAMED.search(told.surface))):
        return figure.unit
    before, after = told.before[-_CLAUSE:].lower(), told.after.lower()
    if _DEAD_AND_HURT.match(f"{told.surface.lower()}{after[:_AFTER]}"):
        return _CASUALTY
    if not (_DIED_AFTER.match(after) or _DIED_BEFORE.search(before) or (is_army and _LOST_BEFORE.search(before))):
        return figure.unit
    return f"{_SOLDIER} {_DEATH}" if is_army else _DEATH


def _are_let_go(told: Told) -> bool:
    return _LET_GO_AFTER.match(told.after.lower()) is not None or _LET_GO_BEFORE.search(told.clause_before) is not None


def _counted_differ(one: Subject, other: Subject) -> bool:
    if {one.figure.kind, other.figure.kind} != {Kind.QUANTITY} or one.counted is None or other.counted is None:
        return False
    # What is measured is a matter of units, not of nouns.
    if units.is_measure(one.counted) or units.is_measure(other.counted):
        return False
    return not same_counted(one.counted, other.counted)


def same_counted(one: str, other: str) -> bool:
    """Whether two counted nouns can be one: they share a word, a row of the list, or one is just "person"."""
    first, second = _heads(one), _heads(other)
    if any(_MODEL.fullmatch(model.lower()) and heads & _CRAFT for model, heads in ((one, second), (other, first))):
        return True
    if first & second or any(row & first and row & second for row in _SAME_COUNTED):
        return True
    return bool((first & _GENERAL and _are_people(second)) or (second & _GENERAL and _are_people(first)))


def _are_people(heads: frozenset[str]) -> bool:
    return bool(heads & _PEOPLE) or any(_AGENT.search(word) and word not in _MACHINES for word in heads)


def _heads(unit: str) -> frozenset[str]:
    words = unit.lower().replace("-", " ").split()
    return frozenset([*words, "_".join(words)])
