"""The window at the least size that laptops have: nothing that one needs is cut off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QScrollArea, QSplitter, QWidget

from tests.e2e.window_user import WindowUser

SMALL = (1280, 720)
WORDY = (
    "Nobody in the town had expected the vote to come so soon, least of all those who run the boats and who have "
    "waited for an answer since the storms. The council, which had promised in the spring that nothing would be signed "
    "before the auditors had read every page of the lease, agreed late on Friday night to pay the Varne Harbour Trust "
    "£100m a year for the first three years, a sum that the treasurer called painful, fair and long overdue, and that "
    "others in the room called madness. The money is to come out of the reserve, which has been growing since the toll "
    "was doubled, and the rest is to be found by whoever wins the election."
)


@pytest.fixture
def small(start: Callable[[], WindowUser]) -> WindowUser:
    """The program in a small window from the first moment."""
    user = start()
    user.window.resize(*SMALL)
    user.until(lambda: user.window.size().toTuple() == SMALL)
    return user


def _seen(widget: QWidget) -> bool:
    """Whether all of a widget can be seen."""
    return widget.visibleRegion().boundingRect().contains(QRect(0, 0, widget.width(), widget.height()))


def _article(user: WindowUser) -> str:
    shown = user.screen("library").reader.article_id()
    assert shown is not None
    return str(shown)


def test_start_says_that_nothing_leaves_the_computer(small: WindowUser) -> None:
    promise = next(one for one in small.screen("start").findChildren(QLabel) if "No account" in one.text())
    assert small.soon(lambda: _seen(promise))


def test_start_shows_all_first_steps_in_a_line_without_scrolling(small: WindowUser) -> None:
    start = small.screen("start")
    steps = list(start.checklist.steps.values())
    assert small.soon(lambda: all(_seen(step) for step in steps))
    assert len({step.mapTo(start, step.rect().topLeft()).y() for step in steps}) == 1
    (area,) = start.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0


def test_all_answers_are_seen_below_a_sentence_of_three_lines(small: WindowUser) -> None:
    small.press("Return", "Ctrl+3")
    review = small.screen("review")
    assert small.soon(lambda: all(_seen(answer) for answer in review.card.answers.buttons.values()))


def test_a_card_with_a_sentence_of_sixty_words_needs_no_scrolling(small: WindowUser, tmp_path: Path) -> None:
    small.answers_save(tmp_path / "Harbour.counterclaim")
    small.press("Ctrl+N")
    (tmp_path / "lease.txt").write_text(f"Title: The lease\n\n{WORDY}\n", encoding="utf-8")
    small.answers_open([tmp_path / "lease.txt"])
    small.press("Ctrl+I")
    small.until_imported()
    claim = next(one for one in small.desk.library.claims(_article(small)) if "100m" in one.claim.surface)
    small.window.go("review", claim.claim_id)
    small.press("F")
    review = small.screen("review")
    assert len(review.card.sentence.accessibleName().split()) >= 60
    parts = (review.card.sentence, review.card.seen, *review.card.answers.buttons.values())
    assert small.soon(lambda: all(_seen(part) for part in parts))


def test_the_article_has_most_of_the_library(small: WindowUser) -> None:
    small.press("Return", "Ctrl+2")
    library = small.screen("library")
    panes = next(one for one in library.findChildren(QSplitter) if one.objectName() == "library")
    assert small.soon(lambda: panes.sizes()[2] > panes.sizes()[0] + panes.sizes()[1])


def test_the_projects_name_is_seen_in_the_least_window(small: WindowUser) -> None:
    small.press("Return")
    small.window.resize(small.window.minimumSize())
    bar = small.window.top_bar
    for widget in (bar.project, bar.waiting, bar.offline):
        assert small.soon(lambda widget=widget: _seen(widget))
    assert bar.project.width() > 80
