"""Claims: kept exactly, decided, edited, searched."""

from decimal import Decimal

import pytest
from invented import article, claim, harbour_claims

from app.domain.article import Article, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Confidence, Speaker, Stance, State
from app.domain.errors import UserError
from app.domain.figure import Anchor, Figure, Kind, Qualifier
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.narrowing import Chosen, Field
from app.domain.span import Span
from app.store.project import Project

AT = "2026-02-14T09:30:00.000000Z"
LATER = "2026-02-14T09:31:00.000000Z"


def keep(project: Project, one: Article, claims: list[Claim]) -> list[str]:
    with project.writing("import an article") as store:
        record = store.articles.add(one, captured_at=AT)
        return store.claims.add(record.article_id, claims)


@pytest.fixture
def kept(project: Project) -> list[str]:
    """£165m a year, 2026, £45m."""
    return keep(project, article(outlet="The Courier", published="2025-05-22"), harbour_claims())


def found(project: Project, **narrowed: object) -> list[str]:
    with project.reading() as store:
        ids = store.claims.ids(ClaimFilter(**narrowed), ClaimOrder.TEXT)  # type: ignore[arg-type]
        return [line.record.claim.surface for line in store.claims.lines(ids)]


def test_a_claim_comes_back_as_it_was_given(project: Project) -> None:
    text = "About 😀 £1.60bn, nearly"
    full = Claim(
        span=Span(8, 15),
        surface="£1.60bn",
        figure=Figure(
            kind=Kind.MONEY,
            low=Decimal("1.60") * Decimal("1E9"),
            high=Decimal("1.70E9"),
            unit="GBP",
            qualifier=Qualifier.ABOUT,
            qualifier_words="About",
            per="year",
            fraction=True,
            vague=True,
            date="2026-02",
            modifier="early",
            fiscal=True,
            readings=("2026-02-03", "2026-03-02"),
            anchor=Anchor(day="2026-02-01", reason="publication date"),
        ),
        sentence=Span(0, len(text)),
        rule="money",
        qualifier_cue=Span(0, 5),
        basis=Basis(kind=Stated(value="rate", span=Span(1, 2)), price=Stated(value="npv", by_analyst=True)),
        speaker=Speaker(name="the Treasury", span=Span(3, 4)),
        stance=Stance.DENIES,
        confidence=Confidence.LOW,
        doubt="a hedge far from its figure",
    )
    (claim_id,) = keep(project, article(text), [full])
    with project.reading() as store:
        record = store.claims.get(claim_id)
    assert record.claim == full
    assert record.claim.figure.low is not None
    assert record.claim.figure.low.as_tuple() == (Decimal("1.60") * Decimal("1E9")).as_tuple()
    assert (record.state, record.revision, record.decided_at) == (State.WAITING, 1, None)


def test_a_conversion_is_kept_with_the_claim_that_it_restates(project: Project, kept: list[str]) -> None:
    with project.reading() as store:
        records = [store.claims.get(claim_id) for claim_id in kept]
    assert [record.claim.surface for record in records] == ["£165m a year", "2026", "£45m"]
    assert records[0].restated == ()
    assert records[2].restated == (harbour_claims()[3],)


def test_a_conversion_of_a_conversion_belongs_to_the_first(project: Project) -> None:
    text = "It costs £1 ($2, €3)."
    chain = [
        claim("£1", "1", text),
        claim("$2", "2", text, unit="USD", converts=0),
        claim("€3", "3", text, unit="EUR", converts=1),
    ]
    (claim_id,) = keep(project, article(text), chain)
    with project.reading() as store:
        assert [one.surface for one in store.claims.get(claim_id).restated] == ["$2", "€3"]


def test_claims_that_restate_each_other_are_a_bug(project: Project) -> None:
    text = "It costs £1 ($2)."
    ring = [claim("£1", "1", text, converts=1), claim("$2", "2", text, unit="USD", converts=0)]
    with pytest.raises(ValueError, match="restates itself"):
        keep(project, article(text), ring)


def test_a_claim_whose_words_do_not_stand_there_is_a_bug(project: Project) -> None:
    with pytest.raises(ValueError, match="does not say"):
        keep(project, article("Nothing of the kind, in a text long enough" * 9), [harbour_claims()[0]])
    with project.reading() as store:
        assert store.articles.ids() == []


def test_decisions_are_kept_with_their_time(project: Project, kept: list[str]) -> None:
    with project.writing("accept") as store:
        assert len(store.claims.set_state(kept[:2], State.ACCEPTED, AT)) == 2
    with project.writing("accept all") as store:
        changed = store.claims.set_state(kept, State.ACCEPTED, LATER)
    assert [record.claim_id for record in changed] == kept[2:]
    with project.reading() as store:
        assert [store.claims.get(one).decided_at for one in kept] == [AT, AT, LATER]
        assert (store.claims.waiting(), store.claims.queue()) == (0, [])
    with project.writing("set back") as store:
        store.claims.set_state(kept[:1], State.WAITING, LATER)
    with project.reading() as store:
        assert store.claims.get(kept[0]).decided_at is None
        assert store.claims.queue() == kept[:1]


