"""Words that hedge a number, and the same words where they belong to a verb; counts without a noun after them."""

import pytest

from app.domain.figure import Qualifier
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.money import money
from app.extraction.percentages import percentages
from app.extraction.quantities import quantities
from tests.extraction.stage_readings import readings


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """What the stages of figures read, each leaving alone what the one before claimed."""
    found: list[Mention] = []
    for stage in (money.read, percentages.read, quantities.read):
        for mention in stage(passage, taken):
            if not taken.overlaps(mention.span):
                taken.add(mention.span)
                found.append(mention)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It will hand over £165m.", "£165m = 165000000 GBP"),
        ("They handed over 3,000 documents.", "3,000 documents = 3000 document"),
        ("They took over 200 firms.", "200 firms = 200 firm"),
        ("The claims add up to £34.7bn.", "£34.7bn = 34700000000 GBP"),
        ("It all adds up to £34.7bn.", "£34.7bn = 34700000000 GBP"),
        ("Sums paid over the lease add up to £34.7bn on the bank’s own figures.", "£34.7bn = 34700000000 GBP"),
        ("It comes up to £5m.", "£5m = 5000000 GBP"),
        ("She turned over £5m in a year.", "£5m = 5000000 GBP"),
        ("He signed over £2m.", "£2m = 2000000 GBP"),
        ("He made over £3m to his wife.", "£3m = 3000000 GBP"),
        ("He won over 40 sceptics.", "40 sceptics = 40 sceptic"),
        ("A row over £165m in fees.", "£165m = 165000000 GBP"),
        ("Growth was revised up to 2%.", "2% = 2 percent"),
        ("It revised the figure for June up to 906,000.", "906,000 = 906000 None"),
        ("The rate ticked up to 4.3 percent.", "4.3 percent = 4.3 percent"),
        ("The ferry's share moved up to 8.6%.", "8.6% = 8.6 percent"),
        ("It lay under 30 metres of mud.", "30 metres = 30 metre"),
        ("They complained about 300 flights.", "300 flights = 300 flight"),
        ("The assembly passed 14 laws.", "14 laws = 14 law"),
        ("The number of drivers who passed 14 checks is unknown.", "14 checks = 14 check"),
        ("The yard breached 14 rules.", "14 rules = 14 rule"),
        ("The union passed £5m to its rival.", "£5m = 5000000 GBP"),
    ],
)
def test_a_particle_belongs_to_its_verb(text: str, expected: str) -> None:
    assert readings(read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It paid out over £3m.", "over £3m = 3000000 GBP (over: over)"),
        ("It took over £3m on the opening night.", "over £3m = 3000000 GBP (over: over)"),
        ("They won over 300 seats.", "over 300 seats = 300 seat (over: over)"),
        ("It made over £3m in profit.", "over £3m = 3000000 GBP (over: over)"),
        ("It will hand over up to £165m.", "up to £165m = 165000000 GBP (at_most: up to)"),
        ("It could add up to £50 to bills.", "up to £50 = 50 GBP (at_most: up to)"),
        ("The council moved up to 900 people.", "up to 900 people = 900 person (at_most: up to)"),
        ("He faces a fine of up to £5m.", "up to £5m = 5000000 GBP (at_most: up to)"),
        ("It may top £120m.", "top £120m = 120000000 GBP (over: top)"),
        ("It cost the best part of £40,000.", "the best part of £40,000 = 40000 GBP (nearly: the best part of)"),
        ("It costs £50 tops.", "£50 tops = 50 GBP (at_most: tops)"),
        ("It needs £50 at least.", "£50 at least = 50 GBP (at_least: at least)"),
        ("Some 5,000 and counting.", "Some 5,000 and counting = 5000 None (about: Some)"),
        ("FEES MAY SWELL PAST $3T.", "PAST $3T = 3000000000000 USD (over: PAST)"),
        ("The death toll has passed 90.", "passed 90 = 90 person (over: passed)"),
        ("The number of cases crossed 2,300 on Sunday.", "crossed 2,300 = 2300 case (over: crossed)"),
        ("Temperatures breached 41C.", "breached 41C = 41 celsius (over: breached)"),
        ("Debt has passed £3bn.", "passed £3bn = 3000000000 GBP (over: passed)"),
        ("It may climb past £5m.", "past £5m = 5000000 GBP (over: past)"),
        ("They saw more than a 10% rise.", "more than a 10% = 10 percent (over: more than)"),
    ],
)
def test_the_same_words_hedge_elsewhere(text: str, expected: str) -> None:
    assert readings(read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose from £3m up to £5m.", ["£3m = 3000000 GBP", "£5m = 5000000 GBP"]),
        ("Capex of Rs 11,000-12,000 crore.", ["Rs 11,000-12,000 crore = 110000000000..120000000000 INR"]),
        ("Fines range from £3m up to £5m.", ["£3m up to £5m = 3000000..5000000 GBP"]),
        (
            "They handed over 3,000 documents and over 400 photos.",
            ["3,000 documents = 3000 document", "over 400 photos = 400 photo (over: over)"],
        ),
        ("It slows from 1.5% in 2025 to 1.4% in 2026.", ["1.5% = 1.5 percent", "1.4% = 1.4 percent"]),
        ("In 2026 to 1% at most.", ["1% at most = 1 percent (at_most: at most)"]),
        ("It means 4.7% or £561 a year.", ["4.7% = 4.7 percent", "£561 a year = 561 GBP per year"]),
        (
            "Net income was $23.4 billion, or $1.57 a share.",
            ["$23.4 billion = 23400000000 USD", "$1.57 a share = 1.57 USD per share"],
        ),
    ],
)
def test_two_figures_keep_apart(text: str, expected: list[str]) -> None:
    assert readings(read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than half of voters agreed.", "More than half = 50 percent (over: More than)"),
        ("Nearly a third opposed it.", "Nearly a third = 33.3333 percent (nearly: Nearly)"),
        ("Just under two-thirds stayed at home.", "Just under two-thirds = 66.6667 percent (under: Just under)"),
        ("In the capital over half said yes.", "over half = 50 percent (over: over)"),
        ("It grounded a quarter of the fleet.", "a quarter = 25 percent"),
        ("It fell by between a third and a half.", "between a third and a half = 33.3333..50 percent"),
        ("A quarter to a third of them left.", "A quarter to a third = 25..33.3333 percent"),
        ("At least a fifth use it.", "At least a fifth = 20 percent (at_least: At least)"),
    ],
)
def test_hedged_fractions(text: str, expected: str) -> None:
    assert readings(read, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "nearly a quarter century on",
        "around a third party",
        "over a half-hour lunch",
        "within half an hour",
        "in the second half",
    ],
)
def test_what_is_no_fraction(text: str) -> None:
    assert readings(read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Deaths reached 61 on Tuesday.", "61 = 61 death"),
        ("Confirmed cases in the state hit 541.", "541 = 541 case"),
        ("The number of dead was now 31.", "31 = 31 person"),
        ("The number of schools in special measures fell to 48.", "48 = 48 school"),
        ("The toll rose to 98.", "98 = 98 person"),
        ("The death toll climbed past 150.", "past 150 = 150 person (over: past)"),
        ("The waiting list stands at 7.41m.", "7.41m = 7410000 None"),
        ("At 1.2m, the number of vacancies is high.", "1.2m = 1200000 None"),
        ("Thirty-eight were confirmed dead.", "Thirty-eight = 38 person"),
        ("On the day over 2.5 lakh came.", "over 2.5 lakh = 250000 None (over: over)"),
        ("It will cut roughly 12,000 of its 500,000-odd staff.", "roughly 12,000 = 12000 staff (about: roughly)"),
    ],
)
def test_the_level_of_a_count_needs_no_noun_after_it(text: str, expected: str) -> None:
    assert readings(read, text)[0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Serious incidents were up, from 47 to 75.", ["47", "75"]),
        ("It injured 2,421, 1,404 of them badly.", ["2,421", "1,404"]),
        ("He moved up from 10 to 8 in the ranking.", []),
        ("It is open from 9 to 5.", []),
        ("Of 104 starters only 74 finished.", ["104 starters", "74"]),
        (
            "There were 4,993,923 people, up 6.3 percent from 4,699,755.",
            ["4,993,923 people", "6.3 percent", "4,699,755"],
        ),
        ("The median age was 38.1. More than 213,000 speak it.", ["More than 213,000"]),
        ("They used 15-20 kangaroo eggs.", ["15-20 kangaroo eggs"]),
        ("He has 319 points to Mercedes' 147.", ["319 points", "147"]),
        ("It shipped 245.8m kg of tea.", ["245.8m kg"]),
        ("It found 6.7 cancers per 1,000, it said.", ["6.7 cancers per 1,000"]),
        ("Problem gamblers number 1.4 million in all.", ["1.4 million"]),
        ("On average two billion log on daily.", ["two billion"]),
        ("Temperatures reached 40.", []),
        ("It trades at 12 times earnings.", []),
        ("The Lakers reached 61.", []),
        ("The chairs reached 1971.", []),
    ],
)
def test_bare_counts_that_rise_and_numbers_that_count_nothing(text: str, expected: list[str]) -> None:
    assert [said.split(" = ")[0] for said in readings(read, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was fined 500 grand.", "500 grand = 500000 None"),
        ("He earns 30 grand a year.", "30 grand a year = 30000 None per year"),
    ],
)
def test_a_grand_is_a_thousand_of_money(text: str, expected: str) -> None:
    assert readings(read, text) == [expected]


