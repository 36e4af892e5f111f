"""What the words tell apart beside the basis, and what is said of it."""

import pytest

from app.comparison.statement import Statement
from app.domain.verdict import Judgement, Reason, Verdict
from tests.comparison.judgements import a_year, judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def money(written: str, text: str, surface: str, **more: str) -> Statement:
    return statement(figure(written), text, surface=surface, **more)


def share(percent: str, text: str, **more: str) -> Statement:
    return statement(figure(percent, "percent"), text, surface=f"{percent}%", **more)


def lacks(answer: Judgement, *words: str) -> list[str]:
    return [one for one in words if one not in answer.sentence]


def test_payments_for_two_purposes_are_never_in_conflict() -> None:
    fund = money("45m", "Britain will pay £45m into a development fund.", "£45m")
    rent = money("100m", "Britain will pay £100m in rent for the base.", "£100m")
    assert (judged(fund, rent).verdict, judged(fund, rent).reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("The town's debt is £4bn.", "The town borrowed £1bn last year.", V.NOT_COMPARABLE),
        ("The town's debt is £4bn.", "The town pays £200m in debt interest.", V.NOT_COMPARABLE),
        ("The town borrowed £4bn.", "The town took loans of £1bn.", V.CONFLICT),
        ("The fund has £4bn in assets.", "The fund made a gain of £1bn.", V.NOT_COMPARABLE),
        ("The fund has £4bn in assets.", "The trust fund is £1bn.", V.CONFLICT),
    ],
)
def test_what_is_owed_is_not_what_is_borrowed_in_a_year(one: str, other: str, verdict: Verdict) -> None:
    def read(text: str) -> Statement:
        surface = text[text.index("£") :].split(" ")[0].rstrip(".")
        return money(surface[1:], text, surface)

    assert judged(read(one), read(other)).verdict is verdict


def test_one_payment_among_several_is_no_rival_of_what_may_be_all_of_them() -> None:
    texts = "The club pays £900 a month.", "There's also a one-off £300 for paint and a £200 a month for a youth fund."
    whole, item = (
        a_year(written, text=text, surface=f"£{written} a month")
        for written, text in zip(("900", "200"), texts, strict=True)
    )
    answer = judged(whole, item)
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.SCOPE, R.BASIS_UNSTATED))


def test_one_payment_among_several_is_not_more_than_all_of_them() -> None:
    item = money("900", "There is also £900 for a youth fund.", "£900")
    assert judged(item, money("200", "The club pays £200.", "£200")).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dairy was fined £5,000.", "The dairy paid £3,200 for its licence."),
        ("The pageant overspent by £180,000.", "The budget for the pageant was £640,000."),
        ("The mill gave £4,000 to train weavers.", "The mill pays £9,000 in rent."),
        ("The winner takes a prize of £4,000.", "The band spent £9,000 on insurance."),
    ],
)
def test_a_fine_is_no_fee_and_an_overspend_no_budget(one: str, other: str) -> None:
    a, b = (
        money(text.split("£")[1].split(" ")[0].rstrip("."), text, "£" + text.split("£")[1].split(" ")[0].rstrip("."))
        for text in (one, other)
    )
    assert (judged(a, b).verdict, judged(a, b).reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))


def test_two_sums_for_one_purpose_are() -> None:
    a = money("2.1m", "The council paid £2.1m in compensation.", "£2.1m")
    b = money("3.4m", "Tenants got £3.4m in damages.", "£3.4m")
    assert judged(a, b).verdict is V.CONFLICT


