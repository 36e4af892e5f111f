"""Figures marked by hand in real and written passages: floors that no change may go below."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.extraction import json_lines

GOLD = Path(__file__).parents[3] / "shared" / "gold"
# Per set and kind: the least F1. Sets marked in part have only the kinds that they mark.
FLOORS = {
    "seed_articles": {"money": 0.97, "percentage": 0.97, "quantity": 0.9, "date": 0.95, "duration": 0.9, "all": 0.95},
    "dev_passages": {"money": 0.97, "percentage": 0.97, "quantity": 0.9, "date": 0.95, "duration": 0.9, "all": 0.95},
    "probes": {"money": 0.97, "percentage": 0.97, "quantity": 0.95, "duration": 0.95, "all": 0.97},
    "recognizers": {"money": 0.85, "percentage": 0.8, "all": 0.85},
}
ROW = re.compile(r"^(\w+)\s+[\d.]+\s+[\d.]+\s+([\d.]+)\s+\d+\s+\d+$", re.MULTILINE)
SHARE = re.compile(r"^(qualifier|per)\s+([\d.]+) of figures found$", re.MULTILINE)


@pytest.fixture(params=sorted(FLOORS))
def scored(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str]:
    """A set's name and the table that its scorer prints."""
    gold = GOLD / f"{request.param}.jsonl"
    if not gold.exists():
        pytest.skip("the measuring data is not here")
    said = tmp_path / "said.jsonl"
    with gold.open(encoding="utf-8") as articles, said.open("w", encoding="utf-8") as out:
        out.writelines(f"{line}\n" for line, _ in json_lines.extract_lines(articles))
    command = [sys.executable, str(GOLD / "score.py"), str(gold), str(said), "--errors"]
    return request.param, subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_every_kind_is_at_its_floor(scored: tuple[str, str]) -> None:
    name, table = scored
    reached = {kind: float(value) for kind, value in ROW.findall(table)}
    below = {kind: reached[kind] for kind, floor in FLOORS[name].items() if reached[kind] < floor}
    assert not below, table


def test_qualifiers_and_rates_are_right_where_the_figure_is(scored: tuple[str, str]) -> None:
    name, table = scored
    if name != "recognizers":
        assert all(float(value) >= 0.95 for _, value in SHARE.findall(table)), table
