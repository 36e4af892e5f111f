"""The floors only rise: in the tool that sets them, and against every version that the checkout's history holds."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.quality.floors import FILE, Floors, Reached, lowered, parsed, raised, written

OLD: Floors = {"one": {"money": (0.9, 0.8, 0.85), "date": (0.5, 0.5, 0.5)}}


def git(folder: Path, *words: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.c", *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def committed(file: Path) -> list[str]:
    """Every committed text of a file, newest first; none outside a checkout."""
    try:
        commits = git(file.parent, "log", "--format=%H", "--", file.name).split()
        return [git(file.parent, "show", f"{commit}:./{file.name}") for commit in commits]
    except (OSError, subprocess.CalledProcessError):
        return []


def test_no_floor_is_lower_than_it_ever_was() -> None:
    before = committed(FILE)
    if not before:
        pytest.skip("no history of the floors is here")
    now = parsed(FILE.read_text(encoding="utf-8"))
    fallen = [line for text in before for line in lowered(parsed(text), now)]
    assert not fallen, "\n".join(fallen)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
def test_the_history_holds_every_version(tmp_path: Path) -> None:
    assert committed(tmp_path / FILE.name) == []
    git(tmp_path, "init", "-q")
    for share in ("0.8", "0.9"):
        (tmp_path / FILE.name).write_text(f"[one]\nmoney = [{share}]\n", encoding="utf-8")
        git(tmp_path, "add", FILE.name)
        git(tmp_path, "commit", "-q", "-m", share)
    assert [parsed(text)["one"]["money"] for text in committed(tmp_path / FILE.name)] == [(0.9,), (0.8,)]


def test_a_floor_rises_to_what_is_reached_and_never_falls() -> None:
    reached = Reached(shares={"money": (0.9577, 0.7, 0.85), "quantity": (1.0, 0.339, 0.5)}, faults="")
    assert raised(OLD, "one", reached)["one"] == {
        "money": (0.95, 0.8, 0.85),
        "date": (0.5, 0.5, 0.5),
        "quantity": (1.0, 0.33, 0.5),
    }


@pytest.mark.parametrize(
    ("now", "fallen"),
    [
        (OLD, 0),
        ({"one": {**OLD["one"], "money": (0.9, 0.81, 0.85)}}, 0),
        ({"one": {**OLD["one"], "money": (0.9, 0.79, 0.85)}}, 1),
        ({"one": {"money": OLD["one"]["money"]}}, 1),
        ({}, 2),
    ],
)
def test_a_lower_or_missing_floor_is_seen(now: Floors, fallen: int) -> None:
    assert len(lowered(OLD, now)) == fallen


def test_a_row_below_its_floor_is_named_with_the_faults() -> None:
    reached = Reached(shares={"money": (0.9, 0.79, 0.85), "date": (1.0, 1.0, 1.0)}, faults="missed '£5m'")
    below = reached.below(OLD["one"])
    assert below.startswith("money: reached")
    assert "missed '£5m'" in below
    assert "date" not in below


def test_the_file_states_what_was_written() -> None:
    assert parsed(written(OLD)) == OLD
