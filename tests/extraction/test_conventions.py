"""What a project takes where neither the text nor its outlet says; whoever says it is believed first."""

import datetime

import pytest

from app.domain.conventions import Conventions
from app.domain.figure import Kind
from app.extraction import pipeline
from app.extraction.mention import Passage

WANTED = Conventions(month_first=True, currency="AUD", fiscal_start=7)


def read(text: str, country: str | None = None, conventions: Conventions = WANTED) -> dict[str, str | None]:
    """What each figure's unit or date is read as, by its words."""
    passage = Passage(text=text, published=datetime.date(2025, 6, 1), country=country, conventions=conventions)
    return {claim.surface: claim.figure.unit or claim.figure.date for claim in pipeline.read(passage)}


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("It cost $5m.", "$5m", "AUD"),
        ("It would cost 40m a year.", "40m a year", "AUD"),
        ("It was signed on 03/04/2025.", "03/04/2025", "2025-03-04"),
        ("The sum is for FY26.", "FY26", "2025-07/2026-06"),
        ("The budget of 2025/26 has it.", "2025/26", "2025-07/2026-06"),
        # What the text says comes first.
        ("It cost US$5m.", "US$5m", "USD"),
        ("It cost £5m.", "£5m", "GBP"),
        ("Ottawa and Toronto agreed that Canada pays $5m.", "$5m", "CAD"),
        ("It was signed on 03/04/2025 and ended on 25/04/2025.", "03/04/2025", "2025-04-03"),
        ("Congress voted for FY26.", "FY26", "2025-10/2026-09"),
        # A krone is no dollar.
        ("It cost 5m kr.", "5m kr", None),
    ],
)
def test_the_project_settles_what_the_text_leaves_open(text: str, words: str, told: str | None) -> None:
    assert read(text)[words] == told


@pytest.mark.parametrize(
    ("text", "words", "country", "told"),
    [
        ("It cost $5m.", "$5m", "CA", "CAD"),
        ("It was signed on 03/04/2025.", "03/04/2025", "GB", "2025-04-03"),
        ("The sum is for FY26.", "FY26", "US", "2025-10/2026-09"),
    ],
)
def test_the_outlets_country_comes_before_the_project(text: str, words: str, country: str, told: str) -> None:
    assert read(text, country)[words] == told


def test_an_amount_in_the_projects_currency_says_so() -> None:
    (claim,) = pipeline.read(Passage(text="It would cost 40m a year.", conventions=WANTED))
    assert claim.figure.kind is Kind.MONEY
    assert "the project's is taken" in claim.doubt
