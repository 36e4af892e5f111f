"""Which country an article is from, as far as its address or its outlet's name says."""

import datetime

import pytest

from app.readers import choose, places

TODAY = datetime.date(2026, 2, 14)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Brisbane Ledger", "AU"),
        ("The Canadian Ledger", "CA"),
        ("Otago Ledger", "NZ"),
        ("Straits Ledger", "SG"),
        ("South China Evening Ledger", "HK"),
        ("The Ledger", None),
        ("Sydney and Toronto Ledger", None),
        ("The Nzinga Ledger", None),
        ("Boston Ledger", None),
    ],
)
def test_an_outlet_may_be_named_after_its_country(name: str, country: str | None) -> None:
    assert places.of_outlet(name) == country


@pytest.mark.parametrize(
    ("line", "country"),
    [("", "AU"), ("Country: NZ\n", "NZ"), ("URL: https://ledger.example.co.uk/1\n", "GB")],
)
def test_what_the_page_says_of_its_country_comes_before_the_outlets_name(line: str, country: str) -> None:
    text = f"Title: A dam for the hills\nOutlet: Brisbane Ledger\n{line}\nThe dam will cost $5m, the mayor said.\n"
    assert choose.read_pasted(text, today=TODAY).country == country