def test_so_far_is_when_and_no_qualifier() -> None:
    assert readings(money.read, "So far over £40m was spent.") == ["over £40m = 40000000 GBP (over: over)"]


def test_a_grand_piano_is_no_money() -> None:
    assert readings(money.read, "He won 22 grand slams and owns two grand pianos.") == []


def test_over_a_length_of_time_is_its_span() -> None:
    assert readings(money.read, "It will pay £5m over four years.") == ["£5m = 5000000 GBP"]


@pytest.mark.parametrize(
    ("qualifier", "words"),
    [
        (
            "at_most",
            "up to; as much as; no more than; at most; a maximum; not exceeding; max; max.; capped at; up to a further",
        ),
        ("at_least", "at the very least; no fewer than; a minimum; min; min.; as few as"),
        (
            "over",
            (
                "more than; above; over; upwards of; in excess of; exceed; exceeds; exceeded; exceeding; north of; "
                "topped; topping; tops; surpass; surpasses; surpassed; surpassing; beyond; over a record; that climbed "
                "past; that may top; more than about; over an additional"
            ),
        ),
        (
            "nearly",
            (
                "nearly; almost; close to; approaching; not quite; just shy of; nearing; virtually; near; the best "
                "part of; nearly a total of; almost another"
            ),
        ),
        ("under", "less than; below; under; south of; short of"),
        (
            "about",
            (
                "about; around; roughly; approximately; approx; approx.; circa; ca; ca.; some; perhaps; maybe; an "
                "estimated; in the region of; on the order of; something like; c."
            ),
        ),
    ],
)
def test_every_way_to_qualify_a_number_is_read(qualifier: str, words: str) -> None:
    passages = [Passage(text=f"We counted {each} 12,500 homes there.") for each in words.split("; ")]
    found = [mention.figure.qualifier for passage in passages for mention in read(passage, Taken())]
    assert found == [qualifier] * len(passages)


def test_a_heading_that_ends_in_a_number_leaves_the_hedge_of_the_next_paragraph_alone() -> None:
    (boats,) = read(Passage(text="Budget 2026\n\nMore than 900 boats came."), Taken())
    assert boats.figure.qualifier is Qualifier.OVER
