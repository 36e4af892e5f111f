"""How many claims a filter leaves, from how many articles: of cells where these say it, else of marks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, exists, func, or_, select
from sqlalchemy.orm import Session

from app.domain.listing import ClaimFilter, Facet, Sources
from app.store import full_text, words
from app.store.claim_lists import portions
from app.store.claim_lists.conditions import SHARED, Part, Shared, beside_words, numbers, on_marks, searched
from app.store.claim_lists.filters import YEAR, parts, shown
from app.store.mark_states import MarkState
from app.store.row_numbers import among, gathered
from app.store.tables import Cell, Edition, Mark, Shelf, StoredArticle, Trait

MOST = 1000
"""Values of one facet; nobody reads further."""
MANY = 200_000
"""Claims from which reading everything in its order is faster than looking each up."""


def count(session: Session, narrowed: ClaimFilter) -> int:
    """How many claims a filter leaves."""
    return sum(matching(session, list(parts(piece)), shown(piece)) for piece in pieces(narrowed))


def pieces(narrowed: ClaimFilter) -> Iterator[ClaimFilter]:
    """A filter as several that share no claim, each of whole years or within one: cells know years alone.

    With words all claims that have them are looked at, and no cells: that is done once.
    """
    start, end = narrowed.after, narrowed.before
    if words.query(narrowed.words):
        yield narrowed
    elif len(start) > YEAR and (not end or end[:YEAR] > start[:YEAR]) and start[:YEAR].isdigit():
        following = f"{int(start[:YEAR]) + 1:04}"
        yield replace(narrowed, before=following)
        yield from pieces(replace(narrowed, after=following))
    elif len(end) > YEAR and start < end[:YEAR]:
        yield replace(narrowed, before=end[:YEAR])
        yield replace(narrowed, after=end[:YEAR])
    else:
        yield narrowed


def matching(session: Session, asked: Sequence[Part], left: Sequence[int]) -> int:
    """The claims that these parts of a filter leave, in these states."""
    query, unsaid, unseen = searched(asked, left)
    if query and not unsaid and unseen is None:
        return session.scalar(full_text.count("claim_words", query)) or 0
    if any(part.of is Mark for part in asked):
        if portions.tell(asked):
            told = portions.count(session, asked, left)
            return told + sum(_marked(session, at_end, left) for at_end in portions.ends(asked))
        return _marked(session, asked, left)
    editions, traits = (numbers(table, asked) for table in (Edition, Trait))
    everywhere = Cell.edition == 0 if editions is None else Cell.edition.in_(editions)
    of_all = Cell.trait > 0 if editions is None else Cell.trait == 0
    # The cells of some editions are soon read through; to look in each for each trait takes longer.
    trait = Cell.trait if editions is None else Cell.trait + 0
    cells = (everywhere, of_all if traits is None else trait.in_(traits), Cell.state.in_(left))
    return session.scalar(select(func.sum(Cell.claims)).where(*cells)) or 0


def _marked(session: Session, asked: Sequence[Part], left: Sequence[int]) -> int:
    there = beside_words(asked, left, leading=fewest(session, asked))
    return session.scalar(select(func.count()).select_from(Mark).where(*there)) or 0


def fewest(session: Session, asked: Sequence[Part]) -> Sequence[Shared]:
    """What leads to the fewest marks where both traits and editions are asked for: to look for each of one in each of
    the other takes longest.
    """
    own = {table: [part for part in asked if part.of is table] for table in SHARED}
    if not all(own.values()):
        return SHARED
    return [min(SHARED, key=lambda table: matching(session, own[table], tuple(MarkState)))]


def sources(session: Session, narrowed: ClaimFilter) -> Sources:
    """The articles of the claims that a filter leaves, and their origins.

    Most articles are alone, each its own family and origin: only of the others it is looked up.
    """
    asked, left = list(parts(narrowed)), shown(narrowed)
    found: Select[Any]
    editions, traits = (numbers(table, asked) for table in (Edition, Trait))
    few = traits is not None and matching(session, asked, left) <= MANY
    if few or any(part.of is Mark for part in asked):
        found = select(Mark.article.label("number")).where(*beside_words(asked, left))
    else:
        some = exists().where(Mark.article == Shelf.article, *on_marks(asked, left, leading=()))
        of_editions = [] if editions is None else [Shelf.edition.in_(editions)]
        found = select(Shelf.article.label("number")).where(*of_editions, some)
    articles = set(gathered(session, [found]))
    several = articles
    if len(articles) > _LOOKED_UP:
        several = articles.intersection(gathered(session, [select(Shelf.article.label("number")).where(_SEVERAL)]))
    details = select(StoredArticle.family, StoredArticle.origin_id, Shelf.place)
    placed = details.join(Shelf, Shelf.article == StoredArticle.number).where(StoredArticle.number.in_(among(several)))
    families, origins, earlier = set[str](), set[str](), set[str]()
    for family, origin, place in session.execute(placed):
        families.add(family)
        (origins if place else earlier).add(origin)
    alone = len(articles) - len(several)
    # The origin of an earlier version may be that of an article which is alone among the newest.
    of_same_origin = select(StoredArticle.number).where(StoredArticle.origin_id.in_(among(earlier - origins)))
    again = sum(number in articles and number not in several for number in session.scalars(of_same_origin))
    return Sources(articles=alone + len(families), origins=alone + len(origins | earlier) - again)


_LOOKED_UP = 5_000
"""Articles that are sooner looked up than told apart from those that are alone."""
_SEVERAL = or_(Shelf.place == 0, Shelf.versions > 1, Shelf.copies > 1)
"""Articles of several versions, or of an origin that others have."""


def ranked(counts: Counter[str]) -> tuple[Facet, ...]:
    """The commonest values, these first."""
    found = sorted(counts.items(), key=most_first)
    return tuple(Facet(value=value, count=claims) for value, claims in found[:MOST] if claims)


def most_first(one: tuple[str, int]) -> tuple[int, str]:
    """Sorts values by their claims, then by name."""
    return -one[1], one[0]
