"""schedule: the founding case from a shell."""

from pathlib import Path

import pytest

from app.shipped import resources

SAMPLE = resources() / "sample" / "schedule.csv"
PUBLISHED = {"nominal": 34.7e9, "real": 10e9, "average": 101e6, "present_value": 3.4e9}


def test_the_samples_schedule_gives_the_published_totals(shell) -> None:
    options = ["--years", "99", "--inflation", "1.75x4,2.31", "--lag", "1", "--discount", "green-book"]
    options += ["--price-year", "2025/26"]
    typed, bare = shell("schedule", SAMPLE, "--json", *options), shell("schedule", SAMPLE, "--json")
    assert (typed.status, bare.out) == (0, typed.out)
    (said,) = typed.rows
    for key, published in PUBLISHED.items():
        assert said[key] == pytest.approx(published, rel=0.01), key
    assert said["currency"] == "GBP"
    assert said["tables"][0]["licence"] == "Open Government Licence v3.0"
    assert len(said["years"]) == 99


def test_other_assumptions_give_other_totals(shell) -> None:
    (said,) = shell("schedule", SAMPLE, "--json", "--inflation", "2.0").rows
    assert said["nominal"] == pytest.approx(29.80e9, rel=0.01)
    (early,) = shell("schedule", SAMPLE, "--json", "--years", "3", "--lag", "0", "--price-year", "2024").rows
    assert early["nominal"] == 535_000_000
    assert (early["assumptions"]["lag"], early["assumptions"]["price_year"]) == (0, "2024")


def test_without_json_it_is_a_table_that_says_what_it_rests_on(shell) -> None:
    said = shell("schedule", SAMPLE)
    assert said.status == 0
    assert "nominal        £34.69bn" in said.out
    assert "Green Book (2022, Annex A6" in said.out
    assert "1.75 % a year for 4 steps, then 2.31 % a year" in said.out
    assert "not the government actuary's" in said.out
    assert any(line.split()[:2] == ["2", "£205m"] for line in said.out.splitlines())


def test_the_figures_of_a_topic_are_told_what_they_are_of_it(shell, project: Path) -> None:
    of = ["--topic", "Payments to Mauritius", "--project", project]
    said = shell("schedule", SAMPLE, *of)
    assert said.status == 0
    assert "Reproduced under these assumptions: the schedule gives £165m (paid in years 1–3)." in said.out
    assert "years 20–25: £182.6m to £199.3m" in said.out
    (row,) = shell("schedule", SAMPLE, "--json", *of).rows
    states = {figure["figure"]: figure["state"] for figure in row["figures"]}
    assert states["£165m a year"] == "reproduced"
    assert states["nearly £200m a year"] == "ambiguous"


@pytest.mark.parametrize(
    "words",
    [
        ["missing.csv"],
        ["."],
        ["bad.csv"],
        [SAMPLE, "--inflation", "lots"],
        [SAMPLE, "--discount", "blue-book"],
        [SAMPLE, "--years", "0"],
        [SAMPLE, "--topic", "Payments"],
        [SAMPLE, "--project", "p.counterclaim"],
        ["--inflation", "2.0"],
        [SAMPLE, "--keep", "Treaty"],
        ["--rate", "MUR/GBP=0.0168", "--note", "central bank"],
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_makes_nothing(shell, words: list[object]) -> None:
    Path("bad.csv").write_text("from_year,to_year\n1,2\n", encoding="utf-8")
    said = shell("schedule", *words, "--json")
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert "othing was" in said.err
    assert not Path("p.counterclaim").exists()


def test_prices_that_run_away_are_still_told(shell, project: Path) -> None:
    Path("long.csv").write_text("from_year,to_year,amount,currency,index_from_year\n1,1000,1e18,GBP,1\n", "utf-8")
    words = ("schedule", "long.csv", "--inflation", "1000", "--project", project, "--topic", "Payments to Mauritius")
    told = shell(*words)
    assert (told.status, "e+105" in told.out) == (0, True)
    (said,) = shell(*words, "--json").rows
    assert (said["nominal"], said["years"][0]["cash"]) == (None, 10**18)


def test_a_number_that_is_none_is_wrong_use(shell) -> None:
    for words in (["--years", "many"], ["--lag", "1.5"]):
        said = shell("schedule", SAMPLE, *words)
        assert said.status == 2
        assert "usage: counterclaim schedule" in said.err


def test_a_schedule_is_kept_with_its_topic_and_carried_out_without_its_file(shell, project: Path) -> None:
    of = ["--topic", "Payments to Mauritius", "--project", project, "--json"]
    bare = shell("schedule", *of)
    assert (bare.status, bare.err.count("\n")) == (2, 1)
    assert "no schedule with" in bare.err
    kept = shell("schedule", SAMPLE, "--keep", "Treaty", "--inflation", "2.0", *of)
    again = shell("schedule", *of)
    assert kept.out == again.out
    assert again.rows[0]["nominal"] == pytest.approx(29.80e9, rel=0.001)
    assert again.rows[0]["figures"][0]["flip"]["inflation"] == 2.0
    assert shell("schedule", "--inflation", "1.75x4,2.31", *of).rows[0]["nominal"] == pytest.approx(34.69e9, rel=0.001)
    assert shell("schedule", *of).out == again.out


def test_tables_and_rates_of_the_analyst_are_kept_in_the_project(shell, project: Path) -> None:
    Path("mine.csv").write_text("# name: No discount\n# date: 2026-01\nyear_from,year_to,rate\n0,1000,0\n")
    said = shell("schedule", "--use-table", "mine.csv", "--project", project, "--json")
    assert next((table["name"], table["own"]) for table in said.rows[0]["tables"]) == ("No discount", True)
    of = ["--topic", "Payments to Mauritius", "--project", project, "--json"]
    (run,) = shell("schedule", SAMPLE, *of).rows
    assert run["present_value"] == run["real"]
    rate = shell("schedule", "--rate", "MUR/GBP=0.0168", "--note", "Bank of Mauritius", "--project", project, "--json")
    assert rate.rows[0]["rates"] == [
        {"source": "MUR", "target": "GBP", "rate": "0.0168", "day": None, "note": "Bank of Mauritius"}
    ]
    back = shell("schedule", "--shipped-tables", "--project", project)
    assert "Green Book" in back.out
    assert "1 MUR = 0.0168 GBP, every day, your own: Bank of Mauritius" in back.out
