"""A number that plays another part in the draft: which way it went, of whom, when, of what whole, and whether yet."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

TARN = {
    "tarn.txt": """Title: Tarn counts its year
Outlet: Tarn Courier
Date: 2025-03-10

Tarn museum sold 61,300 tickets in 2024, an increase of 870 from the year before. The day school grew by 640 students, \
while the evening school shrank by 1,120. Its charter is kept by 19 guilds. A further 830 sailors guard the docks.

Tarn council aims to build 3,400 flats by 2027. It hit its target of planting 52,000 trees. Spending on parks is being \
raised to £480,000, up 9 per cent on this year. Refunds grew from USD 2.7 million in 2022 to USD 4.9 million in 2023.

Dairy accounts for 48% of the region's farmland and 71% of the region's farm income. Close to 60% of the total went to \
pensions in 2024. Tolls are forecast to reach £5.35m in 2031. The town ordered 30 million masks, bringing the total \
to 75 million.

The navy keeps 12,500 sailors ready for any duty at short notice, the admiral told a newspaper. Iron Tide, an exercise \
in the fjords of the north, was joined by more than 4,200 sailors.
"""
}
SOLD = "Tarn museum sold 61,300 tickets in 2024. "

BREWER = {
    "brewer.txt": """Title: Brewer at Tarn lifts its sights
Outlet: Tarn Courier
Date: 2025-03-10

Tarn's brewer raised its forecast of margins to between 7.5% and 8.5% from 6.5% to 7.5%. First-time landlords put down \
£61,900 for a pub, against £58,200 a year ago. A pint costs 2.7% more than a year ago and 0.4% more than in January. \
Investors have pledged £940,000, of which £260,000 has been paid.
"""
}
BREWED = "Tarn's brewer sells pints to pubs of landlords. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Ticket sales at the museum were up 870 on the year before.", "870"),
        ("The evening school lost about 1,120.", "about 1,120"),
        ("In Tarn 19 guilds keep the charter.", "19 guilds"),
        ("In Tarn 830 sailors guard the docks.", "830 sailors"),
        ("The council wants to build 3,400 flats.", "3,400 flats"),
        ("The council has planted 52,000 trees.", "52,000 trees"),
        ("Tolls in Tarn will reach £5.35m.", "£5.35m"),
        ("Parks are to cost £480,000 in 2026.", "£480,000"),
        ("Refunds reached $4.9m, compared with $2.7m in 2022.", "$4.9m"),
        ("Dairy makes up 71 per cent of farm income in the region.", "71 per cent"),
        ("Some three-fifths of the 2024 money went to pensions.", "Some three-fifths"),
        ("The town has raised its order to 75m masks.", "75m masks"),
    ],
    ids=["up", "lost", "by whom", "further", "wish", "kept", "ahead", "next year", "codes", "whole", "total", "making"],
)
def test_the_same_part_in_other_words_is_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(TARN), SOLD + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface", "says"),
    [
        ("Ticket sales at the museum were down 870 on the year before.", "870", "rose"),
        ("The day school had 640 students fewer.", "640 students", "rose"),
        ("The council has already built 3,400 flats.", "3,400 flats", "aim"),
        ("Tolls in Tarn reached £5.35m.", "£5.35m", "forecast"),
        ("Parks are to cost £480,000 in 2025.", "£480,000", "year after"),
        ("Refunds in 2023 were up 81 per cent, at $2.7m.", "$2.7m", "former"),
        ("Dairy makes up 48 per cent of farm income in the region.", "48 per cent", ""),
        ("The exercise Iron Tide in the fjords of the north was joined by 12,500 sailors.", "12,500 sailors", "closer"),
    ],
    ids=["down", "fewer", "reached too soon", "foreseen", "this year", "former end", "another whole", "another unit"],
)
def test_another_part_is_told_for_what_it_is(library: Library, text: str, surface: str, says: str) -> None:
    found = figure_of(library(TARN), SOLD + text, surface)
    assert found.finding in (Finding.CONTESTED, Finding.OTHER_BASIS)
    assert any(says in one.judgement.sentence for one in found.evidence), found.evidence


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The brewer at Tarn sees margins of 7.5% to 8.5%.", "7.5% to 8.5%"),
        ("First-time landlords need £61,900 for a pub, £3,700 more than a year ago.", "£3,700"),
        ("A pint is 2.7% dearer than a year ago.", "2.7%"),
        ("Investors promised the brewer £940,000.", "£940,000"),
    ],
)
def test_a_forecast_a_rise_and_a_promise_as_they_were_told_are_supported(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(BREWER), BREWED + text, surface).finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The brewer at Tarn sees margins of 6.5% to 7.5%.", "6.5% to 7.5%"),
        ("A pint is 0.4% dearer than a year ago.", "0.4%"),
        ("Investors have paid the brewer £940,000.", "£940,000"),
    ],
    ids=["former forecast", "of a month", "not yet paid"],
)
def test_a_former_forecast_a_shorter_span_and_a_payment_still_due_are_not(
    library: Library, text: str, surface: str
) -> None:
    assert figure_of(library(BREWER), BREWED + text, surface).finding in (Finding.CONTESTED, Finding.OTHER_BASIS)
