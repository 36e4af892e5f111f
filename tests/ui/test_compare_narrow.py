"""Compare where there is little room: nothing of the head is cut, and figures keep their place."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.compare.scrolled import Scrolled
from tests.ui.shown_screens import shown


@pytest.fixture
def compare(qtbot, sample_desk: Desk) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), sample_desk)


@pytest.mark.parametrize("size", [(1368, 800), (1200, 640), (650, 380)])
@pytest.mark.parametrize("common", [False, True])
def test_no_choice_of_the_head_is_cut_and_none_stands_over_another(
    qtbot, compare: CompareScreen, size: tuple[int, int], common: bool
) -> None:
    compare.resize(*size)
    if common:
        compare.arranging.common.trigger()
    for act in compare.views.values():
        act.trigger()
        qtbot.wait(10)
        head = compare.head
        buttons = [one for one in head.findChildren(QPushButton) if one.isVisibleTo(head) and one.text()]
        rooms = []
        for one in buttons:
            room = one.rect().translated(one.mapTo(head, one.rect().topLeft()))
            assert one.width() >= one.sizeHint().width(), one.text()
            assert head.rect().contains(room), one.text()
            assert not any(room.intersects(other) for other in rooms), one.text()
            rooms.append(room)


@pytest.mark.parametrize("view", ["table", "side", "timeline"])
def test_in_a_small_window_the_table_scrolls_and_not_the_page(qtbot, compare: CompareScreen, view: str) -> None:
    compare.resize(1224, 628)  # what a window of 1280 by 720 leaves
    compare.views[view].trigger()
    qtbot.wait(20)
    assert compare.findChild(Scrolled).verticalScrollBar().maximum() == 0


def test_what_is_not_settled_takes_no_line_from_figures_side_by_side_and_can_still_be_settled(
    qtbot, compare: CompareScreen
) -> None:
    compare.resize(1200, 640)
    assert compare.settling.line.isVisible()
    compare.views["side"].trigger()
    assert not compare.settling.line.isVisible()
    assert compare.settling.settle.isEnabled()
    topic = compare.current()
    claim = compare.comparison().rows[0].line.record.claim_id
    compare.changed.emit(compare._desk.resolving.settle(topic, claim, "the treaty says so", author="Ada"))
    assert compare.settling.line.isVisible()


def test_the_common_basis_is_offered_only_where_it_is_shown(qtbot, compare: CompareScreen) -> None:
    for name, act in compare.views.items():
        act.trigger()
        assert compare.head.basis.isVisible() == (name == "table")
        assert compare.arranging.common.isEnabled() == (name == "table")
