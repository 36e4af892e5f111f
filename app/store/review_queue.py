"""The claims that wait for a decision, in the order in which they are reviewed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from app.domain.claim import Confidence
from app.domain.queue import QueueOrder
from app.store.standing import WAITS
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic

_TOPIC = (
    select(func.min(StoredTopic.number))
    .join(Filing, Filing.topic_id == StoredTopic.topic_id)
    .where(Filing.claim_id == StoredClaim.claim_id)
    .scalar_subquery()
)
_SURENESS = case({one.value: at for at, one in enumerate(Confidence)}, value=StoredClaim.confidence)
_FIRST: dict[QueueOrder, tuple[ColumnElement[Any], ...]] = {
    QueueOrder.VERDICT: (_TOPIC.asc().nulls_last(),),
    QueueOrder.TEXT: (),
    QueueOrder.NEWEST: (StoredArticle.published.desc().nulls_last(),),
    QueueOrder.UNSURE: (_SURENESS.desc(),),
}


def ids(session: Session, order: QueueOrder, stakes: Mapping[str, int]) -> list[str]:
    """The waiting claims; those with a stake come before all others, the lowest first."""
    found = select(StoredClaim.claim_id).join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
    text = (StoredArticle.number, StoredClaim.char_start, StoredClaim.number)
    waiting = list(session.scalars(found.where(WAITS).order_by(*_FIRST[order], *text)))
    return sorted(waiting, key=lambda one: stakes.get(one, len(stakes))) if stakes else waiting


def count(session: Session) -> int:
    """How many claims wait."""
    return session.scalar(select(func.count()).select_from(StoredClaim).where(WAITS)) or 0
