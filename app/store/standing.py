"""Which claims lists show, and where each comes from, as parts of statements over claims joined to their articles."""

from collections.abc import Collection
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

WAITING = 0
"""`Mark.standing` of a claim that waits for a decision."""
_REPLACED = 3
_LISTED = {State.WAITING: (WAITING, _REPLACED), State.ACCEPTED: (1,), State.REJECTED: (2,)}
_CARRIED_ON = {State.WAITING: 4, State.ACCEPTED: 5, State.REJECTED: 6}
HIDDEN = frozenset({2, *_CARRIED_ON.values()})
"""What lists leave out by default, and the index of words calls hidden."""
SHOWN = frozenset({WAITING, 1, _REPLACED})
"""All else."""
STATES: dict[int, State] = dict(enumerate(State))
"""The state that each `Mark.standing` can be chosen by; a waiting figure that a newer version replaced is in none."""
_DEFAULT = frozenset({State.WAITING, State.ACCEPTED})


def standings(states: Collection[State], *, every_version: bool = False) -> list[int]:
    """The `Mark.standing` of the claims that a list of these states shows.

    All that is shown by default; else only those wait that can be decided, not what a newer version replaced. What a
    newer version carries on is in lists of `every_version` alone.
    """
    shown = {one for state in states for one in _LISTED[state]}
    if every_version:
        shown |= {_CARRIED_ON[state] for state in states}
    return sorted(shown if set(states) >= _DEFAULT else shown - {_REPLACED, _CARRIED_ON[State.WAITING]})
