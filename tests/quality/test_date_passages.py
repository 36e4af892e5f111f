"""Marked news of five countries for dates and durations: floors that no change may go below."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from marked import Marked, Score, passages, score

from app.domain.claim import Claim
from app.domain.figure import Kind
from app.extraction import pipeline

# Precision, recall and F1 as reached, rounded down; other kinds are not marked here.
FLOORS = {Kind.DATE: (0.99, 0.99, 0.99), Kind.DURATION: (0.99, 0.99, 0.99)}


def _read() -> Iterator[tuple[Marked, list[Claim]]]:
    for marked in passages(Path(__file__).with_name("date_passages.txt")):
        yield marked, [claim for claim in pipeline.read(marked.passage) if claim.figure.kind in FLOORS]


@pytest.fixture(scope="module")
def scored() -> Score:
    """What the whole extraction gets right of the dates and durations in all passages."""
    return score(_read())


@pytest.mark.parametrize("kind", FLOORS)
def test_dates_and_durations_are_at_their_floor(scored: Score, kind: Kind) -> None:
    reached = (scored.precision(kind), scored.recall(kind), scored.f1(kind))
    assert all(value >= floor for value, floor in zip(reached, FLOORS[kind], strict=True)), "\n".join(scored.faults)


def test_the_date_passages_are_many(scored: Score) -> None:
    assert sum(scored.wanted.values()) > 300
