"""What a source says in clauses joined to its first, and what a negation of its own leaves standing."""

import pytest

from tests.extraction.attributed_amounts import D, E, S, Said, read

CASES: list[tuple[str, list[Said]]] = [
    # "while" joins a second thing that is said, and opens a clause of its own behind what is told without "that"
    ("The ministry said that 82 boats sank, while more than 210 rowers were hurt.", [("ministry", S)] * 2),
    ("The ministry said on Monday that 82 boats sank, while 210 rowers were hurt.", [("ministry", S)] * 2),
    (
        "The ministry added that 34% of boats sank, while over 37,000 people, among them 460 rowers, were moved.",
        [("ministry", S)] * 3,
    ),
    ("The ministry said that 82 boats sank. While it rained, 210 rowers were hurt.", [("ministry", S), (None, None)]),
    ("The mayor said that it cost £57m, while the auditor put it at £44m.", [("mayor", S), ("auditor", E)]),
    ("The mayor said it cost £57m, while 210 rowers were hurt.", [("mayor", S), (None, None)]),
    ("The minister told the MPs that 82 boats sank, while 210 rowers were hurt.", [("minister", S)] * 2),
    (
        "The ministry said in its daily note on the flood that 82 boats sank, while 210 rowers were hurt.",
        [("ministry", S)] * 2,
    ),
    ("The ministry denied that 82 boats sank, while 210 rowers were hurt.", [("ministry", D), (None, None)]),
    # what is not thought fair is not denied
    ("The board does not believe paying a flat sum at a cost of up to £10m would be fair to rowers.", [("board", S)]),
    ("The board does not think that spending £10m on a quay is justified.", [("board", S)]),
    ("“The board does not believe paying up to £10m would be fair,” said Ann Orme.", [("board", S)]),
    ("The board does not believe the scheme would cost £10m.", [("board", D)]),
    ("The board does not believe the £10m figure is right.", [("board", D)]),
    ("The board does not believe the £10m estimate is reasonable.", [("board", D)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_joined_clauses(text: str, expected: list[Said]) -> None:
    assert read(text) == expected
