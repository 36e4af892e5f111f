"""A payment schedule entered, changed, refused, taken away and copied year by year, all by key."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.ui.compare.schedule.edit_dialog import EditDialog
from app.ui.compare.schedule.years_dialog import YearsDialog
from app.ui.compare.screen import CompareScreen
from tests.support.treaty_payments import ASSUMED
from tests.ui.lease_schedule import acts, answer, section, shown_words
from tests.ui.shown_screens import press, shown


@pytest.fixture
def compare(qtbot, desk: Desk, treaty: Schedule) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


@pytest.fixture
def bare(qtbot, desk: Desk, lease: str) -> Iterator[CompareScreen]:
    """A topic without a schedule."""
    yield from shown(qtbot, CompareScreen(), desk)


def test_a_schedule_is_entered_by_pasting_rows_and_kept_as_one_undo(
    qtbot, desk: Desk, bare: CompareScreen, lease: str
) -> None:
    told = section(bare)
    assert not told.chart.isVisible()
    assert not acts(bare).years.isEnabled()
    assert acts(bare).edit.text() == "Enter payments…"

    def enter(dialog: EditDialog) -> None:
        QApplication.clipboard().setText("1\t3\t£165m\n4\t99\t£120m\t\t14\n")
        qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog.name.setText("Treaty")
        assert (dialog.inflation.text(), dialog.price_year.text()) == ("", "")  # nothing is assumed unasked
        dialog.inflation.setText("2.0")
        dialog.price_year.setText("2025/26")
        dialog.keep.click()

    answer(qtbot, enter)
    bare.matrix.setFocus()
    press(qtbot, Qt.Key.Key_M)
    (made,) = desk.scheduling.of(lease)
    assert (made.name, len(made.payments), made.payments[1].index_from_year) == ("Treaty", 2, 14)
    assert told.chart.isVisible()
    assert acts(bare).edit.text() == "Edit payments…"
    bare.refresh(desk.history.undo())
    assert desk.scheduling.of(lease) == []
    assert not told.chart.isVisible()


def test_another_schedule_of_the_topic_is_entered_shown_and_chosen_from(
    qtbot, desk: Desk, compare: CompareScreen, treaty: Schedule
) -> None:
    def enter(dialog: EditDialog) -> None:
        dialog.name.setText("Ports")
        for column, text in enumerate(("1", "10", "£7m", "", "")):
            dialog.model.setData(dialog.model.index(0, column), text)
        dialog.inflation.setText("2.0")
        dialog.price_year.setText("2025")
        dialog.keep.click()

    told = section(compare)
    assert not told.chooser.isVisibleTo(told)
    answer(qtbot, enter)
    press(qtbot, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert [one.name for one in desk.scheduling.of(treaty.topic_id)] == ["Treaty", "Ports"]
    assert (told.chooser.currentText(), told.run().nominal) == ("Ports", 70_000_000)
    told.chooser.setCurrentIndex(0)
    told.chooser.activated.emit(0)
    assert told.run().nominal > Decimal("34e9")


def test_rows_are_added_removed_and_typed_in_the_table(qtbot, treaty: Schedule) -> None:
    dialog = EditDialog(treaty)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.schedule() == treaty
    dialog.add_row()
    for column, text in enumerate(("29", "29", "£7m", "", "once")):
        dialog.model.setData(dialog.model.index(4, column), text)
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    dialog.remove_row()
    typed = dialog.schedule().payments
    assert (len(typed), typed[-1].amount, typed[-1].once) == (4, Decimal(7_000_000), True)


def test_a_schedule_whose_prices_run_away_is_drawn_and_can_be_edited(
    desk: Desk, compare: CompareScreen, treaty: Schedule
) -> None:
    payments = scheduling.pasted("1\t1000\t1e18\tGBP\t1\n", "")
    wild = replace(treaty, payments=payments, assumed=replace(treaty.assumed, inflation="1000"))
    compare.refresh(desk.scheduling.set(wild)[1])
    assert section(compare).run().nominal > Decimal("1e1000")
    assert not section(compare).chart.grab().isNull()
    assert "1e1" in section(compare).chart.unit()
    assert acts(compare).edit.isEnabled()


def test_rows_in_another_currency_name_it_or_are_refused_and_never_change_what_they_are_worth(
    qtbot, lease: str, tmp_path: Path
) -> None:
    dialog = EditDialog(Schedule(topic_id=lease, name="Lease", payments=(), assumed=ASSUMED))
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.clipboard().setText("1\t3\t$165,000,000\n")
    dialog.paste()
    assert (dialog.currency.text(), dialog.schedule().payments[0].currency) == ("USD", "USD")
    QApplication.clipboard().setText("4\t9\t£165,000,000\n")
    dialog.paste()
    assert "These rows are in GBP and the schedule is in USD; nothing was added." in shown_words(dialog)
    assert len(dialog.schedule().payments) == 1
    rows = tmp_path / "more.csv"
    rows.write_text("from_year,to_year,amount\n4,9,7000000\n", encoding="utf-8")
    dialog.take_file(rows)
    assert [payment.currency for payment in dialog.schedule().payments] == ["USD", "USD"]


def test_a_schedule_that_cannot_be_read_is_refused_in_the_dialog_and_nothing_is_lost(
    qtbot, desk: Desk, compare: CompareScreen, treaty: Schedule
) -> None:
    said: list[str] = []

    def spoil(dialog: EditDialog) -> None:
        dialog.model.setData(dialog.model.index(0, 2), "much")
        answer(qtbot, look)
        dialog.keep.click()

    def look(dialog: EditDialog) -> None:
        said.append(shown_words(dialog))
        assert dialog.model.index(0, 2).data() == "much"
        dialog.reject()

    answer(qtbot, spoil)
    press(qtbot, Qt.Key.Key_M)
    assert "Line 1 of the schedule cannot be read" in said[0]
    assert desk.scheduling.of(treaty.topic_id) == [treaty]


def test_without_an_inflation_and_a_price_year_it_is_asked_for_them(
    qtbot, desk: Desk, compare: CompareScreen, treaty: Schedule
) -> None:
    said: list[str] = []

    def enter(dialog: EditDialog) -> None:
        dialog.model.setData(dialog.model.index(0, 0), "1")
        dialog.model.setData(dialog.model.index(0, 1), "3")
        dialog.model.setData(dialog.model.index(0, 2), "£7m")
        answer(qtbot, look)
        dialog.keep.click()

    def look(dialog: EditDialog) -> None:
        said.append(shown_words(dialog))
        dialog.reject()

    answer(qtbot, enter)
    press(qtbot, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert "The inflation '' cannot be read. Nothing was changed. Write it as 2.0 or as 1.75x4,2.31." in said[0]
    assert desk.scheduling.of(treaty.topic_id) == [treaty]


def test_a_schedule_is_taken_away_from_its_dialog(qtbot, desk: Desk, compare: CompareScreen, treaty: Schedule) -> None:
    answer(qtbot, lambda dialog: dialog.remove.click())
    press(qtbot, Qt.Key.Key_M)
    assert desk.scheduling.of(treaty.topic_id) == []
    assert not section(compare).chart.isVisible()


def test_the_years_are_shown_and_copied_by_key(qtbot, compare: CompareScreen) -> None:
    held: list[QMimeData] = []

    def copy(dialog: YearsDialog) -> None:
        assert dialog.table.model().rowCount() == 99
        qtbot.keyClick(dialog.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        data = QApplication.clipboard().mimeData()
        held.append((data.text(), data.html()))
        dialog.accept()

    answer(qtbot, copy)
    press(qtbot, Qt.Key.Key_Y)
    ((text, html),) = held
    assert text.splitlines()[2].split("\t")[0::6] == ["2", "205000000.00"]
    assert html.count("<tr>") == 100


def test_the_years_are_saved_to_a_file(qtbot, compare: CompareScreen, monkeypatch, tmp_path: Path) -> None:
    told = section(compare)
    dialog = YearsDialog("Treaty", told.run())
    qtbot.addWidget(dialog)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "years.csv"), ""))
    dialog.saves.click()
    assert len((tmp_path / "years.csv").read_text(encoding="utf-8-sig").splitlines()) == 100
    assert "Written to years.csv" in shown_words(dialog)
