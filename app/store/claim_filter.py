"""What the claims grid is narrowed to, as conditions in SQL."""

from sqlalchemy import ColumnElement, exists

from app.domain.listing import ClaimFilter
from app.store import full_text, words
from app.store.tables import Filing, StoredClaim

WORDS_IN = ("sentence", "speaker", "title", "outlet", "author")
NEAR_IN = ("near", "title")


def conditions(narrowed: ClaimFilter, *, without: str = "") -> list[ColumnElement[bool]]:
    """The conditions of a filter on claims; `without` leaves one of its fields out."""
    return [one for field, one in _each(narrowed) if field != without]


def _each(narrowed: ClaimFilter) -> list[tuple[str, ColumnElement[bool]]]:
    found: list[tuple[str, ColumnElement[bool]]] = [("states", StoredClaim.state.in_(sorted(narrowed.states)))]
    if query := words.query(narrowed.words, WORDS_IN):
        found.append(("words", StoredClaim.number.in_(full_text.rows_of("claim_words", query))))
    if narrowed.kinds:
        found.append(("kinds", StoredClaim.kind.in_(sorted(narrowed.kinds))))
    if narrowed.basis is not None:
        found.append(("basis", StoredClaim.basis_kind.is_(narrowed.basis or None)))
    if narrowed.speaker is not None:
        found.append(("speaker", StoredClaim.speaker.is_(narrowed.speaker or None)))
    if narrowed.topic_id is not None:
        filed = exists().where(Filing.claim_id == StoredClaim.claim_id, Filing.topic_id == narrowed.topic_id)
        found.append(("topic_id", filed))
    if narrowed.article_id is not None:
        found.append(("article_id", StoredClaim.article_id == narrowed.article_id))
    return found
