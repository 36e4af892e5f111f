"""The payment schedule in the explain pane: drawn, moved, edited, copied, all by key, on a real project."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from counting import calls
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from showing import shown

from app.comparison import schedule as carrying
from app.domain.figure import Kind
from app.domain.schedule import MatchState, Schedule
from app.services import scheduling
from app.services.desk import Desk
from app.shipped import resources
from app.ui.compare.schedule.acts import ScheduleActs
from app.ui.compare.schedule.edit_dialog import EditDialog
from app.ui.compare.schedule.rate_dialog import RateDialog
from app.ui.compare.schedule.section import ScheduleSection
from app.ui.compare.schedule.years_dialog import YearsDialog
from app.ui.compare.screen import CompareScreen
from app.ui.look import theme, tones
from app.ui.widgets.words import Words

SAMPLE = resources() / "sample" / "schedule.csv"
LEASE = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe lease costs £34.7bn in total. The lease costs £30bn in total, others say. "
    "The lease costs about £200m a year. The lease is £101m a year on average in 2025/26 prices. "
    "The lease costs MUR 600m a year.\n"
)


@pytest.fixture
def topic_id(desk: Desk) -> str:
    desk.importing.pasted(LEASE)
    kind, lines = desk.grouping.find(["lease"], Kind.MONEY)
    return desk.grouping.add("The lease", ["lease"], kind, [line.record.claim_id for line in lines])[0]


@pytest.fixture
def kept(desk: Desk, topic_id: str) -> Schedule:
    made = Schedule(topic_id=topic_id, name="Treaty", payments=scheduling.payments_in(SAMPLE))
    return replace(made, schedule_id=desk.scheduling.set(made)[0])


@pytest.fixture
def compare(qtbot, desk: Desk, kept: Schedule) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


@pytest.fixture
def bare(qtbot, desk: Desk, topic_id: str) -> Iterator[CompareScreen]:
    """A topic without a schedule."""
    yield from shown(qtbot, CompareScreen(), desk)


def acts(compare: CompareScreen) -> ScheduleActs:
    return compare.explain.acts


def section(compare: CompareScreen) -> ScheduleSection:
    return compare.explain.schedule


def go(compare: CompareScreen, figure: str) -> None:
    rows = compare.matrix.matrix().rows()
    at = next(at for at, row in enumerate(rows) if row.figure == figure)
    compare.matrix.step(at - compare.matrix.currentIndex().row())


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def answer(qtbot, do: Callable[[QDialog], object]) -> list[QDialog]:
    """Do this with the next dialog once it has the keyboard; whatever happens, it does not stay open."""
    met: list[QDialog] = []

    def meet() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        qtbot.waitUntil(dialog.isActiveWindow)
        met.append(dialog)
        try:
            do(dialog)
        except BaseException:
            dialog.reject()
            raise

    QTimer.singleShot(0, meet)
    return met


def shown_words(part: QWidget) -> str:
    return " ".join(words.plain() for words in part.findChildren(Words) if words.isVisibleTo(part))


def sliders(compare: CompareScreen) -> dict[str, object]:
    return {line.track.accessibleName().partition(":")[0]: line.track for line in section(compare).assumptions.lines()}


def test_a_reproduced_figure_says_so_and_what_else_the_schedule_gives(compare: CompareScreen) -> None:
    go(compare, "£34.7bn")
    told = section(compare)
    assert told.match.said() == "Reproduced under these assumptions. Schedule gives £34.69bn, 0.02 % below"
    given = told.given.accessibleDescription()
    assert "Total, real £10.00bn" in given
    assert "Average, real £101.0m, reproduces £101m a year" in given
    assert "Years 15–99 £120m × I(t) / I(14)" in told.payments.accessibleDescription()
    assert "Years 4–28 + £45m not indexed" in told.payments.accessibleDescription()
    assert scheduling.CAVEAT in shown_words(told)
    assert told.chart.accessibleDescription().startswith("99 years in cash: £165.0m in year 1")
    assert told.chart.unit() == "£m a year, cash"


def test_moving_inflation_by_key_to_a_flat_two_per_cent_turns_thirty_billion_into_a_match(
    qtbot, compare: CompareScreen
) -> None:
    go(compare, "£30bn")
    told = section(compare)
    assert told.match.said() == "No basis tried reproduces £30bn"
    told.look_for_turns()
    assert "becomes a match below 2.12 % inflation" in shown_words(told)
    told.assumptions._flat.click()
    track = told.assumptions.lines()[0].track
    track.setFocus()
    for key, times in ((Qt.Key.Key_PageDown, 3), (Qt.Key.Key_Left, 1)):
        for _ in range(times):
            press(qtbot, key)
    assert track.accessibleName() == "Inflation: 2.00 %"
    assert told.match.said() == "Reproduced under these assumptions. Schedule gives £29.80bn, 0.66 % below"
    assert told.current_match().state is MatchState.REPRODUCED
    assert told.assumptions.tried() != told.published()
    press(qtbot, Qt.Key.Key_R)
    assert told.match.said() == "No basis tried reproduces £30bn"
    assert list(sliders(compare)) == ["Inflation, first 4", "Inflation after", "First uplift after", "Year 1 falls"]
    assert told.assumptions.tried() == told.published()


def test_every_slider_moves_what_it_names_and_its_tick_stays(qtbot, compare: CompareScreen) -> None:
    told, found = section(compare), sliders(compare)
    before = told.run()
    for name, by, changed in (
        ("Inflation, first 4", -100, lambda run: run.by_year[3].index < before.by_year[3].index),
        ("Inflation after", 50, lambda run: run.nominal > before.nominal),
        ("First uplift after", 10, lambda run: run.nominal < before.nominal),
        ("Year 1 falls", 1, lambda run: run.present_value < before.present_value),
    ):
        published = found[name].published
        found[name].setValue(found[name].value() + by)
        assert changed(told.run()), name
        assert found[name].published == published
        told.assumptions.reset()
        found = sliders(compare)
    assert told.run().nominal == before.nominal


def test_moving_inflation_makes_no_line_of_payments_again(compare: CompareScreen) -> None:
    listed = section(compare).payments
    before = listed.findChildren(Words)
    sliders(compare)["Inflation after"].setValue(200)
    assert listed.findChildren(Words) == before
    sliders(compare)["First uplift after"].setValue(10)
    assert "Years 4–10" in listed.accessibleDescription()


def test_a_move_of_a_slider_carries_the_schedule_out_once(compare: CompareScreen) -> None:
    track = sliders(compare)["Inflation after"]
    assert calls(lambda: track.setValue(200), carrying.run, carrying.readings) == (1, 2)


def test_what_was_moved_stays_while_going_from_row_to_row_and_is_kept_nowhere(
    qtbot, desk: Desk, compare: CompareScreen, kept: Schedule
) -> None:
    sliders(compare)["Inflation after"].setValue(200)
    go(compare, "£30bn")
    assert section(compare).current_match().state is MatchState.REPRODUCED
    press(qtbot, Qt.Key.Key_J)
    assert sliders(compare)["Inflation after"].value() == 200
    assert desk.scheduling.of(kept.topic_id) == [kept]


def test_one_of_several_readings_is_chosen_with_a_button_and_taken_back_with_undo(
    desk: Desk, compare: CompareScreen
) -> None:
    go(compare, "about £200m a year")
    told = section(compare)
    assert told.match.said().startswith("Fits 3 readings; choose one or leave it open. Year 2: £205.0m")
    told.match.choices()[0].click()
    go(compare, "about £200m a year")
    assert told.match.said() == "Reproduced under these assumptions. Year 2: schedule gives £205.0m, 2.50 % above"
    compare.refresh(desk.history.undo())
    go(compare, "about £200m a year")
    assert len(told.match.choices()) == 3


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


def test_a_schedule_is_entered_by_pasting_rows_and_kept_as_one_undo(
    qtbot, desk: Desk, bare: CompareScreen, topic_id: str
) -> None:
    told = section(bare)
    assert not told.chart.isVisible()
    assert not acts(bare).years.isEnabled()
    assert acts(bare).edit.text() == "Enter payments…"

    def enter(dialog: EditDialog) -> None:
        QApplication.clipboard().setText("1\t3\t£165m\n4\t99\t£120m\t\t14\n")
        qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        dialog.name.setText("Treaty")
        dialog.keep.click()

    answer(qtbot, enter)
    bare.matrix.setFocus()
    press(qtbot, Qt.Key.Key_M)
    (made,) = desk.scheduling.of(topic_id)
    assert (made.name, len(made.payments), made.payments[1].index_from_year) == ("Treaty", 2, 14)
    assert told.chart.isVisible()
    assert acts(bare).edit.text() == "Edit payments…"
    bare.refresh(desk.history.undo())
    assert desk.scheduling.of(topic_id) == []
    assert not told.chart.isVisible()


def test_another_schedule_of_the_topic_is_entered_shown_and_chosen_from(
    qtbot, desk: Desk, compare: CompareScreen, kept: Schedule
) -> None:
    def enter(dialog: EditDialog) -> None:
        dialog.name.setText("Ports")
        for column, text in enumerate(("1", "10", "£7m", "", "")):
            dialog.model.setData(dialog.model.index(0, column), text)
        dialog.keep.click()

    told = section(compare)
    assert not told.chooser.isVisibleTo(told)
    answer(qtbot, enter)
    press(qtbot, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)
    assert [one.name for one in desk.scheduling.of(kept.topic_id)] == ["Treaty", "Ports"]
    assert (told.chooser.currentText(), told.run().nominal) == ("Ports", 70_000_000)
    told.chooser.setCurrentIndex(0)
    told.chooser.activated.emit(0)
    assert told.run().nominal > Decimal("34e9")


def test_rows_are_added_removed_and_typed_in_the_table(qtbot, kept: Schedule) -> None:
    dialog = EditDialog(kept)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.schedule() == kept
    dialog.add_row()
    for column, text in enumerate(("29", "29", "£7m", "", "once")):
        dialog.model.setData(dialog.model.index(4, column), text)
    dialog.table.setCurrentIndex(dialog.model.index(0, 0))
    dialog.remove_row()
    typed = dialog.schedule().payments
    assert (len(typed), typed[-1].amount, typed[-1].once) == (4, Decimal(7_000_000), True)


def test_a_schedule_whose_prices_run_away_is_drawn_and_can_be_edited(
    desk: Desk, compare: CompareScreen, kept: Schedule
) -> None:
    payments = scheduling.pasted("1\t1000\t1e18\tGBP\t1\n", "")
    wild = replace(kept, payments=payments, assumed=replace(kept.assumed, inflation="1000"))
    compare.refresh(desk.scheduling.set(wild)[1])
    assert section(compare).run().nominal > Decimal("1e1000")
    assert not section(compare).chart.grab().isNull()
    assert "1e1" in section(compare).chart.unit()
    assert acts(compare).edit.isEnabled()


def test_rows_in_another_currency_name_it_or_are_refused_and_never_change_what_they_are_worth(
    qtbot, topic_id: str, tmp_path: Path
) -> None:
    dialog = EditDialog(Schedule(topic_id=topic_id, name="Lease", payments=()))
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
    qtbot, desk: Desk, compare: CompareScreen, kept: Schedule
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
    assert desk.scheduling.of(kept.topic_id) == [kept]


def test_a_schedule_is_taken_away_from_its_dialog(qtbot, desk: Desk, compare: CompareScreen, kept: Schedule) -> None:
    answer(qtbot, lambda dialog: dialog.remove.click())
    press(qtbot, Qt.Key.Key_M)
    assert desk.scheduling.of(kept.topic_id) == []
    assert not section(compare).chart.isVisible()


def test_a_missing_rate_is_said_and_set_by_key_and_taken_back(qtbot, desk: Desk, compare: CompareScreen) -> None:
    go(compare, "£30bn")
    press(qtbot, Qt.Key.Key_P)
    go(compare, "MUR 600m a year")
    means = compare.explain.means
    assert "No rate of MUR in GBP is known for 23 May 2025." in shown_words(means)

    def fill(dialog: RateDialog) -> None:
        assert (dialog.source.text(), dialog.target.text(), dialog.day.text()) == ("MUR", "GBP", "2025-05-23")
        dialog.rate.setText("0.0163")
        answer(qtbot, note)
        dialog.keep.click()

    def note(dialog: RateDialog) -> None:
        assert "needs a note" in shown_words(dialog)
        dialog.note.setText("Bank of Mauritius")
        dialog.keep.click()

    answer(qtbot, fill)
    press(qtbot, Qt.Key.Key_X)
    go(compare, "MUR 600m a year")
    assert "No rate of" not in shown_words(means)
    assert "1 MUR = 0.0163 GBP, 23 May 2025; yours: Bank of Mauritius" in shown_words(means)
    assert "the analyst’s rate of 23 May 2025" in shown_words(compare.explain)
    next(one for one in means.findChildren(QWidget) if one.accessibleName().startswith("Take away")).click()
    assert desk.conversions.rates() == ()


def test_another_table_takes_the_shipped_one_s_place_and_a_button_leads_back(
    qtbot, compare: CompareScreen, monkeypatch, tmp_path: Path
) -> None:
    own = tmp_path / "none.csv"
    own.write_text("# name: No discount\n# date: 2026-01\nyear_from,year_to,rate\n0,1000,0\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(own), ""))
    before = section(compare).run().present_value
    press(qtbot, Qt.Key.Key_U)
    assert "Discount rates: No discount, 2026-01" in shown_words(compare.explain.means)
    assert section(compare).run().present_value == section(compare).run().real
    means = compare.explain.means
    next(one for one in means.findChildren(QWidget) if one.accessibleName().startswith("Use the shipped")).click()
    assert "Discount rates: Green Book, 2022-11-18" in shown_words(means)
    assert section(compare).run().present_value == before


def test_the_drawing_follows_the_scheme_and_says_each_year(compare: CompareScreen) -> None:
    chart = section(compare).chart
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        image = chart.grab().toImage()
        extra = tones.current().kind("money").ink
        assert any(image.pixelColor(x, y) == extra for x in range(image.width()) for y in range(image.height())), scheme
    years = [chart.year_at(x) for x in range(chart.width())]
    assert {year for year in years if year} == set(range(1, 100))
    assert chart.words(2) == "Year 2: £205.0m in cash, £198.0m real"


def test_everything_in_the_pane_that_takes_the_keyboard_has_a_name_and_is_reached_by_tab(
    qtbot, compare: CompareScreen
) -> None:
    go(compare, "about £200m a year")
    pane = compare.explain
    wanted = [
        one
        for one in pane.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(pane) and one.isEnabled()
    ]
    assert [one for one in wanted if not one.accessibleName() and not one.objectName().startswith("qt_")] == []
    pane.take_focus()
    reached = []
    for _ in range(len(wanted) + 2):
        reached.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
    tracks = [line.track for line in section(compare).assumptions.lines()]
    assert [one for one in reached if one in tracks] == tracks


def test_a_topic_of_other_figures_has_no_schedule(qtbot, desk: Desk) -> None:
    kind, lines = desk.grouping.find(["people"])
    desk.grouping.add("People", ["people"], kind, [line.record.claim_id for line in lines])
    for screen in shown(qtbot, CompareScreen(), desk):
        assert not section(screen).isVisible()
        assert not any(act.isEnabled() for act in acts(screen).all())
