"""What was decided last, and what was passed over meanwhile."""

from app.domain.claim import State
from app.services.claims.reviewing import Decision
from app.services.desk import Desk

TEN = 10
"""Decisions that are listed."""


class Recent:
    """Knows what was passed over since the project was opened; what was decided is the project's."""

    def __init__(self) -> None:
        self._skipped: list[Decision] = []

    def forget(self) -> None:
        """Begin with another project."""
        self._skipped.clear()

    def skip(self, desk: Desk, claim_id: str) -> None:
        """A claim was passed over; one that is decided is listed as that."""
        skipped = desk.reviewing.skipped(claim_id)
        before = [one for one in self._skipped if one.line.record.claim_id != claim_id]
        self._skipped = [skipped, *before] if skipped.line.record.state is State.WAITING else before

    def last(self, desk: Desk) -> list[Decision]:
        """The last decisions and what was passed over, the last first; what was decided since is left out of that."""
        recent = desk.reviewing.recent(TEN)
        decided = {one.line.record.claim_id: one.at for one in recent}
        self._skipped = [one for one in self._skipped if decided.get(one.line.record.claim_id, "") < one.at][:TEN]
        return sorted((*recent, *self._skipped), key=lambda one: one.at, reverse=True)[:TEN]