def test_the_basis_becomes_the_analysts(project: Project, kept: list[str]) -> None:
    with project.writing("set the basis") as store:
        store.claims.set_basis(kept[0], {"kind": "total", "per": None, "price": "nominal"}, AT)
    with project.reading() as store:
        record = store.claims.get(kept[0])
    assert record.claim.basis == Basis(
        kind=Stated(value="total", by_analyst=True), price=Stated(value="nominal", by_analyst=True)
    )
    assert record.revision == 2
    assert record.edited_fields == ("basis.kind", "basis.per", "basis.price")
    assert found(project, chosen=(Chosen(field=Field.BASIS, values=("total",)),)) == ["£165m a year"]
    assert found(project, chosen=(Chosen(field=Field.BASIS, values=("rate",)),)) == []


def test_words_that_say_the_same_stay_marked(project: Project) -> None:
    text = "It costs £1 a year."
    said = Stated(value="rate", span=Span(12, 18))
    one = claim("£1", "1", text)
    (claim_id,) = keep(project, article(text), [Claim(**{**_fields(one), "basis": Basis(kind=said)})])
    with project.writing("set the basis") as store:
        store.claims.set_basis(claim_id, {"kind": "rate"}, AT)
    with project.reading() as store:
        assert store.claims.get(claim_id).claim.basis.kind == Stated(value="rate", span=Span(12, 18), by_analyst=True)


def _fields(one: Claim) -> dict[str, object]:
    return {name: getattr(one, name) for name in Claim.__dataclass_fields__}


def test_a_basis_that_is_none_is_a_bug(project: Project, kept: list[str]) -> None:
    for wrong in ({"kind": "fortnightly"}, {"colour": "blue"}):
        with pytest.raises(ValueError, match=r"fortnightly|colour"), project.writing("set the basis") as store:
            store.claims.set_basis(kept[0], wrong, AT)


def test_a_speaker_can_be_set_and_searched(project: Project, kept: list[str]) -> None:
    with project.writing("set the speaker") as store:
        store.claims.set_speaker(kept[0], "Port Authority", Stance.DENIES, AT)
        store.claims.set_speaker(kept[1], None, None, AT)
    assert store.changes.claims == {kept[0]}
    assert found(project, words="authority") == ["£165m a year"]
    assert found(project, chosen=(Chosen(field=Field.SPEAKER, values=("Port Authority",)),)) == ["£165m a year"]
    assert found(project, chosen=(Chosen(field=Field.SPEAKER, values=("",)),)) == ["2026", "£45m"]
    with project.reading() as store:
        record = store.claims.get(kept[0])
    assert record.claim.stance is Stance.DENIES
    assert record.edited_fields == ("speaker", "stance")


def test_what_was_touched_last_comes_first(project: Project, kept: list[str]) -> None:
    with project.writing("accept") as store:
        store.claims.set_state(kept[:1], State.ACCEPTED, "2026-02-14T09:30:00.000000Z")
        store.claims.set_state(kept[1:2], State.REJECTED, "2026-02-14T09:30:01.000000Z")
        store.claims.set_basis(kept[0], {"kind": "total"}, "2026-02-14T09:30:02.000000Z")
    with project.reading() as store:
        recent = [(line.record.claim_id, what) for line, what, _ in store.claims.recent(10)]
        assert recent == [(kept[0], "edited"), (kept[1], "rejected")]
        assert len(store.claims.recent(1)) == 1


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
    ann = keep(
        project, article(other, published="2024-01-01"), [claim("£99m", "99E6", other, speaker="ann")]
    )  # fmt: skip

    def order(by: ClaimOrder, *, descending: bool = False) -> list[str]:
        with project.reading() as store:
            ids = store.claims.ids(ClaimFilter(), by, descending=descending)
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
        facets, sources = store.claims.facets(narrowed), store.claims.sources(narrowed)
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


def test_hundreds_of_claims_are_decided_at_once(project: Project) -> None:
    text = "Title\n\n" + " ".join(f"£{number}m." for number in range(1000, 1600))
    many = [claim(f"£{number}m", f"{number}E6", text) for number in range(1000, 1600)]
    kept = keep(project, article(text), many)
    with project.writing("accept") as store:
        assert len(store.claims.set_state(kept, State.ACCEPTED, AT)) == 600
    with project.reading() as store:
        assert [line.record.claim_id for line in store.claims.lines(kept)] == kept
    project.undo()
    with project.reading() as store:
        assert store.claims.queue() == kept


def test_a_claim_that_an_undo_took_away_is_said_to_be_gone(project: Project, kept: list[str]) -> None:
    project.undo()
    with pytest.raises(UserError) as told, project.reading() as store:
        store.claims.get(kept[0])
    assert told.value.reason == "gone"
    assert str(told.value) == "There is no such claim in this project; if its import was undone, redo brings it back."


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
