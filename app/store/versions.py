"""Versions of articles, and what was decided about a figure when the next version has it too."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from app.domain.basis import FIELDS
from app.domain.claim import State
from app.domain.version import CARRIED, Fate, Point, Version
from app.store.lines import in_pages
from app.store.provenance import LISTED
from app.store.rows import record
from app.store.tables import Filing, Refusal, StoredArticle, StoredClaim, StoredTopic

_BASIS = "basis."


class Versions:
    """The versions that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, article_id: str) -> list[Version]:
        """All versions of an article, the first one first; none where there is no such article."""
        family = select(StoredArticle.family).where(StoredArticle.article_id == article_id).scalar_subquery()
        claims = func.count(StoredClaim.number)
        found = (
            select(
                StoredArticle.article_id,
                StoredArticle.version,
                StoredArticle.published,
                StoredArticle.captured_at,
                claims,
            )
            .outerjoin(
                StoredClaim,
                (StoredClaim.article_id == StoredArticle.article_id) & (StoredClaim.state != State.REJECTED),
            )
            .where(StoredArticle.family == family)
            .group_by(StoredArticle.number)
            .order_by(StoredArticle.version)
        )
        return [
            Version(article_id=one, number=number, published=published, captured_at=captured_at, claims=count)
            for one, number, published, captured_at, count in self._session.execute(found)
        ]

    def settle(self, claim_id: str, fate: Fate, successor: str | None, *, carried: bool = True) -> None:
        """Say what the next version did with a figure.

        What it carries on takes over what was decided, and a pin; what it changed waits for a decision of its own. Both
        are filed where the earlier figure is, and kept from where it was refused. Not `carried`, the later figure stays
        as it is: it was decided before the earlier one came.
        """
        old = self._stored(claim_id)
        old.fate, old.successor = fate, successor
        if successor is not None and carried:
            new = self._stored(successor)
            if fate in CARRIED:
                _take_over(old, new)
                self._move_pin(claim_id, successor)
            self._file_alike(claim_id, successor)
        self._session.flush()

    def points(self, topic_id: str) -> list[Point]:
        """The topic's figures and those of other versions that they carry on, replace, or are replaced by."""
        asked: set[str] = set()
        found: dict[str, Point] = {}
        filed = select(Filing.claim_id).join(StoredClaim, StoredClaim.claim_id == Filing.claim_id)
        wanted = set(self._session.scalars(filed.where(Filing.topic_id == topic_id, LISTED)))
        while more := wanted - asked:
            asked |= more
            for page in in_pages(sorted(more)):
                found.update((point.claim.claim_id, point) for point in self._points(page))
            wanted = {one for point in found.values() for one in (point.claim.claim_id, point.successor) if one}
        return list(found.values())

    def _points(self, claim_ids: Sequence[str]) -> Iterator[Point]:
        of_article = StoredArticle.article_id == StoredClaim.article_id
        either = or_(StoredClaim.claim_id.in_(claim_ids), StoredClaim.successor.in_(claim_ids))
        for claim, article in self._session.execute(
            select(StoredClaim, StoredArticle).join(StoredArticle, of_article).where(either)
        ):
            yield Point(
                claim=record(claim),
                version=article.version,
                title=article.title or article.source_name,
                outlet=article.outlet,
                published=article.published,
                captured_at=article.captured_at,
                fate=None if claim.fate is None else Fate(claim.fate),
                successor=claim.successor,
            )

    def _move_pin(self, claim_id: str, successor: str) -> None:
        for topic in self._session.scalars(select(StoredTopic).where(StoredTopic.pinned == claim_id)):
            topic.pinned = successor

    def _file_alike(self, claim_id: str, successor: str) -> None:
        for kept in (Filing, Refusal):
            topics = self._session.scalars(select(kept.topic_id).where(kept.claim_id == claim_id)).all()
            self._session.add_all(kept(topic_id=topic_id, claim_id=successor) for topic_id in topics)

    def _stored(self, claim_id: str) -> StoredClaim:
        return self._session.scalars(select(StoredClaim).where(StoredClaim.claim_id == claim_id)).one()


def _take_over(old: StoredClaim, new: StoredClaim) -> None:
    """What the analyst set stays set; the decision stays too, if the figure is read as it was when it was decided."""
    basis = {
        name: getattr(old.basis, name)
        for field in old.edited_fields
        if (name := field.removeprefix(_BASIS)) in FIELDS and field.startswith(_BASIS)
    }
    if basis:
        # The words that say it stand elsewhere now.
        kept = {name: stated and replace(stated, span=None) for name, stated in basis.items()}
        new.basis = replace(new.basis, **kept)
        new.basis_kind = new.basis.value("kind")
    if "speaker" in old.edited_fields:
        new.speaker, new.speaker_span = old.speaker, None
    if "stance" in old.edited_fields:
        new.stance = old.stance
    if old.edited_fields:
        new.edited_fields, new.edited_at, new.revision = old.edited_fields, old.edited_at, old.revision
    if _read(old) == _read(new):
        new.state, new.decided_at = old.state, old.decided_at


def _read(claim: StoredClaim) -> tuple[object, ...]:
    return claim.speaker, claim.stance, *(claim.basis.value(name) for name in FIELDS)
