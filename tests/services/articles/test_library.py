"""The library: what it lists, and details corrected by hand."""

import datetime
from pathlib import Path

import pytest

from app.comparison.amounts.currency import Rates
from app.domain.article import Detail
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter, ArticleOrder
from app.services.articles.library import Library
from app.services.desk import Desk
from app.services.project.history import History
from app.store.project import Project
from tests.services.island import COPY

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


def test_another_date_moves_what_is_reckoned_from_it(project: Project, tmp_path: Path) -> None:
    desk = Desk.of(project, rates=Rates(), today=lambda: TODAY)
    path = tmp_path / "pier.txt"
    path.write_text(
        "Title: The pier\nOutlet: Post\nDate: 2025-05-20\n\nIt cost £3m last year. Work ends next month. It is 2019.\n",
        encoding="utf-8",
    )
    desk.importing.paths([path])
    (row,) = desk.library.rows(ArticleFilter())
    claims = {one.claim.surface: one for one in desk.library.claims(row.article_id)}
    desk.reviewing.decide([claims["next month"].claim_id], State.ACCEPTED)
    changes = desk.library.correct(row.article_id, "published", "2024-02-03")
    dates = {one.claim.surface: one.claim.figure.date for one in desk.library.claims(row.article_id)}
    assert dates == {"£3m": None, "last year": "2023", "next month": "2025-06", "2019": "2019"}
    assert claims["last year"].claim_id in changes.claims
    assert claims["next month"].claim_id not in changes.claims
    assert [one.claim.surface for one in desk.library.left_behind(row.article_id)] == ["next month"]
    desk.history.undo()
    dates = {one.claim.surface: one.claim.figure.date for one in desk.library.claims(row.article_id)}
    assert dates["last year"] == "2024"
    assert desk.library.left_behind(row.article_id) == []


def test_each_facet_counts_what_the_others_leave(library: Library, project: Project, ids: dict[str, str]) -> None:
    with project.writing("file") as store:
        topic = store.topics.add("Ferry")
        store.topics.file(topic.topic_id, [ids["wire £40m"], ids["wire £3m"], ids["copy £40m"]])
        store.remarks.set_tags(ids["wire"], ["read"])
        store.remarks.set_tags(ids["column"], ["read", "late"])
        store.claims.set_state([ids["copy £40m"]], State.ACCEPTED, "2026-02-14T09:30:00.000000Z")
    facets = library.facets()
    assert [(one.value, one.count) for one in facets.topics] == [(topic.topic_id, 2)]
    assert [(one.value, one.count) for one in facets.tags] == [("late", 1), ("read", 2)]
    assert (facets.every, facets.waiting, facets.decided) == (3, 2, 1)
    narrowed = ArticleFilter(topic_id=topic.topic_id, tag="read")
    assert [row.article_id for row in library.rows(narrowed)] == [ids["wire"]]
    facets = library.facets(narrowed)
    assert (facets.articles, facets.every, facets.waiting) == (3, 1, 1)
    assert [(one.value, one.count) for one in facets.topics] == [(topic.topic_id, 1)]
    assert [(one.value, one.count) for one in facets.tags] == [("read", 1)]
    assert [(one.value, one.count) for one in facets.outlets] == [("Wire", 1)]
    assert [row.article_id for row in library.rows(ArticleFilter(decided=True))] == [ids["copy"]]


def test_a_list_is_read_by_the_page_and_knows_its_places(library: Library, ids: dict[str, str]) -> None:
    listed = library.listed(ArticleFilter())
    assert list(listed) == library.rows(ArticleFilter()) == listed[:]
    assert listed.ids() == [ids["copy"], ids["wire"], ids["column"]]
    assert [listed.position(ids[name]) for name in ("copy", "wire", "column")] == [0, 1, 2]
    assert listed[-1].article_id == ids["column"]
    assert library.listed(ArticleFilter(copies=True)).position(ids["column"]) is None
    with pytest.raises(IndexError):
        listed[3]


def test_lists_are_sorted_by_what_is_asked(library: Library, ids: dict[str, str]) -> None:
    library.correct(ids["wire"], "outlet", "")
    library.correct(ids["column"], "published", "")
    orders = {order: list(library.listed(ArticleFilter(), order)) for order in ArticleOrder}
    assert [row.published is None for row in orders[ArticleOrder.NEWEST]] == [False, False, True]
    assert [row.published is None for row in orders[ArticleOrder.OLDEST]] == [False, False, True]
    assert [row.waiting for row in orders[ArticleOrder.WAITING]] == [4, 1, 1]
    assert orders[ArticleOrder.OUTLET][-1].article_id == ids["wire"]


def test_an_article_that_went_is_left_out_of_a_list_from_before(library: Library, ids: dict[str, str]) -> None:
    listed = library.listed(ArticleFilter())
    library.remove([ids["wire"]])
    fresh = type(listed)(listed._project, listed.numbers)
    assert fresh.line(1) is None
    assert [row.article_id for row in fresh] == fresh.ids() == [ids["copy"], ids["column"]]
    assert fresh.position(ids["wire"]) is None


def test_independent_origins_of_a_list_are_counted_once(library: Library, ids: dict[str, str]) -> None:
    assert library.origins(ArticleFilter()) == 2
    assert library.origins(ArticleFilter(copies=True)) == 1
    assert library.origins(ArticleFilter(words="nobody wrote this")) == 0


def test_what_waits_in_each_article_is_told(library: Library, ids: dict[str, str]) -> None:
    assert library.waiting([ids["wire"], ids["copy"], "art_gone"]) == {ids["wire"]: 4, ids["copy"]: 1}
