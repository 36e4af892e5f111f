"""What a bare "$" and a cent are where the text or the country tells."""

import pytest

from app.extraction.money import money
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("It cost $5m.", "AU", "AUD"),
        ("It cost $5m.", "NZ", "NZD"),
        ("It cost $5m.", "CA", "CAD"),
        ("It cost $5m.", None, "USD"),
        ("The Sydney council and the Queensland premier agreed to pay $5m.", None, "AUD"),
        ("Toronto's mayor said Ontario would pay $5m.", None, "CAD"),
        ("The Auckland firm, one of New Zealand's oldest, paid $5m.", None, "NZD"),
        ("Sydney said $5m.", None, "USD"),
        ("The Sydney council and the Queensland premier met U.S. officials and paid $5m.", None, "USD"),
        ("The Sydney council and the Queensland premier agreed to pay $5m.", "GB", "USD"),
        ("The Sydney council, Queensland and Toronto paid $5m.", None, "USD"),
        ("Nurses in Queensland will strike. The state offers $5m.", None, "AUD"),
        ("A strike is near. Nurses in Queensland were offered $5m.", None, "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_or_the_places(text: str, country: str | None, unit: str) -> None:
    assert readings(money.read, text, country)[-1].split()[-1] == unit


@pytest.mark.parametrize(
    ("text", "country", "unit"),
    [
        ("It fell 11 cents to $37.02.", None, "USD"),
        ("It fell 11 cents to $37.02.", "AU", "AUD"),
        ("It rose 11 cents to €3.", "GB", "EUR"),
        ("It fell 11 cents.", None, "None"),
        ("It fell 11 cents, from €3 to $3.", None, "None"),
    ],
)
def test_a_cent_is_of_the_currency_in_the_text(text: str, country: str | None, unit: str) -> None:
    cents = next(line for line in readings(money.read, text, country) if "cents" in line)
    assert cents.split()[-1] == unit


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("So that's 100bn for a railway.", ["100bn"]),
        ("They got another 22bn in the budget.", ["22bn"]),
        ("The chief exec is on 210k plus pension.", ["210k"]),
        ("A population of 8bn for a start.", []),
        ("It has 210k followers.", []),
        ("The film is on 4K discs.", []),
    ],
)
def test_talk_of_billions_and_of_salaries_is_money(text: str, amounts: list[str]) -> None:
    assert [line.split(" = ")[0] for line in readings(money.read, text)] == amounts


def test_a_share_that_sheds_pence_to_a_price_moves_by_the_one_to_the_other() -> None:
    assert readings(money.read, "Glencore shed 9.1p to 312.4p.") == ["9.1p = 0.091 GBP", "312.4p = 3.124 GBP"]
