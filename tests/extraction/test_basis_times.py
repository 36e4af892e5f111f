"""Whose date it is: a period, a deadline, the end of a run, or the day of something else in the sentence."""

import pytest

from tests.extraction.press_sentences import stated


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # when something was set, announced, introduced or agreed
        ("In 2021, the board committed to build 60 clinics by 2031.", "60 clinics", "target"),
        ("In March, the council announced its plan to hire 90 wardens.", "90 wardens", "plan"),
        ("The scheme introduced by Mayor Ann Lee this week will cost £9m a year.", "£9m a year", None),
        ("In December 2023, a lower target of 76% was introduced.", "76%", "target"),
        ("The standard was last met in 2015, with a gap of 900 beds now.", "900 beds", None),
        ("The board in January estimated that the new line would cost £9m.", "£9m", "estimate"),
        ("Bus fares rose after the mayor's £9m deal with the firm in March.", "£9m", None),
        ("The bill that was pulled in March also cut 900 jobs.", "900 jobs", None),
        ("The pier will cost £9m with an opening date in late 2030.", "£9m", None),
        ("The pier will cost £9m and open in 2030.", "£9m", None),
        ("The 4-mile pier was built in 1977.", "4-mile", None),
        ("In November the board shared an updated estimate of £9m.", "£9m", "estimate"),
        ("He pointed to a 2013 pier collapse, where it took years to get £9m back.", "£9m", None),
        ("The storm cost £9m, three times the 2018 estimates of another.", "£9m", None),
        ("The plan, drawn up in 2019, foresees 12 stations.", "12 stations", "forecast"),
        ("In April 2022 the bank said it would close 60 branches.", "60 branches", None),
        ("The committee heard in May that 900 cells had been lost.", "900 cells", None),
        # another clause, or a deadline of it
        ("The queue has fallen to 900 since May, but experts say it will not be cleared by 2029.", "900", None),
        ("The board wants to end the use of tents by 2029, with tents said to have cost £9m.", "£9m", None),
        ("It will cost £9m a year, forms to be handed out in October.", "£9m a year", None),
        ("The queue fell to 900, helped by mild weather in 2024.", "900", None),
        ("What was a dream of the 1970s is law, now backed by 90% of farmers.", "90%", None),
        ("In 2024 the board put the cost at £9m over ten years.", "£9m", "estimate"),
        # a clause that another joint opens
        ("The dam slips to 2030 as its bill reaches £9m", "£9m", None),
        ("The mill closed in 2023 and its debts stand at £9m.", "£9m", None),
        ("The mine may not open until 2029, or even 2031, and its price could reach £9m.", "£9m", "forecast"),
        ("The budget was £9m and the opening was held in 2024.", "£9m", None),
        ("The firm lost £9m on the dam, partly because its rent went up by 4% between 2021 and 2022.", "£9m", None),
        ("The pier will close in early 2026, despite a grant of £9m.", "£9m", None),
        ("The forecast, down from 9% in spring, is tied to a pledge to end delays by July 2026.", "9%", "forecast"),
        # a former mark is not of the time in which it fell
        ("In 2023 the harbour passed the previous record of 900 boats.", "900 boats", None),
        ("The 2023 season beat the old high, 900 boats.", "900 boats", None),
        # when it was estimated, promised or put off
        ("The bill is below the £9m that was estimated in 2023.", "£9m", "estimate"),
        ("It has built 900 of the homes that it pledged in 2021.", "900 of the homes", None),
        ("The opening was put back to 2030, at a cost of £9m.", "£9m", None),
        ("The £9m forecast in February was low.", "£9m", "forecast"),
        ("It is 4% up on the £9m estimated in 2023.", "£9m", None),
        ("It was projected in 2019 to cost £9m.", "£9m", "forecast"),
        ("It is up from £9m in the March estimate.", "£9m", "estimate"),
        # a toll since, and what is only compared with
        ("It has lost 900 boats and 300 rafts since it launched its service in 2022.", "300 rafts", None),
        ("Dues made up 34%, double that in 2018, of its income.", "34%", None),
        # what something else goes back to, or is reckoned by
        ("Going back to the rents of the 1990s would save £9m.", "£9m", None),
        ("It is £9m at the exchange rates of May 2024.", "£9m", None),
    ],
)
def test_the_day_of_something_else_is_no_period(text: str, surface: str, expected: str | None) -> None:
    said = stated(text, surface)
    assert "period" not in said
    assert said.get("status") == expected


