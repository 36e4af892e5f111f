"""The order of long lists: a first page that is there at once, the whole as numbers, and no sorting on the way."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import event

from app.domain import claim_query, stopping
from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.articles.importing import Importing
from app.services.claims.grid import Claims
from app.store.claim_lists import first_page
from app.store.project import Project

FILTERS = (
    *("", "kind:money", "said:none", "said:ada", ">=5", "state:accepted", "-kind:money", "outlet:post"),
    *("published:none", "published:2021", "published:2020-03", "published:2020 published:none", "-published:2020"),
    *("after:2020 before:2023", "after:2020-02 before:2023-04-01", "after:2020 published:2022-01", "after:2024"),
)
FIRST = 7


def _project(path: Path) -> Project:
    """Articles of every day and of none, by several outlets, with figures of every kind that are decided or wait."""

    project = Project.create(path)
    importing = Importing(project, today=lambda: datetime.date(2026, 2, 1))
    for at in range(9):
        head = f"Title: Pier {at % 4}\nOutlet: {'Harbour Daily' if at % 3 else 'island post'}\n"
        head += f"Date: {2019 + at * 3 % 7}-0{at % 5 + 1}-11\n\n" if at % 4 else "\n"
        importing.pasted(
            f"{head}The pier cost £{at + 2}m a year, said Ada Fenwick. About {at * 7 % 5 + 1} per cent of it was paid. "
            f"It took {at % 3 + 2} years. Some {at + 40} people built it in {2010 + at % 4}."
        )
    with project.writing("decide") as store:
        ids = store.lists.ids(ClaimFilter(), ClaimOrder.TEXT)
        store.claims.set_state(ids[::4], State.ACCEPTED, "2026-01-05T09:00:00.000000Z")
        store.claims.set_state(ids[1::9], State.ACCEPTED, "2026-01-06T09:00:00.000000Z")
        store.claims.set_state(ids[2::7], State.REJECTED, "2026-01-04T09:00:00.000000Z")
    return project


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    made = _project(tmp_path_factory.mktemp("order") / "order.counterclaim")
    yield made
    made.close()


@pytest.mark.parametrize("order", list(ClaimOrder))
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_page_is_the_head_of_the_whole(
    project: Project, order: ClaimOrder, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_SORTED", 0)
    for typed in FILTERS:
        narrowed = claim_query.read(typed).narrowed
        with project.reading() as store:
            whole = store.lists.numbers(narrowed, order, descending=descending)
            head = store.lists.head(narrowed, order, FIRST, descending=descending)
            everything = store.lists.numbers(narrowed, ClaimOrder.TEXT)
        assert sorted(whole) == sorted(everything), typed
        if head is not None:
            assert head == whole[:FIRST], typed


WORDS = (
    "pier",
    "cost ada",
    "kind:money pier",
    '"the pier" state:accepted',
    "pier published:2022",
    "pier -published:2022",
    "pier after:2020-02-03 before:2023",
    "pier published:none",
    "pier -cost state:any",
    "pier outlet:post state:rejected",
)


@pytest.mark.parametrize("typed", WORDS)
@pytest.mark.parametrize("order", [ClaimOrder.PUBLISHED, ClaimOrder.VALUE, ClaimOrder.STATE])
@pytest.mark.parametrize("descending", [False, True])
def test_the_first_claims_with_a_word_that_many_have_are_those_of_the_whole(
    project: Project, typed: str, order: ClaimOrder, descending: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    narrowed = claim_query.read(typed).narrowed
    with project.reading() as store:
        few = store.lists.head(narrowed, order, FIRST, descending=descending)
        monkeypatch.setattr(first_page, "_RARE", 1)
        monkeypatch.setattr(first_page, "_SORTED", 0)
        many = store.lists.head(narrowed, order, FIRST, descending=descending)
        whole = store.lists.numbers(narrowed, order, descending=descending)
    assert many == whole[:FIRST]
    assert many
    assert few == (whole[:FIRST] if order is ClaimOrder.PUBLISHED else None)  # by day the first are found at once


def test_equal_values_stand_in_the_order_in_which_they_came(project: Project) -> None:
    for order, descending in itertools.product((ClaimOrder.VALUE, ClaimOrder.HIGH, ClaimOrder.KIND), (False, True)):
        with project.reading() as store:
            found = store.lists.numbers(ClaimFilter(), order, descending=descending)
            lines = store.claims.lines(list(store.claims.ids_of(found).values()))
            ids = store.claims.ids_of(found)
        figures = {line.record.claim_id: line.record.claim.figure for line in lines}
        places: dict[object, list[int]] = {}
        for number in found:
            figure = figures[ids[number]]
            places.setdefault((figure.kind, figure.low, figure.high, figure.date), []).append(number)
        assert any(len(numbers) > 1 for numbers in places.values())
        assert all(numbers == sorted(numbers) for numbers in places.values())


def test_the_usual_sorts_have_a_first_page(project: Project) -> None:
    usual = (ClaimOrder.PUBLISHED, ClaimOrder.VALUE, ClaimOrder.TEXT, ClaimOrder.STATE, ClaimOrder.OUTLET)
    usual += (ClaimOrder.SPEAKER,)
    with project.reading() as store:
        for order, descending in itertools.product(usual, (False, True)):
            assert store.lists.head(ClaimFilter(), order, FIRST, descending=descending) is not None


@pytest.mark.parametrize("order", [ClaimOrder.PUBLISHED, ClaimOrder.VALUE, ClaimOrder.STATE])
def test_where_a_kind_leaves_few_claims_all_of_them_are_sorted_at_once(project: Project, order: ClaimOrder) -> None:
    with project.reading() as store:
        assert store.lists.head(claim_query.read("kind:money").narrowed, order, FIRST) is None


@pytest.mark.parametrize(
    "order",
    [
        ClaimOrder.PUBLISHED,
        ClaimOrder.VALUE,
        ClaimOrder.TEXT,
        ClaimOrder.STATE,
        ClaimOrder.OUTLET,
        ClaimOrder.KIND,
        ClaimOrder.DECIDED,
        ClaimOrder.CONFIDENCE,
    ],
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_first_page_is_read_along_an_index(project: Project, order: ClaimOrder, descending: bool) -> None:
    plans: list[str] = []

    def explain(connection, cursor, statement, parameters, context, many) -> None:
        if statement.startswith("SELECT"):
            plans.extend(row[3] for row in cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    event.listen(project._engine, "before_cursor_execute", explain)
    try:
        with project.reading() as store:
            store.lists.head(ClaimFilter(), order, FIRST, descending=descending)
    finally:
        event.remove(project._engine, "before_cursor_execute", explain)
    assert plans
    # Of equal values the earlier claim stands first either way: these few alone are sorted.
    equals = "USE TEMP B-TREE FOR RIGHT PART OF ORDER BY" if order in (ClaimOrder.VALUE, ClaimOrder.KIND) else ""
    assert not [plan for plan in plans if ("TEMP B-TREE" in plan and plan != equals) or plan == "SCAN claim"], plans


def test_undated_articles_come_last_either_way(project: Project) -> None:
    claims = Claims(project)
    for descending in (False, True):
        days = [
            line.published
            for line in claims.lines(claims.ids(ClaimFilter(), ClaimOrder.PUBLISHED, descending=descending))
        ]
        stated = [day for day in days if day]
        assert None in days
        assert days == [*sorted(stated, reverse=descending), *[None] * (len(days) - len(stated))]


def test_a_list_knows_the_place_of_its_claims(project: Project) -> None:
    claims = Claims(project)
    listed = claims.listed(ClaimFilter(), ClaimOrder.VALUE, descending=True)
    ids = claims.ids(ClaimFilter(), ClaimOrder.VALUE, descending=True)
    assert list(listed) == ids
    assert [listed.position(claim_id) for claim_id in ids] == list(range(len(ids)))
    rejected = claims.ids(ClaimFilter(states=frozenset({State.REJECTED})), ClaimOrder.TEXT)
    assert [listed.position(claim_id) for claim_id in (rejected[0], "clm_none")] == [None, None]
    assert rejected[0] not in listed
    assert listed.places(listed.numbers[3:30:2][::-1]) == list(range(3, len(listed.numbers[:30]), 2))


def test_lines_stand_at_the_places_of_their_claims(project: Project) -> None:
    claims = Claims(project)
    listed = claims.listed(ClaimFilter(), ClaimOrder.OUTLET)
    lines = listed.lines(5, 12)
    assert {at: line.record.claim_id for at, line in lines.items()} == dict(enumerate(listed[5:12], 5))
    quick = listed.lines(5, 12, reach=False)
    assert {line.same_articles for line in quick.values()} == {0}
    assert listed.reaches(range(5, 12)) == {at: (line.same_articles, line.same_origins) for at, line in lines.items()}


def test_a_list_gives_its_stretches_and_what_is_left_of_it(project: Project) -> None:
    listed = Claims(project).listed(ClaimFilter(), ClaimOrder.TEXT)
    ids = list(listed)
    assert list(listed.taken([(1, 2), (6, 6)])) == [ids[1], ids[2], ids[6]]
    assert list(listed.without(1)) == [ids[0], *ids[2:]]
    assert listed == ids
    assert listed.without(1) != listed


def test_reading_ends_when_nobody_waits(project: Project) -> None:
    def read() -> None:
        with stopping.unless(lambda: True), project.reading() as store:
            for _ in range(500):
                store.lists.numbers(ClaimFilter(), ClaimOrder.ORIGINS)

    with pytest.raises(stopping.StoppedError):
        read()
    with stopping.unless(lambda: False), project.reading() as store:
        assert store.claims.at_most()
