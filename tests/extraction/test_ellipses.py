"""Bare numbers that count what was counted before them, and those that do not."""

import pytest
from told import told

from app.extraction import percentages, quantities


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It opened 38 stores and closed six.", "six = 6 store"),
        ("The club has 218 sites and plans to add another 40 by spring.", "40 = 40 site"),
        ("There were 569 events in the treated arm and 701 among controls.", "701 = 701 event"),
        ("311 people in the placebo arm died, against 254 on the drug.", "254 = 254 person"),
        ("It built 212 homes against a target of 374, leaving a gap.", "374 = 374 home"),
        ("Labour won 14 seats and the Greens four.", "four = 4 seat"),
        ("The council has 56 members: 31 Labour.", "31 = 31 member"),
        ("Of 212 applicants, 34 were seen and nine hired.", "nine = 9 applicant"),
        ("They have 516 courtrooms, of which 61 stood idle.", "61 = 61 courtroom"),
        ("It employs 4,000 people at three sites, 2,500 of them in Derby.", "2,500 = 2500 person"),
        ("The party won 418 seats in 2001; in 2005, 355.", "355 = 355 seat"),
        ("The authors, three of whom were paid, agree.", "three = 3 author"),
        ("The hull is 399 metres long and 61 wide.", "61 = 61 metre"),
        ("The ship carries a crew of 157 and guns.", "157 = 157 person"),
        ("Sixteen miners were hurt. Three remain in hospital.", "Three = 3 person"),
        ("Thousands took to the streets.", "Thousands = 1000..10000 person"),
        ("The death toll rose by three to 29 when boats were found.", "29 = 29 person"),
        ("There were 19 new cases, bringing the total to 312 across the state.", "312 = 312 case"),
        ("Deaths fell by 1,700 to 27,300.", "27,300 = 27300 death"),
    ],
)
def test_a_bare_number_counts_what_was_counted(text: str, last: str) -> None:
    assert told(quantities.read, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "She has 300 fans and finished 12 under par.",
        "It sold 300 cars and ranked seven in Europe.",
        "They beat 12 rivals and won 3-1.",
        "He met 40 voters and turned 45 in May.",
        "The 40 men, 54 and 61, left.",
        "It has 300 shops and Boeing 737 jet.",
        "The firm has 40 staff. Page 12 says so.",
        "Group of Seven ministers met.",
        "One of them left.",
    ],
)
def test_ranks_ages_scores_and_names_do_not(text: str) -> None:
    assert len(told(quantities.read, text)) <= 1


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Turnout was 59.7%, down from 67.3 five years ago.", [59.7, 67.3]),
        ("It will go from 3.4% to 2.9 by December.", [3.4, 2.9]),
        ("Inflation was 3.1% in May 2024, up from 2.9 in April.", [3.1, 2.9]),
        ("The party is on 31 per cent, up three, with Labour on 24 and the Tories on 17.", [31, 24, 17]),
        ("The index fell 3% to 45.6 on Friday.", [3]),
        ("Shares rose 5% in May, against 12 rivals.", [5]),
        ("It grew 2.5%. Version 3.1 is out.", [2.5]),
    ],
)
def test_a_percentage_goes_on_without_its_sign(text: str, shares: list[float]) -> None:
    assert [float(line.split(" = ")[1].split()[0]) for line in told(percentages.read, text)] == shares
