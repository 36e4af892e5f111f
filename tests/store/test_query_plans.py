"""What a person does in lists of claims reads no whole table of claims and sorts nothing that an index has in order."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from app.domain import claim_query
from app.domain.listing import ArticleFilter, ArticleOrder, ClaimFilter, ClaimOrder
from app.domain.queue import QueueOrder
from app.store import connecting
from app.store.claim_lists import first_page
from app.store.project import Project
from app.store.session import Store
from tests.support import archive

Asked = Callable[[Store], object]


def narrowed(typed: str) -> ClaimFilter:
    return claim_query.read(typed).narrowed


@pytest.fixture(scope="module", params=["as imported", "analyzed"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project of some claims, with and without the statistics that SQLite may keep of it."""
    path: Path = tmp_path_factory.mktemp("plans") / "island.counterclaim"
    with closing(Project.create(path)) as project:
        archive.fill(project, 120)
    if request.param == "analyzed":
        with closing(connecting.connect(path)) as other:
            other.execute("ANALYZE")
    with closing(Project.open(path)) as project:
        yield project


@contextmanager
def watched(project: Project) -> Iterator[list[str]]:
    """The plans of all statements meanwhile, a line a step."""
    plans: list[str] = []

    def explain(
        _conn: object, cursor: sqlite3.Cursor, statement: str, parameters: tuple[object, ...], *_: object
    ) -> None:
        if statement.lstrip().upper().startswith(("SELECT", "WITH")):
            steps = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            plans.extend(str(row[3]) for row in steps)

    event.listen(project._engine, "before_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(project._engine, "before_cursor_execute", explain)


def steps(project: Project, asked: Asked) -> list[str]:
    with watched(project) as plans, project.reading() as store:
        asked(store)
    assert plans
    return plans


def scans_claims(step: str) -> bool:
    """Whether a step reads every row of claims. All of an index, or of the marks in a few bytes each, is less."""
    return step.startswith("SCAN claim") and "COVERING INDEX" not in step and "VIRTUAL TABLE" not in step


QUERIES = (
    "",
    "kind:money",
    "kind:money basis:per-year",
    "state:accepted",
    "state:waiting",
    "unit:GBP",
    "price:real",
    "stance:denies",
    'said:"the Treasury"',
    "said:none",
    "-said:officials",
    'outlet:"Savmere Post"',
    "outlet:post",
    "published:2024",
    "published:2024-05",
    "after:2018",
    "after:2018-05 before:2021-02-03",
    "money:>=90m",
    "money:90m..95m",
    "date:2030..2035",
    "has:topic",
    "topic:none",
    "topic:cost",
    "edited:yes",
    "confidence:low",
    "harbour",
    "harbour -bridge kind:money",
)


@pytest.mark.parametrize("typed", QUERIES)
def test_counts_beside_the_grid_read_no_whole_claims(filled: Project, typed: str) -> None:
    asked = narrowed(typed)
    for counted in (
        lambda store: store.lists.facets(asked),
        lambda store: store.lists.sources(asked),
        lambda store: store.lists.spread(asked),
        lambda store: store.lists.count(asked),
    ):
        assert [step for step in steps(filled, counted) if scans_claims(step)] == []


ONE_BY_ONE = ("confidence:low", "topic:none", "said:none", "has:topic", "-said:officials")
"""What leaves most marks, or is kept in no index: marks are read through, 30 bytes a claim."""


@pytest.mark.parametrize("typed", [one for one in QUERIES if one not in ONE_BY_ONE])
def test_counting_a_choice_scans_no_table_of_marks(filled: Project, typed: str) -> None:
    found = steps(filled, lambda store: store.lists.count(narrowed(typed)))
    assert [step for step in found if step.startswith("SCAN mark") and "INDEX" not in step] == []


@pytest.mark.parametrize("typed", ["kind:money outlet:post", "kind:money -outlet:post", "-unit:GBP published:2024"])
def test_no_trait_is_looked_for_in_each_edition(filled: Project, typed: str) -> None:
    """Of many traits and many editions there are as many pairs as claims."""
    asked = narrowed(typed)
    found = steps(filled, lambda store: store.lists.facets(asked))
    assert [step for step in found if "SEARCH mark" in step and "edition=? AND trait=?" in step] == []
    assert "SEARCH cell USING PRIMARY KEY (edition=?)" in steps(filled, lambda store: store.lists.count(asked))


def test_the_waiting_count_looks_at_no_claim(filled: Project) -> None:
    found = steps(filled, lambda store: store.queue.count())
    assert not any("claim" in step.replace("speaker_cell", "") or "mark" in step for step in found)


@pytest.mark.parametrize("typed", ["", "kind:money", 'outlet:"Savmere Post"', "state:accepted"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("order", [ClaimOrder.PUBLISHED, ClaimOrder.STATE, ClaimOrder.CONFIDENCE])
def test_the_first_page_is_read_along_an_index(
    filled: Project, typed: str, order: ClaimOrder, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_SORTED", 0)

    def first(store: Store) -> object:
        return store.lists.head(narrowed(typed), order, 200, descending=descending)

    found = steps(filled, first)
    assert [step for step in found if scans_claims(step) or "TEMP B-TREE FOR ORDER BY" in step] == []


@pytest.mark.parametrize("typed", ["", "kind:money", "harbour", "state:accepted", 'outlet:"Savmere Post"'])
@pytest.mark.parametrize("order", [ClaimOrder.VALUE, ClaimOrder.HIGH, ClaimOrder.KIND])
def test_values_are_sorted_among_marks_without_their_claims(filled: Project, typed: str, order: ClaimOrder) -> None:
    found = steps(filled, lambda store: store.lists.numbers(narrowed(typed), order, descending=True))
    assert [step for step in found if step.startswith(("SCAN claim", "SEARCH claim")) and "VIRTUAL" not in step] == []


@pytest.mark.parametrize("order", [ClaimOrder.PUBLISHED, ClaimOrder.VALUE, ClaimOrder.TEXT])
def test_the_first_claims_with_a_word_are_read_along_an_index(
    filled: Project, order: ClaimOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_RARE", 1)
    monkeypatch.setattr(first_page, "_SORTED", 0)
    found = steps(filled, lambda store: store.lists.head(narrowed("harbour"), order, 200, descending=True))
    assert [step for step in found if scans_claims(step) or "TEMP B-TREE FOR ORDER BY" in step] == []


def test_claims_with_a_word_are_found_by_the_index_of_words(filled: Project) -> None:
    found = steps(filled, lambda store: store.lists.numbers(narrowed("zeppelin"), ClaimOrder.PUBLISHED))
    assert [step for step in found if scans_claims(step) or (step.startswith("SCAN") and "mark" in step)] == []


@pytest.mark.parametrize("asked", [ArticleFilter(), ArticleFilter(outlet="Savmere Post"), ArticleFilter(year="2024")])
def test_the_library_reads_no_claims(filled: Project, asked: ArticleFilter) -> None:
    for listed in (lambda store: store.articles.rows(asked), lambda store: store.articles.facets(asked)):
        assert [step for step in steps(filled, listed) if step.startswith(("SCAN claim", "SCAN mark"))] == []


@pytest.mark.parametrize("order", QueueOrder)
def test_what_waits_is_found_by_marks(filled: Project, order: QueueOrder) -> None:
    assert [step for step in steps(filled, lambda store: store.queue.ids(order)) if scans_claims(step)] == []


NARROWED = (
    ArticleFilter(),
    ArticleFilter(outlet="Savmere Post"),
    ArticleFilter(waiting=True),
    ArticleFilter(copies=False),
)


@pytest.mark.parametrize("order", [ArticleOrder.NEWEST, ArticleOrder.OLDEST])
@pytest.mark.parametrize("asked", NARROWED)
def test_the_librarys_first_page_is_read_along_the_days(
    filled: Project, asked: ArticleFilter, order: ArticleOrder
) -> None:
    found = steps(filled, lambda store: store.articles.head(asked, order, 20))
    assert [step for step in found if "TEMP B-TREE FOR ORDER BY" in step or step.startswith("SCAN claim")] == []
    assert any("USING COVERING INDEX ix_article_published" in step for step in found)


@pytest.mark.parametrize("order", ArticleOrder)
@pytest.mark.parametrize("asked", [*NARROWED, ArticleFilter(words="harbour")])
def test_the_librarys_first_page_is_the_beginning_of_its_list(
    filled: Project, asked: ArticleFilter, order: ArticleOrder
) -> None:
    with filled.reading() as store:
        whole, head = store.articles.numbers(asked, order), store.articles.head(asked, order, 20)
    assert len(whole) > 0
    assert head == whole[:20]
