"""Publication dates."""

import datetime

import pytest

from app.readers import dates

TODAY = datetime.date(2026, 2, 14)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2025-05-23", "2025-05-23"),
        ("20250523", "2025-05-23"),
        ("2025-05-23T07:40:00+01:00", "2025-05-23T07:40+01:00"),
        ("2025-05-23T07:40:12.345Z", "2025-05-23T07:40:12Z"),
        ("2025-05-23 07:40:00+0000", "2025-05-23T07:40+00:00"),
        ("23 May 2025", "2025-05-23"),
        ("Friday, 23rd May 2025", "2025-05-23"),
        ("May 23, 2025", "2025-05-23"),
        ("13 February 2026 15:53", "2026-02-13T15:53"),
        ("23/05/2025", "2025-05-23"),
        ("Fri, 23 May 2025 07:40:00 GMT", "2025-05-23T07:40+00:00"),
    ],
)
def test_forms_that_pages_use(words: str, value: str) -> None:
    assert dates.read(words, today=TODAY).value == value


def test_the_month_stands_first_only_where_the_country_prints_it_so() -> None:
    assert dates.read("3/4/2025", today=TODAY).value == "2025-04-03"
    assert dates.read("3/4/2025", today=TODAY, day_first=False).value == "2025-03-04"


def test_month_names_of_the_pages_language_are_read() -> None:
    assert dates.read("23 mai 2025", today=TODAY, language="fr").value == "2025-05-23"


@pytest.mark.parametrize("words", ["2025-02-30", "31 February 2025", "2025-13-01", "soon", "May 2025"])
def test_days_that_do_not_exist_are_refused(words: str) -> None:
    reading = dates.read(words, today=TODAY)
    assert reading.value is None
    assert "not a date" in reading.problem


@pytest.mark.parametrize("words", ["2026-02-15", "15 February 2026", "2027-01-01T00:00:00Z"])
def test_days_after_today_are_refused(words: str) -> None:
    reading = dates.read(words, today=TODAY)
    assert reading.value is None
    assert "future" in reading.problem


def test_tomorrow_elsewhere_is_accepted_where_the_zone_is_named() -> None:
    assert dates.read("2026-02-15T00:30+13:00", today=TODAY).value == "2026-02-15T00:30+13:00"


def test_a_clock_that_was_never_set_is_refused() -> None:
    assert dates.read("1970-01-01T00:00:00Z", today=TODAY).value is None


def test_a_line_is_a_date_only_as_a_whole() -> None:
    assert dates.in_line("Published: 23 May 2025, 07:40") == "23 May 2025, 07:40"
    assert dates.in_line("07:40 BST, Friday 23 May 2025") == "07:40 BST, Friday 23 May 2025"
    assert dates.in_line("Signed on 23 May 2025 in London") is None
