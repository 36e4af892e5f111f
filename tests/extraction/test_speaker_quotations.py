"""Who says a quoted figure where a document or a thing stands in the quotation."""

import pytest

from tests.extraction.attributed_amounts import E, S, Said, read

CASES: list[tuple[str, list[Said]]] = [
    ("Ann Orme, Head of Rates, said: ‘These figures show how bold the goal of a £7.5m cut is.’", [("Ann Orme", S)]),
    ("“These figures show that £7m is lost,” said Ann Orme.", [("Ann Orme", S)]),
    ("Ann Orme said: “The data show that £7m is lost.”", [("Ann Orme", S)]),
    ("Ann Orme said: “The latest estimates suggest that £7m is lost.”", [("Ann Orme", E)]),
    # whose figures they are stays whose they are
    ("Ann Orme said: “The board's figures show that £7m is lost.”", [("board", S)]),
    ("Ann Orme said: “The board estimates that £7m is lost.”", [("board", E)]),
    ("Ann Orme said: “LRO data show that £7m is lost.”", [("LRO", S)]),
    # data that nobody quotes speak for themselves
    ("“These figures show that £7m is lost.”", [("figures", S)]),
    # a thing that was put forward estimates nothing
    (
        "Ann Orme said: “The option put forward is a flat scheme, at step four of the scale this would give £90.”",
        [("Ann Orme", S)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_is_quoted(text: str, expected: list[Said]) -> None:
    assert read(text) == expected
