"""What people type never fails, whatever it is."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.store import words
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("harbour", '"harbour"*'),
        ("harbour fee", '"harbour" AND "fee"*'),
        ('"harbour fee"', '"harbour fee"'),
        ('"harbour fee', '"harbour" AND "fee"*'),
        ("fee AND NOT", '"fee" AND "AND" AND "NOT"*'),
        ("fee*", '"fee*"*'),
        ("a:b ^c", '"a:b" AND "^c"*'),
    ],
)
def test_words_become_quoted_phrases(typed: str, query: str) -> None:
    assert words.query(typed) == query


@pytest.mark.parametrize("typed", ["", " ", '"', "*", "^ - +", '""', "£", "\x00"])
def test_what_cannot_be_searched_narrows_nothing(typed: str) -> None:
    assert words.query(typed) is None


def test_a_term_is_found_in_the_plural_too() -> None:
    assert words.any_of(["payment"]) == '"payment" OR "payments" OR "paymentes"'
    assert words.any_of(["fees", "boss"]) == ('"fees" OR "feess" OR "feeses" OR "fee" OR "boss" OR "bosss" OR "bosses"')
    assert words.any_of(["lease"], ("near", "title")) == '{near title} : ("lease" OR "leases" OR "leasees")'


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with one article, open for the whole module."""
    with closing(Project.create(tmp_path_factory.mktemp("searched") / "searched.counterclaim")) as project:
        with project.writing("import") as store:
            record = store.articles.add(article(), captured_at="2026-02-14T09:30:00Z")
            store.claims.add(record.article_id, harbour_claims())
        yield project


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(st.sampled_from("ab1£\"*()^:-+ {}AND NEAR\x00é😀\u0301\ud7ff.,'\\"), max_size=20))
def test_any_search_gives_an_answer(searched: Project, typed: str) -> None:
    with searched.reading() as store:
        assert len(store.articles.rows(ArticleFilter(words=typed))) in (0, 1)
        found = store.lists.ids(ClaimFilter(words=typed), ClaimOrder.TEXT)
        assert len(found) == store.lists.count(ClaimFilter(words=typed))
        near = {claim_id for claim_id, _ in store.claims.search_near([typed])}
        assert near <= set(store.lists.ids(ClaimFilter(), ClaimOrder.TEXT))
