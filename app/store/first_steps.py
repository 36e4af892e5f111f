"""How far somebody came with a project, told from what it holds."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.first_steps import FirstSteps
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic


def of(session: Session) -> FirstSteps:
    """Counts over the whole project."""
    decided = StoredClaim.state.in_([State.ACCEPTED, State.REJECTED])
    counts = [
        session.scalar(select(func.count()).select_from(table).where(*conditions)) or 0
        for table, conditions in (
            (StoredArticle, ()),
            (StoredClaim, (decided,)),
            (Filing, ()),
            (StoredTopic, (StoredTopic.pinned.is_not(None),)),
        )
    ]
    return FirstSteps(articles=counts[0], decided=counts[1], filed=counts[2], pinned=counts[3])
