"""Percentages, points and fractions."""

import pytest

from app.domain.claim import Confidence
from app.extraction.mention import Passage, Taken
from app.extraction.percentages import percentages
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3.5%", "3.5% = 3.5 percent"),
        ("3.5 per cent", "3.5 per cent = 3.5 percent"),
        ("3.5 percent", "3.5 percent = 3.5 percent"),
        ("3.5 pct", "3.5 pct = 3.5 percent"),
        ("2.5pc", "2.5pc = 2.5 percent"),
        ("five percent", "five percent = 5 percent"),
        ("Twenty-two per cent", "Twenty-two per cent = 22 percent"),
        ("-1.3%", "-1.3% = -1.3 percent"),
        ("(-)0.86 per cent", "(-)0.86 per cent = -0.86 percent"),
        ("minus five per cent", "minus five per cent = -5 percent"),
        ("plus or minus 3%", "3% = 3 percent"),
        ("6 . 2 %", "6 . 2 % = 6.2 percent"),
        ("12 percentage points", "12 percentage points = 12 percentage_point"),
        ("1.5pp", "1.5pp = 1.5 percentage_point"),
        ("25 basis points", "25 basis points = 0.25 percentage_point"),
        ("50bps", "50bps = 0.50 percentage_point"),
        ("a 25-basis-point cut", "25-basis-point = 0.25 percentage_point"),
        ("rates fell a quarter point", "a quarter point = 0.25 percentage_point"),
        ("half a percentage point", "half a percentage point = 0.5 percentage_point"),
        ("three-quarters of a percentage point", "three-quarters of a percentage point = 0.75 percentage_point"),
        ("by .2% per year", ".2% per year = 0.2 percent per year"),
        ("15 % per annum since", "15 % per annum = 15 percent per year"),
        ("for 2027-28 to 6.1 per cent", "6.1 per cent = 6.1 percent"),
        ("for 2027/28 – 6.1 per cent", "6.1 per cent = 6.1 percent"),
        ("27-28 per cent", "27-28 per cent = 27..28 percent"),
        ("27 to 28.5 per cent", "27 to 28.5 per cent = 27..28.5 percent"),
        ("just slightly over 50%", "just slightly over 50% = 50 percent (over: just slightly over)"),
    ],
)
def test_every_style(text: str, expected: str) -> None:
    assert readings(percentages.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a third of the budget", "a third = 33.3333 percent"),
        ("one-third of it", "one-third = 33.3333 percent"),
        ("Two-thirds of members", "Two-thirds = 66.6667 percent"),
        ("three quarters of members", "three quarters = 75 percent"),
        ("Half of the islands", "Half = 50 percent"),
        ("cut by half", "half = 50 percent"),
        ("nearly half said so", "nearly half = 50 percent (nearly: nearly)"),
        ("One in five children", "One in five = 20 percent"),
        ("three in four", "three in four = 75 percent"),
        ("nine out of ten", "nine out of ten = 90 percent"),
        ("23 out of the 28 piers", "23 out of the 28 = 82.1429 percent"),
        ("one object in 25 was lost", "one object in 25 = 4 percent"),
        ("three in every hundred", "three in every hundred = 3 percent"),
        ("1 in 10 adults", "1 in 10 = 10 percent"),
        ("one in every six", "one in every six = 16.6667 percent"),
        ("1 in 30,000 people", "1 in 30,000 = 0.00333333 percent"),
        ("About 1 in 31 children", "About 1 in 31 = 3.22581 percent (about: About)"),
        ("2/3 of voters", "2/3 = 66.6667 percent"),
        ("Three fourths of members", "Three fourths = 75 percent"),
        ("Sales were down by a quarter and the owner left.", "a quarter = 25 percent"),
        ("The fine was reduced by a third for the early plea.", "a third = 33.3333 percent"),
        ("Demand went up by a fifth on the year.", "a fifth = 20 percent"),
    ],
)
def test_fractions_are_percentages_to_six_digits(text: str, expected: str) -> None:
    (mention,) = percentages.read(Passage(text=text), Taken())
    assert readings(percentages.read, text) == [expected]
    assert mention.figure.fraction


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 3 to 4 per cent of staff", ["3 to 4 per cent = 3..4 percent"]),
        ("Growth of 1.5-2%", ["1.5-2% = 1.5..2 percent"]),
        ("between 10% and 41%", ["between 10% and 41% = 10..41 percent"]),
        ("a range of 4.75% to 5%", ["4.75% to 5% = 4.75..5 percent"]),
        ("It rose from 3 to 4 per cent.", ["3 = 3 percent", "4 per cent = 4 percent"]),
        (
            "It rose to between 5% and 6% from 3% to 4%.",
            ["between 5% and 6% = 5..6 percent", "3% to 4% = 3..4 percent"],
        ),
        ("It fell from 5% to 4%.", ["5% = 5 percent", "4% = 4 percent"]),
        ("A cut of 50 bps to 4.5%", ["50 bps = 0.50 percentage_point", "4.5% = 4.5 percent"]),
        ("Turnout fell to 59.7 per cent from 67.3.", ["59.7 per cent = 59.7 percent", "67.3 = 67.3 percent"]),
        ("It is up 0.3 of a percentage point.", ["0.3 of a percentage point = 0.3 percentage_point"]),
        ("It was 5% from 2019.", ["5% = 5 percent"]),
        ("The share rose to 18.4 per cent and debt fell to 1.3 times profits.", ["18.4 per cent = 18.4 percent"]),
        ("of 5, 7 and 9 per cent", ["5 = 5 percent", "7 = 7 percent", "9 per cent = 9 percent"]),
        (
            "It put the Reds on 29, the New Greens on 22 and Blue on 18 per cent.",
            ["29 = 29 percent", "22 = 22 percent", "18 per cent = 18 percent"],
        ),
        ("They missed a tenth or more of lessons.", ["a tenth or more = 10 percent (at_least: or more)"]),
    ],
)
def test_ranges_changes_and_lists(text: str, expected: list[str]) -> None:
    assert readings(percentages.read, text) == expected


