"""What sets two sums of money apart: the account of each, what each is for, and how old the estimates are."""

import pytest

from app.comparison.statement import Statement, Told
from app.comparison.words import accounts, parts
from app.comparison.words.accounts import Account
from app.domain.figure import Figure, Qualifier
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def sum_of(text: str, surface: str = "", **more: str) -> Statement:
    """The sum at `surface` of a text, or at its first pound sign."""
    surface = surface or text[text.index("£") :].split(" ")[0].rstrip(".,")
    return statement(figure(surface.removeprefix("£")), text, surface=surface, **more)


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("The barrage finished £40m under budget.", Account.SAVING),
        ("Dropping the second lock would save £40m.", Account.SAVING),
        ("A total of £40m will be saved by dropping the second lock.", Account.SAVING),
        ("The dredging brought a £40m saving on the budget.", Account.SAVING),
        ("The barrage came in £40m over its budget.", Account.INCREASE),
        ("The overspend on dredging is £40m.", Account.INCREASE),
        ("The barrage needs another £40m.", Account.INCREASE),
        ("Of the reserve, £40m remains.", Account.LEFT),
        ("It has £40m of uncommitted funds.", Account.LEFT),
        ("The council set a £40m budget for the barrage.", Account.BUDGET),
        ("The barrage must be built within its envelope of £40m.", Account.BUDGET),
        ("The barrage was allocated £40m.", Account.BUDGET),
        ("The cost of the barrage has climbed to £40m.", Account.COST),
        ("Engineers made a new estimate of £40m.", Account.COST),
        ("The minister said £40m was a guess.", None),
    ],
)
def test_the_words_next_to_a_sum_say_under_which_account_it_stands(text: str, account: Account | None) -> None:
    said = sum_of(text)
    assert accounts.read(said.claim.figure, said.told()) is account


@pytest.mark.parametrize(
    ("text", "surface", "account"),
    [
        ("Stage 1 will cost £57m against a budget of £44m.", "£57m", Account.COST),
        ("Stage 1 will cost £57m against a budget of £44m.", "£44m", Account.BUDGET),
        ("It cost £8.9m, lower than the £9.3m set aside.", "£8.9m", Account.COST),
        ("It cost £8.9m, lower than the £9.3m set aside.", "£9.3m", Account.BUDGET),
        ("Some £3m of the total £9.3m budget will remain unspent.", "£3m", Account.LEFT),
        ("Some £3m of the total £9.3m budget will remain unspent.", "£9.3m", Account.BUDGET),
    ],
)
def test_two_sums_of_one_sentence_each_have_their_own_account(text: str, surface: str, account: Account) -> None:
    said = sum_of(text, surface)
    assert accounts.read(said.claim.figure, said.told()) is account


@pytest.mark.parametrize(
    ("change", "level"),
    [
        ("Dropping the second lock would save £60m.", "The barrage would cost £106m."),
        ("The barrage came in £40m under budget.", "The barrage has a £93m budget."),
        ("Of the barrage fund, £40m remains.", "The barrage would cost £93m."),
        ("The barrage came in £40m over its budget.", "The minister spoke of £93m for the barrage."),
    ],
)
def test_a_saving_and_what_is_left_are_no_rival_figures_of_a_cost(change: str, level: str) -> None:
    answer = judged(sum_of(change), sum_of(level))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.KIND,))
    assert answer.question == "Is each figure a cost, a budget, or a change in one?"


def test_two_savings_that_do_not_meet_are_in_conflict() -> None:
    a, b = sum_of("Dropping the lock would save £60m."), sum_of("Dropping the lock would save £36m.")
    assert judged(a, b).verdict is V.CONFLICT


def test_what_was_set_aside_is_not_what_it_came_to() -> None:
    text = "The overall cost of the barrage was £8.9m, lower than the £9.3m set aside."
    answer = judged(sum_of(text, "£8.9m"), sum_of(text, "£9.3m"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.KIND,))
    assert "£8.9m is a cost; £9.3m is a budget" in answer.sentence


def test_two_budgets_of_one_thing_are_in_conflict() -> None:
    a, b = sum_of("The barrage has a £56m budget."), sum_of("The budget for the barrage is £75m.")
    assert judged(a, b).verdict is V.CONFLICT


