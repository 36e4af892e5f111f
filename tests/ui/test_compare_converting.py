"""A topic of many figures goes to the common basis off the window's thread; the old picture stands until then."""

import threading
from collections.abc import Iterator

import pytest

from app.domain.figure import Kind
from app.services.desk import Desk
from app.ui.compare.converting import FEW
from app.ui.compare.screen import CompareScreen
from tests.ui.shown_screens import shown


@pytest.fixture
def compare(qtbot, empty_desk: Desk) -> Iterator[CompareScreen]:
    figures = " ".join(f"The pier costs £{100 + at}m a year in 2019 prices." for at in range(FEW + 1))
    empty_desk.importing.pasted(f"Outlet: Quay\nDate: 2025-05-23\n\n{figures}\n")
    kind, lines = empty_desk.grouping.find(["pier"], Kind.MONEY)
    empty_desk.grouping.add("The pier", ["pier"], kind, [line.record.claim_id for line in lines])
    yield from shown(qtbot, CompareScreen(), empty_desk)


def test_many_figures_stand_as_printed_until_they_are_converted(qtbot, compare: CompareScreen) -> None:
    model = compare.matrix.matrix()
    row = compare.matrix.current_row()
    assert len(model.rows()) > FEW
    with qtbot.waitSignal(compare.converting.ready):
        compare.arranging.common.trigger()
        assert compare.converting.is_running()
        assert model.converted(row) is None
    assert model.converted(row) is not None
    assert compare.matrix.current_row() is row
    assert compare.head.basis.prices()


def test_a_choice_that_is_overtaken_is_never_shown(qtbot, compare: CompareScreen) -> None:
    compare.arranging.common.trigger()
    compare.arranging.common.trigger()
    for thread in threading.enumerate():
        if thread.name == "background":
            thread.join()
    qtbot.wait(0)
    assert compare.converting.found() is None
    assert not compare.converting.is_running()
