"""Amounts of money in every house style."""

from decimal import Decimal

import pytest

from app.domain.claim import Confidence
from app.extraction.mention import Passage, Taken
from app.extraction.money import money
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost £165m.", "£165m = 165000000 GBP"),
        ("It cost £40mn.", "£40mn = 40000000 GBP"),
        ("It cost £3.4bn.", "£3.4bn = 3400000000 GBP"),
        ("It cost £2.1B.", "£2.1B = 2100000000 GBP"),
        ("It cost $1.2tn.", "$1.2tn = 1200000000000 USD"),
        ("It cost $3.45trn.", "$3.45trn = 3450000000000 USD"),
        ("It cost €60,000m.", "€60,000m = 60000000000 EUR"),
        ("It cost £750k.", "£750k = 750000 GBP"),
        ("It cost $10mil.", "$10mil = 10000000 USD"),
        ("A €500-billion fund.", "€500-billion = 500000000000 EUR"),
        ("It cost £1.6\u00a0billion.", "£1.6\u00a0billion = 1600000000 GBP"),
        ("It cost £ 40 million.", "£ 40 million = 40000000 GBP"),
        ("It cost £5 m.", "£5 m = 5000000 GBP"),
        ("It cost £1,234,567.89.", "£1,234,567.89 = 1234567.89 GBP"),
        ("It cost €1.234.567,89.", "€1.234.567,89 = 1234567.89 EUR"),
        ("It cost two billion pounds.", "two billion pounds = 2000000000 GBP"),
        ("Forty million kroner was spent.", "Forty million kroner = 40000000 None"),
        ("It cost 3.5bn kronor.", "3.5bn kronor = 3500000000 SEK"),
        ("It cost 500 złotych.", "500 złotych = 500 PLN"),
        ("It cost 40 kr.", "40 kr = 40 None"),
        ("Half a billion pounds was lost.", "Half a billion pounds = 500000000 GBP"),
        ("A million euros was paid.", "A million euros = 1000000 EUR"),
        ("It cost 13 dollars 50 cents.", "13 dollars 50 cents = 13.50 USD"),
        ("Hundreds of millions of euros went.", "Hundreds of millions of euros = 100000000..1000000000 EUR"),
        ("Tens of billions of dollars went.", "Tens of billions of dollars = 10000000000..100000000000 USD"),
    ],
)
def test_numbers_and_scales(text: str, expected: str) -> None:
    assert readings(money.read, text) == [expected]


@pytest.mark.parametrize(
    ("amount", "value", "code"),
    [
        ("US$10bn", "10000000000", "USD"),
        ("A$5m", "5000000", "AUD"),
        ("C$2.5bn", "2500000000", "CAD"),
        ("HK$12 billion", "12000000000", "HKD"),
        ("NZ$3m", "3000000", "NZD"),
        ("S$3m", "3000000", "SGD"),
        ("R$3bn", "3000000000", "BRL"),
        ("USD 300,000,000", "300000000", "USD"),
        ("CHF 2.5 million", "2500000", "CHF"),
        ("SFr1.4bn", "1400000000", "CHF"),
        ("DKr40.5bn", "40500000000", "DKK"),
        ("zł 600 million", "600000000", "PLN"),
        ("RM79", "79", "MYR"),
        ("R5bn", "5000000000", "ZAR"),
        ("₦2 trillion", "2000000000000", "NGN"),
        ("₩500bn", "500000000000", "KRW"),
        ("¥9.04 trillion", "9040000000000", "JPY"),
        ("Rs 6,000 crore", "60000000000", "INR"),
        ("Ksh. 8.4 billion", "8400000000", "KES"),
        ("Rs. 2.7 lakh crore", "2700000000000", "INR"),
        ("₹50 lakh", "5000000", "INR"),
        ("Rs 1-lakh-crore", "1000000000000", "INR"),
        ("Rs 20 lakh cr", "20000000000000", "INR"),
        ("N54.99trn", "54990000000000", "NGN"),
        ("Rs 1,23,456", "123456", "INR"),
        ("40,000 Swiss francs", "40000", "CHF"),
        ("300 million Hong Kong dollars", "300000000", "HKD"),
        ("187bn zlotys", "187000000000", "PLN"),
        ("143p", "1.43", "GBP"),
        ("146.5p", "1.465", "GBP"),
        ("3.2 pence", "0.032", "GBP"),
        ("19 cents", "0.19", "None"),
        ("65.2 US cents", "0.652", "USD"),
        ("48.5 MGBP", "48500000", "GBP"),
    ],
)
def test_currencies_before_and_after(amount: str, value: str, code: str) -> None:
    assert readings(money.read, f"They paid {amount} for it.") == [f"{amount} = {value} {code}"]


