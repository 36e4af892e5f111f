"""The articles of a project: lists, facets, one article with its claims, corrections of its details."""

import datetime
from collections.abc import Callable

from app.domain.article import ArticleRecord, Detail
from app.domain.changes import Changes
from app.domain.claim import ClaimRecord
from app.domain.listing import ArticleFacets, ArticleFilter, ArticleRow
from app.services.importing import THE_ANALYST, publication_day
from app.store.project import Project

_NAMES = {"title": "title", "outlet": "outlet", "author": "author", "published": "date of publication"}


class Library:
    """The library of one open project."""

    def __init__(self, project: Project, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._today = today

    def facets(self) -> ArticleFacets:
        """Counts over the newest version of every article."""
        with self._project.reading() as store:
            return store.articles.facets()

    def rows(self, narrowed: ArticleFilter) -> list[ArticleRow]:
        """Newest versions, newest first; undated ones last."""
        with self._project.reading() as store:
            return store.articles.rows(narrowed)

    def article(self, article_id: str) -> ArticleRecord:
        """One article with its text and details, without the bytes of its source."""
        with self._project.reading() as store:
            return store.articles.get(article_id)

    def claims(self, article_id: str) -> list[ClaimRecord]:
        """The article's claims in the order of its text, the rejected ones too."""
        with self._project.reading() as store:
            return store.claims.of_article(article_id)

    def correct(self, article_id: str, field: str, value: str) -> Changes:
        """Set title, outlet, author or published by hand; the evidence becomes "the analyst". Nothing means unknown.

        A date that cannot be, or lies in the future, is refused with a sentence.
        """
        detail = None
        if typed := value.strip():
            day = publication_day(typed, self._today()) if field == "published" else typed
            detail = Detail(value=day, evidence=THE_ANALYST)
        with self._project.writing(f"correct the {_NAMES[field]}") as store:
            article = store.articles.get(article_id).article
            if _value(getattr(article, field)) != _value(detail):
                store.articles.correct(article_id, field, detail)
        return store.changes


def _value(detail: Detail | None) -> str | None:
    return None if detail is None else detail.value
