"""The founding case comes out of the sample's schedule, and the topic's figures find what they are of it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.schedule import Assumptions, MatchState, ReadingKind
from app.services.desk import Desk
from app.services.topics import scheduling, tables
from app.services.topics.schedule_records import schedule_json
from app.shipped import resources
from tests.support.desks import topic_on
from tests.support.treaty_payments import ASSUMED

SAMPLE = resources() / "sample" / "schedule.csv"


def close(value: object, published: str, within: str = "0.01") -> bool:
    return abs(Decimal(str(value)) / Decimal(published) - 1) <= Decimal(within)


def test_the_founding_case_comes_out_within_one_per_cent() -> None:
    run = scheduling.carry_out(SAMPLE, ASSUMED)
    assert run.terms.years == 99
    assert close(run.nominal, "34.7e9")
    assert close(run.real, "10e9")
    assert close(run.average, "101e6")
    assert close(run.present_value, "3.4e9")
    flat = scheduling.carry_out(SAMPLE, replace(ASSUMED, inflation="2.0"))
    assert [close(value, published, "0.003") for value, published in (
        (flat.nominal, "29.80e9"), (flat.real, "10.18e9"), (flat.average, "102.8e6"), (flat.present_value, "3.44e9"),
    )] == [True] * 4  # fmt: skip


def test_the_json_of_a_schedule_names_its_tables_and_assumptions() -> None:
    said = schedule_json(scheduling.carry_out(SAMPLE, ASSUMED))
    assert close(said["nominal"], "34.7e9")
    (table,) = said["tables"]
    assert table["name"] == "Green Book"
    assert "not stated" not in table.values()
    assert set(table) == {"name", "version", "source", "licence", "date"}
    assert "not the government actuary's" in said["assumptions"]["note"]
    lease, grant = said["years"][13]["parts"][1], said["years"][27]["parts"][2]
    assert close(lease["real"], "89.2e6")
    assert close(grant["real"], "24.2e6")
    assert close(said["last_year"], "836e6")
    assert "figures" not in said


def test_years_after_the_last_asked_for_are_left_out() -> None:
    run = scheduling.carry_out(SAMPLE, replace(ASSUMED, years=3))
    assert run.nominal == Decimal(3 * 165_000_000 + 40_000_000)


def test_a_users_own_table_of_rates_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "none.csv"
    own.write_text("# name: No discount\nyear_from,year_to,rate\n0,1000,0\n", encoding="utf-8")
    run = scheduling.carry_out(SAMPLE, replace(ASSUMED, discount=str(own)))
    assert run.present_value == run.real
    assert run.terms.discount.table.name == "No discount"
    own.write_text("year_from,year_to,rate\n0,1000,much\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"none\.csv: The table cannot be read"):
        scheduling.carry_out(SAMPLE, replace(ASSUMED, discount=str(own)))


@pytest.mark.parametrize(
    ("assumed", "told"),
    [
        (replace(ASSUMED, years=0), "0 years"),
        (replace(ASSUMED, years=100_000), "100,000 years"),
        (replace(ASSUMED, lag=-1), "-1 steps"),
        (replace(ASSUMED, inflation="lots"), "'lots'"),
        (replace(ASSUMED, inflation="9" * 60), "too high"),
        (replace(ASSUMED, discount="blue-book"), "no discount table “blue-book”"),
        (replace(ASSUMED, price_year="soon"), "price year “soon”"),
    ],
)
def test_assumptions_that_cannot_be_are_refused(assumed: Assumptions, told: str) -> None:
    with pytest.raises(UserError, match=told):
        scheduling.carry_out(SAMPLE, assumed)


def test_the_longest_and_largest_schedule_can_still_be_reckoned(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(
        "from_year,to_year,amount,currency,index_from_year,times\n1,1000,1e18,GBP,1,yearly\n", encoding="utf-8"
    )
    run = scheduling.carry_out(path, replace(ASSUMED, inflation="1000", lag=100))
    assert run.nominal.is_finite()
    assert run.present_value.is_finite()


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"a" * 2_000_000, b"\x00\x01\x02"])
def test_a_file_that_is_no_schedule_is_refused(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(raw)
    with pytest.raises(UserError):
        scheduling.carry_out(path, ASSUMED)


def test_each_figure_of_a_topic_finds_what_it_is_of_the_schedule(desk: Desk) -> None:
    desk.importing.pasted(
        "Outlet: Quay\nDate: 2025-05-23\n\nThe lease costs £34.7bn in total. The lease is £101m a year on average. "
        "The lease costs about £200m a year. The lease costs £77bn in total.\n"
    )
    topic_id = topic_on(desk, "The lease", "lease", Kind.MONEY)
    run = scheduling.carry_out(SAMPLE, ASSUMED)
    found = {row.figure: match for row, match in scheduling.matches(desk.comparing.compare(topic_id), run)}
    assert found["£34.7bn"].readings[0].kind is ReadingKind.NOMINAL
    assert found["£101m a year"].readings[0].kind is ReadingKind.AVERAGE
    assert found["about £200m a year"].state is MatchState.AMBIGUOUS
    assert found["£77bn"].state is MatchState.NONE
    said = schedule_json(run, scheduling.matches(desk.comparing.compare(topic_id), run))
    assert {figure["state"] for figure in said["figures"]} == {"reproduced", "ambiguous", "none"}


def test_the_samples_figures_are_what_its_schedule_gives_and_the_open_one_names_its_readings(
    sample_desk: Desk,
) -> None:
    (row,) = sample_desk.grouping.topics()
    comparison = sample_desk.comparing.compare(row.topic.topic_id)
    (kept,) = sample_desk.scheduling.of(row.topic.topic_id)
    flat = replace(kept, assumed=replace(kept.assumed, inflation="2.0"))
    fitted, moved = (
        {one.figure: match for one, match in scheduling.matches(comparison, sample_desk.scheduling.run(schedule))}
        for schedule in (kept, flat)
    )
    published = {
        "£34.7bn": ReadingKind.NOMINAL,
        "about £10bn": ReadingKind.REAL,
        "£101m a year": ReadingKind.AVERAGE,
        "£3.4bn": ReadingKind.PRESENT_VALUE,
    }
    for figure, kind in published.items():
        assert [reading.kind for reading in fitted[figure].readings] == [kind], figure
        assert fitted[figure].sentence.startswith("Reproduced under these assumptions: "), figure
    assert (fitted["£30bn"].state, moved["£30bn"].state) == (MatchState.NONE, MatchState.REPRODUCED)
    several = fitted["nearly £200m a year"]
    assert several.sentence == "Nearly £200m a year fits two readings; choose one or leave it open."
    assert [(one.first_year, one.last_year) for one in several.readings] == [(20, 25), (32, 36)]


def test_two_price_years_are_brought_to_one_by_the_shipped_price_index(desk: Desk, topic_id: str) -> None:
    rows = {row.figure: row.line.record.claim_id for row in desk.comparing.compare(topic_id).rows}
    desk.reviewing.set_basis(rows["£80m a year"], {"price": "real:2019"})
    desk.reviewing.set_basis(rows["nearly £160m a year"], {"price": "real:2023"})
    shown = desk.comparing.compare(topic_id, rows["£80m a year"])
    judged = next(row.judgement for row in shown.rows if row.figure == "nearly £160m a year")
    assert judged is not None
    assert judged.conversion is not None
    assert judged.conversion.startswith("£80m in 2019 prices × ")
    assert tables.price_index().table.name in judged.conversion
