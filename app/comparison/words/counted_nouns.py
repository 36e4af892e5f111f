"""Which noun a count counts, and whether two nouns can be one.

People who died are deaths and those let go are jobs, whatever they are called; a ship is a vessel, and a soldier may be
a person of whom nothing else is said.
"""

import re

from app.comparison.statement import Told
from app.comparison.words.hedges import HEDGES
from app.domain.figure import Figure

_CLAUSE = 120
"""Characters before a figure in which it is said that those counted died: where and when stands between."""
_AFTER = 40
"""Characters after a figure in which it is said that those counted are the dead and the hurt together."""

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
        "dose jab shot vaccination",
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
_DEAD = re.compile(r"\d.*\b(?:dead|killed)$")
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
DEATH, _JOB, _CASUALTY, _SOLDIER = "death", "job", "casualty", "soldier"
ARMY = frozenset({"soldier", "troop", "troops", "personnel", "serviceman", "fighter", "marine", "conscript"})
_LOST_BEFORE = re.compile(r"\b(?:lost|loses?|losing) (?:[a-z]+ ){0,2}$")
_DEAD_AND_HURT = re.compile(
    r".*?\b(?:(?:dead|killed) (?:and|or|&)|(?:wounded|injured) (?:and|or|&)) (?:dead|killed|wounded|injured)\b"
)
_PEOPLE_NAMED = re.compile(r"\d.*\s[A-Z][a-z]+(?:ns|is|sh|se|ks|ts|ds)$")
"""The name of a people as the last word of a figure: "9,000 Ruritanians"."""


def of(figure: Figure, told: Told) -> str | None:
    """The noun that a figure counts, None where it has none: people who died are deaths, those let go are jobs.

    A people's name says no more than "people" does; soldiers who died are deaths, if not any.
    """
    if figure.unit in _GENERAL | _STAFF and _are_let_go(told):
        return _JOB
    is_army = figure.unit in ARMY
    if not (is_army or figure.unit in _GENERAL or (figure.unit and _PEOPLE_NAMED.search(told.surface))):
        return figure.unit
    before, after = told.before[-_CLAUSE:].lower(), told.after.lower()
    if _DEAD_AND_HURT.match(f"{told.surface.lower()}{after[:_AFTER]}"):
        return _CASUALTY
    died = _DEAD.search(told.surface.lower()) or _DIED_AFTER.match(after) or _DIED_BEFORE.search(before)
    if not died and not (is_army and _LOST_BEFORE.search(before)):
        return figure.unit
    return f"{_SOLDIER} {DEATH}" if is_army else DEATH


def _are_let_go(told: Told) -> bool:
    return _LET_GO_AFTER.match(told.after.lower()) is not None or _LET_GO_BEFORE.search(told.clause_before) is not None


def can_be_one(one: str, other: str) -> bool:
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
