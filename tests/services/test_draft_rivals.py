"""A figure of an article that is many times the draft's number is no rival of the one that prints it."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

ARTICLE = """Title: Ferries of Tolby
Outlet: Tolby Argus
Date: 2024-04-09

The ferry company of Tolby carried {carried} passengers across the sound in winter storms. Its crews handed out 317 \
blankets. Its yards hold 41,300 tonnes of steel.
"""
DRAFT = (
    "The yards of Tolby hold 41,300 tonnes of steel. "
    "Across the sound in winter storms the ferry company of Tolby carried passengers, 317 of them wrapped up."
)


@pytest.mark.parametrize(
    ("carried", "finding"),
    [
        ("5,214,000", Finding.SUPPORTED),
        ("3,480", Finding.SUPPORTED),
        ("1,460", Finding.OTHER_BASIS),
        ("209", Finding.OTHER_BASIS),
    ],
    ids=["millions", "eleven times", "some times", "about as many"],
)
def test_only_a_figure_of_about_its_size_outdoes_one_that_prints_the_number(
    library: Library, carried: str, finding: Finding
) -> None:
    found = figure_of(library({"ferries.txt": ARTICLE.format(carried=carried)}), DRAFT, "317")
    assert found.finding is finding
