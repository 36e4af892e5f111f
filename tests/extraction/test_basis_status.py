"""How sure a figure is: paid, signed, planned, aimed at, forecast or estimated, and on what assumption."""

import pytest

from tests.extraction.marked_basis import basis_of, read, values
from tests.extraction.marked_text import marked
from tests.extraction.press_sentences import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers pledged [£2bn|money] for prisons.", {"status": "target"}),
        # what is reached, asked for or offered is neither aimed at nor planned
        ("The town hit its target of planting [900 trees|quantity].", {}),
        ("The target of [900 homes|quantity] was met at last.", {}),
        ("The town aims to hit its target of [900 trees|quantity].", {"status": "target"}),
        ("The trust proposed a fee of [£5|money].", {}),
        ("The union asked for [£5m|money].", {}),
        # nor is the time in which estimates were drawn up estimated
        ("Since the initial projections it lost [£5m|money].", {}),
        ("The ministry expects revenue of [€12bn|money].", {"status": "forecast"}),
        ("The toll could reach [300|quantity].", {"status": "forecast"}),
        ("Losses are estimated at [€12bn|money].", {"status": "estimate"}),
        ("The singer reportedly earned [$9m|money].", {"status": "reported"}),
        ("The striker is said to earn [£9m|money].", {"status": "reported"}),
        ("The signed contract fixes a fee of [£9m|money].", {"status": "signed"}),
        ("The outturn was [£9m|money].", {"status": "outturn"}),
        ("It earmarked £9m, of which [£2m|money] has already been spent.", {"scope": "of which", "status": "outturn"}),
        ("It earmarked [£9m|money], of which £2m has already been spent.", {"status": "plan"}),
        ("The storm could wipe out [40,000 cattle|quantity].", {"status": "forecast"}),
        ("Losses were [$20bn|money], the reinsurer estimated.", {"status": "estimate"}),
        ("Security was initially estimated at [£282m|money].", {"status": "estimate"}),
        ("In its [March|date 2025-03] report the bank put losses at [€4bn|money].", {"status": "estimate"}),
        ("The estimate in [May|date 2025-05] of [£56m|money] was low.", {"status": "estimate"}),
        # a forecast or a plan that another clause makes
        ("The line, which could be the longest yet, concerns a bill of [£106m|money].", {}),
        ("The plans also mean the council has [£592m|money] worth of land.", {}),
        ("The works could overshoot their [£9m|money] budget.", {}),
        ("It could have a [£9m|money] budget.", {"status": "forecast"}),
        ("It spent [£9m|money] of the original plan.", {}),
        ("The hall is set to cost [£9m|money].", {"status": "plan"}),
        ("It spent [£9m|money] under the plans.", {"status": "plan"}),
        ("It could cost [£9m|money] and trains will be slower than planned.", {"status": "forecast"}),
        ("The [2014|date] Commonwealth Games could cost [£9m|money].", {"status": "forecast"}),
        ("The line could cost [£90m|money], and could be finished by [2043|date].", {"status": "forecast"}),
        # by when a target is to be met
        (
            "Emissions must fall by [55%|percentage] from 1990 levels by [2030|date 2030].",
            {"kind": "change", "status": "target", "target_date": "2030", "baseline": "1990 levels"},
        ),
        (
            "The goal set in [2015|date 2015] was [9%|percentage] of homes by [2030|date 2030].",
            {"kind": "share", "denominator": "homes", "status": "target", "target_date": "2030"},
        ),
        # assumptions
        ("If oil stays at $80 a barrel, the gap will be [£3bn|money].", {"assumption": "oil stays at $80 a barrel"}),
        (
            "On the basis that half of staff accept, it costs [£40m|money].",
            {"assumption": "half of staff accept"},
        ),
        ("At current prices for wheat, farms lose [£70m|money].", {"assumption": "current prices for wheat"}),
        ("Assuming wages rise, the scheme costs [£5m|money].", {"assumption": "wages rise"}),
        ("On the central bank's forecast, debt is worth [£5m|money].", {"assumption": "the central bank's forecast"}),
        ("Assuming Oslo joins the EU, it costs [£5m|money].", {"assumption": "Oslo joins the EU"}),
    ],
)
def test_the_status_of_a_figure_is_what_its_words_say(text: str, expected: dict[str, str]) -> None:
    assert [said for _, said in read(text)] == [expected]


