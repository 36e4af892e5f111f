"""Measures, counts, and the numbers that are neither."""

import pytest

from app.extraction.quantities import levels, quantities
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,250 miles", "1,250 miles = 1250 mile"),
        ("a 24-nautical-mile buffer", "24-nautical-mile = 24 nautical mile"),
        ("a 24mile zone", "24mile = 24 mile"),
        ("640,000 sq km", "640,000 sq km = 640000 square kilometre"),
        ("1.5 million square miles", "1.5 million square miles = 1500000 square mile"),
        ("30MW", "30MW = 30 megawatt"),
        ("15 gigawatts", "15 gigawatts = 15 gigawatt"),
        ("40.2C", "40.2C = 40.2 celsius"),
        ("minus 20 degrees Celsius", "minus 20 degrees Celsius = -20 celsius"),
        ("11.8 million tonnes", "11.8 million tonnes = 11800000 tonne"),
        ("1.6m tonnes", "1.6m tonnes = 1600000 tonne"),
        ("7.4 to 7.9 m tonnes", "7.4 to 7.9 m tonnes = 7400000..7900000 tonne"),
        ("7.4 m litres", "7.4 m litres = 7400000 litre"),
        ("7.4 m homes", "7.4 m homes = 7400000 home"),
        ("7 m poles", "7 m = 7 metre"),
        ("It sold 238 500 tonnes", "238 500 tonnes = 238500 tonne"),
        ("the 12 700 old homes", "12 700 old homes = 12700 home"),
        ("238 500 people came", "238 500 people = 238500 person"),
        ("89.29 lakh hectares", "89.29 lakh hectares = 8929000 hectare"),
        ("20,000 barrels a day", "20,000 barrels a day = 20000 barrel per day"),
        ("300,000 b/d", "300,000 b/d = 300000 barrel per day"),
        ("25 knots", "25 knots = 25 knot"),
        ("60 miles per hour", "60 miles per hour = 60 mile per hour"),
        ("60 miles an hour", "60 miles an hour = 60 mile per hour"),
        ("2000km+", "2000km+ = 2000 kilometre (at_least: +)"),
        ("a 100m drop", "100m = 100 metre"),
        ("155mm shells", "155mm = 155 millimetre"),
        ("10-15 km", "10-15 km = 10..15 kilometre"),
        ("2,000-pound bombs", "2,000-pound = 2000 pound"),
        ("a 7.7-magnitude quake", "7.7-magnitude = 7.7 magnitude"),
    ],
)
def test_measures(text: str, expected: str) -> None:
    assert readings(quantities.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("50 kN of force", "50 kN = 50 kilonewton"),
        ("a 100mAh cell", "100mAh = 100 milliampere-hour"),
        ("12 mg/l of it", "12 mg/l = 12 milligram per litre"),
    ],
)
def test_rare_units_come_from_the_library(text: str, expected: str) -> None:
    assert readings(quantities.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "more than 5,000 air defense missiles",
            "more than 5,000 air defense missiles = 5000 missile (over: more than)",
        ),
        ("10 NATO member countries signed", "10 NATO member countries = 10 country"),
        ("Nearly 200m people live", "Nearly 200m people = 200000000 person (nearly: Nearly)"),
        ("almost 10mil Ukrainian refugees", "almost 10mil Ukrainian refugees = 10000000 refugee (nearly: almost)"),
        ("250k signatures", "250k signatures = 250000 signature"),
        ("Twelve ships were seized", "Twelve ships = 12 ship"),
        ("It shut four libraries", "four libraries = 4 library"),
        ("Eight Type 26 ships are due", "Eight Type 26 ships = 8 ship"),
        ("200 schoolchildren sang", "200 schoolchildren = 200 schoolchild"),
        ("12 sports clubs and a gym", "12 sports clubs = 12 club"),
        ("20 police officers came", "20 police officers = 20 officer"),
        ("300 British Airways flights", "300 British Airways flights = 300 flight"),
        ("19 new measles cases", "19 new measles cases = 19 case"),
        ("1.3m older and disabled residents", "1.3m older and disabled residents = 1300000 resident"),
        ("6,500 premises lost power", "6,500 premises = 6500 premises"),
        ("a three-bedroom house", "three-bedroom = 3 bedroom"),
        ("60 odd people came", "60 odd people = 60 person (about: odd)"),
        ("he is short of about 85 drivers", "about 85 drivers = 85 driver (about: about)"),
        ("150 on board survived", "150 = 150 person"),
        ("A dozen MPs rebelled", "A dozen MPs = 12 mp"),
        ("three quarters of a million people", "three quarters of a million people = 750000 person"),
        (
            "Some two hundred and fifty thousand people",
            "Some two hundred and fifty thousand people = 250000 person (about: Some)",
        ),
        ("Between 5 and 10 million people", "Between 5 and 10 million people = 5000000..10000000 person"),
        ("10m-12m doses", "10m-12m doses = 10000000..12000000 dose"),
        ("a few dozen soldiers", "a few dozen soldiers = 12..100 soldier"),
        ("tens of thousands of troops", "tens of thousands of troops = 10000..100000 troop"),
        ("20-odd ships", "20-odd ships = 20 ship (about: odd)"),
        ("15,000+ reviews", "15,000+ reviews = 15000 review (at_least: +)"),
        ("At least 12 dead", "At least 12 dead = 12 person (at_least: At least)"),
        ("leaving 22 injured people", "22 injured people = 22 person"),
        ("One person was killed.", "One person = 1 person"),
        ("a crowd of 30k.", "30k = 30000 None"),
        ("and 22 were wounded", "22 = 22 person"),
        ("24,000 fewer teachers", "24,000 fewer teachers = 24000 teacher"),
        ("a 27-nation bloc", "27-nation = 27 nation"),
        ("a 3,400-strong workforce", "3,400-strong = 3400 person"),
        ("three people died", "three people = 3 person"),
        ("5 deaths per 100,000 people", "5 deaths per 100,000 people = 5 death per 100,000 people"),
        ("12 F-35A jets and up to speed", "12 F-35A jets = 12 jet"),
        ("About 200 Israelis fled", "About 200 Israelis = 200 israeli (about: About)"),
        ("a force of 200 militia was beaten", "200 militia = 200 militia"),
        ("12 infantry divisions", "12 infantry divisions = 12 division"),
        ("Forty Chinese were arrested", "Forty Chinese = 40 person"),
        ("12 French villages", "12 French villages = 12 village"),
        ("90 of Villa's men", "90 of Villa's men = 90 man"),
        ("with 34 still unaccounted for", "34 = 34 person"),
        ("one of 26 charged", "26 charged = 26 person"),
        ("3,000-4,000 voted", "3,000-4,000 = 3000..4000 person"),
        ("two and a half times what was agreed", "two and a half times = 2.5 time"),
        ("nearly 1.8 times as many as before", "nearly 1.8 times = 1.8 time (nearly: nearly)"),
        ("15 times higher than here", "15 times = 15 time"),
        ("It has 12 C-27 for the fleet.", "12 C-27 = 12 C-27"),
        ("It has 12 C-27J transport planes.", "12 C-27J transport planes = 12 plane"),
        ("It has 14 KC-30A for the fleet.", "14 KC-30A = 14 KC-30A"),
        ("It has 14 KC-30A tankers.", "14 KC-30A tankers = 14 tanker"),
        ("It overturned an 8,350 Liberal Democrat majority.", "8,350 Liberal Democrat majority = 8350 vote"),
        ("There was an increase of 700 when set against May.", "700 = 700 None"),
        ("That is a rise of 315 in a month.", "315 = 315 None"),
        ("There was a 26% rise to 723 in thefts.", "723 = 723 theft"),
        ("A 3 per cent fall to 41 in the number of fires followed.", "41 = 41 fire"),
        ("a 60,000 seat stadium", "60,000 seat = 60000 seat"),
        ("a 300 room Hilton", "300 room = 300 room"),
        ("the 120 pupil primary school", "120 pupil = 120 pupil"),
        ("The list grew - more than 52,700 of more than a year.", "more than 52,700 = 52700 None (over: more than)"),
    ],
)
def test_counts(text: str, expected: str) -> None:
    assert readings(quantities.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turnout was 1.3 million.", ["1.3 million = 1300000 None"]),
        (
            "More than 22,000 people died, up from 7,800 before.",
            ["More than 22,000 people = 22000 person (over: More than)", "7,800 = 7800 person"],
        ),
        (
            "It fell from 11.8 million tonnes to 6.1 million.",
            ["11.8 million tonnes = 11800000 tonne", "6.1 million = 6100000 tonne"],
        ),
        ("killing 12 and injuring 30.", ["12 = 12 person", "30 = 30 person"]),
        ("Figures range from 2,000 to as many as 10,000.", ["2,000 to as many as 10,000 = 2000..10000 None"]),
        (
            "Stocks were lowered 500,000 tonnes to 42.9 million tonnes.",
            ["500,000 tonnes = 500000 tonne", "42.9 million tonnes = 42900000 tonne"],
        ),
        ("The PMI index rose to 52.4 from 51.9.", ["52.4 = 52.4 None", "51.9 = 51.9 None"]),
        ("They won 411 of the 650 seats.", ["411 = 411 seat", "650 seats = 650 seat"]),
        ("Four of its 33 ferries are laid up.", ["Four = 4 ferry", "33 ferries = 33 ferry"]),
        ("600 of his original 1,100 men left.", ["600 = 600 man", "1,100 men = 1100 man"]),
        ("Four of Britain's 12 banks failed.", ["Four = 4 bank", "12 banks = 12 bank"]),
        ("The number who died rose by 85 to 412.", ["85 = 85 person", "412 = 412 person"]),
        (
            "Its 40 shops, 2.5 times the plan, are up from 16.",
            ["40 shops = 40 shop", "2.5 times = 2.5 time", "16 = 16 shop"],
        ),
        ("It won 12 gold and five silver medals.", ["12 gold = 12 medal", "five silver medals = 5 medal"]),
        ("She won by seven votes to four.", ["seven votes = 7 vote", "four = 4 vote"]),
        ("Thefts involving boats rose to 31,450 in all.", ["31,450 = 31450 theft"]),
        ("Thefts against shops peaked at 8,300, then plunged to 2,150.", ["8,300 = 8300 theft", "2,150 = 2150 theft"]),
        ("Prices against the plan came to 8,300.", ["8,300 = 8300 None"]),
        ("The FTSE 100 index lost 45.6 points.", ["45.6 points = 45.6 point"]),
    ],
)
def test_numbers_that_lean_on_what_stands_before(text: str, expected: list[str]) -> None:
    assert readings(quantities.read, text) == expected


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("MPs voted by 330 to 179.", ["330", "179"]),
        ("a 60-40 vote in the Senate", ["60", "40"]),
        ("House Republicans passed the bill 215-214.", ["215", "214"]),
        ("Arsenal won the match 3-1.", []),
        ("He won on penalties, 4-3.", []),
    ],
)
def test_a_vote_is_two_counts_and_a_score_none(text: str, counts: list[str]) -> None:
    assert [said.split(" = ")[0] for said in readings(quantities.read, text)] == counts


