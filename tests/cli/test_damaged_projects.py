"""A damaged or crafted project from a shell: said in one sentence, read as far as it goes, and never written to."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.file import opening
from tests.support.damage import spoil_log


@pytest.fixture
def damaged(project: Path) -> Path:
    """The project without its last bytes."""
    project.write_bytes(project.read_bytes()[:-100])
    return project


def test_reading_commands_say_so_and_go_on_with_what_can_be_read(shell, damaged: Path) -> None:
    before = damaged.read_bytes()
    said = shell("claims", "--project", damaged)
    assert said.status == 1
    assert len(said.out.splitlines()) == 7
    assert said.err.count("\n") == 1
    assert "is damaged and was left as it is" in said.err
    draft = damaged.with_name("draft.txt")
    draft.write_text("Britain will pay Mauritius £165m a year.\n", encoding="utf-8")
    checked = shell("check", draft, "--project", damaged)
    assert (checked.status, "is damaged" in checked.err) == (1, True)
    assert "£165m" in checked.out
    assert damaged.read_bytes() == before


def test_commands_that_act_are_refused_with_what_to_do(shell, damaged: Path, articles: Path) -> None:
    before = damaged.read_bytes()
    for words in (("import", articles), ("topics", "--add", "Lease", "--terms", "lease")):
        said = shell(*words, "--project", damaged)
        assert said.status == 2
        assert "save what can be read as a new project" in said.err
    assert damaged.read_bytes() == before


def test_a_crafted_project_is_named_by_verify_and_saved_without_what_is_not_ours(shell, project: Path) -> None:
    with closing(sqlite3.connect(project)) as other:
        other.execute("CREATE TRIGGER evil AFTER UPDATE ON claim BEGIN DELETE FROM topic; END")
    said = shell("verify", "--project", project)
    assert said.status == 2
    assert "the trigger “evil”" in said.err
    assert shell("claims", "--project", project).status == 1
    assert shell("verify", "--repair", "--project", project).status == 1
    saved = project.with_name(f"{project.stem} (saved).counterclaim")
    assert shell("verify", "--project", saved).status == 0


def test_a_project_of_which_nothing_is_left_is_refused(shell, project: Path) -> None:
    project.write_bytes(project.read_bytes()[:60])
    said = shell("claims", "--project", project)
    assert (said.status, said.out) == (2, "")
    assert "nothing of it can be read" in said.err


def test_a_check_looks_at_every_page_of_a_large_project_first(
    shell, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "AT_ONCE", 1)
    spoil_log(project)
    draft = project.with_name("draft.txt")
    draft.write_text("The lease costs £101m a year.\n", encoding="utf-8")
    assert shell("claims", "--project", project).status == 0
    checked = shell("check", draft, "--project", project)
    assert (checked.status, "is damaged" in checked.err) == (1, True)
    assert checked.out
    verified = shell("verify", "--project", project)
    assert (verified.status, "is damaged" in verified.err) == (2, True)
