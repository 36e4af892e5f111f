"""A topic's payment schedule: entering, changing, undoing, moving its assumptions, and where that turns a figure."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.schedule import MatchState, ReadingKind, Schedule
from app.services.desk import Desk
from app.services.topics import schedule_years, scheduling
from app.services.topics.comparing import Row
from app.services.topics.schedule_records import schedule_json
from app.shipped import resources
from tests.support.desks import topic_on
from tests.support.treaty_payments import ASSUMED

SAMPLE = resources() / "sample" / "schedule.csv"
PAYMENTS = scheduling.payments_in(SAMPLE)
LEASE = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe lease costs £34.7bn in total. The lease costs £30bn in total, others say. "
    "The lease costs about £200m a year. The lease costs £77bn in total. In the second year the lease costs £205m.\n"
)


@pytest.fixture
def lease(desk: Desk) -> str:
    """A topic with figures of the lease."""
    desk.importing.pasted(LEASE)
    return topic_on(desk, "The lease", "lease", Kind.MONEY)


@pytest.fixture
def kept(desk: Desk, lease: str) -> Schedule:
    schedule = Schedule(topic_id=lease, name="  Treaty of  2025 ", payments=PAYMENTS, assumed=ASSUMED, note=" a paper ")
    schedule_id, _ = desk.scheduling.set(schedule)
    return replace(schedule, name="Treaty of 2025", note="a paper", schedule_id=schedule_id)


def rows(desk: Desk, topic_id: str) -> dict[str, Row]:
    return {row.figure: row for row in desk.comparing.compare(topic_id).rows}


def test_every_change_of_a_schedule_is_one_undo(desk: Desk, lease: str, kept: Schedule) -> None:
    assert desk.scheduling.of(lease) == [kept]
    fewer = replace(kept, payments=PAYMENTS[:2])
    _, changes = desk.scheduling.set(fewer)
    assert (changes.act, changes.topics) == ("change the schedule Treaty of 2025", {lease})
    assert desk.scheduling.of(lease) == [fewer]
    assert desk.scheduling.remove(kept.schedule_id).act == "remove the schedule Treaty of 2025"
    assert desk.scheduling.of(lease) == []
    desk.history.undo()
    desk.history.undo()
    assert desk.scheduling.of(lease) == [kept]
    assert desk.history.undoable() == "enter the schedule Treaty of 2025"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"payments": ()}, "no payments"),
        ({"payments": (PAYMENTS[0], replace(PAYMENTS[1], currency="USD"))}, "more than one currency"),
        ({"payments": (replace(PAYMENTS[0], from_year=9),)}, "Payment 1 has years"),
        ({"assumed": replace(ASSUMED, inflation="lots")}, "'lots'"),
        ({"assumed": replace(ASSUMED, lag=999)}, "999 steps"),
        ({"assumed": replace(ASSUMED, discount="/tmp/rates.csv")}, "a file outside the project"),
    ],
)
def test_what_cannot_be_carried_out_is_not_kept(desk: Desk, lease: str, change: dict[str, object], told: str) -> None:
    with pytest.raises(UserError, match=told):
        desk.scheduling.set(replace(Schedule(topic_id=lease, name="", payments=PAYMENTS, assumed=ASSUMED), **change))
    assert desk.scheduling.of(lease) == []


def test_the_kept_schedule_gives_the_numbers_of_its_file(desk: Desk, kept: Schedule) -> None:
    from_file, from_project = scheduling.carry_out(SAMPLE, ASSUMED), desk.scheduling.run(kept)
    assert schedule_json(from_file) == schedule_json(from_project)


# The published founding case, row by row: inflation, first uplift, lag, and what comes out.
CASES: list[tuple[str, str, int, dict[str, str]]] = [
    (
        "1.75x4,2.31",
        "14",
        1,
        {"nominal": "34.69e9", "real": "10.00e9", "average": "101.0e6", "present_value": "3.40e9"},
    ),
    ("2.0", "13", 0, {"nominal": "30.34e9", "real": "10.54e9", "average": "106.5e6", "present_value": "3.66e9"}),
    ("2.0", "14", 1, {"nominal": "29.80e9", "real": "10.18e9", "average": "102.8e6", "present_value": "3.44e9"}),
    ("0", "14", 1, {"nominal": "13.18e9"}),
]
YEARS = [("89.1e6", "24.27e6", "836e6"), ("94.6e6", "26.4e6", "659e6"), ("90.9e6", "25.8e6", "646e6"), None]
PUBLISHED = {"nominal": "34.7e9", "real": "10e9", "average": "101e6", "present_value": "3.4e9"}


@pytest.mark.parametrize(("case", "years"), list(zip(CASES, YEARS, strict=True)))
def test_the_founding_case_comes_out_row_by_row(
    desk: Desk, kept: Schedule, case: tuple[str, str, int, dict[str, str]], years: tuple[str, str, str] | None
) -> None:
    inflation, uplift, lag, expected = case
    moved = replace(kept.uplifted_after(int(uplift)), assumed=replace(ASSUMED, inflation=inflation, lag=lag))
    done = desk.scheduling.run(moved)
    for name, value in expected.items():
        assert getattr(done, name) == pytest.approx(Decimal(value), rel=Decimal("0.01")), name
    if years:
        lease, grant = done.by_year[13], done.by_year[27]
        found = (lease.parts[1] / lease.index, grant.parts[2] / grant.index, done.by_year[98].cash)
        assert found == pytest.approx([Decimal(value) for value in years], rel=Decimal("0.01"))
    else:
        assert done.by_year[98].cash == 120_000_000


def test_the_published_totals_come_out_within_one_per_cent(desk: Desk, kept: Schedule) -> None:
    done = desk.scheduling.run(kept)
    for name, value in PUBLISHED.items():
        assert getattr(done, name) == pytest.approx(Decimal(value), rel=Decimal("0.01")), name


def test_a_flat_two_per_cent_turns_thirty_billion_into_a_match(desk: Desk, lease: str, kept: Schedule) -> None:
    def state(schedule: Schedule) -> MatchState:
        found = scheduling.matches(desk.comparing.compare(lease), desk.scheduling.run(schedule))
        return next(match.state for row, match in found if row.figure == "£30bn")

    assert state(kept) is MatchState.NONE
    assert state(replace(kept, assumed=replace(ASSUMED, inflation="2.0"))) is MatchState.REPRODUCED
    flip = desk.scheduling.flip(kept, [rows(desk, lease)["£30bn"]])
    assert not flip.matched
    turned = replace(kept, assumed=replace(ASSUMED, inflation=f"1.75x4,{flip.below[0] - Decimal('0.01')}"))
    assert state(turned) is MatchState.REPRODUCED
    assert scheduling.flip_words(flip) == "Becomes a match below 2.12 % inflation, and ceases to be one below 1.91 %."


def test_turning_points_are_told_in_both_directions_and_of_pairs(desk: Desk, lease: str, kept: Schedule) -> None:
    found = rows(desk, lease)
    total, thirty, far = found["£34.7bn"], found["£30bn"], found["£77bn"]

    def said(*of: Row) -> str:
        return scheduling.flip_words(desk.scheduling.flip(kept, of), both=len(of) > 1)

    assert said(total) == "Ceases to be a match below 2.308 % and above 2.313 % inflation."
    assert said(far) == "Becomes a match above 3.77 % inflation, and ceases to be one above 3.80 %."
    assert said(total, thirty) == "No inflation from 0 to 5 % reproduces both."
    assert said(found["£205m"]) == "It is reproduced at any inflation from 0 to 5 %."


def test_what_the_schedule_gives_names_the_figures_that_it_reproduces(desk: Desk, lease: str, kept: Schedule) -> None:
    done = desk.scheduling.run(kept)
    given = scheduling.given(done, scheduling.matches(desk.comparing.compare(lease), done))
    named = {(one.reading.kind, one.reading.first_year): [row.figure for row, _ in one.rows] for one in given}
    assert named[ReadingKind.NOMINAL, None] == ["£34.7bn"]
    assert named[ReadingKind.REAL, None] == []
    assert named[ReadingKind.YEAR_CASH, 23] == ["about £200m a year"]
    assert named[ReadingKind.YEAR_CASH, 2] == ["about £200m a year", "£205m"]


def test_choosing_one_of_several_readings_settles_the_figure_and_is_one_undo(
    desk: Desk, lease: str, kept: Schedule
) -> None:
    done = desk.scheduling.run(kept)

    def match() -> scheduling.Match:
        found = scheduling.matches(desk.comparing.compare(lease), done)
        return next(match for row, match in found if row.figure == "about £200m a year")

    several = match()
    assert several.state is MatchState.AMBIGUOUS
    for reading in several.readings:
        desk.scheduling.choose(rows(desk, lease)["about £200m a year"].claim_ids, reading, "2025/26")
        chosen = match()
        assert chosen.state is MatchState.REPRODUCED
        assert (chosen.readings[0].first_year, chosen.readings[0].last_year) == (reading.first_year, reading.last_year)
        desk.history.undo()
        assert match() == several


def test_the_years_are_copied_as_tabs_and_as_html_to_the_penny(desk: Desk, kept: Schedule) -> None:
    done = desk.scheduling.run(kept)
    lines = schedule_years.as_tsv(done).splitlines()
    parts = ["payment_1", "payment_2", "payment_3", "payment_4"]
    assert lines[0].split("\t") == ["year", "price_index", *parts, "cash", "real", "present_value"]
    assert lines[2].split("\t")[:7] == ["2", "1.035306", "165000000.00", "0.00", "0.00", "40000000.00", "205000000.00"]
    assert len(lines) == 100
    html = schedule_years.as_html(done)
    assert html.count("<tr>") == 100
    assert '<td align="right">205000000.00</td>' in html


def test_the_years_are_saved_as_csv(desk: Desk, kept: Schedule, tmp_path: Path) -> None:
    done = desk.scheduling.run(kept)
    schedule_years.save(done, tmp_path / "years.csv", preset="data")
    lines = (tmp_path / "years.csv").read_text(encoding="utf-8").splitlines()
    assert lines == [line.replace("\t", ",") for line in schedule_years.as_tsv(done).splitlines()]
    with pytest.raises(UserError, match="could not be written"):
        schedule_years.save(done, tmp_path / "missing" / "years.csv")


def test_the_sample_comes_with_its_schedule_and_a_flat_two_per_cent_turns_its_thirty_billion(
    sample_desk: Desk,
) -> None:
    (topic,) = (row.topic for row in sample_desk.grouping.topics())
    (kept,) = sample_desk.scheduling.of(topic.topic_id)
    assert kept.payments == PAYMENTS
    shown = sample_desk.comparing.compare(topic.topic_id)
    states = {}
    for inflation in (kept.assumed.inflation, "2.0"):
        done = sample_desk.scheduling.run(replace(kept, assumed=replace(ASSUMED, inflation=inflation)))
        states[inflation] = {row.figure: match.state for row, match in scheduling.matches(shown, done)}
    fitted, flat = states.values()
    published = (
        "£34.7bn",
        "about £10bn",
        "£101m a year",
        "£3.4bn",
        "£165m a year",
        "£120m a year",
        "£45m a year",
        "£40m",
    )
    assert {fitted[figure] for figure in published} == {MatchState.REPRODUCED}
    assert (fitted["£30bn"], flat["£30bn"]) == (MatchState.NONE, MatchState.REPRODUCED)
    assert fitted["nearly £200m a year"] is MatchState.AMBIGUOUS
