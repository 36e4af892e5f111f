"""import, claims, topics, compare and export: what they do, say and answer."""

import csv
import json
from contextlib import closing
from pathlib import Path

import pytest

from app import bootstrap


def test_import_says_a_line_a_file_and_a_sum(shell, articles: Path) -> None:
    said = shell("import", articles, "--project", "new.counterclaim")
    assert said.status == 0
    assert [line.split()[0] for line in said.out.splitlines()] == ["added", "added", "2"]
    assert "2 articles added with 7 claims, 0 duplicates, 0 failed." in said.out
    assert said.err == ""
    assert Path("new.counterclaim").exists()
    assert not Path("new.counterclaim-wal").exists()


def test_an_import_with_nothing_good_leaves_no_project_behind(shell, tmp_path: Path) -> None:
    Path("empty.txt").touch()
    said = shell("import", "empty.txt", "lost.txt", "--project", "new.counterclaim")
    assert said.status == 2
    assert [path.name for path in tmp_path.glob("new*")] == []


def test_an_import_with_nothing_good_leaves_a_project_that_was_there(shell, project: Path) -> None:
    Path("empty.txt").touch()
    assert shell("import", "empty.txt", "--project", project).status == 2
    assert len(shell("claims", "--project", project).out.splitlines()) == 7
    bare = Path("bare.counterclaim")
    bootstrap.make_desk(bare).close()
    assert shell("import", "empty.txt", "--project", bare).status == 2
    assert bare.exists()


def test_a_line_says_the_claims_and_what_was_noted(shell, articles: Path) -> None:
    harbour = (articles / "harbour.txt").read_text(encoding="utf-8")
    dated = harbour.replace("2025-05-23", "2999-01-01")
    (articles / "harbour.txt").write_text(dated, encoding="utf-8")
    said = shell("import", articles / "harbour.txt", "--project", "new.counterclaim")
    (line,) = [line for line in said.out.splitlines() if line.startswith("added")]
    assert "5 claims; A publication date was left out: 2999-01-01 " in line
    (articles / "harbour.txt").write_text(dated.replace("£120m", "£125m"), encoding="utf-8")
    said = shell("import", articles / "harbour.txt", "--project", "new.counterclaim")
    assert "5 claims; version 2 of “What the lease costs” (Harbour Daily). A publication date" in said.out


def test_import_as_json_tells_state_reason_article_and_claims(shell, articles: Path) -> None:
    (articles / "copy.txt").write_bytes((articles / "harbour.txt").read_bytes())
    (articles / "revised.txt").write_text(
        (articles / "harbour.txt").read_text(encoding="utf-8").replace("£120m", "£125m"), encoding="utf-8"
    )
    (articles / "empty.txt").touch()
    said = shell("import", articles, "--json", "--project", "new.counterclaim")
    rows = {Path(row["path"]).name: row for row in said.rows}
    assert said.status == 1
    assert {name: row["state"] for name, row in rows.items()} == {
        "copy.txt": "added",
        "empty.txt": "failed",
        "gazette.txt": "added",
        "harbour.txt": "duplicate",
        "revised.txt": "version",
    }
    assert set(rows["copy.txt"]) == {"path", "state", "reason", "article", "claims"}
    assert rows["copy.txt"]["article"].startswith("art_")
    assert (rows["copy.txt"]["claims"], rows["copy.txt"]["reason"]) == (5, None)
    assert rows["harbour.txt"]["article"] == rows["copy.txt"]["article"]
    assert "What the lease costs" in rows["harbour.txt"]["reason"]
    assert rows["revised.txt"]["reason"].startswith("version 2 of")
    assert rows["empty.txt"]["article"] is None
    assert "empty.txt is empty" in rows["empty.txt"]["reason"]
    assert "empty.txt is empty" in said.err


