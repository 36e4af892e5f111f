"""Corrections: the words of a claim, its figure and its slots, each act undone at once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.claim import Claim, ClaimRecord, Confidence, Stance, State
from app.domain.conventions import Conventions
from app.domain.errors import UserError
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.span import Span
from app.services.claims.editing import Edit
from app.services.desk import Desk


def _record(desk: Desk, surface: str) -> ClaimRecord:
    lines = desk.claims.lines(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
    return next(line.record for line in lines if line.record.claim.surface.startswith(surface))


def _now(desk: Desk, kept: ClaimRecord) -> ClaimRecord:
    return desk.reviewing.line(kept.claim_id).record


def _moved(claim: Claim, start: int, end: int) -> Span:
    return Span(claim.span.start + start, claim.span.end + end)


def test_other_words_are_read_anew_and_undone(desk: Desk) -> None:
    kept = _record(desk, "nearly £160m a year")
    span = _moved(kept.claim, len("nearly "), -len(" a year"))
    read = desk.editing.reread(kept.claim_id, span)
    assert (read.surface, read.figure.per, read.figure.qualifier_words) == ("£160m", None, "")
    assert read.figure.low == Decimal("160E6")
    assert _now(desk, kept) == kept
    changes = desk.editing.set_span(kept.claim_id, span)
    assert changes.act == "move the edges of nearly £160m a year"
    changed = _now(desk, kept)
    assert (changed.claim.span, changed.claim.surface) == (span, "£160m")
    assert changed.edited_fields == ("span", "figure")
    assert desk.reviewing.recent()[0].what == "edited"
    desk.history.undo()
    assert _now(desk, kept) == kept


def test_what_the_analyst_said_outlives_other_words(desk: Desk) -> None:
    kept = _record(desk, "nearly £160m a year")
    desk.reviewing.set_basis(kept.claim_id, {"kind": "one-off", "per": None})
    desk.editing.set_span(kept.claim_id, _moved(kept.claim, len("nearly "), 0))
    claim = _now(desk, kept).claim
    assert (claim.basis.value("kind"), claim.basis.value("per")) == ("one-off", None)
    assert claim.speaker == kept.claim.speaker


@pytest.mark.parametrize(("start", "end"), [(9, 0), (0, -14), (-1000, 0), (0, 1000)])
def test_words_that_are_no_figure_change_nothing(desk: Desk, start: int, end: int) -> None:
    kept = _record(desk, "nearly £160m a year")
    span = _moved(kept.claim, start, end)
    for refused in (desk.editing.reread, desk.editing.set_span):
        with pytest.raises(UserError, match="nothing was changed"):
            refused(kept.claim_id, span)
    assert _now(desk, kept) == kept


def test_another_figure_is_not_run_over_until_it_is_rejected(desk: Desk) -> None:
    total, term = _record(desk, "£2.4bn"), _record(desk, "30 years")
    over = Span(total.claim.span.start, term.claim.span.end)
    with pytest.raises(UserError, match="“30 years” is a figure of its own"):
        desk.editing.set_span(total.claim_id, over)
    desk.reviewing.decide([term.claim_id], State.REJECTED)
    with pytest.raises(UserError, match="is not one figure"):
        desk.editing.set_span(total.claim_id, over)


def test_every_field_is_saved_as_one_act(desk: Desk, topic_id: str) -> None:
    desk.grouping.add("Tolls", (), _record(desk, "£2.4bn").claim.figure.kind, [])
    kept = _record(desk, "£2.4bn")
    edit = Edit(
        figure="more than £2.5bn",
        basis={"kind": "total", "per": None},
        price="Real:2019",
        period="25 years",
        speaker=" The port ",
        stance="denies",
        topics=("tolls",),
    )
    changes = desk.editing.save(kept.claim_id, edit)
    assert changes.act == "edit £2.4bn"
    line = desk.reviewing.line(kept.claim_id)
    claim = line.record.claim
    assert (claim.figure.low, claim.figure.qualifier_words) == (Decimal("2.5E9"), "more than")
    assert claim.surface == "£2.4bn"
    assert (claim.basis.value("price"), claim.basis.value("horizon")) == ("real:2019", "P25Y")
    assert claim.speaker is not None
    assert (claim.speaker.name, claim.stance, line.topics) == ("The port", Stance.DENIES, ("Tolls",))
    assert {"figure", "basis.price", "basis.horizon", "speaker", "stance"} <= set(line.record.edited_fields)
    desk.history.undo()
    assert _now(desk, kept) == kept
    assert desk.reviewing.line(kept.claim_id).topics == ("The bridge",)


def test_a_figure_typed_by_hand_leaves_no_doubt_of_the_rule(desk: Desk) -> None:
    desk.importing.pasted("Outlet: Quay\n\nA new lock\n\nThe port paid 200m for the lock, a year after the flood.\n")
    kept = _record(desk, "200m")
    assert kept.claim.doubt
    desk.editing.save(kept.claim_id, Edit(speaker="The port"))
    assert _now(desk, kept).claim.doubt == kept.claim.doubt
    desk.editing.save(kept.claim_id, Edit(figure="£200m"))
    assert (_now(desk, kept).claim.doubt, _now(desk, kept).claim.confidence) == ("", Confidence.HIGH)
    desk.history.undo()
    assert _now(desk, kept).claim.doubt == kept.claim.doubt


def test_a_speaker_and_a_stance_can_be_taken_away(desk: Desk) -> None:
    kept = _record(desk, "£2.4bn")
    desk.editing.save(kept.claim_id, Edit(speaker="The port", stance="denies"))
    desk.editing.save(kept.claim_id, Edit(speaker=" ", stance=""))
    claim = _now(desk, kept).claim
    assert (claim.speaker, claim.stance) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [
        Edit(figure="a great deal"),
        Edit(figure="£1m or £2m, or 3%"),
        Edit(price="dear"),
        Edit(period="a while"),
        Edit(topics=("No such topic",)),
    ],
)
def test_one_field_that_cannot_be_taken_leaves_all_as_they_are(desk: Desk, wrong: Edit) -> None:
    kept = _record(desk, "£2.4bn")
    with pytest.raises(UserError, match="nothing was changed"):
        desk.editing.save(kept.claim_id, replace(wrong, speaker="The port"))
    assert _now(desk, kept) == kept


def test_a_period_can_be_a_stretch_of_years_and_be_cleared(desk: Desk) -> None:
    kept = _record(desk, "£2.4bn")
    desk.editing.save(kept.claim_id, Edit(period="2025/2050"))
    assert _now(desk, kept).claim.basis.value("horizon") == "2025/2050"
    desk.editing.save(kept.claim_id, Edit(period=""))
    assert _now(desk, kept).claim.basis.value("horizon") is None


def test_an_edit_of_nothing_is_no_act(desk: Desk) -> None:
    kept = _record(desk, "£2.4bn")
    assert not desk.editing.save(kept.claim_id, Edit())
    assert not desk.editing.set_span(kept.claim_id, kept.claim.span)
    assert desk.history.undoable() == "import 3 files"


def test_speakers_are_named_once_each(desk: Desk) -> None:
    names = desk.editing.speakers()
    assert "Ada Fenwick" in names
    assert names == sorted(set(names), key=str.lower)


def test_corrected_words_are_read_as_the_project_reads_articles(desk: Desk) -> None:
    kept = _record(desk, "nearly £160m a year")
    desk.settings.set_conventions(Conventions(currency="AUD"))
    desk.editing.save(kept.claim_id, Edit(figure="$160m a year"))
    assert _now(desk, kept).claim.figure.unit == "AUD"
