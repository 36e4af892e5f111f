"""What a figure is a figure of, where the words say so beyond doubt: its kind of thing, its sector, its event.

Nothing here is a guess at meaning. Two figures count as different only where both name a thing of the lists and the
lists hold them apart; everything else is left to the person who set them side by side.
"""

import re

from app.comparison import widths
from app.comparison.statement import Statement
from app.domain.figure import Kind
from app.domain.verdict import Reason

_REACH = 60
"""How many characters before a figure its head noun is looked for."""
_AFTER = 40


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(text.split('|'))})\b", re.IGNORECASE)


_THINGS: dict[str, re.Pattern[str]] = {
    "gap": _words(r"(?:black )?holes?|gaps?|shortfalls?|short|deficits?|overspends?|underfunding|borrowing|borrowed"),
    "fund": _words(
        r"(?<!to )(?<!will )(?<!would )(?<!could )(?<!help )fund|funds worth|(?:wealth|pension|trust) funds|endowments?"
    ),
    "tax": _words(r"tax(?:es|ation)?|lev(?:y|ies)|dut(?:y|ies)|tariffs?|vat|receipts"),
    "debt": _words(r"debts?|borrowing|borrowed|loans?|bonds?|liabilit(?:y|ies)"),
    "profit": _words(r"profits?|earnings|dividends?|surplus(?:es)?"),
    "loss": _words(r"loss(?:es)?|lost|write-?downs?|damages?"),
    "revenue": _words(r"revenues?|sales|turnover|receipts|takings"),
    "pay": _words(r"salar(?:y|ies)|wages?|earn(?:s|ed)"),
    "savings": _words(r"savings?|saves|saved"),
    "fine": _words(r"fines?|fined|penalt(?:y|ies)"),
    "exports": _words(r"exports?|exported"),
    "imports": _words(r"imports?|imported"),
    "inflation": _words(r"inflation|consumer prices|price index"),
    "unemployment": _words(r"unemployment|joblessness|jobless rate|unemployed"),
    "employment": _words(r"employment rate"),
    "interest": _words(r"interest rates?|base rate|bank rate|yields?|coupon"),
    "growth": _words(r"growth|grew|grow|expanded|contracted|shrank"),
    "turnout": _words(r"turnout"),
    "poll": _words(r"support|approval|voters"),
    "deaths": _words(r"deaths?|died|killed|dead|fatalities"),
    "injured": _words(r"injured|wounded|injuries|hurt"),
}
"""Kinds of thing that no basis turns into each other. Costs, bills, deals and budgets are left out: people call one
payment by all of those names."""

_OF_MONEY = frozenset(
    {"gap", "fund", "tax", "debt", "profit", "loss", "revenue", "pay", "savings", "fine", "exports", "imports"}
)
_OF_COUNTS = frozenset({"deaths", "injured"})
_OF_PERCENT = frozenset(
    {"gap", "inflation", "unemployment", "employment", "interest", "growth", "turnout", "poll", "debt", "pay"}
)
_NAMED_FOR = {Kind.MONEY: _OF_MONEY, Kind.QUANTITY: _OF_COUNTS | _OF_MONEY, Kind.PERCENTAGE: _OF_PERCENT}

_SECTORS: dict[str, re.Pattern[str]] = {
    "defence": _words(r"defen[cs]e|military|army|navy|armed forces"),
    "health": _words(r"health(?:care)?|nhs|hospitals?"),
    "education": _words(r"education|schools?|universit(?:y|ies)"),
    "aid": _words(r"(?:foreign |overseas |international )?aid|development assistance"),
    "welfare": _words(r"welfare|benefits bill|pensions?|social care"),
    "transport": _words(r"transport|rail(?:ways?)?|roads?"),
    "housing": _words(r"housing|homes|social homes"),
    "policing": _words(r"polic(?:e|ing)|prisons?"),
    "science": _words(r"science|research and development|r&d"),
}

_EVENT_NOUN = (
    r"(?:batch|order|contract|deal|agreement|treaty|package|tranche|strikes?|attacks?|raids?|election|referendum|war|"
    r"summit|storms?|floods?|auction|sale|round|phase|shipment|delivery|instalment|payment|programme|program|budget|"
    r"vote|poll|wave|season|campaign|offer|bid|crash|earthquake|census|survey|review|settlement|plan|scheme|project|"
    r"government|administration)"
)
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

_STAGES: dict[str, re.Pattern[str]] = {
    "start": _words(r"beg[iau]ns?|beginning|starts?|started|launch(?:es|ed)?|opens?|opened|commences?|commenced"),
    "end": _words(r"ends?|ended|finish(?:es|ed)?|expires?|expired|completed?|completes|closes?|closed"),
    "signing": _words(r"signed|signs|signing|initialled"),
    "force": _words(r"(?:in|enters?|entered|come|comes|came) (?:in)?to (?:force|effect)|takes? effect|in force"),
    "announcement": _words(r"announced|announces|unveiled|published"),
    "delivery": _words(r"delivered|deliver(?:s|y|ies)|handed over|in service"),
}
"""Stages of one undertaking: two dates of different stages are not two versions of one date."""

