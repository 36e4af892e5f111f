"""Step 8 of a verdict: whether the later figure takes the place of the earlier one."""

import datetime
import re
from dataclasses import dataclass

from app.comparison.pair import Pair, Side
from app.comparison.statement import Statement
from app.domain.basis import Status
from app.domain.claim import Stance
from app.domain.verdict import Reason

_FIRMNESS: dict[str, int] = {
    Status.REPORTED: 0,
    Status.ESTIMATE: 1,
    Status.FORECAST: 1,
    Status.PLAN: 1,
    Status.SIGNED: 2,
    Status.OUTTURN: 3,
}
_REVISION = re.compile(
    r"\b(?:now|revis(?:ed|es|ion)|updat(?:ed|es?)|restated|re-?estimated|corrected|amended"
    r"|(?:raised|lifted|increased|cut|lowered|reduced|upgraded|downgraded|moved|pushed) (?:back |up |down )?"
    r"(?:(?:its|the|their) )?(?:estimate |forecast |figure |target |deadline )?(?:to|from|until)"
    r"|latest (?:release|figures?|estimates?|forecasts?|data|count)|new (?:estimate|figure|forecast|release)"
    r"|delayed|postponed|brought forward|slipped to|no longer|has (?:since )?(?:risen|fallen|grown) to)\b",
    re.IGNORECASE,
)
_PAPER = r"(?:treaty|contract|agreement|accord|deal|pact)"
_SIGNED = re.compile(
    rf"\b(?:signed|ratified) {_PAPER}\b|\b{_PAPER},? (?:was |which was |as )?(?:signed|ratified)\b", re.IGNORECASE
)
_FINAL = re.compile(r"\b(?:audited|outturn|out-turn|final (?:accounts|figures?|cost|bill))\b", re.IGNORECASE)
_NO_NAMES_LISTED = (
    "the a an of for and mr mrs ms dr sir lord lady minister secretary president prime institute office "
    "government department ministry party spokesman spokeswoman spokesperson official officials"
)
_NO_NAMES = frozenset(_NO_NAMES_LISTED.split())
_ANYBODY = frozenset(
    [
        "official",
        "officials",
        "source",
        "sources",
        "insider",
        "insiders",
        "people",
        "aides",
        "diplomats",
        "critics",
        "experts",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A later figure that replaces an earlier one, and why."""

    earlier: Side
    later: Side
    day: datetime.date
    reason: Reason


def read(pair: Pair) -> Succession | None:
    """The succession of a pair whose values do not meet, None where neither replaces the other."""
    one, other = pair.a.statement.published, pair.b.statement.published
    if one is None or other is None or one == other:
        return None
    earlier, later = (pair.a, pair.b) if one < other else (pair.b, pair.a)
    if Stance.DENIES in (earlier.statement.claim.stance, later.statement.claim.stance):
        return None
    reason = _reason(earlier, later)
    return None if reason is None else Succession(earlier=earlier, later=later, day=max(one, other), reason=reason)


def status_of(side: Side) -> str | None:
    """How firm a figure is: as its basis states, unless the sentence is of a signed text or of final accounts."""
    stated = side.statement.claim.basis.status
    if stated is not None and stated.by_analyst:
        return stated.value
    text = side.statement.text
    if _FINAL.search(text):
        return Status.OUTTURN
    if _SIGNED.search(text):
        return Status.SIGNED
    return side.facts.status


def same_voice(a: Statement, b: Statement) -> bool | None:
    """Whether one named source speaks in both, None where at least one of them names none."""
    one, other = (_name(statement) for statement in (a, b))
    if not one or not other:
        return None
    return bool(one & other)


def _reason(earlier: Side, later: Side) -> Reason | None:
    first, last = (_FIRMNESS.get(status_of(side) or "") for side in (earlier, later))
    if first is not None and last is not None and first < last:
        return Reason.HIGHER_STATUS
    voice = same_voice(earlier.statement, later.statement)
    if voice or (voice is None and _REVISION.search(later.statement.text)):
        return Reason.REVISED
    return None


def _name(statement: Statement) -> frozenset[str]:
    """The words of the speaker's name that tell it from others; none of "officials", who may be anybody."""
    speaker = statement.claim.speaker
    if speaker is None or not _ANYBODY.isdisjoint(speaker.name.split()):
        return frozenset()
    found = re.findall(r"[\w'’-]+", speaker.name.lower())
    words = frozenset(re.sub(r"['’]s?$", "", word) for word in found)
    return words - _NO_NAMES or words
