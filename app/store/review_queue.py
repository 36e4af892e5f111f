"""The claims that wait for a decision, in the order in which they are reviewed, and those decided last."""

from array import array
from collections.abc import Mapping

from sqlalchemy import case, func, or_, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.queue import QueueOrder
from app.store.claim_order import numbers, numbers_of
from app.store.row_numbers import NUMBERS, among
from app.store.standing import LISTED, MarkState
from app.store.tables import Filed, Mark, SpeakerCell, StoredClaim

_ORDERS: dict[QueueOrder, tuple[ClaimOrder, bool]] = {
    QueueOrder.TEXT: (ClaimOrder.TEXT, False),
    QueueOrder.NEWEST: (ClaimOrder.PUBLISHED, True),
    QueueOrder.UNSURE: (ClaimOrder.CONFIDENCE, True),
}


def waiting(session: Session, order: QueueOrder, stakes: Mapping[str, int]) -> "array[int]":
    """The row numbers of all; those with a stake come before the others, the lowest first, then topic by topic."""
    sorted_by, descending = _ORDERS.get(order, (ClaimOrder.TEXT, False))
    found = numbers(session, ClaimFilter(states=frozenset({State.WAITING})), sorted_by, descending=descending)
    if order is not QueueOrder.VERDICT:
        return found
    first = dict.fromkeys((*_with_a_stake(session, stakes), *_under_topics(session)))
    return array(NUMBERS, first) + array(NUMBERS, (number for number in found if number not in first))


def _with_a_stake(session: Session, stakes: Mapping[str, int]) -> list[int]:
    """Stakes may have been told before some of their claims were decided."""
    told = numbers_of(session, sorted(stakes, key=stakes.__getitem__))
    still = set(
        session.scalars(select(Mark.claim).where(Mark.claim.in_(among(told)), Mark.standing == MarkState.WAITING))
    )
    return [number for number in told if number in still]


def _under_topics(session: Session) -> list[int]:
    """A claim of several topics comes up with the first of them."""
    filed = select(Filed.claim).join(Mark, Mark.claim == Filed.claim).where(Mark.standing == MarkState.WAITING)
    in_text = filed.join(StoredClaim, StoredClaim.number == Mark.claim).group_by(Filed.claim)
    by_topic = in_text.order_by(func.min(Filed.topic), Mark.article, StoredClaim.char_start, Filed.claim)
    return list(session.scalars(by_topic))


def count(session: Session) -> int:
    """How many claims wait."""
    return session.scalar(select(func.sum(SpeakerCell.claims)).where(SpeakerCell.standing == MarkState.WAITING)) or 0


def recent(session: Session, count: int) -> list[tuple[str, str, str]]:
    """Claim, what was done to it last (accepted, rejected, edited) and when, newest first."""
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
    return [(row[0], row[1], row[2]) for row in session.execute(found.limit(count))]
