"""The claims that wait for a decision, in the order in which they are reviewed."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Select, exists, func, select, true
from sqlalchemy.orm import Session, aliased

from app.domain.claim import Confidence
from app.domain.queue import QueueOrder
from app.store.standing import WAITING
from app.store.tables import Filed, Mark, SpeakerCell, StoredArticle, StoredClaim


def ids(session: Session, order: QueueOrder, stakes: Mapping[str, int]) -> list[str]:
    """The waiting claims; those with a stake come before all others, the lowest first."""
    waiting = [claim_id for part in _parts(order) for claim_id in session.scalars(part)]
    return sorted(waiting, key=lambda one: stakes.get(one, len(stakes))) if stakes else waiting


def count(session: Session) -> int:
    """How many claims wait."""
    return session.scalar(select(func.sum(SpeakerCell.claims)).where(SpeakerCell.standing == WAITING)) or 0


def _parts(order: QueueOrder) -> Iterator[Select[Any]]:
    """Statements that give the claims one after another, each in an order that an index has."""
    match order:
        case QueueOrder.VERDICT:
            yield _under_topics()
            yield _in_text_order().where(~exists().where(Filed.claim == Mark.claim))
        case QueueOrder.TEXT:
            yield _in_text_order()
        case QueueOrder.NEWEST:
            yield _in_text_order(StoredArticle.published.desc().nulls_last())
        case QueueOrder.UNSURE:
            for sureness in reversed(range(len(Confidence))):
                yield _in_text_order().where(Mark.sureness == sureness)


def _in_text_order(*first: Any) -> Select[Any]:
    """Article by article; tables that are joined without a condition are read in the order in which they are named."""
    found = select(StoredClaim.claim_id).select_from(StoredArticle).join(StoredClaim, true()).join(Mark, true())
    found = found.where(StoredClaim.article_id == StoredArticle.article_id, Mark.claim == StoredClaim.number)
    return found.where(Mark.standing == WAITING).order_by(
        *first, StoredArticle.number, StoredClaim.char_start, StoredClaim.number
    )


def _under_topics() -> Select[Any]:
    """Topic by topic; a claim of several comes up with the first of them."""
    earlier = aliased(Filed)
    found = select(StoredClaim.claim_id).join(Mark, Mark.claim == StoredClaim.number)
    return (
        found.join(Filed, Filed.claim == Mark.claim)
        .where(Mark.standing == WAITING, ~exists().where(earlier.claim == Filed.claim, earlier.topic < Filed.topic))
        .order_by(Filed.topic, Mark.article, StoredClaim.char_start, StoredClaim.number)
    )
