"""What a draft says beside a number, of which money, year, rate and thing it is, has to be what the article says."""

import pytest

from app.domain.draft import Finding
from app.domain.figure import Kind
from tests.services.draft_articles import Library, figure_of

GLASSWORKS = {
    "glass.txt": """Title: Glassworks looks back on a hard decade
Outlet: Furnace Gazette
Date: 2025-06-12

The Alderby glassworks sold 318,000 bottles in 2024. Its wage bill rose in cash from £6.2 million in 2014 to \
£7.1 million. Once inflation is taken out it fell by 11.5 per cent.

The works pays the river board £94,000 a year for cooling water. A second furnace was lit in 2017, and a chimney from \
1962 was pulled down. Output was at its highest in 2019.

Blowers were keener on the union than packers: 71 per cent of them had joined, compared with 38 per cent of packers.
"""
}
SOLD = "The Alderby glassworks sold 318,000 bottles in 2024. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Measured in cash, its wage bill fell by 11.5 per cent.", "11.5 per cent"),
        ("The works has paid the river board £94,000 since the second furnace was lit.", "£94,000"),
        ("Of the packers at the works 71 per cent had joined the union.", "71 per cent"),
        ("The chimney was pulled down in 2017.", "2017"),
    ],
    ids=["real for cash", "a rate for a total", "the other of two groups", "the year of something else"],
)
def test_a_number_is_not_supported_where_the_article_says_it_of_something_else(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(GLASSWORKS), SOLD + text, surface).finding is not Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In real terms its wage bill fell by 11.5 per cent.", "11.5 per cent"),
        ("The works pays the river board £94,000 a year.", "£94,000 a year"),
        ("Of the packers at the works 38 per cent had joined the union.", "38 per cent"),
        ("The second furnace was lit in 2017.", "2017"),
    ],
    ids=["real", "rate", "group", "year"],
)
def test_the_same_number_is_supported_where_the_article_says_so(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(GLASSWORKS), SOLD + text, surface).finding is Finding.SUPPORTED


COUNTED = {
    "spring.txt": """Title: Ospreys return to Lake Harrow
Outlet: Lake Courier
Date: 2025-05-02

The wardens of Lake Harrow counted 2,310 ospreys at the end of March, the most for a century.
""",
    "autumn.txt": """Title: Bulletin of the lakes
Outlet: Lakes Board
Date: 2025-10-20

The number of ospreys at Lake Harrow in March, given out by the wardens as 2,310, took in birds that were counted on \
both shores. The correct number was 2,140.
""",
}


def test_a_number_that_a_later_article_repeats_and_corrects_is_contested(library: Library) -> None:
    found = figure_of(library(COUNTED), "At Lake Harrow the wardens counted 2,310 ospreys in March.", "2,310 ospreys")
    assert found.finding is Finding.CONTESTED
    assert [one.line.record.claim.surface for one in found.evidence] == ["2,140"]


def test_a_date_that_depends_on_the_day_of_writing_contradicts_nothing(library: Library) -> None:
    desk = library(GLASSWORKS)
    told = desk.drafting.check(f"{SOLD}Output was at its highest last year.")
    assert [one.claim.surface for one in told if one.claim.figure.kind is Kind.DATE] == ["2024"]


TRAMS = {
    "audit.txt": """Title: Auditors put a price on the tram
Outlet: Quay Ledger
Date: 2025-03-02

The Pellan Audit Office said that the new tram line of the city would come to roughly £500 million.
""",
    "slip.txt": """Title: Trams in Pellan
Outlet: Harbour Post
Date: 2025-03-04

The Pellan Audit Office put the estimated cost of the new tram line at £500,000. Each household in Pellan may get up \
to £200 off its fares.
""",
}


def test_the_figure_itself_from_the_same_source_is_not_contested_by_another(library: Library) -> None:
    text = "The Pellan Audit Office said the estimated cost of the new tram line was £500 million."
    found = figure_of(library(TRAMS), text, "£500 million")
    assert found.finding is Finding.SUPPORTED
    assert found.evidence[0].line.record.claim.surface == "roughly £500 million"


def test_another_bound_of_the_same_sense_supports_nothing(library: Library) -> None:
    text = "Each household in Pellan may get up to £240 off its fares."
    assert figure_of(library(TRAMS), text, "up to £240").finding is not Finding.SUPPORTED
