"""The sample's figures in other groups than by basis; and every verdict that there is occurs among them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.verdict import Reason, Verdict
from app.services.topics import regrouping
from app.services.topics.comparing import Comparison
from app.services.topics.regrouping import By
from tests.support.desks import sample_on


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Comparison]:
    path: Path = tmp_path_factory.mktemp("sample") / "sample.counterclaim"
    desk = sample_on(path)
    yield desk.comparing.all()[0]
    desk.close()


@pytest.mark.parametrize("by", list(By))
def test_every_row_stands_in_one_group(comparison: Comparison, by: By) -> None:
    groups = regrouping.groups(comparison, by)
    shown = [row.line.record.claim_id for group in groups for row in group.rows]
    assert sorted(shown) == sorted(row.line.record.claim_id for row in comparison.rows)
    assert len({group.label.key for group in groups}) == len(groups)


def test_speakers_stand_together_and_those_who_are_not_named_come_last(comparison: Comparison) -> None:
    groups = regrouping.groups(comparison, By.SPEAKER)
    for group in groups:
        assert {row.speaker.casefold() for row in group.rows} == {group.label.kind.casefold()}
    assert groups[-1].label.kind == "Not stated"
    office = next(group for group in groups if group.label.kind == "Foreign Office")
    assert {row.figure for row in office.rows} >= {"about £10bn", "£3.4bn", "£30bn"}


def test_days_rise_and_hold_what_was_first_printed_on_them(comparison: Comparison) -> None:
    groups = regrouping.groups(comparison, By.DATE)
    days = [group.rows[0].first.published[:10] for group in groups]
    assert days == sorted(days)
    first = groups[0]
    assert (first.label.kind, [row.figure for row in first.rows]) == ("18 December 2024", ["£100m a year"])
    for group in groups:
        assert len({row.first.published[:10] for row in group.rows}) == 1


def test_the_copies_of_one_story_are_one_origin(comparison: Comparison) -> None:
    groups = regrouping.groups(comparison, By.ORIGIN)
    for group in groups:
        assert len({row.first.origin_id for row in group.rows}) == 1
    wire = next(group for group in groups if any(row.figure == "£165m a year" for row in group.rows))
    assert {"£165m a year", "£45m a year", "£40m"} <= {row.figure for row in wire.rows}


@pytest.mark.parametrize(
    ("verdict", "figure", "reasons"),
    [
        (Verdict.CONFLICT, "nearly £200m a year", {Reason.MAGNITUDE}),
        (Verdict.SUPERSEDED, "£90m a year", {Reason.REVISED}),
        (Verdict.DIFFERS_BY_BASIS, "£34.7bn", {Reason.RATE_VS_TOTAL}),
        (Verdict.COMPATIBLE, "£101m a year", {Reason.ROUNDING}),
        (Verdict.AGREE, "£100m a year", set()),
        (Verdict.NOT_COMPARABLE, "£100m", {Reason.DIFFERENT_MEASURE, Reason.SAME_NUMBER}),
    ],
)
def test_each_verdict_occurs_against_the_reference_of_the_sample(
    comparison: Comparison, verdict: Verdict, figure: str, reasons: set[Reason]
) -> None:
    assert {verdict for verdict, _ in comparison.counts} == set(Verdict)
    judged = [row.judgement for row in comparison.rows if row.figure == figure and row.judgement]
    found = [one for one in judged if one.verdict is verdict]
    assert len(found) == 1
    assert reasons <= set(found[0].reasons)


def test_the_neediest_row_is_the_one_of_which_the_headline_speaks(comparison: Comparison) -> None:
    assert comparison.neediest is not None
    assert comparison.neediest.figure == "nearly £200m a year"
    assert comparison.neediest in comparison.rows
