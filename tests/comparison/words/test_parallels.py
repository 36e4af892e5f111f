"""Sentences built alike that name two things, and those that only say one thing in two ways."""

import pytest

from app.comparison.statement import Statement
from app.comparison.words import parallels
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement


def money(text: str) -> Statement:
    """The statement of the sum of money in a text."""
    surface = text[text.index("£") :].split(" ")[0].rstrip(".,")
    return statement(figure(surface[1:]), text, surface=surface)


def apart(one: str, other: str) -> tuple[str, str] | None:
    return parallels.apart(*(parallels.read(money(text).told()) for text in (one, other)))


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        (
            "She has £9m left under her stability rule.",
            "She has £15m left under her investment rule.",
            ("of “stability rule”", "of “investment rule”"),
        ),
        ("The north wing cost £12m.", "It cost £19m to put up the south wing.", ("of “north wing”", "of “south wing”")),
        ("Kettle Foods made £23m.", "Hartwell Foods made £7m.", ("of “Kettle Foods”", "of “Hartwell Foods”")),
        ("A trip to Oslo cost £17,000.", "Going to Bergen cost £22,000.", ("for “Oslo”", "for “Bergen”")),
        ("Terminal 2 cost £20m.", "Terminal 5 cost £33m.", ("for “Terminal 2”", "for “Terminal 5”")),
        ("A pint of bitter costs £4.20.", "A pint of lager costs £4.90.", ("for “bitter”", "for “lager”")),
        ("A season ticket costs £240.", "A day ticket costs £9.", ("of “season ticket”", "of “day ticket”")),
    ],
)
def test_names_at_one_place_of_two_sentences_are_those_of_two_things(
    one: str, other: str, names: tuple[str, str]
) -> None:
    assert apart(one, other) == names
    assert apart(other, one) == names[::-1]
    answer = judged(money(one), money(other))
    assert (answer.verdict, answer.reasons) == (Verdict.DIFFERS_BY_BASIS, (Reason.SCOPE,))
    assert all(name in answer.sentence for name in names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The ferry cost £4m.", "The vessel cost £6m.", id="what was named is called again"),
        pytest.param("Ryanair paid £4m.", "The airline paid £6m.", id="a name and what its bearer is"),
        pytest.param("Train fares raised £4m.", "Rail fares raised £6m.", id="two words of one meaning"),
        pytest.param("Britain's army costs £4m.", "The UK army costs £6m.", id="two names of one country"),
        pytest.param("The new figure is £4m.", "The old figure is £6m.", id="two reports of one thing"),
        pytest.param("In Leeds it cost £4m.", "In 1,480 houses it cost £6m.", id="a name and a count"),
        pytest.param("The charity raised £4m.", "The charity collected £6m.", id="two verbs"),
        pytest.param("The minister said it cost £4m.", "The auditor said it cost £6m.", id="who says so, first"),
        pytest.param("It cost £4m, the minister said.", "It cost £6m, the auditor said.", id="who says so, last"),
        pytest.param("The tax on the farm raised £4m.", "The levy on the estate raised £6m.", id="all in other words"),
        pytest.param("The north wing cost £4m.", "The south wing and the north wing cost £6m.", id="one names both"),
    ],
)
def test_what_can_be_one_thing_in_other_words_stays_in_conflict(one: str, other: str) -> None:
    assert apart(one, other) is None
    assert judged(money(one), money(other)).verdict is Verdict.CONFLICT


def test_names_are_looked_for_only_where_the_values_lie_apart() -> None:
    answer = judged(money("The north wing cost £12m."), money("The south wing cost £12m."))
    assert answer.verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("large", "small", "verdict"),
    [
        ("Heating and lighting the hall cost £9,000.", "Heating the hall cost £6,000.", Verdict.DIFFERS_BY_BASIS),
        ("Heating the hall cost £9,000.", "Heating and lighting the hall cost £6,000.", Verdict.CONFLICT),
    ],
)
def test_two_things_together_are_more_than_one_of_them_and_never_less(large: str, small: str, verdict: Verdict) -> None:
    answer = judged(money(large), money(small))
    assert answer.verdict is verdict
    together = "£9,000 is two things together" in answer.sentence and "£6,000 is one of them" in answer.sentence
    assert together is (verdict is Verdict.DIFFERS_BY_BASIS)
