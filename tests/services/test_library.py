"""The library: what it lists, and details corrected by hand."""

import datetime

import pytest
from island import COPY

from app.domain.article import Detail
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.services.history import History
from app.services.library import Library
from app.store.project import Project

TODAY = datetime.date(2026, 3, 1)


@pytest.fixture
def library(project: Project) -> Library:
    """Its library."""
    return Library(project, today=lambda: TODAY)


def test_it_lists_articles_with_their_claims(library: Library, ids: dict[str, str]) -> None:
    rows = library.rows(ArticleFilter())
    assert [row.article_id for row in rows] == [ids["copy"], ids["wire"], ids["column"]]
    assert [row.waiting for row in rows] == [1, 4, 1]
    assert library.facets().copies == 1
    assert library.article(ids["copy"]).article.text == COPY
    assert [record.claim_id for record in library.claims(ids["copy"])] == [ids["copy £40m"]]


@pytest.mark.parametrize(("field", "value"), [("title", "Ferry"), ("outlet", "The Skerry"), ("author", "Ann Lee")])
def test_a_correction_is_the_analysts_word(library: Library, ids: dict[str, str], field: str, value: str) -> None:
    changes = library.correct(ids["column"], field, f" {value} ")
    assert changes.articles == {ids["column"]}
    assert getattr(library.article(ids["column"]).article, field) == Detail(value=value, evidence="the analyst")


def test_a_date_is_read_as_people_write_it(library: Library, ids: dict[str, str]) -> None:
    library.correct(ids["column"], "published", "3 February 2026")
    published = library.article(ids["column"]).article.published
    assert published == Detail(value="2026-02-03", evidence="the analyst")
    assert [row.published for row in library.rows(ArticleFilter(year="2026"))].count("2026-02-03") == 2


def test_a_date_that_cannot_be_or_lies_ahead_is_refused(
    library: Library, project: Project, ids: dict[str, str]
) -> None:
    for typed in ("31 February 2026", "harbour", "2026-03-02", "spring 2027"):
        with pytest.raises(UserError):
            library.correct(ids["wire"], "published", typed)
    published = library.article(ids["wire"]).article.published
    assert published is not None
    assert published.value == "2026-02-02"
    assert History(project).undoable() == "import 3 files"


def test_an_empty_correction_means_unknown_and_is_undone(
    library: Library, project: Project, ids: dict[str, str]
) -> None:
    library.correct(ids["wire"], "published", "")
    assert library.article(ids["wire"]).article.published is None
    assert History(project).undoable() == "correct the date of publication"
    History(project).undo()
    assert library.article(ids["wire"]).article.published == Detail(value="2026-02-02", evidence="the page")


def test_a_correction_that_changes_nothing_is_no_act(library: Library, project: Project, ids: dict[str, str]) -> None:
    assert not library.correct(ids["wire"], "outlet", "Wire")
    assert not library.correct(ids["wire"], "author", " ")
    assert History(project).undoable() == "import 3 files"
