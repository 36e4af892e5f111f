"""Dates of what is told, and dates of the telling."""

import pytest

from app.comparison.topics import asides
from tests.comparison.statements import day, figure, statement


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The dock will open late, the port said yesterday.", "yesterday"),
        ("A review published on 4 May 2021 doubts the dock.", "4 May 2021"),
        ("The dock costs £4m (in 2012 prices).", "2012"),
        ("The dock costs £4m in 2015/16 money.", "2015"),
    ],
)
def test_dates_of_the_telling_and_of_prices_are_asides(text: str, surface: str) -> None:
    assert asides.is_aside(statement(day("2021"), text, surface=surface), "Dock opening")


@pytest.mark.parametrize(
    ("text", "surface", "subject"),
    [
        ("The dock opens in 2031, the port said.", "2031", "Dock opening"),
        ("The port said the dock opens in 2031.", "2031", "Dock opening"),
        ("The review was published on 4 May 2021.", "4 May 2021", "When the review was published"),
        ("In 2012 prices rose.", "In", "Dock opening"),
    ],
)
def test_dates_of_events_are_not(text: str, surface: str, subject: str) -> None:
    assert not asides.is_aside(statement(day("2031"), text, surface=surface), subject)


def test_only_dates_are_asides() -> None:
    told = statement(figure("4m"), "It costs £4m, the port said £4m.", surface="£4m")
    assert not asides.is_aside(told, "Dock")
