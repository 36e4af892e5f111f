"""A draft against the library: what is told of each figure, and what is no figure of it."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import RAIL, Library, only_figure

QUAY = (
    "Outlet: Quay Post\nDate: 2026-01-20\n\n"
    "HS2 was allotted £56bn. Nine of the county's branches closed: it lost 14 of them.\n"
)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Kestrel Rail, which employs 1,340 people, paid a dividend of £81m.", "two digits are turned"),
        ("Kestrel Rail employs 13,400 people and paid a dividend of £18m.", "the point or the scale has moved"),
        ("The Fen line, upgraded for £260m in 2023 prices, is due to open on 14 June 2028.", "only the year differs"),
    ],
    ids=["digits", "scale", "date"],
)
def test_a_slip_of_the_pen_beside_what_the_library_supports_is_told_as_one(
    library: Library, text: str, short: str
) -> None:
    checked = library({"rail.txt": RAIL}).drafting.check(text)
    told = [one.closest.judgement.short for one in checked if one.finding is Finding.CONTESTED and one.closest]
    assert short in told


def test_another_basis_and_a_conflict_name_the_claim_that_says_otherwise(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    (passengers, *_) = desk.drafting.check("The Moss line carried 4.2 million passengers in 2023.")
    assert passengers.finding in (Finding.OTHER_BASIS, Finding.CONTESTED)
    assert passengers.closest is not None
    assert passengers.closest.line.outlet == "Valley Herald"
    dividend = only_figure(desk, "Kestrel Rail paid a dividend of £81m.")
    assert dividend.finding is Finding.CONTESTED
    assert dividend.closest is not None
    assert dividend.closest.line.record.claim.surface == "£18m"


def test_a_citation_in_the_draft_is_not_checked(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    cited = "Kestrel Rail paid a dividend of £18m (Valley Herald, “Two lines, 500 fortunes”, 10 September 2025)."
    assert only_figure(desk, cited).claim.surface == "£18m"


def test_a_check_changes_nothing_and_no_figures_give_no_answers(library: Library) -> None:
    desk = library({"rail.txt": RAIL})
    before = desk.history.undoable()
    assert desk.drafting.check("") == []
    assert desk.drafting.check("Not a word of numbers.") == []
    desk.drafting.check(RAIL)
    assert desk.history.undoable() == before


def test_what_is_quoted_for_a_bare_number_is_what_the_article_prints(library: Library) -> None:
    checked = library({"quay.txt": QUAY}).drafting.check(
        "HS2 was allotted £56bn, and the county lost 14 of its branches."
    )
    assert [one.evidence[0].line.excerpt for one in checked] == [
        "HS2 was allotted £56bn.",
        "Nine of the county's branches closed: it lost 14 of them.",
    ]


def test_a_digit_of_a_name_is_no_figure(library: Library) -> None:
    checked = library({"quay.txt": QUAY}).drafting.check("HS2 was allotted £56bn, G4S said.")
    assert [one.claim.surface for one in checked] == ["£56bn"]
