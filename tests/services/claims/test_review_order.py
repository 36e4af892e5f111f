"""What comes first in the review, what is like a claim, and what waits."""

from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimLine, ClaimOrder
from app.domain.queue import QueueOrder
from app.services.claims.likeness import Suggested
from app.services.desk import Desk
from app.services.listed import Listed


def _lines(desk: Desk, order: QueueOrder) -> list[ClaimLine]:
    return desk.claims.lines(desk.reviewing.queue(order))


def _surfaces(desk: Desk, order: QueueOrder) -> list[str]:
    return [line.record.claim.surface for line in _lines(desk, order)]


def _at_stake(desk: Desk) -> tuple[list[str], list[str]]:
    """The claims that would end an agreement, and those of disputes that there are already."""
    stakes = desk.disputes.stakes()
    return list(Listed(desk.project, stakes.ending)), list(Listed(desk.project, stakes.joining))


def _of(desk: Desk, surface: str) -> str:
    lines = desk.claims.lines(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
    return next(line.record.claim_id for line in lines if line.record.claim.surface == surface)


def test_what_disputes_its_topic_comes_first_and_what_ends_an_agreement_before_that(desk: Desk, topic_id: str) -> None:
    assert _surfaces(desk, QueueOrder.VERDICT)[:3] == ["£80m a year", "£80m a year", "nearly £160m a year"]
    eighties = [
        line.record.claim_id for line in _lines(desk, QueueOrder.TEXT) if line.record.claim.surface == "£80m a year"
    ]
    desk.reviewing.decide(eighties[:1], State.ACCEPTED)
    assert _surfaces(desk, QueueOrder.VERDICT)[0] == "nearly £160m a year"
    assert _at_stake(desk) == ([_of(desk, "nearly £160m a year")], [eighties[1]])
    desk.reviewing.decide([_of(desk, "nearly £160m a year")], State.REJECTED)
    assert _at_stake(desk) == ([], [])


def test_cards_keep_their_places_until_the_disputes_are_looked_up_anew(desk: Desk, topic_id: str) -> None:
    before = desk.reviewing.queue()
    desk.reviewing.decide(before[:1], State.ACCEPTED)
    assert desk.reviewing.queue(anew=False) == before[1:]


def test_every_order_has_every_waiting_claim(desk: Desk) -> None:
    text = desk.reviewing.queue(QueueOrder.TEXT)
    assert len(text) == desk.reviewing.waiting()
    for order in QueueOrder:
        assert sorted(desk.reviewing.queue(order)) == sorted(text)
    published = [line.published or "" for line in _lines(desk, QueueOrder.NEWEST)]
    assert published == sorted(published, reverse=True)
    unsure = [line.record.claim.confidence.value for line in _lines(desk, QueueOrder.UNSURE)]
    assert unsure == sorted(unsure, key=["low", "medium", "high"].index)


def test_the_same_figure_is_found_with_what_it_would_be_accepted_as(desk: Desk) -> None:
    first, second = (
        line.record.claim_id for line in _lines(desk, QueueOrder.TEXT) if line.record.claim.surface == "£80m a year"
    )
    assert desk.reviewing.card(first).same == 2
    desk.reviewing.set_basis(second, {"kind": "one-off", "per": None})
    assert [(one.line.record.claim_id, one.open, one.same_basis) for one in desk.reviewing.alike(first)] == [
        (first, True, True), (second, True, False)
    ]  # fmt: skip
    desk.reviewing.decide([second], State.ACCEPTED)
    assert [one.open for one in desk.reviewing.alike(first)] == [True, False]
    desk.reviewing.decide([second], State.REJECTED)
    assert len(desk.reviewing.alike(first)) == 1


def test_like_figures_suggest_a_basis_where_most_of_them_agree(desk: Desk) -> None:
    for town in ("Leith", "Hull", "Dover", "Bath"):
        desk.importing.pasted(f"The mayor of {town} spoke of £77m.")
    first, second, third, last = (
        line.record.claim_id for line in _lines(desk, QueueOrder.TEXT) if line.record.claim.surface == "£77m"
    )
    assert desk.reviewing.card(last).suggested is None
    desk.reviewing.set_basis(first, {"kind": "one-off", "per": None})
    assert desk.reviewing.card(last).suggested == Suggested(2, 1)
    desk.reviewing.set_basis(second, {"kind": "share", "per": None})
    assert desk.reviewing.card(last).suggested is None
    desk.reviewing.set_basis(third, {"kind": "one-off", "per": None})
    assert desk.reviewing.card(last).suggested == Suggested(2, 2)
    desk.reviewing.set_basis(last, {"kind": "level", "per": None})
    assert desk.reviewing.card(last).suggested is None


def test_a_reason_is_kept_with_the_rejection_as_one_act(desk: Desk) -> None:
    claim_id = _of(desk, "£2.4bn")
    desk.remarks.set_note(claim_id, "Ask the port.")
    desk.reviewing.decide([claim_id], State.REJECTED, "a repetition")
    assert desk.remarks.note(claim_id) == "Ask the port.\nRejected: a repetition"
    desk.history.undo()
    assert desk.remarks.note(claim_id) == "Ask the port."
    assert desk.reviewing.line(claim_id).record.state is State.WAITING


def test_what_waits_is_the_same_number_everywhere_after_a_newer_version(desk: Desk) -> None:
    head = "Title: Tolls\nOutlet: Gull Wire\nDate: 2025-05-0"
    desk.importing.pasted(f"{head}1\n\nTolls of the pier brought in £12m last winter, the harbour master said.")
    desk.importing.pasted(f"{head}2\n\nTolls of the pier brought in £17m last winter, the harbour master said.")
    states = {facet.value: facet.count for facet in desk.claims.facets(ClaimFilter()).states}
    waits = ClaimFilter(states=frozenset({State.WAITING}))
    shown = {line.record.claim.surface for line in desk.claims.lines(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))}
    assert {"£12m", "£17m"} <= shown
    assert states["waiting"] == desk.reviewing.waiting() == len(desk.claims.ids(waits, ClaimOrder.TEXT))
    assert desk.claims.facets(waits).matching == desk.reviewing.waiting()
