"""What a count is a count of beside its noun: what was done, and how long a wait has to be to count.

People who claimed, who came and who are housed are three counts of people, and waits over four hours and over twelve
two counts of waits. Two counts differ so only where both texts say what they count, and share none of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import clauses, counted_nouns
from app.comparison.words.lexicon import Lexicon
from app.domain import units
from app.domain.figure import Figure, Kind

_ACTS = Lexicon(
    {
        "claims": r"claim(?:s|ed|ing)? (?:asylum|sanctuary|refuge|benefits?|compensation|damages)"
        r"|(?:asylum|benefit|compensation) (?:claims?|applications?)|appl(?:ied|ying) for",
        "arrivals": r"arriv(?:e|ed|ing|als?)|crossed|crossings?|landed|came ashore|journeys? across|sailed",
        "departures": r"deported|deportations?|removed from|removals?|emigrated|returned home|sent back",
        "detections": r"detected|caught|intercepted|identified|arrested",
        "stays": r"housed|accommodated|lodged|put up|placed in|held in|living in|liv(?:e|es) in|staying (?:in|at)"
        r"|in (?:\w+ )?(?:hotels?|hostels?|shelters?|camps?|accommodation|barracks)",
        "waits": r"waiting|awaiting|waits?|waited|queued|queues?|queuing|backlogs?",
        "shots fired": r"fired|launched|lobbed",
        "shots stopped": r"shot down|shot \w+ down|brought down|downed|intercepted|fell short",
        "inspections": r"inspected|boarded|searched|checked|examined|inspections? of|screened|tested(?! positive)",
        "yields": r"harvest(?:s|ed)?|mined|produced|output",
        "exports": r"export(?:s|ed)?|shipped (?:[^.;,]{0,40} )?abroad|sold abroad",
        "imports": r"import(?:s|ed)?|bought abroad",
        "orders": r"(?<!in )ordered(?! (?:[a-z]+ ){0,2}to\b)|bought|purchased|procured",
        "uses": r"used|administered|injected|dispensed|handed out|(?<!for)gave|given",
        "destructions": r"destroy(?:s|ed|ing)|flattened|wrecked|razed|gutted|burn(?:ed|t) down|levelled",
        "cuts in supply": r"(?:without|lost|no) (?:[a-z]+ ){0,2}(?:electricity|power|water|gas|heating)|cut off"
        r"|blacked out|power cuts?",
        "deaths": r"died|dead|deaths?|kill(?:s|ed|ing)|fatalities|perished",
        "hospital stays": r"in intensive care|in (?:a )?hospitals?|hospitali[sz]ed|(?:admitted|taken) to hospitals?"
        r"|on ventilators",
        "treatments given": r"(?:were |was )?(?:treated|carried out|performed)"
        r"|deliver(?:ed|ing) (?:[^.;]|\.(?=\d)){0,25}(?:treatments?|operations?|procedures?|tests?|scans?)"
        r"|(?:treatments?|operations?|procedures?|tests?|scans?) (?:were |was )?(?:delivered|given|done|completed)",
        "help received": r"in receipt of|getting help|receiv(?:e|es|ed|ing) (?:\w+ )?(?:support|help|aid)",
    }
)
"""What is done by or to those who are counted."""
_OF_GOODS = frozenset({"yields", "exports", "imports"})
"""These are done with what is measured too."""
_OF_PEOPLE = frozenset({"claims", "arrivals", "departures", "stays", "help received"})
"""Of a number without a noun these say that it counts people."""
_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four|thirty|forty|fifty-two)"
)
_WAIT = re.compile(
    r"\b(?:wait(?:s|ed|ing)?|queu(?:ed|ing)|delay(?:s|ed)|trolley|held)\b[^.;,]{0,40}?"
    rf"\b(?:more than|longer than|over|at least|above|exceeding|beyond) ({_NUMBER})"
    r"[ -]((?:minute|hour|day|week|month|year)s?)\b"
)
_NEAR = 70
"""Characters after a count in which its act is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the words say that a count counts."""

    acts: frozenset[str] = frozenset()
    wait: str | None = None
    """The length from which on a wait counts ("12 hour"); None where none is stated."""
    unit: str | None = None
    """The noun counted; of a number without one "person" where what was done is done to people."""

    @property
    def named(self) -> list[str]:
        """What a table has to say of it."""
        return [*sorted(self.acts), *([f"over {self.wait}s"] if self.wait else [])]


def read(figure: Figure, told: Told) -> Counted:
    """What a count counts, and what is done with what is measured; nothing of other figures."""
    if figure.kind is not Kind.QUANTITY:
        return Counted()
    acts = _acts(told)
    if units.is_measure(figure.unit):
        return Counted(acts=acts & _OF_GOODS)
    unit = counted_nouns.of(figure, told) or ("person" if acts and acts <= _OF_PEOPLE else None)
    return Counted(acts=acts, wait=_wait(told), unit=unit)


def differ(one: Counted, other: Counted) -> bool:
    """Whether two counts are of two things: acts, lengths of a wait, or nouns."""
    if one.acts and other.acts and one.acts.isdisjoint(other.acts):
        return True
    if one.wait != other.wait and ((one.wait and other.wait) or _both_wait(one, other)):
        return True
    return one.unit is not None and other.unit is not None and not counted_nouns.can_be_one(one.unit, other.unit)


def _both_wait(one: Counted, other: Counted) -> bool:
    """Whether both count waits, of which only one has to be of a certain length."""
    return "waits" in one.acts & other.acts


def _acts(told: Told) -> frozenset[str]:
    """The acts named after a count or in its noun, else in what leads up to it."""
    after = clauses.after(told, clauses.PHRASE)[:_NEAR]
    surface = told.surface.lower()
    return _ACTS.named(f"{surface}{after}") or _ACTS.named(f"{clauses.before(told, clauses.STOP)}{surface}")


def _wait(told: Told) -> str | None:
    """The length of wait in the words after a count, else the last before it; of a sentence that names one, that."""
    every = [*_waits(told.lower)]
    if len(set(every)) == 1:
        return every[0]
    after = [*_waits(clauses.after(told, clauses.PHRASE))]
    before = [*_waits(told.before.lower())]
    return next(iter((*after[:1], *before[-1:])), None)


def _waits(text: str) -> Iterator[str]:
    for match in _WAIT.finditer(text):
        yield f"{match[1]} {match[2].rstrip('s')}"