@pytest.mark.parametrize(
    ("text", "country", "code"),
    [
        ("It cost $5m.", None, "USD"),
        ("It cost $5m.", "AU", "AUD"),
        ("It cost $5m.", "CA", "CAD"),
        ("It cost $5m.", "GB", "USD"),
        ("It cost ¥5m.", "CN", "CNY"),
        ("It cost Sh5m in Kampala.", None, "UGX"),
        ("It cost Shs 5m.", None, "KES"),
        ("It cost K5m in Lusaka.", None, "ZMW"),
        ("It cost K5m in Blantyre.", None, "MWK"),
        ("It cost P5m in Gaborone.", None, "BWP"),
        ("It cost P5m in Cebu.", None, "PHP"),
        ("It cost Frw5m.", None, "RWF"),
        ("It cost 5m Namibian dollars.", None, "NAD"),
        ("It cost Rs.5 crore.", None, "INR"),
        ("It cost Rs 5m.", "PK", "PKR"),
        ("Karachi will spend Rs 5m.", None, "PKR"),
        ("It cost 5m pesos.", "MX", "MXN"),
        ("It cost 5m pesos.", None, "None"),
        ("The mill in Kigali cost 5m francs.", None, "RWF"),
        ("A Swiss firm built the mill in Rwanda for the Rwandan post at 5m francs.", None, "RWF"),
        ("It cost 5m francs.", "BI", "BIF"),
        ("It cost 5m francs.", None, "None"),
        ("In Dakar it cost 5m francs.", None, "XOF"),
        ("In Douala it cost 5m CFA francs.", None, "XAF"),
        ("It cost 5m CFA francs.", None, "XOF"),
        ("It cost 5m FCFA in Libreville.", None, "XAF"),
        ("The port of Conakry cost 5m francs.", None, "GNF"),
        ("In Equatorial Guinea it cost 5m francs.", None, "XAF"),
        ("It cost $5m (all figures are in Canadian dollars unless stated otherwise).", None, "CAD"),
        ("It cost A$5m, $2m over budget.", None, "AUD"),
        ("It cost A$5m ($3.3m), and $2m more.", None, "USD"),
    ],
)
def test_a_bare_sign_goes_by_the_country_and_by_what_the_text_says(text: str, country: str | None, code: str) -> None:
    assert readings(money.read, text, country)[-1].split()[-1] == code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Estimates of £5-6bn.", ["£5-6bn = 5000000000..6000000000 GBP"]),
        ("It needs £2bn-£3bn.", ["£2bn-£3bn = 2000000000..3000000000 GBP"]),
        ("It needs £9bn–£18bn.", ["£9bn–£18bn = 9000000000..18000000000 GBP"]),
        ("It would take $135bn to $150bn.", ["$135bn to $150bn = 135000000000..150000000000 USD"]),
        ("5 to 10 million dollars", ["5 to 10 million dollars = 5000000..10000000 USD"]),
        ("between £800 and £1m", ["between £800 and £1m = 800..1000000 GBP"]),
        (
            "between £50m and £90m a year",
            ["between £50m and £90m a year = 50000000..90000000 GBP per year"],
        ),
        ("Fares range from £20 to £75.", ["£20 to £75 = 20..75 GBP"]),
        ("Estimates of the rise, from £20 to £75, differ.", ["£20 to £75 = 20..75 GBP"]),
        ("It revised its estimate up from £4m to £5m.", ["£4m = 4000000 GBP", "£5m = 5000000 GBP"]),
        ("Estimates have risen from £4m to £5m.", ["£4m = 4000000 GBP", "£5m = 5000000 GBP"]),
        ("Costs rose from £5m to £7m.", ["£5m = 5000000 GBP", "£7m = 7000000 GBP"]),
        ("Sales rose £2m to £7m.", ["£2m = 2000000 GBP", "£7m = 7000000 GBP"]),
        ("It gave £5m to 10 charities.", ["£5m = 5000000 GBP"]),
    ],
)
def test_a_range_is_one_claim_and_a_change_is_two(text: str, expected: list[str]) -> None:
    assert readings(money.read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It pays £165m a year.", ["£165m a year = 165000000 GBP per year"]),
        ("The scheme takes £390m/yr in all.", ["£390m/yr = 390000000 GBP per year"]),
        ("The £101m-a-year deal.", ["£101m-a-year = 101000000 GBP per year"]),
        ("It pays £5m per annum.", ["£5m per annum = 5000000 GBP per year"]),
        ("It pays £5m annually.", ["£5m annually = 5000000 GBP per year"]),
        ("Petrol is 146.5p a litre.", ["146.5p a litre = 1.465 GBP per litre"]),
        ("Power is £85/MWh.", ["£85/MWh = 85 GBP per megawatt hour"]),
        ("They pay £12.21 an hour.", ["£12.21 an hour = 12.21 GBP per hour"]),
        ("They got £5 apiece.", ["£5 = 5 GBP"]),
        ("Firms may borrow £5m each.", ["£5m = 5000000 GBP"]),
        ("It made $5bn a year earlier.", ["$5bn = 5000000000 USD"]),
        ("It cost £330bn, or 15 per cent of GDP.", ["£330bn = 330000000000 GBP"]),
        ("It saves £2bn of rent a year.", ["£2bn of rent a year = 2000000000 GBP per year"]),
        (
            "It wants £800m—not £600m—a year.",
            ["£800m = 800000000 GBP per year", "£600m—a year = 600000000 GBP per year"],
        ),
        ("It pays £101m ($136m) a year.", ["£101m = 101000000 GBP per year", "$136m = 136000000 USD per year"]),
        ("It costs 7.25 eurocents per kWh.", ["7.25 eurocents per kWh = 0.0725 EUR per kilowatt hour"]),
        ("It costs 7.2 ct/kWh.", ["7.2 ct/kWh = 0.072 None per kilowatt hour"]),
        ("It paid €7.1c/kWh.", ["€7.1c/kWh = 0.071 EUR per kilowatt hour"]),
        ("It paid €0.071/kWh.", ["€0.071/kWh = 0.071 EUR per kilowatt hour"]),
        ("In Lagos petrol sells for N935 a litre.", ["N935 a litre = 935 NGN per litre"]),
        ("In Durban petrol sells for R23.48 a litre.", ["R23.48 a litre = 23.48 ZAR per litre"]),
        ("It needs R74bn, on the R61 road.", ["R74bn = 74000000000 ZAR"]),
        ("Bread costs 17.4 rand a loaf.", ["17.4 rand a loaf = 17.4 ZAR per loaf"]),
    ],
)
def test_rates(text: str, expected: list[str]) -> None:
    assert readings(money.read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to £28 billion", "up to £28 billion = 28000000000 GBP (at_most: up to)"),
        ("as much as £5m", "as much as £5m = 5000000 GBP (at_most: as much as)"),
        ("no more than £5m", "no more than £5m = 5000000 GBP (at_most: no more than)"),
        ("nearly £5m", "nearly £5m = 5000000 GBP (nearly: nearly)"),
        ("close to £5m", "close to £5m = 5000000 GBP (nearly: close to)"),
        ("just over £5m", "just over £5m = 5000000 GBP (over: just over)"),
        (">£24b a year", ">£24b a year = 24000000000 GBP per year (over: >)"),
        ("under £1m", "under £1m = 1000000 GBP (under: under)"),
        ("some £3.6m", "some £3.6m = 3600000 GBP (about: some)"),
        ("an estimated £3.6m", "an estimated £3.6m = 3600000 GBP (about: an estimated)"),
        ("~£3m", "~£3m = 3000000 GBP (about: ~)"),
        ("£5m or more", "£5m or more = 5000000 GBP (at_least: or more)"),
        ("£5m+", "£5m+ = 5000000 GBP (at_least: +)"),
        ("at least £9bn", "at least £9bn = 9000000000 GBP (at_least: at least)"),
        ("a year more than £5bn", "£5bn = 5000000000 GBP"),
        ("12% more than £5bn", "£5bn = 5000000000 GBP"),
    ],
)
def test_qualifiers(text: str, expected: str) -> None:
    assert readings(money.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("net loss of $(12.4) million", "$(12.4) million = -12400000 USD"),
        ("a net loss of (£12.4m)", "£12.4m = -12400000 GBP"),
        ("a change of -£5m", "-£5m = -5000000 GBP"),
        ("a change of £−5m", "£−5m = -5000000 GBP"),
        ("a change of minus £5m", "minus £5m = -5000000 GBP"),
    ],
)
def test_minus_signs_and_accounting_brackets(text: str, expected: str) -> None:
    assert readings(money.read, text) == [expected]


