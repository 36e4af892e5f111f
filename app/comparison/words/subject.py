"""What a figure is a figure of, where the words say so beyond doubt: its kind of thing, its sector, its event.

Nothing here is a guess at meaning. Two figures count as different only where both name a thing of the lists and the
lists hold them apart; everything else is left to the person who set them side by side.
"""

import re
from dataclasses import dataclass

from app.comparison.amounts import widths
from app.comparison.statement import Told
from app.comparison.words import voices
from app.comparison.words.lexicon import Lexicon
from app.domain.figure import Figure, Kind
from app.domain.verdict import Reason

_REACH = 60
"""How many characters before a figure its head noun is looked for."""
_AFTER = 40

_LOANS = r"loans|loan(?! (?:handout|relief|forgiveness|plan|scheme|programme|program|write-off)s?\b)"
"""What is done about loans is not what is lent."""
_THINGS: dict[str, str] = {
    "gap": r"(?:black )?holes?|gaps?|shortfalls?|short|deficits?|overspends?|underfunding|borrowing|borrowed",
    "fund": r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!help )fund|funds worth|(?:wealth|pension|trust) funds"
    r"|endowments?|in assets|assets (?:of|worth|under management)|total assets",
    "tax": r"(?<!before )(?<!after )tax(?:es|ation)?|lev(?:y|ies)|dut(?:y|ies)|tariffs?|receipts"
    r"|(?<!including )(?<!excluding )(?<!with )(?<!plus )vat",
    "debt": rf"(?<!servicing )debts?(?! interest| servic)|{_LOANS}|bonds?|liabilit(?:y|ies)",
    "borrowing": rf"borrow(?:s|ed|ing)?|{_LOANS}|bonds?",
    "debt interest": r"debt interest|interest payments?|debt servic(?:ing|e)|servicing (?:[a-z]+ )?debts?",
    "profit": r"profits?|earnings|dividends?|surplus(?:es)?|gains?|gained|returns? (?:of|was|were|came)",
    "loss": r"loss(?:es)?|lost|write-?downs?|damages?",
    "revenue": r"revenues?|sales|turnover|receipts|takings",
    "pay": r"salar(?:y|ies)|wages?|earn(?:s|ed)",
    "savings": r"savings?|saves|saved",
    "fine": r"fines?|fined|penalt(?:y|ies)",
    "exports": r"exports?|exported",
    "imports": r"imports?|imported",
    "inflation": r"inflation|consumer prices|price index",
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
        "inflation",
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
_AFTER_ENDS = re.compile(r"[,.;:()]|\b(?:by|because|while|as|which|that|but|when|than|before|after|if|since|until)\b")
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

_EVENT_NOUN = (
    r"(?:batch|order|contract|deal|agreement|treaty|package|tranche|strikes?|attacks?|raids?|election|referendum|war|"
    r"summit|storms?|floods?|auction|sale|round|phase|shipment|delivery|instalment|payment|programme|program|budget|"
    r"vote|poll|wave|season|campaign|offer|bid|crash|earthquake|census|survey|review|settlement|plan|scheme|project|"
    r"government|administration|final|cup|games|olympics|festival|conference|championships?|tournament|marathon|derby|"
    r"appeal|tender|expedition|voyage|hurricane|cyclone|typhoon|wildfire|drought|outbreak|pandemic|recession|inquiry)"
)
_ANY_EVENT = re.compile(rf" {_EVENT_NOUN}\b")
_CALLED = re.compile(r"\b(Hurricane|Storm|Cyclone|Typhoon|Operation|Exercise|Project) ([A-Z][a-zé]+)")
"""As printed: a storm or an operation with a name of its own."""
_EDITION = re.compile(
    r"\b(?!(?:In|By|Since|From|Until|After|Before|During|Spring|Summer|Autumn|Winter|Christmas|Easter|January|February"
    r"|March|April|May|June|July|August|September|October|November|December|Review|Budget|Statement|Report|Survey|Census"
    r"|Act|Bill|Book|Plan|Index)\b)([A-Z][a-zé]+) ((?:19|20)\d\d)\b"
)
"""A place and a year by which games, a fair or a championship is called; seasons and documents are dated so too."""
_BETWEEN = r"(?:[a-z-]+ ){0,2}"
_EARLIER = re.compile(
    rf"\b(?:previous|earlier|prior|former|last|past|old|original|existing|preceding) {_BETWEEN}{_EVENT_NOUN}\b"
)
_NEXT = r"(?:new|newest|latest|current|next|second|follow-on|follow-up|fresh|another|upcoming|further|subsequent)"
_LATER = re.compile(rf"\b{_NEXT} {_BETWEEN}{_EVENT_NOUN}\b")
_ORDINAL = re.compile(rf"\b(first|second|third|fourth|fifth|sixth|final) {_BETWEEN}({_EVENT_NOUN})\b")
_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"
_NAMED = re.compile(rf"\b((?:(?:{_MONTH}) )?\d{{4}}|{_MONTH})(?:['’]s)? {_BETWEEN}({_EVENT_NOUN})\b")
_DAY_OF = re.compile(rf"\b(\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?) {_BETWEEN}({_EVENT_NOUN})\b")

