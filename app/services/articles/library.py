"""The articles of a project: lists, facets, one article with its claims, corrections of its details, removal."""

import datetime
from collections.abc import Callable, Sequence

from app.domain.article import ArticleRecord, Detail
from app.domain.changes import Changes
from app.domain.claim import ClaimRecord
from app.domain.listing import EVERY_ARTICLE, ArticleFacets, ArticleFilter, ArticleOrder, ArticleRow
from app.domain.removal import Removal
from app.extraction import pipeline
from app.extraction.dates.anchoring import PUBLICATION
from app.services import reading
from app.services.articles import versions
from app.services.articles.importing import THE_ANALYST, publication_day
from app.services.articles.rereading import ArticleSteps, Fate, Step, take, told
from app.services.listed import ListedArticles
from app.store.project import Project
from app.store.session import Store

HEAD = 200
"""Articles of the first page."""
_NAMES = {"title": "title", "outlet": "outlet", "author": "author", "published": "date of publication"}


class Library:
    """The library of one open project."""

    def __init__(self, project: Project, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._today = today

    def facets(self, narrowed: ArticleFilter = EVERY_ARTICLE) -> ArticleFacets:
        """Counts over what the filter leaves of the newest versions, each facet with its own choice left out."""
        with self._project.reading() as store:
            return store.articles.facets(narrowed)

    def rows(self, narrowed: ArticleFilter) -> list[ArticleRow]:
        """Newest versions, newest first; undated ones last."""
        with self._project.reading() as store:
            return store.articles.rows(narrowed)

    def listed(self, narrowed: ArticleFilter, order: ArticleOrder = ArticleOrder.NEWEST) -> ListedArticles:
        """The same in an order and in a few bytes each, lines read when they are wanted."""
        with self._project.reading() as store:
            found = ListedArticles(self._project, store.articles.numbers(narrowed, order))
        return _with_first(found)

    def head(self, narrowed: ArticleFilter, order: ArticleOrder = ArticleOrder.NEWEST) -> ListedArticles:
        """The first page of what `listed` gives, `HEAD` articles at most."""
        with self._project.reading() as store:
            found = ListedArticles(self._project, store.articles.head(narrowed, order, HEAD))
        return _with_first(found)

    def titled(self, typed: str, count: int) -> list[ArticleRow]:
        """The articles with these words in their titles, the last perhaps unfinished; what was filed last first."""
        with self._project.reading() as store:
            numbers = store.articles.titled(typed, count)
            found = store.articles.lines(numbers)
        return [found[number] for number in numbers]

    def lines(self, article_ids: Sequence[str]) -> list[ArticleRow]:
        """The lines of these articles; what is gone is left out."""
        with self._project.reading() as store:
            numbers = [at for one in article_ids if (at := store.articles.number_of(one)) is not None]
            return list(store.articles.lines(numbers).values())

    def origins(self, narrowed: ArticleFilter) -> int:
        """From how many independent origins the articles are that the filter leaves."""
        with self._project.reading() as store:
            return store.articles.origins(narrowed)

    def waiting(self, article_ids: Sequence[str]) -> dict[str, int]:
        """How many claims of each article wait for a decision; those without any are left out."""
        with self._project.reading() as store:
            return store.articles.waiting(article_ids)

    def is_empty(self) -> bool:
        """Whether there is no article at all."""
        with self._project.reading() as store:
            return store.articles.is_empty()

    def topic_names(self) -> dict[str, str]:
        """The names of all topics by id: facets know topics by their ids."""
        with self._project.reading() as store:
            return store.topics.names()

    def article(self, article_id: str) -> ArticleRecord:
        """One article with its text and details, without the bytes of its source."""
        with self._project.reading() as store:
            return store.articles.get(article_id)

    def claims(self, article_id: str) -> list[ClaimRecord]:
        """The article's claims in the order of its text, the rejected ones too."""
        with self._project.reading() as store:
            return store.claims.of_article(article_id)

    # Corrections

    def correct(self, article_id: str, field: str, value: str) -> Changes:
        """Set title, outlet, author or published by hand; the evidence becomes "the analyst". Nothing means unknown.

        A date that cannot be, or lies in the future, is refused with a sentence. Another date of publication moves what
        is reckoned from it ("last year"), unless the analyst settled it: see `left_behind`.
        """
        detail = None
        if typed := value.strip():
            day = publication_day(typed, self._today()) if field == "published" else typed
            detail = Detail(value=day, evidence=THE_ANALYST)
        with self._project.writing(f"correct the {_NAMES[field]}") as store:
            before = store.articles.get(article_id)
            if _value(getattr(before.article, field)) != _value(detail):
                store.articles.correct(article_id, field, detail)
                if field == "published":
                    _reckon_anew(store, before, store.articles.get(article_id))
        return store.changes

    def left_behind(self, article_id: str) -> list[ClaimRecord]:
        """Claims that are reckoned from another day than the article's date of publication: they were settled before.

        Such a claim keeps what was decided about it when the date is corrected.
        """
        with self._project.reading() as store:
            article = store.articles.get(article_id).article
            claims = store.claims.of_article(article_id)
        day = article.day.isoformat() if article.day else None
        return [
            one
            for one in claims
            if (anchor := one.claim.figure.anchor) and anchor.reason == PUBLICATION and anchor.day != day
        ]

    # Removal

    def what_goes(self, article_ids: Sequence[str]) -> Removal:
        """What would go along with these articles or versions of articles."""
        with self._project.reading() as store:
            return store.articles.what_goes(article_ids)

    def remove(self, article_ids: Sequence[str]) -> Changes:
        """Take articles, or versions of articles, out of the project with all that hangs on them, as one act."""
        with self._project.writing("remove articles") as store:
            titles = [_title(store.articles.get(article_id)) for article_id in article_ids]
            store.name_act(f"remove “{titles[0]}”" if len(titles) == 1 else f"remove {len(titles)} articles")
            for article_id in article_ids:
                family = [version.article_id for version in store.versions.of(article_id)]
                at = family.index(article_id)
                store.articles.remove(article_id)
                if 0 < at < len(family) - 1:
                    versions.resettle(store, family[at - 1])
        return store.changes


def _reckon_anew(store: Store, before: ArticleRecord, after: ArticleRecord) -> None:
    """Move what the words reckon from the date of publication, and nothing that newer rules might read otherwise."""
    conventions = store.settings.conventions()
    old = {claim.span: claim for claim in pipeline.read(reading.passage(before.article, conventions))}
    claims = pipeline.read(reading.passage(after.article, conventions))
    moved = {
        claim.span: claim
        for claim in claims
        if claim.converts is None and claim.span in old and told(claim) != told(old[claim.span])
    }
    kept = store.claims.of_article(after.article_id)
    settled = store.readings.settled(kept)
    steps = [
        Step(fate=Fate.CHANGED, before=one, after=moved[one.claim.span])
        for one in kept
        if one.claim.span in moved and one.claim_id not in settled
    ]
    take(store, ArticleSteps(record=after, claims=tuple(claims), steps=tuple(steps)))


def _with_first(found: ListedArticles) -> ListedArticles:
    """With the lines that are seen first, so that they are read on the thread that read the numbers."""
    if found:
        found.line(0)
    return found


def _title(record: ArticleRecord) -> str:
    return record.article.title.value if record.article.title else record.article.source_name


def _value(detail: Detail | None) -> str | None:
    return None if detail is None else detail.value
