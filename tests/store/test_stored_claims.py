"""Claims: kept exactly, decided, edited."""

from decimal import Decimal

import pytest

from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Confidence, Speaker, Stance, State
from app.domain.errors import UserError
from app.domain.figure import Anchor, Figure, Kind, Qualifier
from app.domain.narrowing import Chosen, Field
from app.domain.span import Span
from app.store import claims
from app.store.project import Project
from tests.store.filed_articles import AT, found, keep
from tests.store.harbour_articles import article, claim, harbour_claims

LATER = "2026-02-14T09:31:00.000000Z"


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
        assert (store.queue.count(), store.queue.ids()) == (0, [])
    with project.writing("set back") as store:
        store.claims.set_state(kept[:1], State.WAITING, LATER)
    with project.reading() as store:
        assert store.claims.get(kept[0]).decided_at is None
        assert store.queue.ids() == kept[:1]


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


def test_a_basis_set_to_what_the_text_says_keeps_the_place_of_its_words(project: Project) -> None:
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


def test_what_is_added_in_one_millisecond_has_ids_of_its_own() -> None:
    ids = [claim_id for _ in range(2000) for claim_id in claims._new_ids(40)]
    assert len(set(ids)) == len(ids)
    assert ids[:40] == sorted(ids[:40])
    assert {len(one) for one in ids} == {len("clm_") + 26}


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
        assert store.queue.ids() == kept


def test_a_claim_that_an_undo_took_away_is_said_to_be_gone(project: Project, kept: list[str]) -> None:
    project.undo()
    with pytest.raises(UserError) as told, project.reading() as store:
        store.claims.get(kept[0])
    assert told.value.reason == "gone"
    assert str(told.value) == "There is no such claim in this project; if its import was undone, redo brings it back."