def test_a_price_that_both_call_by_no_purpose_of_its_own_stays_in_conflict() -> None:
    a = money("12m", "The painting cost the museum £12m.", "£12m")
    assert judged(a, money("9m", "The museum paid £9m for the painting.", "£9m")).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "reason", "words"),
    [
        ("The median wage is £29,700.", "The average wage is £35,000.", R.KIND, ("a median", "an average")),
        ("Doctors want £35,000.", "Doctors were offered £22,000.", R.KIND, ("a demand", "an offer")),
        ("Women earn £29,000.", "Men earn £35,000.", R.SCOPE, ("for women", "for men")),
        ("The basic rate costs £400.", "The higher rate costs £900.", R.SCOPE, ("for the basic one",)),
        ("It lost £45,000 the season before last.", "It lost £12,000 last season.", R.REF_PERIOD, ("for last season",)),
        ("It was valued at £65,000 a year ago.", "It is valued at £80,000.", R.REF_PERIOD, ()),
        ("Each meal costs £3,000.", "The meals cost £4,400,000.", R.RATE_VS_TOTAL, ("for each", "for all together")),
        ("House prices rose £19,000.", "Farm prices rose £60,000.", R.SCOPE, ("of “house prices”", "of “farm prices”")),
        ("The tax was forecast to raise £1,200.", "The tax raised £800.", R.KIND, ("a forecast", "an outcome")),
        ("Ministers want to cut £10,000.", "Ministers cut £3,200.", R.KIND, ("an aim", "an outcome")),
        ("The fair raised £10,000.", "The fair spent £3,200.", R.KIND, ("money raised", "money spent")),
        ("They put by £10,000 for a roof.", "A roof needs £32,000.", R.KIND, ("money in hand", "a need")),
        ("The trust holds £10,000.", "The trust took in £3,200.", R.KIND, ("a stock", "an intake")),
        ("The fair lost £10,000.", "The fair's costs were £32,000.", R.KIND, ("a loss", "a cost")),
        ("The pre-tax profit was £90,000.", "The net profit was £60,000.", R.SCOPE, ("before tax", "after tax")),
        ("Rent for those aged 18 to 24 is £400.", "Rent for over-60s is £900.", R.SCOPE, ("aged 18 to 24", "over-60s")),
    ],
)  # fmt: skip
def test_words_that_exclude_each_other_make_a_difference_and_are_said(
    one: str, other: str, reason: Reason, words: tuple[str, ...]
) -> None:
    def read(text: str) -> Statement:
        surface = text[text.index("£") :].split(" ")[0].rstrip(".")
        status = {"status": "forecast"} if "forecast" in text else {}
        return money(surface[1:], text, surface, **status)

    answer = judged(read(one), read(other))
    assert answer.verdict is V.DIFFERS_BY_BASIS
    assert reason in answer.reasons
    assert not lacks(answer, *words)


def test_what_there_was_so_far_is_a_part_of_what_there_is_in_all() -> None:
    answer = judged(
        money("250m", "The scheme has cost £250m so far.", "£250m"),
        money("600m", "The scheme will cost £600m.", "£600m"),
    )
    assert answer.reasons == (R.SCOPE, R.BASIS_UNSTATED)
    assert not lacks(answer, "what there was so far", "the whole, as far as stated")


def test_more_so_far_than_there_is_in_all_is_a_conflict() -> None:
    spent = money("700m", "The scheme has cost £700m so far.", "£700m")
    assert judged(spent, money("600m", "The scheme will cost £600m.", "£600m")).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("part", "whole", "reason"),
    [
        ("The painting went for £400,000.", "With the buyer's premium it cost £500,000.", R.SCOPE),
        ("The rink loses £500,000.", "Without its grant the rink would lose £900,000.", R.ASSUMPTION),
        ("A stall costs £300, plus £40 for power.", "A stall costs £420.", R.SCOPE),
    ],
)
def test_what_only_one_side_takes_in_or_supposes_leaves_the_two_apart(part: str, whole: str, reason: Reason) -> None:
    def read(text: str) -> Statement:
        surface = text[text.index("£") :].split(" ")[0].rstrip(".,")
        return money(surface[1:], text, surface)

    answer = judged(read(part), read(whole))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (reason, R.BASIS_UNSTATED))


def test_that_a_plan_goes_ahead_is_no_condition_of_its_cost() -> None:
    built = money("3bn", "The tunnel would cost £3bn if it were built.", "£3bn")
    assert judged(built, money("5bn", "The tunnel would cost £5bn.", "£5bn")).verdict is V.CONFLICT


def test_so_many_of_a_number_are_a_part_of_it() -> None:
    laid_up = statement(figure("9", "boat"), "Of the 64 boats, 9 are laid up.", surface="9")
    answer = judged(laid_up, statement(figure("64", "boat"), "The fleet has 64 boats.", surface="64 boats"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.SCOPE,))
    assert not lacks(answer, "a part", "the whole")
    assert (
        judged(laid_up, statement(figure("50", "boat"), "It has 50 boats.", surface="50 boats")).verdict is V.CONFLICT
    )


