"""Whoever has the files alone knows what each figure rests on, and who says each side of a pair."""

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.domain.figure import Figure, Kind
from app.domain.listing import ArticleFilter
from app.domain.span import Span
from app.services.claims.pointing import Correction
from app.services.desk import Desk
from app.services.exports.pages import Arranged
from tests.support.desks import desk_on, topic_on

CLAIMS, COMPARISONS = 0, 2


def _read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def _claims(desk: Desk, tmp_path: Path) -> dict[str, dict[str, str]]:
    files = desk.exporting.everything(tmp_path / "out", [])
    return {row["raw_text"]: row for row in _read(files[CLAIMS])}


@pytest.mark.parametrize(
    ("sentence", "words", "told"),
    [
        ("The weir costs £3m a year over 10 years.", "£3m a year", {"horizon": "P10Y", "basis_per": "year"}),
        ("The weir got £30m between 2020 and 2025.", "£30m", {"horizon": "2020/2025", "period_end": "2025-12-31"}),
        ("The weir earned £2m in 2023/24.", "£2m", {"period": "2023-04/2024-03", "period_start": "2023-04-01"}),
        ("Silt in the weir is to fall by 40% by 2030.", "40%", {"target_date": "2030"}),
        ("Silt in the weir has grown 12% since 2019.", "12%", {"baseline": "2019", "basis_per": ""}),
        ("If rates stay at 4%, the weir costs £9m.", "£9m", {"assumption": "rates stay at 4%", "horizon": ""}),
        ("The weir will open by 2034.", "by 2034", {"date": "2034", "date_modifier": "by"}),
    ],
)
def test_all_that_the_words_state_of_a_basis_goes_out(
    desk: Desk, tmp_path: Path, sentence: str, words: str, told: dict[str, str]
) -> None:
    desk.importing.pasted(f"Outlet: Rig\nDate: 2025-03-06\n\n{sentence}\n")
    row = _claims(desk, tmp_path)[words]
    assert {name: row[name] for name in told} == told