def test_a_budget_against_a_sum_of_no_named_account_says_which_is_the_budget() -> None:
    answer = judged(sum_of("The barrage was allocated £56m."), sum_of("The minister spoke of £106m."))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.KIND, R.BASIS_UNSTATED))
    assert "£56m is a budget" in answer.sentence


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("They set down £21m for Stage One, £19m for Stage Two and £8m for pumps.", "for “Stage One”"),
        ("Stage 1: Harwell-Tansy\t£21m", "for “Stage 1”"),
        ("Costs for Stage 1 are now as high as £21m.", "for “Stage 1”"),
        ("It will cost £21m to build the control tower.", "“to build the control tower”"),
        ("The total includes £21m contingency.", "the “contingency”"),
        ("The main costs were £21m on land and moorings.", "for “land and moorings”"),
        ("The £21m fish ladder is late.", "the “fish ladder”"),
        ("It took £21m from the £100m fund.", "one of several"),
        ("The sluice alone will cost £21m.", "one of several"),
    ],
)
def test_a_part_is_told_from_the_whole_by_the_words_at_the_sum(part: str, said: str) -> None:
    assert parts.read(figure("21m"), sum_of(part, "£21m").told()).said == said
    answer = judged(sum_of(part, "£21m"), sum_of("The minister put the barrage at £106m."))
    assert answer.verdict is V.DIFFERS_BY_BASIS
    assert R.SCOPE in answer.reasons
    assert said in answer.sentence


def test_two_stages_are_two_things_and_one_stage_is_one_however_it_is_numbered() -> None:
    first = sum_of("The barrage's Stage One will cost £57m.")
    assert judged(first, sum_of("The barrage's Stage 2 will cost £25m.")).reasons == (R.SCOPE,)
    assert judged(first, sum_of("Stage 1 of the barrage will cost £82m.")).verdict is V.CONFLICT
    assert judged(first, sum_of("The first stage of the barrage will cost £82m.")).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The barrage will cost £88m.", "The scheme will cost £106m."),
        ("They will spend £88m on the barrage.", "The cost of the barrage is £140m."),
        ("The council gave £50m for the new barrage.", "The barrage grant is £80m."),
        ("The cost of the crossing is £50m.", "The bill for the bridge is £80m."),
        ("The county will give £50m to harbours in the north.", "Northern ports will get £80m."),
    ],
)
def test_a_purpose_that_the_other_text_has_too_or_a_whole_sets_nothing_apart(one: str, other: str) -> None:
    assert judged(sum_of(one), sum_of(other)).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The barrage will cost £106m.", "Closing the site office costs £2.2m."),
        ("The county paid its clerk £92,000.", "The barrage will cost £106m."),
    ],
)
def test_nobody_disputes_a_sum_by_an_order_of_magnitude(one: str, other: str) -> None:
    answer = judged(sum_of(one), sum_of(other))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert "lie too far apart" in answer.sentence


def test_other_prices_can_make_an_order_of_magnitude() -> None:
    cash = sum_of("The payments for the barrage add up to £347m.")
    value = sum_of("Over a century the barrage is worth £34m today.", price="npv")
    assert judged(cash, value).reasons == (R.PRICE_BASIS, R.BASIS_UNSTATED)


def test_in_the_same_terms_an_order_of_magnitude_is_a_dispute_or_a_slip() -> None:
    a, b = sum_of("The barrage will cost the county £106m."), sum_of("The barrage will cost the county £9m.")
    assert judged(a, b).verdict is V.CONFLICT
    slip = judged(a, sum_of("The new barrage costs £106bn."))
    assert (slip.verdict, R.SUSPECT_SLIP in slip.reasons) == (V.CONFLICT, True)


def test_an_open_bound_that_allows_a_sum_of_another_order_is_no_agreement_with_it() -> None:
    words = figure("57bn", words="as high as", qualifier=Qualifier.AT_MOST)
    bound = statement(words, "The barrage could cost as high as £57bn.", surface="as high as £57bn")
    answer = judged(bound, sum_of("Each household on the estuary gained £2.30."))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))


def test_games_called_by_another_place_and_year_are_another_event() -> None:
    text = "Oslo 1952 cost £4m in today's money, while Turin 2006 cost £80m."
    assert judged(sum_of(text, "£80m"), sum_of("The bill for Oslo 1952 came to £60m.")).reasons == (R.DIFFERENT_EVENT,)
    assert judged(sum_of(text, "£4m"), sum_of("The bill for Oslo 1952 came to £6m.")).verdict is V.CONFLICT


