"""What kind of amount a figure is: a rate, a total, a share, a level or a change, and from what."""

import pytest

from tests.extraction import press_sentences
from tests.extraction.marked_basis import read
from tests.extraction.press_sentences import stated


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # rates, totals and single payments
        ("It pays [£2.30 for every £1|money per=£1] spent.", {"kind": "rate", "per": "£1"}),
        ("The strike cost the city [$40m a day|money per=day].", {"kind": "rate", "per": "day"}),
        ("The council spends [£9m|money] annually on buses.", {"kind": "rate", "per": "year"}),
        ("For nurses the yearly bill is [€12m|money].", {"kind": "rate", "per": "year"}),
        ("The bill comes to [£9m a year|money per=year].", {"kind": "rate", "per": "year"}),
        ("Adding up the yearly fees gives [£34m|money].", {"kind": "total"}),
        ("The fines add up to [£34m|money].", {"kind": "total"}),
        ("Victims got [€70m|money] in total.", {"kind": "total"}),
        ("In total, the harbour will cost [£36m|money].", {"kind": "total"}),
        ("In total the auditor said it was worried that just [£36m|money] was left.", {}),
        ("The club made a one-off payment of [£8m|money].", {"kind": "one-off"}),
        ("Each farmer got a lump sum of [$900|money].", {"kind": "one-off"}),
        ("The appeal raised [£4m|money].", {}),
        ("The festival is worth [£4m|money].", {}),
        ("That is a ridiculous sum of [£4m|money].", {}),
        # shares, and of what
        (
            "Health takes [9.1%|percentage] of GDP.",
            {"kind": "share", "denominator": "GDP"},
        ),
        ("Aid fell to [0.3%|percentage] of gross national income.", {"kind": "share", "denominator": "GNI"}),
        ("It is [0.4%|percentage] of national output.", {"kind": "share", "denominator": "GDP"}),
        ("Housing takes [38%|percentage] of the average tenant's income.", {"kind": "share", "denominator": "income"}),
        ("[A fifth|percentage fraction=yes] of firms got help.", {"kind": "share", "denominator": "firms"}),
        ("[One in five|percentage fraction=yes] adults smokes.", {"kind": "share", "denominator": "adults"}),
        # what is saved, and a level from which something rises
        ("A total of [£36m|money] will be saved.", {"kind": "change"}),
        ("It would save the city [£36m|money].", {"kind": "change"}),
        ("It came in [£37m|money] under budget.", {"kind": "change"}),
        ("The [£36m|money] in savings will go on roads.", {"kind": "change"}),
        ("The price will rise beyond the [£81m|money] set out before.", {"kind": "level"}),
        # a level or a change, and what it is measured from
        ("Oil output stands at [1.2m barrels|quantity].", {"kind": "level"}),
        ("Fares rose by [4%|percentage].", {"kind": "change"}),
        ("Fares are up [4%|percentage].", {"kind": "change"}),
        ("Fares shot up [£36m|money].", {"kind": "change"}),
        ("Fares were brought down by [£36m|money].", {"kind": "change"}),
        ("Fares were brought down [4%|percentage].", {"kind": "change"}),
        ("Passengers face a [4%|percentage] increase.", {"kind": "change"}),
        ("The court approved an increase of [4%|percentage].", {"kind": "change"}),
        ("Emissions have fallen [52%|percentage] since [1990|date 1990].", {"kind": "change", "baseline": "1990"}),
        ("The decline from October, at [3.8%|percentage], was sharp.", {"kind": "change", "baseline": "October"}),
        ("Courts get an additional [£5m|money].", {"baseline": "extra"}),
        ("Courts get [£5m|money] more than last year's budget.", {"kind": "change", "baseline": "last year's budget"}),
        ("Sales rose [3%|percentage] on a year earlier.", {"kind": "change", "baseline": "a year earlier"}),
        ("Measured against a frozen budget, schools get [£5m|money].", {"baseline": "a frozen budget"}),
        ("The toll was more than [300|quantity].", {}),
        ("Staff cut waste by [5%|percentage] from 2019 levels.", {"kind": "change", "baseline": "2019 levels"}),
        ("Output is [4%|percentage] below 2019 levels.", {"kind": "change", "baseline": "2019 levels"}),
        ("Prices were [4%|percentage] up on last spring.", {"kind": "change", "baseline": "last spring"}),
        ("Set against inaction, the increase was [£5m|money].", {"kind": "change", "baseline": "inaction"}),
        (
            "Schools face cuts of [€5m|money] on last year's budget.",
            {"kind": "change", "baseline": "last year's budget"},
        ),
        (
            "Trams save [€5m a year|money per=year] compared with buses.",
            {"kind": "rate", "per": "year", "baseline": "buses"},
        ),
        ("Measured against Plan B from NATO, we lose [£5m|money].", {"baseline": "Plan B from NATO"}),
        (
            "The bank raised the benchmark lending rate by [35 basis points|percentage 0.35 percentage_point].",
            {"kind": "change"},
        ),
        ("Some [25%|percentage] fear job cuts.", {}),
        ("Sales were up, a [14%|percentage] same-store sales increase.", {"kind": "change"}),
        # a level beside its former self is no move
        ("The toll of [£9m|money] is lower than in spring.", {}),
        ("The [900 deaths|quantity] are far fewer than in spring.", {}),
        ("The rate of [4.1%|percentage] was slightly higher than in spring.", {}),
        ("The toll is [4.1%|percentage] higher than in spring.", {"kind": "change", "baseline": "spring"}),
        ("The pier will cost [€48m|money], the port says, up from the €35m it gave in spring.", {}),
        ("The pier will cost [€48m|money], higher than the first quote.", {}),
        ("The pier will cost [€48m|money] compared with the first quote.", {}),
        ("Sales were [€48m|money], growth of a fifth.", {}),
        ("Inflation was [3.1%|percentage], up from last month.", {"kind": "level"}),
        ("Last summer, compared with the one before, sales were [€48m|money].", {}),
    ],
)
def test_the_kind_of_an_amount_is_what_its_words_say(text: str, expected: dict[str, str]) -> None:
    assert [said for _, said in read(text)] == [expected]


