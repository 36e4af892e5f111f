"""Of which part of a thing a figure is, of which years and over how long."""

import pytest

from app.domain.span import Span
from app.extraction import basis
from tests.extraction.marked_basis import read, values
from tests.extraction.marked_text import marked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a part by its number or its place
        ("Phase 2a: Diss to Bury [£3m|money]", {"scope": "phase 2a"}),
        ("Work on the second phase costs [£5m|money].", {"scope": "phase 2"}),
        ("Work on the northern leg costs [£5m|money].", {"scope": "northern leg"}),
        ("Sir Jo, who has led it since [May 2023|date 2023-05], warned of [£66m|money].", {}),
        ("The handover of the [£269m|money] Aquatics Centre in [July|date 2025-07] is tight.", {}),
        ("The yard has [900 direct jobs|quantity].", {"scope": "direct"}),
        ("The yard feeds [900 jobs|quantity] indirectly.", {"scope": "indirect"}),
        # what is counted in or left out
        ("Excluding legal fees, the settlement is worth [$410m|money].", {"scope": "excluding legal fees"}),
        ("Once pensions are included, pay takes [£64bn|money].", {"scope": "including pensions"}),
        ("Excluding VAT in Spain, it costs [£5m|money].", {"scope": "excluding VAT in Spain"}),
        ("Once Welsh roads are included, it costs [£5m|money].", {"scope": "including Welsh roads"}),
        ("Counting volunteers, the games employed [70,000|quantity].", {"scope": "including volunteers"}),
        ("The county is taking in [700|quantity] refugees.", {}),
        ("Net of fees, the fund earned [6.1%|percentage].", {"scope": "net of fees"}),
        ("Gross bad debts (due for a year or more) rose 12% to [£6m|money].", {"scope": "gross"}),
        ("Net bad debts of the whole group were at [1.4%|percentage].", {"scope": "net"}),
        ("It comes on top of a state loan for the mill, which has reached [£4m|money].", {}),
        ("Core inflation is [3.1%|percentage].", {"kind": "level", "scope": "core inflation"}),
        ("The firm order is for [40|quantity] trains.", {"scope": "firm order"}),
        ("It costs [£36m|money], including tax.", {"scope": "including tax"}),
        ("The bill for the harbour and both piers, including tax, is [£36m|money].", {}),
        (
            "It would save [£36m|money] for roads in the far north of the island, including filling potholes.",
            {"kind": "change"},
        ),
        ("The headline figure was [£9m|money].", {}),
        ("Going by the headline rate of inflation it is now [£56m|money].", {}),
        # which years
        ("The league paid [$3m|money] for the first four years.", {"scope": "years 1-4"}),
        (
            "Delhi will pay [Rs 900 crore|money] in each of the first five years.",
            {"kind": "rate", "per": "year", "scope": "years 1-5"},
        ),
        (
            "The state pays [£7m a year|money per=year] from year 4.",
            {"kind": "rate", "per": "year", "scope": "from year 4"},
        ),
        (
            "The state pays [£7m a year|money per=year] from the fourth year.",
            {"kind": "rate", "per": "year", "scope": "from year 4"},
        ),
        (
            (
                "It is £9m a year for the first three years, and [£7m a year|money per=year] from the fourth, "
                "the deed says."
            ),
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
        # how long
        ("Flood walls need [£6bn|money] over the next decade.", {"kind": "total", "horizon": "P10Y"}),
        ("Flood walls need [£6bn|money] over the next four years.", {"kind": "total", "horizon": "P4Y"}),
        (
            "The rights cost [$7.7bn|money] over seven seasons, or over seven years.",
            {"kind": "total", "horizon": "P7Y"},
        ),
        ("Over 30 years the repairs would come to about [£9bn|money].", {"kind": "total", "horizon": "P30Y"}),
        ("Over a lease of 99 years it would come to [£9bn|money].", {"kind": "total", "horizon": "P99Y"}),
        (
            "It needs [€5m|money] of cuts over [two years|duration P2Y] of rain.",
            {"kind": "total", "horizon": "P2Y"},
        ),
        ("He was fined [£5m|money] and jailed for three years.", {}),
        ("Railways get [€9bn|money] between [2025 and 2030|date 2025/2030].", {"horizon": "2025/2030"}),
        ("From [2026 to 2030|date 2026/2030] it will cost [£6bn|money].", {"horizon": "2026/2030"}),
        # a period, and a date that says when something else is
        ("Malaria deaths dropped to [597,000|quantity] in [2023|date 2023].", {"kind": "level", "period": "2023"}),
        ("Aid reached [£9m|money] by [2020|date 2020].", {"period": "2020"}),
        ("The 2012 Olympic Games cost [£9bn|money].", {}),
        ("The Spending Review [2015|date] left rail with [£4bn|money].", {}),
        ("It is beyond the [£56m|money] set out in a report by the board in [May|date 2025-05].", {}),
        ("The budget of [£56m|money] was set for the port in [2015|date].", {}),
    ],
)
def test_the_part_and_the_time_of_a_figure_are_what_its_words_say(text: str, expected: dict[str, str]) -> None:
    assert [said for _, said in read(text)] == [expected]


def test_each_figure_is_of_the_part_that_is_named_beside_it() -> None:
    text = "It costs [£21m|money] for Phase One, [£22m|money] for Phase Two and [£7m|money] for trains."
    assert read(text) == [("£21m", {"scope": "phase 1"}), ("£22m", {"scope": "phase 2"}), ("£7m", {})]


def test_a_part_of_an_amount_named_before_it_says_so() -> None:
    assert read("Of the [£2bn|money], [£300m|money] is for roads.") == [
        ("£2bn", {}),
        ("£300m", {"scope": "of which"}),
    ]


def test_a_length_that_is_averaged_makes_no_sum_an_average() -> None:
    text = "It added [£2m|money] and was late by an average of [28 months|duration P28M]."
    assert read(text)[0] == ("£2m", {})


def test_an_assumption_is_no_verb() -> None:
    text = "Costs on six of the [13 huts|quantity 13 hut] forecast to overrun are [5%|percentage] above plan."
    assert "assumption" not in dict(read(text))["5%"]


def test_each_figure_keeps_its_own_period() -> None:
    text = "The tax raised [€12bn|money] in [2023|date 2023] and [€14bn|money] in [2024|date 2024]."
    assert [said.get("period") for _, said in read(text)] == ["2023", "2024"]


def test_an_opening_phrase_holds_for_the_figures_behind_it() -> None:
    text = "In [2023|date 2023], exports made [€12bn|money] and imports [€14bn|money]."
    assert [said.get("period") for _, said in read(text)] == ["2023", "2023"]


def test_a_duration_nearby_says_how_long_the_lease_is() -> None:
    passage, mentions = marked("They signed a [40-year|duration P40Y] lease. Over the lease rent is [£9m|money].")
    rent = basis.read(passage, Span(24, len(passage.text)), mentions)[mentions[1].span]
    assert values(rent) == {"kind": "total", "horizon": "P40Y"}
