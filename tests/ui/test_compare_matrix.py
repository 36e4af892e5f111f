"""The matrix on comparisons made by hand: what it says, where it stands, how it is drawn."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.figure import Figure, Kind
from app.services.topics.comparing import Comparison
from app.services.topics.measured import Camp, Measure
from app.ui.compare.delegates import EDGE
from app.ui.compare.lanes import Lane
from app.ui.compare.matrix import Matrix
from app.ui.compare.model import Column
from app.ui.look import tones, type as steps
from tests.ui.made_comparison import BASIS, group, lease, money, row


@pytest.fixture
def matrix(qtbot) -> Matrix:
    shown = Matrix()
    qtbot.addWidget(shown)
    shown.resize(975, 600)
    shown.show()
    shown.show_comparison(lease())
    return shown


def _lane_image(matrix: Matrix, at: int) -> QImage:
    index = matrix.matrix().index(at, Column.LANE)
    rect = matrix.visualRect(index).translated(matrix.viewport().pos())
    return matrix.grab(rect).toImage()


def _has(image: QImage, colour: QColor, *, within: QRect | None = None) -> bool:
    area = within or image.rect()
    return any(
        image.pixelColor(x, y) == colour
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


def test_the_basis_is_said_once_over_all_rows_of_its_group(matrix: Matrix) -> None:
    assert matrix.matrix().group_spans() == [(0, 3), (3, 2), (5, 1)]
    assert matrix.rowSpan(0, Column.BASIS) == 3
    assert matrix.rowSpan(3, Column.BASIS) == 2
    assert matrix.rowSpan(5, Column.BASIS) == 1


def test_a_long_basis_goes_on_in_further_lines_and_leaves_the_lanes_their_room(matrix: Matrix) -> None:
    made = lease()
    detail = "price base not stated, years stated, an average"
    matrix.show_comparison(replace(made, groups=(*made.groups[:2], group("Total", detail, *made.groups[2].rows))))
    assert matrix.columnWidth(Column.LANE) >= 380
    room = matrix.columnWidth(Column.BASIS) - steps.scaled(EDGE)
    metrics = QFontMetricsF(steps.font("small"))
    assert metrics.horizontalAdvance(detail) > room
    wrapped = metrics.boundingRect(QRectF(0, 0, room, 500), Qt.TextFlag.TextWordWrap, detail).height()
    assert matrix.rowHeight(5) >= steps.line_height("body") + wrapped
    assert matrix.rowHeight(5) > matrix.rowHeight(4)


def _camp(claim_id: str) -> Camp:
    return Camp(
        figure="£1m",
        figures=("£1m",),
        claim_ids=(claim_id,),
        bounds=(),
        low=Decimal(1),
        high=Decimal(1),
        articles=1,
        comments=0,
        origins=1,
    )


def _measure(claim_id: str, words: str = "", camps: int = 2) -> Measure:
    return Measure(words=words, camps=(_camp(claim_id),) * camps, unmet=(), left_out=0, spread=Decimal("2.25"))


def test_the_camps_of_a_basis_are_told_of_what_they_are(matrix: Matrix) -> None:
    base = "price base not stated"
    for measures, said in (
        ((_measure("c1"),), ["2 camps, spread 2.2×"]),
        ((_measure("c1"), _measure("c1", "net")), ["the rest: 2 camps, spread 2.2×", "net: 2 camps, spread 2.2×"]),
        ((_measure("c1", camps=0),), []),
        ((_measure("c1"), _measure("c1", camps=0)), ["2 camps, spread 2.2×"]),
        ((_measure("c1", "net"),) * 4, ["4 measures, 8 camps"]),
        ((), []),
    ):
        shown = matrix.matrix().detail(replace(lease().groups[0], measures=measures))
        assert shown.split("\n") == [base, *said]


def test_the_camps_of_several_units_say_which(matrix: Matrix) -> None:
    kinds = (("c1", "person"), ("c2", "completed treatment"), ("c3", None))
    rows = [row(name, replace(money("7.6"), kind=Kind.QUANTITY, unit=unit), None) for name, unit in kinds]
    made = replace(group("Level", "", *rows), measures=tuple(_measure(name) for name, _ in kinds))
    assert matrix.matrix().detail(made).split("\n") == [
        "people: 2 camps, spread 2.2×",
        "completed treatments: 2 camps, spread 2.2×",
        "no unit: 2 camps, spread 2.2×",
    ]
    matrix.show_comparison(replace(lease(), groups=(made,), pinned=rows[0], neediest=rows[1]))
    assert "people: 2 camps" in matrix.matrix().camps(0)


def test_the_row_that_most_needs_a_person_is_current_at_first(matrix: Matrix) -> None:
    current = matrix.current_row()
    assert current is not None
    assert current.line.record.claim_id == "c2"


def test_the_current_row_at_first_is_that_of_which_the_strip_speaks(qtbot, matrix: Matrix) -> None:
    dollars = lease().rows[2]
    matrix.show_comparison(replace(lease(), neediest=dollars))
    assert matrix.current_row().claim_id == dollars.claim_id


def _long(at: int) -> Comparison:
    """Forty rows of one basis, of which one most needs a person."""
    rows = [row(f"r{value}", money(str(100 + value)), lease().rows[1].judgement) for value in range(40)]
    return replace(lease(), groups=(group("Per year", "price base not stated", *rows),), neediest=rows[at])


def test_the_current_row_is_in_sight_at_first_and_when_the_table_is_resized(qtbot: QtBot) -> None:
    shown = Matrix()
    qtbot.addWidget(shown)
    shown.show_comparison(_long(30))
    shown.resize(975, 400)
    shown.show()
    for narrow, tall in ((False, 400), (True, 400), (False, 250), (True, 700)):
        shown.set_narrow(narrow)
        shown.resize(975, tall)
        QApplication.processEvents()
        place = shown.visualRect(shown.currentIndex())
        assert 0 <= place.top() < place.bottom() < shown.viewport().height(), (narrow, tall)


def test_a_basis_is_read_beside_each_of_its_rows(matrix: Matrix) -> None:
    matrix.show_comparison(_long(0))
    words = QRect(0, 0, matrix.columnWidth(Column.BASIS), 60).translated(matrix.viewport().pos())
    for place in (200, 700, matrix.verticalScrollBar().maximum()):
        matrix.verticalScrollBar().setValue(place)
        assert _has(matrix.grab(words).toImage(), tones.current().text), place
        assert _has(matrix.grab(words).toImage(), tones.current().text2), place


def test_the_current_row_stays_when_the_comparison_changes_around_it(matrix: Matrix) -> None:
    matrix.step(2)
    changed = lease()
    first = changed.groups[0]
    fewer = replace(changed, groups=(replace(first, rows=first.rows[:1]), *changed.groups[1:]))
    matrix.show_comparison(fewer, "c4")
    current = matrix.current_row()
    assert current is not None
    assert current.line.record.claim_id == "c4"


def test_a_row_taken_out_hands_its_place_to_the_next(matrix: Matrix) -> None:
    matrix.step(2)
    rest = lease()
    total = rest.groups[1]
    matrix.show_comparison(
        replace(rest, groups=(rest.groups[0], replace(total, rows=total.rows[1:]), rest.groups[2])), "c4"
    )
    current = matrix.current_row()
    assert current is not None
    assert current.line.record.claim_id == "c5"


def test_arrows_home_and_end_move_by_rows_and_never_into_the_basis(qtbot, matrix: Matrix) -> None:
    matrix.setFocus()
    for key, row_after in (
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_End, 5),
        (Qt.Key.Key_Down, 5),
        (Qt.Key.Key_Up, 4),
    ):
        qtbot.keyClick(matrix, key)
        assert (matrix.currentIndex().row(), matrix.currentIndex().column()) == (row_after, Column.FIGURE)


def test_of_a_figure_that_several_articles_print_the_first_day_is_said(matrix: Matrix) -> None:
    first = replace(lease().rows[0], articles=1)
    assert matrix.matrix().told_on(first) == "23 May 2025"
    assert matrix.matrix().told_on(replace(first, articles=4)) == "since 23 May 2025"
    undated = replace(first, first=replace(first.first, published=None))
    assert matrix.matrix().told_on(undated) == ""


def test_the_accessible_text_of_a_row_says_the_whole(matrix: Matrix) -> None:
    said = matrix.matrix().index(1, Column.FIGURE).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in (
        "nearly £200m a year",
        "Opposition MP",
        "Harbour Daily",
        "Per year, price base not stated",
        "170–200m",
    ):
        assert part in said
    assert "23 May 2025, 1 article, 1 origin" in said
    assert "Conflict" in said
    assert "neither states years or prices" in said


def test_tooltips_hold_what_a_row_leaves_out(matrix: Matrix) -> None:
    tip = matrix.matrix().index(0, Column.FIGURE).data(Qt.ItemDataRole.ToolTipRole)
    for part in ("Britain pays £100m a year for the base", "Meridian Post, Civic Review", "23 May 2025", "prices?"):
        assert part in tip
    verdict = matrix.matrix().index(1, Column.VERDICT).data(Qt.ItemDataRole.ToolTipRole)
    assert "twice £100m" in verdict
    assert "£100m apart as printed" in verdict


def test_an_article_that_speaks_in_its_own_voice_is_named_alone(matrix: Matrix) -> None:
    model = matrix.matrix()
    assert model.byline(model.row(2)) == "Harbour Daily"
    assert model.byline(model.row(5)) == "Foreign Office denies, Tidewater"
    assert model.byline(model.row(0)) == "Foreign Office, Meridian Post +1"


def test_a_row_of_another_unit_draws_no_bar_but_prints_its_interval(matrix: Matrix) -> None:
    model = matrix.matrix()
    assert model.drawn_span(model.row(2)) is None
    matrix.step(-1)
    ink = tones.current().verdict("compatible").ink
    image = _lane_image(matrix, 2)
    assert not _has(image, ink)
    assert _has(image, tones.current().text)
    assert model.row(2).interval_text == "135.5–136.5m"


def test_a_count_of_something_else_says_of_what_beside_its_interval(matrix: Matrix) -> None:
    patients, treatments = (
        replace(money("7.6"), kind=Kind.QUANTITY, unit=unit) for unit in ("patient", "completed treatment")
    )
    rows = [row("c1", patients, None), row("c2", treatments, lease().rows[1].judgement)]
    matrix.show_comparison(replace(lease(), groups=(group("Level", "", *rows),), pinned=rows[0], neediest=rows[1]))
    said = [str(matrix.matrix().index(at, Column.LANE).data()) for at in (0, 1)]
    assert "patient" not in said[0]
    assert said[1].startswith(f"{rows[1].interval_text} completed treatments")


def test_conflict_and_reference_are_drawn_in_their_hues(matrix: Matrix) -> None:
    matrix.step(4)
    assert _has(_lane_image(matrix, 1), tones.current().verdict("conflict").ink)
    assert _has(_lane_image(matrix, 0), tones.current().accent)


def test_an_open_bound_is_an_arrow_from_the_value_to_the_right(matrix: Matrix) -> None:
    matrix.step(-1)
    model, ink = matrix.matrix(), tones.current().verdict("differs_by_basis").ink
    image = _lane_image(matrix, 4)
    at = round(Lane(model.axis, image.rect().toRectF().adjusted(4, 0, -4, 0)).x(29.5e9))
    middle = QRect(at + 8, image.height() // 2 - 6, 20, 8)
    assert _has(image, ink, within=middle)


def test_the_reference_shades_its_own_lane_only(matrix: Matrix) -> None:
    model = matrix.matrix()
    assert model.reference_in(1) == (95e6, 105e6)
    assert model.reference_in(3) is None


def test_intervals_of_durations_share_one_axis_whatever_their_units_were() -> None:
    years, months = (
        Figure(kind=Kind.DURATION, date="P2Y"),
        Figure(kind=Kind.DURATION, date="P18M"),
    )
    pinned = row("d1", years, None)
    other = row("d2", months, BASIS)
    shown = replace(lease(), groups=(group("Duration", "", pinned, other),), pinned=pinned)
    matrix = Matrix()
    matrix.show_comparison(shown)
    # 18 months, as wide as their last digit, in the years of the reference.
    assert matrix.matrix().drawn_span(other) == pytest.approx((17.5 / 12, 18.5 / 12))


@pytest.mark.parametrize("narrow", [False, True])
@pytest.mark.parametrize("wide", [700, 872, 975, 1400])
def test_numbers_and_verdicts_are_never_cut(qtbot, matrix: Matrix, wide: int, narrow: bool) -> None:
    matrix.resize(wide, 600)
    matrix.set_narrow(narrow)
    strong = QFontMetricsF(steps.font("body", 600))
    for one in matrix.matrix().rows():
        assert strong.horizontalAdvance(one.figure) + 12 <= matrix.columnWidth(Column.FIGURE)
    assert strong.horizontalAdvance("Different basis") + 12 + 16 + 10 <= matrix.columnWidth(Column.VERDICT)
    columns = [column for column in Column if not matrix.isColumnHidden(column)]
    assert sum(matrix.columnWidth(column) for column in columns) <= matrix.viewport().width()
    lane = matrix.columnWidth(Column.LANE) - 24
    small = QFontMetricsF(steps.font("small", 600))
    assert all(small.horizontalAdvance(one.interval_text) <= lane for one in matrix.matrix().rows())


def test_one_line_rows_give_the_speaker_a_column(matrix: Matrix) -> None:
    assert matrix.isColumnHidden(Column.SPEAKER)
    tall = matrix.rowHeight(1)
    matrix.set_narrow(True)
    assert not matrix.isColumnHidden(Column.SPEAKER)
    assert matrix.rowHeight(1) < tall
    assert matrix.matrix().index(5, Column.SPEAKER).data() == "Foreign Office denies"


def test_a_click_on_a_row_makes_it_current(qtbot, matrix: Matrix) -> None:
    rect = matrix.visualRect(matrix.matrix().index(4, Column.VERDICT))
    with qtbot.waitSignal(matrix.row_chosen) as chosen:
        qtbot.mouseClick(matrix.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args[0].line.record.claim_id == "c5"


def test_two_hundred_rows_can_be_walked_through(matrix: Matrix) -> None:
    many = tuple(row(f"m{at}", money(str(100 + at), per="year"), BASIS) for at in range(200))
    matrix.show_comparison(replace(lease(), groups=(group("Per year", "", *many),)))
    for _ in range(250):
        matrix.step(1)
    assert matrix.currentIndex().row() == 199