def test_plain_points_are_percentage_points_in_polls_only() -> None:
    assert readings(percentages.read, "Norris is three points behind with 16 races to go.") == []
    text = "Labour's poll lead is down 4 points."
    (mention,) = percentages.read(Passage(text=text), Taken())
    assert mention.figure.unit == "percentage_point"
    assert mention.confidence is Confidence.MEDIUM
    assert readings(percentages.read, "The FTSE 100 index lost 45.6 points.") == []


@pytest.mark.parametrize(
    "text",
    [
        "a third term",
        "It was moved by a third party.",
        "a Fourth of July parade",
        "It is on channel 1 in 31 towns.",
        "It was cut by a third man.",
        "the third man",
        "in the third quarter",
        "the first half of 2025",
        "half a million",
        "half an hour at half-time",
        "a quarter of growth",
        "a quarter-final",
        "two and a half years",
        "the northern half of the country",
        "one in January",
        "3 in 2024",
        "9/11",
        "http://a.b/?q=30%25%20",
        "The table shows the % of increase",
    ],
)
def test_what_is_no_share(text: str) -> None:
    assert readings(percentages.read, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one household in 18 is homeless", ["one household in 18 = 5.55556 percent"]),
        ("one sailing in 12 was cancelled", ["one sailing in 12 = 8.33333 percent"]),
        ("and a third never get one", ["a third = 33.3333 percent"]),
        ("an award that was only half funded", ["half = 50 percent"]),
        ("of which about a third went on houses", ["about a third = 33.3333 percent (about: about)"]),
        ("the state will pay half.", ["half = 50 percent"]),
        ("one win in 12 games", []),
        ("two deaths in 12 hospitals", []),
        ("one player in 25 caps scored", []),
        ("one win in 25", []),
        ("over a mile and a quarter.", []),
        ("a third man came", []),
    ],
)
def test_shares_of_a_kind_and_decoys(text: str, expected: list[str]) -> None:
    assert readings(percentages.read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "an error of 2.4 percentage points for owners and 3.6 for tenants",
            ["2.4 percentage points = 2.4 percentage_point", "3.6 = 3.6 percentage_point"],
        ),
        (
            "it ran at 5.5% for men, and about 4.5 for women",
            ["5.5% = 5.5 percent", "about 4.5 = 4.5 percent (about: about)"],
        ),
        ("prices rose 6.5% in May and 4.5 in June", ["6.5% = 6.5 percent", "4.5 = 4.5 percent"]),
        (
            "up 25 basis points for loans and 10 for savings",
            ["25 basis points = 0.25 percentage_point", "10 = 0.10 percentage_point"],
        ),
        ("she won 45% of the vote and 12 for effort", ["45% = 45 percent"]),
        ("it fell 4.5% in May and 12 shops closed in June", ["4.5% = 4.5 percent"]),
        ("it fell 4.5% in May and 12 of them closed", ["4.5% = 4.5 percent"]),
    ],
)
def test_the_second_of_two_alike_takes_the_unit_of_the_first(text: str, expected: list[str]) -> None:
    assert readings(percentages.read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Greens slipped by two to 37%", ["37% = 37 percent"]),
        ("the Greens are up one to 38 per cent", ["38 per cent = 38 percent"]),
        ("prices will rise by five to 10 per cent", ["five to 10 per cent = 5..10 percent"]),
        ("five to 30 per cent of homes", ["five to 30 per cent = 5..30 percent"]),
        ("two or 3 per cent of homes", ["two or 3 per cent = 2..3 percent"]),
        ("it has 2 or 9 per cent of homes", ["2 = 2 percent", "9 per cent = 9 percent"]),
        ("costs fell by 2 to 30 per cent", ["2 to 30 per cent = 2..30 percent"]),
    ],
)
def test_a_change_in_words_before_a_level_is_no_range(text: str, expected: list[str]) -> None:
    assert readings(percentages.read, text) == expected


def test_points_of_a_policy_rate_are_basis_points() -> None:
    assert readings(percentages.read, "The bank cut the OCR 25 points.") == ["25 points = 0.25 percentage_point"]
