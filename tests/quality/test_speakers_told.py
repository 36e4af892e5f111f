"""Who says a figure, how, and on what basis, as told by hand for texts that no rule was written from."""

from pathlib import Path

import pytest

from app.domain.claim import Stance
from tests.quality.attributed_figures import Score, scored
from tests.quality.floors import TOLD

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def told() -> Score:
    """What the whole extraction has right of all told figures."""
    return scored(*(HERE / f"{name}.jsonl" for name in TOLD))


def test_no_denial_counts_as_support(told: Score) -> None:
    assert not told.denials_as_support


def test_every_stance_is_told_often_enough(told: Score) -> None:
    for stance in Stance:
        assert told.all[f"source when {stance}"] >= 4
    assert told.all["source when the article speaks"] >= 10


TEXT = (
    '{"id": "one", "date": "2025-06-08", "country": "GB", "text": "The minister, Ann Lee, denied that it costs £5m a '
    'year.", "figures": [{"surface": "£5m", "nth": 0, "speaker": %s, "speaker_also": [], "stance": %s, "basis": %s}]}\n'
)


@pytest.mark.parametrize(
    ("speaker", "stance", "basis", "right"),
    [
        ('"Ann Lee"', '"denies"', '{"per": "year"}', {"source", "basis"}),
        ('"Lee"', '"denies"', '{"per": "month"}', {"source"}),
        ('"Bob Li"', '"denies"', '{"per": "year"}', {"basis"}),
        ('"Ann Lee"', '"states"', '{"scope": "all"}', set()),
        ("null", "null", '{"horizon": "P1Y"}', set()),
    ],
)
def test_a_wrong_source_or_field_is_seen(
    tmp_path: Path, speaker: str, stance: str, basis: str, right: set[str]
) -> None:
    (tmp_path / "one.jsonl").write_text(TEXT % (speaker, stance, basis), encoding="utf-8")
    score = scored(tmp_path / "one.jsonl")
    assert {row for row in ("source", "basis") if score.right[row]} == right
