"""Decisions: one card at a time, each an act of its own."""

import pytest

from app.comparison.topics import basis
from app.domain.basis import Stated
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.span import Span
from app.services.claims.reviewing import BASIS_KEYS, Reviewing
from app.services.project.history import History
from app.services.topics.grouping import Grouping
from app.store.project import Project
from tests.services.island import WIRE


@pytest.fixture
def reviewing(project: Project) -> Reviewing:
    """Its review."""
    return Reviewing(project)


def _words(span: Span | None) -> str | None:
    return None if span is None else span.of(WIRE)


def test_the_queue_takes_topics_first_then_the_order_of_the_texts(
    reviewing: Reviewing, project: Project, ids: dict[str, str]
) -> None:
    Grouping(project).add("Pier", (), Kind.MONEY, [ids["column £3m"]])
    names = {claim_id: name for name, claim_id in ids.items()}
    assert [names[claim_id] for claim_id in reviewing.queue()] == [
        "column £3m", "wire £40m", "wire £3m", "wire 12%", "wire 2025", "copy £40m",
    ]  # fmt: skip
    assert reviewing.waiting() == 6


def test_a_card_shows_one_sentence_around_on_each_side(reviewing: Reviewing, ids: dict[str, str]) -> None:
    card = reviewing.card(ids["wire £40m"])
    assert card.article.article.text == WIRE
    assert card.line.record.claim.surface == "£40m"
    assert _words(card.sentence_before) == "The ferry was sold on Monday."
    assert _words(card.sentence_after) == "The buyer pays £3m a year for the pier."


def test_a_card_shows_no_sentence_of_another_part(reviewing: Reviewing, ids: dict[str, str]) -> None:
    card = reviewing.card(ids["copy £40m"])
    assert (card.sentence_before, card.sentence_after) == (None, None)
    last = reviewing.card(ids["wire 12%"])
    assert _words(last.sentence_before) == "The buyer pays £3m a year for the pier."
    assert last.sentence_after is None


def test_a_decision_is_kept_named_and_undone(reviewing: Reviewing, project: Project, ids: dict[str, str]) -> None:
    changes = reviewing.decide([ids["wire £40m"]], State.ACCEPTED)
    assert changes.act == "accept £40m"
    assert changes.claims == {ids["wire £40m"]}
    assert changes.articles == {ids["wire"]}
    assert reviewing.waiting() == 5
    assert History(project).undo().claims == {ids["wire £40m"]}
    assert reviewing.waiting() == 6


def test_many_decisions_at_once_are_one_act(reviewing: Reviewing, project: Project, ids: dict[str, str]) -> None:
    reviewing.decide([ids["wire £40m"]], State.ACCEPTED)
    changes = reviewing.decide([*reviewing.queue(), ids["wire £40m"]], State.ACCEPTED)
    assert changes.act == "accept 5 claims"
    assert reviewing.waiting() == 0
    History(project).undo()
    assert reviewing.waiting() == 5
    assert reviewing.decide([ids["wire 2025"]], State.REJECTED).act == "reject 2025"
    assert reviewing.decide([ids["wire 2025"]], State.WAITING).act == "set back 2025"


def test_deciding_what_is_decided_so_is_no_act(reviewing: Reviewing, project: Project, ids: dict[str, str]) -> None:
    assert not reviewing.decide([ids["wire £40m"]], State.WAITING)
    assert not reviewing.decide([], State.ACCEPTED)
    assert History(project).undoable() == "import 3 files"


@pytest.mark.parametrize("key", sorted(BASIS_KEYS))
def test_every_basis_key_sets_what_it_says(reviewing: Reviewing, ids: dict[str, str], key: int) -> None:
    _, fields = BASIS_KEYS[key]
    changes = reviewing.set_basis(ids["wire £40m"], fields)
    assert changes.act == "set the basis of £40m"
    record = reviewing.card(ids["wire £40m"]).line.record
    for name, value in fields.items():
        expected = None if value is None else Stated(value=value, by_analyst=True)
        assert getattr(record.claim.basis, name) == expected
    assert record.revision == 2


@pytest.mark.parametrize("key", [1, 2, 6, 7, 8])
def test_a_present_value_that_is_called_something_else_is_none_any_more(
    reviewing: Reviewing, ids: dict[str, str], key: int
) -> None:
    claim_id = ids["wire £40m"]
    reviewing.set_basis(claim_id, BASIS_KEYS[5][1])
    reviewing.set_basis(claim_id, BASIS_KEYS[key][1])
    assert reviewing.card(claim_id).line.record.claim.basis.price is None


@pytest.mark.parametrize("key", [1, 4])
def test_prices_that_are_no_present_value_stay_with_their_year(
    reviewing: Reviewing, ids: dict[str, str], key: int
) -> None:
    claim_id = ids["wire £40m"]
    reviewing.set_basis(claim_id, {"price": "real:2019"})
    reviewing.set_basis(claim_id, BASIS_KEYS[key][1])
    assert reviewing.card(claim_id).line.record.claim.basis.value("price") == "real:2019"


def test_every_basis_key_says_something_of_its_own(reviewing: Reviewing, ids: dict[str, str]) -> None:
    shown = []
    for key in sorted(BASIS_KEYS):
        reviewing.set_basis(ids["wire £3m"], BASIS_KEYS[key][1])
        label = basis.label(reviewing.card(ids["wire £3m"]).line.record.claim)
        shown.append((label.kind, label.detail))
    assert len(set(shown)) == len(BASIS_KEYS)
    assert [kind for kind, _ in shown] == [
        "Per year", "One-off", "Total", "Total", "Present value", "Share", "Level", "Other", "Not stated",
    ]  # fmt: skip


def test_the_last_decisions_come_newest_first(reviewing: Reviewing, project: Project, ids: dict[str, str]) -> None:
    reviewing.decide([ids["wire £40m"]], State.ACCEPTED)
    reviewing.decide([ids["wire 2025"]], State.REJECTED)
    reviewing.set_basis(ids["wire £3m"], {"kind": "rate", "per": "year"})
    last = reviewing.recent()
    assert [(decision.line.record.claim_id, decision.what) for decision in last] == [
        (ids["wire £3m"], "edited"), (ids["wire 2025"], "rejected"), (ids["wire £40m"], "accepted"),
    ]  # fmt: skip
    assert all(decision.at.endswith("Z") for decision in last)
    assert len(reviewing.recent(1)) == 1
    History(project).undo()
    assert reviewing.recent()[0].what == "rejected"


def test_a_card_whose_claim_was_undone_is_told(reviewing: Reviewing, project: Project, ids: dict[str, str]) -> None:
    History(project).undo()
    with pytest.raises(UserError) as told:
        reviewing.card(ids["wire £40m"])
    assert told.value.reason == "gone"
