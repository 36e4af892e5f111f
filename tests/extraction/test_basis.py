"""What the words around a figure say of it: each field with its cue, nothing borrowed from a neighbour."""

import datetime

import pytest

from app.domain.basis import FIELDS, Basis
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import basis
from app.extraction.mention import Mention, Passage
from tests.extraction.marked_text import marked

Read = list[tuple[str, dict[str, str]]]


def read(text: str, published: datetime.date | None = datetime.date(2025, 6, 8), country: str | None = None) -> Read:
    """Each marked amount with what is stated of it."""
    passage, mentions = marked(text, published, country)
    amounts = [one for one in mentions if one.figure.kind in {Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY}]
    return [(one.span.of(passage.text), values(of(passage, mentions, one))) for one in amounts]


def of(passage: Passage, mentions: list[Mention], mention: Mention) -> Basis:
    return basis.read(passage, Span(0, len(passage.text)), mentions).get(mention.span, Basis())


def values(stated: Basis) -> dict[str, str]:
    return {name: said.value for name, said in stated.stated()}


CASES: list[tuple[str, dict[str, str]]] = [
    # more cues of scope, assumption, horizon, baseline and whole
    ("If oil stays at $80 a barrel, the gap will be [£3bn|money].", {"assumption": "oil stays at $80 a barrel"}),
    (
        "On the basis that half of staff accept, it costs [£40m|money].",
        {"assumption": "half of staff accept"},
    ),
    ("At current prices for wheat, farms lose [£70m|money].", {"assumption": "current prices for wheat"}),
    ("From [2026 to 2030|date 2026/2030] it will cost [£6bn|money].", {"horizon": "2026/2030"}),
    ("Emissions have fallen [52%|percentage] since [1990|date 1990].", {"kind": "change", "baseline": "1990"}),
    ("Housing takes [38%|percentage] of the average tenant's income.", {"kind": "share", "denominator": "income"}),
    ("It is [0.4%|percentage] of national output.", {"kind": "share", "denominator": "GDP"}),
    ("The storm could wipe out [40,000 cattle|quantity].", {"status": "forecast"}),
    ("Losses were [$20bn|money], the reinsurer estimated.", {"status": "estimate"}),
    ("The decline from October, at [3.8%|percentage], was sharp.", {"kind": "change", "baseline": "October"}),
    ("The real cost is [£5bn|money].", {}),
    # a forecast or a plan that another clause makes
    ("The line, which could be the longest yet, concerns a bill of [£106m|money].", {}),
    ("The plans also mean the council has [£592m|money] worth of land.", {}),
    ("The works could overshoot their [£9m|money] budget.", {}),
    ("It could have a [£9m|money] budget.", {"status": "forecast"}),
    ("It spent [£9m|money] of the original plan.", {}),
    ("The hall is set to cost [£9m|money].", {"status": "plan"}),
    ("It spent [£9m|money] under the plans.", {"status": "plan"}),
    ("It could cost [£9m|money] and trains will be slower than planned.", {"status": "forecast"}),
    # what is saved, and a level from which something rises
    ("A total of [£36m|money] will be saved.", {"kind": "change"}),
    ("It would save the city [£36m|money].", {"kind": "change"}),
    ("It came in [£37m|money] under budget.", {"kind": "change"}),
    ("The [£36m|money] in savings will go on roads.", {"kind": "change"}),
    ("In total the auditor said it was worried that just [£36m|money] was left.", {}),
    ("In total, the harbour will cost [£36m|money].", {"kind": "total"}),
    ("The price will rise beyond the [£81m|money] set out before.", {"kind": "level"}),
    # a part by its number or its place
    ("Phase 2a: Diss to Bury [£3m|money]", {"scope": "phase 2a"}),
    ("Work on the second phase costs [£5m|money].", {"scope": "phase 2"}),
    ("Work on the northern leg costs [£5m|money].", {"scope": "northern leg"}),
    ("Sir Jo, who has led it since [May 2023|date 2023-05], warned of [£66m|money].", {}),
    ("The handover of the [£269m|money] Aquatics Centre in [July|date 2025-07] is tight.", {}),
    # a date that says when something else is, and a noun that takes in something else
    ("The 2012 Olympic Games cost [£9bn|money].", {}),
    ("The [2014|date] Commonwealth Games could cost [£9m|money].", {"status": "forecast"}),
    ("The Spending Review [2015|date] left rail with [£4bn|money].", {}),
    ("It is beyond the [£56m|money] set out in a report by the board in [May|date 2025-05].", {}),
    ("The estimate in [May|date 2025-05] of [£56m|money] was low.", {"status": "estimate"}),
    ("Going by the headline rate of inflation it is now [£56m|money].", {}),
    ("The budget of [£56m|money] was set for the port in [2015|date].", {}),
    ("The line could cost [£90m|money], and could be finished by [2043|date].", {"status": "forecast"}),
    (
        "It would save [£36m|money] for roads in the far north of the island, including filling potholes.",
        {"kind": "change"},
    ),
    ("It costs [£36m|money], including tax.", {"scope": "including tax"}),
    ("The bill for the harbour and both piers, including tax, is [£36m|money].", {}),
    ("Security was initially estimated at [£282m|money].", {"status": "estimate"}),
    ("The headline figure was [£9m|money].", {}),
    ("It comes to a cost in today's prices of around [£59m|money].", {"price": "real:2025/26"}),
    ("It pays [£2.30 for every £1|money per=£1] spent.", {"kind": "rate", "per": "£1"}),
    # kind and period
    ("The strike cost the city [$40m a day|money per=day].", {"kind": "rate", "per": "day"}),
    ("The council spends [£9m|money] annually on buses.", {"kind": "rate", "per": "year"}),
    ("For nurses the yearly bill is [€12m|money].", {"kind": "rate", "per": "year"}),
    ("The league paid [$3m|money] for the first four years.", {"scope": "years 1-4"}),
    (
        "Delhi will pay [Rs 900 crore|money] in each of the first five years.",
        {"kind": "rate", "per": "year", "scope": "years 1-5"},
    ),
    ("Adding up the yearly fees gives [£34m|money].", {"kind": "total"}),
    ("The fines add up to [£34m|money].", {"kind": "total"}),
    ("Victims got [€70m|money] in total.", {"kind": "total"}),
    ("The club made a one-off payment of [£8m|money].", {"kind": "one-off"}),
    ("Each farmer got a lump sum of [$900|money].", {"kind": "one-off"}),
    ("Oil output stands at [1.2m barrels|quantity].", {"kind": "level"}),
    ("Malaria deaths dropped to [597,000|quantity] in [2023|date 2023].", {"kind": "level", "period": "2023"}),
    ("Fares rose by [4%|percentage].", {"kind": "change"}),
    ("Fares are up [4%|percentage].", {"kind": "change"}),
    ("Passengers face a [4%|percentage] increase.", {"kind": "change"}),
    ("The court approved an increase of [4%|percentage].", {"kind": "change"}),
    ("The appeal raised [£4m|money].", {}),
    ("The festival is worth [£4m|money].", {}),
    ("That is a ridiculous sum of [£4m|money].", {}),
    # shares
    (
        "Health takes [9.1%|percentage] of GDP.",
        {"kind": "share", "denominator": "GDP"},
    ),
    ("Aid fell to [0.3%|percentage] of gross national income.", {"kind": "share", "denominator": "GNI"}),
    ("[A fifth|percentage fraction=yes] of firms got help.", {"kind": "share", "denominator": "firms"}),
    ("[One in five|percentage fraction=yes] adults smokes.", {"kind": "share", "denominator": "adults"}),
    # prices
    ("The dam needs [$4bn|money] in 2019 prices.", {"price": "real:2019"}),
    ("The dam needs [$4bn|money] at 2024-25 prices.", {"price": "real:2024/25"}),
    ("In real terms the grant is worth [£4m|money].", {"price": "real"}),
    ("Adjusted for inflation, takings were [$2bn|money].", {"price": "real"}),
    ("The net present value of the forest is [€3bn|money].", {"price": "npv"}),
    ("Discounted, the claim comes to [€3bn|money].", {"kind": "total", "price": "npv"}),
    ("Undiscounted, the claim is worth [€30bn|money].", {"price": "nominal"}),
    ("The grant is [£4m|money] in cash terms.", {"price": "cash"}),
    ("Police found [$12m|money] in cash.", {}),
    # how long
    ("Flood walls need [£6bn|money] over the next decade.", {"kind": "total", "horizon": "P10Y"}),
    ("Flood walls need [£6bn|money] over the next four years.", {"kind": "total", "horizon": "P4Y"}),
    ("The rights cost [$7.7bn|money] over seven seasons, or over seven years.", {"kind": "total", "horizon": "P7Y"}),
    ("Over 30 years the repairs would come to about [£9bn|money].", {"kind": "total", "horizon": "P30Y"}),
    ("Over a lease of 99 years it would come to [£9bn|money].", {"kind": "total", "horizon": "P99Y"}),
    ("The bill comes to [£9m a year|money per=year].", {"kind": "rate", "per": "year"}),
    ("He was fined [£5m|money] and jailed for three years.", {}),
    ("Railways get [€9bn|money] between [2025 and 2030|date 2025/2030].", {"horizon": "2025/2030"}),
    # which years, which part
    (
        "The state pays [£7m a year|money per=year] from year 4.",
        {"kind": "rate", "per": "year", "scope": "from year 4"},
    ),
    (
        "The state pays [£7m a year|money per=year] from the fourth year.",
        {"kind": "rate", "per": "year", "scope": "from year 4"},
    ),
    (
        "It is £9m a year for the first three years, and [£7m a year|money per=year] from the fourth, the deed says.",
        {"kind": "rate", "per": "year", "scope": "from year 4"},
    ),
    (
        "It is £9m a year for three years, then [£7m a year|money per=year].",
        {"kind": "rate", "per": "year", "scope": "from year 4"},
    ),
    ("On average repairs cost [£7m a year|money per=year].", {"kind": "rate", "per": "year", "scope": "average"}),
    (
        "Averaged over the 30-year contract repairs cost [£7m a year|money per=year].",
        {"kind": "rate", "per": "year", "horizon": "P30Y", "scope": "30-year average"},
    ),
    ("Excluding legal fees, the settlement is worth [$410m|money].", {"scope": "excluding legal fees"}),
    ("Once pensions are included, pay takes [£64bn|money].", {"scope": "including pensions"}),
    ("Counting volunteers, the games employed [70,000|quantity].", {"scope": "including volunteers"}),
    ("The county is taking in [700|quantity] refugees.", {}),
    ("Net of fees, the fund earned [6.1%|percentage].", {"scope": "net of fees"}),
    ("Core inflation is [3.1%|percentage].", {"kind": "level", "scope": "core inflation"}),
    ("The firm order is for [40|quantity] trains.", {"scope": "firm order"}),
    # status
    ("Ministers pledged [£2bn|money] for prisons.", {"status": "target"}),
    ("The ministry expects revenue of [€12bn|money].", {"status": "forecast"}),
    ("The toll could reach [300|quantity].", {"status": "forecast"}),
    ("Losses are estimated at [€12bn|money].", {"status": "estimate"}),
    ("The singer reportedly earned [$9m|money].", {"status": "reported"}),
    ("The striker is said to earn [£9m|money].", {"status": "reported"}),
    ("The signed contract fixes a fee of [£9m|money].", {"status": "signed"}),
    ("The outturn was [£9m|money].", {"status": "outturn"}),
    # deadlines and periods
    (
        "Emissions must fall by [55%|percentage] from 1990 levels by [2030|date 2030].",
        {"kind": "change", "status": "target", "target_date": "2030", "baseline": "1990 levels"},
    ),
    ("Aid reached [£9m|money] by [2020|date 2020].", {"period": "2020"}),
    (
        "The goal set in [2015|date 2015] was [9%|percentage] of homes by [2030|date 2030].",
        {"kind": "share", "denominator": "homes", "status": "target", "target_date": "2030"},
    ),
    ("In its [March|date 2025-03] report the bank put losses at [€4bn|money].", {"status": "estimate"}),
    # baselines and assumptions
    ("Courts get an additional [£5m|money].", {"baseline": "extra"}),
    ("Courts get [£5m|money] more than last year's budget.", {"kind": "change", "baseline": "last year's budget"}),
    ("Sales rose [3%|percentage] on a year earlier.", {"kind": "change", "baseline": "a year earlier"}),
    ("Measured against a frozen budget, schools get [£5m|money].", {"baseline": "a frozen budget"}),
    ("The toll was more than [300|quantity].", {}),
    ("Assuming wages rise, the scheme costs [£5m|money].", {"assumption": "wages rise"}),
    ("On the central bank's forecast, debt is worth [£5m|money].", {"assumption": "the central bank's forecast"}),
    ("Staff cut waste by [5%|percentage] from 2019 levels.", {"kind": "change", "baseline": "2019 levels"}),
    ("Output is [4%|percentage] below 2019 levels.", {"kind": "level", "baseline": "2019 levels"}),
    ("Prices were [4%|percentage] up on last spring.", {"kind": "level", "baseline": "last spring"}),
    ("Set against inaction, the increase was [£5m|money].", {"baseline": "inaction"}),
    ("Schools face cuts of [€5m|money] on last year's budget.", {"kind": "change", "baseline": "last year's budget"}),
    (
        "It needs [€5m|money] of cuts over [two years|duration P2Y] of rain.",
        {"kind": "total", "horizon": "P2Y"},
    ),
    (
        "Trams save [€5m a year|money per=year] compared with buses.",
        {"kind": "rate", "per": "year", "baseline": "buses"},
    ),
    # a level beside its former self is no move
    ("The pier will cost [€48m|money], the port says, up from the €35m it gave in spring.", {}),
    ("The pier will cost [€48m|money], higher than the first quote.", {}),
    ("The pier will cost [€48m|money] compared with the first quote.", {}),
    ("Sales were [€48m|money], growth of a fifth.", {}),
    ("Inflation was [3.1%|percentage], up from last month.", {"kind": "level"}),
    ("Last summer, compared with the one before, sales were [€48m|money].", {}),
    # words are quoted as they are printed
    ("Measured against Plan B from NATO, we lose [£5m|money].", {"baseline": "Plan B from NATO"}),
    ("Assuming Oslo joins the EU, it costs [£5m|money].", {"assumption": "Oslo joins the EU"}),
    ("Excluding VAT in Spain, it costs [£5m|money].", {"scope": "excluding VAT in Spain"}),
    ("Once Welsh roads are included, it costs [£5m|money].", {"scope": "including Welsh roads"}),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_states_what_the_words_say_and_no_more(text: str, expected: dict[str, str]) -> None:
    assert [said for _, said in read(text)] == [expected]


def test_a_clause_keeps_its_own_cues() -> None:
    text = "It costs [£80m|money] for the first 5 years, falling to [£60m|money] after."
    assert read(text) == [("£80m", {"scope": "years 1-5"}), ("£60m", {"scope": "from year 6"})]
    text = "There is a one off [£4m|money] for the village and a [£3m a year|money per=year] for its school."
    assert read(text) == [("£4m", {"kind": "one-off"}), ("£3m a year", {"kind": "rate", "per": "year"})]
    text = "The clinic will cost [£1.1bn|money] in today's prices, or [£1.6bn|money] in cash terms."
    assert read(text) == [("£1.1bn", {"price": "real:2025/26"}), ("£1.6bn", {"price": "cash"})]


def test_a_bracket_of_its_own_says_nothing_of_what_stands_outside_nor_the_other_way_round() -> None:
    text = "Ministers could close it to save [£34m|money] (after already spending [£2m|money] on it)."
    assert read(text) == [("£34m", {"kind": "change", "status": "forecast"}), ("£2m", {})]
    text = "It is worth [£5m|money], excluding money spent (sunk costs of [£2m|money])."
    assert read(text) == [("£5m", {"scope": "excluding money spent"}), ("£2m", {})]


def test_each_figure_is_of_the_part_that_is_named_beside_it() -> None:
    text = "It costs [£21m|money] for Phase One, [£22m|money] for Phase Two and [£7m|money] for trains."
    assert read(text) == [("£21m", {"scope": "phase 1"}), ("£22m", {"scope": "phase 2"}), ("£7m", {})]


def test_prices_in_a_bracket_hold_for_all_that_it_closes() -> None:
    text = "It has soared to [£66m|money], against a budget of [£44m|money] (in 2019 prices)."
    assert [stated["price"] for _, stated in read(text)] == ["real:2019", "real:2019"]
    text = "It needs [£21m|money] and [£7m|money]; or, against [£44m|money], [£57m|money] (2019 prices)."
    assert [stated.get("price") for _, stated in read(text)] == [None, None, "real:2019", "real:2019"]


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


def test_a_part_of_an_amount_named_before_it_says_so() -> None:
    assert read("Of the [£2bn|money], [£300m|money] is for roads.") == [
        ("£2bn", {}),
        ("£300m", {"scope": "of which"}),
    ]


def test_a_year_ago_is_no_rate() -> None:
    text = "Sales were [€61m|money], against [€58m|money] a year earlier."
    assert read(text) == [("€61m", {}), ("€58m", {})]


def test_each_figure_keeps_its_own_period() -> None:
    text = "The tax raised [€12bn|money] in [2023|date 2023] and [€14bn|money] in [2024|date 2024]."
    assert [said.get("period") for _, said in read(text)] == ["2023", "2024"]


def test_an_opening_phrase_holds_for_the_figures_behind_it() -> None:
    text = "In [2023|date 2023], exports made [€12bn|money] and imports [€14bn|money]."
    assert [said.get("period") for _, said in read(text)] == ["2023", "2023"]


def test_both_ends_of_a_move_share_the_whole() -> None:
    text = "Raising it from [2%|percentage] to [3%|percentage] of GDP costs [£9bn|money]."
    assert [said.get("denominator") for _, said in read(text)] == ["GDP", "GDP", None]


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
    ],
)
def test_a_status_stays_in_the_clause_of_its_figure(text: str, expected: list[str | None]) -> None:
    assert [said.get("status") for _, said in read(text)] == expected


