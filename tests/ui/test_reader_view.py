"""An article with its highlights: the text as stored, every mark where its words stand."""

import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.article import Article, Part, PartKind
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.span import Span
from app.ui.reader.article_view import ArticleView
from app.ui.reader.head import ArticleHead
from app.ui.reader.margin import Note
from app.ui.reader.marks import Mark, paint_mark
from tests.support.call_counts import calls

TITLE = "A treaty 😀 and its price"
BODY = "Britain will pay £165m a year for the first three years of the treaty.\n\nLater it pays £120m a year, no more."
COMMENTS = ("It was £99m when I asked.", "No, it was £98m.")
TEXT = "\n\n".join((TITLE, BODY, *COMMENTS))


def _part(kind: PartKind, words: str, author: str | None = None, parent: int | None = None) -> Part:
    start = TEXT.index(words)
    return Part(kind=kind, span=Span(start, start + len(words)), author=author, parent=parent)


ARTICLE = Article(
    text=TEXT,
    parts=(
        _part(PartKind.TITLE, TITLE),
        _part(PartKind.BODY, BODY),
        _part(PartKind.COMMENT, COMMENTS[0], "Ann"),
        _part(PartKind.COMMENT, COMMENTS[1], "Bob", parent=2),
    ),
    raw=b"",
    media_type="text/plain",
)


def _mark(view: ArticleView, words: str, state: State = State.WAITING) -> Mark:
    start, offsets = TEXT.index(words), view.offsets()
    return Mark(
        claim_id=words, start=offsets.units(start), end=offsets.units(start + len(words)), kind=Kind.MONEY, state=state
    )


FIGURES = ("£165m a year", "£120m a year", "£99m", "£98m")


@pytest.fixture
def view(qtbot) -> ArticleView:
    shown = ArticleView(QWidget())
    qtbot.addWidget(shown)
    shown.resize(820, 600)
    shown.show()
    shown.show_article(ARTICLE)
    marks = [_mark(shown, words) for words in FIGURES]
    notes = [Note(claim_id=words, kind=Kind.MONEY, state=State.WAITING, figure=words) for words in FIGURES]
    shown.show_claims(marks, notes)
    return shown


def _place_of(view: ArticleView, claim_id: str) -> QPoint:
    """The middle of the claim's words, in pixels of the viewport."""
    mark = next(mark for mark in view._marks if mark.claim_id == claim_id)
    cursor = QTextCursor(view.document())
    cursor.setPosition(mark.start + 2)
    return view.cursorRect(cursor).center() + QPoint(2, 0)


def test_the_text_is_never_changed(view: ArticleView) -> None:
    assert view.document().toPlainText() == TEXT


@pytest.mark.parametrize("words", FIGURES)
def test_every_mark_covers_its_own_words(view: ArticleView, words: str) -> None:
    mark = next(mark for mark in view._marks if mark.claim_id == words)
    cursor = QTextCursor(view.document())
    cursor.setPosition(mark.start)
    cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == words


@pytest.mark.parametrize("words", FIGURES)
def test_a_click_on_the_words_picks_the_claim(qtbot, view: ArticleView, words: str) -> None:
    with qtbot.waitSignal(view.picked) as picked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_place_of(view, words))
    assert picked.args == [words]


def test_a_click_on_the_card_picks_the_claim(qtbot, view: ArticleView) -> None:
    boxes = {note.claim_id: box for note, box in view.boxes()}
    for words in FIGURES:
        with qtbot.waitSignal(view.picked) as picked:
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=boxes[words].center().toPoint())
        assert picked.args == [words]


def test_a_click_beside_everything_picks_nothing(qtbot, view: ArticleView) -> None:
    with qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 300))
    assert view.selected() is None


def test_cards_stand_in_the_order_of_the_text_and_never_overlap(view: ArticleView) -> None:
    boxes = [box for _, box in view.boxes()]
    assert all(above.bottom() <= below.top() for above, below in itertools.pairwise(boxes))


def test_comments_are_set_off_by_their_depth(view: ArticleView) -> None:
    def left(words: str) -> float:
        block = view.document().findBlock(view.offsets().units(TEXT.index(words)))
        return block.blockFormat().leftMargin()

    assert 0 == left(BODY[:10]) < left(COMMENTS[0]) < left(COMMENTS[1])
    assert [comment.author for comment in view._laid.comments] == ["Ann", "Bob"]


