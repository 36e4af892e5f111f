"""Counts beside the claims grid, in SQL."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, case, func, literal, or_, select, union_all
from sqlalchemy.orm import Session, join

from app.domain.claim import State
from app.domain.listing import ClaimFacets, ClaimFilter, Facet
from app.domain.narrowing import Field
from app.store import claim_terms
from app.store.claim_filter import KINDS, STATES, conditions, is_narrowed_by
from app.store.standing import LISTED, WAITS
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic

_MOST = 1000
"""Values of one facet; nobody reads further."""
_JOINED = join(StoredClaim, StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
_FAMILY = StoredArticle.family.expression
_VALUES: dict[str, ColumnElement[Any]] = {
    KINDS: StoredClaim.kind.expression,
    STATES: case((or_(StoredClaim.state != State.WAITING, WAITS), StoredClaim.state)),
    Field.BASIS: claim_terms.basis,
    Field.PRICE: claim_terms.price,
    Field.UNIT: func.coalesce(StoredClaim.unit, ""),
    Field.SPEAKER: func.coalesce(StoredClaim.speaker, ""),
    Field.STANCE: func.coalesce(StoredClaim.stance, ""),
    Field.OUTLET: func.coalesce(StoredArticle.outlet, ""),
    Field.YEAR: func.coalesce(func.substr(StoredArticle.published, 1, 4), ""),
}


def of(session: Session, narrowed: ClaimFilter) -> ClaimFacets:
    """Counts over what a filter leaves; the total is of all claims in the states that are shown by default or asked."""
    shown = ClaimFilter().states | narrowed.states
    counted = func.count(), func.count(_FAMILY.distinct()), func.count(StoredArticle.origin_id.distinct())
    found = select(*counted).select_from(_JOINED).where(*conditions(narrowed))
    matching, articles, origins = session.execute(found).one()
    facets = _counted(session, narrowed)
    return ClaimFacets(
        total=session.scalar(select(func.count()).where(StoredClaim.state.in_(sorted(shown)), LISTED)) or 0,
        matching=matching,
        articles=articles,
        origins=origins,
        kinds=facets[KINDS],
        states=facets[STATES],
        bases=facets[Field.BASIS],
        prices=facets[Field.PRICE],
        units=facets[Field.UNIT],
        speakers=facets[Field.SPEAKER],
        stances=facets[Field.STANCE],
        outlets=facets[Field.OUTLET],
        topics=_topics(session, narrowed),
        years=tuple(sorted(facets[Field.YEAR], key=lambda facet: facet.value, reverse=True)),
    )


def _counted(session: Session, narrowed: ClaimFilter) -> dict[str, tuple[Facet, ...]]:
    """The values of every facet by count, then by name; those without a choice share one look at the claims."""
    own = [field for field in _VALUES if is_narrowed_by(narrowed, field)]
    found: defaultdict[str, list[Facet]] = defaultdict(list)
    for fields, without in [(tuple(set(_VALUES) - set(own)), ""), *(((field,), field) for field in own)]:
        # "Rejected" stands among the states only where it was asked for: nothing else is narrowed by default.
        for field, value, count in session.execute(_look(narrowed, sorted(fields), without)):
            if value is not None:  # a waiting figure that a newer version replaced is in no state to choose
                found[field].append(Facet(value=value, count=count))
    return {
        field: tuple(sorted(found[field], key=lambda facet: (-facet.count, facet.value))[:_MOST]) for field in _VALUES
    }


def _look(narrowed: ClaimFilter, fields: Sequence[str], without: str) -> CompoundSelect[Any]:
    columns = [_VALUES[field].label(f"f{at}") for at, field in enumerate(fields)]
    left = select(*columns).select_from(_JOINED).where(*conditions(narrowed, without=without)).cte("narrowed")
    counts = [
        select(literal(field).label("field"), left.c[f"f{at}"].label("value"), func.count().label("claims"))
        .select_from(left)
        .group_by(left.c[f"f{at}"])
        for at, field in enumerate(fields)
    ]
    return union_all(*counts)


def _topics(session: Session, narrowed: ClaimFilter) -> tuple[Facet, ...]:
    """A claim under two topics counts under both; "" are those under none."""
    left = conditions(narrowed, without=Field.TOPIC)
    count = func.count()
    filed = (
        select(StoredTopic.name, count)
        .select_from(_JOINED)
        .join(Filing, Filing.claim_id == StoredClaim.claim_id)
        .join(StoredTopic, StoredTopic.topic_id == Filing.topic_id)
        .where(*left)
        .group_by(StoredTopic.name)
        .order_by(count.desc(), StoredTopic.name)
    )
    found = [Facet(value=name, count=claims) for name, claims in session.execute(filed)]
    if not found:
        return ()
    free = StoredClaim.claim_id.not_in(select(Filing.claim_id))
    none = session.scalar(select(func.count()).select_from(StoredClaim).where(*left, free))
    return (*found, Facet(value="", count=none)) if none else tuple(found)
