"""The project's own marked passages: floors that no change may go below, strict in value, words, hedge and rate."""

from pathlib import Path

import pytest
from marked import Score, passages, score

from app.domain.figure import Kind
from app.extraction import pipeline

# Precision, recall and F1 as reached, rounded down to the hundredth.
FLOORS = {
    Kind.MONEY: (1, 1, 1),
    Kind.PERCENTAGE: (1, 0.98, 0.99),
    Kind.QUANTITY: (1, 0.99, 0.99),
    Kind.DATE: (1, 1, 1),
    Kind.DURATION: (1, 0.94, 0.97),
}


@pytest.fixture(scope="module")
def scored() -> Score:
    """What the whole extraction gets right in all passages."""
    marked = passages(Path(__file__).with_name("passages.txt"))
    return score((one, pipeline.read(one.passage)) for one in marked)


@pytest.mark.parametrize("kind", FLOORS)
def test_every_kind_is_at_its_floor(scored: Score, kind: Kind) -> None:
    reached = (scored.precision(kind), scored.recall(kind), scored.f1(kind))
    assert all(value >= floor for value, floor in zip(reached, FLOORS[kind], strict=True)), "\n".join(scored.faults)


def test_the_passages_are_many(scored: Score) -> None:
    assert sum(scored.wanted.values()) > 700