def test_a_contrast_ends_a_pledge() -> None:
    text = "The party pledged [£9bn|money], but the audit found [£4bn|money]."
    assert [said.get("status") for _, said in read(text)] == ["target", None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under the plans drawn up in spring, the port has [£4m|money] for cranes.", ["plan"]),
        ("According to estimates by the union, there are [900|quantity] empty posts.", ["estimate"]),
        ("The port plans to end the queues, the mayor has spent [£4m|money].", [None]),
        ("The plan is to clear a backlog which costs [£4m|money].", [None]),
        ("The plan is for a levy which would raise [£4m|money].", ["plan"]),
        ("Sales are expected to slow after a [5%|percentage] rise.", [None]),
        ("Sales are expected to reach [£9m|money] after a [£4m|money] loss.", ["forecast", None]),
        ("It aims to cut leaks by [30%|percentage], there has only been a [2%|percentage] fall.", ["target", None]),
        ("The [5%|percentage] growth target stands.", ["target"]),
        ("It fined the firm [£4m|money] after missing key targets.", [None]),
        ("The town is [300 homes|quantity] behind its target.", [None]),
        ("It polled [40|quantity] boards that have planned cuts.", [None]),
        ("The loan of [£4m|money] (five million euros) was signed.", ["signed"]),
        # what is foreseen behind "and"
        ("The frost led to [900 claims|quantity] to date and insurers expect the number to rise.", [None]),
        ("The bill was [£4m|money] and could rise further.", [None]),
        ("The board raised [£4m|money] and expects more.", [None]),
        ("There have been [900 claims|quantity] and more are expected.", [None]),
        ("Some [900 huts|quantity] and a school are planned.", ["plan"]),
        ("Around [900 people|quantity] and many firms could lose out.", ["forecast"]),
    ],
)
def test_a_status_stays_in_the_clause_of_its_figure(text: str, expected: list[str | None]) -> None:
    assert [said.get("status") for _, said in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the name of a thing is not how firm its figures are
        ("The repair plan will cost [£9m|money].", [None]),
        ("The plan to hire [90 nurses|quantity] will cost [£9m|money].", ["plan", None]),
        ("The board's plans, she says, could save [£9m|money].", ["forecast"]),
        ("It put a price tag on the plan: [£9m|money].", [None]),
        ("The pledge to build [40 huts|quantity] will cost [£9m|money].", ["target", None]),
        ("The plan will cost [£9m|money], according to a new estimate.", ["estimate"]),
        ("It does [90%|percentage] of planned care.", [None]),
        ("With simpler planning rules, [£9m|money] is needed.", [None]),
        ("The estimate does not address a fall in dues from [10%|percentage].", [None]),
        ("The queue is [900|quantity] long despite the mayor's pledge.", [None]),
        ("Only [two out of 18|percentage] trusts hit the target.", [None]),
        ("She made [five pledges|quantity].", [None]),
        ("The town has to get rid of the [10 megawatt|quantity] limit.", [None]),
        ("The cost is due to [two faults|quantity].", [None]),
        ("The [£9m|money] loss was due to fire.", [None]),
        ("It had not budgeted for [two schemes|quantity].", [None]),
        # what has been is no aim, and a clause of its own has no part in it
        ("It is committed to end tents, adding that [400 tents|quantity] were in use.", [None]),
        ("It had aimed to cut the debt, which fell by [50%|percentage].", [None]),
        ("When the board set out the plan, [eight huts|quantity] were open.", [None]),
        ("Fees up to [2022|date] – the year it plans to close – would be [£9m|money].", [None]),
        ("The board, which promised [90 huts|quantity], has built [12 huts|quantity].", ["target", None]),
        ("The target of [90 huts|quantity] was set in [2017|date], when [12 huts|quantity] stood.", ["target", None]),
        # the verb is said of another thing
        ("Those earning [£9,000|money] could see a cut.", [None]),
        ("The [£9m|money] bridge could be late.", [None]),
        ("It is expected to be higher than first estimated at [£9m|money].", ["forecast"]),
        ("The bill is expected to more than triple to [£9m|money].", ["forecast"]),
        ("[50 huts|quantity] are planned by [2030|date 2030].", ["plan"]),
        ("It beat the [£9m|money] analysts had expected.", ["forecast"]),
        ("It would likely be [£9m|money].", ["forecast"]),
        # what a vote is won by
        ("Members backed the plan by [52%|percentage] to [48%|percentage].", [None, None]),
        ("The board rejected the merger plan by [52 votes|quantity] to 40.", [None]),
        ("The board approved the plan to build [900 huts|quantity].", ["plan"]),
        # what something is to come from stands
        ("Output is expected to fall to [5 tonnes|quantity] from [6 tonnes|quantity] last year.", ["forecast", None]),
        # what a plan did is done, and what another clause tells
        ("The plan for 2022 brought a cut of [4.1%|percentage].", [None]),
        ("It set aside [£9m|money] for roads, and the list shrank by [4.1%|percentage].", ["plan", None]),
        # a service by a timetable, a caste by law
        ("It has [50 scheduled airlines|quantity].", [None]),
    ],
)
def test_a_word_of_intent_that_names_a_thing_is_no_status(text: str, expected: list[str | None]) -> None:
    assert [said.get("status") for _, said in read(text)] == expected


