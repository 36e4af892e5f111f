"""The index of words knows the year of a claim and what lists leave out, whatever is done, undone or corrected."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain import claim_query
from app.domain.article import Detail
from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store import connecting
from app.store.claim_lists import counts
from app.store.project import Project
from tests.store.harbour_articles import article, claim

AT = "2026-02-14T09:30:00.000000Z"
TEXT = "The pier\n\nThe pier cost £2m in 2019. It was to cost £3m, and nobody paid £4m."
QUERIES = (
    "pier",
    "pier state:any",
    "pier state:rejected",
    "pier state:accepted",
    "pier state:waiting state:rejected",
    "pier published:2019",
    "pier -published:2019",
    "pier published:2019 state:rejected",
    "pier published:2018..2021",
    "pier published:none",
    "pier after:2019-03",
    "-pier",
    "2019",
    "x",
)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A story of 2019, one of 2021 and one that says no day, three figures in each."""
    with closing(Project.create(tmp_path / "pier.counterclaim")) as made:
        for day in ("2019-05-22", "2021-01-01", None):
            with made.writing("import") as store:
                details = {"published": day} if day else {}
                added = store.articles.add(article(f"{TEXT} {day}", **details), captured_at=AT)
                figures = [claim(f"£{sum_}m", f"{sum_}E6", TEXT) for sum_ in (2, 3, 4)]
                store.claims.add(added.article_id, figures)
        yield made


def assert_words_agree(project: Project) -> None:
    """What is counted by words is what is left of all claims one by one, and the index itself is whole."""
    with project.reading() as store:
        every = ClaimFilter(states=frozenset(State))
        lines = store.claims.lines(store.lists.ids(every, ClaimOrder.TEXT))
        for typed in QUERIES:
            narrowed = claim_query.read(typed).narrowed
            found = store.lists.ids(narrowed, ClaimOrder.TEXT)
            assert store.lists.count(narrowed) == len(found), typed
            assert store.lists.facets(narrowed).matching == len(found), typed
            states = {line.record.claim_id: line.record.state for line in lines}
            assert {states[claim_id] for claim_id in found} <= narrowed.states, typed
        pier = claim_query.read("pier").narrowed
        listed = [line.record.claim_id for line in lines if line.record.state is not State.REJECTED]
        assert store.lists.ids(pier, ClaimOrder.TEXT) == listed
        dated = [line.record.claim_id for line in lines if (line.published or "").startswith("2019")]
        of_year = claim_query.read("pier published:2019 state:any").narrowed
        assert store.lists.ids(of_year, ClaimOrder.TEXT) == dated
        assert store.lists.count(of_year) == len(dated)
    with closing(connecting.connect(project.path)) as other:
        other.execute("INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)")


def test_what_is_rejected_is_no_longer_among_the_words_of_lists(project: Project) -> None:
    with project.reading() as store:
        ids = store.lists.ids(ClaimFilter(), ClaimOrder.TEXT)
    assert_words_agree(project)
    with project.writing("reject") as store:
        store.claims.set_state(ids[1:5], State.REJECTED, AT)
    assert_words_agree(project)
    with project.writing("accept") as store:
        store.claims.set_state(ids[2:8], State.ACCEPTED, AT)
    assert_words_agree(project)
    for act in (project.undo, project.undo, project.redo, project.redo):
        act()
        assert_words_agree(project)


def test_a_corrected_date_moves_the_words_to_its_year(project: Project) -> None:
    with project.reading() as store:
        ids = store.articles.ids()
    for article_id, day in ((ids[0], "2020"), (ids[1], "2019-12-31"), (ids[2], "2019")):
        with project.writing("correct") as store:
            store.articles.correct(article_id, "published", Detail(value=day, evidence="the analyst"))
        assert_words_agree(project)
    with project.writing("correct") as store:
        store.articles.correct(ids[1], "published", None)
    assert_words_agree(project)
    while project.undo():
        assert_words_agree(project)


def test_words_of_a_year_are_those_of_the_claim_and_not_the_day(project: Project) -> None:
    with project.reading() as store:
        found = store.lists.ids(ClaimFilter(words="2019"), ClaimOrder.TEXT)
        assert len(found) == 3  # the sentence says it in each of the stories
        assert store.lists.count(ClaimFilter(words="2021")) == 0
        assert store.lists.count(ClaimFilter(words="x")) == 0


def test_sources_are_counted_the_same_however_many_articles_there_are(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = f"{TEXT} Corrected."
    with project.reading() as store:
        first, second, third = (store.articles.get(one) for one in store.articles.ids())
    with project.writing("import") as store:
        copied = article(f"{TEXT} Copied.", published="2022-01-01")
        copy = store.articles.add(copied, captured_at=AT, origin_id=first.origin_id)
        store.claims.add(copy.article_id, [claim("£2m", "2E6", TEXT)])
        revised = store.articles.add(article(later), captured_at=AT, replaces=second.article_id)
        store.claims.add(revised.article_id, [claim("£2m", "2E6", TEXT)])
    for typed, articles, origins in (("", 4, 3), ("pier", 4, 3), ("published:2022", 1, 1), ("published:none", 2, 2)):
        narrowed = claim_query.read(typed).narrowed
        for name, most in (("_LOOKED_UP", 5_000), ("_LOOKED_UP", 0), ("MANY", 0)):
            monkeypatch.setattr(counts, name, most)
            with project.reading() as store:
                found = store.lists.sources(narrowed)
            assert (found.articles, found.origins) == (articles, origins), (typed, name)
    assert third.origin_id != first.origin_id
