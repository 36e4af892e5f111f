"""What the claims grid is narrowed to, as conditions in SQL."""

from decimal import Decimal, InvalidOperation

from sqlalchemy import ColumnElement, exists, select

from app.domain.errors import UserError
from app.domain.listing import ClaimFilter
from app.store import full_text, words
from app.store.tables import Filing, StoredArticle, StoredClaim

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
    if narrowed.outlet is not None:
        of_outlet = select(StoredArticle.article_id).where(StoredArticle.outlet == narrowed.outlet)
        found.append(("outlet", StoredClaim.article_id.in_(of_outlet)))
    if narrowed.topic_id is not None:
        filed = exists().where(Filing.claim_id == StoredClaim.claim_id, Filing.topic_id == narrowed.topic_id)
        found.append(("topic_id", filed))
    if narrowed.article_id is not None:
        found.append(("article_id", StoredClaim.article_id == narrowed.article_id))
    if narrowed.unit is not None:
        found.append(("unit", StoredClaim.unit == narrowed.unit))
    if narrowed.at_least is not None:
        found.append(("at_least", StoredClaim.value_high >= _number(narrowed.at_least)))
    if narrowed.at_most is not None:
        found.append(("at_most", StoredClaim.value_low <= _number(narrowed.at_most)))
    return found


def _number(written: str) -> float:
    try:
        return float(Decimal(written))
    except (InvalidOperation, ValueError, OverflowError) as error:
        raise UserError(
            f"{written} is not a number, so the list was left as it is: write it in digits, such as 90000000.",
            reason="not-a-number",
        ) from error