def test_the_condition_is_no_part_of_the_figure_it_bears() -> None:
    text = "Assuming prices rise [2% a year|percentage per=year] the cash total is [about £3bn|money]."
    condition, total = (said for _, said in read(text))
    assert condition == {"kind": "rate", "per": "year"}
    assert total == {"kind": "total", "price": "cash", "assumption": "prices rise 2% a year"}


def test_a_duration_nearby_says_how_long_the_lease_is() -> None:
    passage, mentions = marked("They signed a [40-year|duration P40Y] lease. Over the lease rent is [£9m|money].")
    rent = basis.read(passage, Span(24, len(passage.text)), mentions)[mentions[1].span]
    assert values(rent) == {"kind": "total", "horizon": "P40Y"}


@pytest.mark.parametrize(
    ("published", "country", "expected"),
    [
        (datetime.date(2025, 3, 31), "GB", "real:2024/25"),
        (datetime.date(2025, 4, 1), "IN", "real:2025/26"),
        (datetime.date(2025, 6, 30), "AU", "real:2024/25"),
        (datetime.date(2025, 6, 30), "US", "real:2025"),
        (None, "GB", "real"),
    ],
)
def test_todays_money_is_that_of_the_day_of_publication(
    published: datetime.date | None, country: str, expected: str
) -> None:
    ((_, said),) = read("In today's money that is [$4bn|money].", published, country)
    assert said["price"] == expected


