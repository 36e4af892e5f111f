"""What kind of amount a figure is: a rate, a total, a share, a level or a change, and from what."""

import pytest

from tests.extraction.marked_basis import read


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
        ("Output is [4%|percentage] below 2019 levels.", {"kind": "level", "baseline": "2019 levels"}),
        ("Prices were [4%|percentage] up on last spring.", {"kind": "level", "baseline": "last spring"}),
        ("Set against inaction, the increase was [£5m|money].", {"baseline": "inaction"}),
        (
            "Schools face cuts of [€5m|money] on last year's budget.",
            {"kind": "change", "baseline": "last year's budget"},
        ),
        (
            "Trams save [€5m a year|money per=year] compared with buses.",
            {"kind": "rate", "per": "year", "baseline": "buses"},
        ),
        ("Measured against Plan B from NATO, we lose [£5m|money].", {"baseline": "Plan B from NATO"}),
        # a level beside its former self is no move
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
