"""Rows that speak of claims and articles, found by what their tables say of themselves."""

from collections.abc import Collection, Iterator

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.store.lines import in_pages
from app.store.tables import Base, Journaled, StoredClaim

_NAMES = {"claim.claim_id": ("claim_id", "subject_id"), "article.article_id": ("article_id", "subject_id")}
"""What columns are called that hold such an id without a foreign key: the row may outlive what it speaks of."""

Link = tuple[type[Journaled], InstrumentedAttribute[str | None]]


def to(target: str) -> Iterator[Link]:
    """The journaled tables and columns that hold ids of "claim.claim_id" or "article.article_id"."""
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, Journaled) or mapper.class_ is StoredClaim:
            continue
        for column in mapper.columns:
            keyed = any(key.target_fullname == target for key in column.foreign_keys)
            if f"{mapper.local_table}.{column.name}" != target and (keyed or column.name in _NAMES[target]):
                yield mapper.class_, getattr(mapper.class_, mapper.get_property_by_column(column).key)


def spoken_of(
    session: Session, target: str, ids: Collection[str], *, besides: Collection[type[Journaled]]
) -> frozenset[str]:
    """Those of the ids that some row speaks of, of any table but these."""
    return frozenset(
        one
        for table, column in to(target)
        if table not in besides
        for page in in_pages(list(ids))
        for one in session.scalars(select(column).where(column.in_(page)))
        if one is not None
    )


def cut(session: Session, target: str, ids: Collection[str]) -> None:
    """Take away every row that speaks of these ids, and empty the columns that can be empty."""
    for table, column in to(target):
        for page in in_pages(list(ids)):
            for row in session.scalars(select(table).where(column.in_(page))):
                if column.property.columns[0].nullable:
                    setattr(row, column.key, None)
                else:
                    session.delete(row)
    session.flush()