def test_an_aside_in_brackets_is_not_negative() -> None:
    assert readings(money.read, "£1.6 billion ($2 billion)")[1] == "$2 billion = 2000000000 USD"


@pytest.mark.parametrize(
    "text",
    [
        "We shell out nearly 200m a year for a base.",
        "Rules on the 28 billion nation wealth fund changed.",
        "It has paid out, and spent 3.2 billion on ships.",
    ],
)
def test_money_without_a_currency_is_told_by_the_words_around_and_doubted(text: str) -> None:
    (mention,) = money.read(Passage(text=text), Taken())
    assert mention.figure.unit is None
    assert mention.confidence is Confidence.LOW
    assert mention.doubt == "the text names no currency"


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 200m people live there.",
        "He ran the 200m final.",
        "The boxer weighs 200 pounds.",
        "They dropped 2,000-pound bombs.",
        "The film is in 1080p.",
        "COP 30 and ALL 5 of them",
        "They won 5 won games.",
        "It was 35c and hot in Penrith.",
        "The $ is strong and £££ are short.",
        "Catch R2 at Track 5.",
    ],
)
def test_what_is_no_money(text: str) -> None:
    assert readings(money.read, text) == []


def test_the_digits_as_written_stay_in_the_exponent() -> None:
    (mention,) = money.read(Passage(text="£100 million"), Taken())
    assert mention.figure.low == Decimal("100E6")
    assert mention.figure.low is not None
    assert mention.figure.low.as_tuple().exponent == 6