def test_what_was_last_year_is_not_what_is_now() -> None:
    then = share("88", "Last year the reservoir was 88% full.", period="2024")
    assert judged(then, share("61", "The reservoir is 61% full.")).reasons == (R.REF_PERIOD,)
    assert judged(then, share("61", "The reservoir was 61% full.")).verdict is V.CONFLICT


def test_what_somebody_hopes_for_is_not_what_there_is() -> None:
    hoped = statement(figure("80", "tern"), "The reserve hopes to have 80 terns.", surface="80 terns")
    assert judged(hoped, statement(figure("34", "tern"), "It has 34 terns.", surface="34 terns")).reasons == (R.KIND,)
    planned = statement(figure("34", "tern"), "It is to have 34 terns.", surface="34 terns")
    assert judged(hoped, planned).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ("The mill had 2,400 looms at its height.", "The mill has 160 looms.", (R.REF_PERIOD,)),
        ("Half of it came: 2,400 looms in the opening week.", "160 looms came over the summer.", (R.REF_PERIOD,)),
        ("In the north of the isle 160 looms stand.", "The isle has 2,400 looms.", (R.SCOPE, R.BASIS_UNSTATED)),
    ],
)
def test_other_times_and_parts_of_a_place_are_no_conflict(one: str, other: str, reasons: tuple[Reason, ...]) -> None:
    a, b = (
        statement(figure(number, "loom"), text, surface=f"{number} looms")
        for text in (one, other)
        for number in ("2,400", "160")
        if number in text
    )
    assert judged(a, b).reasons == reasons


def test_what_is_to_be_from_next_year_is_not_what_is_now() -> None:
    later = money("98", "Hill farms will get £98 from next year.", "£98")
    assert judged(later, money("37", "Hill farms get £37.", "£37")).reasons == (R.REF_PERIOD,)
    assert judged(later, money("37", "Hill farms will get £37.", "£37")).verdict is V.CONFLICT


def test_what_a_thing_costs_is_not_what_it_takes_in() -> None:
    cost = money("40m", "The film cost £40m to make.", "£40m")
    taken = money("55m", "The film has taken £55m at the box office.", "£55m")
    assert (judged(cost, taken).verdict, judged(cost, taken).reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))


def test_a_later_outcome_replaces_a_forecast() -> None:
    earlier = money("1.2bn", "The tax was forecast to raise £1.2bn.", "£1.2bn", status="forecast", on="2024-04-21")
    answer = judged(earlier, money("800m", "The tax raised £800m.", "£800m", on="2025-04-21"))
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.HIGHER_STATUS,))
    assert answer.sentence == "£1.2bn (forecast) was replaced on 21 April 2025 by £800m (outcome)."


def test_what_is_to_be_does_not_pass_for_what_came_of_it() -> None:
    a = money("42m", "The band will buy instruments with a £42m grant.", "£42m")
    assert judged(a, money("42,000", "The lottery gave the band £42,000.", "£42,000")).verdict is V.CONFLICT


def test_a_rise_and_a_fall_by_one_number_are_in_conflict() -> None:
    up, down = share("5", "Sales rose 5%.", kind="change"), share("5", "Sales fell 5%.", kind="change")
    answer = judged(up, down)
    assert answer.verdict is V.CONFLICT
    assert "are a rise and a fall" in answer.sentence
    assert answer.size is not None
    assert answer.size.gap == 10
    assert answer.size.ratio is None


def test_to_one_level_both_can_have_come_from_two_sides() -> None:
    a, b = share("5", "Inflation rose to 5%.", kind="level"), share("5", "Inflation fell to 5%.", kind="level")
    assert judged(a, b).verdict is V.AGREE


def test_falling_by_so_much_is_not_falling_to_it() -> None:
    a = money("4bn", "Imports fell by £4bn.", "£4bn")
    assert judged(a, money("4bn", "Imports fell to £4bn.", "£4bn")).reasons == (R.KIND,)


def test_a_part_that_a_word_names_is_no_conflict_with_the_whole() -> None:
    answer = judged(share("5", "Services inflation was 5%."), share("2.3", "Inflation was 2.3%."))
    assert answer.reasons == (R.SCOPE, R.BASIS_UNSTATED)


