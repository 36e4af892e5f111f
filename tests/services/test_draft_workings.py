"""A working supports a figure where the draft's words ask for it, or name what it is worked out from."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of

ORCHARD = {
    "orchard.txt": """Title: Orchards of Welland count their trees
Outlet: Welland Gazette
Date: 2025-10-02

The orchards of Welland picked 9,340 tonnes of apples. They have 53 presses at work and 14 on order. The upper orchard \
has 218 trees and the lower orchard 146. Of the pickers 62 per cent come from abroad.

Sales came to £7.4m and outgoings to £5.9m. Some 1,280 pickers were hired, of whom 347 stay in tents. The growers own \
84 ladders. A fifth of the apples is pressed.
"""
}
PICKED = "The orchards of Welland picked 9,340 tonnes of apples. "


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("They will soon have 67 presses in all.", "67 presses"),
        ("With 53 presses at work and 14 on order they will have 67.", "67"),
        ("The lower orchard has 72 trees fewer.", "72 trees"),
        ("The other 38 per cent of the pickers live in Welland.", "38 per cent"),
        ("Only 38 per cent of the pickers do not come from abroad.", "38 per cent"),
        ("Their surplus was £1.5m.", "£1.5m"),
        ("Some 27 per cent of the pickers stay in tents.", "Some 27 per cent"),
        ("That leaves 933 pickers who have a room.", "933 pickers"),
    ],
)
def test_words_that_ask_for_a_working_make_it_support_a_figure(library: Library, text: str, surface: str) -> None:
    found = figure_of(library(ORCHARD), PICKED + text, surface)
    assert (found.finding, found.is_worked_out) == (Finding.SUPPORTED, True)


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("They have 67 presses at work.", "67 presses"),
        ("The upper orchard has 72 trees.", "72 trees"),
        ("Some 38 per cent of the pickers own a car.", "Some 38 per cent"),
        ("Only 38 per cent of the pickers do not smoke.", "38 per cent"),
        ("Some 66 per cent of the ladders are of wood.", "Some 66 per cent"),
        ("Some 66 per cent of the growers smoke.", "Some 66 per cent"),
        ("To it 111 lorries drive a day.", "111 lorries"),
        ("The growers sold pears for £1.5m.", "£1.5m"),
    ],
)
def test_a_number_that_some_figures_happen_to_give_is_not_supported(library: Library, text: str, surface: str) -> None:
    assert figure_of(library(ORCHARD), PICKED + text, surface).finding is not Finding.SUPPORTED


def test_a_figure_that_others_might_give_is_told_with_the_one_that_the_article_has(library: Library) -> None:
    found = figure_of(library(ORCHARD), f"{PICKED}The upper orchard has 72 trees.", "72 trees")
    assert found.finding is Finding.CONTESTED
    assert found.closest is not None
    assert found.closest.line.record.claim.surface == "218 trees"
