"""From a new project to a comparison in a spreadsheet, by hand."""

import csv
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication

from app.domain.claim import State
from app.domain.verdict import Verdict
from app.services.articles.importing import FileState
from app.services.claims.grid_columns import Column as ClaimsColumn
from app.ui.compare.model import Column
from app.ui.reader import lines
from app.ui.widgets.verdict_mark import WORDS
from tests.e2e.window_user import WindowUser, cells, row_of

TITLES = {"Auditor adds it up", "The price of the harbour", "What the harbour lease costs"}


def _topic(user: WindowUser) -> None:
    """Make the topic of the harbour with the keyboard alone."""

    def fill(dialog) -> None:
        user.type("Varne lease")
        user.press("Tab")
        user.type("Varne")
        user.until(lambda: dialog.found.count() == 4)
        user.press("Return")

    user.press("Ctrl+5")
    with user.in_dialog(fill):
        user.press("Ctrl+T")
    assert QApplication.focusWidget() is user.screen("compare").matrix


def _compared(user: WindowUser) -> dict[str, str]:
    """Each figure on the Compare screen with its verdict in a word."""
    matrix = user.screen("compare").matrix
    said = cells(matrix, Column.VERDICT)
    return {row.figure: words.partition(":")[0] for row, words in zip(matrix.matrix().rows(), said, strict=True)}


def _go_to(user: WindowUser, figure: str) -> None:
    """Walk to a figure on the Compare screen with K and J."""
    matrix = user.screen("compare").matrix
    rows = matrix.matrix().rows()
    for key in "K" * len(rows) + "J" * len(rows):
        if matrix.current_row().figure != figure:
            user.press(key)
    assert matrix.current_row().figure == figure