def test_two_ways_to_name_one_thing_are_no_two_things() -> None:
    answer = judged(share("5", "Train fares rose 5%."), share("8", "Rail fares rose 8%."))
    assert answer.verdict is V.CONFLICT


def test_shares_of_two_groups_that_are_named_before_them_are_shares_of_two_wholes() -> None:
    answer = judged(
        share("38", "Of the fleet's deckhands, 38% came from abroad."),
        share("6", "Of the fleet's skippers, 6% came from abroad."),
    )
    assert answer.reasons == (R.DENOMINATOR,)


def test_an_opening_of_time_is_no_group() -> None:
    answer = judged(
        share("38", "By the end of the year, 38% had left."), share("6", "By the end of the season, 6% had left.")
    )
    assert R.DENOMINATOR not in answer.reasons


def test_figures_that_both_have_from_one_agency_or_body_count_once() -> None:
    a = statement(figure("38", "officer"), "Thirty-eight officers were hurt, according to the Press Association.")
    b = statement(figure("38", "officer"), "The riot left 38 officers hurt, PA reported.")
    assert judged(a, b).reasons == (R.SAME_ORIGIN,)
    count = statement(figure("2,150", "bat"), "2,150 bats roost there.", speaker="Bat Trust")
    cited = statement(figure("2,150", "bat"), "The Bat Trust's count found 2,150 bats.")
    assert judged(count, cited).reasons == (R.SAME_ORIGIN,)


def test_two_figures_of_one_body_that_lie_apart_are_not_called_one_report() -> None:
    a = statement(figure("38", "officer"), "38 officers were hurt, Reuters reported.")
    b = statement(figure("61", "officer"), "61 officers were hurt, Reuters reported.")
    assert R.SAME_ORIGIN not in judged(a, b).reasons


def test_a_length_of_days_is_told_in_days() -> None:
    days = statement(figure("210,000", "visitor"), kind="total", horizon="P5D")
    answer = judged(days, statement(figure("45,000", "visitor"), kind="rate", per="day"))
    assert "over 5 days" in answer.sentence


def test_a_plan_that_will_cost_so_much_is_no_aim() -> None:
    plan = money("40m", "The council's plan for the pier will cost £40m.", "£40m")
    estimate = money("50m", "The auditor's central estimate for the pier is £50m.", "£50m", status="estimate")
    assert judged(plan, estimate).verdict is V.CONFLICT
    aim = money("40m", "The council plans a grant of £40m.", "£40m")
    assert judged(aim, money("50m", "The council gave a grant of £50m.", "£50m")).reasons == (R.KIND,)


def test_a_share_that_is_demanded_is_no_share_that_was_reached() -> None:
    standard = share("95", "The standard is that 95% of ferries should sail on time.")
    reached = share("73", "In January 73% of ferries sailed on time.", period="2025-01")
    assert judged(standard, reached).reasons[0] is R.KIND
    said = share("95", "In January 95% of ferries sailed on time.", period="2025-01")
    assert judged(said, reached).verdict is V.CONFLICT


@pytest.mark.parametrize(
    "text",
    [
        "This is up from 160 looms.",
        "It is more than the previous record of 160 looms.",
        "It had previously hit a record high, with 160 looms.",
        "It is up on September 2024, when there were 160 looms.",
    ],
)
def test_the_value_from_which_something_moved_is_an_earlier_one(text: str) -> None:
    before = statement(figure("160", "loom"), text, surface="160 looms")
    now = statement(figure("240", "loom"), "The mill has 240 looms.", surface="240 looms")
    assert judged(before, now).reasons == (R.REF_PERIOD,)
    plain = statement(figure("160", "loom"), "The mill has 160 looms.", surface="160 looms")
    assert judged(plain, now).verdict is V.CONFLICT


def test_the_worst_of_several_is_no_rival_of_them_all() -> None:
    worst = share("66", "The worst record on the coast was at Tarn quay, where 66% of ferries sailed on time.")
    every = share("88", "The operators say 88% of ferries sailed on time.")
    assert judged(worst, every).reasons == (R.SCOPE, R.BASIS_UNSTATED)
    assert judged(share("66", "On the coast 66% of ferries sailed on time."), every).verdict is V.CONFLICT
