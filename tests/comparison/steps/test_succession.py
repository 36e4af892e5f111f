"""Which figure takes the place of another: an outcome, or a revision of the same thing."""

import pytest

from app.comparison import pair
from app.comparison.statement import Statement
from app.domain.figure import Qualifier
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def sum_of(text: str, **more: str) -> Statement:
    surface = text[text.index("£") :].split(" ")[0].rstrip(".,")
    return statement(figure(surface.removeprefix("£")), text, surface=surface, **more)


@pytest.mark.parametrize(
    "text",
    [
        "With a possible final bill of £80m the barrage could be the dearest ever.",
        "The bid outlined a £80m budget.",
        "The total cost of the barrage was £80m at the time of our report, which looked ahead to 2030.",
        "Calculations based on wages suggest the true cost will be £80m.",
        "The rail link from High Speed 2 at £80m is dear.",
        "It is not affordable compared to £80m.",
    ],
)
def test_what_is_possible_budgeted_or_suggested_is_no_outcome(text: str) -> None:
    forecast = sum_of("The barrage was forecast to cost £50m.", status="forecast", on="2011-03-25")
    assert judged(forecast, sum_of(text, on="2012-03-25")).verdict is not V.SUPERSEDED


def test_a_bill_that_is_final_and_a_sum_that_was_spent_are() -> None:
    forecast = sum_of("The barrage was forecast to cost £50m.", status="forecast", on="2011-03-25")
    for text in ("The final bill for the barrage was £80m.", "In the end the barrage cost £80m."):
        assert judged(forecast, sum_of(text, on="2012-03-25")).reasons == (R.HIGHER_STATUS,)


def test_what_was_spent_so_far_replaces_no_forecast_of_the_whole() -> None:
    forecast = sum_of("The barrage was forecast to cost £50m.", status="forecast", on="2011-03-25")
    answer = judged(forecast, sum_of("They spent £27m on the barrage to date.", on="2012-03-25"))
    assert answer.verdict is V.DIFFERS_BY_BASIS


def test_an_unknown_speakers_revision_in_other_prices_is_another_basis() -> None:
    old = sum_of("The barrage will cost £50m in 2011 prices.", price="real:2011", on="2015-03-25")
    answer = judged(old, sum_of("The barrage will now cost £88m.", on="2015-09-12"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.PRICE_BASIS, R.BASIS_UNSTATED))
    same = sum_of("The barrage will cost £50m.", on="2015-03-25")
    assert judged(same, sum_of("The barrage will now cost £88m.", on="2015-09-12")).reasons == (R.REVISED,)


def test_a_sum_that_is_brought_forward_revises_no_other() -> None:
    old = sum_of("The quays will cost £93m.", on="2011-03-25")
    later = sum_of("The quays, brought forward by a year, will cost £65m.", on="2012-01-26")
    assert judged(old, later).verdict is V.CONFLICT


def test_the_range_beyond_which_a_cost_rises_is_no_change() -> None:
    text = "The cost will rise by up to 20% beyond the £81m set out in the report."
    assert not pair.side(sum_of(text)).facts.moved
    assert pair.side(sum_of("The cost will rise by £81m.")).facts.moved


def test_the_equivalent_of_a_sum_is_in_the_prices_that_its_sentence_names() -> None:
    restated = sum_of("They budgeted £62m, in 2019 prices.")
    text = "It costs £88m at 2019 prices against a budget equivalent to £62m."
    told = statement(figure("62m"), text, surface="£62m")
    assert pair.side(restated).facts.price is None
    assert judged(told, sum_of("The budget is £56m.")).reasons == (R.PRICE_BASIS, R.BASIS_UNSTATED)


def test_a_hedged_figure_after_a_ratio_stands_in_quotation_marks() -> None:
    high = figure("57m", words="as high as", qualifier=Qualifier.AT_MOST)
    bound = statement(high, "The weir could cost as high as £57m.", surface="as high as £57m")
    answer = judged(bound, sum_of("The weir will cost £88m."))
    assert "£88m is about 1.5 times “as high as £57m”" in answer.sentence


