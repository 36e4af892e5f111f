"""The Compare screen on a real project: choosing, pinning, taking out, exporting, all by key."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.services.desk import Desk
from app.services.topics.comparing import Comparing
from app.ui.compare.model import Column
from app.ui.compare.screen import CompareScreen
from app.ui.look import tones
from app.ui.window import program
from tests.support.call_counts import calls
from tests.ui.shown_screens import press, shown
from tests.ui.treaty_topic import filed


@pytest.fixture
def topic_id(desk: Desk) -> str:
    return filed(desk)


@pytest.fixture
def compare(qtbot, desk: Desk, topic_id: str) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


def _current(compare: CompareScreen) -> str:
    row = compare.matrix.current_row()
    assert row is not None
    return row.figure


def _verdicts(compare: CompareScreen) -> list[str]:
    model = compare.matrix.matrix()
    return [str(model.index(at, Column.VERDICT).data()).partition(":")[0] for at in range(model.rowCount())]


def test_a_project_without_topics_offers_the_one_act_that_helps(qtbot, desk: Desk) -> None:
    for screen in shown(qtbot, CompareScreen(), desk):
        assert screen.comparison() is None
        assert screen.filing.new_topic.isEnabled()
        assert not screen.filing.pin.isEnabled()
        assert QApplication.focusWidget().accessibleName() == "New topic"
        assert screen.footer_keys() == []


def test_the_sheet_of_keys_tells_which_view_a_key_belongs_to(qtbot, compare: CompareScreen) -> None:
    groups = dict(compare.key_groups())
    assert list(groups) == ["Table", "Side by side", "Timeline"]
    for acts in groups.values():
        keys = [key.toString() for act in acts for key in act.shortcuts()]
        assert len(keys) == len(set(keys))
        assert {"J", "K", "O"} <= set(keys)
    for name, front in zip(("table", "side", "timeline"), groups, strict=True):
        compare.views[name].trigger()
        for title, acts in groups.items():
            on = [act for act in acts if act.isEnabled()]
            assert bool(on) == (title == front), [act.text() for act in on]


def test_pinning_another_figure_changes_every_verdict_shown(qtbot, compare: CompareScreen) -> None:
    before = _verdicts(compare)
    pinned = before.index("Reference")
    assert compare.matrix.matrix().index(pinned, Column.VERDICT).data() == "Reference: printed by most origins"
    assert _current(compare) != compare.matrix.matrix().row(pinned).figure
    chosen = _current(compare)
    press(qtbot, Qt.Key.Key_P)
    after = _verdicts(compare)
    model = compare.matrix.matrix()
    assert model.index(after.index("Reference"), Column.VERDICT).data() == "Reference: pinned"
    assert after.index("Reference") != pinned
    assert compare.comparison().pinned.figure == chosen
    assert _current(compare) == chosen
    assert after != before
    against = [row.judgement.sentence for row in compare.comparison().rows if row.judgement]
    assert against
    assert all(chosen.removeprefix("nearly ") in sentence for sentence in against)


def test_how_many_times_the_larger_is_contradicts_no_sentence(qtbot, empty_desk: Desk) -> None:
    said = "Ada Holt said the lease costs £8.1m a year. Ralph Thane said the lease costs £9.3m a year."
    empty_desk.importing.pasted(said)
    kind, lines = empty_desk.grouping.find(["lease"])
    empty_desk.grouping.add("The lease", ["lease"], kind, [line.record.claim_id for line in lines])
    for screen in shown(qtbot, CompareScreen(), empty_desk):
        (row,) = (row for row in screen.comparison().rows if row.judgement)
        assert "1.1 times" in row.judgement.sentence
        assert screen.matrix.current_row() == row
        told = " ".join(label.text() for label in screen.explain.findChildren(QLabel))
        assert "1.15 times" in told, told


def test_the_pin_is_kept_in_the_project(qtbot, compare: CompareScreen, desk: Desk, topic_id: str) -> None:
    chosen = compare.matrix.current_row().line.record.claim_id
    press(qtbot, Qt.Key.Key_P)
    assert [row.topic.pinned for row in desk.grouping.topics()] == [chosen]


def test_keys_walk_explain_and_come_back(qtbot, compare: CompareScreen) -> None:
    press(qtbot, Qt.Key.Key_Home)
    first = compare.matrix.currentIndex().row()
    press(qtbot, Qt.Key.Key_J)
    assert compare.matrix.currentIndex().row() == first + 1
    press(qtbot, Qt.Key.Key_K)
    assert compare.matrix.currentIndex().row() == first
    press(qtbot, Qt.Key.Key_Return)
    assert compare.explain.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is compare.matrix


def test_o_opens_the_words_of_the_current_figure(qtbot, compare: CompareScreen) -> None:
    with qtbot.waitSignal(compare.open_source) as opened:
        press(qtbot, Qt.Key.Key_O)
    assert opened.args == [compare.matrix.current_row().line.record.claim_id]


def test_delete_takes_a_figure_out_and_undo_brings_it_back(qtbot, compare: CompareScreen, desk: Desk) -> None:
    gone = _current(compare)
    count = compare.matrix.matrix().rowCount()
    press(qtbot, Qt.Key.Key_Delete)
    assert compare.matrix.matrix().rowCount() == count - 1
    assert gone not in [row.figure for row in compare.comparison().rows]
    compare.refresh(desk.history.undo())
    assert gone in [row.figure for row in compare.comparison().rows]


def test_enter_on_export_offers_every_way_takes_none_and_does_not_explain(
    qtbot, compare: CompareScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("app.ui.saving.ask", lambda *_: asked.append("where"))
    button = compare.head.export
    button.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is button.menu()
    words = [act.text() for act in menu.actions()]
    menu.close()
    assert words[0] == "Save as CSV"
    assert len(words) == len(set(words)) == 6
    assert asked == []
    assert QApplication.focusWidget() is button


def test_the_export_holds_what_is_shown(compare: CompareScreen, tmp_path: Path) -> None:
    out = tmp_path / "comparison.csv"
    compare.taking.save_csv(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    rows = compare.comparison().rows
    assert len(lines) == len(rows)
    text = out.read_text(encoding="utf-8-sig")
    for row in rows:
        assert row.figure in text
        assert row.judgement is None or row.judgement.sentence in text
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")


def test_an_export_that_cannot_be_written_is_said_and_breaks_nothing(
    qtbot, compare: CompareScreen, tmp_path: Path
) -> None:
    with pytest.raises(UserError):
        compare.taking.save_csv(tmp_path / "missing" / "comparison.csv")
    assert compare.comparison() is not None


def test_the_list_of_topics_says_which_are_disputed(qtbot, desk: Desk, compare: CompareScreen) -> None:
    kind, lines = desk.grouping.find(["development"])
    desk.grouping.add("Development", ["development"], kind, [lines[0].record.claim_id])
    (payments,) = (row.topic.topic_id for row in desk.grouping.topics() if row.topic.name == "UK payments")
    same = {"kind": "total", "per": None, "price": None, "scope": None, "horizon": None}
    for row in desk.comparing.compare(payments).rows:
        changes = desk.reviewing.set_basis(row.line.record.claim_id, same)
    compare.refresh(changes)
    tally = desk.disputes.tallies()[payments]
    assert tally.disputed == 1
    told = {compare.chooser.itemText(at): compare.chooser.itemData(at, Qt.ItemDataRole.ToolTipRole) for at in range(2)}
    assert told["UK payments"] == f"{tally.measures} measure{'s' * (tally.measures > 1)}, 1 disputed"
    assert told["Development"] == "1 measure"
    assert [compare.chooser.itemIcon(at).isNull() for at in range(2)] == [False, True]


def test_another_topic_is_chosen_from_the_title(qtbot, desk: Desk, compare: CompareScreen) -> None:
    kind, lines = desk.grouping.find(["development"])
    other, changes = desk.grouping.add("Development", ["development"], kind, [lines[0].record.claim_id])
    compare.refresh(changes)
    assert compare.chooser.currentText() == "UK payments"
    compare.reveal(other)
    assert compare.chooser.currentText() == "Development"
    assert "stands alone" in compare.strip.accessibleName()
    claim_id = compare.comparison().rows[0].line.record.claim_id
    compare.reveal(claim_id)
    assert compare.chooser.currentText() == "Development"
    (payments,) = (row.topic.topic_id for row in desk.grouping.topics() if row.topic.name == "UK payments")
    shown = {one for row in compare.comparison().rows for one in row.claim_ids}
    rows = desk.comparing.compare(payments).rows
    elsewhere = next(row.line.record.claim_id for row in rows if not shown & set(row.claim_ids))
    made = calls(lambda: compare.reveal(elsewhere), Comparing.compare)
    assert compare.chooser.currentText() == "UK payments"
    assert compare.matrix.current_row().line.record.claim_id == elsewhere
    assert made == (1,)


def test_revealing_a_claim_makes_its_row_current(compare: CompareScreen) -> None:
    last = compare.comparison().rows[-1]
    compare.reveal(last.claim_ids[-1])
    assert compare.matrix.current_row().claim_ids == last.claim_ids


def test_a_screen_out_of_sight_compares_only_when_it_is_shown(qtbot, desk: Desk, compare: CompareScreen) -> None:
    compare.hide()
    gone = compare.comparison().rows[0]
    topic = compare.comparison().topic
    compare.refresh(desk.grouping.remove(gone.claim_ids, topic.topic_id))
    assert gone in compare.comparison().rows
    compare.show()
    compare.shown()
    assert gone.figure not in [row.figure for row in compare.comparison().rows]


def test_narrow_windows_have_one_line_rows_and_a_narrower_explanation(qtbot, compare: CompareScreen) -> None:
    assert not compare.matrix.matrix().narrow
    compare.resize(1224, 628)
    assert compare.matrix.matrix().narrow
    assert compare.explain.width() == 304
    compare.resize(1368, 808)
    assert compare.explain.width() == 328


def test_every_widget_that_takes_the_keyboard_has_a_name(compare: CompareScreen) -> None:
    unnamed = [
        widget
        for widget in compare.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(compare) and not _named(widget)
    ]
    assert unnamed == []


def _named(widget: QWidget) -> bool:
    # The parts that Qt makes inside a view or a list speak through it.
    return bool(widget.accessibleName() or widget.objectName().startswith("qt_"))


def test_every_act_with_a_key_is_on_the_sheet_of_keys(compare: CompareScreen) -> None:
    keys = {act.shortcut().toString() for act in compare.key_actions()}
    assert {"J", "K", "P", "C", "O", "Del", "Return", "Ctrl+E", "Ctrl+T"} <= keys


def test_a_closed_project_leaves_nothing_on_screen(compare: CompareScreen) -> None:
    compare.set_desk(None)
    assert compare.comparison() is None
    assert compare.matrix.matrix().rowCount() == 0
    assert not compare.filing.new_topic.isEnabled()


def test_in_a_small_window_the_explanation_stands_in_for_the_lanes_only_when_asked(
    qtbot, compare: CompareScreen
) -> None:
    compare.resize(904, 508)
    assert not compare.explain.isVisible()
    assert not compare.matrix.isColumnHidden(Column.LANE)
    press(qtbot, Qt.Key.Key_Return)
    assert compare.explain.isVisible()
    assert compare.matrix.isColumnHidden(Column.LANE)
    press(qtbot, Qt.Key.Key_Escape)
    assert not compare.explain.isVisible()
    assert not compare.matrix.isColumnHidden(Column.LANE)
    assert QApplication.focusWidget() is compare.matrix


def test_the_picture_is_1440_by_900_and_shows_the_comparison(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    desk.importing.pasted("Outlet: Pier News\n\nDeal\n\nBritain will pay Mauritius £210m a year for three years.")
    _, lines = desk.grouping.find(["Mauritius"], Kind.MONEY)
    desk.grouping.file([line.record.claim_id for line in lines if line.outlet == "Pier News"], topic_id)
    out = tmp_path / "comparison.png"
    program.picture(desk, out, version="1.2.3")
    image = QImage(str(out))
    assert (image.width() / image.devicePixelRatio(), image.height() / image.devicePixelRatio()) == (1440, 900)
    conflict = tones.current().verdict("conflict").ink
    assert any(image.pixelColor(x, y) == conflict for x in range(0, 1440, 2) for y in range(0, 900, 2))


def test_a_picture_that_cannot_be_written_is_said_in_a_sentence(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        program.picture(desk, tmp_path / "missing" / "comparison.png", version="1.2.3")


def test_the_camps_of_the_basis_of_the_current_row_are_said_below_the_figures(
    compare: CompareScreen, desk: Desk
) -> None:
    desk.importing.pasted("Outlet: Pier News\n\nDeal\n\nThe deal could cost Mauritius £90m a year.")
    _, lines = desk.grouping.find(["Deal"], compare.comparison().topic.kind)
    found = [line.record.claim_id for line in lines if line.outlet == "Pier News"]
    compare.changed.emit(desk.grouping.file(found, compare.comparison().topic.topic_id))
    group = next(group for group in compare.comparison().groups if any(one.compares for one in group.measures))
    compare.reveal(group.rows[0].line.record.claim_id)
    said = next(one.said for one in group.measures if one.compares)
    assert "camps: " in said
    assert compare.camps.text() == said
    model = compare.matrix.matrix()
    at = model.position(group.rows[0].line.record.claim_id)
    assert said in model.index(at, Column.BASIS).data(Qt.ItemDataRole.ToolTipRole)
    assert "camps" in model.detail(group)
