"""The sample without a display: the comparison in words, CSV and a picture."""

import csv
from pathlib import Path

import pytest

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def demo(shell):
    """What the demo says."""
    return shell("demo", "--headless", "--out", "shown")


def test_the_demo_prints_the_comparison_and_writes_files(demo) -> None:
    assert demo.status == 0
    first, _, headline = demo.out.splitlines()[:3]
    assert first.startswith("UK payments to Mauritius")
    assert headline == "Conflict: nearly £200m a year is about twice £100m a year; neither states years or prices."
    assert "What would settle it: " in demo.out
    for name in ("claims.csv", "articles.csv", "comparisons.csv", "compare.png", "Chagos payments.counterclaim"):
        assert Path("shown", name).stat().st_size > 1000, name
        assert name in demo.out.splitlines()[-1]
    assert Path("shown/compare.png").read_bytes().startswith(PNG)


def test_the_sample_shows_each_sort_of_verdict(demo) -> None:
    with Path("shown/comparisons.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    assert {"conflict", "differs_by_basis", "compatible"} <= {row["verdict"] for row in rows}
    assert all(row["sentence"].endswith((".", "?")) for row in rows)
    with Path("shown/articles.csv").open(encoding="utf-8", newline="") as file:
        articles = list(csv.DictReader(file, strict=True))
    assert all(row["published_at"] and row["outlet"] and row["title"] for row in articles)
    assert len({row["origin_id"] for row in articles}) < len(articles)


def test_a_second_demo_leaves_the_first_copy_alone(demo, shell) -> None:
    first = Path("shown/Chagos payments.counterclaim").read_bytes()
    again = shell("demo", "--headless", "--out", "shown")
    assert again.status == 0
    assert Path("shown/Chagos payments 2.counterclaim").exists()
    assert Path("shown/Chagos payments.counterclaim").read_bytes() == first
