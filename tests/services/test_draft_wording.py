"""What a draft puts in its own words is what the article says, and what differs in more than words is not."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

DOCKS = {
    "docks.txt": """Title: Docks of Port Merrin count their year
Outlet: Merrin Packet
Date: 2023-06-08

The docks of Port Merrin handled 27.4 million tonnes. Their operator Tarrant Marine made a loss of £8.3 million for \
the year ending 31 March 2023. Tarrant Marine will pay a dividend of 3.40 Swiss francs per share. It expects to pay \
out £52.4 million to its pensioners this year.

The number of cranes fell from 61 to 48, the operator said, adding that the number of crane drivers rose to 1,730. The \
storm did damage of £64 million, according to estimates by Coldwell Risk Analytics. A crane is out of order 31 times \
each day. In 26 harbours accidents declined, while 9 harbours saw more of them. The drop in thefts was 5.7% compared \
with the same months of 2021. Lorries waited longer in spite of a 3.8% increase in the number of gates.

The monthly count of berths went down by 12% in February, to 5,260 berths, compared to January (5,980 berths). Some \
40.6 percent of the containers went to Hollin, followed by Strand (22.4 percent) and Mewsey (15.1 percent).
""",
}
HANDLED = "The docks of Port Merrin handled 27.4 million tonnes with 48 cranes. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("In its last financial year their operator made a loss of £8.3 million.", "£8.3 million"),
        ("After bad food 1,730 crane drivers fell ill.", "1,730 crane drivers"),
        ("Insurers reckon that the storm did damage of £64 million.", "£64 million"),
        ("Accidents declined in 26 harbours.", "26 harbours"),
        ("There were 5.7 per cent fewer thefts.", "5.7 per cent"),
        ("Fewer thefts were seen, although the port had 3.8 per cent more gates.", "3.8 per cent"),
    ],
    ids=["relative year", "an idiom", "a trade as the source", "one noun", "a change", "a concession"],
)
def test_the_number_of_the_article_is_supported_in_other_words(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(DOCKS), HANDLED + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Tarrant Marine will pay a dividend of 3.40 euros per share.", "3.40 euros per share"),
        ("It expects to pay out £52.4 million a quarter to its pensioners.", "£52.4 million a quarter"),
        ("A crane is out of order 31 times a year.", "31 times a year"),
        ("There were 5.7 per cent more thefts.", "5.7 per cent"),
        ("In February the count went down by 12 per cent, to 5,980 berths.", "5,980 berths"),
        ("Strand took 15.1 per cent of the containers.", "15.1 per cent"),
    ],
    ids=["currency", "rate", "how often", "direction", "month", "name"],
)
def test_the_number_of_the_article_is_not_supported_where_it_is_of_something_else(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(DOCKS), HANDLED + text, surface).finding not in (Finding.SUPPORTED, Finding.ABSENT)


@pytest.mark.parametrize(
    ("printed", "drafted", "finding"),
    [
        ("$4.6 million", "A$4.6 million", Finding.SUPPORTED),
        ("$4.6 million", "$4.6 million", Finding.SUPPORTED),
        ("C$4.6 million", "US$4.6 million", Finding.CONTESTED),
    ],
)
def test_dollars_are_those_of_the_article_unless_both_say_whose(
    library: Library, printed: str, drafted: str, finding: Finding
) -> None:
    article = (
        "Title: Profit of the Pellow line\nOutlet: Line Post\nDate: 2025-08-22\n\n"
        f"The Pellow line carried 318,000 passengers. Its profit came to {printed}, its head said.\n"
    )
    text = f"The Pellow line carried 318,000 passengers. Its profit came to {drafted}."
    assert figure_of(library({"line.txt": article}), text, drafted).finding is finding


def test_a_bare_dollar_of_a_country_is_not_that_of_another_countrys_article(library: Library) -> None:
    article = (
        "Title: Profit of the Pellow line\nOutlet: Line Post\nDate: 2025-08-22\n\n"
        "The Pellow line carried 318,000 passengers. Its profit came to US$4.6 million, its head said.\n"
    )
    text = (
        "The Pellow line of Sydney, Australia, carried 318,000 passengers. "
        "In Australia its profit came to $4.6 million. Australian passengers liked it."
    )
    assert figure_of(library({"line.txt": article}), text, "$4.6 million").finding is Finding.CONTESTED


HONEY = {
    "before.txt": """Title: Honey of Lowmoor
Outlet: Lowmoor Post
Date: 2020-02-11

Honey from Lowmoor is liked abroad: sales to shops abroad reached £618,000, and one jar in nine went to Norway.
""",
    "after.txt": """Title: Honey of Lowmoor sells less
Outlet: Lowmoor Post
Date: 2023-04-27

Honey from Lowmoor worth £571,000 was sold to shops abroad in 2022. Norway took 2,340 jars of it.
""",
}


def test_an_article_from_before_the_year_of_the_draft_does_not_speak_of_it(library: Library) -> None:
    text = "Norway took 2,340 jars of honey from Lowmoor. Sales of honey to shops abroad came to £618,000 in 2022."
    found = figure_of(library(HONEY), text, "£618,000")
    assert found.finding is Finding.CONTESTED
    assert [one.line.record.claim.surface for one in found.evidence] == ["£571,000"]


def test_an_article_of_the_year_itself_does(library: Library) -> None:
    text = "Norway took 2,340 jars of honey from Lowmoor. Sales of honey to shops abroad came to £571,000 in 2022."
    assert figure_of(library(HONEY), text, "£571,000").finding is Finding.SUPPORTED