def test_every_span_holds_the_words_of_its_cue() -> None:
    passage, mentions = marked(
        "Ministers aim to spend an extra [£5bn a year|money per=year] in 2024-25 prices, excluding loans,"
        " by [2030|date 2030]."
    )
    stated = of(passage, mentions, mentions[0])
    spans = {name: said.span.of(passage.text) for name, said in stated.stated() if said.span}
    assert spans == {
        "kind": "a year",
        "per": "a year",
        "price": "in 2024-25 prices",
        "scope": "excluding loans",
        "status": "aim to",
        "target_date": "by 2030",
        "baseline": "an extra",
    }


def test_capitals_that_grow_in_small_letters_move_no_span() -> None:
    passage, mentions = marked("İİİ paid [£9m|money] in total.")
    kind = of(passage, mentions, mentions[0]).kind
    assert kind is not None
    assert kind.span is not None
    assert kind.span.of(passage.text) == "in total"


def test_a_date_has_a_status_only() -> None:
    passage, mentions = marked("The reactor is planned for [2031|date 2031], at [£9bn|money] in total.")
    assert values(of(passage, mentions, mentions[0])) == {"status": "plan"}


def test_text_without_cues_states_nothing() -> None:
    passage, mentions = marked("Paris, [€9m|money].")
    assert all(getattr(of(passage, mentions, mentions[0]), name) is None for name in FIELDS)


def test_one_endless_sentence_is_read_once() -> None:
    passage, mentions = marked("pledged [£5m|money] of GDP over 10 years more than before " * 2000)
    first, last = of(passage, mentions, mentions[0]), of(passage, mentions, mentions[-1])
    assert values(first)["kind"] == values(last)["kind"] == "total"