@pytest.mark.parametrize(
    "text",
    [
        "The F-16, MH370, A380, COVID-19, G7, G20, 5G, 4K, M25, BA2490 and B-52 are names.",
        "Section 230, Article 5, Agenda 2030, Catch-22, 9/11, 24/7, Windows 2000 and iPhone 15.",
        "UN resolution 73/295, page 12, room 101, footnote 7, No 10 and Channel 4.",
        "Call 020 7946 0018, 0800 123 4567 or +44 20 7946 0958.",
        "The 22nd amendment, the 1990s, the '90s and his 40s.",
        "At 12:33, 9am, 10.30pm and five o'clock.",
        "Version 17.4.1 runs on 192.168.1.1.",
        "See https://x.com/a/123?b=45 by @user123 #top10.",
        "A Boeing 737 MAX on Runway 27L.",
        "  1. I would like to hear that.\n  2. So would I.",
        "Views: 67\n39 COMMENTS\n8 minutes read",
        "as said before [12] and elsewhere [3, 4]",
        "two sides, three times, both, one of them, five options",
        "three reasons, the two firms, the last three games, the Big Four accountants",
        "the Six Nations, a two-way street, a two-horse race, a four-letter word, two by two",
        "the 2025 treaty and the 2019 budget",
        "10 Downing Street",
        "a 10-point plan, a 5-4 ruling",
        "One person said so, and one man agreed.",
        "He went 15 times, 12 times a day, 20 times the year before, and three times as far.",
        "a film in 4K, pic.twitter.com/IUKW69a4tx",
        "ISBN 978-3-16-148410-0",
        "It is told in 2015 pounds, or in constant 2012 sterling.",
        "The voters were 30 to 39-year-olds.",
        "The Nikkei saw a fall of 40 on the day, and shares a rise of 12.",
        "A rise of 2019 and the drop of 9 in all.",
        "A 3% fall to 2019 in all, and a 5% rise to 4 in the table.",
        "It has one store manager and one home win.",
        "The MQ-9B flew by the X-62A.",
        "Kell is among the 12 oldest ports, one of the world's top 15 ports and of its own 20.",
    ],
)
def test_names_labels_and_furniture_stay_silent(text: str) -> None:
    assert readings(quantities.read, text) == []


@pytest.mark.parametrize("by", ["12 per cent", "12%", "three", "1,200"])
def test_a_level_stands_behind_what_it_moved_by(by: str) -> None:
    before = f"Appeals to the board fell by {by} to "
    assert levels.unit(f"{before}9,400.", len(before)) == (True, "appeal")
