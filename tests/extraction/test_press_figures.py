"""How the press words amounts: value, unit, rate and qualifier, and numbers that are no figures."""

import pytest

from tests.extraction.press_sentences import figures


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Shares in the brewer were up 2% or 4.2p to 208.4p by noon.",
            ["2% = 2 percent", "4.2p = 0.042 GBP", "208.4p = 2.084 GBP"],
        ),
        (
            "In Ayr, Perth and Leith there were 131, 127 and 118 dog-related complaints.",
            ["131 = 131 complaint", "127 = 127 complaint", "118 dog-related complaints = 118 complaint"],
        ),
        ("The average wait has jumped up to 15.2 miles.", ["15.2 miles = 15.2 mile"]),
        ("Pipes longer than 40 metres are checked.", ["longer than 40 metres = 40 metre (over)"]),
        ("Planks no longer than 3 metres will fit.", ["no longer than 3 metres = 3 metre (at_most)"]),
        (
            "Of all burglaries, 312 involved a car, up from 298 the year before.",
            ["312 = 312 burglary", "298 = 298 burglary"],
        ),
        ("Wales had the highest rate per 100,000 population.", []),
        # a year of two parts before a dash is no range
        ("GROWTH: * 2025/26 - 2.25 per cent (2 per cent)", ["2.25 per cent = 2.25 percent", "2 per cent = 2 percent"]),
        (
            "The number of Finns has risen sharply, from 48 in 2020 to almost 9,150 from January to May.",
            ["48 = 48 finn", "almost 9,150 = 9150 finn (nearly)"],
        ),
        (
            "Arrivals by land: Norway 12,310; Malta 790; Chad: 614; Peru: 330",
            ["12,310 = 12310 None", "790 = 790 None", "614 = 614 None", "330 = 330 None"],
        ),
        ("There is a shortage of a quarter-of-a-million homes.", ["a quarter-of-a-million homes = 250000 home"]),
        (
            "The cap will rise from £1,612 a year to £1,731 in May.",
            ["£1,612 a year = 1612 GBP per year", "£1,731 = 1731 GBP per year"],
        ),
        (
            "The bill has rocketed from £40billion to £55billion",
            ["£40billion = 40000000000 GBP", "£55billion = 55000000000 GBP"],
        ),
        (
            "It opened 84 Public Loan Scheme (PLS) school sites and another 30 with grants. A further 18 are planned.",
            ["84 Public Loan Scheme (PLS) school sites = 84 site", "30 = 30 site", "18 = 18 site"],
        ),
        ("Posts stand ¼- to ½-mile apart.", ["¼- to ½-mile = 0.25..0.5 mile"]),
        (
            "Payrolls rose by 161,000; public payrolls decreased by 6,000.",
            ["161,000 = 161000 None", "6,000 = 6000 None"],
        ),
        ("He cited regulations 28 and 29 of the Coroners Rules.", []),
        ("She made a 999-call. He rang 911 calls in.", ["911 calls = 911 call"]),
        ("He said so (Hansard, Col. 354W) and (col 12).", []),
        ("Those aged 18-24 year olds; 45-54 year olds put it at 56%.", ["56% = 56 percent"]),
        ("The odds on a No vote were 5 to 1; voters rate it from 1 to 10.", []),
        (
            "Currently 47% of adults reoffend within a year.",
            ["47% = 47 percent"],
        ),
        ("So far as many as 302 districts have asked.", ["as many as 302 districts = 302 district (at_most)"]),
        ("Grants in the range of Rs 1,500-5,000 are paid.", ["Rs 1,500-5,000 = 1500..5000 INR"]),
        ("It will close 10 ‘loss-making’ stores.", ["10 ‘loss-making’ stores = 10 store"]),
        ("Rain may hit a 2-mn hectare area.", ["2-mn hectare = 2000000 hectare"]),
        (
            "It put the population at 83,962 - 8,865 above the norm.",
            ["83,962 = 83962 person", "8,865 = 8865 person"],
        ),
        ("They have 450 or 460 stores.", ["450 = 450 store", "460 stores = 460 store"]),
        ("Rates are well above 2021 lows.", []),
        ("Rates for two year fixes are falling for 22 year-olds.", []),
        (
            "The number is to grow by over 8 million to 79.8 million people.",
            ["over 8 million = 8000000 person (over)", "79.8 million people = 79800000 person"],
        ),
        ("It expects capacity to rise 7 percent to 9 percent.", ["7 percent to 9 percent = 7..9 percent"]),
        ("Unit costs are to increase by 18 percent to 20 percent.", ["18 percent to 20 percent = 18..20 percent"]),
        ("Pay rose 2 percent to 9 percent of costs.", ["2 percent = 2 percent", "9 percent = 9 percent"]),
        (
            "The club falls from 28 to 27 … soon.",
            ["28 = 28 None", "27 = 27 None"],
        ),
        (
            "All did worse (car drivers 816; walkers 448; other riders 102).",
            ["816 = 816 driver", "448 = 448 walker", "102 = 102 rider"],
        ),
        (
            "It had 27.7 deaths per million inhabitants.",
            ["27.7 deaths per million inhabitants = 27.7 death per million inhabitants"],
        ),
        (
            "But £64.5 billion is bigger than £56.8 billion.",
            ["£64.5 billion = 64500000000 GBP", "£56.8 billion = 56800000000 GBP"],
        ),
        ("Fees are £9,100 per academic year.", ["£9,100 per academic year = 9100 GBP per year"]),
        ("They lose £3,100 per domestic student.", ["£3,100 per domestic student = 3100 GBP per student"]),
        ("A man carried the trophy out. The age of entry was 14 to 17.", []),
    ],
)
def test_an_amount_is_read_as_the_press_words_it(text: str, expected: list[str]) -> None:
    assert figures(text) == expected
