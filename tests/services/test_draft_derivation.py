"""Figures of a draft that follow from those of an article, shown with their working."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import ARREARS, COUNCIL, LOCK, RAIL, Library, figure_of, only_figure


def test_a_difference_that_no_article_prints_is_told_beside_the_count_it_starts_from(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    text = "The Moss line carried 4.2 million passengers, 1.3 million more than the Fen line."
    found = figure_of(desk, text, "1.3 million")
    assert found.finding is Finding.SUPPORTED
    assert found.is_worked_out
    assert "2.9 million passengers" in [one.line.record.claim.surface for one in (*found.evidence, *found.others)]


def test_a_sum_of_what_the_paragraph_has_just_said_is_shown_as_one(library: Library) -> None:
    desk = library(LOCK)
    (rate, month) = desk.drafting.check("The board pays the harbour £18.6m a year, or £1.55m a month.")
    assert (rate.finding, month.finding) == (Finding.SUPPORTED, Finding.OTHER_BASIS)
    assert month.closest is not None
    assert month.closest.judgement.conversion == "£18.6m ÷ 12 = £1.55m."


@pytest.mark.parametrize(
    ("text", "figure", "working"),
    [
        ("The pilot scheme will last 17 months.", "17 months", "September 2027"),
        ("A quarter of the council's people work in social care.", "A quarter", "310"),
        ("Over the whole contract the contractors will be paid £37.5 million.", "£37.5 million", "£1.5m"),
        ("Four in five of the town's bus routes will be kept.", "Four in five", "64"),
    ],
    ids=["between two dates", "share", "rate and years", "a number of no claim"],
)
def test_what_follows_from_the_articles_of_a_paragraph_is_shown_with_its_working(
    library: Library, text: str, figure: str, working: str
) -> None:
    found = figure_of(library(COUNCIL), f"{ARREARS}{text}", figure)
    assert found.finding in (Finding.SUPPORTED, Finding.OTHER_BASIS)
    assert found.closest is not None
    assert working in f"{found.closest.judgement.conversion} {found.closest.line.sentence}"


HERD = {
    "herd.txt": """Title: Vets reach few farms in Calder
Outlet: Calder Farmer
Date: 2025-09-02

Vets in Calder were called to 1,210 farms in the spring and reached 218 of them. Each visit cost the county £690, \
compared with £148 in the year before.
"""
}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Of the farms in Calder that called a vet, fewer than one in five were reached.", "fewer than one in five"),
        ("A visit by a vet now costs Calder nearly five times what it did.", "nearly five times"),
    ],
    ids=["share of a count", "multiple"],
)
def test_a_share_or_multiple_follows_from_the_counts_of_an_article_that_prints_no_such_figure(
    library: Library, text: str, surface: str
) -> None:
    draft = f"The vets of Calder have had a bad spring, with calls from 1,210 farms and visits to 218. {text}"
    found = figure_of(library(HERD), draft, surface)
    assert found.finding is Finding.SUPPORTED
    assert found.closest is not None
    assert found.closest.judgement.conversion


LIGHTHOUSE = {
    "lighthouse.txt": """Title: Skerry light costs more
Outlet: Calder Farmer
Date: 2025-09-02

In 2019 the board thought that the Skerry lighthouse would cost £10.4 billion to move. Its estimate is £13.7 billion \
now. A fog horn at the lighthouse was sold for £9.6 million.
"""
}


def test_a_difference_is_worked_out_from_two_figures_where_two_give_it(library: Library) -> None:
    draft = (
        "The Skerry lighthouse would cost £13.7 billion to move. The official estimate exceeds the original by "
        "£3.3 billion."
    )
    found = figure_of(library(LIGHTHOUSE), draft, "£3.3 billion")
    assert found.is_worked_out
    assert found.why == "can be worked out: £13.7bn − £10.4bn = £3.3bn"


def test_a_number_that_the_article_prints_is_not_worked_out_from_itself_and_next_to_nothing(library: Library) -> None:
    draft = "The Skerry lighthouse would cost £13.7 billion to move. The official estimate exceeds the original."
    found = only_figure(library(LIGHTHOUSE), draft)
    assert [one.line.record.claim.surface for one in found.evidence] == ["£13.7 billion"]
    assert found.why == "the words around it differ"


DAIRY = {
    "dairy.txt": """Title: Dairy counts its churns
Outlet: Calder Farmer
Date: 2025-09-02

The Netherby dairy collects 48,600 churns a year from the valley. Of 7,450 churns that came in over the summer 38 per \
cent were returned as sour. Farms in the uplands sent 81.4 per cent of theirs on time and farms by the river 68.9 per \
cent.

