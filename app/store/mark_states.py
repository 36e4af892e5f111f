"""What review and newer versions have made of claims, by the numbers that marks have for it."""

from collections.abc import Collection
from enum import IntEnum

from app.domain.claim import State


class MarkState(IntEnum):
    """`Mark.state` of a claim: what the review has come to, and what a newer version of the article did with it.

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


def shown_in(states: Collection[State], *, every_version: bool = False) -> list[int]:
    """The `Mark.state` of the claims that a list of these states shows.

    All that is shown by default; else only those wait that can be decided, not what a newer version replaced. What a
    newer version carries on is in lists of `every_version` alone.
    """
    shown: set[int] = {one for state in states for one in _LISTED[state]}
    if every_version:
        shown |= {_CARRIED_ON[state] for state in states}
    if not set(states) >= _DEFAULT:
        shown -= {MarkState.WAITING_REPLACED, MarkState.WAITING_CARRIED}
    return sorted(shown)
