"""Claims near which a term stands: in their paragraph, their title, or the comment that they answer."""

from app.domain.article import Article, Part, PartKind
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.span import Span
from app.store.project import Project
from tests.store.filed_articles import AT, keep
from tests.store.harbour_articles import article, claim


def test_a_term_is_found_in_paragraph_title_and_the_comments_answered(project: Project) -> None:
    text = "Harbour\n\nFirst paragraph £1m.\n\nOn lighthouses £2m.\n\nWhat of the ferries?\n\nThey cost £3m."
    at = [text.index(words) for words in ("First", "What", "They")]
    threaded = Article(
        text=text,
        parts=(
            Part(kind=PartKind.TITLE, span=Span(0, 7)),
            Part(kind=PartKind.BODY, span=Span(at[0], at[1] - 2)),
            Part(kind=PartKind.COMMENT, span=Span(at[1], at[2] - 2)),
            Part(kind=PartKind.COMMENT, span=Span(at[2], len(text)), parent=2),
        ),
        raw=b"",
        media_type="text/plain",
        title=article(text).title,
    )
    one, two, three = keep(project, threaded, [claim(f"£{n}m", f"{n}E6", text) for n in (1, 2, 3)])
    with project.reading() as store:
        assert store.claims.search_near(["lighthouse"]) == [(two, Kind.MONEY)]
        assert store.claims.search_near(["ferry", "ferries"]) == [(three, Kind.MONEY)]
        assert {claim_id for claim_id, _ in store.claims.search_near(["harbour"])} == {one, two, three}
        assert store.claims.search_near(["first paragraph", "nowhere"]) == [(one, Kind.MONEY)]
        assert store.claims.search_near(["harbour"], Kind.DATE) == []
        assert store.claims.search_near([]) == store.claims.search_near(['"', " "]) == []
    with project.writing("reject") as store:
        store.claims.set_state([two], State.REJECTED, AT)
    with project.reading() as store:
        assert store.claims.search_near(["lighthouse"]) == []


def test_more_terms_near_come_first(project: Project) -> None:
    text = "Title\n\nThe harbour £1m.\n\nThe harbour of the island £2m."
    one, two = keep(project, article(text), [claim("£1m", "1E6", text), claim("£2m", "2E6", text)])
    with project.reading() as store:
        assert [claim_id for claim_id, _ in store.claims.search_near(["harbour", "island"])] == [two, one]


def test_a_corrected_title_is_near_its_claims(project: Project, kept: list[str]) -> None:
    with project.writing("correct the title") as store:
        article_id = store.claims.get(kept[0]).article_id
        title = store.articles.get(article_id).article.title
        assert title is not None
        store.articles.correct(article_id, "title", type(title)(value="Lagoon", evidence="the analyst"))
    with project.reading() as store:
        assert {claim_id for claim_id, _ in store.claims.search_near(["lagoon"])} == set(kept)
        assert store.claims.search_near(["leased"]) == []
    project.undo()
    with project.reading() as store:
        assert {claim_id for claim_id, _ in store.claims.search_near(["leased"])} == set(kept)
