"""The CSV of a comparison follows the view: its groups, its reference, its common basis and the year of its prices."""

import csv
import io
from pathlib import Path

from app.domain.figure import Kind
from app.services.desk import Desk
from app.services.exports.pages import Arranged
from app.services.topics import common_basis
from app.services.topics.common_basis import Converted, Per
from app.services.topics.comparing import Comparison
from app.services.topics.regrouping import By
from tests.support.desks import topic_on


def _read(desk: Desk, path: Path, shown: Comparison, arranged: Arranged) -> list[dict[str, str]]:
    desk.exporting.comparison(path, shown, arranged)
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def _sample(desk: Desk) -> Comparison:
    return max(
        (desk.comparing.compare(row.topic.topic_id) for row in desk.grouping.topics()), key=lambda one: len(one.rows)
    )


def test_rows_go_out_in_the_groups_that_are_shown(sample_desk: Desk, tmp_path: Path) -> None:
    shown = _sample(sample_desk)
    for by in By:
        arranged = Arranged(by=by)
        rows = _read(sample_desk, tmp_path / f"{by}.csv", shown, arranged)
        groups = arranged.groups(shown)
        wanted = [(group.label.kind, row.line.record.claim_id) for group in groups for row in group.rows]
        assert [one["claim_id"] for one in rows] == [claim_id for _, claim_id in wanted]
        if by is not By.BASIS:
            assert [one["group"] for one in rows] == [name for name, _ in wanted]
        bases = {row.line.record.claim_id: group.label.kind for group in shown.groups for row in group.rows}
        assert all(one["basis"] == bases[one["claim_id"]] for one in rows)


def test_a_row_can_be_cited_though_its_outlet_is_not_known(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Title: What the pier costs\n\nThe pier costs £20m a year. The pier costs £90m over 5 years.")
    shown = desk.comparing.compare(topic_on(desk, "The pier", "pier", Kind.MONEY))
    rows = _read(desk, tmp_path / "pier.csv", shown, Arranged())
    assert {(one["outlets"], one["title"]) for one in rows} == {("", "What the pier costs")}


def test_another_reference_goes_out_as_the_reference(sample_desk: Desk, tmp_path: Path) -> None:
    shown = _sample(sample_desk)
    other = next(row for row in shown.rows if row is not shown.pinned)
    sample_desk.grouping.pin(shown.topic.topic_id, other.line.record.claim_id)
    again = sample_desk.comparing.compare(shown.topic.topic_id)
    rows = _read(sample_desk, tmp_path / "pinned.csv", again, Arranged())
    assert [one["claim_id"] for one in rows if one["verdict"] == "reference"] == [other.line.record.claim_id]


def test_the_common_basis_goes_out_with_its_prices_and_each_formula(sample_desk: Desk, tmp_path: Path) -> None:
    shown = _sample(sample_desk)
    schedules = sample_desk.scheduling.of(shown.topic.topic_id)
    stated, other, *_ = common_basis.price_years(shown, schedules, sample_desk.conversions)
    for year in (stated, other):
        found = common_basis.convert(shown, Per.YEAR, year, schedules, sample_desk.scheduling, sample_desk.conversions)
        rows = _read(
            sample_desk, tmp_path / "common.csv", shown, Arranged(found=found, basis=f"per year, {year} prices")
        )
        assert {one["common_basis"] for one in rows} == {f"per year, {year} prices"}
        converted = {one["claim_id"]: one for one in rows if one["common_value"]}
        assert converted or year != stated
        for claim_id, one in converted.items():
            told = found[claim_id]
            assert isinstance(told, Converted)
            assert (one["on_the_common_basis"], one["formula"]) == (told.words, told.formula)
        assert all(one["on_the_common_basis"].startswith("no basis") for one in rows if not one["common_value"])