def test_articles_come_in_and_the_bad_file_says_why(harbour: WindowUser) -> None:
    library = harbour.screen("library")
    assert harbour.window.place() == "library"
    assert {row.title for row in library.list.articles.rows} == TITLES
    assert harbour.imported(FileState.ADDED) == 3
    files = library.dock.files
    (failed,) = files.failed()
    assert Path(failed.path).name == "minutes.rtf"
    assert files.words(failed).startswith("minutes.rtf is a rich text document, not a text; nothing was changed.")
    assert files.index(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("minutes.rtf, Failed, minutes.rtf is")
    assert library.dock.isVisible()


def test_every_claim_is_marked_where_it_stands(harbour: WindowUser) -> None:
    library = harbour.screen("library")
    for title in TITLES:
        harbour.click_row(library.list, title)
        claims = harbour.desk.library.claims(library.reader.article_id() or "")
        seen = []
        for _ in library.reader._carded:
            harbour.press("J")
            claim = next(one.claim for one in claims if one.claim_id == harbour.view().selected())
            assert harbour.ringed_words() == claim.surface
            seen.append(claim.span.start)
        assert seen == sorted(seen)
        assert seen


def test_a_mark_is_picked_with_the_mouse(harbour: WindowUser) -> None:
    library, view = harbour.screen("library"), harbour.view()
    harbour.click_row(library.list, "The price of the harbour")
    mark = next(one for one in view._marks if one.kind == "percentage")
    box = next(lines.boxes(view.document(), mark.start, mark.end, 20))
    harbour.click(view.viewport(), (box.center() - QPointF(0, view.verticalScrollBar().value())).toPoint())
    assert harbour.ringed_words() == "4.5 per cent"


def test_a_folder_dropped_on_the_library_comes_in(harbour: WindowUser, tmp_path: Path) -> None:
    more = tmp_path / "more" / "deeper"
    more.mkdir(parents=True)
    (more / "wire.txt").write_text("Title: Dredging\nDate: 2025-07-01\n\nDredging costs £2m.\n", encoding="utf-8")
    (more / "left.bin").write_bytes(b"\x00\x01")
    library = harbour.screen("library")
    harbour.drop(harbour.view().viewport(), [tmp_path / "more"])
    harbour.until_imported()
    assert harbour.imported(FileState.ADDED) == 1
    assert "Dredging" in {row.title for row in library.list.articles.rows}


def test_the_library_decides_with_keys(harbour: WindowUser) -> None:
    library = harbour.screen("library")
    harbour.click_row(library.list, "What the harbour lease costs")
    ids = [record.claim_id for record in library.reader._carded]
    harbour.press("J", "A", "X")
    assert harbour.view().selected() == ids[2]
    states = {one.claim_id: one.state for one in harbour.desk.library.claims(library.reader.article_id() or "")}
    assert [states[one] for one in ids] == [State.ACCEPTED, State.REJECTED, State.WAITING]
    row = library.list.row(library.reader.article_id() or "")
    assert (row.accepted, row.waiting) == (1, 1)
    assert harbour.window.top_bar.waiting.text() == "6 waiting"


def test_the_review_decides_with_keys_and_takes_back(harbour: WindowUser) -> None:
    review, window = harbour.screen("review"), harbour.window
    harbour.press("Ctrl+3")
    queue = harbour.desk.reviewing.queue()
    money = next(one for one in queue if harbour.desk.claims.lines([one])[0].record.claim.surface == "£3.4bn")
    for _ in queue:
        if review.current() != money:
            harbour.press("J")
    harbour.press("1")
    assert harbour.desk.claims.lines([money])[0].record.claim.basis.value("kind") == "rate"
    assert review.card.slots.slots["kind"].text() == "per year"
    harbour.press("Ctrl+Z")
    assert harbour.desk.claims.lines([money])[0].record.claim.basis.value("kind") == "total"
    harbour.press("Ctrl+Shift+Z")
    assert review.card.slots.slots["kind"].text() == "per year"
    assert review.current() == money
    harbour.press("Return")
    assert harbour.desk.claims.lines([money])[0].record.state is State.ACCEPTED
    assert review.current() not in (money, None)
    harbour.press("Backspace")
    assert review.current() == money
    assert review.card.head.state.text() == "accepted"
    harbour.press("X")
    assert harbour.desk.claims.lines([money])[0].record.state is State.REJECTED
    harbour.press("Ctrl+Z")
    assert harbour.desk.claims.lines([money])[0].record.state is State.ACCEPTED
    assert window.acts.redo.text().startswith("Redo reject")


def test_the_claims_are_narrowed_searched_and_sorted(harbour: WindowUser) -> None:
    claims = harbour.screen("claims")
    harbour.press("Ctrl+4")
    assert len(cells(claims.grid, ClaimsColumn.FIGURE)) == 8
    harbour.click_row(claims.facets, "money")
    assert set(cells(claims.grid, ClaimsColumn.FIGURE)) == {"£3.4bn", "nearly £200m a year", "£100m a year", "£40m"}
    head = claims.grid.horizontalHeader()
    over = QPoint(head.sectionViewportPosition(ClaimsColumn.FIGURE) + 20, head.height() // 2)
    harbour.click(head.viewport(), over)
    assert cells(claims.grid, ClaimsColumn.FIGURE) == ["£3.4bn", "nearly £200m a year", "£100m a year", "£40m"]
    harbour.click(head.viewport(), over)
    assert cells(claims.grid, ClaimsColumn.FIGURE) == ["£40m", "£100m a year", "nearly £200m a year", "£3.4bn"]
    harbour.press("Ctrl+F")
    harbour.type("lighthouse")
    harbour.until(lambda: cells(claims.grid, ClaimsColumn.FIGURE) == ["£40m"])
    harbour.press("Escape")
    harbour.until(lambda: len(cells(claims.grid, ClaimsColumn.FIGURE)) == 4)


def test_the_claims_that_are_shown_go_into_a_spreadsheet(harbour: WindowUser, tmp_path: Path) -> None:
    claims = harbour.screen("claims")
    harbour.press("Ctrl+4")
    harbour.click_row(claims.facets, "money")
    harbour.answers_save(tmp_path / "claims.csv")
    harbour.press("Ctrl+E")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    shown = {claims.grid.table().claim_id(row) for row in range(claims.grid.table().rowCount())}
    assert {row["claim_id"] for row in rows} == shown
    assert sorted(row["raw_text"] for row in rows) == ["nearly £200m a year", "£100m a year", "£3.4bn", "£40m"]


def test_figures_stand_side_by_side_and_another_can_be_pinned(harbour: WindowUser) -> None:
    _topic(harbour)
    compare = harbour.screen("compare")
    shown = compare.comparison()
    assert [(group.label.kind, [row.figure for row in group.rows]) for group in shown.groups] == [
        ("Per year", ["nearly £200m a year", "£100m a year"]),
        ("One-off", ["£40m"]),
        ("Total", ["£3.4bn"]),
    ]
    different = WORDS[Verdict.DIFFERS_BY_BASIS]
    assert _compared(harbour) == {
        "nearly £200m a year": WORDS[Verdict.CONFLICT],
        "£100m a year": "Reference",
        "£40m": different,
        "£3.4bn": different,
    }
    assert "about twice" in compare.strip.text()
    _go_to(harbour, "£40m")
    harbour.press("P")
    assert _compared(harbour) == {
        "nearly £200m a year": different,
        "£100m a year": different,
        "£40m": "Reference",
        "£3.4bn": different,
    }
    assert shown.pinned.figure == "£100m a year"
    harbour.press("Ctrl+Z")
    assert _compared(harbour)["£100m a year"] == "Reference"


def test_the_source_of_a_figure_opens_at_its_very_words(harbour: WindowUser) -> None:
    _topic(harbour)
    compare = harbour.screen("compare")
    for figure in [row.figure for row in compare.matrix.matrix().rows()]:
        _go_to(harbour, figure)
        claim = compare.matrix.current_row().line.record.claim
        harbour.press("O")
        assert harbour.window.place() == "library"
        assert harbour.ringed_words() == claim.surface
        harbour.press("Ctrl+5")
        assert compare.matrix.current_row().figure == figure
        assert QApplication.focusWidget() is compare.matrix


def test_the_comparison_goes_into_a_spreadsheet_as_it_is_shown(harbour: WindowUser, tmp_path: Path) -> None:
    _topic(harbour)
    compare = harbour.screen("compare")
    harbour.answers_save(tmp_path / "comparison.csv")
    harbour.press("Ctrl+E")
    raw = (tmp_path / "comparison.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == raw.count(b"\n")
    with (tmp_path / "comparison.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    model = compare.matrix.matrix()
    assert [row["figure"] for row in rows] == [row.figure for row in model.rows()]
    for at, row in enumerate(rows):
        shown = model.row(at)
        basis = ", ".join(filter(None, (row["basis"], row["basis_detail"])))
        assert basis == model.index(at, Column.BASIS).data()
        assert row["verdict"] == (shown.judgement.verdict.value if shown.judgement else "reference")
        assert row["sentence"] == (shown.judgement.sentence if shown.judgement else "")
        assert row["claim_id"] == shown.line.record.claim_id


def test_a_claim_is_filed_under_a_topic_from_its_card(harbour: WindowUser) -> None:
    _topic(harbour)
    review = harbour.screen("review")
    harbour.press("Ctrl+3")
    for _ in range(harbour.desk.reviewing.waiting()):
        if review.card.head.figure.text() != "4.5 %":
            harbour.press("J")
    claim_id = review.current()
    with harbour.in_menu(lambda: harbour.press("Return")):
        harbour.press("G")
    assert harbour.desk.claims.lines([claim_id])[0].topics == ("Varne lease",)
    assert review.card.slots.slots["topic"].text() == "Varne lease"


def test_words_pasted_anywhere_become_an_article(harbour: WindowUser) -> None:
    harbour.press("Ctrl+5")
    QApplication.clipboard().setText("Title: Harbour dues\n\nThe Varne dues bring in £7m a year, the clerk said.")
    harbour.press("Ctrl+V")
    assert harbour.window.place() == "library"
    harbour.until_imported()
    library = harbour.screen("library")
    assert len(library.list.articles.rows) == 4
    assert row_of(library.list, "Harbour dues").isValid()
