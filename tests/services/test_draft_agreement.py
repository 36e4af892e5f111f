"""What of an article supports a figure of a draft: the number with the same said of it, and not the number alone."""

import pytest

from app.domain.claim import State
from app.domain.draft import Finding
from app.domain.figure import Kind
from tests.services.draft_articles import ARREARS, COUNCIL, LOCK, MENDED, PIER, RAIL, Library, figure_of, only_figure


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Council tax arrears in Brenworth fell by 12 per cent last year.", "12 per cent"),
        (ARREARS + "More than 400 carers receive an allowance from the council.", "More than 400 carers"),
        (ARREARS + "Oskar Hale put the shortfall at £7.2 million.", "£7.2 million"),
        (ARREARS + "Some 9,300 households were behind with their payments.", "Some 9,300 households"),
        (ARREARS + "Potholes damaged the cars of 5,130 drivers.", "5,130 drivers"),
        (ARREARS + "There were 412 serious complaints about the council's buses.", "412 serious complaints"),
    ],
    ids=["direction", "bound", "speaker", "revised later", "another noun", "a part of another count"],
)
def test_the_number_of_an_article_supports_no_other_statement(library: Library, text: str, figure: str) -> None:
    assert figure_of(library(COUNCIL), text, figure).finding is not Finding.SUPPORTED


def test_a_number_that_no_claim_was_made_of_supports_a_count(library: Library) -> None:
    text = f"{ARREARS}In the town 64 bus routes will be kept."
    assert figure_of(library(COUNCIL), text, "64 bus routes").finding is Finding.SUPPORTED


@pytest.mark.parametrize(
    ("text", "surface", "finding"),
    [
        ("The pier drew 412,000 visitors in 2024.", "412,000", Finding.CONTESTED),
        ("The average visitor to the pier is nearly 47.", "nearly 47", Finding.SUPPORTED),
        ("Gulls are after chips, and have taken about a third.", "about a third", Finding.SUPPORTED),
        ("The pier will cost £4.8 million more than was said.", "£4.8 million", Finding.OTHER_BASIS),
        ("Nora Quill thinks that 260 of the traders will gain.", "260", Finding.SUPPORTED),
    ],
    ids=["withdrawn", "bare number", "bare fraction", "of two articles", "her own guess"],
)
def test_what_two_articles_say_of_one_thing(library: Library, text: str, surface: str, finding: Finding) -> None:
    checked = library(PIER).drafting.check(MENDED + text)
    assert [one.finding for one in checked if surface in one.claim.surface] == [finding]


def test_what_one_person_guesses_is_no_guess_of_another_of_the_article(library: Library) -> None:
    checked = library(PIER).drafting.check(f"{MENDED}Tobias Renn guesses that 260 traders will gain.")
    (found,) = [one for one in checked if "260" in one.claim.surface]
    assert found.finding is not Finding.SUPPORTED


def test_a_rejected_count_is_no_number_that_no_claim_was_made_of(library: Library) -> None:
    desk = library(COUNCIL)
    text = f"{ARREARS}The council employs 1,240 people."
    closest = figure_of(desk, text, "1,240 people").closest
    assert closest is not None
    desk.reviewing.decide([closest.line.record.claim_id], State.REJECTED)
    assert figure_of(desk, text, "1,240 people").finding is not Finding.SUPPORTED


def test_the_year_beside_a_figure_is_that_of_the_sentence_that_supports_the_figure(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    told = desk.drafting.check("The Moss line carried 4.2 million passengers in 2024. In 2019 Fen carried 2.9 million.")
    years = {one.claim.surface: one.finding for one in told if one.claim.figure.kind is Kind.DATE}
    assert years == {"2024": Finding.SUPPORTED, "2019": Finding.CONTESTED}


def test_a_number_supports_none_that_it_only_comes_to_when_cut_to_one_digit(library: Library) -> None:
    said = (
        "It's £165m a year for the first 3 years, going down to £120m after. "
        "There's also a one off £40m for Chagossians and a £45m a year for a Mauritian development fund."
    )
    draft = (
        "Britain will pay Mauritius about £165m a year for the first three years and £120m a year after that, readers"
        " of one site say. Others put the cost at nearly £200m a year. A one-off £40m goes to the Chagossians and £45m"
        " a year to a development fund."
    )
    found = figure_of(library({"a.txt": said}), draft, "nearly £200m a year")
    assert found.finding is not Finding.SUPPORTED
    question = "Why should we shell out nearly £200m a year for a base we don't use?\n\n"
    found = figure_of(library({"b.txt": question + said}), draft, "nearly £200m a year")
    assert [one.line.record.claim.surface for one in found.evidence] == ["nearly £200m a year"]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("It went £67.3m deep into the pocket of the waterways.", Finding.SUPPORTED),
        ("The bakery went £67.3m deep into its pocket.", Finding.ABSENT),
        ("A bridge of the waterways will take £7m.", Finding.ABSENT),
        ("If fewer than 96 per cent of boats pass the sluice within an hour, the board is fined.", Finding.SUPPORTED),
        ("Traffic through the sluice fell from 61 per cent to 34 per cent.", Finding.CONTESTED),
        ("Upkeep of the sluice averages £4.27m a year in cash.", Finding.OTHER_BASIS),
        ("The Brackwater sluice was rebuilt on 25 May 2023.", Finding.ABSENT),
    ],
    ids=["rare number", "no word", "round number", "two sides", "reversed", "other prices", "a day in a year"],
)
def test_a_rare_number_needs_few_words_and_a_round_one_many(library: Library, text: str, finding: Finding) -> None:
    checked = library(LOCK).drafting.check(text)
    figures = [one.finding for one in checked if one.claim.figure.kind is not Kind.DURATION]
    assert set(figures) == {finding}


