"""The window at the least size that laptops have: nothing that one needs is cut off."""

from collections.abc import Callable

import pytest
from hands import Hands
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

SMALL = (1280, 720)


@pytest.fixture
def small(start: Callable[[], Hands]) -> Hands:
    """The program in a small window from the first moment."""
    hands = start()
    hands.window.resize(*SMALL)
    hands.until(lambda: hands.window.size().toTuple() == SMALL)
    return hands


def _seen(widget: QWidget) -> bool:
    """Whether all of a widget can be seen."""
    return widget.visibleRegion().boundingRect().contains(QRect(0, 0, widget.width(), widget.height()))


def test_start_says_that_nothing_leaves_the_computer(small: Hands) -> None:
    promise = next(one for one in small.screen("start").findChildren(QLabel) if "No account" in one.text())
    small.until(lambda: _seen(promise))


def test_all_answers_are_seen_below_a_sentence_of_three_lines(small: Hands) -> None:
    small.press("Return", "Ctrl+3")
    review = small.screen("review")
    small.until(lambda: all(_seen(answer) for answer in review.card.answers.buttons.values()))


def test_the_article_has_most_of_the_library(small: Hands) -> None:
    small.press("Return", "Ctrl+2")
    library = small.screen("library")
    panes = next(one for one in library.findChildren(QSplitter) if one.objectName() == "library")
    small.until(lambda: panes.sizes()[2] > panes.sizes()[0] + panes.sizes()[1])


def test_the_projects_name_is_seen_in_the_least_window(small: Hands) -> None:
    small.press("Return")
    small.window.resize(small.window.minimumSize())
    bar = small.window.top_bar
    for widget in (bar.project, bar.waiting, bar.offline):
        small.until(lambda widget=widget: _seen(widget))
    assert bar.project.width() > 80
