"""How a figure stands by the words about it: how firm it is, whether it revises another, who speaks."""

import re
from dataclasses import dataclass

from app.comparison import voices
from app.comparison.statement import Statement, Told
from app.domain.basis import Status

_REVISION = re.compile(
    r"\b(?:now|revis(?:ed|es|ion)|updat(?:ed|es?)|restated|re-?estimated|corrected|amended"
    r"|(?:raised|lifted|increased|cut|lowered|reduced|upgraded|downgraded|moved|pushed) (?:back |up |down )?"
    r"(?:(?:its|the|their) )?(?:estimate |forecast |figure |target |deadline )?(?:to|from|until)"
    r"|latest (?:release|figures?|estimates?|forecasts?|data|count)|new (?:estimate|figure|forecast|release)"
    r"|delayed|postponed|brought forward|slipped to|no longer|has (?:since )?(?:risen|fallen|grown) to)\b"
)
_PAPER = r"(?:treaty|contract|agreement|accord|deal|pact)"
_SIGNED = re.compile(rf"\b(?:signed|ratified) {_PAPER}\b|\b{_PAPER},? (?:was |which was |as )?(?:signed|ratified)\b")
_FINAL = re.compile(r"\b(?:audited|outturn|out-turn|final (?:accounts|figures?|cost|bill))\b")
_PLANNED_WORDS = re.compile(
    r"\b(?:will|shall|by|due|planned|expected|aims?|scheduled|to be|should|must|target|deadline|set to|pledged?"
    r"|forecast)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a figure stands by the words of its text."""

    status: Status | None
    """Signed or outturn, where the sentence is of a signed text or of final accounts."""
    revises: bool
    is_planned: bool
    """The words speak of what is to come."""
    speaker: frozenset[str]
    """The words of the speaker's name that tell it from others; empty where nobody is named."""


def read(statement: Statement, told: Told) -> Standing:
    """The standing of a figure."""
    return Standing(
        status=_status(told.lower),
        revises=_REVISION.search(told.lower) is not None,
        is_planned=_PLANNED_WORDS.search(told.lower) is not None,
        speaker=frozenset(voices.words(statement)),
    )


def _status(text: str) -> Status | None:
    if _FINAL.search(text):
        return Status.OUTTURN
    return Status.SIGNED if _SIGNED.search(text) else None