@pytest.mark.parametrize(
    "text", ["Sales hit [£9m|money] a year after the pier opened.", "It cost [£9m|money] year after year."]
)
def test_a_year_after_a_thing_is_no_rate(text: str) -> None:
    expected = {"kind": "rate", "per": "year"} if text.endswith("year.") else {}
    assert [said for _, said in read(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        ("The board, with a budget of £9m, will go on with weekly black bin rounds.", "£9m", None),
        ("Sales fell by more than 1 percent in the average daily trade.", "more than 1 percent", None),
        ("It pays £9m weekly for boats.", "£9m weekly", "week"),
        ("Bids are now at £9m, down 3% annually, as sales fall.", "£9m", None),
        ("Rents are up after a 0.4 per cent monthly rise.", "0.4 per cent", None),
        ("It lost £9m on oats daily.", "£9m on oats daily", "day"),
    ],
)
def test_what_comes_every_week_is_no_rate_of_another_sum(text: str, surface: str, per: str | None) -> None:
    assert stated(text, surface).get("per") == per


def test_a_year_ago_is_no_rate() -> None:
    text = "Sales were [€61m|money], against [€58m|money] a year earlier."
    assert read(text) == [("€61m", {}), ("€58m", {})]


def test_both_ends_of_a_move_share_the_whole() -> None:
    text = "Raising it from [2%|percentage] to [3%|percentage] of GDP costs [£9bn|money]."
    assert [said.get("denominator") for _, said in read(text)] == ["GDP", "GDP", None]