@pytest.mark.parametrize(
    ("text", "surface", "period"),
    [
        ("In October the board was told that £5m a day was being spent on tents.", "£5m a day", "2024-10"),
        ("The number of tents stood at a record 9,100 last month as the frost came.", "9,100", "2025-05"),
        ("It is down 15% from the end of March, when the total was 9,100.", "9,100", "2025-03"),
        ("That is 42% lower than when the queue peaked in May 2023 and 900 people waited.", "900 people", "2023-05"),
        ("It is 5% fewer than the 900 tents in May 2023.", "900 tents", "2023-05"),
        ("It spent £2m more than it said it had spent in May (£4m).", "£4m", "2025-05"),
        ("There were 900 people in tents, usually old ones, in May, as well as 40 in huts.", "900 people", "2025-05"),
        ("It came to 900 boats in May, relating to 400 owners.", "400 owners", "2025-05"),
        ("When the hut was introduced in 2011, there were 900 beds, and now there are 50.", "900 beds", "2011"),
        ("The 900 people who were hurt in 2019 have been paid.", "900 people", "2019"),
        ("The army grew from 1981's 500,000 soldiers.", "500,000 soldiers", "1981"),
        ("There were 4,300 boats in 2024, up on 2023’s 4,100 rafts.", "4,100 rafts", "2023"),
        ("There were 4,300 boats in 2024, up on 2023’s 4,100 rafts.", "4,300 boats", "2024"),
        ("Sales were £4m in May, below last year's total of £5m.", "£5m", "2024"),
        ("The pumps ran for 3,614,428 hours in 2024.", "3,614,428 hours", "2024"),
        ("It must be 4,100 homes up to 2019.", "4,100 homes", None),
        ("Some 72 tonnes of hay, worth £9m, were sold in 2022, in spite of the frost.", "£9m", "2022"),
        # a scale word right before its time
        ("Roads cost the town £3 billion last year.", "£3 billion", "2024"),
        # the year of what a share is measured by
        ("Output was 53% of 2013 levels.", "53%", None),
        # a year of two numbers
        ("In the 2024-25 school year there were 40 teachers.", "40 teachers", "2024/2025"),
        ("Some 900 fans were hurt in the 2023/24 football season.", "Some 900 fans", "2023/2024"),
        ("In the academic year 2023-24 a place cost £9,000.", "£9,000", "2023/2024"),
        # what happened to those who are counted
        ("Some 900 sheep died in 2024, the fewest since 2019.", "Some 900 sheep", "2024"),
        ("In all 40 shops have closed in 2024.", "40 shops", "2024"),
        ("The 40 babies born in March are well.", "40 babies", "2025-03"),
        ("Ann Hale, who has 40 shops, died in 2024.", "40 shops", None),
        ("Some 40 bids were announced in 2024.", "Some 40 bids", None),
        # how many there were on a day
        ("On 3 July 2024 the herd in Wales was 9,100.", "9,100", "2024-07-03"),
        ("The herd stood at 9,100 on 3 July 2024.", "9,100", "2024-07-03"),
        (
            "The fair opened on 3 July 2024, when the queue in the town reached a record high of 9,100.",
            "9,100",
            "2024-07-03",
        ),
        ("On 3 July 2024 the board said the herd was 9,100.", "9,100", None),
        # of the year before
        ("The mill earned €4m in 2023, against a loss of €9m the year before.", "€9m", "2022"),
        ("Sales were €4m in 2023, compared with €9m the previous year.", "€9m", "2022"),
        # one time for a list
        ("Oats will bring in £9m in 2027, and rye £4m.", "£4m", "2027"),
        ("It fell by 27% in 2023, to 900 people.", "900 people", "2023"),
        ("Oats will bring in £9m in 2027, and rye £4m in 2028.", "£4m", "2028"),
        ("Rents in the town rose by 4.0% between 2022 and 2023.", "4.0%", "2022/2023"),
    ],
)
def test_the_date_of_its_own_clause_is_the_period(text: str, surface: str, period: str | None) -> None:
    assert stated(text, surface).get("period") == period


