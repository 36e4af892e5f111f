"""Which claims lists show, and where each comes from, as parts of statements over claims joined to their articles."""

from collections.abc import Collection
from enum import IntEnum
from typing import Any

from sqlalchemy import ColumnElement, case, or_

from app.domain.claim import State
from app.domain.version import CARRIED
from app.store.tables import StoredArticle, StoredClaim

CURRENT: ColumnElement[bool] = StoredClaim.fate.is_(None)
"""Claims of the newest versions."""
LISTED: ColumnElement[bool] = or_(StoredClaim.fate.is_(None), StoredClaim.fate.not_in(sorted(CARRIED)))
"""These, and the figures that a newer version changed or dropped. One that it carries on stands there alone."""
ORIGIN: ColumnElement[Any] = case(
    (StoredClaim.voice.is_not(None), StoredArticle.family + "#" + StoredClaim.voice), else_=StoredArticle.origin_id
)
"""The origin of a claim: its article's, or the commenter whose own figure it is."""


class MarkState(IntEnum):
    """`Mark.standing` of a claim: what the review has come to, and what a newer version of the article did with it.

    The numbers are those in project files, where the view `marked` gives them.
    """

    WAITING = 0
    ACCEPTED = 1
    REJECTED = 2
    WAITING_REPLACED = 3
    """Never decided, and a newer version changed or dropped the figure."""
    WAITING_CARRIED = 4
    """With these three a newer version carries the figure on, and what was decided with it."""
    ACCEPTED_CARRIED = 5
    REJECTED_CARRIED = 6


_LISTED = {
    State.WAITING: (MarkState.WAITING, MarkState.WAITING_REPLACED),
    State.ACCEPTED: (MarkState.ACCEPTED,),
    State.REJECTED: (MarkState.REJECTED,),
}
_CARRIED_ON = {
    State.WAITING: MarkState.WAITING_CARRIED,
    State.ACCEPTED: MarkState.ACCEPTED_CARRIED,
    State.REJECTED: MarkState.REJECTED_CARRIED,
}
OF_STATE: dict[State, tuple[MarkState, ...]] = {state: (*_LISTED[state], _CARRIED_ON[state]) for state in State}
"""What waits, is accepted, is rejected, whatever a newer version made of it."""
HIDDEN = frozenset({MarkState.REJECTED, *_CARRIED_ON.values()})
"""What lists leave out by default, and the index of words calls hidden."""
SHOWN = frozenset(MarkState) - HIDDEN
"""All else."""
STATES: dict[int, State] = {MarkState[state.name]: state for state in State}
"""The state that each can be chosen by; a waiting figure that a newer version replaced is in none."""
_DEFAULT = frozenset({State.WAITING, State.ACCEPTED})


def standings(states: Collection[State], *, every_version: bool = False) -> list[int]:
    """The `Mark.standing` of the claims that a list of these states shows.

    All that is shown by default; else only those wait that can be decided, not what a newer version replaced. What a
    newer version carries on is in lists of `every_version` alone.
    """
    shown: set[int] = {one for state in states for one in _LISTED[state]}
    if every_version:
        shown |= {_CARRIED_ON[state] for state in states}
    if not set(states) >= _DEFAULT:
        shown -= {MarkState.WAITING_REPLACED, MarkState.WAITING_CARRIED}
    return sorted(shown)
