"""How firm a figure is by the words about it: what it is, whether it revises another, who speaks."""

import re
from dataclasses import dataclass

from app.comparison import voices
from app.comparison.statement import Statement, Told
from app.domain.basis import Status

_REVISION = re.compile(
    r"\b(?:now|correction|clarification|revis(?:ed|es|ion)|updat(?:ed|es?)|restated|re-?estimated|corrected|amended"
    r"|(?:raised|lifted|increased|cut|lowered|reduced|upgraded|downgraded|moved|pushed) (?:back |up |down )?"
    r"(?:(?:its|the|their) )?(?:estimate |forecast |figure |target |deadline )?(?:to|from|until)"
    r"|latest (?:release|figures?|estimates?|forecasts?|data|count)|new (?:estimate|figure|forecast|release)"
    r"|delayed|postponed|brought forward|slipped to|no longer|has (?:since )?(?:risen|fallen|grown) to)\b"
)
_PAPER = r"(?:treaty|contract|agreement|accord|deal|pact)"
_SIGNED = re.compile(
    rf"\b(?:signed|ratified) {_PAPER}\b"
    rf"|\b{_PAPER}(?:,? (?:which was |as )?|\b[^.;]{{0,60}} (?:was|were|been) )(?:signed|ratified)\b"
)
_FINAL = re.compile(r"\b(?:audited|outturn|out-turn|final (?:accounts|figures?|cost|bill))\b")
_PLANNED_WORDS = re.compile(
    r"\b(?:will|shall|by|due|planned|expected|aims?|scheduled|to be|should|must|target|deadline|set to|pledged?"
    r"|forecast)\b"
)


_SAID = (
    r"wanted|hoped|aimed|planned|offered|estimated|expected|forecasted|promised|pledged|proposed|predicted|projected|demanded"
    r"|asked|needed|agreed|suggested|claimed|reported|announced|valued|priced|backed|supported|named|called|used|based|related"
    r"|budgeted|targeted|set|put|raised to|increased to|allowed|required|considered|intended"
)
_PAST = (
    r"cost|came to|rose to|fell to|grew to|amounted to|made|lost|took|spent|built|sold|shed|grew|fell|rose|drew|paid"
    r"|gave|won|found|cut|hit|saw|held|got|ran|shut"
)
_HAPPENED = re.compile(rf"\b(?:{_PAST}|(?!(?:{_SAID})\b)[a-z]+ed)\b(?:(?!\bto\b)[^.;,]){{0,25}}$")
"""A simple past that leads up to a figure."""
_NOT_YET = re.compile(
    r"\b(?:to|will|would|could|may|might|shall|should|must|can|cannot|not|never|if|being|be|was|were|been|is|are)\b[^.;,]{0,15}$"
)
"""What before a verb makes it no simple past."""
_FORESEEN = re.compile(
    r"\b(?:forecasts?|forecasted|expect(?:s|ed)?|project(?:s|ed)|predict(?:s|ed)?|budgeted|planned|pencilled in)\b"
)
_WISHED = re.compile(
    r"\b(?:wants?|wanted|hopes?|hoped|hoping|aims?|aimed|aiming|seeks?|sought|plans?|planned|promis(?:es|ed)|vow(?:s|ed)"
    r"|pledge[sd]?|calls? for|called for|target(?:s|ed)? of|ambition)\b[^.;,]{0,40}$"
    r"|\b(?:target|goal|ambition)\b[^.;,]{0,50}\b(?:is|was|of|at)\b[^.;,]{0,10}$"
)
_REACH = 60
"""How many characters before a figure its verb is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firm a figure is by the words of its text."""

    status: Status | None
    """Signed or outturn, where the sentence is of a signed text or of final accounts."""
    revises: bool
    is_planned: bool
    """The words speak of what is to come."""
    foreseen: bool
    """The words speak of what is expected or planned."""
    happened: bool
    """A verb in the simple past leads up to it."""
    wished: bool
    """Somebody wants or means it to be so."""
    speaker: frozenset[str]
    """The words of the speaker's name that tell it from others; empty where nobody is named."""


def read(statement: Statement, told: Told) -> Firmness:
    """The firmness of a figure."""
    before = told.before[-_REACH:].lower()
    return Firmness(
        status=_status(told.lower),
        revises=_REVISION.search(told.lower) is not None,
        is_planned=_PLANNED_WORDS.search(told.lower) is not None,
        foreseen=_FORESEEN.search(told.lower) is not None,
        happened=_happened(before),
        wished=_WISHED.search(before) is not None,
        speaker=frozenset(voices.words(statement)),
    )


def _happened(before: str) -> bool:
    verb = _HAPPENED.search(before)
    return verb is not None and _NOT_YET.search(before, 0, verb.start()) is None


def _status(text: str) -> Status | None:
    if _FINAL.search(text):
        return Status.OUTTURN
    return Status.SIGNED if _SIGNED.search(text) else None
