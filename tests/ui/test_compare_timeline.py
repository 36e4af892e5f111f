"""A topic's figures through time on the Compare screen."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.compare.timeline.chart import TimelineChart
from app.ui.compare.timeline.days import DayAxis
from app.ui.compare.timeline.model import Column
from app.ui.compare.timeline.placing import side_by_side
from app.ui.compare.timeline.view import TimelineView
from app.ui.compare.view import TABLE, TIMELINE
from tests.ui.shown_screens import lease_shown

LATER = {
    "harbour-2.txt": (
        "Title: What the lease costs\nOutlet: Harbour Daily\nAuthor: Elin Marsh\nDate: 2025-06-03\n\n"
        "Britain will pay Mauritius £175m a year for the first three years and £120m a year after that.\n\n"
        "A further £45m a year goes to development projects. Officials say 4,000 people work there.\n"
    ),
    "undated.txt": "Title: Letters\n\nThe lease could cost at least £300m a year.\n",
}


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[CompareScreen]:
    yield from lease_shown(qtbot, desk, tmp_path, LATER)


@pytest.fixture
def view(screen: CompareScreen, qtbot: QtBot) -> TimelineView:
    qtbot.keyClick(screen.matrix, Qt.Key.Key_3)
    assert screen.view() == TIMELINE
    return screen.timeline


def _choose(view: TimelineView, figure: str) -> int:
    """Show the basis that holds a figure; gives its position."""
    for at, course in enumerate(view._timeline.courses):
        if any(moment.row.figure == figure for moment in course.moments):
            view.chooser.setCurrentIndex(at)
            view.chooser.activated.emit(at)
    found = [moment.row.figure for moment in view.model.moments()]
    return found.index(figure)


def test_every_basis_can_be_chosen_and_one_is_drawn_at_a_time(view: TimelineView) -> None:
    courses = view._timeline.courses
    assert view.chooser.count() == len(courses) > 1
    for at, course in enumerate(courses):
        view.chooser.setCurrentIndex(at)
        view.chooser.activated.emit(at)
        assert set(view.model.moments()) == set(course.moments)


def test_keys_move_by_figure_in_the_order_of_time_and_the_chart_says_it(view: TimelineView, qtbot: QtBot) -> None:
    _choose(view, "£175m a year")
    view.table.go(0)
    days = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_J, Qt.Key.Key_Down):
        current = view.current()
        assert current is not None
        days.append(current.day(of_event=False) or datetime.date.max)
        assert view.chart.accessibleDescription() == view.model.words(current)
        qtbot.keyClick(view.table, key)
    assert days == sorted(days)


def test_a_changed_figure_is_kept_dimmed_and_says_what_became_of_it(view: TimelineView) -> None:
    at = _choose(view, "£165m a year")
    moment = view.model.moments()[at]
    assert moment.superseded
    assert view.model.index(at, Column.BECAME).data() == "changed to £175m a year on 3 June 2025"
    assert at in view.chart.drawn()
    assert view.model.position(moment.successor) in view.chart.drawn()


def test_a_figure_without_a_date_is_listed_and_not_drawn(view: TimelineView) -> None:
    at = _choose(view, "at least £300m a year")
    assert at == len(view.model.moments()) - 1
    assert at not in view.chart.drawn()
    assert view.model.index(at, Column.DATE).data() == "undated"
    assert view._silence.plain() == "1 figure has no date and is listed only."
    assert view._silence.isVisible()


def test_days_of_events_stand_in_for_those_of_articles(view: TimelineView, qtbot: QtBot) -> None:
    _choose(view, "£175m a year")
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert view.days.current() == "event"
    assert view.chart.drawn() == [at for at, one in enumerate(view.model.moments()) if one.event is not None]
    assert "listed only" in view._silence.plain()
    assert view.model.headerData(Column.DATE, Qt.Orientation.Horizontal) == "Event"
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert view.days.current() == "article"


def test_a_click_on_a_mark_makes_it_current(view: TimelineView, qtbot: QtBot) -> None:
    _choose(view, "£175m a year")
    chart: TimelineChart = view.chart
    for at, place in chart._places(chart._plot()).items():
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert view.table.currentIndex().row() == at


def test_marks_of_one_day_and_value_stand_beside_each_other(view: TimelineView) -> None:
    for at in range(view.chooser.count()):
        view.chooser.setCurrentIndex(at)
        view.chooser.activated.emit(at)
        places: list[QPointF] = list(view.chart._places(view.chart._plot()).values())
        for first, one in enumerate(places):
            assert all((one - other).manhattanLength() > 8 for other in places[first + 1 :])


def test_marks_that_meet_stand_on_both_sides_of_their_day() -> None:
    places = [QPointF(100, 50) for _ in range(5)]
    side_by_side(places, 10)
    assert [place.x() for place in places] == [100, 110, 90, 120, 80]


def test_o_opens_the_source_and_backspace_leads_back(screen: CompareScreen, view: TimelineView, qtbot: QtBot) -> None:
    current = view.current()
    assert current is not None
    with qtbot.waitSignal(screen.open_source) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_O)
    assert opened.args == [current.claim_id]
    qtbot.keyClick(view.table, Qt.Key.Key_Backspace)
    assert screen.view() == TABLE
    assert not view.source.isEnabled()


def test_the_axis_of_time_holds_its_days_and_prints_round_ones() -> None:
    days = [datetime.date(2024, 12, 18), datetime.date(2026, 1, 21)]
    axis = DayAxis.of(days)
    assert 0 < axis.place(days[0]) < axis.place(days[1]) < 1
    ticks = axis.ticks(1000, 80)
    assert all(day.day == 1 and 0 <= axis.place(day) <= 1 for day, _ in ticks)
    gaps = [1000 * (axis.place(after) - axis.place(day)) for (day, _), (after, _) in itertools.pairwise(ticks)]
    assert min(gaps) >= 70
    assert [label for _, label in ticks][:2] == ["Jan 2025", "Apr 2025"]
    long = DayAxis.of([datetime.date(1966, 5, 1), datetime.date(2123, 5, 1)])
    assert {label for _, label in long.ticks(1000, 80)} >= {"2000", "2100"}
    assert DayAxis.of([days[0]]).place(days[0]) == pytest.approx(0.5)
