"""Invented articles filed in a project, and what its lists hold then."""

from app.domain.article import Article
from app.domain.claim import Claim
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store.project import Project
from tests.store.harbour_articles import article

AT = "2026-02-14T09:30:00.000000Z"


def fill(project: Project, articles: int = 1) -> None:
    """Import so many articles without claims, in one act."""
    with project.writing("import") as store:
        for number in range(articles):
            record = store.articles.add(article(_numbered(number)), captured_at=AT)
            store.claims.add(record.article_id, [])


def _numbered(number: int) -> str:
    return f"Title {number}\n\n" + f"The harbour of island {number} has a keeper. " * 40


def keep(project: Project, one: Article, claims: list[Claim]) -> list[str]:
    """Import an article with these claims; gives their ids."""
    with project.writing("import an article") as store:
        record = store.articles.add(one, captured_at=AT)
        return store.claims.add(record.article_id, claims)


def found(project: Project, **narrowed: object) -> list[str]:
    """The words of the claims that a list narrowed so has, in the order of the texts."""
    with project.reading() as store:
        ids = store.lists.ids(ClaimFilter(**narrowed), ClaimOrder.TEXT)  # type: ignore[arg-type]
        return [line.record.claim.surface for line in store.claims.lines(ids)]
