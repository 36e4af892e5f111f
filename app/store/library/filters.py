"""What the library is narrowed to, as conditions on its shelf."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, select

from app.domain.listing import ArticleFilter
from app.store import full_text, words
from app.store.tables import Edition, Shelf, StoredArticle, StoredTag, TopicArticle, TopicNumber

Condition = ColumnElement[bool]
STATE, ORIGIN, OUTLET, YEAR, TOPIC, TAG = "state", "origin", "outlet", "year", "topic", "tag"
NEWEST = Shelf.place > 0
"""Only the newest version of each article is listed."""


def conditions(narrowed: ArticleFilter) -> Iterator[tuple[str, Condition]]:
    """The conditions of a filter on `Shelf`, each with the facet in which it is chosen."""
    if query := words.query(narrowed.words):
        yield "words", Shelf.article.in_(full_text.rows_of("article_words", query))
    if narrowed.waiting:
        yield STATE, Shelf.waiting > 0
    if narrowed.revised:
        yield STATE, Shelf.versions > 1
    if narrowed.decided:
        yield STATE, (Shelf.waiting == 0) & (Shelf.accepted + Shelf.rejected > 0)
    if narrowed.topic_id is not None:
        topic = select(TopicNumber.number).where(TopicNumber.topic_id == narrowed.topic_id).scalar_subquery()
        filed = select(TopicArticle.article).where(TopicArticle.topic == topic, TopicArticle.claims > 0)
        yield TOPIC, Shelf.article.in_(filed)
    if narrowed.tag is not None:
        tagged = select(StoredArticle.number).join(StoredTag, StoredTag.subject_id == StoredArticle.article_id)
        yield TAG, Shelf.article.in_(tagged.where(StoredTag.name == narrowed.tag))
    if narrowed.outlet is not None:
        yield OUTLET, Shelf.edition.in_(select(Edition.number).where(Edition.outlet == narrowed.outlet))
    if narrowed.year is not None:
        yield YEAR, Shelf.edition.in_(select(Edition.number).where(Edition.year == narrowed.year))
    if narrowed.copies is not None:
        yield ORIGIN, Shelf.place > 1 if narrowed.copies else Shelf.place == 1