def test_an_accepted_figure_is_tinted_and_a_waiting_one_is_not(view: ArticleView) -> None:
    from app.ui.look import tones

    def tinted() -> int:
        image = view.viewport().grab().toImage()
        tint = tones.current().kind(Kind.MONEY).tint
        spot = _place_of(view, "£165m a year")
        return sum(
            image.pixelColor(spot.x() + x, spot.y() + y) == tint for x in range(-10, 60, 2) for y in range(-8, 8, 2)
        )

    assert tinted() == 0
    view.show_claims([_mark(view, FIGURES[0], State.ACCEPTED)], [])
    assert tinted() > 50


def test_a_chosen_claim_far_below_is_brought_into_view(qtbot, view: ArticleView) -> None:
    long = Article(
        text=TITLE + "\n\n" + "A line of words. " * 900 + "At last £7m.", parts=(), raw=b"", media_type="text/plain"
    )
    view.show_article(long)
    start = view.offsets().units(long.text.index("£7m"))
    view.show_claims([Mark(claim_id="far", start=start, end=start + 3, kind=Kind.MONEY, state=State.WAITING)], [])
    assert view.verticalScrollBar().value() == 0
    view.select("far")
    assert view.viewport().rect().contains(_place_of(view, "far"))


def test_a_narrow_pane_keeps_text_and_cards_apart(view: ArticleView) -> None:
    view.resize(700, 600)
    left, wide = view.column()
    assert all(box.left() >= left + wide + 16 for _, box in view.boxes())
    assert all(box.right() <= view.viewport().width() for _, box in view.boxes())
    assert view.document().toPlainText() == TEXT


def test_a_long_text_with_many_claims_paints_only_what_is_seen(qtbot, view: ArticleView) -> None:
    paragraph = "The programme will cost £165m a year, officials say, and nobody doubts it for long. " * 6
    text = "\n\n".join([paragraph] * 200)
    article = Article(text=text, parts=(), raw=b"", media_type="text/plain")
    places = [at for at in range(len(text)) if text.startswith("£165m", at)]
    marks = [Mark(claim_id=str(at), start=at, end=at + 5, kind=Kind.MONEY, state=State.WAITING) for at in places]
    notes = [Note(claim_id=mark.claim_id, kind=Kind.MONEY, state=State.WAITING, figure="£165m") for mark in marks]
    view.show_article(article)
    view.show_claims(marks, notes)
    moved, painted = calls(
        lambda: (view.select(marks[600].claim_id), view.viewport().grab()), ArticleView._level, paint_mark
    )
    assert 0 < painted < len(marks) / 10
    assert moved <= 2 * len(marks)


def test_an_article_is_first_seen_from_its_beginning(qtbot) -> None:
    view = ArticleView(QWidget())
    qtbot.addWidget(view)
    view.show_article(ARTICLE)
    view.resize(820, 160)
    view.show()
    assert view.verticalScrollBar().maximum() > 0
    assert view.verticalScrollBar().value() == 0


def test_where_cards_would_be_cut_the_text_has_their_room(view: ArticleView) -> None:
    view.resize(430, 600)
    left, wide = view.column()
    assert list(view.boxes()) == []
    assert left + wide <= view.viewport().width()
    assert wide > 300
    view.resize(820, 600)
    assert len(list(view.boxes())) == len(FIGURES)


def test_a_head_without_room_for_its_button_has_the_act_in_its_menu(qtbot) -> None:
    correct = QAction("Correct…")
    pane = QWidget()
    qtbot.addWidget(pane)
    head = ArticleHead(correct, pane)
    pane.resize(900, 60)
    pane.show()
    head.show_details(ARTICLE, None)
    for wide, shown in ((900, True), (260, False)):
        head.resize(wide, 60)
        head.place(24, wide - 48, 24)
        assert head._correcting.isVisible() is shown
        head._show_menu()
        menu = head.findChild(QMenu)
        assert menu is not None
        assert (correct in menu.actions()) is not shown
        menu.close()
        menu.setParent(None)


def test_the_cells_of_a_table_begin_under_one_another(view: ArticleView) -> None:
    table = "\tPhase One\tRolling stock\tTotal\nTarget\t17.16\tn/a\t\nContingency, as estimated\t5.75\t1.7\t16.15"
    text = f"What it costs:\n\n{table}"
    view.show_article(Article(text=text, parts=(), raw=b"", media_type="text/plain"))
    document = view.document()
    places = []
    for at, words in enumerate(text.split("\n")):
        if "\t" in words:
            line = document.findBlockByNumber(at).layout().lineAt(0)
            tabs = [place for place, letter in enumerate(words) if letter == "\t"]
            places.append([line.cursorToX(place + 1)[0] for place in tabs])
    assert len(places) == 3
    assert places[0] == places[1] == places[2]
    assert places[0] == sorted(set(places[0]))
