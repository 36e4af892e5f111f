"""The words about two figures are compared by what they mean, as far as a list of like words knows it."""

import pytest

from app.comparison.words import likeness, synonyms
from app.comparison.words.likeness import Rarity
from app.domain.span import Span


def _about(text: str, figure: str, counted: str | None = None) -> likeness.About:
    at = text.index(figure)
    return likeness.read(text, Span(at, at + len(figure)), counted=counted)


def _between(one: likeness.About, other: likeness.About) -> float:
    return likeness.between(one, other, Rarity([one, other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [("wages", "pay"), ("pupils", "students"), ("Assaults", "attacks"), ("shut", "closure"), ("firms", "companies")],
)
def test_like_words_are_one(one: str, other: str) -> None:
    assert likeness.stems(one) == likeness.stems(other) != frozenset()


@pytest.mark.parametrize(
    ("one", "other"), [("care", "cars"), ("plans", "planes"), ("rose", "fell"), ("loans", "debts")]
)
def test_words_that_are_not_alike_stay_two(one: str, other: str) -> None:
    assert not likeness.stems(one) & likeness.stems(other)


def test_a_paraphrase_is_closer_than_another_sentence_of_the_same_article() -> None:
    draft = _about("Some 240 employees were dismissed when the shops shut.", "240")
    same = _about("The closure of the stores made 240 workers redundant.", "240")
    other = _about("The stores had sold 240 sorts of cheese in the spring.", "240")
    assert _between(draft, same) > _between(draft, other)


def test_a_number_is_about_the_noun_that_it_leaves_to_the_one_before() -> None:
    draft = _about("The chorus will have 48 singers.", "48 singers")
    text = "The chorus shrinks from 64 singers to 48."
    assert _between(draft, _about(text, "48", "singer")) > _between(draft, _about(text, "48"))


def test_a_word_stands_in_one_row() -> None:
    assert all(synonyms.FIRST[first] == first for first in synonyms.FIRST.values())
