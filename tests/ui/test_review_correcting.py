"""Corrections and remarks on the card, through the real screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.domain.queue import QueueOrder
from app.services.desk import Desk
from app.ui.review.alike_dialog import AlikeDialog
from app.ui.review.alike_row import QUOTE
from app.ui.review.keyed_menu import KeyedMenu
from app.ui.review.screen import ReviewScreen
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words_dialog import WordsDialog
from tests.ui.open_dialogs import when_open
from tests.ui.review_cards import go_to
from tests.ui.shown_screens import press

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _refused(field: QWidget) -> str:
    """Why what a field holds cannot be taken, as it stands below it."""
    cell = field.parentWidget()
    assert cell is not None
    return " ".join(one.plain() for one in cell.findChildren(Refusal) if one.isVisible())


def _line(desk: Desk, claim_id: str) -> ClaimLine:
    return desk.reviewing.line(claim_id)


def test_the_end_moves_by_words_and_enter_keeps_the_figure_that_is_shown(
    qtbot, review: ReviewScreen, desk: Desk
) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, "]")
    assert QApplication.focusWidget() is review.card.sentence
    press(qtbot, Qt.Key.Key_Left, CTRL)
    press(qtbot, Qt.Key.Key_Left, CTRL)
    press(qtbot, Qt.Key.Key_Left)
    assert review.card.head.figure.text() == "no figure"  # "nearly £200"
    assert "not one figure" in review.card.head.rule.plain()
    press(qtbot, Qt.Key.Key_Right)
    assert review.card.head.figure.text() == "nearly £200m"
    assert _line(desk, claim_id).record.claim.surface == "nearly £200m a year"
    press(qtbot, Qt.Key.Key_Return)
    assert _line(desk, claim_id).record.claim.surface == "nearly £200m"
    assert "span" in _line(desk, claim_id).record.edited_fields
    assert review.card.head.figure.text() == "nearly £200m"
    assert QApplication.focusWidget() is review.card.accept


def test_escape_leaves_the_words_as_they_are(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    kept = _line(desk, claim_id)
    press(qtbot, "[")
    press(qtbot, Qt.Key.Key_Right, CTRL)
    assert review.card.head.figure.text() == "£200m a year"
    press(qtbot, Qt.Key.Key_Escape)
    assert review.card.head.figure.text() == "nearly £200m a year"
    assert _line(desk, claim_id) == kept
    press(qtbot, Qt.Key.Key_A)
    assert _line(desk, claim_id).record.state is State.ACCEPTED


def test_e_opens_the_fields_tab_goes_on_and_enter_saves_all_as_one_act(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, Qt.Key.Key_E)
    assert QApplication.focusWidget() is review.card.fields.figure
    assert not review.card.answers.isVisible()
    qtbot.keyClicks(QApplication.focusWidget(), "about £201m a year")
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is review.card.fields.kind
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "9 years")
    press(qtbot, Qt.Key.Key_Return)
    claim = _line(desk, claim_id).record.claim
    assert claim.figure.qualifier_words == "about"
    assert (claim.basis.value("kind"), claim.basis.value("horizon")) == ("one-off", "P9Y")
    assert desk.history.undoable() == "edit nearly £200m a year"
    assert review.current() == claim_id
    assert QApplication.focusWidget() is review.card.accept
    review.refresh(desk.history.undo())
    assert review.card.head.figure.text() == "nearly £200m a year"


def test_s_and_d_go_to_their_field_and_escape_takes_nothing(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, Qt.Key.Key_S)
    line = QApplication.focusWidget()
    assert line is review.card.fields.speaker
    qtbot.keyClicks(line, "Axel")
    assert review.current() == claim_id
    press(qtbot, Qt.Key.Key_Escape)
    assert "Axel" not in desk.editing.speakers()
    press(qtbot, Qt.Key.Key_D)
    assert QApplication.focusWidget() is review.card.fields.stance
    press(qtbot, Qt.Key.Key_D)
    press(qtbot, Qt.Key.Key_Return)
    stance = _line(desk, claim_id).record.claim.stance
    assert stance is not None
    assert stance.value == "denies"


def test_what_cannot_be_read_is_told_and_the_fields_stay(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    kept = _line(desk, claim_id)
    press(qtbot, Qt.Key.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "a great deal")
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Return)
    fields = review.card.fields
    assert "nothing was changed" in _refused(fields.figure)
    assert QApplication.focusWidget() is fields.figure
    assert fields.figure.text() == "a great deal"
    qtbot.keyClicks(fields.figure, "£3m")
    assert _refused(fields.figure) == ""
    assert _line(desk, claim_id) == kept


@pytest.mark.parametrize(
    ("typed", "base", "shown"),
    [
        ("2024", "real:2024", "2024 prices"),
        ("in 2024/25 prices", "real:2024/25", "2024/25 prices"),
        ("real", "real", "real terms"),
        ("cash", "cash", "cash"),
    ],
)
def test_prices_are_taken_as_they_are_said_and_shown_in_plain_words(
    qtbot, review: ReviewScreen, desk: Desk, typed: str, base: str, shown: str
) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, Qt.Key.Key_E)
    price = review.card.fields.price
    line = price.lineEdit()
    assert line is not None
    assert (line.text(), line.placeholderText()) == ("", "not stated")
    price.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "dear")
    press(qtbot, Qt.Key.Key_Return)
    assert "“2024/25 prices”" in _refused(price)
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    assert _refused(price) == ""
    press(qtbot, Qt.Key.Key_Return)
    assert _line(desk, claim_id).record.claim.basis.value("price") == base
    press(qtbot, Qt.Key.Key_E)
    assert price.currentText() == shown


def test_fields_that_are_open_outlive_a_change_elsewhere(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, Qt.Key.Key_S)
    qtbot.keyClicks(QApplication.focusWidget(), "Axel")
    review.refresh(desk.importing.pasted("The pier costs £9m.").changes)
    assert review.card.fields.speaker.text() == "Axel"
    press(qtbot, Qt.Key.Key_Return)
    speaker = _line(desk, claim_id).record.claim.speaker
    assert speaker is not None
    assert speaker.name == "Axel"


def test_shift_a_shows_what_it_would_accept_and_accepts_what_stays_ticked(
    qtbot, review: ReviewScreen, desk: Desk
) -> None:
    for place in ("Leith", "Hull", "Dover"):
        review.refresh(desk.importing.pasted(f"{place} said that it pays £77m a year for the pier.").changes)
    claim_id = go_to(review, desk, "£77m a year")
    assert "Same figure in 3 articles" in review.card.seen.same.text()

    def untick_one(dialog: AlikeDialog) -> None:
        assert dialog.list.count() == 3
        assert "Accept 3 claims" in dialog.save.text()
        dialog.list.setFocus()
        dialog.list.setCurrentRow(2)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        assert "Accept 2 claims" in dialog.save.text()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

    waiting = desk.reviewing.waiting()
    when_open(AlikeDialog, untick_one)
    press(qtbot, Qt.Key.Key_A, SHIFT)
    assert _line(desk, claim_id).record.state is State.ACCEPTED
    assert desk.reviewing.waiting() == waiting - 2
    assert review.current() != claim_id
    desk.history.undo()
    assert desk.reviewing.waiting() == waiting


def test_what_would_be_accepted_shows_where_its_sentence_goes_on(desk: Desk, review: ReviewScreen) -> None:
    more = "and that it will go on doing so until the last of the boats has been moved to the other side of the bay"
    review.refresh(desk.importing.pasted(f"Leith said that it pays £77m a year for the pier {more}.").changes)
    claim_id = go_to(review, desk, "£77m a year")
    dialog = AlikeDialog(desk.reviewing.alike(claim_id), review)
    assert dialog.list.item(0).text().endswith(" …”")


def test_dates_that_would_be_accepted_are_not_said_to_lack_a_basis(qtbot, empty_desk: Desk) -> None:
    for place in ("Leith", "Hull"):
        empty_desk.importing.pasted(f"{place} opened its pier on 4 May 2019.")
    first = empty_desk.reviewing.queue()[0]
    dialog = AlikeDialog(empty_desk.reviewing.alike(first))
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 2
    assert "basis" not in dialog.list.item(0).text()


def test_the_figure_that_would_be_accepted_is_not_looked_for_by_its_digits(desk: Desk, review: ReviewScreen) -> None:
    sentence = "Leith said that the share of the fees fell from 25% to 5% in a year."
    review.refresh(desk.importing.pasted(sentence).changes)
    claim_id = go_to(review, desk, "5%")
    dialog = AlikeDialog(desk.reviewing.alike(claim_id), review)
    before, figure, _ = dialog.list.item(0).data(QUOTE)
    assert (before, figure) == (sentence.partition("5% in")[0], "5%")


def test_shift_x_rejects_for_a_reason_which_is_kept_as_a_note(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")
    when_open(KeyedMenu, lambda menu: qtbot.keyClick(menu, Qt.Key.Key_2))
    press(qtbot, Qt.Key.Key_X, SHIFT)
    assert _line(desk, claim_id).record.state is State.REJECTED
    assert desk.remarks.note(claim_id) == "Rejected: read wrongly"
    desk.history.undo()
    assert desk.remarks.note(claim_id) == ""


def test_f_flags_n_notes_and_t_tags(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m a year")

    def write(words: str) -> Callable[[WordsDialog], None]:
        def fill(dialog: WordsDialog) -> None:
            dialog.line.setText(words)
            dialog.accept()

        return fill

    press(qtbot, Qt.Key.Key_F)
    when_open(WordsDialog, write("Ask the minister"))
    press(qtbot, Qt.Key.Key_N)
    review.activateWindow()
    when_open(WordsDialog, write("lease, to check"))
    press(qtbot, Qt.Key.Key_T)
    review.activateWindow()
    assert review.card.remark.plain() == "Flagged · Tags: lease, to check · Note: Ask the minister"
    assert desk.remarks.tags(claim_id) == ("lease", "to check")
    press(qtbot, Qt.Key.Key_F)
    assert not desk.remarks.is_flagged(claim_id)


def test_w_takes_the_article_for_one_origin_with_that_of_the_card_before(
    qtbot, review: ReviewScreen, desk: Desk
) -> None:
    first, second = go_to(review, desk, "£165m"), go_to(review, desk, "nearly £200m")
    press(qtbot, Qt.Key.Key_W)
    assert _line(desk, first).origin_id == _line(desk, second).origin_id
    desk.history.undo()
    assert _line(desk, first).origin_id != _line(desk, second).origin_id


def test_a_suggested_basis_says_why_and_accepting_does_not_set_it(qtbot, review: ReviewScreen, desk: Desk) -> None:
    for place in ("Leith", "Hull"):
        review.refresh(desk.importing.pasted(f"The mayor of {place} spoke of £77m.").changes)
    first, second = (
        line.record.claim_id
        for line in desk.claims.lines(desk.reviewing.queue(QueueOrder.TEXT))
        if line.record.claim.surface == "£77m"
    )
    assert _line(desk, second).record.claim.basis.kind is None
    review.reveal(first)
    press(qtbot, Qt.Key.Key_3)
    review.reveal(second)
    assert review.card.why.text() == "1 like it was marked 3"
    assert review.card.answers.buttons[3].accessibleDescription() == "suggested"
    assert review.card.slots.slots["kind"].text() == "not stated"
    press(qtbot, Qt.Key.Key_A)
    assert _line(desk, second).record.claim.basis.kind is None


def test_what_was_skipped_stands_among_the_decisions_until_it_is_decided(
    qtbot, review: ReviewScreen, desk: Desk
) -> None:
    first = review.current()
    press(qtbot, Qt.Key.Key_Space)
    model = review.decisions.model()
    assert "skipped" in str(model.index(0, 0).data())
    review.decisions.setFocus()
    review.decisions.setCurrentIndex(model.index(0, 0))
    press(qtbot, Qt.Key.Key_E)
    assert review.current() == first
    review.card.accept.setFocus()
    press(qtbot, Qt.Key.Key_A)
    assert [str(model.index(row, 0).data()).count("skipped") for row in range(model.rowCount())] == [0]


def test_another_order_begins_at_its_first_card_and_is_kept(qtbot, review: ReviewScreen, desk: Desk) -> None:
    review.acts["order"].trigger()
    menu = review.page.order.orders
    qtbot.waitUntil(menu.isVisible)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(menu, key)
    assert review.arrangement() == "newest"
    assert review.current() == desk.reviewing.queue(QueueOrder.NEWEST)[0]
    other = ReviewScreen()
    qtbot.addWidget(other)
    other.arrange(review.arrangement())
    assert other.page.order.order is QueueOrder.NEWEST
    other.arrange("what a later version calls it")
    assert other.page.order.order is QueueOrder.VERDICT


def test_one_enter_keeps_a_typed_speaker_though_names_are_offered(qtbot, review: ReviewScreen, desk: Desk) -> None:
    desk.importing.pasted("The pier costs £9m, Ada Fenwick said.")
    claim_id = go_to(review, desk, "nearly £200m a year")
    press(qtbot, Qt.Key.Key_S)
    line = review.card.fields.speaker
    line.selectAll()
    qtbot.keyClicks(line, "Ada Fenwick")
    names = line.completer().popup()
    qtbot.waitUntil(names.isVisible)
    qtbot.keyClick(names, Qt.Key.Key_Return)
    speaker = _line(desk, claim_id).record.claim.speaker
    assert speaker is not None
    assert speaker.name == "Ada Fenwick"
