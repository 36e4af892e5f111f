"""The payment schedule in the explain pane: drawn, moved, reached by key, on a real project."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.comparison.schedules import schedule as carrying
from app.domain.schedule import MatchState, Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.ui.compare.model import Column
from app.ui.compare.screen import CompareScreen
from app.ui.look import theme, tones
from app.ui.widgets.words import Words
from tests.support.call_counts import calls
from tests.ui.lease_schedule import acts, go, section, shown_words, sliders
from tests.ui.shown_screens import press, shown


@pytest.fixture
def compare(qtbot, desk: Desk, treaty: Schedule) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


def test_figures_that_are_one_payment_stream_are_named_with_their_bases_above_the_table(
    compare: CompareScreen,
) -> None:
    said = compare.settling.line.stream.plain()
    assert said.startswith("One payment stream: Total, nominal £34.7bn")
    assert "Average, real £101m a year" in said
    assert "nearly £200m" not in said
    assert not compare.settling.line.stream.isHidden()
    assert section(compare).stream()[0][0] == "Total, nominal"


def test_every_figure_of_the_stream_is_named_with_its_steps_and_marked_on_its_row(qtbot, sample_desk: Desk) -> None:
    for screen in shown(qtbot, CompareScreen(), sample_desk):
        said = screen.settling.line.stream.plain()
        assert "Total, nominal £34.7bn, £35bn" in said
        assert "Paid in steps of £165m a year, " in said
        assert "£120m a year" in said
        model = screen.matrix.matrix()
        marked = {
            model.row(at).figure: str(model.index(at, Column.FIGURE).data(Qt.ItemDataRole.AccessibleTextRole))
            for at in range(model.rowCount())
            if model.in_stream(model.row(at))
        }
        assert {"£34.7bn", "£35bn", "£165m a year", "£120m a year"} <= set(marked)
        assert "One payment stream: Total, nominal" in marked["£35bn"]
        assert all(figure in said for figure in marked)
        (pinned,) = (row for row in model.rows() if row.judgement is None)
        tip = str(model.index(model.position(pinned.claim_id), Column.FIGURE).data(Qt.ItemDataRole.ToolTipRole))
        assert ("One payment stream" in tip) == (pinned.figure in marked)


def test_a_reproduced_figure_says_so_and_what_else_the_schedule_gives(compare: CompareScreen) -> None:
    go(compare, "£34.7bn")
    told = section(compare)
    assert told.match.text() == "Reproduced under these assumptions. Schedule gives £34.69bn, 0.02 % below"
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
    assert told.match.text() == "No basis tried reproduces £30bn"
    qtbot.waitUntil(lambda: "becomes a match below 2.12 % inflation" in shown_words(told))
    told.assumptions._flat.click()
    track = told.assumptions.lines()[0].track
    track.setFocus()
    for key, times in ((Qt.Key.Key_PageDown, 3), (Qt.Key.Key_Left, 1)):
        for _ in range(times):
            press(qtbot, key)
    assert track.accessibleName() == "Inflation: 2.00 %"
    assert told.match.text() == "Reproduced under these assumptions. Schedule gives £29.80bn, 0.66 % below"
    assert told.current_match().state is MatchState.REPRODUCED
    assert told.assumptions.tried() != told.published()
    press(qtbot, Qt.Key.Key_R)
    assert told.match.text() == "No basis tried reproduces £30bn"
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
    qtbot, desk: Desk, compare: CompareScreen, treaty: Schedule
) -> None:
    sliders(compare)["Inflation after"].setValue(200)
    go(compare, "£30bn")
    assert section(compare).current_match().state is MatchState.REPRODUCED
    press(qtbot, Qt.Key.Key_J)
    assert sliders(compare)["Inflation after"].value() == 200
    assert desk.scheduling.of(treaty.topic_id) == [treaty]


def test_one_of_several_readings_is_chosen_with_a_button_and_taken_back_with_undo(
    desk: Desk, compare: CompareScreen
) -> None:
    go(compare, "about £200m a year")
    told = section(compare)
    assert told.match.text().startswith("Fits 3 readings; choose one or leave it open. Year 2: £205.0m")
    told.match.choices()[0].click()
    go(compare, "about £200m a year")
    assert told.match.text() == "Reproduced under these assumptions. Year 2: schedule gives £205.0m, 2.50 % above"
    compare.refresh(desk.history.undo())
    go(compare, "about £200m a year")
    assert len(told.match.choices()) == 3


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
