"""How many claims a filter leaves, from how many articles: of cells where these say it, else of marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session

from app.domain.listing import ClaimFilter, Facet, Sources
from app.store.claim_filter import YEAR, Condition, Part, conditions, numbers, on_marks, parts, shown
from app.store.tables import Cell, Edition, Mark, StoredArticle, Trait

MOST = 1000
"""Values of one facet; nobody reads further."""
MANY = 200_000
"""Claims from which reading everything in its order is faster than looking each up."""


def count(session: Session, narrowed: ClaimFilter) -> int:
    """How many claims a filter leaves."""
    return sum(matching(session, list(parts(piece)), shown(piece)) for piece in pieces(narrowed))


def pieces(narrowed: ClaimFilter) -> Iterator[ClaimFilter]:
    """A filter as several that share no claim, each of whole years or within one: cells know years alone."""
    start, end = narrowed.after, narrowed.before
    if len(start) > YEAR and (not end or end[:YEAR] > start[:YEAR]) and start[:YEAR].isdigit():
        following = f"{int(start[:YEAR]) + 1:04}"
        yield replace(narrowed, before=following)
        yield from pieces(replace(narrowed, after=following))
    elif len(end) > YEAR and start < end[:YEAR]:
        yield replace(narrowed, before=end[:YEAR])
        yield replace(narrowed, after=end[:YEAR])
    else:
        yield narrowed


def matching(session: Session, asked: Sequence[Part], left: Sequence[int]) -> int:
    """The claims that these parts of a filter leave, in these standings."""
    if any(part.of is Mark for part in asked):
        marks = (*on_marks(asked), Mark.standing.in_(left))
        return session.scalar(select(func.count()).select_from(Mark).where(*marks)) or 0
    editions, traits = (numbers(table, asked) for table in (Edition, Trait))
    everywhere = Cell.edition == 0 if editions is None else Cell.edition.in_(editions)
    of_all = Cell.trait > 0 if editions is None else Cell.trait == 0
    cells = (everywhere, of_all if traits is None else Cell.trait.in_(traits), Cell.standing.in_(left))
    return session.scalar(select(func.sum(Cell.claims)).where(*cells)) or 0


def sources(session: Session, narrowed: ClaimFilter) -> Sources:
    """The articles of the claims that a filter leaves, and their origins."""
    left = conditions(narrowed)
    there: Condition
    if count(session, narrowed) > MANY:
        there = exists().where(Mark.article == StoredArticle.number, *left)
    else:
        there = StoredArticle.number.in_(select(Mark.article).where(*left).correlate(None))
    found = select(func.count(StoredArticle.family.distinct()), func.count(StoredArticle.origin_id.distinct()))
    articles, origins = session.execute(found.where(there)).one()
    return Sources(articles=articles, origins=origins)


def ranked(counts: Counter[str]) -> tuple[Facet, ...]:
    """The commonest values, these first."""
    found = sorted(counts.items(), key=most_first)
    return tuple(Facet(value=value, count=claims) for value, claims in found[:MOST] if claims)


def most_first(one: tuple[str, int]) -> tuple[int, str]:
    """Sorts values by their claims, then by name."""
    return -one[1], one[0]
