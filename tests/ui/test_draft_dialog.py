"""The draft beside the window: underlined while it is typed, listed, cited from the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.draft import Finding
from app.services.desk import Desk
from app.ui.draft.dialog import DraftDialog
from app.ui.faults import FAULT

TEXT = "Britain will pay Mauritius £165m a year for the first three years.\n\nThe cathedral roof costs £9m."


def _shown(qtbot: QtBot, desk: Desk, text: str = TEXT) -> DraftDialog:
    dialog = DraftDialog()
    qtbot.addWidget(dialog)
    dialog.set_desk(desk)
    dialog.show()
    dialog.text.setPlainText(text)
    qtbot.waitUntil(lambda: "figure" in dialog.state.plain(), timeout=20_000)
    return dialog


def test_figures_are_underlined_and_listed_with_word_and_claim(qtbot: QtBot, desk: Desk) -> None:
    dialog = _shown(qtbot, desk)
    found = {str(one.claim.surface): one.finding for one in dialog.list.figures.checked()}
    assert found["£165m a year"] is Finding.SUPPORTED
    assert found["£9m"] is Finding.ABSENT
    marked = [one.cursor.selectedText() for one in dialog.text.extraSelections()]  # type: ignore[attr-defined]
    assert marked == [one.claim.surface for one in dialog.list.figures.checked()]
    said = dialog.list.figures.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Supported" in said
    assert "Harbour Daily" in said


def test_a_figure_that_follows_from_others_is_listed_and_counted_as_worked_out(qtbot: QtBot, desk: Desk) -> None:
    text = "Britain will pay Mauritius £165m a year and £120m a year after that, a fall of 27 per cent."
    dialog = _shown(qtbot, desk, text)
    last = dialog.list.figures.index(dialog.list.figures.rowCount() - 1)
    assert str(last.data(Qt.ItemDataRole.AccessibleTextRole)).startswith("27 %: Worked out")
    assert dialog.state.plain().endswith("2 supported · 1 worked out")


def test_how_a_figure_is_worked_out_stands_before_the_outlet_and_takes_the_lines_it_needs(
    qtbot: QtBot, desk: Desk
) -> None:
    text = "Britain will pay Mauritius £165m a year and £120m a year after that, a fall of 27 per cent."
    listed = _shown(qtbot, desk, text).list
    last = listed.figures.rowCount() - 1
    spoken = str(listed.figures.index(last).data(Qt.ItemDataRole.AccessibleTextRole)).splitlines()
    assert spoken[1].startswith("Can be worked out: £")
    assert "Harbour Daily" in spoken[-1]
    tall = {}
    for wide in (900, 260):
        listed.setFixedWidth(wide)
        QApplication.processEvents()
        tall[wide] = listed.visualRect(listed.figures.index(last)).height()
    assert tall[260] > tall[900] > listed.visualRect(listed.figures.index(0)).height()


def test_a_draft_whose_project_was_closed_is_not_said_to_be_read_still(qtbot: QtBot, desk: Desk) -> None:
    dialog = _shown(qtbot, desk)
    dialog.set_desk(None)
    qtbot.waitUntil(lambda: dialog.state.plain() == "Open a project to check the draft against it.", timeout=5_000)
    assert not dialog.list.figures.checked()
    assert not dialog.source.isEnabled()
    assert dialog.text.toPlainText() == TEXT


def test_keys_move_and_enter_puts_the_citation_behind_the_figure(qtbot: QtBot, desk: Desk) -> None:
    dialog = _shown(qtbot, desk)
    dialog.list.setFocus()
    last = dialog.list.figures.rowCount() - 1
    for _ in range(last + 1):
        qtbot.keyClick(dialog.list, Qt.Key.Key_J)
    assert dialog.list.currentIndex().row() == last
    for _ in range(last):
        qtbot.keyClick(dialog.list, Qt.Key.Key_K)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    cited = "£165m a year (Harbour Daily, “What the lease costs”, 23 May 2025) for the first three years."
    assert cited in dialog.text.toPlainText()


def test_w_leads_round_the_figures_that_nothing_supports(qtbot: QtBot, desk: Desk) -> None:
    text = "The roof costs £9m. Britain will pay Mauritius £165m a year.\n\nThe nave costs £8m."
    dialog = _shown(qtbot, desk, text)
    dialog.list.setFocus()
    led = []
    for _ in range(3):
        qtbot.keyClick(dialog.list, Qt.Key.Key_W)
        one = dialog.list.current()
        assert one is not None
        led.append(one.claim.surface)
    assert led == ["£8m", "£9m", "£8m"]
    dialog.text.setPlainText("Britain will pay Mauritius £165m a year.")
    qtbot.waitUntil(lambda: "figure" in dialog.state.plain(), timeout=20_000)
    assert not dialog.unsupported.isEnabled()


def test_letters_stay_with_the_text_while_it_is_written(qtbot: QtBot, desk: Desk) -> None:
    dialog = _shown(qtbot, desk)
    dialog.text.setFocus()
    dialog.text.moveCursor(dialog.text.textCursor().MoveOperation.End)
    qtbot.keyClicks(dialog.text, "jko")
    assert dialog.text.toPlainText().endswith("£9m.jko")


def test_o_opens_the_closest_claim_and_what_has_none_offers_nothing(qtbot: QtBot, desk: Desk) -> None:
    dialog = _shown(qtbot, desk)
    dialog.list.setFocus()
    with qtbot.waitSignal(dialog.opened) as opened:
        qtbot.keyClick(dialog.list, Qt.Key.Key_O)
    first = dialog.list.figures.checked()[0]
    assert first.closest is not None
    assert opened.args == [first.closest.line.record.claim_id]
    dialog.list.step(len(dialog.list.figures.checked()))
    assert not dialog.insert.isEnabled()
    assert not dialog.source.isEnabled()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_check_that_fails_is_no_draft_without_figures(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(text: str) -> None:
        raise ZeroDivisionError(text)

    dialog = _shown(qtbot, desk)
    monkeypatch.setattr(desk.drafting, "check", fails)
    with qtbot.waitSignal(dialog._reading.problem, timeout=5_000):
        dialog.text.setPlainText("The quay costs £4m.")
    assert dialog.state.plain() == FAULT


def test_without_a_project_nothing_is_read(qtbot: QtBot, qapp: QApplication) -> None:
    dialog = DraftDialog()
    qtbot.addWidget(dialog)
    dialog.text.setPlainText(TEXT)
    qtbot.wait(600)
    assert dialog.list.figures.rowCount() == 0


def test_what_only_a_reader_says_is_listed_as_a_readers_comment(qtbot: QtBot, empty_desk: Desk) -> None:
    empty_desk.importing.pasted(
        "Title: The tunnel\n\nWork on the tunnel begins in May.\n\n2 COMMENTS\n\n"
        "  1. The tunnel costs £7m a year to run.\n\n    \u2022 I doubt that the tunnel is needed."
    )
    dialog = _shown(qtbot, empty_desk, "The tunnel costs £7m a year to run.")
    said = dialog.list.figures.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "The tunnel · a reader’s comment" in said


def test_a_figure_of_which_nothing_is_held_leaves_no_gap_for_a_quote(qtbot: QtBot, desk: Desk) -> None:
    listed = _shown(qtbot, desk).list
    heights = {
        one.finding: listed.visualRect(listed.figures.index(at)).height()
        for at, one in enumerate(listed.figures.checked())
        if not one.why
    }
    assert heights[Finding.ABSENT] < heights[Finding.SUPPORTED]