The dairy is laying 16 miles of pipe for £4.8 million. Its tanks need six acres, for which it pays the landlord £1,350 \
an acre a year. Glass bottles have 27 per cent of its sales.
"""
}
COLLECTED = "The Netherby dairy collects 48,600 churns a year. "


@pytest.mark.parametrize(
    ("text", "surface", "working"),
    [
        ("Over the summer 2,831 churns went back sour.", "2,831 churns", "38 % of 7,450 churns"),
        ("All but 27 per cent of its sales, or 73 per cent, are not of glass.", "73 per cent", "100 % − 27 %"),
        ("Its new pipe costs £300,000 a mile.", "£300,000 a mile", "£4.8m ÷ 16 miles"),
        ("The landlord of its tanks gets £8,100 a year.", "£8,100 a year", "£1,350 per acre per year × 6 acres"),
        ("Farms by the river trail the uplands by 12.5 points.", "12.5 points", "81.4 % − 68.9 %"),
    ],
    ids=["part", "rest", "rate of a measure", "measure of a rate", "points"],
)
def test_figures_that_stand_together_are_taken_together_whatever_the_draft_calls_it(
    library: Library, text: str, surface: str, working: str
) -> None:
    found = figure_of(library(DAIRY), COLLECTED + text, surface)
    assert found.is_worked_out
    assert working in found.why


def test_what_some_figures_give_by_chance_is_not_worked_out(library: Library) -> None:
    found = figure_of(library(DAIRY), f"{COLLECTED}The bakery of Netherby has 7,466 customers.", "7,466 customers")
    assert not found.is_worked_out


def test_a_change_worked_out_from_figures_that_went_the_other_way_is_contested(library: Library) -> None:
    article = (
        "Title: Ringing at Netherby\nOutlet: Calder Farmer\nDate: 2025-09-02\n\n"
        "The Netherby ringers rang 52 peals. Their number fell from 2,160 to 1,840 in ten years.\n"
    )
    text = "The Netherby ringers rang 52 peals. In ten years their number rose by 320."
    found = figure_of(library({"bells.txt": article}), text, "320")
    assert found.finding is Finding.CONTESTED
    assert "2,160 − 1,840" in found.why


FLEET = {
    "fleet.txt": """Title: Fleet of Port Ansty after the storm
Outlet: Ansty Packet
Date: 2025-09-02

The fleet of Port Ansty has 640 boats. The storm sank 85 boats and 34 nets. The largest fall in landings was that of \
herring (-47.2%), and the largest rise that of crab (+196%), the harbour master said. Repairs of the quay took \
£2.3 million. The old lighthouse was sold for £3.5 million. A new crane would be £7.1 million.
"""
}
MOORED = "The fleet of Port Ansty has 640 boats, of which the storm sank 85 boats. "


@pytest.mark.parametrize(
    ("text", "surface", "working"),
    [
        ("Landings of crab nearly tripled.", "nearly tripled", "100 % + 196 % ="),
        ("Landings of herring almost halved.", "almost halved", "100 % ÷ (100 % − 47.2 %) ="),
    ],
)
def test_a_multiple_follows_from_a_change_in_per_cent(library: Library, text: str, surface: str, working: str) -> None:
    found = figure_of(library(FLEET), f"{MOORED}{text}", surface)
    assert (found.finding, found.is_worked_out) == (Finding.SUPPORTED, True)
    assert working in found.why


def test_what_several_figures_might_give_is_not_told_as_supported(library: Library) -> None:
    found = figure_of(
        library(FLEET), "The fleet of Port Ansty has 640 boats. Two-fifths of the crews left.", "Two-fifths"
    )
    assert found.finding is not Finding.SUPPORTED


QUAYS = {
    "quays.txt": """Title: Quays of Dunmarrow get money
Outlet: Dunmarrow Post
Date: 2025-03-11

A total of 24.6 million parcels went over the quays of Dunmarrow in 2024. That is 1.7 million parcels more than in the \
year before. The county put up £73.4 million for a new quay, a sum that the port authority matched. It will be 480 \
metres long.
""",
}


@pytest.mark.parametrize(
    ("text", "surface", "working"),
    [
        ("So 22.9 million must have gone over them in 2023.", "22.9 million", "24.6m parcels − 1.7m parcels"),
        ("County and port together pay £146.8 million for it.", "£146.8 million", "2 × £73.4m"),
    ],
    ids=["what it was before", "twice a sum that was matched"],
)
def test_what_two_sentences_or_two_payers_give_is_supported(
    library: Library, text: str, surface: str, working: str
) -> None:
    draft = f"In 2024 the quays of Dunmarrow saw 24.6 million parcels. A new quay will be 480 metres long. {text}"
    found = figure_of(library(QUAYS), draft, surface)
    assert found.finding is Finding.SUPPORTED
    assert working in found.why


def test_a_length_of_time_that_names_a_thing_is_no_share_of_another(library: Library) -> None:
    article = (
        "Title: Meals at colleges\nOutlet: Calder Post\nDate: 2025-09-02\n\nNearly 30% of students at four-year "
        "colleges in Calder skip meals, the survey said. Most of the pantries opened in the past ten years.\n"
    )
    desk = library({"meals.txt": article})
    found = figure_of(desk, "Almost 40% of students at four-year colleges in Calder skip meals.", "Almost 40%")
    assert found.finding is not Finding.SUPPORTED
