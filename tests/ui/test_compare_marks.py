"""What the chart draws can be told without its colour, and is said in words."""

from dataclasses import replace
from decimal import Decimal
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.verdict import Verdict
from app.services.topics.comparing import Row
from app.ui.compare.axis import Axis
from app.ui.compare.lanes import Lane, Mark, printed
from app.ui.compare.matrix import Matrix
from app.ui.compare.model import Column
from app.ui.look import theme, tones
from app.ui.widgets import verdict_mark
from tests.ui.made_comparison import BASIS, CONFLICT, FX, group, lease, money, row

SIDE = 16
GREY = QColor(90, 90, 90)
"""One ink for all, as if every hue had printed as the same grey."""


def _grey(image: QImage) -> list[int]:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [grey.pixelColor(x, y).value() for y in range(grey.height()) for x in range(grey.width())]


def _differing(one: list[int], other: list[int]) -> int:
    """How many pixels are told apart by a third of the whole scale."""
    return sum(abs(a - b) > 85 for a, b in zip(one, other, strict=True))


def _verdict(verdict: Verdict | str) -> list[int]:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(tones.current().surface)
    painter = QPainter(image)
    verdict_mark.paint(painter, QRectF(0, 0, SIDE, SIDE), verdict, GREY if tones.current() is tones.LIGHT else None)
    painter.end()
    return _grey(image)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_verdict_has_a_shape_of_its_own_at_the_size_of_a_row(scheme: str) -> None:
    theme.set_scheme(scheme)
    drawn = {name: _verdict(name) for name in (*Verdict, verdict_mark.REFERENCE)}
    for one, other in combinations(drawn, 2):
        assert _differing(drawn[one], drawn[other]) >= 12, (one, other)


def _mark(one: Row, **changed: object) -> list[int]:
    """A row's mark drawn alone on an axis of its own."""
    assert one.interval is not None
    image = QImage(240, 32, QImage.Format.Format_RGB32)
    image.fill(tones.current().surface)
    painter = QPainter(image)
    mark = Mark(reach=one.interval, value=printed(one), origins=one.origins, denied=one.denied)
    lane = Lane(Axis.of([(60e6, 160e6)]), QRectF(0, 0, 240, 32))
    lane.paint_mark(painter, replace(mark, **changed), GREY)
    painter.end()
    return _grey(image)


def test_a_bound_a_range_a_denial_and_more_origins_are_drawn_otherwise_in_grey() -> None:
    plain = row("a", money("100", per="year"), BASIS)
    drawn = {
        "plain": _mark(plain),
        "two origins": _mark(plain, origins=2),
        "three origins": _mark(plain, origins=3),
        "denied": _mark(plain, denied=True),
        "over": _mark(row("b", money("100", per="year", words="more than"), BASIS)),
        "up to": _mark(row("c", money("100", per="year", words="up to"), BASIS)),
        "range": _mark(row("d", replace(money("90"), high=Decimal("110e6")), BASIS)),
    }
    for one, other in combinations(drawn, 2):
        assert drawn[one] != drawn[other], (one, other)
        if {one, other} & {"two origins", "three origins"}:
            continue
        assert _differing(drawn[one], drawn[other]) >= 8, (one, other)
    dots = [sum(value < 120 for value in drawn[name]) for name in ("plain", "two origins", "three origins")]
    assert dots == sorted(set(dots))


def test_every_mark_is_mirrored_in_the_table_and_said(qtbot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(975, 600)
    matrix.show()
    matrix.show_comparison(lease())
    model = matrix.matrix()
    said = [model.index(at, Column.LANE).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(model.rowCount())]
    for at, one in enumerate(model.rows()):
        assert f"can mean {one.interval_text}" in said[at]
        assert f"printed as {one.figure}" in said[at]
        assert f"{one.origins} origin" in said[at]
        assert said[at] in model.index(at, Column.FIGURE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Reference" in said[0]
    assert "Conflict" in said[1]
    assert "not drawn on this axis" in said[2]
    assert "open above" in said[4]
    assert "denied by Foreign Office" in said[5]
    assert not any("open" in one for at, one in enumerate(said) if at != 4)


def test_the_keyboard_reaches_every_mark_of_the_chart(qtbot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(975, 200)
    matrix.show()
    many = [row(f"m{at}", money(str(100 + at), per="year"), (BASIS, CONFLICT, FX)[at % 3]) for at in range(12)]
    matrix.show_comparison(replace(lease(), groups=(group("Per year", "", *many),)))
    matrix.setFocus()
    qtbot.keyClick(matrix, Qt.Key.Key_Home)
    for at in range(12):
        assert matrix.currentIndex().row() == at
        lane = matrix.visualRect(matrix.matrix().index(at, Column.LANE))
        assert matrix.viewport().rect().contains(lane)
        qtbot.keyClick(matrix, Qt.Key.Key_Down)
