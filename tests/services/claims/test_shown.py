"""What the screens say of a claim is what the comparison makes of it."""

from decimal import Decimal

from app.services.claims.shown import Shown
from app.services.desk import Desk


def test_a_claim_is_shown_as_its_comparison_shows_it(desk: Desk, topic_id: str) -> None:
    for row in desk.comparing.compare(topic_id).rows:
        said = Shown(row.line.record.claim)
        assert said.chips == row.chips
        assert said.interval == row.interval


def test_the_slots_follow_the_analyst(desk: Desk, topic_id: str) -> None:
    rate = next(row for row in desk.comparing.compare(topic_id).rows if row.figure == "£80m a year")
    claim_id = rate.line.record.claim_id
    before = Shown(rate.line.record.claim)
    assert (before.measures, before.prices) == ("per year", "")
    assert before.interval is not None
    assert before.interval.core.low == Decimal("79500000")
    desk.reviewing.set_basis(claim_id, {"kind": "total", "per": None, "price": "real:2019"})
    after = Shown(desk.reviewing.card(claim_id).line.record.claim)
    assert (after.measures, after.prices) == ("total", "real, 2019 prices")
    assert [chip.by_analyst for chip in after.chips[:2]] == [True, True]