def test_each_end_of_a_move_has_its_own_date_and_the_amount_that_of_the_last() -> None:
    text = "The queue rose by 7% from 148 people in April to 158 people last month."
    assert [stated(text, one).get("period") for one in ("7%", "148 people", "158 people")] == [
        "2025-05",
        "2025-04",
        "2025-05",
    ]
    text = "At the end of April the queue had gone down from 385 people to 383 people."
    assert [stated(text, one).get("period") for one in ("385 people", "383 people")] == [None, "2025-04"]
    text = "Between 2019 and 2024, the herd rose from 47 cows to 110 cows."
    assert [stated(text, one).get("period") for one in ("47 cows", "110 cows")] == ["2019", "2024"]
    text = "The board revised its estimate of growth in 2024 from 0.4% to 0.2%."
    assert [stated(text, one).get("period") for one in ("0.4%", "0.2%")] == ["2024", "2024"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        # what a time behind the former amount says: of that amount alone
        ("Profit fell 20% to $12m from $15m a year ago.", {"20%": None, "$12m": None, "$15m": "2024"}),
        ("Sales climbed to $2.1bn from $1.9bn in the same period last year.", {"$2.1bn": None, "$1.9bn": "2024"}),
        ("Exports rose to 5,100 tonnes from 4,300 tonnes in 2019.", {"5,100 tonnes": None, "4,300 tonnes": "2019"}),
        ("Growth slowed to 3.8% from 3.6% in March.", {"3.8%": None, "3.6%": "2025-03"}),
        ("Profit rose to £4m in the first quarter from £3m a year ago.", {"£4m": "2025-Q1", "£3m": "2024-Q1"}),
        ("In May profit fell by 20%, to $12m from $15m a year ago.", {"20%": "2025-05", "$15m": "2024-05"}),
        # of the move where it is the time just over
        ("Sales rose 9% to £4m from £3m in the first quarter.", {"9%": "2025-Q1", "£4m": "2025-Q1", "£3m": None}),
        ("Growth slowed to 3.8% from 3.6% in May.", {"3.8%": "2025-05", "3.6%": None}),
        ("Profit rose to £4m from £3m in the year to March 2025.", {"£4m": "2024-04/2025-03", "£3m": None}),
        ("It rose to 110 cows from 47 cows between 2019 and 2024.", {"110 cows": "2024", "47 cows": "2019"}),
        # of a forecast that was revised, both are for one time
        ("It cut its growth forecast to 6% from 7% for 2026.", {"6%": "2026", "7%": "2026"}),
        ("It cut its forecast to 6% from an earlier estimate of 7% for 2026.", {"6%": "2026", "7%": "2026"}),
        # the part of the year that leads, in the year of each end
        (
            "In the first half of the year, dues rose from £3m in 2018 to £5m in 2019.",
            {"£3m": "2018-01/2018-06", "£5m": "2019-01/2019-06"},
        ),
        ("In May, dues rose to £5m in 2019 from £3m in 2018.", {"£3m": "2018-05", "£5m": "2019-05"}),
        ("In 2020, dues rose to £5m in 2019 from £3m in 2018.", {"£3m": "2018", "£5m": "2019"}),
        # past a bracket of what the figure is made of
        ("It sold 900 bales (of 170kg each) in 2024.", {"900 bales": "2024", "170kg": None}),
        ("It cost £6m (5% of income) in 2024.", {"£6m": "2024", "5%": "2024"}),
        # of what happened, not of those asked about it
        ("It asked 900 homes if they had been robbed in the previous year.", {"900 homes": None}),
        # a time that leads holds for a list
        ("In 2023 the board spent £5m on roads and £6m on rail.", {"£5m": "2023", "£6m": "2023"}),
        ("In 2023 it spent £5m on roads, £6m on rail and £7m on parks.", {"£7m": "2023"}),
        ("For 2023 it told them to pay £9m: Orme had to find £5m, and Kell £4m.", {"£5m": "2023", "£4m": "2023"}),
        ("In 2019 it bought a £5m boat and has 40 crew now.", {"£5m": "2019", "40 crew": None}),
        ("It must pay £9m, for its work in 2023, followed by Kell, which owes £4m.", {"£9m": "2023", "£4m": None}),
        # when a former forecast was made
        ("It raised its forecast of sales to £9m from £8m in May.", {"£9m": None}),
        # what was reported for a former time
        ("The herd was 9 cows, up from 7 cows reported a year earlier.", {"7 cows": "2024"}),
        ("The herd of 9 cows was reported in May.", {"9 cows": None}),
        # the month that the text reports
        ("Dues rose 3% in January. It sold 90 boats during the month.", {"90 boats": "2025-01"}),
        ("It made £9m in the first quarter. Rent for the quarter was £2m.", {"£2m": "2025-Q1"}),
        ("It made £9m in the year to March 2023. It paid £2m during the year.", {"£2m": "2022-04/2023-03"}),
        ("It made £9m in 2019. It will pay £2m in the month after the vote.", {"£2m": None}),
        # a move on a time before, and the time at which a record was set
        ("Rents rose in the first quarter, up 4% on the last quarter of 2024.", {"4%": "2025-Q1"}),
        (
            "The 2016 sum was the lowest since 2013, when the number of boats the yard built each year stood at 620.",
            {"620": "2013"},
        ),
        # each of a list its own
        ("In 2023 and 2024 there were 90 and 70 leaks respectively.", {"90": "2023", "70 leaks": "2024"}),
        ("Sales were £4m and £5m in 2023 and 2024 respectively.", {"£4m": "2023", "£5m": "2024"}),
        # a month of two years
        ("A pass rose from £5 in May last year to £6 in May this year.", {"£5": "2024-05", "£6": "2025-05"}),
    ],
)
def test_a_time_behind_what_something_came_from_is_of_that_alone_or_of_the_move(
    text: str, periods: dict[str, str | None]
) -> None:
    assert {surface: stated(text, surface).get("period") for surface in periods} == periods


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("The board gave £4m for the period to 2029-30.", "£4m", {"scope": "until 2029-04/2030-03"}),
        ("It gave £4m up to 2029-30 for roofs.", "£4m", {"scope": "until 2029-04/2030-03"}),
        ("It would cost £4m across all schools through 2032.", "£4m", {"scope": "until 2032"}),
        ("It set a target of March 2026 for 76% of patients.", "76%", {"target_date": "2026-03"}),
        ("The plan is a 55% cut in waste by 2030 compared with 1990.", "55%", {"target_date": "2030"}),
        ("Some 43% of the huts were built before 1985.", "Some 43%", {"target_date": None, "period": None}),
        ("Some 50 huts are planned by 2030.", "Some 50 huts", {"target_date": "2030"}),
        ("The mine may not open until 2029 at a price of £9m.", "£9m", {"scope": None}),
        ("Barges are built through to 2058, with five boats due in 2050.", "five boats", {"scope": None}),
        ("Over nearly two decades the firm is to pay £9m.", "£9m", {"horizon": "P20Y", "kind": "total"}),
        ("The cost over the next four financial years is £9m.", "£9m", {"horizon": "P4Y", "kind": "total"}),
        ("Budget 2022: farm grants to rise by £9m", "£9m", {"period": None}),
        ("Over more than 30 years the lease costs £9m.", "£9m", {"horizon": "P30Y", "kind": "total"}),
        ("Since the levy was introduced in 2000, it has risen by 30%.", "30%", {"baseline": "2000", "period": None}),
        ("It is down 15% from the end of March.", "15%", {"baseline": "end of March", "scope": None}),
        ("This is a cut by 13% and the lowest number since May 2021.", "13%", {"baseline": None}),
        ("Rents rose by 9%, the fastest since 2006.", "9%", {"baseline": None}),
        (
            "It pledged 60 huts by 2030, of whom 900 families had waited more than a year.",
            "900 families",
            {"per": None},
        ),
        # lengths that are no run of years
        ("The share waiting over 52 weeks fell to 5%, and 9% waited over 18 weeks.", "9%", {"horizon": None}),
        ("It asks for a reduction to 3,400 patients over three years.", "3,400 patients", {"horizon": None}),
        ("It costs £4m, which raises debt over the next decade and beyond.", "£4m", {"horizon": None}),
        ("It sued the board over the plan with 60 states.", "60 states", {"kind": None}),
        ("Thefts rose by 20%, the highest level for seven years.", "20%", {"horizon": None}),
        ("It pays £4m interest for ten years.", "£4m", {"horizon": "P10Y"}),
        # lengths that are
        ("The ten-year cost in lost fares will be roughly £4m.", "roughly £4m", {"horizon": "P10Y", "kind": "total"}),
        ("It is part of a two-year £4m rescue programme.", "£4m", {"horizon": "P2Y"}),
        ("One-time relief would cost £4m over 30 years.", "£4m", {"horizon": "P30Y", "kind": "total"}),
        ("It was £3m over ten years. It is now £4m over the same period.", "£4m", {"horizon": "P10Y"}),
    ],
)
def test_a_run_ends_where_the_words_say(text: str, surface: str, expected: dict[str, str | None]) -> None:
    said = stated(text, surface)
    assert {name: said.get(name) for name in expected} == expected


def test_what_a_move_is_measured_from_is_said_of_its_amount_alone() -> None:
    text = "Costs fell 20% to £6m from £7m year on year."
    assert stated(text, "20%").get("baseline") == "a year earlier"
    assert [stated(text, one).get("baseline") for one in ("£6m", "£7m")] == [None, None]
