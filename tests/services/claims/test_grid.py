"""The grid of everything."""

from dataclasses import replace

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid import Claims
from app.services.claims.reviewing import Reviewing
from app.services.topics.grouping import Grouping
from app.store import lines
from app.store.project import Project


@pytest.fixture
def claims(project: Project) -> Claims:
    """Its grid."""
    return Claims(project)


def test_the_grid_fetches_lines_by_the_page_in_the_order_asked_for(claims: Claims, ids: dict[str, str]) -> None:
    order = claims.ids(ClaimFilter(kinds=frozenset({Kind.MONEY})), ClaimOrder.VALUE, descending=True)
    assert order[:2] == [ids["wire £40m"], ids["copy £40m"]]
    page = claims.lines([order[3], "clm_gone", order[0]])
    assert [line.record.claim_id for line in page] == [order[3], order[0]]


def test_a_line_tells_copies_of_one_story_from_independent_reports(claims: Claims, ids: dict[str, str]) -> None:
    ferry, pier = claims.lines([ids["wire £40m"], ids["wire £3m"]])
    assert (ferry.same_articles, ferry.same_origins) == (2, 1)
    assert (pier.same_articles, pier.same_origins) == (2, 2)


def test_the_grid_can_be_narrowed_to_a_topic_and_an_article(
    claims: Claims, project: Project, ids: dict[str, str]
) -> None:
    topic_id, _ = Grouping(project).add("Ferry", (), Kind.MONEY, [ids["wire £40m"], ids["copy £40m"]])
    narrowed = ClaimFilter(topic_id=topic_id, article_id=ids["copy"])
    assert claims.ids(narrowed, ClaimOrder.TEXT) == [ids["copy £40m"]]
    facets, sources = claims.facets(narrowed), claims.sources(narrowed)
    assert (facets.total, facets.matching, sources.articles, sources.origins) == (6, 1, 1, 1)


def test_topics_are_counted_apart_where_they_would_hold_up_the_rest(
    claims: Claims, project: Project, ids: dict[str, str]
) -> None:
    Grouping(project).add("Ferry", (), Kind.MONEY, [ids["wire £40m"], ids["copy £40m"]])
    whole, rest = claims.facets(ClaimFilter()), claims.facets(ClaimFilter(), topics=False)
    assert [(one.value, one.count) for one in whole.topics] == [("Ferry", 2), ("", 4)]
    assert replace(rest, topics=claims.topics(ClaimFilter())) == whole
    assert rest.topics == ()


def test_a_topic_that_was_removed_is_counted_no_more(claims: Claims, project: Project, ids: dict[str, str]) -> None:
    grouping = Grouping(project)
    grouping.add("Ferry", (), Kind.MONEY, [ids["wire £40m"]])
    gone, _ = grouping.add("Pier", (), Kind.MONEY, [ids["wire £3m"]])
    grouping.discard(gone)
    assert [(one.value, one.count) for one in claims.topics(ClaimFilter())] == [("Ferry", 1), ("", 5)]


def test_lines_of_very_many_claims_say_what_each_page_says(
    claims: Claims, project: Project, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = claims.listed(ClaimFilter(), ClaimOrder.TEXT)
    wanted = claims.lines(list(listed))
    monkeypatch.setattr(lines, "AT_ONCE", 2)
    monkeypatch.setattr(lines, "_POPULAR", 2)
    with project.reading() as store:
        assert list(store.claims.each_line(listed)) == wanted
    assert {line.same_articles for line in wanted} == {1, 2}


def test_rejected_claims_are_shown_only_when_asked_for(claims: Claims, project: Project, ids: dict[str, str]) -> None:
    Reviewing(project).decide([ids["wire 2025"]], State.REJECTED)
    assert ids["wire 2025"] not in claims.ids(ClaimFilter(), ClaimOrder.TEXT)
    rejected = ClaimFilter(states=frozenset({State.REJECTED}))
    assert claims.ids(rejected, ClaimOrder.TEXT) == [ids["wire 2025"]]
    assert (claims.facets(ClaimFilter()).total, claims.facets(rejected).total) == (5, 6)


def test_a_search_is_saved_counted_renamed_and_removed(claims: Claims, project: Project, ids: dict[str, str]) -> None:
    search_id, changes = claims.save_search("  Dear   things ", "money:>=40m")
    assert changes.searches == {search_id}
    (row,) = claims.searches()
    assert (row.search.name, row.search.query, row.claims) == ("Dear things", "money:>=40m", 2)
    claims.rename_search(search_id, "Costly")
    assert [one.search.name for one in claims.searches()] == ["Costly"]
    assert claims.remove_search(search_id).act == "remove the search Costly"
    assert claims.searches() == []
    for _ in range(2):
        project.undo()
    assert [one.search.name for one in claims.searches()] == ["Dear things"]
    assert project.redo().searches == {search_id}
    assert [one.search.name for one in claims.searches()] == ["Costly"]


def test_a_name_that_is_taken_keeps_the_newer_query_and_refuses_a_second_search(claims: Claims) -> None:
    first, _ = claims.save_search("Dear", "money:>=40m")
    again, _ = claims.save_search("dear", "money:>=1bn")
    other, _ = claims.save_search("Cheap", "money:<1m")
    assert first == again
    assert {one.search.query for one in claims.searches()} == {"money:>=1bn", "money:<1m"}
    with pytest.raises(UserError, match="saved search DEAR already"):
        claims.rename_search(other, "DEAR")
    with pytest.raises(UserError, match="needs a name"):
        claims.save_search(" ", "money:>=1bn")


def test_a_saved_search_with_a_bad_term_still_finds_by_the_rest(claims: Claims, ids: dict[str, str]) -> None:
    claims.save_search("Half", "kind:money colour:blue")
    assert claims.searches()[0].claims == claims.count(ClaimFilter(kinds=frozenset({Kind.MONEY})))
