"""Where the claims of topics dispute each other: told in SQL as Compare tells it, and after every edit."""

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.comparison.statement import Statement
from app.comparison.topics import grouping, measures
from app.domain.claim import State
from app.domain.disputes import Tally
from app.domain.listing import ClaimFilter, ClaimLine, ClaimOrder
from app.services.desk import Desk

Counts = tuple[int, bool]
LATE = (
    "Title: The bridge again\nOutlet: Late News\nDate: 2025-03-09\n\nThe bridge will cost {0} a year, the mayor said.\n"
)


def test_groups_are_those_of_compare_on_the_sample(sample_desk: Desk) -> None:
    found: defaultdict[str, list[Counts]] = defaultdict(list)
    for group in sample_desk.disputes.groups():
        found[group.topic_id].append((group.claims, group.disputed))
    expected = {}
    for row in sample_desk.grouping.topics():
        currency = sample_desk.comparing.compare(row.topic.topic_id).currency
        with sample_desk.project.reading() as store:
            lines = store.claims.of_topic(row.topic.topic_id)
        expected[row.topic.topic_id] = _compared([line for line in lines if line.superseded_by is None], currency)
    assert {topic_id: sorted(groups) for topic_id, groups in found.items()} == expected
    assert {disputed for _, disputed in next(iter(expected.values()))} == {False, True}


def _compared(lines: Sequence[ClaimLine], currency: str | None) -> list[Counts]:
    """Claims of each measure that Compare parts, and whether it finds more than one camp among them."""
    rows = grouping.rows([Statement(claim=line.record.claim, published=None, currency=currency) for line in lines])
    of_basis: defaultdict[object, list[grouping.Row]] = defaultdict(list)
    for row in rows:
        of_basis[row.label].append(row)
    found = []
    for alike in of_basis.values():
        for measure in measures.part(alike):
            places = {at for camp in measure.camps for at in (*camp.positions, *camp.bounds)} | set(measure.unmet)
            if places:
                claims = sum(len(alike[at].positions) for at in places)
                found.append((claims, len(measure.camps) + len(measure.unmet) > 1))
    return sorted(found)


def test_a_tally_follows_what_is_rejected_edited_and_taken_back(desk: Desk, topic_id: str) -> None:
    assert desk.disputes.tallies() == {topic_id: Tally(measures=3, disputed=1)}
    rows = {row.figure: row for row in desk.comparing.compare(topic_id).rows}
    dearer = rows["nearly £160m a year"].claim_ids[0]
    desk.reviewing.decide([dearer], State.REJECTED)
    assert desk.disputes.tallies() == {topic_id: Tally(measures=3, disputed=0)}
    desk.history.undo()
    desk.reviewing.set_basis(dearer, {"scope": "with the approach roads"})
    assert desk.disputes.tallies() == {topic_id: Tally(measures=4, disputed=0)}
    desk.history.undo()
    assert desk.disputes.tallies() == {topic_id: Tally(measures=3, disputed=1)}
    desk.history.redo()
    assert desk.disputes.tallies() == {topic_id: Tally(measures=4, disputed=0)}


def test_measuring_is_no_act_and_keeps_what_can_be_done_again(desk: Desk, topic_id: str) -> None:
    claim_id = desk.comparing.compare(topic_id).rows[0].claim_ids[0]
    desk.reviewing.set_basis(claim_id, {"kind": "total", "per": None})
    desk.history.undo()
    desk.disputes.tallies()
    assert (desk.history.redoable() or "").startswith("set the basis")
    assert not (desk.history.undoable() or "").startswith("measure")


def test_what_comes_in_is_measured_at_once(desk: Desk, topic_id: str) -> None:
    with desk.project.reading() as store:
        assert store.disputes.is_measured()


@pytest.mark.parametrize(
    ("figure", "meets", "misses"), [("£90m", False, True), ("£81m", True, True), ("at least £50m", True, False)]
)
def test_a_new_articles_claims_are_set_against_what_a_topic_holds(
    desk: Desk, topic_id: str, tmp_path: Path, figure: str, meets: bool, misses: bool
) -> None:
    known = set(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
    late = tmp_path / "late.txt"
    late.write_text(LATE.format(figure), encoding="utf-8")
    desk.importing.paths([late])
    (claim_id,) = set(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)) - known
    (before,) = desk.disputes.against([claim_id], topic_id)
    assert (before.meets, before.misses) == (meets, misses)
    desk.grouping.file([claim_id], topic_id)
    assert desk.disputes.against([claim_id], topic_id) == [before]