def test_only_the_amount_of_a_move_has_a_baseline() -> None:
    text = "It now stands at [€51m|money], [6.7%|percentage] more than the estimate given in March."
    assert read(text) == [
        ("€51m", {"kind": "level"}),
        ("6.7%", {"kind": "change", "baseline": "the estimate given in March"}),
    ]
    text = "Fares made [€12m|money], an extra [€2m|money]."
    assert read(text) == [("€12m", {}), ("€2m", {"baseline": "extra"})]
    text = "Jobs fell to [4.1m|quantity], down from [4.3m|quantity]."
    assert [said.get("baseline") for _, said in read(text)] == [None, None]
    text = "Pay rose by [£9m|money], or [4%|percentage], on a year earlier."
    assert [said.get("baseline") for _, said in read(text)] == [None, "a year earlier"]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        # who owns how much
        ("The Osmund fund holds 30 per cent, Brightwater 25 per cent and Linnet Bank 9 per cent.", 3),
        ("The bakery belongs to Mr Hale (60.5%) and his sister (39.5%).", 2),
        ("The ferry line is owned by two towns, Skarvik (55%) and Lund (45%).", 2),
        ("The harbour, in which the city will own 51%, is for sale.", 1),
        ("Her stake is 12%, down from the 19% she had before.", 2),
        ("The mill sold a 12 per cent stake to a rival.", 1),
        # a sum, or a thing, of which it is a part
        ("That is one-fifth of the £90m bridge budget.", 1),
        ("Nearly a third of the £90 million has gone.", 1),
        ("Oats took up 40% of fields, with barley making up 22%.", 2),
        ("Women filled 61% of seats, followed by students at 12%.", 2),
        ("The farm needs £9m in feed (of which hay accounts for 70%).", 1),
        ("The grant is £9m, over half of which is a loan.", 1),
        # no share
        ("The bank held rates at 5%.", 0),
        ("The fund holds 5% bonds.", 0),
        ("The fund holds 30 per cent, and inflation is 4%.", 1),
        ("Oats took up 40% of fields, with inflation at 4%.", 1),
        ("Rents rose in two towns, Skarvik (55%) and Lund (45%).", 0),
    ],
)
def test_a_share_is_told_by_who_has_it_or_of_what_it_is(text: str, shares: int) -> None:
    assert sum(said.get("kind") == "share" for said in _all(text)) == shares


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # a comparison
        ("Rents in Toft are 12 per cent above those of the coast.", "12 per cent", "those of the coast"),
        ("The new press is 50% faster than the old one.", "50%", "the old one"),
        ("Oats were £4m dearer than wheat.", "£4m", "wheat"),
        ("Rents are 14% above the county's and 6% lower than in the city.", "14%", "the county's"),
        ("Rents are 14% above the county's and 6% lower than in the city.", "6%", "the city"),
        ("The bill is at least £90m above earlier quotes.", "at least £90m", "earlier quotes"),
        ("The hostels are 30 per cent over capacity.", "30 per cent", None),
        ("The inner line is a million pounds less: £7,200,140.", "a million pounds", None),
        # a noun of change with its verb
        ("The fall was 7%.", "7%", None),
        ("The increase in fares is about £2.", "about £2", "extra"),
        ("The cut in beds comes to 90 beds.", "90 beds", None),
        # what is added to something
        ("The flood added £90m to the bill.", "£90m", None),
        ("The flood adds up to £90m to the cost of the dam.", "up to £90m", None),
        ("Storm adds £90m to dam bill", "£90m", None),
        ("The cost of the dam has blown out by £90m.", "£90m", None),
        ("Rents crept up 2%.", "2%", None),
        ("Costs will increase by a further £9bn in May.", "£9bn", "extra"),
        ("The share rose from the year before by 0.4 percentage points.", "0.4 percentage points", None),
        # lists of changes
        ("Thefts rose most in Dunmore (14%) and Ely (12%).", "14%", None),
        ("Thefts rose most in Dunmore (14.5%) and Ely (12%).", "12%", None),
        ("The pier will cost £9m more than planned and open a year late.", "£9m", "planned"),
        ("Oslo (-4.1%) and Bergen (-3.0%) had the largest falls.", "-3.0%", None),
        ("For cows the tally fell by 3% and for sheep by 6%.", "6%", None),
        ("Pay is to rise by 4.2 per cent, rents by 6.6 per cent and fares by 9.4 per cent.", "6.6 per cent", None),
        ("Pay is to rise by 4.2 per cent, rents by 6.6 per cent and fares by 9.4 per cent.", "9.4 per cent", None),
        ("The herd shrank by 3%, or almost 90 cows.", "almost 90 cows", None),
        ("A near £5m in-year cost rise was found.", "near £5m", None),
        ("It beat the 17% expansion in seats.", "17%", None),
        ("Milk fell after 4% year-over-year growth in May.", "4%", None),
        ("Two places grew, Kell at a modest +0.9% and Orme at +3.2%.", "3.2%", None),
        # how fast it moved before
        ("Milk grew by 4% in June, well down from 7% in May.", "7%", None),
        ("Milk rose 4% on June 2023, up from 3% in May.", "3%", None),
        ("Milk was up 9% and 12% respectively.", "12%", None),
    ],
)
def test_a_difference_is_a_change(text: str, surface: str, expected: str | None) -> None:
    said = stated(text, surface)
    assert (said.get("kind"), said.get("baseline")) == ("change", expected)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The growth rate was 7%.", "7%"),
        ("Growth was 7%, up from 5% in May.", "5%"),
        ("The rate rose 2 percentage points, up from 4%.", "4%"),
        ("The bills add up to £90m.", "£90m"),
        ("The board added that £90m was missing.", "£90m"),
        ("Turnout rose in Ely (62%).", "62%"),
        ("The deposit rate (3.5%) was kept.", "3.5%"),
        ("The fair drew 90 people rather than 200.", "90 people"),
        ("The flat is 5 metres above the shop.", "5 metres"),
        ("It was locking up 90 people that week.", "90 people"),
        ("The council turned down 90 offers.", "90 offers"),
        ("The crew shot down 90 balloons.", "90 balloons"),
        ("The gale brought down 90 trees.", "90 trees"),
        ("The council tore down 90 sheds.", "90 sheds"),
        ("The ships were struck by 90 rocks.", "90 rocks"),
        ("The herd fell by 3% and was hit by 6 fires.", "6 fires"),
        ("The herd shrank by 3%, and 90 cows were sold.", "90 cows"),
        ("The total for the pier is £90m, the board added to its note.", "£90m"),
    ],
)
def test_what_only_stands_beside_words_of_change_is_none(text: str, surface: str) -> None:
    assert stated(text, surface).get("kind") != "change"


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("The wait will cost £2m and takes the total for the pier to £9m.", "£2m", None),
        ("The wait will cost £2m and takes the total for the pier to £9m.", "£9m", "total"),
        ("The wait cost £2m and brings the total to £9m.", "£2m", None),
        ("Some 40 shops closed altogether.", "Some 40 shops", None),
        ("It scrapped the £9m scheme altogether.", "£9m", None),
        ("Some 40 shops closed altogether, and 60 huts are shut.", "60 huts", None),
        ("That brings the total for the county in 2024 to 245,120 huts.", "245,120 huts", "total"),
        ("Altogether the scheme cost £9m.", "£9m", "total"),
        ("The scheme cost £9m altogether.", "£9m", "total"),
        ("Within four years the scheme will be costing the town £9m.", "£9m", None),
        ("Over four years the scheme will cost the town £9m.", "£9m", "total"),
    ],
)
def test_a_total_belongs_to_the_sum_that_its_words_lead_to(text: str, surface: str, expected: str | None) -> None:
    assert stated(text, surface).get("kind") == expected


def _all(text: str) -> list[dict[str, str]]:
    """What is said of each figure."""
    return [{name: said.value for name, said in one.basis.stated()} for one in press_sentences.read(text)]
