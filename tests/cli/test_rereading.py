"""reread from a shell: shown first, done when told to, decisions kept."""

from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.domain.claim import State
from app.domain.conventions import Conventions

PIER = "Title: The pier\nOutlet: Quay Post\nDate: 2025-06-01\n\nThe pier cost $5m a year. A roof for $7m was signed.\n"


@pytest.fixture
def project(shell: Any, tmp_path: Path) -> Path:
    """An article in dollars that are read otherwise by the settings of now; one of them was decided before."""
    (tmp_path / "pier.txt").write_text(PIER, encoding="utf-8")
    made = tmp_path / "pier.counterclaim"
    assert shell("import", "pier.txt", "--project", made).status == 0
    desk = bootstrap.open_desk(made)
    (roof,) = (row["claim"] for row in shell("claims", "--json", "--project", made).rows if row["surface"] == "$7m")
    desk.reviewing.decide([roof], State.ACCEPTED)
    desk.settings.set_conventions(Conventions(currency="AUD"))
    desk.close()
    return made


def units(shell: Any, project: Path) -> dict[str, str]:
    return {row["surface"]: row["unit"] for row in shell("claims", "--json", "--project", project).rows}


def test_what_would_change_is_printed_and_nothing_is_written(shell: Any, project: Path) -> None:
    said = shell("reread", "--all", "--project", project)
    assert said.status == 0
    head, changed, decided, _, total, rest = said.out.splitlines()
    assert head.startswith("The pier  art_")
    assert changed.split()[:3] == ["changed", "“$5m", "a"]
    assert decided.strip().startswith("read differently, but decided")
    assert total == "1 article: 1 changed, 1 read differently, but decided."
    assert rest.startswith("Nothing was written")
    assert units(shell, project) == {"$5m a year": "USD", "$7m": "USD"}


def test_it_is_done_when_told_to_and_one_undo_takes_it_back(shell: Any, project: Path) -> None:
    assert "Done, as one act" in shell("reread", "--all", "--apply", "--project", project).out
    assert units(shell, project) == {"$5m a year": "AUD", "$7m": "USD"}
    desk = bootstrap.open_desk(project)
    desk.history.undo()
    desk.close()
    assert units(shell, project)["$5m a year"] == "USD"


def test_articles_that_the_rules_of_today_read_are_left_alone_unless_named(shell: Any, project: Path) -> None:
    said = shell("reread", "--project", project)
    assert (said.status, said.out.startswith("Every article was read by the rules of today")) == (0, True)
    (article,) = {row["article"] for row in shell("claims", "--json", "--project", project).rows}
    rows = shell("reread", article, "--json", "--project", project).rows
    assert [(row["article"], row["fate"]) for row in rows] == [(article, "changed"), (article, "decided")]
    assert [(row["before"]["unit"], row["after"]["unit"]) for row in rows] == [("USD", "AUD")] * 2


def test_an_article_that_is_not_there_is_refused(shell: Any, project: Path) -> None:
    said = shell("reread", "art_none", "--project", project)
    assert (said.status, said.out) == (2, "")
    assert "There is no such article in this project" in said.err
