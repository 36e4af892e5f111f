"""A topic's figures through time on the Compare screen."""

import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.compare.timeline.chart import TimelineChart
from app.ui.compare.timeline.days import DayAxis
from app.ui.compare.timeline.labels import Label, arranged
from app.ui.compare.timeline.marks import BAR
from app.ui.compare.timeline.model import Column
from app.ui.compare.timeline.placing import side_by_side
from app.ui.compare.timeline.view import TimelineView
from app.ui.compare.view import TABLE, TIMELINE
from app.ui.look import type as steps
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
    left = len(view.model.moments()) - len(view.chart.drawn())
    assert left > 1
    assert view._silence.plain() == f"{left} figures do not say what day they are for, and are listed only."
    assert view.model.headerData(Column.DATE, Qt.Orientation.Horizontal) == "Event"
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert view.days.current() == "article"


def test_a_click_on_a_mark_makes_it_current(view: TimelineView, qtbot: QtBot) -> None:
    _choose(view, "£175m a year")
    chart: TimelineChart = view.chart
    for at, place in chart._places(chart._plot()).items():
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
        assert view.table.currentIndex().row() == at


def test_every_mark_stands_on_its_day(crowded: TimelineView) -> None:
    for at in range(crowded.chooser.count()):
        crowded.chooser.setCurrentIndex(at)
        crowded.chooser.activated.emit(at)
        chart = crowded.chart
        plot = chart._plot()
        for drawn, place in chart._places(plot).items():
            day = crowded.model.moments()[drawn].day(of_event=False)
            assert day is not None
            assert abs(place.x() - plot.left() - chart._days.place(day) * plot.width()) <= steps.scaled(BAR) / 2


@pytest.fixture
def crowded(screen: CompareScreen, view: TimelineView, desk: Desk) -> TimelineView:
    """Six figures of one basis and day, so near each other that their marks cover each other."""
    for value in range(175, 181):
        desk.importing.pasted(f"Title: {value}\nDate: 2025-06-03\n\nThe lease costs £{value}m a year.")
    kind, lines = desk.grouping.find(["lease"])
    _, changes = desk.grouping.add("All of it", ["lease"], kind, [line.record.claim_id for line in lines])
    screen.refresh(changes)
    screen.chooser.setCurrentIndex(0)
    screen.chooser.activated.emit(0)
    _choose(view, "£176m a year")
    return view


def test_clicks_on_one_place_go_through_the_marks_that_cover_each_other_there(
    crowded: TimelineView, qtbot: QtBot
) -> None:
    chart = crowded.chart
    places = chart._places(chart._plot())
    one = places[_choose(crowded, "£176m a year")]
    alike = {at for at, place in places.items() if (place - one).manhattanLength() < 1}
    found = set()
    for _ in range(len(alike)):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=one.toPoint())
        found.add(crowded.table.currentIndex().row())
    assert len(alike) > 1
    assert found == alike


def test_figures_of_one_day_are_named_beside_and_below_each_other() -> None:
    field = QRectF(494, 144, 12, 12)
    labels = [
        Label(
            f"£{value}m a year", Verdict.AGREE, QPointF(500, 150), 500, QRectF(field), current=value == 178, quiet=False
        )
        for value in range(175, 181)
    ]
    found = arranged(labels, QRectF(0, 0, 1000, 300))
    rooms = [room for _, room in found]
    assert {label.words for label, _ in found} == {label.words for label in labels}
    assert not any(one.intersects(other) for one, other in itertools.combinations([*rooms, field], 2))
    assert found[0][0].current
    assert rooms[0].center().y() == pytest.approx(150)
    assert len({room.left() for room in rooms if room.left() > 500}) == 1


def test_the_current_figure_is_named_though_others_are_in_the_way() -> None:
    at = {"place": QPointF(100, 50), "day": 100, "field": QRectF(94, 44, 12, 12), "quiet": False}
    one = Label(words="£175m a year", verdict=Verdict.AGREE, current=True, **at)
    wall = Label(words="", verdict=Verdict.AGREE, current=False, **at | {"field": QRectF(0, 0, 400, 100)})
    [(label, room), *_] = arranged([wall, one], QRectF(0, 0, 400, 100))
    assert label is one
    assert room.width() > room.height()


def test_a_mark_without_room_for_its_words_keeps_the_shape_of_its_verdict() -> None:
    label = Label(
        "£175m a year", Verdict.AGREE, QPointF(20, 50), 20, QRectF(14, 44, 12, 12), current=False, quiet=False
    )
    [(_, room)] = arranged([label], QRectF(0, 0, 40, 100))
    assert room.width() == room.height()
    assert room.bottom() < label.field.top()


def test_the_list_begins_with_a_whole_row_and_takes_no_more_width_than_there_is(
    crowded: TimelineView, qtbot: QtBot
) -> None:
    table = crowded.table
    table.setMaximumHeight(table.horizontalHeader().height() + 80)
    table.go(0)
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert 0 < table.verticalScrollBar().value() < table.verticalScrollBar().maximum()
    assert table.rowViewportPosition(table.rowAt(0)) == 0
    assert table.horizontalScrollBar().maximum() == 0


def test_marks_that_meet_stand_close_to_their_day_and_the_rest_on_it() -> None:
    places = [QPointF(100, 50) for _ in range(5)]
    side_by_side(places, 6)
    assert [place.x() for place in places] == [100, 106, 94, 100, 100]


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
    weeks = DayAxis.of([datetime.date(2024, 12, 18), datetime.date(2025, 2, 5)]).ticks(1200, 74)
    assert [day.day for day, _ in weeks if day.month == 1] == [1, 8, 16, 24]
    long = DayAxis.of([datetime.date(1966, 5, 1), datetime.date(2123, 5, 1)])
    assert {label for _, label in long.ticks(1000, 80)} >= {"2000", "2100"}
    assert DayAxis.of([days[0]]).place(days[0]) == pytest.approx(0.5)
