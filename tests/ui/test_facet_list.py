"""The list of facets: each line is as high as its words need."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.widgets.facets import FacetList, Group, Value

HIGH = 200


def _groups(others: int) -> tuple[Group, ...]:
    values = [Value(value="waiting", words="With waiting claims", count=13)]
    values += [Value(value=str(at), words="Outlet", count=at) for at in range(others)]
    return (Group(key="state", title="Articles", values=tuple(values)),)


def _needed(facets: FacetList, row: int) -> int:
    return facets.sizeHintForIndex(facets.model().index(row, 0)).height()


def _needed_at(facets: FacetList, wide: int) -> int:
    facets.resize(wide, HIGH)
    QApplication.processEvents()
    return _needed(facets, 1)


def test_words_that_wrap_beside_the_scroll_bar_have_their_room(qtbot: QtBot) -> None:
    facets = FacetList("Facets")
    qtbot.addWidget(facets)
    facets.set_groups(_groups(0))
    facets.show()
    least = next(wide for wide in range(300, 60, -1) if _needed_at(facets, wide - 1) > _needed_at(facets, wide))
    facets.resize(least, HIGH)
    facets.set_groups(_groups(20))
    bar = facets.verticalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    QApplication.processEvents()
    laid_out = bar.maximum() + facets.viewport().height()  # before anything that lays out what is due
    assert laid_out == sum(_needed(facets, row) for row in range(facets.model().rowCount()))
