"""Of which day a figure without a period is: levels and running rates age, what one thing costs does not."""

import pytest

from app.comparison.statement import Statement
from app.domain.verdict import Reason, Verdict
from tests.comparison.judgements import judged
from tests.comparison.statements import figure, statement

R, V = Reason, Verdict


def boats(written: str, text: str, on: str | None, **basis: str) -> Statement:
    return statement(figure(written, "boat"), text, surface=f"{written} boats", on=on, **basis)


def a_day(written: str, text: str, on: str, **basis: str) -> Statement:
    return statement(figure(written, per="day"), text, surface=f"£{written} a day", on=on, kind="rate", **basis)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There are 412 boats in the harbour.", "There are 530 boats in the harbour."),
        ("The fleet now stands at 412 boats.", "The fleet has reached 530 boats."),
        ("The fleet fell to 412 boats.", "At the quay 530 boats are being repaired."),
        ("In all 412 boats are moored in the harbour.", "The harbour has a record 530 boats."),
    ],
)
def test_a_count_told_as_of_now_is_of_its_day(one: str, other: str) -> None:
    early, late = boats("412", one, "2022-02-03"), boats("530", other, "2023-09-19")
    answer = judged(early, late)
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.REF_PERIOD,))
    assert "412 boats is as told in February 2022; 530 boats is as told in September 2023" in answer.sentence
    assert answer.question == "For which month is each figure?"
    for soon in ("2022-02-03", "2022-02-20"):
        assert judged(early, boats("530", other, soon)).verdict is V.CONFLICT


def test_of_undated_texts_nothing_says_that_a_level_has_moved() -> None:
    one, other = "There are 412 boats in the harbour.", "There are 530 boats in the harbour."
    assert judged(boats("412", one, None), boats("530", other, "2023-09-19")).verdict is V.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry firm ordered 412 boats.", "The ferry firm ordered 530 boats."),
        ("The storm sank 412 boats.", "The storm sank 530 boats."),
        ("The order is for 412 boats.", "The order is for 530 boats."),
        ("The deal is to bring 412 boats.", "The deal is to bring 530 boats."),
        ("The firm has offered the port 412 boats.", "The firm has offered the port 530 boats."),
    ],
)
def test_a_count_of_what_was_done_or_agreed_does_not_age(one: str, other: str) -> None:
    assert judged(boats("412", one, "2022-02-03"), boats("530", other, "2023-09-19")).verdict is V.CONFLICT


def test_a_share_told_before_a_period_began_is_not_of_it() -> None:
    def on_time(percent: str, text: str, on: str, **basis: str) -> Statement:
        return statement(figure(percent, "percent"), text, surface=f"{percent}%", on=on, kind="share", **basis)

    old = on_time("88", "88% of ferries sailed on time.", "2016-03-10")
    answer = judged(old, on_time("73", "73% of ferries sailed on time.", "2025-02-13", period="2025-01"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.REF_PERIOD,))
    assert "88 % is as told in March 2016; 73 % is for January 2025" in answer.sentence
    late = on_time("73", "73% of ferries sailed on time.", "2016-03-12", period="2016-02")
    assert judged(old, late).verdict is V.CONFLICT


def test_a_level_at_the_end_of_a_year_is_of_no_other_time_of_it() -> None:
    end = boats("412", "At the end of 2025 there were 412 boats in the harbour.", "2026-02-26", period="2025")
    spring = boats("530", "There are 530 boats in the harbour.", "2025-05-22")
    assert judged(end, spring).reasons == (R.REF_PERIOD,)
    over = boats("412", "Over 2025 the yard built 412 boats.", "2026-02-26", period="2025")
    assert judged(over, boats("530", "The yard built 530 boats.", "2026-02-27")).verdict is V.CONFLICT


