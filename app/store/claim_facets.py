"""Counts beside the claims grid, in SQL."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.listing import ClaimFacets, ClaimFilter, Facet
from app.store.claim_filter import conditions
from app.store.tables import StoredArticle, StoredClaim


def of(session: Session, narrowed: ClaimFilter) -> ClaimFacets:
    """Counts over what a filter leaves; the total is of all claims in the states that are shown by default or asked."""
    shown = ClaimFilter().states | narrowed.states
    matching, articles, origins = session.execute(
        select(
            func.count(), func.count(StoredArticle.family.distinct()), func.count(StoredArticle.origin_id.distinct())
        )
        .select_from(StoredClaim)
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(*conditions(narrowed))
    ).one()
    return ClaimFacets(
        total=session.scalar(select(func.count()).where(StoredClaim.state.in_(sorted(shown)))) or 0,
        matching=matching,
        articles=articles,
        origins=origins,
        kinds=_counted(session, narrowed, "kinds", StoredClaim.kind),
        bases=_counted(session, narrowed, "basis", StoredClaim.basis_kind),
        speakers=_counted(session, narrowed, "speaker", StoredClaim.speaker),
        states=_counted(session, narrowed, "states", StoredClaim.state),
    )


def _counted(
    session: Session, narrowed: ClaimFilter, field: str, column: InstrumentedAttribute[Any]
) -> tuple[Facet, ...]:
    """The values of a column by count, then by name; "" for not stated."""
    value, count = func.coalesce(column, ""), func.count()
    found = (
        select(value, count)
        .select_from(StoredClaim)
        .where(*conditions(narrowed, without=field))
        .group_by(value)
        .order_by(count.desc(), value)
    )
    return tuple(Facet(value=name, count=number) for name, number in session.execute(found))
