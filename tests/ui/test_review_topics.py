"""Filing a claim under a topic from its card."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.figure import Kind
from app.services.desk import Desk
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.palette.palette import Palette
from app.ui.palette.topics import IN_A_MENU
from app.ui.review.screen import ReviewScreen
from app.ui.review.topic_menu import TopicMenu
from tests.ui.review_cards import go_to
from tests.ui.shown_screens import press


def test_g_files_the_claim_under_a_topic(qtbot, review: ReviewScreen, desk: Desk) -> None:
    desk.grouping.add("Payments to Mauritius", ["Mauritius"], Kind.MONEY, [])
    claim_id = go_to(review, desk, "£165m")

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.activeAction().text() == "Payments to Mauritius"
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    press(qtbot, Qt.Key.Key_G)
    assert desk.claims.lines([claim_id])[0].topics == ("Payments to Mauritius",)
    assert review.card.slots.slots["topic"].text() == "Payments to Mauritius"
    assert review.current() == claim_id


def test_a_long_topic_has_a_row_of_its_own_and_a_short_one_a_third(qtbot, review: ReviewScreen, desk: Desk) -> None:
    topic, stance = review.card.slots.slots["topic"], review.card.slots.slots["stance"]
    claim_id = go_to(review, desk, "£165m")
    qtbot.waitUntil(lambda: abs(topic.width() - stance.width()) <= 1)
    long = "What Britain pays Mauritius for the harbour, the lease and the works"
    review.changed.emit(desk.grouping.add(long, ["Mauritius"], Kind.MONEY, [claim_id])[1])
    review.reveal(claim_id)
    qtbot.waitUntil(lambda: topic.value() == long)
    qtbot.waitUntil(lambda: topic.width() >= topic.needed())
    assert topic.parentWidget().y() > stance.parentWidget().y()
    review.resize(1224, 628)
    qtbot.waitUntil(lambda: topic.parentWidget().y() == stance.parentWidget().y())


def _asked(qtbot, *keys: Qt.Key) -> list[str]:
    """Ask for the topic of the card and press these keys in the menus; gives what the first one offered."""
    offered: list[str] = []

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, TopicMenu):
            QTimer.singleShot(20, choose)
            return
        offered.extend(act.text() for act in menu.actions() if act.text())
        for key in keys:
            qtbot.keyClick(QApplication.activePopupWidget(), key)

    QTimer.singleShot(50, choose)
    press(qtbot, Qt.Key.Key_G)
    return offered


@pytest.fixture
def topics(desk: Desk) -> dict[str, str]:
    """Three topics of money."""
    terms = {"Payments": ["Mauritius", "deal"], "Costs": ["minister", "cost"], "Weather": ["rain"]}
    return {name: desk.grouping.add(name, words, Kind.MONEY, [])[0] for name, words in terms.items()}


def test_suggested_topics_are_chosen_by_number_and_the_basis_stays(
    qtbot, review: ReviewScreen, desk: Desk, topics: dict[str, str]
) -> None:
    claim_id = go_to(review, desk, "nearly £200m")
    basis = desk.claims.lines([claim_id])[0].record.claim.basis
    suggested = [topic.name for topic in desk.grouping.suggest(claim_id).topics]
    assert set(suggested) == {"Payments", "Costs"}
    offered = _asked(qtbot, Qt.Key.Key_2)
    assert offered == [*suggested, "Weather", "New topic…", "Not this topic (X)"]
    line = desk.claims.lines([claim_id])[0]
    assert line.topics == (suggested[1],)
    assert line.record.claim.basis == basis


def test_a_topic_said_not_to_be_it_is_suggested_no_more_until_undo(
    qtbot, review: ReviewScreen, desk: Desk, topics: dict[str, str]
) -> None:
    claim_id = go_to(review, desk, "nearly £200m")
    first, second = (topic.name for topic in desk.grouping.suggest(claim_id).topics)
    with qtbot.waitSignal(review.done) as done:
        _asked(qtbot, Qt.Key.Key_X, Qt.Key.Key_1)
    assert done.args == [f"Not {first}; undo takes that back"]
    assert [topic.name for topic in desk.grouping.suggest(claim_id).topics] == [second]
    assert desk.history.undoable() == f"keep nearly £200m a year out of {first}"
    desk.history.undo()
    assert [topic.name for topic in desk.grouping.suggest(claim_id).topics] == [first, second]


def test_a_new_topic_is_made_from_the_card_and_holds_its_claim(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m")

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TopicDialog):
            QTimer.singleShot(20, fill)
            return
        dialog.name.setText("What the deal costs")
        dialog.accept()

    QTimer.singleShot(50, fill)
    _asked(qtbot, Qt.Key.Key_N)
    assert desk.claims.lines([claim_id])[0].topics == ("What the deal costs",)
    assert review.card.slots.slots["topic"].text() == "What the deal costs"


def test_one_of_many_topics_is_found_by_its_words(
    qtbot, review: ReviewScreen, desk: Desk, topics: dict[str, str]
) -> None:
    for number in range(IN_A_MENU):
        desk.grouping.add(f"Harbour {number}", [f"pier{number}"], Kind.MONEY, [])
    claim_id = go_to(review, desk, "nearly £200m")

    def find() -> None:
        palette = QApplication.activeModalWidget()
        if not (isinstance(palette, Palette) and palette.isActiveWindow()):
            QTimer.singleShot(20, find)
            return
        assert palette.windowTitle() == "File under which topic?"
        qtbot.keyClicks(palette.field, "harb 17")
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    QTimer.singleShot(50, find)
    offered = _asked(qtbot, Qt.Key.Key_O)
    assert set(offered[:2]) == {"Payments", "Costs"}
    assert offered[2:] == ["Another topic…", "New topic…", "Not this topic (X)"]
    assert desk.claims.lines([claim_id])[0].topics == ("Harbour 17",)