_STAGES = Lexicon(
    {
        "start": r"beg[iau]ns?|beginning|starts?|started|launch(?:es|ed)?|opens?|opened|commences?|commenced",
        "end": r"ends?|ended|finish(?:es|ed)?|expires?|expired|completed?|completes|closes?|closed",
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
        "plane aircraft jet warplane",
        "ship vessel warship boat",
        "missile weapon rocket interceptor munition",
        "student pupil child schoolchild",
        "prisoner inmate convict",
        "voter elector vote",
        "firm company business",
        "vehicle car truck lorry",
    )
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """What the words say of the event: that it came before or comes after another, and by what it is named.

    `named` has, for an order ("first"), a day, a month or year and a proper name in turn, the name and the noun
    ("may", "budget"), None where there is none or more than one.
    """

    earlier: bool = False
    later: bool = False
    named: tuple[tuple[str, str] | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure is a figure of: empty sets and None where the words do not say."""

    figure: Figure
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
        things=_things(figure, told),
        sectors=frozenset() if dated else _sectors(around),
        stages=_STAGES.named(around) if dated else frozenset(),
        events=_events(told),
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
    return _counted_differ(a.figure, b.figure)


def events_differ(a: Subject, b: Subject) -> bool:
    """Whether the words set two events apart: a previous and a new order, two named dates, two stages."""
    for first, second in ((a.events, b.events), (b.events, a.events)):
        if first.earlier and not first.later and second.later and not second.earlier:
            return True
    for named, against in zip(a.events.named, b.events.named, strict=False):
        if named and against and named[1] == against[1] and named[0] != against[0]:
            one, other = set(named[0].split()), set(against[0].split())
            return not (one <= other or other <= one)
    return bool(a.stages and b.stages and not a.stages & b.stages)


def _things(figure: Figure, told: Told) -> frozenset[str]:
    """The kinds of thing in the words that follow the figure at once, else the nearest before it."""
    lexicon = _NAMED_FOR.get(figure.kind)
    if lexicon is None:
        return frozenset()
    after = _AFTER_ENDS.split(told.after, maxsplit=1)[0][:_AFTER]
    if named := lexicon.named(f"{told.surface} {after}".lower()):
        return named
    return lexicon.last(_BEFORE_BEGINS.split(told.before)[-1][-_REACH:].lower())


def _events(told: Told) -> Events:
    """The events that a sentence names, without those of whoever says so."""
    called = {(match[2], match[1]) for match in _CALLED.finditer(told.text)}
    called |= {(match[0].lower(), "edition") for match in [*_EDITION.finditer(told.before)][-1:]}
    if not called and _ANY_EVENT.search(told.lower) is None:
        return Events()
    text = voices.without_source(told.around).replace("#", told.surface.lower())
    return Events(
        earlier=_EARLIER.search(text) is not None,
        later=_LATER.search(text) is not None,
        named=(*(_single(_matched(pattern, text)) for pattern in (_ORDINAL, _DAY_OF, _NAMED)), _single(called)),
    )


def _matched(pattern: re.Pattern[str], text: str) -> set[tuple[str, str]]:
    return {(match[1], match[2].rstrip("s")) for match in pattern.finditer(text)}


def _single(found: set[tuple[str, str]]) -> tuple[str, str] | None:
    return found.pop() if len(found) == 1 else None


def _counted_differ(one: Figure, other: Figure) -> bool:
    if one.kind is not Kind.QUANTITY or other.kind is not Kind.QUANTITY or one.unit is None or other.unit is None:
        return False
    # What is measured is a matter of units, not of nouns.
    if widths.is_measured(one.unit) or widths.is_measured(other.unit):
        return False
    return not same_counted(one.unit, other.unit)


def same_counted(one: str, other: str) -> bool:
    """Whether two counted nouns can be one: they share a word, a row of the list, or one is just "person"."""
    first, second = _heads(one), _heads(other)
    if first & second or any(row & first and row & second for row in _SAME_COUNTED):
        return True
    return bool((first & _GENERAL and _are_people(second)) or (second & _GENERAL and _are_people(first)))


def _are_people(heads: frozenset[str]) -> bool:
    return bool(heads & _PEOPLE) or any(_AGENT.search(word) and word not in _MACHINES for word in heads)


def _heads(unit: str) -> frozenset[str]:
    words = unit.lower().replace("-", " ").split()
    return frozenset([*words, "_".join(words)])
