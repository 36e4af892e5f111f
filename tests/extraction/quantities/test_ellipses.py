"""Bare numbers that count what was counted before them, and those that do not."""

import pytest

from app.extraction.percentages import percentages
from app.extraction.quantities import quantities
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("It opened 38 stores and closed six.", "six = 6 store"),
        ("The club has 218 sites and plans to add another 40 by spring.", "40 = 40 site"),
        ("There were 569 events in the treated arm and 701 among controls.", "701 = 701 event"),
        ("311 people in the placebo arm died, against 254 on the drug.", "254 = 254 person"),
        ("It has 311 boats versus 254 last year.", "254 = 254 boat"),
        ("It dug 112 million tonnes in 2025-26, up from 90.5m.", "90.5m = 90500000 tonne"),
        ("It dug 112 million tonnes from 90m down.", "90m = 90 metre"),
        ("It needs two or three boats.", "two or three boats = 2..3 boat"),
        ("In all 20 or 30 boats sank.", "20 or 30 boats = 20..30 boat"),
        ("It has 450 or 460 boats.", "460 boats = 460 boat"),
        ("The average number of leaks per boat was 33.", "33 = 33 leak per boat"),
        ("A wall of 3 million bricks is 12m high, up from 8m.", "8m = 8 metre"),
        ("Drownings on the lake dropped 9% to 311, of whom 254 were men.", "254 = 254 drowning"),
        ("It built 212 homes against a target of 374, leaving a gap.", "374 = 374 home"),
        ("Labour won 14 seats and the Greens four.", "four = 4 seat"),
        ("The council has 56 members: 31 Labour.", "31 = 31 member"),
        ("Of 212 applicants, 34 were seen and nine hired.", "nine = 9 applicant"),
        ("Some 488 boats are in port. Of that total, 343 are yawls.", "343 = 343 boat"),
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
        ("They checked 60 wagons. Nearly 47 of them had no brakes.", "Nearly 47 = 47 wagon (nearly: Nearly)"),
        ("They read 402 contracts. Of these, 53 were unsigned.", "53 = 53 contract"),
        ("It has 19 frigates. It had 24.", "24 = 24 frigate"),
        ("He recorded 1,256 crimes, 256 more than that.", "256 = 256 crime"),
        ("It employs 4,120 nurses. That is 388 more than in 2014.", "388 = 388 nurse"),
        ("It did 1,900 operations, 240 below its target.", "240 = 240 operation"),
        ("It will build 2,300 homes, with 715 affordable.", "715 = 715 home"),
        ("It sold 40 boats and kept 12 rusty ones.", "12 = 12 boat"),
        ("It was to have eight stations; it has five.", "five = 5 station"),
        ("It had 640 elms once and has eight now.", "eight = 8 elm"),
        ("Of its 26 turbines only 11 were turning.", "11 = 11 turbine"),
        ("They took 2,000 prisoners, with an additional 1,000 having been taken before.", "1,000 = 1000 prisoner"),
        ("There were 300 men, with another 200 perishing later.", "200 = 200 man"),
        ("Of the 75 or so who applied, eight were chosen.", "eight = 8 person"),
        ("Of the 40 shops that opened barely 20 took cards.", "20 = 20 shop"),
        ("Of the 19 justices, 12 sat.", "12 = 12 justice"),
        ("Caseloads average 24 a worker against a recommended 16.", "16 = 16 caseload"),
        ("The force is recruiting 450.", "450 = 450 person"),
    ],
)
def test_a_bare_number_counts_what_was_counted(text: str, last: str) -> None:
    assert readings(quantities.read, text)[-1] == last


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Some of the stones, 27 in all, were sold.", "27"),
        ("Fewer posts, 138 of 290, are filled.", "138"),
        ("The jail was built for 450.", "450"),
        ("The school has room for 90.", "90"),
        ("The herd, which numbered 400, died.", "400"),
        ("The dead numbered in the thousands.", "thousands"),
        ("More than 400 more were turned away.", "More than 400"),
        ("The developer offered 715 affordable.", "715"),
        ("The school has 240 on roll.", "240"),
        ("Between them they flew 18.2m in May.", "18.2m"),
        ("Only 7,000-8,000 made it home.", "7,000-8,000"),
        ("The colony fell from 54 in 2004 to 17.", "54"),
    ],
)
def test_some_words_show_that_a_number_counts_though_nothing_says_what(text: str, count: str) -> None:
    first = readings(quantities.read, text)[0]
    assert first.split(" = ")[0] == count
    assert " None" in first


@pytest.mark.parametrize(
    "text",
    [
        "Photo 14 of 22, image 3 of 12 and page 12 of 30.",
        "14 of 22",
        "He made 34, 12 more than Root.",
        "He left in 2019 more than content.",
        "United won 12 in all competitions.",
        "She came 12 of 30, he ranked 14 of 22.",
        "He is 45 now and has 12 at school. Call 45 now.",
        "The lots, now numbered 12 to 30, are sold.",
        "The concert by Blink 182 who left.",
        "A man of 38 charged with theft.",
        "It was built for 2030.",
        "England got 16. India made 45.",
        "Windows 11 private mode.",
    ],
)
def test_nothing_that_only_looks_like_such_a_count_is_read(text: str) -> None:
    assert readings(quantities.read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He had 60 caps. England got 16.",
        "Rovers have 36 points. City made 45.",
        "She has 300 fans and finished 12 under par.",
        "It sold 300 cars and ranked seven in Europe.",
        "She taught 300 children and is 45 now.",
        "With 390 districts in, the Left had 31% and the Centre 28.",
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
    assert len(readings(quantities.read, text)) <= 1


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
    assert [float(line.split(" = ")[1].split()[0]) for line in readings(percentages.read, text)] == shares