# Words for one thing counted: the first of a row stands for all.
_SAME_COUNTED: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "soldier troop serviceman servicemember personnel military_personnel",
        "job role post position",
        "home house dwelling property housing_unit",
        "migrant arrival asylum_seeker refugee",
        "death fatality life",
        "worker employee staff",
        "patient case",
        "plane aircraft jet warplane",
        "ship vessel warship boat",
        "missile weapon rocket interceptor munition",
        "student pupil",
        "voter elector vote",
        "firm company business",
        "vehicle car truck lorry",
    )
)
_PEOPLE_LISTED = (
    "person people individual soldier troop migrant arrival worker employee patient student pupil voter civilian "
    "resident member refugee child woman man officer teacher nurse doctor"
)
_GENERAL = frozenset({"person", "people", "individual", "human"})
_AGENT = re.compile(r"(?:er|or|ist|ian|ee|ant|man|woman)$")
_MACHINES_LISTED = "tanker bomber fighter helicopter computer container reactor tractor tower order plant letter number"
_MACHINES = frozenset(_MACHINES_LISTED.split())
_PEOPLE = frozenset(_PEOPLE_LISTED.split())


def difference(a: Statement, b: Statement) -> Reason | None:
    """DIFFERENT_MEASURE or DIFFERENT_EVENT where the words set the two apart, None where nothing does."""
    if measures_differ(a, b):
        return Reason.DIFFERENT_MEASURE
    if events_differ(a, b):
        return Reason.DIFFERENT_EVENT
    return None


def measures_differ(a: Statement, b: Statement) -> bool:
    """Whether the two name different kinds of thing (gap and fund), sectors, or counted nouns."""
    if a.claim.figure.kind is Kind.DATE or b.claim.figure.kind is Kind.DATE:
        return False
    first, second = things(a), things(b)
    if first and second and not first & second:
        return True
    one, other = _sectors(a), _sectors(b)
    if len(one) == 1 and len(other) == 1 and one != other:
        return True
    return _counted_differ(a, b)


def things(statement: Statement) -> frozenset[str]:
    """The kinds of thing named beside the figure: in the words that follow it at once, else the nearest before it."""
    after = re.split(
        r"[,.;:()]|\b(?:by|because|while|as|which|that|but|when|than|before|after|if|since|until)\b",
        statement.after,
        maxsplit=1,
    )[0][:_AFTER]
    lists = {name: _THINGS[name] for name in sorted(_NAMED_FOR.get(statement.claim.figure.kind, frozenset()))}
    counted = f"{statement.claim.surface} {after}" if statement.place else ""
    if named := frozenset(name for name, pattern in lists.items() if pattern.search(counted)):
        return named
    before = re.split(r"[;:()]|, (?:while|but|and)\b", statement.before)[-1][-_REACH:]
    last = {name: max((m.end() for m in pattern.finditer(before)), default=-1) for name, pattern in lists.items()}
    nearest = max(last.values(), default=-1)
    return frozenset(name for name, end in last.items() if end == nearest >= 0)


def events_differ(a: Statement, b: Statement) -> bool:
    """Whether the words set two events apart: a previous and a new order, two named dates, two stages."""
    one, other = a.text.lower(), b.text.lower()
    for first, second in ((one, other), (other, one)):
        if (
            _EARLIER.search(first)
            and not _LATER.search(first)
            and _LATER.search(second)
            and not _EARLIER.search(second)
        ):
            return True
    for pattern in (_ORDINAL, _DAY_OF, _NAMED):
        named, against = _single(pattern, one), _single(pattern, other)
        if named and against and named[1] == against[1] and named[0] != against[0]:
            return not (
                set(named[0].split()) <= set(against[0].split()) or set(against[0].split()) <= set(named[0].split())
            )
    if a.claim.figure.kind is Kind.DATE and b.claim.figure.kind is Kind.DATE:
        stages, versus = _stages(a), _stages(b)
        return bool(stages and versus and not stages & versus)
    return False


def _single(pattern: re.Pattern[str], text: str) -> tuple[str, str] | None:
    found = {(match[1], match[2].rstrip("s")) for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _stages(statement: Statement) -> frozenset[str]:
    return frozenset(name for name, pattern in _STAGES.items() if pattern.search(statement.around))


def _sectors(statement: Statement) -> frozenset[str]:
    return frozenset(name for name, pattern in _SECTORS.items() if pattern.search(statement.around))


def _counted_differ(a: Statement, b: Statement) -> bool:
    one, other = a.claim.figure, b.claim.figure
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


_PART = re.compile(
    r"\bcore (?:[a-z]+ )?(?:defen[cs]e|spending|budget|cost|costs|programme)\b|\bof which\b", re.IGNORECASE
)


def is_part(statement: Statement) -> bool:
    """Whether the measure itself is named as a part of a larger one ("core defence")."""
    return _PART.search(statement.text) is not None
