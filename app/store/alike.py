"""Claims that may be of the same thing as a sentence of a draft."""

from collections.abc import Collection, Sequence
from decimal import Decimal

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from app.domain.claim import Stance, State
from app.domain.figure import Figure, Kind
from app.domain.listing import ClaimLine
from app.store import lines, topic_words, vicinity, words
from app.store.provenance import CURRENT
from app.store.tables import Filing, StoredClaim, StoredTopic


class Alike:
    """The claims of the newest versions, neither rejected nor denied, as one session sees them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def by_words(self, keywords: Sequence[str], kinds: Sequence[Kind], count: int) -> list[str]:
        """Ids of the claims of these kinds near which most of the words stand, best first."""
        return vicinity.best(self._session, keywords, count, StoredClaim.kind.in_(kinds), *_COUNTED)

    def by_number(self, figure: Figure, keywords: Sequence[str], count: int) -> list[str]:
        """Ids of the claims of its kind whose number may round to a figure's or the other way round.

        Where there are more than `count`, those near which most of the words stand, best first.
        """
        near = _near(figure)
        if near is None:
            return []
        found = select(StoredClaim.claim_id).where(near, *_COUNTED).order_by(StoredClaim.number)
        ids = list(self._session.scalars(found.limit(count + 1)))
        if len(ids) <= count or words.any_of(keywords) is None:
            return ids[:count]
        return vicinity.best_of(self._session, keywords, count, near, *_COUNTED)

    def by_topic(self, texts: Sequence[str], kinds: Sequence[Kind], count: int) -> list[str]:
        """Ids of the claims last filed under the topic of these kinds that shares most words with what is said."""
        of_kind = set(self._session.scalars(select(StoredTopic.topic_id).where(StoredTopic.kind.in_(kinds))))
        ranked = topic_words.ranked_for(self._session, texts) if of_kind else []
        topic_id = next((topic_id for topic_id, _ in ranked if topic_id in of_kind), None)
        if topic_id is None:
            return []
        found = (
            select(StoredClaim.claim_id)
            .join(Filing, Filing.claim_id == StoredClaim.claim_id)
            .where(Filing.topic_id == topic_id, StoredClaim.kind.in_(kinds), *_COUNTED)
            .order_by(StoredClaim.number.desc())
        )
        return list(self._session.scalars(found.limit(count)))

    def of_articles(self, articles: Collection[str], kinds: Sequence[Kind], count: int) -> list[str]:
        """Ids of the claims of these kinds in these articles, in the order in which they were read."""
        found = (
            select(StoredClaim.claim_id)
            .where(StoredClaim.article_id.in_(articles), StoredClaim.kind.in_(kinds), *_COUNTED)
            .order_by(StoredClaim.number)
        )
        return list(self._session.scalars(found.limit(count)))

    def lines(self, ids: Sequence[str]) -> list[tuple[ClaimLine, str]]:
        """A line for each id, with the words around its sentence: its paragraph, or its comment and what it answers."""
        near = vicinity.near(self._session, ids)
        return [(line, near[line.record.claim_id]) for line in lines.of(self._session, ids)]


_ROUNDED = Decimal("0.15")
"""A number of one digit is rounded by no more of its value than this, or but few are."""


def _near(figure: Figure) -> ColumnElement[bool] | None:
    """What holds of the claims that print about the same number; None for a figure that has none."""
    if figure.low is None or figure.high is None:
        if figure.date is None:
            return None
        key = f"{figure.kind}|{figure.date}|"
        return StoredClaim.same_key.between(key, key + _LAST)
    low, high = sorted((figure.low * (1 - _ROUNDED), figure.high * (1 + _ROUNDED)))
    return and_(
        _keys(figure.kind, low, high),
        StoredClaim.value_low <= float(high),
        StoredClaim.value_high >= float(low),
    )


_LAST = "\U0010ffff"


def _keys(kind: Kind, low: Decimal, high: Decimal) -> ColumnElement[bool]:
    """The stretches of the index of printed figures between two numbers.

    It is in the order of letters, which is that of numbers as long as they have equally many digits before the point.
    """
    if low <= 0 or high.adjusted() > low.adjusted() + 1:
        return StoredClaim.same_key.between(f"{kind}|", f"{kind}|{_LAST}")
    first, last = (format(end.quantize(Decimal("1E-4")), "f") for end in (low, high))
    if low.adjusted() == high.adjusted() or high < 1:
        return StoredClaim.same_key.between(f"{kind}|{first}", f"{kind}|{last}{_LAST}")
    return or_(
        StoredClaim.same_key.between(f"{kind}|{first}", f"{kind}|9{_LAST}"),
        StoredClaim.same_key.between(f"{kind}|1", f"{kind}|{last}{_LAST}"),
    )


_COUNTED = (
    StoredClaim.state != State.REJECTED,
    StoredClaim.stance.is_distinct_from(Stance.DENIES),
    CURRENT,
)
