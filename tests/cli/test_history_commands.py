"""log, verify, backup and restore as a shell sees them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from app.domain.figure import Kind
from app.store.project import Project


def spoil(project: Path, statement: str) -> None:
    with closing(sqlite3.connect(project)) as other:
        other.execute(statement)
        other.commit()


def test_the_log_is_printed_in_three_forms_that_agree(shell, project: Path) -> None:
    rows = shell("log", "--json", "--project", project).rows
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    assert rows[-1]["words"] == "make the topic Payments to Mauritius"
    assert all(one["hash"] == other["previous"] for one, other in pairwise(rows))
    read = list(csv.DictReader(io.StringIO(shell("log", "--csv", "--project", project).out)))
    assert read == [{name: str(value) for name, value in row.items()} for row in rows]
    assert len(shell("log", "--project", project).out.splitlines()) == len(rows)


def test_a_name_in_the_log_is_no_formula_to_a_spreadsheet(shell, project: Path) -> None:
    with closing(Project.open(project)) as opened:
        opened.author = "=1+1"
        with opened.writing("make a topic") as store:
            store.topics.add("Rent", ("rent",), Kind.MONEY)
    *_, last = csv.DictReader(io.StringIO(shell("log", "--csv", "--project", project).out))
    assert last["who"] == "'=1+1"


def test_a_whole_project_is_said_to_be_whole(shell, project: Path) -> None:
    said = shell("verify", "--project", project)
    assert (said.status, said.err) == (0, "")
    assert "is whole" in said.out
    assert shell("verify", "--json", "--project", project).rows == [{"findings": [], "backup": None}]


def test_what_is_wrong_is_said_and_mended_after_a_copy(shell, project: Path) -> None:
    spoil(project, "DELETE FROM claim_words_data WHERE id > 10")
    said = shell("verify", "--project", project)
    assert said.status == 1
    assert said.out.startswith("wrong: The search index of claims")
    said = shell("verify", "--repair", "--json", "--project", project)
    assert said.status == 0
    assert Path(said.rows[0]["backup"]).exists()
    assert said.rows[0]["left"] == []
    assert shell("verify", "--project", project).status == 0


def test_what_cannot_be_mended_is_left_and_said(shell, project: Path) -> None:
    spoil(project, "UPDATE claim SET char_start = char_start + 1, char_end = char_end + 1 WHERE number = 1")
    before = shell("claims", "--json", "--project", project).out
    said = shell("verify", "--repair", "--project", project)
    assert said.status == 1
    assert "where their article says" in said.out
    assert shell("claims", "--json", "--project", project).out == before


def test_of_a_damaged_project_what_can_be_read_is_saved_beside_it(shell, project: Path) -> None:
    content = project.read_bytes()
    damaged = content[: len(content) - 100]
    project.write_bytes(damaged)
    assert shell("verify", "--project", project).status == 2
    said = shell("verify", "--repair", "--project", project)
    assert said.status == 1
    saved = project.with_name(f"{project.stem} (saved).counterclaim")
    assert str(saved) in said.out
    assert project.read_bytes() == damaged
    assert len(shell("claims", "--project", saved).out.splitlines()) == 7


def test_backups_are_made_listed_and_put_back(shell, project: Path) -> None:
    assert shell("backup", "--project", project).out.startswith("A copy is in ")
    assert shell("backup", "--project", project).out == "Nothing was done since the last backup.\n"
    assert shell("topics", "--add", "Lease", "--terms", "lease", "--project", project).status == 0
    (row,) = shell("backup", "--list", "--json", "--project", project).rows
    assert (row["number"], row["articles"], row["claims"]) == (1, 2, 7)
    said = shell("restore", "1", "--project", project)
    assert said.status == 0
    assert "What was there is in " in said.out
    assert "Lease" not in shell("topics", "--project", project).out
    assert len(shell("restore", "--json", "--project", project).rows) == 2
    assert shell("restore", "1", "--project", project).status == 0
    assert "Lease" in shell("topics", "--project", project).out


def test_a_backup_takes_the_place_of_a_damaged_project(shell, project: Path) -> None:
    shell("backup", "--project", project)
    project.write_bytes(project.read_bytes()[:20_000])
    assert shell("claims", "--project", project).status == 2
    (row,) = shell("restore", "--json", "--project", project).rows
    assert shell("restore", row["path"], "--project", project).status == 0
    assert len(shell("claims", "--project", project).out.splitlines()) == 7


def test_a_copy_goes_where_it_is_asked_for_and_over_nothing(shell, project: Path, tmp_path: Path) -> None:
    assert shell("backup", "--to", "copy.counterclaim", "--project", project).status == 0
    assert len(shell("claims", "--project", "copy.counterclaim").out.splitlines()) == 7
    said = shell("backup", "--to", "copy.counterclaim", "--project", project)
    assert said.status == 2
    assert "was left as it is" in said.err


def test_what_is_no_backup_is_not_put_back(shell, project: Path, articles: Path) -> None:
    before = shell("claims", "--json", "--project", project).out
    for backup in ("7", "nowhere.counterclaim", articles / "harbour.txt"):
        said = shell("restore", backup, "--project", project)
        assert said.status == 2
        assert said.err.count("\n") == 1
    assert shell("claims", "--json", "--project", project).out == before


def test_the_log_holds_no_article_text(shell, project: Path) -> None:
    told = shell("log", "--json", "--project", project).out
    assert "development projects" not in told
    assert json.loads(told.splitlines()[0])["who"]
