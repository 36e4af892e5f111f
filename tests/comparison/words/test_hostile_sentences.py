"""Sentences that were made to keep a reader busy."""

import pytest

from app.comparison.reading import Reading
from app.comparison.statement import Statement
from app.comparison.words import role
from tests.comparison.statements import figure, statement
from tests.support.call_counts import steps

LONG = 20_000
"""Letters; no sentence of an article has as many."""


def said(form: str, over: str, letters: int) -> Statement:
    return statement(figure("5m"), form.format(over * (letters // len(over))), surface="£5m")


def read(one: Statement) -> Reading:
    reading = Reading(one)
    for name in ("firmness", "member", "part", "extent", "matter", "account", "geography", "shape"):
        getattr(reading, name)
    return reading


@pytest.mark.parametrize("over", ["£4m and ", "wool £4m, ", "£4m ", "5 ", "2,000 of ", "1. "])
def test_many_figures_take_no_longer_than_their_sentence_is_long(over: str) -> None:
    form = "The cost {}was £5m in all."
    short, long = (steps(lambda size=size: read(said(form, over, size))) for size in (2_000, 8_000))  # type: ignore[misc]
    assert long < 6 * short


@pytest.mark.timeout(60)  # a pattern that looked again from each letter took minutes for as many
@pytest.mark.parametrize("over", ["a", "a-", "“", "£", "Storm Ada, "])
def test_words_without_end_are_read_to_their_end(over: str) -> None:
    assert not read(said("The cost {} was £5m in all.", over, 10 * LONG)).firmness.revises


@pytest.mark.parametrize("form", ["The estimate was raised{} and was £5m.", "The estimate was{} £5m."])
def test_a_pattern_that_tries_every_way_to_part_a_sentence_would_never_end(form: str) -> None:
    assert read(said(form, " raised by a b", 2_000)).firmness.happened


def test_a_long_sentence_is_compared_with_a_short_one() -> None:
    mine, theirs = (said(form, "£4m and ", LONG).told() for form in ("The cost {}was £5m.", "The cost {}was £5m then."))
    assert not role.is_outdated(mine, theirs)
