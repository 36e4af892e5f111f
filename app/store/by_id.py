"""Rows by the ids under which the program and other rows speak of them."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.store.tables import (
    Base,
    SavedSearch,
    StoredArticle,
    StoredClaim,
    StoredQuestion,
    StoredSchedule,
    StoredTopic,
)

Kept = TypeVar("Kept", bound=Base)

_KNOWN: dict[type[Base], tuple[str, str, str]] = {
    StoredArticle: ("article_id", "article", "its import"),
    StoredClaim: ("claim_id", "claim", "its import"),
    StoredTopic: ("topic_id", "topic", "making it"),
    StoredSchedule: ("schedule_id", "payment schedule", "it"),
    StoredQuestion: ("question_id", "question", "it"),
    SavedSearch: ("search_id", "saved search", "saving it"),
}
"""The column of the id, what a person calls such a row, and what an undo may have taken back of it."""


def stored(session: Session, kind: type[Kept], ident: str) -> Kept:
    """The row with this id; a `UserError` where there is none, mostly because an undo took it away."""
    column, name, undone = _KNOWN[kind]
    row = session.scalar(select(kind).where(getattr(kind, column) == ident))
    if row is None:
        raise UserError(
            f"There is no such {name} in this project; if {undone} was undone, redo brings it back.", reason="gone"
        )
    return row
