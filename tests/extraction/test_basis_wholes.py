"""Of what a share is, and for each of what a sum is."""

import pytest

from tests.extraction.press_sentences import stated


@pytest.mark.parametrize(
    ("text", "surface", "denominator"),
    [
        ("The dam takes 0.4% of gross domestic product per year.", "0.4% of gross domestic product per year", "GDP"),
        (
            "Some 2.3% of the county's estimated resident population is deaf.",
            "Some 2.3%",
            "estimated resident population",
        ),
        ("Boys were 61% of the June 2024 intake.", "61%", "intake"),
        ("More than half of the money arrives in spring.", "More than half", "money"),
        ("More than half of the health services are shut.", "More than half", "health services"),
        ("Nearly a third of the £90 million levy is gone.", "Nearly a third", "levy"),
        ("Nearly a third of the $90 million dollar levy is gone.", "Nearly a third", "levy"),
        ("A quarter of the 40 rangers are women.", "A quarter", "rangers"),
        ("Oats took up 40% of fields, with barley making up 22%.", "22%", "fields"),
        ("Rye made up 22% of crops and oats 31%.", "31%", "crops"),
        ("Rye made up 22% of crops, oats 31% and figs 2%.", "2%", "crops"),
        ("Women filled 61% of seats, followed by students at 12%.", "12%", "seats"),
    ],
)
def test_the_whole_of_a_share_is_its_noun(text: str, surface: str, denominator: str) -> None:
    assert stated(text, surface).get("denominator") == denominator


def test_a_majority_says_of_what_its_share_is() -> None:
    text = "Four plans made the vast majority (94 per cent) of the overruns, and Kell (6 per cent) of course the rest."
    assert stated(text, "94 per cent") == {"kind": "share", "denominator": "overruns"}
    assert "denominator" not in stated(text, "6 per cent")


def test_a_figure_of_something_else_takes_over_no_whole() -> None:
    assert stated("Rye made up 22% of crops and prices rose by 3%.", "3%") == {"kind": "change"}


@pytest.mark.parametrize(
    ("text", "surface", "per"),
    [
        # the thing stands before the sum
        ("The cost per school place last year was £8,042.", "£8,042", "place"),
        ("The price per tonne rose from £33 in 2016 to £35 last year.", "£33", "tonne"),
        ("The price per tonne rose from £33 in 2016 to £35 last year.", "£35", "tonne"),
        ("Spending per pupil was £5,042, compared with £4,800 the year before.", "£4,800", "pupil"),
        ("The cost per bed was £22 in 2016 compared to £24 last year.", "£24", "bed"),
        ("It was twice the cost per bed – £723.", "£723", "bed"),
        ("The cost per kilowatt hour is £2.", "£2", "kilowatt hour"),
        ("The average annual cost per school place was £6,237.", "£6,237", "place per year"),
        ("The cost per week came to £900.", "£900", "week"),
        # or behind it
        ("The mill is paid £92 for every tonne that it grinds.", "£92 for every tonne", "tonne"),
        (
            "It gets £92 (2012 prices), rising each May, for each megawatt hour it sells over 35 years.",
            "£92",
            "megawatt hour",
        ),
        # another thing, or no rate
        ("The cost per place was high, and the pier cost £900.", "£900", None),
        ("The average number per class is 30, and a chair costs £90.", "£90", None),
        ("It paid £900 for every one of them.", "£900", None),
        ("Pay was £5,042 as per the contract.", "£5,042", None),
        ("The cost per place rose by 4% and the school lost £900.", "£900", None),
    ],
)
def test_for_each_of_what_a_sum_is(text: str, surface: str, per: str | None) -> None:
    assert stated(text, surface).get("per") == per


@pytest.mark.parametrize(
    ("text", "surface", "scope"),
    [
        # a part of a sum
        ("About £4m of the £9m rise came in May.", "About £4m", "of which"),
        ("As part of that sum, £4m is for oars.", "£4m", "of which"),
        ("The levy made £9m (of which oats gave £4m).", "£9m", None),
        ("The levy made £9m (of which oats gave £4m).", "£4m", "of which"),
        ("The levy made £9m, £4m of which is for oars.", "£4m", "of which"),
        ("The levy made £9m, £4m of which is for oars.", "£9m", None),
        # what is counted in is said behind its figure, or opens the sentence
        ("It told more of its plan, including details of how it will build 40 huts.", "40 huts", None),
        ("Grants rose by 9%, twice the pace of other schemes of the county, including roads.", "9%", None),
        ("It will publish its plan for prisons – including how it will build 40 huts.", "40 huts", None),
        ("Including roads, grants rose by 9%.", "9%", "including roads"),
        ("Grants were £9m, including roads.", "£9m", "including roads"),
        # a move from an earlier time
        ("The rate fell by 3% from the previous year.", "3%", None),
    ],
)
def test_a_part_says_so(text: str, surface: str, scope: str | None) -> None:
    assert stated(text, surface).get("scope") == scope
