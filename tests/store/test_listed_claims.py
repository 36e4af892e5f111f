"""Claims as lists show them: narrowed, sorted, counted, with the words around."""

import pytest

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.narrowing import Chosen, Field
from app.store.project import Project
from tests.store.filed_articles import AT, found, keep
from tests.store.harbour_articles import article, claim, harbour_claims


def test_what_was_touched_last_comes_first(project: Project, kept: list[str]) -> None:
    with project.writing("accept") as store:
        store.claims.set_state(kept[:1], State.ACCEPTED, "2026-02-14T09:30:00.000000Z")
        store.claims.set_state(kept[1:2], State.REJECTED, "2026-02-14T09:30:01.000000Z")
        store.claims.set_basis(kept[0], {"kind": "total"}, "2026-02-14T09:30:02.000000Z")
    with project.reading() as store:
        recent = [(line.record.claim_id, what) for line, what, _ in store.queue.recent(10)]
        assert recent == [(kept[0], "edited"), (kept[1], "rejected")]
        assert len(store.queue.recent(1)) == 1


def test_claims_of_an_article_come_in_the_order_of_its_text(project: Project) -> None:
    keep(project, article(), list(reversed(harbour_claims()[:3])))
    with project.reading() as store:
        (article_id,) = store.articles.ids()
        records = store.claims.of_article(article_id)
    assert [record.claim.surface for record in records] == ["£165m a year", "2026", "£45m"]


@pytest.mark.parametrize(
    ("narrowed", "surfaces"),
    [
        ({}, ["£165m a year", "2026", "£45m"]),
        ({"kinds": frozenset({Kind.DATE})}, ["2026"]),
        ({"chosen": (Chosen(field=Field.BASIS, values=("rate",)),)}, ["£165m a year"]),
        ({"chosen": (Chosen(field=Field.BASIS, values=("",)),)}, ["2026", "£45m"]),
        ({"states": frozenset({State.ACCEPTED})}, []),
        ({"words": "fisherm"}, ["£45m"]),
        ({"words": "harbour treasury"}, ["£165m a year"]),
        ({"words": "courier fishermen"}, ["£45m"]),
    ],
)
def test_the_grid_is_narrowed(
    project: Project, kept: list[str], narrowed: dict[str, object], surfaces: list[str]
) -> None:
    assert found(project, **narrowed) == surfaces


def test_the_grid_is_sorted_with_what_is_unknown_last(project: Project, kept: list[str]) -> None:
    other = "Other\n\nA sum of £99m, said Ann."
    ann = keep(project, article(other, published="2024-01-01"), [claim("£99m", "99E6", other, speaker="ann")])

    def order(by: ClaimOrder, *, descending: bool = False) -> list[str]:
        with project.reading() as store:
            ids = store.lists.ids(ClaimFilter(), by, descending=descending)
            return [line.record.claim.surface for line in store.claims.lines(ids)]

    assert order(ClaimOrder.VALUE) == ["£45m", "£99m", "£165m a year", "2026"]
    assert order(ClaimOrder.VALUE, descending=True) == ["£165m a year", "£99m", "£45m", "2026"]
    assert order(ClaimOrder.PUBLISHED) == ["£99m", "£165m a year", "2026", "£45m"]
    assert order(ClaimOrder.OUTLET) == ["£165m a year", "2026", "£45m", "£99m"]
    assert order(ClaimOrder.SPEAKER)[:2] == ["£99m", "£165m a year"]
    assert order(ClaimOrder.TEXT)[-1] == "£99m"
    with project.writing("accept") as store:
        store.claims.set_state(ann, State.ACCEPTED, AT)
    assert order(ClaimOrder.STATE)[-1] == "£99m"
    assert order(ClaimOrder.STATE, descending=True)[0] == "£99m"


def test_facets_leave_their_own_choice_out(project: Project, kept: list[str]) -> None:
    with project.writing("reject") as store:
        store.claims.set_state(kept[2:], State.REJECTED, AT)
    with project.reading() as store:
        narrowed = ClaimFilter(kinds=frozenset({Kind.MONEY}))
        facets, sources = store.lists.facets(narrowed), store.lists.sources(narrowed)
    assert (facets.total, facets.matching, sources.articles, sources.origins) == (2, 1, 1, 1)
    assert {(facet.value, facet.count) for facet in facets.kinds} == {("money", 1), ("date", 1)}
    assert [(facet.value, facet.count) for facet in facets.speakers] == [("the Treasury", 1)]
    assert {(facet.value, facet.count) for facet in facets.states} == {("waiting", 1), ("rejected", 1)}
    assert [(facet.value, facet.count) for facet in facets.bases] == [("per-year", 1)]


def test_a_line_shows_the_words_around_and_who_else_prints_the_figure(project: Project, kept: list[str]) -> None:
    copy = "Again\n\nThe harbour brings £165.0m a year."
    again = [claim("£165.0m a year", "165.0E6", copy, per="year")]
    with project.writing("import") as store:
        origin = store.articles.get(store.claims.get(kept[0]).article_id).origin_id
        record = store.articles.add(article(copy), captured_at=AT, origin_id=origin)
        store.claims.add(record.article_id, again)
        newer = store.articles.add(article(copy + " "), captured_at=AT, replaces=record.article_id)
        store.claims.add(newer.article_id, again)
    with project.reading() as store:
        line, gone = store.claims.lines([kept[0]])[0], store.claims.lines(["clm_gone"])
    assert gone == []
    assert line.sentence == "The island will be paid £165m a year for the harbour, the Treasury said."
    assert (line.before, line.after) == ("The island will be paid ", " for the harbour, the Treasury said.")
    assert (line.title, line.outlet, line.published) == ("Harbour to be leased back", "The Courier", "2025-05-22")
    assert (line.same_articles, line.same_origins) == (2, 1)


def test_long_sentences_are_cut_between_words(project: Project) -> None:
    text = f"{'before ' * 20}£5m{' after' * 20}."
    (claim_id,) = keep(project, article(text), [claim("£5m", "5E6", text)])
    with project.reading() as store:
        (line,) = store.claims.lines([claim_id])
    assert line.before == "before " * 8
    assert line.after == " after" * 9


def test_the_states_of_each_articles_claims_are_counted(project: Project, kept: list[str]) -> None:
    with project.writing("reject") as store:
        article_id = store.claims.get(kept[0]).article_id
        store.claims.set_state(kept[:1], State.REJECTED, AT)
        empty = store.articles.add(article("No figures\n\nText"), captured_at=AT).article_id
    with project.reading() as store:
        counts = store.claims.states()
    assert counts[article_id] == {State.REJECTED: 1, State.WAITING: 2}
    assert empty not in counts


def test_the_places_of_an_articles_claims_leave_the_rejected_out(project: Project, kept: list[str]) -> None:
    with project.writing("reject") as store:
        article_id = store.claims.get(kept[0]).article_id
        store.claims.set_state(kept[:1], State.REJECTED, AT)
    with project.reading() as store:
        places = store.claims.places(article_id)
        text = store.articles.get(article_id).article.text
    assert [(claim_id, kind, span.of(text)) for claim_id, kind, span in places] == [
        (kept[1], Kind.DATE, "2026"), (kept[2], Kind.MONEY, "£45m"),
    ]  # fmt: skip
