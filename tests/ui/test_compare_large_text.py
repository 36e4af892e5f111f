"""Compare and its dialogs with text at 200 per cent in a small window: one bar scrolls, and nothing is out of reach."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize
from PySide6.QtWidgets import QDialog, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.comparison.schedules import schedule as carrying
from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.services.topics.comparing import Comparing
from app.ui.claims.query_help import QueryHelp
from app.ui.compare.resolution_dialog import ResolutionDialog
from app.ui.compare.schedule.edit_dialog import EditDialog
from app.ui.compare.schedule.years_dialog import YearsDialog
from app.ui.compare.screen import CompareScreen
from app.ui.compare.scrolled import Scrolled
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.draft.dialog import DraftDialog
from app.ui.look import theme, type as steps
from app.ui.widgets.verdict_mark import VerdictMark
from app.ui.window.main_window import MainWindow
from tests.support.call_counts import calls

SMALL = QSize(1280, 720)
Made = Callable[[CompareScreen, Desk, Schedule], QDialog]


@pytest.fixture
def window(
    qtbot: QtBot, settings: QSettings, open_desk: Callable[[Path], Desk], desk: Desk, treaty: Schedule
) -> Iterator[MainWindow]:
    settings.setValue("text-size", 200)
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    made.resize(SMALL)
    made.show()
    made.show_desk(desk)
    made.show_place("compare")
    yield made
    made.close_desk()
    theme.set_text_size(100)


@pytest.fixture
def compare(window: MainWindow) -> CompareScreen:
    screen = window.places.screen_at("compare")
    assert isinstance(screen, CompareScreen)
    return screen


@pytest.mark.parametrize("view", ["side", "timeline"])
def test_the_page_alone_scrolls_and_is_no_wider_than_there_is_to_see(
    qtbot: QtBot, compare: CompareScreen, view: str
) -> None:
    compare.views[view].trigger()
    page = compare.findChild(Scrolled)
    table = compare.side.table if view == "side" else compare.timeline.table
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() == 0)
    assert page.widget().width() == page.viewport().width()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert (
                page.widget().rect().contains(button.rect().translated(button.mapTo(page.widget(), button.pos() * 0)))
            )


@pytest.mark.parametrize("size", [SMALL, QSize(1440, 900)])
def test_nothing_of_the_comparison_is_left_out_though_it_may_have_to_be_scrolled_to(
    qtbot: QtBot, window: MainWindow, compare: CompareScreen, size: QSize
) -> None:
    window.resize(size)
    line, page = compare.settling.line, compare.findChild(Scrolled)
    qtbot.waitUntil(line.isVisible)
    assert not compare.matrix.matrix().narrow  # with a line for who says it, and one for the reason
    assert line.stream.isVisible()
    for part in (line, compare.matrix, compare.strip):
        assert page.widget().rect().contains(part.rect().translated(part.mapTo(page.widget(), part.pos() * 0)))
    assert line.mapTo(page.widget(), line.pos() * 0).y() > compare.matrix.mapTo(page.widget(), line.pos() * 0).y()
    comparison = compare.comparison()
    assert comparison is not None
    marks = [one for one in compare.strip.findChildren(VerdictMark) if one.isVisible()]
    assert len(marks) == 1 + len(comparison.counts)
    assert str(comparison.counts[0][1]) in compare.strip.accessibleDescription()


def test_another_text_size_compares_nothing_again_and_stays_at_the_row(
    window: MainWindow, compare: CompareScreen
) -> None:
    compare.matrix.step(1)
    current, before = compare.walking.current_claim(), compare.comparison()
    larger = partial(window.preferences.set_text_size, 250)
    assert calls(larger, Comparing.compare, carrying.run, carrying.match) == (0, 0, 0)
    again = window.places.screen_at("compare")
    assert isinstance(again, CompareScreen)
    assert again is not compare
    assert again.comparison() is before
    assert again.walking.current_claim() == current


def test_another_text_size_keeps_what_was_assumed_of_the_schedule(window: MainWindow, compare: CompareScreen) -> None:
    moved = compare.explain.schedule.assumptions
    moved.lines()[0].track.setValue(400)
    tried, run = moved.tried(), compare.explain.schedule.run()
    assert tried != compare.explain.schedule.published()
    window.preferences.set_text_size(250)
    again = window.places.screen_at("compare")
    assert isinstance(again, CompareScreen)
    section = again.explain.schedule
    assert section.assumptions.tried() == tried
    assert section.assumptions.lines()[0].track.value() == 400
    assert section.run() is run
    section.assumptions.reset()
    assert section.assumptions.tried() == section.published()


def test_with_room_again_what_is_not_settled_stands_above_the_figures(
    qtbot: QtBot, window: MainWindow, compare: CompareScreen
) -> None:
    window.resize(2560, 1700)
    line, matrix = compare.settling.line, compare.matrix
    qtbot.waitUntil(lambda: line.mapTo(compare, line.rect().topLeft()).y() < matrix.mapTo(compare, line.pos() * 0).y())
    assert line.isVisible()


def test_what_joins_figures_is_said_in_lines_and_not_in_a_sliver(qtbot: QtBot, compare: CompareScreen) -> None:
    compare.views["side"].trigger()
    strip = compare.side.strip
    strip._head.setText("One schedule gives £34.7bn and £101m a year")
    strip._detail.setText("at 1.75 %, then 2.31 % inflation: £34.69bn in cash and £101m a year on average.")
    for part in (strip._head, strip._detail):
        part.show()
    qtbot.waitUntil(lambda: strip._detail.width() > strip.width() // 2)
    assert strip.width() <= compare.width()


def test_with_room_again_the_table_scrolls_below_its_heads(qtbot: QtBot, window: MainWindow) -> None:
    screen = window.places.screen_at("compare")
    assert isinstance(screen, CompareScreen)
    screen.views["side"].trigger()
    qtbot.waitUntil(screen.side.table.is_whole)
    window.resize(2560, 1440)
    qtbot.waitUntil(lambda: not screen.side.table.is_whole())


DIALOGS: dict[str, Made] = {
    "settle": lambda screen, desk, _: ResolutionDialog(screen.comparison(), [], [], "Ada", screen),
    "payments": lambda screen, desk, treaty: EditDialog(treaty, screen),
    "years": lambda screen, desk, treaty: YearsDialog("Treaty", desk.scheduling.run(treaty), screen),
    "topic": lambda screen, desk, _: TopicDialog(desk.grouping.propose, None, screen),
    "query": lambda screen, desk, _: QueryHelp(screen),
    "draft": lambda screen, desk, _: DraftDialog(screen),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_dialog_is_larger_than_the_screen_and_its_buttons_are_in_sight(
    qtbot: QtBot, compare: CompareScreen, desk: Desk, treaty: Schedule, name: str
) -> None:
    dialog = DIALOGS[name](compare, desk, treaty)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    room = dialog.screen().availableSize().expandedTo(SMALL)
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()
    foot = [one for one in dialog.findChildren(QPushButton) if one.parentWidget() is dialog and one.isVisible()]
    assert foot
    for button in foot:
        assert dialog.rect().contains(button.geometry()), button.text()
        assert button.width() >= button.sizeHint().width(), button.text()


def test_the_reason_for_settling_keeps_its_lines_and_the_rest_scrolls(qtbot: QtBot, compare: CompareScreen) -> None:
    dialog = ResolutionDialog(compare.comparison(), [], [], "Ada", compare)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._because.height() == steps.scaled(72)


def test_amounts_year_by_year_are_never_cut(qtbot: QtBot, compare: CompareScreen, desk: Desk, treaty: Schedule) -> None:
    dialog = YearsDialog("Treaty", desk.scheduling.run(treaty), compare)
    qtbot.addWidget(dialog)
    dialog.show()
    table: QTableView = dialog.table
    for column in range(table.model().columnCount()):
        assert table.columnWidth(column) >= table.sizeHintForColumn(column)


def test_there_is_one_ring_at_most(qtbot: QtBot, window: MainWindow, compare: CompareScreen) -> None:
    for name in ("side", "table", "timeline", "side"):
        compare.views[name].trigger()
        qtbot.wait(20)
    rings = [one for one in window.findChildren(QWidget) if type(one).__name__ == "_Ring" and one.isVisible()]
    assert rings == ([window.focus_ring.ring()] if window.focus_ring.ring() else [])
