"""What a draft leaves open, and what it may mean by it: whose dollars, which year's month, a stage for a phase."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

TOWNS = {
    "tram.txt": """Title: Light rail in Winnick to cost more
Outlet: Winnick Star
Date: 2024-03-12

In Ontario, Canada, the first phase of the Winnick light rail was budgeted at $415 million. The overall cost is a $95 \
million increase over the earlier $960 million estimate. Canadian passengers pay $3.40.
""",
    "dams.txt": """Title: Dams of Ostrel fall
Outlet: Ostrel Daily
Date: 2023-02-08

Storage in the Ostrel reservoirs of Australia fell to 38.6 per cent this week, the water board said. Level 1 rules \
apply below 40 per cent. Sprinkler rules began in November, when storage was at 44.2 per cent. The Karn dam stood at \
29.4 per cent and the Luddow dam at 51.8 per cent. The desalination works at Pell cost $1.7 billion, says Australia.
""",
    "clinic.txt": """Title: Waits for eye surgery
Outlet: Harrow Vale Gazette
Date: 2024-06-13

A total of 41,327 people had been waiting more than a year for eye surgery at the end of April, down from 46,904 at \
the end of March. The board wants no wait of two years by March 2026. The share of patients of Harrow Vale seen within \
six weeks fell from 68.4 per cent in February to 66.2 per cent in April.

Some 866 patients had been waiting for more than two years, up slightly from 812 in March. In all 73.4 per cent of the \
lenses were in store in Harrow Vale at the end of the month, down from 79.1 per cent.
""",
    "frost.txt": """Title: Frost burns orchards
Outlet: Morrow Farmer
Date: 2025-09-18

As of 4 April the frost had burned 63,200 hectares of orchards in Morrow county. Fares to its market have risen at an \
average annual rate of 2.8 per cent over six years. Rents in Kessim were dropping 5.7 per cent on the year.
""",
}
OPENING = {
    "tram": "The light rail of Winnick was estimated at $960 million before. ",
    "dams": "The desalination works at Pell near Ostrel cost $1.7 billion. ",
    "clinic": "At the end of March 46,904 people waited more than a year for eye surgery in Harrow Vale. ",
    "frost": "Frost burned 63,200 hectares of orchards in Morrow county. ",
}


@pytest.mark.parametrize(
    ("about", "text", "surface"),
    [
        ("tram", "Stage one had a budget of $415 million.", "$415 million"),
        ("tram", "The whole light rail is $95m more than the figure they had before.", "$95m"),
        ("dams", "The storages of Ostrel slipped to 38.6 per cent.", "38.6 per cent"),
        (
            "clinic",
            "Some 41,000 people had been waiting over a year for surgery by April.",
            "Some 41,000 people",
        ),
        ("clinic", "Those who waited for more than two years rose in number, by 54.", "54"),
        ("frost", "By early April the frost had burned over 155,000 acres.", "over 155,000 acres"),
        ("frost", "Rents in Kessim were 5.7 per cent cheaper than a year before.", "5.7 per cent"),
        ("frost", "Fares to the market of Morrow rose by 2.8 per cent a year on average.", "2.8 per cent a year"),
    ],
    ids=["stage", "baseline", "bound", "waiting", "by how many", "acres", "cheaper", "a year"],
)
def test_what_the_draft_leaves_open_is_no_other_thing(library: Library, about: str, text: str, surface: str) -> None:
    assert figure_of(library(TOWNS), OPENING[about] + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("about", "text", "surface"),
    [
        ("tram", "The second stage had a budget of $415 million.", "$415 million"),
        ("tram", "The first stage had a budget of US$415 million.", "US$415 million"),
        ("clinic", "Those who waited for more than two years fell in number, by 54.", "54"),
        ("clinic", "The share of lenses in store in Harrow Vale rose to 73.4 per cent.", "73.4 per cent"),
        ("frost", "The frost had burned 63,200 acres.", "63,200 acres"),
        ("frost", "Rents in Kessim were 5.7 per cent dearer than a year before.", "5.7 per cent"),
        ("frost", "Fares to the market of Morrow rose by 2.8 per cent in total over six years.", "2.8 per cent"),
    ],
    ids=["other stage", "said", "by how many", "rose", "acres", "dearer", "in total"],
)
def test_what_the_draft_says_otherwise_is_another(library: Library, about: str, text: str, surface: str) -> None:
    found = figure_of(library(TOWNS), OPENING[about] + text, surface)
    assert found.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)


def test_a_bare_dollar_is_that_of_a_bare_one_whatever_else_the_draft_tells(library: Library) -> None:
    text = (
        "Sydney, Australia, has dams of its own, and Australian towns pay for them. In Australia water is dear.\n\n"
        "The light rail of Winnick was estimated at $960 million before. Its first phase had a budget of $415 million."
    )
    assert figure_of(library(TOWNS), text, "$415 million").finding is Finding.SUPPORTED


FERRY = {
    "ferry.txt": """Title: Skarholm Line counts its losses
Outlet: Skarholm Post
Date: 2025-01-30

The Skarholm Line carried 2.4 million passengers. Its share of the traffic of the strait is 52.4 per cent, down from \
58 per cent. Its rival Nordvik went from 17.1 per cent to 22.6 per cent, topping Baltvag, which has 11.9 per cent.
"""
}
CARRIED = "The Skarholm Line carried 2.4 million passengers across the strait. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Nordvik has climbed to 22.6 per cent.", "22.6 per cent"),
        ("Its share of the traffic dropped by between five and six points.", "between five and six points"),
    ],
)
def test_the_two_ends_of_a_change_are_of_one_thing(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(FERRY), CARRIED + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Baltvag has climbed to 22.6 per cent.", "22.6 per cent"),
        ("Its share of the traffic dropped by between three and four points.", "between three and four points"),
    ],
)
def test_another_thing_or_another_difference_is_not_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(FERRY), CARRIED + text, surface).finding is not Finding.SUPPORTED


VELD = {
    "cheese.txt": """Title: Cheese of Veld sells for more than £6bn
Outlet: Dairy News
Date: 2023-02-10

Exports of Veld cheese topped £6bn for the first time in 2022, figures show. Global export data from the Veld Cheese \
Association (VCA) showed the value of sales last year grew by 37% to £6.2 billion. The number of cheeses exported grew \
by 21% to 1.67 billion.
"""
}


@pytest.mark.parametrize(("figure", "finding"), [("£6.2bn", Finding.SUPPORTED), ("£5.2bn", Finding.CONTESTED)])
def test_a_bound_that_the_number_fits_is_no_rival_of_it(library: Library, figure: str, finding: Finding) -> None:
    text = f"Overseas sales of Veld cheese were worth {figure} in 2022, the Veld Cheese Association reported."
    assert figure_of(library(VELD), text, figure).finding is finding