def test_the_condition_is_no_part_of_the_figure_it_bears() -> None:
    text = "Assuming prices rise [2% a year|percentage per=year] the cash total is [about £3bn|money]."
    condition, total = (said for _, said in read(text))
    assert condition == {"kind": "rate", "per": "year"}
    assert total == {"kind": "total", "price": "cash", "assumption": "prices rise 2% a year"}


def test_a_date_has_a_status_only() -> None:
    passage, mentions = marked("The reactor is planned for [2031|date 2031], at [£9bn|money] in total.")
    assert values(basis_of(passage, mentions, mentions[0])) == {"status": "plan"}


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # what is committed and is no promise
        ("Some 900 men committed a further offence in May.", "Some 900 men", None),
        ("Those caught committed 40 thefts each.", "40 thefts", None),
        ("In all 4,100 burglaries were committed.", "4,100 burglaries", None),
        ("It counts any crime committed in the 90 parks.", "90 parks", None),
        ("The club committed, on average, six fouls.", "six fouls", None),
        ("The town committed £4m to the pier.", "£4m", "target"),
        ("The town has committed itself to 900 homes.", "900 homes", "target"),
        ("Some £4m has been committed to the pier.", "Some £4m", "target"),
        # a product that has a contract in its name
        ("The forecast cost of payments under the contract for difference was £4m.", "£4m", "forecast"),
        ("The forecast cost of fees under the contract went from £2m to £4m.", "£4m", "forecast"),
        ("Under the contract for the pier, the town pays £4m.", "£4m", "signed"),
        # whose figure it is, behind it
        ("£4m: the builder's estimate for the pier.", "£4m", "estimate"),
        ("It lost £4m, the union's latest estimate.", "£4m", "estimate"),
        ("£4m: value, as estimated in March 2016, of the fees.", "£4m", "estimate"),
        ("It cost £4m and the estimate was wrong.", "£4m", None),
        # what somebody wants to be so
        ("The council wants waste cut by 40%.", "40%", "target"),
        ("Teachers want class sizes reduced to 20 pupils.", "20 pupils", "target"),
        ("The firm wants to raise £4m.", "£4m", "target"),
        ("The board wants the 90 huts back.", "90 huts", None),
        # what is so by now
        ("First intended to feed 900 people, the kitchen now feeds 2,100.", "2,100", None),
        ("Meant for 900 pupils, the school is planned to have 2,100.", "2,100", "plan"),
        # every alternative of a cue
        # what is confirmed
        ("It confirmed early projections that sales fell by 9% in May.", "9%", None),
        # what it is more than, or beyond
        ("It is forecast to cost £4m more than originally estimated.", "£4m", "forecast"),
        ("Two exceeded their cost estimates, 11 huts did not.", "11 huts", None),
        ("Costs beat its estimates of £4m.", "£4m", "estimate"),
        ("It beat a forecast of 9 tonnes and the 2023 total of 7 tonnes.", "7 tonnes", None),
        # what a sum is of
        ("Amid an expected £4m budget gap, the board closed 9 huts.", "9 huts", None),
        ("It has a planned £4m budget cut and £3m pay rise.", "£3m", "plan"),
        # what is estimated is the cost, and what is projected the budget
        ("The estimated cost of a 900-seat hall is £5m.", "900-seat", None),
        ("The estimated cost of a 900-seat hall is £5m.", "£5m", "estimate"),
        ("It cut the price for the projected £9m budget from £5m to £4m.", "£4m", None),
        ("The projected £9m in dues and £4m in rent are late.", "£4m", "forecast"),
        ("The pier would probably cost £4m.", "£4m", "forecast"),
        ("It is anticipating losses of £4m.", "£4m", "forecast"),
        ("The crop of oats is seen lower at 9 tonnes.", "9 tonnes", "forecast"),
        ("An owl was seen at 9 huts.", "9 huts", None),
    ],
)
def test_a_word_has_the_sense_that_its_object_gives_it(text: str, surface: str, expected: str | None) -> None:
    assert stated(text, surface).get("status") == expected


def test_the_date_that_is_set_as_a_target_is_one() -> None:
    assert stated("The review of May 2024 set June 2027 as the target for the bridge.", "June 2027") == {
        "status": "target"
    }
    assert stated("The review set in June 2024 a target of 900 homes.", "June 2024") == {}


def test_the_time_in_which_estimates_were_drawn_up_is_not_estimated() -> None:
    assert stated("The estimates were drawn up two weeks after the fire.", "two weeks").get("status") is None
    assert stated("The estimates have tripled since last spring.", "since last spring").get("status") is None
    assert stated("The work is estimated to take two weeks.", "two weeks").get("status") == "estimate"
