"""What a bare "$" and a cent are where the text or the country tells."""

import pytest

from app.extraction.mention import Passage, Taken
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
        ("Canberra and Hobart told Australia's cabinet of Washington's plan to pay $5m.", None, "AUD"),
        ("Washington and New York told Trump's White House of Canberra's, Perth's and Hobart's $5m.", None, "USD"),
        ("Americans in Washington and Texas saw Sydney, Hobart and Perth pay for defence: $5m.", None, "AUD"),
        ("Canberra's US$2m grant and Hobart's own sum made $5m.", None, "AUD"),
        ("Canberra's US$2m grant, Hobart's A$3m and $5m.", None, "USD"),
        ("Canberra and Hobart pay A$9m ($6m), and later $5m.", None, "USD"),
        ("A $5m grant is due.", None, "USD"),
        ("Plan B $5m, say.", None, "USD"),
        ("It paid US $5m.", "AU", "USD"),
        ("It paid $US5m.", "AU", "USD"),
        ("It paid $A5m.", None, "AUD"),
        ("A $394.5m bill. In all NZ$394.5m is due from Texas.", None, "NZD"),
        ("It pays US$394.5m, or A$394.5m. The sum in Texas is $394.5m.", None, "USD"),
        ("Texas paid $5m AUD.", None, "AUD"),
        ("Texas paid $5 million CAD.", "AU", "CAD"),
        ("Texas paid $5 million EUR.", None, "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_or_the_places(text: str, country: str | None, unit: str) -> None:
    assert readings(money.read, text, country)[-1].split()[-1] == unit


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("It cost $5m.", False),
        ("Texas said Ottawa pays $5m.", False),
        ("Regina said Saskatchewan pays $5m.", True),
        ("Nurses in Queensland will strike over $5m.", True),
        ("Washington said that Ottawa and Toronto pay $5m.", True),
        ("Washington said that Ottawa and Toronto pay $5m USD.", False),
    ],
)
def test_a_dollar_that_could_be_anothers_is_in_doubt(text: str, doubtful: bool) -> None:
    (mention,) = money.read(Passage(text=text), Taken())
    assert ("several countries" in mention.doubt) is doubtful


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
