"""Taking a version of an article out of a project, with all that hangs on it; the journal can bring everything back.

Its text and its source stay while the journal recalls them.
"""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.removal import Removal
from app.store import links
from app.store.lines import in_pages
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredParting, StoredTopic

_CLAIM, _ARTICLE = "claim.claim_id", "article.article_id"


def what_goes(session: Session, article_ids: Sequence[str]) -> Removal:
    """What would go along with these."""
    claims = select(StoredClaim.claim_id).where(StoredClaim.article_id.in_(article_ids))
    decided = select(func.count()).where(StoredClaim.article_id.in_(article_ids), StoredClaim.state != State.WAITING)
    pinned = select(StoredTopic.name).where(StoredTopic.pinned.in_(claims)).order_by(StoredTopic.name)
    return Removal(
        articles=len(article_ids),
        claims=session.scalar(select(func.count()).select_from(claims.subquery())) or 0,
        decided=session.scalar(decided) or 0,
        filings=session.scalar(select(func.count()).where(Filing.claim_id.in_(claims))) or 0,
        pins=tuple(session.scalars(pinned)),
    )


def remove(session: Session, article: StoredArticle) -> None:
    """Take one version away; the versions after it move up, and its family goes on under another name if need be."""
    others = _others(session, article)
    _rename_family(session, article, others)
    claims = list(session.scalars(select(StoredClaim).where(StoredClaim.article_id == article.article_id)))
    remove_claims(session, claims)
    for row in others:
        if row.version == article.version - 1:
            _stand_alone(session, row)
    links.cut(session, _ARTICLE, [article.article_id])
    session.delete(article)
    session.flush()
    for row in others:
        if row.version > article.version:
            row.version -= 1
            # One at a time: no two of a family have one number, not even for a moment.
            session.flush()


def remove_claims(session: Session, claims: Sequence[StoredClaim]) -> None:
    """Take claims away with their filings, pins and remarks; figures that they carried on stand for themselves."""
    ids = [row.claim_id for row in claims]
    links.cut(session, _CLAIM, ids)
    for page in in_pages(ids):
        for before in session.scalars(select(StoredClaim).where(StoredClaim.successor.in_(page))):
            before.fate, before.successor = None, None
    session.flush()
    for row in claims:
        session.delete(row)
    session.flush()


def _stand_alone(session: Session, article: StoredArticle) -> None:
    """No later version says any more what became of its figures."""
    for row in session.scalars(select(StoredClaim).where(StoredClaim.article_id == article.article_id)):
        row.fate, row.successor = None, None
    session.flush()


def _others(session: Session, article: StoredArticle) -> list[StoredArticle]:
    family = select(StoredArticle).where(StoredArticle.family == article.family, StoredArticle.number != article.number)
    return list(session.scalars(family.order_by(StoredArticle.version)))


def _rename_family(session: Session, article: StoredArticle, others: Sequence[StoredArticle]) -> None:
    """Call a family after another of its versions when the one that it is called after goes."""
    if article.family != article.article_id or not others:
        return
    name = others[0].article_id
    for row in others:
        row.family = name
    old = article.article_id
    partings = select(StoredParting).where((StoredParting.first == old) | (StoredParting.second == old))
    for parting in list(session.scalars(partings)):
        first, second = sorted((name, parting.second if parting.first == old else parting.first))
        session.delete(parting)
        session.add(StoredParting(first=first, second=second, joined=parting.joined))
    session.flush()