def test_a_figure_of_something_else_supports_nothing(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    assert only_figure(desk, "The cathedral roof will cost £260m.").finding is Finding.ABSENT
    assert only_figure(desk, "Kestrel Rail paid a dividend of £18m.").finding is Finding.SUPPORTED


def test_two_outlets_that_disagree_make_either_figure_contested(library: Library) -> None:
    other = (
        "Title: Owners first\nOutlet: Fen Post\nDate: 2025-09-12\n\n"
        "Kestrel Rail paid a dividend of £28m, its union says, while the fares went up.\n"
    )
    desk = library({"rail.txt": RAIL, "other.txt": other})
    checked = only_figure(desk, "Kestrel Rail paid a dividend of £18m.")
    assert checked.finding is Finding.CONTESTED
    assert [one.line.record.claim.surface for one in checked.evidence] == ["£28m"]
    assert [one.line.record.claim.surface for one in checked.others] == ["£18m"]


def test_a_rejected_claim_supports_nothing(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    text = "Kestrel Rail paid a dividend of £18m."
    closest = only_figure(desk, text).closest
    assert closest is not None
    desk.reviewing.decide([closest.line.record.claim_id], State.REJECTED)
    assert only_figure(desk, text).finding is not Finding.SUPPORTED


def test_for_how_long_a_rate_is_paid_is_checked_apart_from_it(library: Library) -> None:
    (rate, length) = library(LOCK).drafting.check("The board will pay the harbour £18.6m a year for 35 years.")
    assert (rate.finding, length.finding) == (Finding.SUPPORTED, Finding.CONTESTED)
    assert length.closest is not None
    assert length.closest.line.record.claim.surface == "25 years"


FERRY = {
    "ferry.txt": """Title: New ferry for Ormsay at last
Outlet: Ormsay Packet
Date: 2025-08-19

The new ferry to Ormsay cost £46 million to build, the harbour board said on Monday. Repairs to the old slipway took \
£31 million. The ferry carried 182,000 foot passengers in its first summer, against 157,000 on the old boat.

The terminal stands on 62 hectares of reclaimed land. Parking at the terminal brings in £340,000 a month. A retired \
skipper was offered £340,000 for his cottage.
"""
}
SAILED = "The new ferry to Ormsay carried 182,000 foot passengers in its first summer. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("The new ferry cost £31 million to build.", "£31 million"),
        ("The ferry had 157,000 more foot passengers than the old boat.", "157,000 more foot passengers"),
        ("The terminal stands on 182 hectares of reclaimed land.", "182 hectares"),
        ("Parking at the terminal brings in £340,000 a year.", "£340,000 a year"),
    ],
    ids=["another thing", "a level as a difference", "another dimension", "another period"],
)
def test_the_right_number_said_of_something_else_is_not_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(FERRY), SAILED + text, surface).finding is not Finding.SUPPORTED


def test_two_numbers_of_one_article_are_supported_where_each_is_said_of_its_own_thing(
    library: Library,
) -> None:
    text = f"{SAILED}Building it cost £46 million and mending the slipway £31 million."
    checked = library(FERRY).drafting.check(text)
    assert [one.finding for one in checked if "million" in one.claim.surface] == [Finding.SUPPORTED] * 2


def test_a_number_said_of_something_else_is_told_as_such(library: Library) -> None:
    text = f"{SAILED}Parking at the terminal brings in £340,000 a year."
    found = figure_of(library(FERRY), text, "£340,000 a year")
    assert found.finding is Finding.OTHER_BASIS
    assert found.closest is not None
    assert "£340,000 a month" in [one.line.record.claim.surface for one in (*found.evidence, *found.others)]


def test_a_number_in_other_words_is_told_with_the_figure_that_the_draft_is_closer_to(library: Library) -> None:
    text = f"{ARREARS}There were 412 serious complaints about the council's buses."
    found = figure_of(library(COUNCIL), text, "412 serious complaints")
    assert found.finding is Finding.OTHER_BASIS
    assert found.why == "the draft's words are closer to another figure there, 2,870 complaints"