def test_a_figure_and_a_range_are_told_by_the_gap_between_them() -> None:
    wide = statement(figure("72m", to="98m"), "The weir will cost £72m to £98m.", surface="£72m to £98m")
    answer = judged(wide, sum_of("The weir will cost £106m."))
    assert answer.verdict is V.CONFLICT
    assert "£106m and £72m to £98m do not meet: they lie at least £7m apart" in answer.sentence


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Congressional Harbour Office", "Committee for a Cheaper Harbour", False),
        ("Congressional Harbour Office", "CHO", True),
        ("Committee for a Cheaper Harbour", "CCH", True),
        ("harbour auditor", "the auditor's latest report", True),
        ("Ann Marsh", "Marsh", True),
        ("Ann Marsh", "Ann Field", False),
        ("German", "German Chamber of Harbours", False),
    ],
)
def test_one_word_in_common_makes_no_source_of_two(one: str, other: str, is_one: bool) -> None:
    first = statement(figure("50m"), "The quay will cost £50m.", surface="£50m", on="2022-08-25", speaker=one)
    second = statement(figure("40m"), "The quay will cost £40m.", surface="£40m", on="2022-10-05", speaker=other)
    assert judged(first, second).verdict is (V.SUPERSEDED if is_one else V.CONFLICT)


def test_a_slip_of_a_scale_word_by_one_source_replaces_nothing() -> None:
    right = statement(figure("50bn"), "The quay will cost £50bn.", surface="£50bn", on="2022-08-25", speaker="CHO")
    slip = statement(figure("50m"), "The quay will cost £50m.", surface="£50m", on="2022-08-26", speaker="CHO")
    answer = judged(right, slip)
    assert (answer.verdict, R.SUSPECT_SLIP in answer.reasons) == (V.CONFLICT, True)


def test_an_original_estimate_is_replaced_by_what_is_told_with_it() -> None:
    text = "The original estimate for the quay was £45m, but auditors now put it at £153m."
    answer = judged(*(statement(figure(one), text, surface=f"£{one}") for one in ("45m", "153m")))
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.REVISED,))
    assert answer.sentence.startswith("£45m was replaced by £153m")
    later = statement(figure("153m"), "Auditors put the quay at £153m.", surface="£153m", on="2024-02-01")
    old = statement(figure("45m"), "The original estimate for the quay was £45m.", surface="£45m", on="2025-02-01")
    assert judged(later, old).verdict is V.DIFFERS_BY_BASIS


def test_a_signed_contract_settles_what_was_still_to_come() -> None:
    plan = statement(figure("38m"), "The quay will cost £38m.", surface="£38m", on="2023-05-16")
    text = "Under the contract signed on Friday, the quay will cost £51m."
    signed = statement(figure("51m"), text, surface="£51m", on="2024-02-23", status="signed")
    assert judged(plan, signed).reasons == (R.HIGHER_STATUS,)
    assert judged(plan, statement(figure("51m"), "The quay will cost £51m.", on="2024-02-23")).verdict is V.CONFLICT


def test_what_a_sentence_revises_is_replaced_by_the_number_it_is_revised_to() -> None:
    text = "The office revised the toll for 2021, from 4% (£9m) to 5% (£9.4m)."
    old = statement(figure("9m"), text, surface="£9m", period="2021", on="2025-07-01")
    new = statement(figure("9.4m"), text, surface="£9.4m", period="2021", on="2025-07-01")
    answer = judged(old, new)
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.REVISED,))
    assert answer.sentence == "£9m was replaced by £9.4m, a revision."
    former = statement(figure("7m"), "The toll came to £7m.", surface="£7m", period="2021", on="2024-07-01")
    assert judged(former, new).verdict is V.SUPERSEDED
    later = statement(figure("12m"), "The toll came to £12m.", surface="£12m", period="2021", on="2026-07-01")
    assert judged(old, later).verdict is V.DIFFERS_BY_BASIS


def test_a_cost_that_had_risen_replaces_what_was_estimated_before() -> None:
    old = sum_of("The total cost was £80m by the last estimate.", on="2022-07-01")
    new = sum_of("The minister said that the cost had risen to £95m.", on="2023-07-01")
    assert judged(old, new).verdict is V.SUPERSEDED


def test_what_something_comes_to_is_all_of_it_whatever_share_that_is() -> None:
    share = sum_of("The toll was 4% of fares, or £9m.", period="2021")
    assert judged(share, sum_of("The toll was £12m.", period="2021")).verdict is V.CONFLICT
    part = sum_of("About half of the fares, or £9m, went on tolls.", period="2021")
    assert judged(part, sum_of("The fares came to £19m.", period="2021")).reasons[0] is R.SCOPE