def test_date_and_outlet_are_the_analysts_word(shell, articles: Path) -> None:
    said = shell("import", articles, "--date", "3 March 2025", "--outlet", " The  Desk ", "--project", "p.counterclaim")
    assert said.status == 0
    assert shell("export", "--out", "csv", "--project", "p.counterclaim").status == 0
    with Path("csv/articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["published_at"] for row in rows} == {"2025-03-03"}
    assert {row["outlet"] for row in rows} == {"The Desk"}
    assert {row["published_at_evidence"] for row in rows} == {row["outlet_evidence"] for row in rows} == {"the analyst"}


@pytest.mark.parametrize("date", ["2999-01-01", "soon", "2025-13-01", "", "9999-99-99"])
def test_a_date_that_cannot_be_is_refused_before_a_project_is_made(shell, articles: Path, date: str) -> None:
    said = shell("import", articles, "--date", date, "--project", "p.counterclaim")
    assert said.status == 2
    assert said.err.startswith("counterclaim: ")
    assert not Path("p.counterclaim").exists()


def test_claims_are_listed_narrowed_and_searched(shell, project: Path) -> None:
    every = shell("claims", "--json", "--project", project)
    assert every.status == 0
    assert len(every.rows) == 7
    money = shell("claims", "--json", "--kind", "money", "--project", project).rows
    assert [row["surface"] for row in money] == [row["surface"] for row in every.rows if row["kind"] == "money"]
    assert {"claim", "article", "state", "figure", "topics", "start", "end", "surface", "low"} <= set(money[0])
    found = shell("claims", "minister", "--json", "--project", project).rows
    assert {row["surface"] for row in found} == {"nearly £200m a year", "£100m a year"}
    topic = shell("claims", "--topic", "payments to mauritius", "--json", "--project", project).rows
    assert {row["kind"] for row in topic} == {"money"}
    assert shell("claims", "--state", "rejected", "--project", project).out == ""


@pytest.mark.parametrize("words", ['"', "*", "AND (", "NEAR", "a\x00b", "-x"])
def test_any_words_can_be_searched_for(shell, project: Path, words: str) -> None:
    assert shell("claims", "--project", project, "--", words).status == 0


def test_a_claims_line_shows_the_figure_in_its_words(shell, project: Path) -> None:
    line = next(line for line in shell("claims", "--project", project).out.splitlines() if "4,000" in line)
    assert line.startswith("clm_")
    assert line.endswith("Officials say [4,000 people] work there.")


def test_topics_are_made_and_listed(shell, project: Path) -> None:
    made = shell("topics", "--add", "Staff", "--terms", "people, Officials", "--json", "--project", project)
    assert made.status == 0
    assert [(row["name"], row["terms"]) for row in made.rows] == [("Staff", ["people", "Officials"])]
    rows = {row["name"]: row for row in shell("topics", "--json", "--project", project).rows}
    assert rows["Payments to Mauritius"]["claims"] == 5
    assert rows["Staff"]["terms"] == ["people", "Officials"]
    assert "Staff" in shell("topics", "--project", project).out


def test_a_change_prints_the_topic_that_it_touched_alone(shell, project: Path) -> None:
    def printed(*how: str) -> list[str]:
        return [row["name"] for row in shell("topics", *how, "--json", "--project", project).rows]

    assert printed("--add", "Staff", "--terms", "people") == ["Staff"]
    assert printed("--topic", "Staff", "--rename", "Crew") == ["Crew"]
    assert printed("--topic", "Crew", "--terms", "people", "crew") == ["Crew"]
    assert printed("--topic", "Crew", "--kind", "percentage") == ["Crew"]
    assert printed("--topic", "Crew", "--kind", "money") == ["Crew"]
    assert printed("--topic", "Crew", "--merge", "Payments to Mauritius") == ["Payments to Mauritius"]
    assert printed("--add", "Crew", "--terms", "people") == ["Crew"]
    assert printed("--topic", "Crew", "--remove") == ["Payments to Mauritius"]


def test_claims_are_taken_out_of_a_topic_in_one_act_and_not_suggested_for_it_again(shell, project: Path) -> None:
    def held() -> list[str]:
        (row,) = shell("compare", "--topic", "Payments to Mauritius", "--json", "--project", project).rows
        return [one["claim"] for group in row["groups"] for one in group["rows"]]

    def take_out(*claims: str):
        return shell("topics", "--topic", "Payments to Mauritius", "--take-out", *claims, "--project", project)

    before = held()
    taken = take_out(*before[:2])
    assert (taken.status, len(taken.out.splitlines())) == (0, 1)
    assert sorted(held()) == sorted(before[2:])
    assert len(shell("claims", "--project", project).out.splitlines()) == 7
    assert "--suggest" not in taken.err
    suggested = shell("topics", "--suggest", "--json", "--project", project).rows
    assert not any(row["claim"] in before[:2] for row in suggested)
    again = take_out(before[2], before[0])
    assert again.status == 2
    assert f"{before[0]} does not stand under Payments to Mauritius; nothing was changed" in again.err
    assert sorted(held()) == sorted(before[2:])
    with closing(bootstrap.open_desk(project)) as desk:
        assert desk.history.undoable() == "keep 2 claims out of Payments to Mauritius"
        desk.history.undo()
    assert sorted(held()) == sorted(before)


def test_words_of_a_term_that_are_taken_one_by_one_are_told(shell, project: Path) -> None:
    made = shell("topics", "--add", "Fees", "--terms", "work payments", "Mauritius", "--project", project)
    assert made.status == 0
    assert "“work payments” stands nowhere as one term" in made.err
    assert "Mauritius" not in made.err


def test_a_topic_says_what_its_figures_measure_and_where_they_are_disputed(shell, project: Path) -> None:
    (row,) = shell("topics", "--json", "--project", project).rows
    assert {"measure", "claims", "articles", "origins", "low", "high", "disputed", "islands"} <= set(row["measures"][0])
    disputed = sum(measure["disputed"] for measure in row["measures"])
    line = shell("topics", "--project", project).out
    assert f"{len(row['measures'])} measures" in line
    assert (f"{disputed} disputed" in line) is (disputed > 0)


def test_a_topic_without_terms_looks_for_the_names_in_its_own(shell, project: Path) -> None:
    made = shell("topics", "--add", "UK money for Mauritius", "--json", "--project", project)
    row = next(row for row in made.rows if row["name"] == "UK money for Mauritius")
    assert row["terms"] == ["UK", "Mauritius"]
    assert row["claims"] == 5


def test_a_topic_that_finds_nothing_says_so(shell, project: Path) -> None:
    made = shell("topics", "--add", "Weather", "--project", project)
    assert made.status == 0
    assert "no claim stands near its terms" in made.err


@pytest.mark.parametrize(
    "words",
    [
        ["topics", "--add", "payments to mauritius"],
        ["topics", "--add", ""],
        ["topics", "--terms", "x"],
        ["topics", "--kind", "money"],
        ["compare", "--topic", "nothing"],
        ["compare", "--topic", "Payments to Mauritius", "--pin", "clm_none"],
        ["claims", "--topic", "nothing"],
        ["claims", "--article", "art_none"],
    ],
)
def test_what_is_not_there_is_wrong_use(shell, project: Path, words: list[str]) -> None:
    said = shell(*words, "--project", project)
    assert said.status == 2
    assert said.out == ""
    assert said.err.startswith("counterclaim: ")
    assert said.err.count("\n") == 1


def test_an_unknown_topic_is_answered_with_those_there_are(shell, project: Path) -> None:
    assert "“Payments to Mauritius”" in shell("compare", "--topic", "nothing", "--project", project).err


def test_a_comparison_stands_by_basis_with_a_verdict_a_row(shell, project: Path) -> None:
    said = shell("compare", "--topic", "Payments to Mauritius", "--project", project)
    assert said.status == 0
    first, _, headline = said.out.splitlines()[:3]
    assert first.startswith("Payments to Mauritius: 5 figures on ")
    assert first.endswith("2 articles, 2 independent origins")
    assert headline.startswith("Conflict: ")
    assert "Per year" in said.out
    assert " reference " in said.out
    days = {line.split("  ")[1].strip(): line for line in said.out.splitlines() if line.startswith("  ")}
    assert "2025-05-23" in days["£165m a year"]
    assert "2025-01-28" in days["nearly £200m a year"]


def test_a_pin_makes_a_claim_the_reference(shell, project: Path) -> None:
    rows = shell("claims", "--kind", "money", "--json", "--project", project).rows
    pin = next(row["claim"] for row in rows if row["surface"] == "nearly £200m a year")
    (shown,) = shell("compare", "--topic", "Payments to Mauritius", "--pin", pin, "--json", "--project", project).rows
    assert shown["pinned"] == pin
    judged = [row["judgement"] for group in shown["groups"] for row in group["rows"] if not row["pinned"]]
    assert len(judged) == 4
    assert shown["counts"] == {
        verdict: sum(one["verdict"] == verdict for one in judged) for verdict in {one["verdict"] for one in judged}
    }


@pytest.mark.parametrize(("preset", "mark", "end"), [("data", b"", b"\n"), ("excel", b"\xef\xbb\xbf", b"\r\n")])
def test_an_export_is_csv_that_reads_back(shell, project: Path, preset: str, mark: bytes, end: bytes) -> None:
    said = shell("export", "--out", "csv", "--preset", preset, "--json", "--project", project)
    (answer,) = said.rows
    assert [Path(file).name for file in answer["files"]] == [
        *("claims.csv", "articles.csv", "comparisons.csv", "resolutions.csv", "decisions.csv", "schedules.csv"),
        "datapackage.json",
    ]
    raw = Path("csv/claims.csv").read_bytes()
    assert raw.startswith(mark + b"schema,project_id,claim_id")
    assert raw.endswith(end)
    with Path("csv/claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert {row["raw_text"] for row in rows} >= {"£165m a year", "nearly £200m a year", "4,000 people"}
    assert len(rows) == 7
    with Path("csv/comparisons.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file, strict=True))) == 4


def test_json_is_utf8_unescaped(shell, project: Path) -> None:
    assert "£165m" in shell("claims", "--json", "--project", project).out
    for line in shell("topics", "--json", "--project", project).out.splitlines():
        assert json.dumps(json.loads(line), ensure_ascii=False) == line


def test_a_topic_is_renamed_given_terms_merged_and_removed(shell, project: Path) -> None:
    def names() -> dict[str, tuple[list[str], int]]:
        rows = shell("topics", "--json", "--project", project).rows
        return {row["name"]: (row["terms"], row["claims"]) for row in rows}

    def change(topic: str, *how: str) -> int:
        return shell("topics", "--topic", topic, *how, "--project", project).status

    before = names()["Payments to Mauritius"][1]
    assert shell("topics", "--add", "Deals", "--terms", "deal", "--project", project).status == 0
    assert change("payments to mauritius", "--rename", "Treaty money") == 0
    assert change("Treaty money", "--terms", "Mauritius, Chagos", "lease") == 0
    assert names()["Treaty money"] == (["Mauritius", "Chagos", "lease"], before)
    assert change("Deals", "--merge", "treaty money") == 0
    ((name, (terms, claims)),) = names().items()
    assert (name, terms) == ("Treaty money", ["Mauritius", "Chagos", "lease", "deal"])
    assert claims >= before
    assert change("Treaty money", "--remove") == 0
    assert names() == {}
    assert len(shell("claims", "--project", project).out.splitlines()) == 7


def test_the_kind_of_figure_that_a_topic_compares_is_changed(shell, project: Path) -> None:
    topic = ["topics", "--topic", "Payments to Mauritius", "--project", project]
    assert shell(*topic, "--kind", "percentage").status == 0
    assert [row["kind"] for row in shell("topics", "--json", "--project", project).rows] == ["percentage"]
    assert shell(*topic, "--kind", "money").status == 0
    assert [row["kind"] for row in shell("topics", "--json", "--project", project).rows] == ["money"]


def test_a_comparison_says_what_was_settled(shell, project: Path) -> None:
    compare = ["compare", "--topic", "Payments to Mauritius", "--project", project]
    (before,) = shell(*compare, "--json").rows
    assert before["settled"] is None
    with closing(bootstrap.open_desk(project)) as desk:
        claim = before["groups"][0]["rows"][0]["claim"]
        desk.resolving.settle(before["topic_id"], claim, "the treaty prints it.", author="Ada")
    (after,) = shell(*compare, "--json").rows
    assert (after["settled"]["claim"], after["settled"]["by"]) == (claim, "Ada")
    figure = before["groups"][0]["rows"][0]["figure"]
    assert f"Settled: we use {figure}, because the treaty prints it. (Ada, " in shell(*compare).out


def test_suggested_topics_are_shown_before_claims_are_filed_by_them(shell, project: Path) -> None:
    assert shell("topics", "--add", "Staff", "--terms", "people", "--project", project).status == 0
    Path("more.txt").write_text(
        "Outlet: Pier News\n\nPay\n\nThe treaty gives Mauritius £7m. Officials say 5,000 people work there now.",
        encoding="utf-8",
    )
    assert shell("import", "more.txt", "--project", project).status == 0
    shown = shell("topics", "--suggest", "--json", "--project", project).rows
    assert {row["name"] for row in shown} == {"Staff", "Payments to Mauritius"}
    assert not any(row["filed"] for row in shown)
    assert all(isinstance(row["misses"], bool) for row in shown)
    assert shell("topics", "--suggest", "--json", "--project", project).rows == shown
    assert len(shell("topics", "--suggest", "--accept", "--project", project).out.splitlines()) == len(shown)
    nothing = shell("topics", "--suggest", "--project", project)
    assert (nothing.out, nothing.status) == ("", 0)
    assert "no topic suggests itself" in nothing.err


@pytest.mark.parametrize(
    "how",
    [
        ["--rename", "X"],
        ["--accept"],
        ["--topic", "Payments to Mauritius"],
        ["--topic", "Payments to Mauritius", "--rename", "X", "--terms", "y"],
        ["--topic", "Payments to Mauritius", "--kind", "money", "--remove"],
        ["--topic", "Payments to Mauritius", "--kind", "money", "--take-out", "clm_1"],
        ["--topic", "Payments to Mauritius", "--take-out", "clm_nowhere"],
        ["--take-out", "clm_1"],
        ["--kind", "money"],
        ["--topic", "Payments to Mauritius", "--rename", " "],
        ["--topic", "Payments to Mauritius", "--merge", "payments to mauritius"],
        ["--topic", "Nowhere", "--remove"],
        ["--add", "New", "--topic", "Payments to Mauritius", "--remove"],
    ],
)
def test_a_change_of_a_topic_that_cannot_be_is_told_and_changes_nothing(shell, project: Path, how: list[str]) -> None:
    before = shell("topics", "--json", "--project", project).out
    said = shell("topics", *how, "--project", project)
    assert said.status == 2
    assert said.err.startswith("counterclaim: ")
    assert shell("topics", "--json", "--project", project).out == before


def test_a_project_without_topics_says_how_to_make_one(shell, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("The pier cost £5m.\n", encoding="utf-8")
    shell("import", tmp_path / "note.txt", "--project", tmp_path / "p.counterclaim")
    listed = shell("topics", "--project", tmp_path / "p.counterclaim")
    assert listed.status == 0
    assert "--add NAME" in listed.err


def test_a_long_name_makes_no_column_wide(shell, project: Path) -> None:
    name = "What the council of the outer islands was told of the price of its new pier"
    Path("long.txt").write_text(f"Title: {name}\nDate: 2025-06-01\n\nThe pier costs £38m.\n", encoding="utf-8")
    assert shell("import", "long.txt", "--project", project).status == 0
    said = shell("claims", "pier", "--project", project).out
    assert "What the council of the outer…" in said
    assert name not in said
