"""The sides that words about a figure name, and the noun that they say it of: the same on every run."""

import pytest

from app.comparison.statement import Statement
from app.comparison.words import contrasts, nouns
from tests.comparison.statements import figure, statement


def money(text: str) -> Statement:
    return statement(figure("4m"), text, surface="£4m")


def test_the_sides_of_several_rows_stand_in_the_order_of_the_tables() -> None:
    said = contrasts.read(money("Last year men lost an average £4m by value.").told())
    assert list(said.sides.values()) == ["an average", "by value", "a loss", "an outflow", "for men", "for a year"]


@pytest.mark.parametrize(
    ("phrase", "head"), [("wage-bill", "bill"), ("ticket-price", "price"), ("loan-debt", "debt"), ("job-loss", None)]
)
def test_the_last_part_of_a_hyphened_word_is_the_noun(phrase: str, head: str | None) -> None:
    one = money(f"The {phrase} rose to £4m.")
    found = nouns.read(one.claim.figure, one.told())
    assert (found and found.head) == head
