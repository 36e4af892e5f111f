"""The Compare screen on the sample, arranged by key: grouped, on a common basis, zoomed, edited and undone."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.services.topics import common_basis, regrouping
from app.services.topics.common_basis import Apart, Converted, Per
from app.services.topics.comparing import Row
from app.services.topics.regrouping import By
from app.ui import faults
from app.ui.compare.arrangement import Arrangement
from app.ui.compare.model import Column
from app.ui.compare.screen import CompareScreen
from app.ui.widgets import verdict_mark
from app.ui.widgets.words import Words
from app.ui.window.main_window import MainWindow
from tests.ui.lease_schedule import shown_words
from tests.ui.shown_screens import press, shown


@pytest.fixture
def compare(qtbot, sample_desk: Desk) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), sample_desk)


def _go(compare: CompareScreen, figure: str) -> Row:
    row = next(row for row in compare.comparison().rows if row.figure == figure)
    compare.reveal(row.line.record.claim_id)
    return row


def _said(part: QWidget) -> str:
    QApplication.sendPostedEvents(None, 0)
    return "\n".join(label.plain() for label in part.findChildren(Words) if label.isVisibleTo(part))


def _lane(compare: CompareScreen, row: Row, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole) -> str:
    model = compare.matrix.matrix()
    return str(model.index(model.position(row.line.record.claim_id), Column.LANE).data(role))


def test_one_key_goes_through_the_groups_and_the_current_row_stays(qtbot, compare: CompareScreen) -> None:
    before = compare.matrix.current_row()
    model = compare.matrix.matrix()
    for by in (By.SPEAKER, By.DATE, By.ORIGIN, By.BASIS):
        press(qtbot, Qt.Key.Key_G)
        assert model.groups() == regrouping.groups(compare.comparison(), by)
        heads = [str(model.index(first, Column.BASIS).data()) for first, _ in model.group_spans()]
        assert all(group.label.kind in head for group, head in zip(model.groups(), heads, strict=True))
        assert compare.matrix.current_row() is before


@pytest.mark.parametrize("by", list(By))
def test_the_reference_shades_the_rows_of_its_own_basis_however_they_are_grouped(
    compare: CompareScreen, by: By
) -> None:
    compare.arranging.group_by(by)
    model, comparison = compare.matrix.matrix(), compare.comparison()
    own = next(group for group in comparison.groups if comparison.pinned in group.rows)
    shaded = [row for at, row in enumerate(model.rows()) if model.reference_in(at) is not None]
    assert sorted(map(id, shaded)) == sorted(map(id, own.rows))


def test_lanes_are_parted_where_the_basis_changes_within_a_group(compare: CompareScreen) -> None:
    compare.arranging.group_by(By.SPEAKER)
    model = compare.matrix.matrix()
    for first, count in model.group_spans():
        for at in range(first, first + count - 1):
            same = model.basis_of(model.row(at)) is model.basis_of(model.row(at + 1))
            assert model.lane_ends(at)[1] is not same


def test_the_groups_and_the_common_basis_are_kept_for_the_project(qtbot, compare: CompareScreen, desk: Desk) -> None:
    compare.arranging.group_by(By.DATE)
    press(qtbot, Qt.Key.Key_B)
    kept = compare.arrangement()
    for other in shown(qtbot, CompareScreen(), compare._desk):
        other.arrange(kept)
        assert other.matrix.matrix().by is By.DATE
        assert other.head.basis.common()
        other.arrange("{not json")
        assert other.matrix.matrix().by is By.BASIS


def test_of_the_common_basis_only_what_a_person_chose_is_kept(qtbot, compare: CompareScreen) -> None:
    press(qtbot, Qt.Key.Key_B)
    basis = compare.head.basis
    assert basis.prices()
    basis._segments._buttons["printed"].click()
    assert compare.arranging.kept == Arrangement()
    basis._segments._buttons["common"].click()
    qtbot.keyClick(basis._per, Qt.Key.Key_Down)
    assert basis.per() is Per.TOTAL
    assert compare.arranging.kept == Arrangement(common=True, per=Per.TOTAL)


def test_the_common_basis_is_what_the_service_computes_beside_what_was_printed(
    qtbot, compare: CompareScreen, sample_desk: Desk
) -> None:
    printed = [row.figure for row in compare.matrix.matrix().rows()]
    press(qtbot, Qt.Key.Key_B)
    comparison = compare.comparison()
    schedules = sample_desk.scheduling.of(comparison.topic.topic_id)
    found = common_basis.convert(
        comparison, Per.YEAR, "2025/26", schedules, sample_desk.scheduling, sample_desk.conversions
    )
    told = 0
    for row in comparison.rows:
        one = found[row.line.record.claim_id]
        if isinstance(one, Converted):
            told += 1
            assert _lane(compare, row).startswith(one.words)
            assert one.formula in _lane(compare, row, Qt.ItemDataRole.ToolTipRole)
        elif isinstance(one, Apart):
            assert _lane(compare, row) == f"no basis in common: {one.why}"
            assert compare.matrix.matrix().mark(row) is None
    assert told == 10
    assert [row.figure for row in compare.matrix.matrix().rows()] == printed
    row = _go(compare, "£34.7bn")
    assert found[row.line.record.claim_id].formula in _said(compare.explain)
    assert "£34.7bn" in _said(compare.explain)
    press(qtbot, Qt.Key.Key_B)
    assert _lane(compare, row).startswith("34.65–34.75bn")


def test_a_figure_without_a_basis_in_common_says_why_and_what_would_place_it(compare: CompareScreen) -> None:
    compare.arranging.common.trigger()
    _go(compare, "nearly £200m a year")
    said = shown_words(compare.explain)
    assert "Its prices are not stated. Open it with O and edit it there" in said
    assert "what you set for prices?, years? can place it" in said
    assert "its prices are not stated (" in compare.camps.text()


def test_w_and_a_press_on_the_strip_lead_to_the_row_of_which_it_speaks(qtbot, compare: CompareScreen) -> None:
    for lead in (
        lambda: press(qtbot, Qt.Key.Key_W),
        lambda: qtbot.mouseClick(compare.strip, Qt.MouseButton.LeftButton, pos=QPoint(30, 30)),
    ):
        _go(compare, "£3.4bn")
        compare.matrix.setFocus()
        lead()
        assert compare.matrix.current_row().figure == "nearly £200m a year"
        assert compare.matrix.current_row().judgement.sentence.partition(": ")[2][1:] in compare.strip.text()
    assert compare.comparison().headline.question in compare.strip.text()


def test_z_draws_the_axis_over_the_basis_of_the_row_alone_and_back(qtbot, compare: CompareScreen) -> None:
    model = compare.matrix.matrix()
    whole = model.axis
    row = compare.matrix.current_row()
    press(qtbot, Qt.Key.Key_Z)
    drawn = [one for one in model.rows() if model.mark(one) is not None]
    assert drawn
    assert all(model.basis_of(one) is model.basis_of(row) for one in drawn)
    assert model.axis != whole
    elsewhere = next(one for one in model.rows() if one not in drawn)
    assert "not drawn on this axis" in model.lane_said(elsewhere)
    press(qtbot, Qt.Key.Key_Z)
    assert model.axis == whole


def test_several_rows_are_selected_by_key_and_given_from_top_to_bottom(qtbot, compare: CompareScreen) -> None:
    at = compare.matrix.currentIndex().row()
    assert len(compare.selected_ids()) == 1
    press(qtbot, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, Qt.Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    rows = compare.matrix.matrix().rows()[at : at + 3]
    assert compare.selected_ids() == [row.line.record.claim_id for row in rows]
    press(qtbot, Qt.Key.Key_K)
    assert len(compare.selected_ids()) == 1


def test_an_edited_basis_moves_the_row_and_its_verdict_and_undo_takes_both_back(
    compare: CompareScreen, sample_desk: Desk
) -> None:
    row = _go(compare, "£35bn")
    topic_id = compare.comparison().topic.topic_id
    model = compare.matrix.matrix()

    def told() -> list[tuple[str, str]]:
        return [(model.basis(row), str(model.index(at, Column.VERDICT).data())) for at, row in enumerate(model.rows())]

    before = told()
    compare.refresh(
        sample_desk.reviewing.set_basis(row.line.record.claim_id, {"kind": "rate", "per": "year", "scope": None})
    )
    moved = next(one for one in compare.comparison().rows if row.line.record.claim_id in one.claim_ids)
    assert moved.judgement.verdict is Verdict.NOT_COMPARABLE  # no lease costs 350 times as much a year
    computed = sample_desk.comparing.compare(topic_id)
    assert [(one.figure, one.judgement) for one in model.rows()] == [
        (one.figure, one.judgement) for one in computed.rows
    ]
    assert model.basis(moved).startswith("Per year")
    compare.refresh(sample_desk.history.undo())
    assert told() == before


def test_the_export_of_a_regrouped_topic_holds_the_printed_figures(compare: CompareScreen, tmp_path: Path) -> None:
    compare.arranging.group_by(By.SPEAKER)
    compare.arranging.common.trigger()
    out = tmp_path / "comparison.csv"
    compare.taking.save_csv(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len(compare.comparison().rows)
    text = out.read_text(encoding="utf-8-sig")
    assert all(row.figure in text for row in compare.comparison().rows)


def test_o_shows_the_words_in_the_article_and_backspace_comes_back_to_the_row(
    qtbot, settings: QSettings, sample_desk: Desk, open_desk: Callable[[Path], Desk]
) -> None:
    window = MainWindow(open_desk, open_desk, lambda: sample_desk, settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with faults.reported(window.tell):
        window.show_desk(sample_desk, "compare")
        screen = window.places.here()
        assert isinstance(screen, CompareScreen)
        screen.arranging.group_by(By.SPEAKER)
        row = _go(screen, "£3.4bn")
        screen.matrix.setFocus()
        press(qtbot, Qt.Key.Key_O)
        assert window.place() == "library"
        press(qtbot, Qt.Key.Key_Backspace)
        assert window.place() == "compare"
        assert screen.matrix.current_row() is row
        assert screen.matrix.matrix().by is By.SPEAKER
    window.close_desk()


def test_each_of_the_six_verdicts_occurs_on_the_sample_and_is_said_in_its_row(compare: CompareScreen) -> None:
    model = compare.matrix.matrix()
    judged = {row.judgement.verdict: row for row in model.rows() if row.judgement is not None}
    assert set(judged) == set(Verdict)
    for verdict, row in judged.items():
        said = model.index(model.position(row.line.record.claim_id), Column.VERDICT).data()
        word = verdict_mark.word(verdict)
        assert said == f"{word}: {verdict_mark.spoken(row.judgement.sentence, word)}"
        assert f"{word}: {word}: " not in said
        assert row.judgement.sentence
        assert row.judgement.short


def test_an_amount_in_another_currency_than_the_axis_names_it_in_its_lane(qtbot, empty_desk: Desk) -> None:
    empty_desk.importing.pasted("The pier costs £100m a year, Leith says. The pier costs $87m a year, Hull says.")
    kind, lines = empty_desk.grouping.find(["pier"])
    empty_desk.grouping.add("Pier", ["pier"], kind, [line.record.claim_id for line in lines])
    for screen in shown(qtbot, CompareScreen(), empty_desk):
        model = screen.matrix.matrix()
        said = {row.figure: model.lane_words(row)[0] for row in model.rows()}
        assert said == {"£100m a year": "95–105m", "$87m a year": "86.5–87.5m USD"}
