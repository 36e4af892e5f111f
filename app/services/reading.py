"""An article's text as the extraction reads it in a project."""

from app.domain.article import Article
from app.domain.conventions import Conventions
from app.extraction.mention import Passage


def passage(article: Article, conventions: Conventions) -> Passage:
    """The text with what is known of it, and what the project takes where it leaves a figure open."""
    return Passage(
        text=article.text,
        published=article.day,
        country=article.country,
        parts=article.parts,
        conventions=conventions,
    )
