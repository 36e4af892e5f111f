"""What is done with claims from the grid: deciding, filing, citing, copying, exporting."""

import csv
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.citation import citation
from app.ui.claims.screen import ClaimsScreen
from app.ui.compare.topic_dialog import TopicDialog
from tests.support.printed_pages import column, pdf
from tests.ui.claims_grid import choose, figures
from tests.ui.shown_screens import press


def test_keys_decide_on_all_that_is_selected(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ids = claims.grid.selected_ids()
    assert len(ids) == 2
    assert claims.footer_note() == "2 selected"
    press(qtbot, Qt.Key.Key_A)
    assert {line.record.state for line in desk.claims.lines(ids)} == {State.ACCEPTED}
    assert claims.grid.selected_ids() == ids
    claims.refresh(desk.history.undo())
    assert {line.record.state for line in desk.claims.lines(ids)} == {State.WAITING}


def test_a_rejected_claim_leaves_and_the_next_takes_its_place(qtbot, claims: ClaimsScreen) -> None:
    claims.grid.step(1)
    before, row = figures(claims), claims.grid.currentIndex().row()
    press(qtbot, Qt.Key.Key_X)
    assert figures(claims) == before[:row] + before[row + 1 :]
    assert claims.grid.currentIndex().row() == row
    choose(claims, "state", "rejected")
    assert figures(claims) == [before[row]]


def test_a_copy_carries_its_citation(qtbot, claims: ClaimsScreen) -> None:
    choose(claims, "kind", "money")
    claims.grid.select_ids([claims.grid.table().claim_id(figures(claims).index("£165m a year"))])
    claims.grid.setFocus()
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    said = QGuiApplication.clipboard().text()
    assert said == "£165m a year (Harbour Daily, “What the lease costs”, 23 May 2025)"


def test_a_citation_leaves_out_what_is_not_known(desk: Desk) -> None:
    desk.importing.pasted("It costs £7m a year.")
    lines = desk.claims.lines(desk.claims.ids(ClaimFilter(words="7m"), ClaimOrder.TEXT))
    assert lines
    assert citation(lines[0]).startswith("£7m a year")
    assert "None" not in citation(lines[0])


def test_a_citation_of_a_pdf_names_the_page(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(pdf(column("It costs £7m a year."), column("The quay costs £9m a year.")))
    desk.importing.paths([tmp_path / "report.pdf"])
    (line,) = desk.claims.lines(desk.claims.ids(ClaimFilter(words="quay"), ClaimOrder.TEXT))
    assert citation(line) == "£9m a year (“report.pdf”, page 2)"


def test_c_files_the_selected_claims_under_a_topic(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    topic_id, _ = desk.grouping.add("Payments", ["Mauritius"], Kind.MONEY, [])
    ids = claims.grid.selected_ids()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(menu.actions()[0])
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    press(qtbot, Qt.Key.Key_C)
    assert [line.topics for line in desk.claims.lines(ids)] == [("Payments",)] * len(ids)
    assert topic_id in [row.topic.topic_id for row in desk.grouping.topics()]


def test_the_export_holds_exactly_what_is_shown(claims: ClaimsScreen, tmp_path: Path) -> None:
    choose(claims, "kind", "money")
    out = tmp_path / "claims.csv"
    claims.exports.write_view(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    table = claims.grid.table()
    assert {line["claim_id"] for line in lines} == {table.claim_id(at) for at in range(table.rowCount())}


def test_many_claims_are_decided_only_after_the_count_was_shown(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    claims.refresh(desk.importing.pasted("\n\n".join(f"Region {at} paid £{at + 101}m." for at in range(20))).changes)
    waiting = desk.reviewing.waiting()
    one = claims.grid.table().claim_id(0)
    claims.refresh(desk.reviewing.decide([one], State.ACCEPTED))
    claims.grid.selectAll()
    said: list[str] = []

    def answer(button: QMessageBox.StandardButton | None) -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QMessageBox)
        said.append(f"{asked.text()} {asked.informativeText()}")
        (asked.button(button) if button else asked.defaultButton()).click()

    QTimer.singleShot(50, lambda: answer(QMessageBox.StandardButton.Cancel))
    claims.selection.accept.trigger()
    assert desk.reviewing.waiting() == waiting - 1
    QTimer.singleShot(50, lambda: answer(None))
    claims.selection.accept.trigger()
    assert desk.reviewing.waiting() == 0
    assert said[0] == said[1]
    assert said[0].startswith(f"Accept {waiting - 1} claims? 1 are accepted already")
    desk.history.undo()
    assert desk.reviewing.waiting() == waiting - 1


def test_quotes_share_the_footnote_of_their_article(qtbot, claims: ClaimsScreen) -> None:
    claims.search("kind:money outlet:harbour")
    claims.grid.selectAll()
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    quotes, notes = QGuiApplication.clipboard().text().split("\n\n")
    assert notes == "[1] Harbour Daily, “What the lease costs”, 23 May 2025."
    assert quotes.splitlines()[0].startswith("“Britain will pay Mauritius £165m a year")
    assert all(line.endswith("[1]") for line in quotes.splitlines())


def test_rows_are_copied_as_they_are_shown(qtbot, claims: ClaimsScreen) -> None:
    claims.grid.show_column(Column.BASIS, False)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    press(qtbot, Qt.Key.Key_C, modifiers)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["state", "figure", "low"]
    assert "basis" not in head.split("\t")
    assert row.split("\t")[-1] == claims.grid.table().claim_id(0)


def test_a_claim_is_pinned_in_its_topic_and_taken_out_of_it(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    with qtbot.waitSignal(claims.done) as told:
        press(qtbot, Qt.Key.Key_P)
    assert "Add it to a comparison first" in told.args[0]
    ids = claims.grid.selected_ids()
    desk.grouping.add("Payments", ["Mauritius"], Kind.MONEY, ids)
    press(qtbot, Qt.Key.Key_P)
    assert [row.topic.pinned for row in desk.grouping.topics()] == ids
    press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert [line.topics for line in desk.claims.lines(ids)] == [()]


def test_a_claim_is_edited_on_its_card(qtbot, claims: ClaimsScreen) -> None:
    with qtbot.waitSignal(claims.go) as gone:
        press(qtbot, Qt.Key.Key_E)
    assert gone.args == ["review", claims.grid.selected_ids()[0]]


def test_the_export_has_the_columns_that_are_shown(claims: ClaimsScreen, tmp_path: Path) -> None:
    claims.arrange("")
    claims.grid.show_column(Column.TITLE, True)
    claims.grid.show_column(Column.LOW, False)
    claims.exports.write_view(tmp_path / "view.csv")
    with (tmp_path / "view.csv").open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file))
    assert head == [
        "state", "figure", "high", "basis", "said_by", "outlet", "published", "origins", "title", "quote",
        "raw_text", "claim_id",
    ]  # fmt: skip


def test_every_column_of_the_shown_claims_can_be_exported(claims: ClaimsScreen, tmp_path: Path) -> None:
    claims.search("kind:money")
    claims.exports.write_every_column(tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["claim_id"] for line in lines] == claims.grid.table().claim_ids()
    assert {line["currency"] for line in lines} == {"GBP"}


def test_selected_claims_go_into_a_first_topic_that_is_made_for_them(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    ids = claims.grid.selected_ids()
    went: list[tuple[str, str]] = []
    claims.go.connect(lambda place, ident: went.append((place, ident)))

    def name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        dialog.name.setText("The lease")
        dialog.look()
        dialog.accept()

    QTimer.singleShot(50, name)
    press(qtbot, Qt.Key.Key_C)
    (row,) = desk.grouping.topics()
    assert [line.topics for line in desk.claims.lines(ids)] == [("The lease",)] * len(ids)
    assert went == [("compare", row.topic.topic_id)]
