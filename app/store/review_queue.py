"""The claims that wait for a decision, in the order in which they are reviewed, and those decided last."""

from array import array

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimLine, ClaimOrder
from app.domain.queue import QueueOrder
from app.store import lines
from app.store.claim_lists import sorting
from app.store.disputes import Stakes
from app.store.mark_states import MarkState
from app.store.provenance import LISTED
from app.store.row_numbers import NUMBERS, among, gathered
from app.store.tables import Filed, Mark, SpeakerCell, StoredClaim

_ORDERS: dict[QueueOrder, tuple[ClaimOrder, bool]] = {
    QueueOrder.TEXT: (ClaimOrder.TEXT, False),
    QueueOrder.NEWEST: (ClaimOrder.PUBLISHED, True),
    QueueOrder.UNSURE: (ClaimOrder.CONFIDENCE, True),
}
_NONE = Stakes()


class ReviewQueue:
    """The claims that wait, as one session sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self, order: QueueOrder = QueueOrder.VERDICT, stakes: Stakes = _NONE) -> list[str]:
        """Ids of all: first those that would end an agreement, then the others with a stake, then topic by topic."""
        waiting = self.numbers(order, stakes)
        named = sorting.ids_of(self._session, waiting)
        return [named[number] for number in waiting]

    def numbers(self, order: QueueOrder, stakes: Stakes) -> "array[int]":
        """The same as row numbers, four bytes each."""
        sorted_by, descending = _ORDERS.get(order, (ClaimOrder.TEXT, False))
        narrowed = ClaimFilter(states=frozenset({State.WAITING}))
        found = sorting.numbers(self._session, narrowed, sorted_by, descending=descending)
        if order is not QueueOrder.VERDICT:
            return found
        first = dict.fromkeys((*self._with_a_stake(stakes), *self._under_topics()))
        return array(NUMBERS, first) + array(NUMBERS, (number for number in found if number not in first))

    def _with_a_stake(self, stakes: Stakes) -> "array[int]":
        """Stakes may have been told before some of their claims were decided."""
        waiting = select(Mark.claim.label("number")).where(Mark.state == MarkState.WAITING).order_by(Mark.claim)
        some = (waiting.where(Mark.claim.in_(among(numbers))) for numbers in (stakes.ending, stakes.joining))
        return gathered(self._session, some)

    def _under_topics(self) -> "array[int]":
        """A claim of several topics comes up with the first of them."""
        filed = (
            select(Filed.claim.label("number"))
            .join(Mark, Mark.claim == Filed.claim)
            .where(Mark.state == MarkState.WAITING)
        )
        in_text = filed.join(StoredClaim, StoredClaim.number == Mark.claim).group_by(Filed.claim)
        by_topic = in_text.order_by(func.min(Filed.topic), Mark.article, StoredClaim.char_start, Filed.claim)
        return gathered(self._session, [by_topic])

    def count(self) -> int:
        """How many claims wait."""
        waiting = select(func.sum(SpeakerCell.claims)).where(SpeakerCell.state == MarkState.WAITING)
        return self._session.scalar(waiting) or 0

    def recent(self, count: int) -> list[tuple[ClaimLine, str, str]]:
        """The claims decided or edited last, newest first, each with what was done to it last and when."""
        newest = [
            select(StoredClaim.number)
            .where(at.is_not(None), LISTED)
            .order_by(at.desc(), StoredClaim.number.desc())
            .limit(count)
            for at in (StoredClaim.decided_at, StoredClaim.edited_at)
        ]
        candidates = or_(*(StoredClaim.number.in_(numbers.scalar_subquery()) for numbers in newest))
        decided, edited = func.coalesce(StoredClaim.decided_at, ""), func.coalesce(StoredClaim.edited_at, "")
        at = func.max(decided, edited)
        what = case((edited > decided, "edited"), else_=StoredClaim.state)
        found = select(StoredClaim.claim_id, what, at).where(candidates).order_by(at.desc(), StoredClaim.number.desc())
        touched = self._session.execute(found.limit(count)).all()
        named = {line.record.claim_id: line for line in lines.each(self._session, [row[0] for row in touched])}
        return [(named[claim_id], what, at) for claim_id, what, at in touched]
