"""What a figure takes over from the one before it in its sentence, and what it does not."""

import pytest

from tests.extraction.press_sentences import stated


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        # a further sum, a part, another reading of the same sum
        ("It spends £5m a day on tents and another £3m on huts.", "£3m", {"kind": "rate", "per": "day"}),
        (
            "It spent 2% of income in 2023, 3% in 2024.",
            "3%",
            {"kind": "share", "denominator": "income", "period": "2024"},
        ),
        ("It spends 2.5 % of income this year and 3 % next.", "3 %", {"kind": "share", "denominator": "income"}),
        # both ends of a revision, and what stands in brackets behind them
        ("It revised the toll for 2021, from 4% (£9m) to 5% (£12m).", "4%", {"period": "2021"}),
        ("It revised the toll for 2021, from 4% (£9m) to 5% (£12m).", "£9m", {"period": "2021"}),
        ("It revised the toll for 2021, from 4% (£9m) to 5% (£12m).", "£12m", {"period": "2021"}),
        ("The toll was revised from £9m to about £12m in 2021.", "£9m", {"period": "2021"}),
        ("It was 2% of income, against 3% the year before.", "3%", {"kind": "share", "denominator": "income"}),
        ("The gap fell from 4% of income to 3% and inflation to 2%.", "2%", {"kind": "level"}),
        ("£5m a day goes on tents, with an additional £1m paid for huts.", "£1m", {"kind": "rate", "per": "day"}),
        ("In 2024 the annual cost was £3m of an estimated £4m.", "an estimated £4m", {"per": "year"}),
        (
            "In the year to March 2024 it spent £7m on boats, including £3m on oars.",
            "£3m",
            {"period": "2023-04/2024-03"},
        ),
        (
            "It put the bill at £4m over ten years, but has now raised this to £9m.",
            "£9m",
            {"kind": "total", "horizon": "P10Y"},
        ),
        ("It wants £9m in cuts over 10 years, £7m from schools.", "£7m", {"kind": "total", "horizon": "P10Y"}),
        ("It gave a cost over 10 years of £4m, and a highest cost of £6m.", "£6m", {"horizon": "P10Y"}),
        ("Taxes would fall by £9m and spending would drop by £8m over the next 10 years.", "£9m", {"horizon": "P10Y"}),
        (
            "It spends £8m a day on tents—£2m more than it said.",
            "£2m",
            {"kind": "change", "per": "day", "baseline": "it said"},
        ),
        ("The levy raised £9m in 2024, of which £3m was for roads.", "£3m", {"period": "2024", "scope": "of which"}),
        ("It sets aside £4m for roads and £6m for ports a year.", "£4m", {"kind": "rate", "per": "year"}),
        ("It set $60 a barrel for 2026, $65 for 2027 and $70 for 2028.", "$70", {"kind": "rate", "per": "barrel"}),
        ("It paid $60 a barrel in 2026, and owed $650 in all.", "$650", {"per": None}),
        # the parts of one whole, each told of its own place
        (
            "In 2024 some 25% of owls came from Diss, 40% from Eye and 7% from Ely.",
            "7%",
            {"kind": "share", "denominator": "owls", "period": "2024"},
        ),
        (
            "In 2024 some 25% of owls came from Diss, along with 9% from Eye.",
            "9%",
            {"kind": "share", "denominator": "owls", "period": "2024"},
        ),
        ("Debt was 285% of income in 2024, and 280% in all later years.", "280%", {"kind": "share", "period": None}),
        ("Some 25% of owls came from Diss, and dues rose 9% in May.", "9%", {"kind": "change", "denominator": None}),
        ("It spent £4m for a yacht and £6m for ports a year.", "£4m", {"kind": None, "per": None}),
        ("It will pay £3m and £9m a year after that.", "£3m", {"per": None, "scope": None}),
        ("After that it will pay £3m for oars and £9m for huts.", "£3m", {"scope": "thereafter"}),
        ("The fee rises by £6 a month to £49.", "£49", {"kind": "rate", "per": "month"}),
        ("It adds £6 a month to £49 fees.", "£49", {"per": None}),
        ("Dues will be £6 a month higher by 2030.", "£6 a month", {"per": "month", "baseline": "extra"}),
        ("It wants £60 more a year from each.", "£60 more a year", {"per": "year", "baseline": "extra"}),
        ("It pays more than £60 a year.", "more than £60 a year", {"baseline": None}),
        ("It is put at 4% of dues, or £9m, in May 2025.", "4%", {"period": "2025-05"}),
        ("It took £9m in May 2025, leaving £1m unpaid.", "£1m", {"period": "2025-05"}),
        ("It spent £9m, of which £4m went on huts and £1m on tents.", "£1m", {"scope": "of which"}),
        ("It spent £9m, of which £4m went on huts and it lost £1m on tents.", "£1m", {"scope": None}),
        ("It has 900 boats and 300 of these leak.", "300", {"scope": "of which"}),
        ("It made a loss of £4m on sales of £9m in the year to June 2024.", "£4m", {"period": "2023-07/2024-06"}),
        ("Some 300 of the 900 claims had been paid by May 2025.", "Some 300", {"period": "2025-05"}),
        ("It spent 40% of the £9m budget by May 2025.", "40%", {"period": "2025-05"}),
        ("Some 300 of the 900 huts built in May 2025 are damp.", "Some 300", {"period": None}),
        # a share of the same whole
        (
            "In May 73% of patients were seen, up from 71% in April.",
            "71%",
            {"kind": "share", "denominator": "patients", "period": "2025-04"},
        ),
        ("The levy is cut from 10% of income to 5%.", "5%", {"kind": "share", "denominator": "income"}),
        ("It wants 35% of power from wind in 2027 and 80% by 2050.", "80%", {"kind": "share", "denominator": "power"}),
        # what states its own, or is of something else
        ("It spends £5m a day on tents and another £3m one-off on huts.", "£3m", {"kind": "one-off", "per": None}),
        ("It spends £5m a day on tents and the mayor earns £90,000.", "£90,000", {"per": None}),
        ("In May 73% of patients were seen and inflation was 5%.", "5%", {"denominator": None}),
        ("In May 73% of patients and 60% of nurses were seen.", "60%", {"denominator": "nurses"}),
        ("It will spend £9m over four years, £1m of it at once.", "£1m", {"horizon": None}),
    ],
)
def test_a_sibling_takes_over_what_the_words_join(text: str, surface: str, expected: dict[str, str | None]) -> None:
    said = stated(text, surface)
    assert {name: said.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "surface", "denominator"),
    [
        ("Only 65% of NHS patients were seen.", "65%", "nhs patients"),
        ("Wind met 40% of gross electricity consumption.", "40%", "gross electricity consumption"),
        ("About 53% of the current loan portfolio will move.", "About 53%", "current loan portfolio"),
        ("Dues are 5% of a member's spare income.", "5%", "spare income"),
        ("Migrants were 41% of the total number of people in tents.", "41%", "people"),
        ("Of the 1.2 million migrants who came, 86% were men.", "86%", "migrants"),
        ("Of the £9m in tax cuts, two-thirds go to firms.", "two-thirds", "tax cuts"),
        ("Half of those could lose their homes.", "Half", None),
        ("89% of these came by boat.", "89%", None),
        ("Sales were 88% of their 2019 level.", "88%", "2019 level"),
        ("One in four registered boats leak.", "One in four", "registered boats"),
        ("Ten per cent were from Wales.", "Ten per cent", None),
        ("One in 10 is still waiting.", "One in 10", None),
        ("It counted 900 huts, with 15% built of wood.", "15%", None),
        ("Most of the owls were from Diss (30%), Eye (14%) and Ely (8%).", "14%", None),
    ],
)
def test_a_share_is_of_the_whole_noun_phrase_or_of_something_unnamed(
    text: str, surface: str, denominator: str | None
) -> None:
    said = stated(text, surface)
    assert (said.get("kind"), said.get("denominator")) == ("share", denominator)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("It would raise the uninsured by 900 people.", "900 people", {"kind": "change"}),
        ("It would increase the number of people without a bed by 9,100.", "9,100", {"kind": "change"}),
        ("This is a reduction by 13%.", "13%", {"kind": "change"}),
        ("It revised the figure upwards by 9,100.", "9,100", {"kind": "change"}),
        ("Huts are £4m cheaper than tents.", "£4m", {"kind": "change", "baseline": "tents"}),
        ("There are 900 more boats than the board knew of.", "900 more boats", {"baseline": "the board knew of"}),
        (
            "It is £4m more than the board said it was spending in May.",
            "£4m",
            {"baseline": "the board said it was spending in May"},
        ),
        (
            "Sales were 900 boats in May, up 3pc on the same month of 2024.",
            "3pc",
            {"baseline": "the same month of 2024"},
        ),
        (
            "There was a rise of 4% on the same three months last year.",
            "4%",
            {"kind": "change", "baseline": "the same three months last year", "period": None},
        ),
        ("Turnout was down 7.5 points on 2020.", "7.5 points", {"kind": "change", "baseline": "2020", "period": None}),
        ("It rose 2% on the month and 8% on the year.", "2%", {"kind": "change", "baseline": "the previous month"}),
        ("It rose 2% on the month and 8% on the year.", "8%", {"kind": "change", "baseline": "a year earlier"}),
        ("Prices rose 2% in May and 8% in June.", "8%", {"kind": "change", "period": "2025-06"}),
        ("Prices rose 2% in May but 8% in June is a record.", "8%", {"kind": None}),
        ("Most of the rises were in Diss (30%) and Eye (14%).", "14%", {"kind": None}),
        ("Arrivals (51% less) fell more than sales (9% fewer).", "51%", {"kind": "change"}),
        ("Of the 900 who were asked, one in four refused.", "one in four", {"denominator": None}),
        ("Sales were 88% of their 2019 level.", "88%", {"period": None}),
        ("Prices rose 2% in May and 8% of huts stood empty.", "8%", {"kind": "share"}),
        ("Over three quarters were in towns, with Diss making up 60%.", "60%", {"horizon": None}),
        ("It is £4m higher than first thought at £9m.", "£9m", {"baseline": None}),
        ("It rose by 5 huts, almost doubling growth compared to 2022.", "5 huts", {"baseline": None}),
        ("In May 900 people waited more than 12 hours from a decision to admit.", "900 people", {"baseline": None}),
        ("It will build or expand 40 clinics.", "40 clinics", {"kind": None}),
        ("Of that total effect, 9,100 boats are new.", "9,100 boats", {"kind": None}),
        ("The grant is up to £9,000 of relief for each borrower.", "up to £9,000", {"per": "borrower"}),
        ("The fee is 6.9 cents per kilowatt hour.", "6.9 cents per kilowatt hour", {"per": "kilowatt hour"}),
        ("The estimate excludes a move to cut dues from 10% to 5%.", "10%", {"scope": None}),
        (
            "It has 40 clinics in the north of the county and faces risks, including building sheds that leak.",
            "40 clinics",
            {"scope": None},
        ),
        (
            "If current grants are left unchanged, it will cost £4m.",
            "£4m",
            {"assumption": "current grants are left unchanged"},
        ),
    ],
)
def test_a_move_is_told_from_a_level(text: str, surface: str, expected: dict[str, str | None]) -> None:
    said = stated(text, surface)
    assert {name: said.get(name) for name in expected} == expected
