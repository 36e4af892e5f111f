"""Two figures of one sentence: a movement, the ends of an estimate, an amount in two currencies, or a dispute."""

from dataclasses import replace

import pytest

from app.comparison.statement import Statement
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def two(text: str, first: str, second: str, speakers: tuple[str | None, str | None] = (None, None)) -> list[Statement]:
    return [
        statement(figure(one.lstrip("£")), text, surface=one, speaker=who)
        for one, who in zip((first, second), speakers, strict=True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The toll was £57m in spring and £44m by autumn.",
        "At £57m the bill is up from £44m.",
        "Builders foresee £57m, while the first tender was for £44m.",
    ],
)
def test_one_voice_does_not_contradict_itself_in_a_sentence(text: str) -> None:
    answer = judged(*two(text, "£57m", "£44m"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.REF_PERIOD,))
    apart = [
        statement(figure(one), text, surface=f"£{one}")
        for one, text in (("57m", "The bill is £57m."), ("44m", "The bill is £44m."))
    ]
    assert judged(*apart).verdict is V.CONFLICT


def test_two_voices_of_one_sentence_can_be_in_conflict() -> None:
    text = "The mayor said the bill was £57m, while the auditor said it was £44m."
    assert judged(*two(text, "£57m", "£44m", ("the mayor", "the auditor"))).verdict is V.CONFLICT
    assert judged(*two(text, "£57m", "£44m")).verdict is V.CONFLICT


def test_what_stands_in_brackets_in_another_currency_is_the_same_amount() -> None:
    text = "The bridge will cost 90m crowns ($8m), the builders say."
    crowns = statement(figure("90m", "CZK"), text, surface="90m crowns")
    dollars = statement(figure("8m", "USD"), text, surface="$8m")
    answer = judged(crowns, dollars)
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.SAME_ORIGIN,))
    assert "are one amount, which its sentence gives twice" in answer.sentence
    alone = statement(figure("8m", "CZK"), "The bridge will cost 8m crowns.", surface="8m crowns")
    assert judged(crowns, alone).verdict is V.CONFLICT


def test_in_accounts_the_year_before_stands_in_brackets() -> None:
    answer = judged(*two("The bill was £57m (£44m) for the year.", "£57m", "£44m"))
    assert answer.verdict is V.DIFFERS_BY_BASIS


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("A conservative estimate of the bill is £44m.", "£44m"),
        ("The maximum cost of the pier is £91m.", "£91m"),
        ("In the worst case the pier will cost £91m.", "£91m"),
    ],
)
def test_one_case_of_an_estimate_is_no_rival_of_the_estimate(text: str, surface: str) -> None:
    case = statement(figure(surface.lstrip("£")), text, surface=surface)
    whole = statement(figure("57m"), "The pier will cost £57m.", surface="£57m")
    assert judged(case, whole).reasons == (R.SCOPE, R.BASIS_UNSTATED)
    plain = statement(figure(surface.lstrip("£")), f"The pier will cost {surface}.", surface=surface)
    assert judged(plain, whole).verdict is V.CONFLICT


def test_one_named_source_does_not_contradict_itself_in_an_article() -> None:
    said = [
        statement(figure(one), f"{text} £{one}.", surface=f"£{one}", speaker="the auditor", article="a")
        for one, text in (("57m", "The works, said the auditor, cost"), ("44m", "In a second letter the works came to"))
    ]
    assert judged(*said).verdict is V.DIFFERS_BY_BASIS
    assert "is one figure of its article" in judged(*said).sentence
    first, last = said
    assert judged(first, replace(last, article="b")).verdict is V.CONFLICT
    nobody = [replace(one, claim=replace(one.claim, speaker=None)) for one in said]
    assert judged(*nobody).verdict is V.CONFLICT
