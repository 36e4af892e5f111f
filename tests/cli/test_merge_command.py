"""merge as a shell sees it."""

import shutil
from pathlib import Path

import pytest


@pytest.fixture
def copy(project: Path, shell, tmp_path: Path) -> Path:
    """A copy of the project with a topic of its own, whose first topic was renamed on both sides."""
    made = tmp_path / "lease (conflicted copy).counterclaim"
    shutil.copyfile(project, made)
    shell("topics", "--topic", "Payments to Mauritius", "--rename", "Ours", "--project", project)
    shell("topics", "--topic", "Payments to Mauritius", "--rename", "Theirs", "--project", made)
    shell("topics", "--add", "Lease", "--terms", "lease", "--project", made)
    return made


def topics(shell, project: Path) -> set[str]:
    return {row["name"] for row in shell("topics", "--json", "--project", project).rows}


def test_a_preview_says_all_and_changes_nothing(shell, project: Path, copy: Path) -> None:
    said = shell("merge", copy, "--preview", "--project", project)
    assert said.status == 0
    assert "Ours, name: ours Ours" in said.out
    assert said.out.endswith("Nothing was changed: this was a preview.\n")
    assert topics(shell, project) == {"Ours"}
    (row,) = shell("merge", copy, "--preview", "--json", "--project", project).rows
    assert row["arrivals"]["topic"]["names"] == ["Lease"]
    assert (row["conflicts"][0]["taken"], row["merged"]) == ("theirs", False)


def test_the_later_word_holds_unless_one_is_chosen(shell, project: Path, copy: Path) -> None:
    before = copy.read_bytes()
    (row,) = shell("merge", copy, "--preview", "--json", "--project", project).rows
    ident = row["conflicts"][0]["ident"]
    assert shell("merge", copy, "--take", "theirs", "--ours", ident, "--project", project).status == 0
    assert topics(shell, project) == {"Ours", "Lease"}
    assert shell("merge", copy, "--project", project).status == 0
    assert topics(shell, project) == {"Theirs", "Lease"}
    assert copy.read_bytes() == before
    assert shell("verify", "--project", project).status == 0


def test_what_is_no_conflict_and_no_project_is_refused(shell, project: Path, copy: Path, articles: Path) -> None:
    for words in ((copy, "--ours", "topic:nothing:name"), (articles / "harbour.txt",), (project,)):
        said = shell("merge", *words, "--project", project)
        assert said.status == 2
        assert said.err.count("\n") == 1
    assert topics(shell, project) == {"Ours"}
