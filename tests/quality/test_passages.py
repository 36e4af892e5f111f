"""The project's own marked passages say what they mean: enough of them, and strict in what counts as read."""

from pathlib import Path

import pytest

from tests.quality.marked_passages import passages, scored

HERE = Path(__file__).parent


@pytest.mark.parametrize(("name", "least"), [("passages", 700), ("date_passages", 300)])
def test_the_passages_are_many(name: str, least: int) -> None:
    assert sum(1 for one in passages(HERE / f"{name}.txt") for wanted in one.wanted if wanted.kind) > least


@pytest.mark.parametrize(
    "said",
    [
        "£5m|money 6e6 GBP",
        "£5m|money 5e6 USD",
        "£5m|money 5e6 GBP q=about",
        "£5m|money 5e6 GBP per=year",
        "£5|money 5e6 GBP",
        "£5m|quantity 5e6 GBP",
    ],
)
def test_a_figure_is_read_only_if_all_of_it_is(tmp_path: Path, said: str) -> None:
    (tmp_path / "one.txt").write_text(f"@ one 2025-06-08 GB\nThe hall cost [[{said}]].\n", encoding="utf-8")
    faulty = scored(tmp_path / "one.txt")
    assert sum(faulty.right.values()) == 0
    assert len(faulty.faults) > 0


def test_a_whole_figure_is_read(tmp_path: Path) -> None:
    passage = "@ one 2025-06-08 GB\nThe hall cost [[£5m|money 5e6 GBP]] in all, [[say £9|?]], to [[one|quantity 1]].\n"
    (tmp_path / "one.txt").write_text(passage, encoding="utf-8")
    score = scored(tmp_path / "one.txt")
    assert (score.right.total(), score.said.total(), score.wanted.total()) == (1, 1, 2)
