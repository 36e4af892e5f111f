"""How far somebody came with a project, told from what it holds."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.first_steps import FirstSteps
from app.store.mark_states import shown_in
from app.store.tables import Cell, StoredArticle, StoredTopic, TopicCell


def of(session: Session) -> FirstSteps:
    """Counts over the whole project; of claims, those that triggers keep."""
    decided = shown_in({State.ACCEPTED, State.REJECTED}, every_version=True)
    counts = [
        session.scalar(count) or 0
        for count in (
            select(func.count()).select_from(StoredArticle),
            select(func.sum(Cell.claims)).where(Cell.edition == 0, Cell.trait > 0, Cell.state.in_(decided)),
            select(func.sum(TopicCell.claims)).where(TopicCell.topic > 0),
            select(func.count(StoredTopic.number)).where(StoredTopic.pinned.is_not(None)),
        )
    ]
    return FirstSteps(articles=counts[0], decided=counts[1], filed=counts[2], pinned=counts[3])