def test_a_claimed_span_is_left_alone() -> None:
    taken = Taken()
    (first,) = money.read(Passage(text="It cost £5m."), taken)
    taken.add(first.span)
    assert money.read(Passage(text="It cost £5m."), taken) == []


def test_pounds_in_a_text_on_britain_are_in_no_doubt() -> None:
    (pounds,) = money.read(Passage(text="The UK paid 5 million pounds."), Taken())
    assert (pounds.figure.unit, pounds.confidence) == ("GBP", Confidence.HIGH)
    (doubted,) = money.read(Passage(text="The UK paid Egypt 5 million pounds."), Taken())
    assert doubted.confidence is Confidence.MEDIUM


def test_a_sum_without_a_currency_takes_that_of_the_sum_before_it_and_says_so() -> None:
    (_, budget) = money.read(Passage(text="It cost £12m, more than the 9m budget."), Taken())
    assert (budget.figure.unit, budget.confidence) == ("GBP", Confidence.LOW)
    assert budget.doubt == "the text names no currency; that of the sum before it is taken"
    (_, apart) = money.read(Passage(text="It cost £12m. That is more than the 9m budget."), Taken())
    assert apart.figure.unit is None


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Costs are 8 billion euros a year, but by 2035 they may grow to 31 billion.", "31 billion = 31000000000 EUR"),
        ("It has booked £1.2bn, with another 3.6 billion expected in 2026.", "3.6 billion = 3600000000 GBP"),
        ("It raised $1.2bn in May and a further 3.6bn in June.", "3.6bn = 3600000000 USD"),
        ("It laid out £2bn at four yards and a further six billion in grants.", "six billion = 6000000000 GBP"),
        ("It took two billion more dollars in tolls.", "two billion more dollars = 2000000000 USD"),
        ("It owes 40 million euros, of which 9.5 million is secured.", "9.5 million = 9500000 EUR"),
        ("It spent £40m last year, 9m of it on oars.", "9m = 9000000 GBP"),
        ("It has 3 trillion rupees, of which 2 trillion is new.", "2 trillion = 2000000000000 INR"),
        ("It owes 40bn naira, not the 30bn it said.", "30bn = 30000000000 NGN"),
        ("It made £40m, up from 38m in May.", "38m = 38000000 GBP"),
    ],
)
def test_a_sum_that_goes_on_from_another_is_money(text: str, last: str) -> None:
    assert readings(money.read, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "It paid £40m for a survey of nine million boats, of which 2 million leak.",
        "It cost £40m and reached 9 million of that group.",
        "It spent £40m on boats for more than 9 million people.",
    ],
)
def test_a_part_of_what_is_counted_is_no_money(text: str) -> None:
    assert len(readings(money.read, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Of the 3 million farmers seeking new loans, half are behind.",
        "The £5bn scheme helped passenger numbers grow to 3 million.",
        "Half of the 4 million tenants who owe rent are behind.",
    ],
)
def test_people_are_no_money_beside_it(text: str) -> None:
    assert not any("million" in line for line in readings(money.read, text))


def test_two_currencies_at_one_number_are_doubted() -> None:
    (mention,) = money.read(Passage(text="It costs $3 billion euros."), Taken())
    assert (mention.figure.unit, mention.confidence) == ("USD", Confidence.MEDIUM)
    assert mention.doubt == "two currencies are named at the number"


@pytest.mark.parametrize(
    "text",
    ["K5 million", "The P5 group of 5 million", "Paid in 2015 sterling.", "An MQ-9B and a KC-30m.", "5m-wide K2"],
)
def test_letters_and_years_at_a_number_are_no_money(text: str) -> None:
    assert readings(money.read, text) == []


def test_a_point_at_the_end_of_a_sign_is_none_of_its_number() -> None:
    assert readings(money.read, "Rs.500 crore and Rs.12.5 lakh") == [
        "Rs.500 crore = 5000000000 INR",
        "Rs.12.5 lakh = 1250000 INR",
    ]
