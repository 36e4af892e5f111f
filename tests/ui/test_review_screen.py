"""The Review screen on a real project: one key decides, saves and goes on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.basis import Basis, Stated
from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.likeness import answer
from app.services.desk import Desk
from app.ui.look import tones
from app.ui.review.screen import ReviewScreen
from tests.ui.review_cards import go_to
from tests.ui.shown_screens import press, shown


def _state(desk: Desk, claim_id: str) -> State:
    return desk.claims.lines([claim_id])[0].record.state


def test_a_accepts_and_x_rejects_and_the_next_card_is_there(qtbot, review: ReviewScreen, desk: Desk) -> None:
    queue = desk.reviewing.queue()
    assert review.current() == queue[0]
    press(qtbot, Qt.Key.Key_A)
    assert _state(desk, queue[0]) is State.ACCEPTED
    assert review.current() == queue[1]
    press(qtbot, Qt.Key.Key_X)
    assert _state(desk, queue[1]) is State.REJECTED
    assert review.current() == queue[2]
    assert review.page.left.text() == f"{len(queue) - 2} left"


def test_what_is_left_says_how_much_of_it_is_amounts_where_there_is_room(review: ReviewScreen, desk: Desk) -> None:
    desk.importing.pasted("Talks lasted ten years, until 3 May 2025. The lease costs £3bn.")
    review.refresh(Changes(claims=frozenset(desk.reviewing.queue())))
    dates = {Kind.DATE, Kind.DURATION}
    lines = desk.claims.lines(desk.reviewing.queue())
    amounts = sum(line.record.claim.figure.kind not in dates for line in lines)
    assert 0 < amounts < len(lines)
    assert f"of which {amounts} amounts" in review.page._about.plain()
    wide = review.width()
    review.resize(1208, review.height())
    assert "of which" not in review.page._about.plain()
    review.resize(wide, review.height())
    assert "of which" in review.page._about.plain()


def test_enter_accepts_and_space_skips_while_accept_has_the_keyboard(qtbot, review: ReviewScreen, desk: Desk) -> None:
    queue = desk.reviewing.queue()
    assert QApplication.focusWidget() is review.card.accept
    press(qtbot, Qt.Key.Key_Space)
    assert review.current() == queue[1]
    press(qtbot, Qt.Key.Key_Return)
    assert _state(desk, queue[1]) is State.ACCEPTED
    assert _state(desk, queue[0]) is State.WAITING


def test_enter_on_another_button_presses_that_and_the_keyboard_returns(qtbot, review: ReviewScreen, desk: Desk) -> None:
    first = review.current()
    reject = next(one for one in review.card.findChildren(QWidget) if one.accessibleName() == "Reject")
    reject.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert _state(desk, first) is State.REJECTED
    assert QApplication.focusWidget() is review.card.accept


def test_j_k_and_backspace_move_and_change_nothing(qtbot, review: ReviewScreen, desk: Desk) -> None:
    queue = desk.reviewing.queue()
    for key in (Qt.Key.Key_J, Qt.Key.Key_J, Qt.Key.Key_K):
        press(qtbot, key)
    assert review.current() == queue[1]
    for key in (Qt.Key.Key_A, Qt.Key.Key_Backspace):
        press(qtbot, key)
    assert review.current() == queue[1]
    assert review.card.head.state.text() == "accepted"
    assert _state(desk, queue[1]) is State.ACCEPTED
    press(qtbot, Qt.Key.Key_X)
    assert _state(desk, queue[1]) is State.REJECTED
    assert review.current() == queue[2]


def test_a_number_sets_the_basis_marks_it_as_the_analysts_and_stays(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "nearly £200m")
    press(qtbot, Qt.Key.Key_3)
    assert review.current() == claim_id
    basis = desk.claims.lines([claim_id])[0].record.claim.basis
    assert (basis.value("kind"), basis.value("price")) == ("total", "nominal")
    assert basis.kind is not None
    assert basis.kind.by_analyst
    assert [key for key, one in review.card.answers.buttons.items() if one.accessibleDescription()] == [3]
    assert review.card.slots.slots["price"].text() == "nominal"
    assert desk.reviewing.recent()[0].what == "edited"


def test_a_slot_that_is_not_stated_says_so_in_a_dashed_outline(review: ReviewScreen, desk: Desk) -> None:
    go_to(review, desk, "nearly £200m")
    slots = review.card.slots.slots
    assert slots["price"].accessibleName() == "Prices: not stated"
    assert slots["kind"].text() == "per year"
    border = slots["price"].grab(QRect(20, 0, 60, 2)).toImage()
    ground = slots["kind"].grab(QRect(20, 6, 1, 1)).toImage().pixelColor(0, 0)
    colours = {border.pixelColor(x, y).name() for x in range(border.width()) for y in range(border.height())}
    assert len(colours) > 1
    assert ground == tones.current().sunken


def test_how_sure_the_reading_is_stands_on_the_card_in_words_and_its_rule_in_the_tooltip(
    review: ReviewScreen, desk: Desk
) -> None:
    desk.importing.pasted("The board owes the harbour 28 billion in rent.")
    go_to(review, desk, "£165m")
    shown = review.card.head.rule
    assert (shown.plain(), shown.toolTip()) == ("Read with high confidence", "Rule: money-prefixed")
    go_to(review, desk, "28 billion")
    assert shown.plain() == "Read with medium confidence: the words name no unit"


def test_a_date_is_not_asked_what_it_measures(review: ReviewScreen, desk: Desk) -> None:
    changes = desk.importing.pasted("The treaty was signed on 22 May 2025 in London.").changes
    review.refresh(changes)
    go_to(review, desk, "22 May 2025")
    assert not review.card.answers.isVisible()
    assert review.card.head.meaning.text() == "2025-05-22"
    go_to(review, desk, "£165m")
    assert review.card.answers.isVisible()
    assert review.card.head.meaning.text() == "from £162.5m to £167.5m"


def test_a_figure_wider_than_the_card_takes_two_lines_and_cuts_nothing_off(review: ReviewScreen, desk: Desk) -> None:
    review.refresh(desk.importing.pasted("Ministers meet on 24-25 September 2025 in Bonn.").changes)
    go_to(review, desk, "24-25 September")
    card = review.card
    card.resize(480, card.height())
    QApplication.processEvents()
    figure, page = card.head.figure, card.sentence.parentWidget()
    assert figure.text() == "24 September 2025 to 25 September 2025"
    assert page is not None
    assert page.width() <= card.width()
    assert figure.heightForWidth(figure.width()) <= figure.height()
    go_to(review, desk, "nearly £200m")
    QApplication.processEvents()
    assert figure.height() < 2 * figure.fontMetrics().height()


def test_the_code_of_a_length_or_a_year_is_not_printed_under_it(review: ReviewScreen, desk: Desk) -> None:
    changes = desk.importing.pasted("The lease of 1998 runs for 99 years.").changes
    review.refresh(changes)
    for surface in ("99 years", "1998"):
        go_to(review, desk, surface)
        assert review.card.head.meaning.text() == ""


def test_the_years_of_a_schedule_that_a_figure_is_for_stand_on_its_card(review: ReviewScreen, desk: Desk) -> None:
    go_to(review, desk, "£165m")
    assert review.card.slots.slots["period"].text() == "years 1–3"


def test_the_years_of_a_schedule_stay_in_sight_while_the_claim_is_edited(
    qtbot, review: ReviewScreen, desk: Desk
) -> None:
    go_to(review, desk, "£165m")
    press(qtbot, "E")
    assert (review.card.fields.period.text(), review.card.fields.period.placeholderText()) == ("", "years 1–3")


def test_what_a_reader_says_in_a_comment_is_said_by_that_comment(qtbot, empty_desk: Desk) -> None:
    empty_desk.importing.pasted(
        "Title: The tunnel\n\nWork on the tunnel begins soon.\n\n2 COMMENTS\n\n"
        "  1. The tunnel costs £7m a year to run.\n\n    • I doubt that the tunnel is needed."
    )
    for review in shown(qtbot, ReviewScreen(), empty_desk):
        go_to(review, empty_desk, "£7m")
        assert review.card.slots.slots["speaker"].text() == "a reader’s comment"


def test_a_claim_that_no_topic_holds_says_none_yet(review: ReviewScreen, desk: Desk) -> None:
    go_to(review, desk, "£165m")
    assert review.card.slots.slots["topic"].text() == "none yet"


def test_the_article_shows_the_current_claim_with_the_ring(qtbot, review: ReviewScreen, desk: Desk) -> None:
    claim_id = go_to(review, desk, "£45m")
    assert review.article.view.selected() == claim_id
    assert "A further £45m a year" in review.article.view.toPlainText()
    other = go_to(review, desk, "nearly £200m")
    assert review.article.view.selected() == other
    assert "A further" not in review.article.view.toPlainText()


def test_the_sentence_on_the_card_is_read_aloud_and_marked(review: ReviewScreen, desk: Desk) -> None:
    go_to(review, desk, "£45m")
    assert review.card.sentence.accessibleName() == "A further £45m a year goes to development projects."
    image = review.card.sentence.grab().toImage()
    tint = tones.current().kind(Kind.MONEY).tint
    assert any(image.pixelColor(x, y) == tint for x in range(image.width()) for y in range(image.height()))


def test_a_mark_after_an_emoji_stands_on_its_words(qtbot, review: ReviewScreen, desk: Desk) -> None:
    plain = desk.importing.pasted("Aa it costs £70m a year.").changes
    emoji = desk.importing.pasted("🏝🏝 it costs £80m a year.").changes
    review.refresh(plain | emoji)
    tint = tones.current().kind(Kind.MONEY).tint
    widths = []
    for surface in ("£70m", "£80m"):
        go_to(review, desk, surface)
        image = review.card.sentence.grab().toImage()
        row = [x for x in range(image.width()) if any(image.pixelColor(x, y) == tint for y in range(image.height()))]
        widths.append(max(row) - min(row))
    assert abs(widths[0] - widths[1]) <= 4


def test_undo_brings_the_card_back(qtbot, review: ReviewScreen, desk: Desk) -> None:
    first = review.current()
    press(qtbot, Qt.Key.Key_X)
    assert review.current() != first
    review.refresh(desk.history.undo())
    assert review.current() == first
    assert _state(desk, first) is State.WAITING


def test_the_last_decisions_stand_newest_first_and_can_be_opened_again(qtbot, review: ReviewScreen, desk: Desk) -> None:
    queue = desk.reviewing.queue()
    for key in (Qt.Key.Key_A, Qt.Key.Key_X):
        press(qtbot, key)
    model = review.decisions.model()
    assert model.rowCount() == 2
    assert "rejected" in str(model.index(0, 0).data())
    assert "accepted" in str(model.index(1, 0).data())
    review.decisions.setFocus()
    review.decisions.setCurrentIndex(model.index(1, 0))
    press(qtbot, Qt.Key.Key_Return)
    assert review.current() == queue[0]
    assert _state(desk, queue[0]) is State.ACCEPTED


def test_no_more_than_ten_decisions_are_listed(qtbot, review: ReviewScreen, desk: Desk) -> None:
    text = "\n\n".join(f"Region {at} paid £{at + 101}m a year." for at in range(12))
    review.refresh(desk.importing.pasted(text).changes)
    for _ in range(12):
        press(qtbot, Qt.Key.Key_A)
    assert review.decisions.model().rowCount() == 10


def test_o_opens_the_source(qtbot, review: ReviewScreen) -> None:
    with qtbot.waitSignal(review.open_source) as opened:
        press(qtbot, Qt.Key.Key_O)
    assert opened.args == [review.current()]


def test_the_whole_queue_can_be_decided_by_one_key_each(qtbot, review: ReviewScreen, desk: Desk) -> None:
    for _ in range(len(desk.reviewing.queue())):
        press(qtbot, Qt.Key.Key_A)
    assert desk.reviewing.waiting() == 0
    assert review.current() is None
    assert review.footer_keys() == []
    assert not review.acts["accept"].isEnabled()


def test_what_to_do_next_is_offered_where_nothing_waits(qtbot, review: ReviewScreen, desk: Desk) -> None:
    review.refresh(desk.reviewing.decide(desk.reviewing.queue(), State.ACCEPTED))
    assert QApplication.focusWidget().accessibleName() == "Compare the figures"
    with qtbot.waitSignal(review.go) as gone:
        press(qtbot, Qt.Key.Key_Return)
    assert gone.args == ["compare", ""]


def test_a_project_without_articles_points_to_the_library(qtbot, empty_desk: Desk) -> None:
    for screen in shown(qtbot, ReviewScreen(), empty_desk):
        assert QApplication.focusWidget().accessibleName() == "Bring in articles"
        with qtbot.waitSignal(screen.go) as gone:
            press(qtbot, Qt.Key.Key_Return)
        assert gone.args == ["library", ""]


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("£165m", {"kind", "period", "price", "speaker", "stance", "topic"}),
        ("4,000 people", {"kind", "period", "speaker", "stance", "topic"}),
        ("3 May 2019", {"speaker", "stance", "topic"}),
    ],
)
def test_a_card_has_the_slots_that_its_kind_of_figure_can_have(
    review: ReviewScreen, desk: Desk, words: str, slots: set[str]
) -> None:
    desk.importing.pasted("Outlet: Quay\n\nThe old pier closed on 3 May 2019.\n")
    go_to(review, desk, words)
    shown = review.card.slots.slots
    assert {key for key, slot in shown.items() if slot.isVisibleTo(review)} == slots


@pytest.mark.parametrize("size", [(1368, 808), (1224, 628)])
def test_every_part_of_the_card_is_inside_it(qtbot, review: ReviewScreen, desk: Desk, size: tuple[int, int]) -> None:
    review.resize(*size)
    go_to(review, desk, "£165m")
    qtbot.wait(50)
    card = review.card
    for part in (card.slots, card.answers, card.head.rule, card.sentence, card.accept):
        left = part.mapTo(card, part.rect().topLeft()).x()
        right = part.mapTo(card, part.rect().topRight()).x()
        assert left >= 16
        assert right <= card.width() - 16
    assert card.accept.mapTo(card, card.accept.rect().bottomLeft()).y() <= card.height() - 8


def test_a_window_that_was_low_leaves_every_slot_its_height(qtbot, review: ReviewScreen, desk: Desk) -> None:
    go_to(review, desk, "£165m")
    for size in ((1224, 560), (1368, 808)):
        review.resize(*size)
        qtbot.wait(50)
    assert {slot.height() for slot in review.card.slots.slots.values()} == {30}


def test_every_widget_that_takes_the_keyboard_has_a_name(review: ReviewScreen) -> None:
    unnamed = [
        widget
        for widget in review.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(review)
        and not (widget.accessibleName() or widget.objectName().startswith("qt_"))
    ]
    assert unnamed == []


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ({"kind": "rate", "per": "year"}, 1),
        ({"kind": "rate", "per": "month"}, None),
        ({"kind": "one-off"}, 2),
        ({"kind": "total", "price": "nominal"}, 3),
        ({"kind": "total", "price": "real:2025/26"}, 4),
        ({"kind": "total"}, None),
        ({"price": "npv:2025/26"}, 5),
        ({"kind": "share"}, 6),
        ({"kind": "level"}, 7),
        ({"kind": "change"}, 8),
        ({}, None),
    ],
)
def test_the_answer_that_a_claim_gives_already_is_known(desk: Desk, fields: dict[str, str], key: int | None) -> None:
    every = desk.claims.lines(desk.claims.ids(ClaimFilter(kinds=frozenset({Kind.PERCENTAGE})), ClaimOrder.TEXT))
    claim = replace(every[0].record.claim, basis=Basis(**{name: Stated(value=value) for name, value in fields.items()}))
    assert answer(claim) == key