def test_years_between_two_estimates_leave_their_prices_open() -> None:
    old = sum_of("The barrage is forecast to cost £50m.", on="2015-03-25", status="forecast")
    new = sum_of("The county says that the barrage could cost £103m.", on="2026-05-20", status="forecast")
    answer = judged(old, new)
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.REF_PERIOD,))
    assert "£50m is as told in March 2015; £103m is as told in May 2026" in answer.sentence
    assert answer.question == "In which prices is each estimate, and does the later one replace the earlier?"
    soon = sum_of("The county says that the barrage could cost £103m.", on="2015-09-20", status="forecast")
    assert judged(old, soon).verdict is V.CONFLICT


def test_the_original_estimate_is_an_earlier_figure_and_replaces_nothing() -> None:
    new = sum_of("The barrage will cost £93m.", on="2011-02-16", status="forecast")
    for text in ("The original estimate for the barrage was £24m.", "It is four times the £24m originally quoted."):
        answer = judged(new, sum_of(text, on="2012-12-06"))
        assert (answer.verdict, R.REF_PERIOD in answer.reasons) == (V.DIFFERS_BY_BASIS, True)
        assert "£24m is an earlier figure" in answer.sentence


@pytest.mark.parametrize(
    "text",
    [
        "About £27m of that cost will come from dredging.",
        "The other £27m will be spent on dredging.",
        "The remainder of the cost, or £27m, is for dredging.",
        "The county pays £27m of an estimated £47m.",
    ],
)
def test_a_part_of_a_cost_is_no_rival_of_the_cost(text: str) -> None:
    whole = sum_of("The barrage will cost £47m.")
    assert R.SCOPE in judged(sum_of(text, "£27m"), whole).reasons
    assert judged(sum_of("The barrage will cost £27m."), whole).verdict is V.CONFLICT


def test_a_stretch_of_years_alone_makes_no_part() -> None:
    spent = sum_of("Over the past five years alone £27m has gone into the barrage.")
    assert not spent_is_part(spent)
    assert spent_is_part(sum_of("The sluice alone will cost £27m."))


def spent_is_part(said: Statement) -> bool:
    return parts.read(said.claim.figure, said.told()).is_one_of_several


def test_what_is_lent_is_not_what_lending_it_costs() -> None:
    cost = sum_of("The scheme will cost £47m.")
    answer = judged(cost, sum_of("The scheme stands behind £86m in new student loans."))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.KIND,))
    assert judged(cost, sum_of("The scheme will forgive £86m in student loans.")).verdict is V.CONFLICT


def test_a_saving_may_name_who_saves() -> None:
    assert accounts.read(*_read("Dropping the lock could save the county £40m.")) is Account.SAVING
    assert accounts.read(*_read("The county could spend £40m.")) is None


def _read(text: str) -> tuple[Figure, Told]:
    said = sum_of(text)
    return said.claim.figure, said.told()


def test_what_lies_beyond_any_basis_is_another_thing_whatever_the_basis() -> None:
    total = sum_of("The barrage will cost £47bn over 10 years.", horizon="P10Y")
    income = statement(figure("125k", per="year"), "Those who earn £125k a year pay for it.", surface="£125k a year")
    answer = judged(total, income)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE,))
    assert "lie too far apart" in answer.sentence
    rate = statement(figure("125m", per="year"), "The barrage takes £125m a year.", surface="£125m a year")
    assert judged(total, rate).reasons == (R.RATE_VS_TOTAL,)
    each = statement(figure("210", per="household"), "It costs £210 per household.", surface="£210 per household")
    assert judged(total, each).verdict is V.DIFFERS_BY_BASIS


def test_a_horizon_beside_none_asks_for_the_years_of_the_other() -> None:
    total = sum_of("The barrage will cost £47m over 30 years.", horizon="P30Y")
    answer = judged(total, sum_of("The barrage will cost £31m."))
    assert (answer.verdict, answer.question) == (V.CONFLICT, "Over how many years is £31m?")


def test_years_to_a_deadline_are_set_against_a_number_of_years() -> None:
    total = sum_of("Over the next 25 years the barrage may cost £54m.", horizon="P25Y", on="2025-09-05")
    due = sum_of("The barrage needs £7.2m by the end of the decade.", target_date="2029", on="2024-04-24")
    assert judged(total, due).reasons == (R.REF_PERIOD,)
    decade = sum_of("The barrage needs £7.2m this decade.", period="202X", on="2024-04-24")
    assert judged(total, decade).reasons == (R.REF_PERIOD,)
    near = sum_of("The barrage will cost £47m by 2034.", target_date="2034", on="2024-04-24")
    ten = sum_of("The barrage will cost £31m over 10 years.", horizon="P10Y", on="2024-04-24")
    assert judged(near, ten).verdict is V.CONFLICT
