"""What a count is a count of: what was done, how long a wait is, and which noun."""

import pytest

from app.comparison.statement import Statement
from app.domain.figure import Kind
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def count(written: str, text: str) -> Statement:
    return statement(figure(written, "person"), text, surface=f"{written} people")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("5,200 people claimed asylum.", "8,400 people are housed in hotels.", "Some put up 5,200 people in hostels."),
        (
            "5,200 people arrived by ferry.",
            "8,400 people applied for refuge.",
            "That year 5,200 people have applied for help.",
        ),
        (
            "5,200 people crossed the strait.",
            "8,400 people are living in camps.",
            "5,200 people are staying in tents and camps.",
        ),
        ("5,200 people were treated.", "8,400 people are waiting for a scan.", "5,200 people are queuing for a scan."),
    ],
)
def test_people_of_two_deeds_are_two_counts(one: str, other: str, alike: str) -> None:
    against = count("8,400", other)
    answer = judged(count("5,200", one), against)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert judged(count("5,200", alike), against).verdict is V.CONFLICT


def test_waits_of_two_lengths_are_two_counts() -> None:
    year = count("5,200", "5,200 people had waited more than 52 weeks.")
    answer = judged(year, count("8,400", "8,400 people had waited more than 18 weeks."))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert judged(year, count("8,400", "A total of 8,400 people have been waiting.")).verdict is V.NOT_COMPARABLE
    assert judged(year, count("8,400", "8,400 people waited for more than 52 weeks.")).verdict is V.CONFLICT


def test_of_several_waits_in_a_sentence_the_nearest_counts() -> None:
    text = "5,200 people waited over four hours and 900 people waited over twelve hours."
    four, twelve = count("5,200", text), count("900", text)
    assert judged(four, twelve).verdict is V.NOT_COMPARABLE
    assert judged(four, count("8,400", "8,400 people waited over four hours.")).verdict is V.CONFLICT
    assert judged(twelve, count("700", "700 people waited over twelve hours.")).verdict is V.CONFLICT


def test_a_bare_number_of_those_housed_counts_people() -> None:
    bare = statement(figure("32,400", None, kind=Kind.QUANTITY), "32,400 were housed in inns.", surface="32,400")
    inns = statement(figure("213", "hotel"), "There are 213 hotels in use.", surface="213 hotels")
    answer = judged(bare, inns)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert "measure different things" in answer.sentence


@pytest.mark.parametrize("noun", ["national", "refugee", "seeker", "migrant"])
def test_one_group_goes_by_several_nouns(noun: str) -> None:
    a = statement(figure("12,000", noun), f"12,000 {noun}s are in the town.", surface=f"12,000 {noun}s")
    b = count("19,000", "19,000 people are in the town.")
    assert judged(a, b).verdict is V.CONFLICT


def people(written: str, unit: str, noun: str, text: str) -> Statement:
    return statement(figure(written, unit), text, surface=f"{written} {noun}", on="2024-03-01")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("5,200", "soldier", "soldiers", "It lost 5,200 soldiers."), "In all 8,400 people were killed.", V.CONFLICT),
        (
            ("5,200", "soldier", "soldiers", "It has 5,200 soldiers."),
            "In all 8,400 people were killed.",
            V.NOT_COMPARABLE,
        ),
        (
            ("5,200", "ruritanian", "Ruritanians", "In all 5,200 Ruritanians were killed."),
            "In all 8,400 people were killed.",
            V.CONFLICT,
        ),
        (("5,200", "person", "dead", "It counted 5,200 dead."), "In all 8,400 people were killed.", V.CONFLICT),
        (
            ("5,200", "child", "children", "In all 5,200 children were killed."),
            "In all 8,400 people were killed.",
            V.NOT_COMPARABLE,
        ),
        (
            ("5,200", "soldier", "soldiers", "In all 5,200 soldiers killed and wounded were counted."),
            "In all 8,400 people were killed.",
            V.NOT_COMPARABLE,
        ),
    ],
)
def test_whoever_died_is_counted_as_a_death(one: tuple[str, str, str, str], other: str, verdict: Verdict) -> None:
    assert judged(people(*one), people("8,400", "person", "people", other)).verdict is verdict