def test_a_rate_that_is_running_is_of_its_day_and_what_a_treaty_pays_is_not() -> None:
    early = a_day("4.7m", "The county is spending £4.7m a day on pumps.", "2022-02-03")
    late = a_day("8m", "The county is now spending £8m a day on pumps.", "2023-09-19")
    assert judged(early, late).reasons == (R.REF_PERIOD,)
    assert judged(early, a_day("8m", "The county is spending £8m a day on pumps.", "2022-02-05")).verdict is V.CONFLICT
    pays = a_day("4.7m", "Under the treaty the county will pay £4.7m a day.", "2022-02-03")
    paid = a_day("8m", "The treaty obliges the county to pay £8m a day.", "2023-09-19")
    assert judged(pays, paid).verdict is V.CONFLICT


def test_what_one_project_costs_is_disputed_however_long_after() -> None:
    one = statement(figure("40m"), "The barrage costs £40m.", surface="£40m", on="2022-02-03")
    other = statement(figure("60m"), "The barrage costs £60m.", surface="£60m", on="2023-01-19")
    assert judged(one, other).verdict is V.CONFLICT


def test_a_sum_that_is_being_spent_can_be_the_rate_told_in_the_same_week() -> None:
    rate = a_day("8m", "The county is spending £8m a day on pumps.", "2023-09-19")
    said = "The mayor told the council that it was spending £6m on pumps."
    answer = judged(rate, statement(figure("6m"), said, surface="£6m", on="2023-09-18"))
    assert (answer.verdict, answer.reasons) == (V.CONFLICT, (R.MAGNITUDE,))
    for on, text in (("2023-06-18", said), ("2023-09-18", "The council paid £6m for pumps.")):
        assert judged(rate, statement(figure("6m"), text, surface="£6m", on=on)).reasons == (R.RATE_VS_TOTAL,)


def test_two_earlier_levels_told_a_season_apart_are_of_two_days() -> None:
    early = boats("412", "This is up from the previous record of 412 boats.", "2022-02-03")
    late = boats("530", "The number is down from 530 boats.", "2023-09-19")
    assert judged(early, late).reasons == (R.REF_PERIOD,)
    assert judged(early, boats("530", "The number is down from 530 boats.", "2022-02-05")).verdict is V.CONFLICT


def test_who_raises_a_count_of_their_own_tells_no_other_days_level() -> None:
    first = statement(
        figure("140", "person"),
        "The Quay Agency says that 140 people live in the old fort.",
        surface="140 people",
        on="2025-03-01",
        speaker="Quay Agency",
    )
    for text, expected in (
        ("The Quay Agency has raised its count of people who live in the old fort to 210 people.", V.SUPERSEDED),
        ("The Quay Agency says that 210 people live in the old fort.", V.DIFFERS_BY_BASIS),
    ):
        later = statement(figure("210", "person"), text, surface="210 people", on="2025-06-08", speaker="Quay Agency")
        assert judged(first, later).verdict is expected


def test_a_toll_that_goes_on_rising_is_of_its_day() -> None:
    early = statement(
        figure("412", "death"), "The toll has risen to 412 deaths.", surface="412 deaths", on="2022-02-03"
    )
    text = "In seven months of floods 530 deaths have been counted."
    late = statement(figure("530", "death"), text, surface="530 deaths", on="2022-06-09", horizon="P7M")
    assert judged(early, late).reasons == (R.REF_PERIOD,)


@pytest.mark.parametrize(("period", "verdict"), [("2018", V.DIFFERS_BY_BASIS), ("2023", V.CONFLICT)])
def test_what_is_told_of_no_time_is_not_of_one_long_over(period: str, verdict: Verdict) -> None:
    dues = {"surface": "4.8%", "denominator": "dues", "on": "2025-02-03"}
    undated = statement(figure("4.8", "percent"), "The gap came to 4.8% of dues.", **dues)
    text = f"The gap came to 5.6% of dues in {period}."
    past = statement(figure("5.6", "percent"), text, **{**dues, "surface": "5.6%", "period": period})
    assert judged(undated, past).verdict is verdict
