"""The counts beside the library's list, in SQL: what many articles have in common is counted at once."""

from collections import Counter

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.domain.listing import ArticleFacets, ArticleFilter, Facet
from app.store.library.filters import NEWEST, ORIGIN, OUTLET, STATE, TAG, TOPIC, YEAR, Condition, conditions
from app.store.row_numbers import gathered
from app.store.tables import Edition, Shelf, StoredArticle, StoredTag, TopicArticle, TopicNumber


def facets(session: Session, narrowed: ArticleFilter) -> ArticleFacets:
    """Counts over what the filter leaves of the newest versions, each facet with its own choice left out.

    Articles that are alike in what facets say are counted together; what one choice alone leaves out counts there.
    """
    of_states, of_origins, of_outlets, of_years = _counted(session, narrowed)
    return ArticleFacets(
        articles=session.scalar(select(func.count()).select_from(Shelf).where(NEWEST)) or 0,
        every=of_states[_ANY],
        waiting=of_states["waiting"],
        revised=of_states["revised"],
        decided=of_states["decided"],
        origins=of_origins["first"],
        copies=of_origins["copy"],
        outlets=_ranked(of_outlets, by_count=True),
        years=tuple(reversed(_ranked(of_years))),
        topics=_ranked(_topics(session, narrowed), by_count=True),
        tags=_ranked(_tags(session, narrowed)),
    )


_ANY = ""
"""What every article has in every facet: the value of no choice."""
_WAITS, _DECIDED, _REVISED, _COPY, _MARKS = 1, 2, 4, 8, 16
"""What an article is, as bits of a number, and how many such numbers there are."""
_ALIKE = (
    Shelf.edition * _MARKS
    + case((Shelf.waiting > 0, _WAITS), else_=0)
    + case((Shelf.accepted + Shelf.rejected > 0, _DECIDED), else_=0)
    + case((Shelf.versions > 1, _REVISED), else_=0)
    + case((Shelf.place > 1, _COPY), else_=0)
).label("number")


def _states(marks: int) -> tuple[str, ...]:
    waits = bool(marks & _WAITS)
    states = {"waiting": waits, "decided": bool(marks & _DECIDED) and not waits, "revised": bool(marks & _REVISED)}
    return (_ANY, *(name for name, holds in states.items() if holds))


_STATES = tuple(map(_states, range(_MARKS)))
"""The states that articles have, by their marks."""
_ORIGINS = tuple((_ANY, "copy" if marks & _COPY else "first") for marks in range(_MARKS))
_SHELVED = (STATE, ORIGIN, OUTLET, YEAR)


def _counted(session: Session, narrowed: ArticleFilter) -> tuple[Counter[str], ...]:
    """How many articles there are of each state, origin, outlet and year; words, topic and tag narrow them all.

    Every article comes as one number, counted here: SQLite would sort them all to group them.
    """
    apart = [condition for facet, condition in conditions(narrowed) if facet not in _SHELVED]
    alike = Counter(gathered(session, [select(_ALIKE).where(NEWEST, *apart)]))
    editions = {one: ((_ANY, outlet), (_ANY, year)) for one, outlet, year in session.execute(_EDITIONS)}
    choices, counts = _choices(narrowed), tuple(Counter[str]() for _ in _SHELVED)
    for number, articles in alike.items():
        edition, marks = divmod(number, _MARKS)
        has = (_STATES[marks], _ORIGINS[marks], *editions[edition])
        missed = [at for at, choice in enumerate(choices) if choice not in has[at]]
        for at in range(len(has)) if not missed else missed if len(missed) == 1 else ():
            for value in has[at]:
                counts[at][value] += articles
    return counts


_EDITIONS = select(Edition.number, Edition.outlet, Edition.year)


def _choices(narrowed: ArticleFilter) -> tuple[str, str, str, str]:
    """The values that are chosen of state, origin, outlet and year."""
    state = {"waiting": narrowed.waiting, "decided": narrowed.decided, "revised": narrowed.revised}
    return (
        next((name for name, chosen in state.items() if chosen), _ANY),
        {None: _ANY, True: "copy", False: "first"}[narrowed.copies],
        narrowed.outlet or _ANY,
        narrowed.year or _ANY,
    )


def _ranked(counts: Counter[str], *, by_count: bool = False) -> tuple[Facet, ...]:
    """By name, or by count and then by name."""
    named = sorted((value for value in counts if value != _ANY), key=lambda value: (value.casefold(), value))
    found = [Facet(value=value, count=counts[value]) for value in named]
    return tuple(sorted(found, key=lambda facet: -facet.count) if by_count else found)


def _topics(session: Session, narrowed: ArticleFilter) -> Counter[str]:
    """The topics of the articles with claims under any, the rejected left out."""
    counted = (
        select(TopicArticle.topic, func.count().label("articles"))
        .join(Shelf, Shelf.article == TopicArticle.article)
        .where(TopicArticle.claims > 0, NEWEST, *_without(narrowed, TOPIC))
        .group_by(TopicArticle.topic)
        .subquery()
    )
    named = select(TopicNumber.topic_id, counted.c.articles).join(counted, counted.c.topic == TopicNumber.number)
    return Counter({row[0]: row[1] for row in session.execute(named)})


def _tags(session: Session, narrowed: ArticleFilter) -> Counter[str]:
    """The tags of the articles that have any."""
    tagged = (
        select(StoredTag.name, func.count())
        .join(StoredArticle, StoredArticle.article_id == StoredTag.subject_id)
        .join(Shelf, Shelf.article == StoredArticle.number)
        .where(NEWEST, *_without(narrowed, TAG))
        .group_by(StoredTag.name)
    )
    return Counter({row[0]: row[1] for row in session.execute(tagged)})


def _without(narrowed: ArticleFilter, facet: str) -> list[Condition]:
    return [condition for own, condition in conditions(narrowed) if own != facet]