def test_what_the_analyst_says_of_a_basis_goes_out_though_the_words_do_not(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe weir costs £7m.\n")
    (line,) = desk.grouping.find(["weir"])[1]
    desk.reviewing.set_basis(line.record.claim_id, {"kind": "rate", "per": "year", "baseline": "=last year"})
    row = _claims(desk, tmp_path)["£7m"]
    assert (row["basis"], row["per"], row["basis_per"]) == ("rate", "", "year")
    assert (row["baseline"], row["csv_guarded"]) == ("'=last year", "baseline")


@pytest.mark.parametrize(
    ("sentence", "words", "number", "unit", "iso"),
    [
        ("The pump ran for 2,417 hours.", "2,417 hours", "2417", "hour", "PT2417H"),
        ("The pump was built in two and a half years.", "two and a half years", "2.5", "year", "P2.5Y"),
        ("The pump stood still for a fortnight.", "a fortnight", "2", "week", "P2W"),
        ("The pump ran six hours and 20 minutes.", "six hours and 20 minutes", "380", "minute", "PT380M"),
        ("The pump ran for more than 90 seconds.", "more than 90 seconds", "90", "second", "PT90S"),
    ],
)
def test_a_length_of_time_has_its_number_in_the_unit_that_it_is_written_in(
    desk: Desk, tmp_path: Path, sentence: str, words: str, number: str, unit: str, iso: str
) -> None:
    desk.importing.pasted(f"Outlet: Rig\nDate: 2025-03-06\n\n{sentence}\n")
    row = _claims(desk, tmp_path)[words]
    assert (row["value"], row["value_low"], row["value_high"], row["unit"]) == (number, number, number, unit)
    assert (row["kind"], row["date"], row["currency"]) == ("duration", iso, "")


def test_a_length_that_is_typed_in_several_units_has_the_smallest(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe pump ran until 11 hours were over.\n")
    (article,) = [row for row in desk.library.rows(ArticleFilter()) if row.outlet == "Rig"]
    start = desk.library.article(article.article_id).article.text.index("until 11 hours were over")
    pointed = desk.pointing.read(article.article_id, Span(start, start + len("until 11 hours were over")))
    typed = Correction(kind=Kind.DURATION, date="PT10H54M")
    desk.pointing.keep(article.article_id, desk.pointing.corrected(pointed.claim, typed), {})
    row = next(row for row in _claims(desk, tmp_path).values() if row["date"] == "PT10H54M")
    assert (row["value"], row["unit"]) == ("654", "minute")


def test_both_sides_of_a_pair_are_told_in_words(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    shown = desk.comparing.compare(topic_id)
    files = desk.exporting.everything(tmp_path / "out", [shown])
    rows = {row["claim_id_a"]: row for row in _read(files[COMPARISONS])}
    desk.exporting.comparison(tmp_path / "sheet.csv", shown, Arranged(), preset="data")
    sheet = {row["claim_id"]: row for row in _read(tmp_path / "sheet.csv")}
    (reference,) = [row for row in sheet.values() if row["verdict"] == "reference"]
    assert rows.keys() == sheet.keys() - {reference["claim_id"]}
    for claim_id, row in rows.items():
        for side, said in (("a", sheet[claim_id]), ("b", reference)):
            for name in ("figure", "quote", "outlets", "title", "published", "low", "high", "unit"):
                assert row[f"{side}_{name}"] == said[name], name
            assert row[f"{side}_basis"].startswith(said["basis"])
            assert row[f"{side}_basis"].endswith(said["basis_detail"])
        assert row["question"] == sheet[claim_id]["what_would_settle_it"]
    hedged = next(row for row in rows.values() if row["a_figure"] == "nearly £160m a year")
    assert (hedged["a_speaker"], hedged["a_outlets"], hedged["a_published"]) == (
        "Ada Fenwick", "Dock Gazette", "2025-03-05",
    )  # fmt: skip
    assert (hedged["b_figure"], hedged["b_outlets"]) == ("£80m a year", "Quay Post; Evening Copy")
    assert hedged["verdict"] == "conflict"
    assert hedged["question"].endswith("?")


def test_a_side_that_names_no_speaker_has_none(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe weir costs £7m a year.\n")
    desk.importing.pasted("Outlet: Dock\nDate: 2025-03-06\n\nThe weir costs £9m a year.\n")
    shown = desk.comparing.compare(topic_on(desk, "The weir", "weir", Kind.MONEY))
    (row,) = _read(desk.exporting.everything(tmp_path / "out", [shown])[COMPARISONS])
    assert (row["a_speaker"], row["b_speaker"]) == ("", "")


def test_lengths_that_are_compared_stand_in_their_own_units(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe repair of the weir took 30 months.\n")
    desk.importing.pasted("Outlet: Dock\nDate: 2025-03-07\n\nThe repair of the weir took four years.\n")
    shown = desk.comparing.compare(topic_on(desk, "The repair", "weir", Kind.DURATION))
    (pair,) = _read(desk.exporting.everything(tmp_path / "out", [shown])[COMPARISONS])
    told = {pair[f"{side}_figure"]: [pair[f"{side}_{name}"] for name in ("low", "high", "unit")] for side in "ab"}
    assert told == {"30 months": ["29.5", "30.5", "month"], "4 years": ["3.8", "4.2", "year"]}
    assert (pair["common_basis"], pair["gap"]) == ("month", "18")
    desk.exporting.comparison(tmp_path / "sheet.csv", shown, Arranged())
    sheet = {row["figure"]: [row["low"], row["high"], row["unit"]] for row in _read(tmp_path / "sheet.csv")}
    assert sheet == told


def test_a_length_with_two_ends_has_both_in_its_unit(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe repair of the weir takes 18 to 24 months.\n")
    desk.importing.pasted("Outlet: Dock\nDate: 2025-03-07\n\nThe repair of the weir takes four years.\n")
    row = _claims(desk, tmp_path)["18 to 24 months"]
    assert [row[name] for name in ("value", "value_low", "value_high", "unit")] == ["", "18", "24", "month"]
    shown = desk.comparing.compare(topic_on(desk, "The repair", "weir", Kind.DURATION))
    (pair,) = _read(desk.exporting.everything(tmp_path / "out", [shown])[COMPARISONS])
    (side,) = [side for side in "ab" if pair[f"{side}_figure"] == "18 to 24 months"]
    low, high = Decimal(pair[f"{side}_low"]), Decimal(pair[f"{side}_high"])
    assert 17 < low <= 18 < 24 <= high < 25
    assert pair[f"{side}_unit"] == "month"


def test_a_figure_without_a_number_is_told_as_it_is_printed(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe weir was shut for 3 weeks. The weir was shut a year.\n")
    lines = desk.grouping.find(["weir"], Kind.DURATION)[1]
    with desk.project.writing("lose a length") as store:
        claim = next(line.record for line in lines if line.record.claim.surface == "3 weeks")
        bare = replace(claim.claim, figure=Figure(kind=Kind.DURATION))
        store.claims.set_read(claim.claim_id, bare, ("figure",), "2025-03-07T00:00:00Z")
    topic_id, _ = desk.grouping.add("The weir", ["weir"], Kind.DURATION, [claim.claim_id])
    shown = desk.comparing.compare(topic_id)
    desk.exporting.comparison(tmp_path / "sheet.csv", shown, Arranged())
    (row,) = _read(tmp_path / "sheet.csv")
    assert (row["figure"], row["low"], row["unit"]) == ("3 weeks", "", "")


def test_an_outlet_that_looks_like_a_formula_stays_text_in_a_pair(tmp_path: Path) -> None:
    desk = desk_on(tmp_path / "p.counterclaim")
    desk.importing.pasted("Date: 2025-03-06\n\nThe pier costs £5m a year.", outlet="=1+1")
    desk.importing.pasted("Date: 2025-03-07\n\nThe pier costs £9m a year.", outlet="Dock")
    shown = desk.comparing.compare(topic_on(desk, "The pier", "pier", Kind.MONEY))
    (row,) = _read(desk.exporting.everything(tmp_path / "out", [shown])[COMPARISONS])
    desk.close()
    (side,) = [side for side in "ab" if row[f"{side}_outlets"] == "'=1+1"]
    assert row["csv_guarded"] == f"{side}_outlets"


def test_the_description_of_the_files_names_every_column(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    files = desk.exporting.everything(tmp_path / "out", [desk.comparing.compare(topic_id)])
    described = json.loads(files[-1].read_text(encoding="utf-8"))
    for file, resource in zip(files[:-1], described["resources"], strict=True):
        with file.open(encoding="utf-8", newline="") as written:
            assert next(csv.reader(written)) == [one["name"] for one in resource["schema"]["fields"]]
    kinds = {one["name"]: one["type"] for one in described["resources"][COMPARISONS]["schema"]["fields"]}
    assert (kinds["a_low"], kinds["a_figure"]) == ("number", "string")
