"""The Compare screen on a real project: choosing, pinning, taking out, exporting, all by key."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from counting import calls
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from showing import shown

from app.domain.errors import UserError
from app.domain.verdict import Verdict
from app.services.comparing import Comparing
from app.services.desk import Desk
from app.services.proposals import Proposal
from app.ui import program
from app.ui.compare.model import Column
from app.ui.compare.screen import CompareScreen
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.compare.topic_edit import WordsDialog
from app.ui.look import theme, tones
from app.ui.widgets.words import Words

TERMS = ["Mauritius", "deal", "development"]


def _file(desk: Desk, name: str = "UK payments") -> str:
    kind, lines = desk.grouping.find(TERMS)
    topic_id, _ = desk.grouping.add(name, TERMS, kind, [line.record.claim_id for line in lines])
    return topic_id


@pytest.fixture
def topic_id(desk: Desk) -> str:
    return _file(desk)


@pytest.fixture
def compare(qtbot, desk: Desk, topic_id: str) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


def _press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


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
        assert screen.new_topic.isEnabled()
        assert not screen.pin.isEnabled()
        assert QApplication.focusWidget().accessibleName() == "New topic"
        assert screen.footer_keys() == []


def test_pinning_another_figure_changes_every_verdict_shown(qtbot, compare: CompareScreen) -> None:
    before = _verdicts(compare)
    pinned = before.index("Reference")
    assert compare.matrix.matrix().index(pinned, Column.VERDICT).data() == "Reference: printed by most origins"
    assert _current(compare) != compare.matrix.matrix().row(pinned).figure
    chosen = _current(compare)
    _press(qtbot, Qt.Key.Key_P)
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


def test_the_pin_is_kept_in_the_project(qtbot, compare: CompareScreen, desk: Desk, topic_id: str) -> None:
    chosen = compare.matrix.current_row().line.record.claim_id
    _press(qtbot, Qt.Key.Key_P)
    assert [row.topic.pinned for row in desk.grouping.topics()] == [chosen]


def test_keys_walk_explain_and_come_back(qtbot, compare: CompareScreen) -> None:
    first = compare.matrix.currentIndex().row()
    _press(qtbot, Qt.Key.Key_J)
    assert compare.matrix.currentIndex().row() == first + 1
    _press(qtbot, Qt.Key.Key_K)
    assert compare.matrix.currentIndex().row() == first
    _press(qtbot, Qt.Key.Key_Return)
    assert compare.explain.isAncestorOf(QApplication.focusWidget())
    _press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is compare.matrix


def test_o_opens_the_words_of_the_current_figure(qtbot, compare: CompareScreen) -> None:
    with qtbot.waitSignal(compare.open_source) as opened:
        _press(qtbot, Qt.Key.Key_O)
    assert opened.args == [compare.matrix.current_row().line.record.claim_id]


def test_delete_takes_a_figure_out_and_undo_brings_it_back(qtbot, compare: CompareScreen, desk: Desk) -> None:
    gone = _current(compare)
    count = compare.matrix.matrix().rowCount()
    _press(qtbot, Qt.Key.Key_Delete)
    assert compare.matrix.matrix().rowCount() == count - 1
    assert gone not in [row.figure for row in compare.comparison().rows]
    compare.refresh(desk.history.undo())
    assert gone in [row.figure for row in compare.comparison().rows]


def test_enter_on_a_button_presses_it_and_does_not_explain(qtbot, compare: CompareScreen) -> None:
    button = next(one for one in compare.findChildren(QWidget) if one.accessibleName() == "Export")
    asked: list[str] = []
    QTimer.singleShot(0, lambda: asked.append("dialog") or _close_dialog())
    button.setFocus()
    compare.export.triggered.disconnect()
    compare.export.triggered.connect(lambda: asked.append("export"))
    _press(qtbot, Qt.Key.Key_Return)
    assert "export" in asked
    assert QApplication.focusWidget() is button


def _close_dialog() -> None:
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


def test_the_export_holds_what_is_shown(compare: CompareScreen, tmp_path: Path) -> None:
    out = tmp_path / "comparison.csv"
    compare.export_to(out)
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
        compare.export_to(tmp_path / "missing" / "comparison.csv")
    assert compare.comparison() is not None


def test_the_list_of_topics_says_which_are_disputed(qtbot, desk: Desk, compare: CompareScreen) -> None:
    kind, lines = desk.grouping.find(["development"])
    desk.grouping.add("Development", ["development"], kind, [lines[0].record.claim_id])
    (payments,) = (row.topic.topic_id for row in desk.grouping.topics() if row.topic.name == "UK payments")
    same = {"kind": "total", "per": None, "price": None, "scope": None, "horizon": None}
    for row in desk.comparing.compare(payments).rows:
        changes = desk.reviewing.set_basis(row.line.record.claim_id, same)
    compare.refresh(changes)
    tally = desk.standings.tallies()[payments]
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
    assert not compare.new_topic.isEnabled()


def test_the_dialog_finds_figures_by_words_and_keeps_the_ticked(qtbot, desk: Desk) -> None:
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    assert not dialog.make.isEnabled()
    dialog.name.setText("Payments")
    dialog.terms.setText("Mauritius")
    dialog.look()
    assert dialog.make.isEnabled()
    found = dialog.ticked()
    assert len(found) == dialog.found.count() > 1
    dialog.found.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ticked() == found[1:]
    assert dialog.words == ("Mauritius",)


def test_typing_on_keeps_the_ticks_that_were_taken_away(qtbot, desk: Desk) -> None:
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    dialog.terms.setText("Mauritius")
    dialog.look()
    dialog.found.item(0).setCheckState(Qt.CheckState.Unchecked)
    left_out = set(_ids(dialog)) - set(dialog.ticked())
    dialog.terms.setText("Mauritius, development")
    dialog.look()
    assert left_out
    assert left_out.isdisjoint(dialog.ticked())


def test_what_is_too_much_to_list_is_one_row_and_goes_in_unless_its_tick_is_taken_away(qtbot, desk: Desk) -> None:
    def with_few_rows(name: str, terms: Sequence[str]) -> Proposal:
        found = desk.grouping.propose(name, terms)
        return replace(found, lines=found.lines[:1])

    dialog = TopicDialog(with_few_rows)
    qtbot.addWidget(dialog)
    dialog.terms.setText("Mauritius")
    dialog.look()
    every = desk.grouping.propose("", ["Mauritius"]).claim_ids
    last = dialog.found.item(1)
    assert dialog.found.count() == 2
    assert last.text().startswith(f"and {len(every) - 1} more")
    assert dialog.ticked() == list(every)
    last.setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ticked() == list(every[:1])
    dialog.terms.setText("Mauritius, lease")
    dialog.look()
    assert len(dialog.ticked()) == 1


def test_the_figures_that_a_topic_suggests_itself_for_are_ticked_at_once_and_filed_in_one_act(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    topic = compare.comparison().topic
    desk.importing.pasted("Outlet: Pier News\n\nDeal\n\nThe deal could cost Mauritius £90m a year, and £7m once.")
    compare.refresh(desk.grouping.set_terms(topic.topic_id, TERMS))

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, TopicDialog):
            QTimer.singleShot(20, tick)
            return
        if not dialog.likely.isVisible():
            QTimer.singleShot(20, tick)
            return
        assert dialog.ticked() == []
        assert dialog.likely.text() == "Tick 2 suggested"
        dialog.likely.click()
        assert len(dialog.ticked()) == 2
        assert not dialog.likely.isVisible()
        dialog.accept()

    before = len(compare.comparison().rows)
    QTimer.singleShot(50, tick)
    _press(qtbot, Qt.Key.Key_C)
    assert len(compare.comparison().rows) == before + 2
    assert desk.history.undoable() == "file 2 claims under UK payments"


def test_tick_boxes_have_an_edge_that_is_seen_in_both_schemes(qtbot, desk: Desk) -> None:
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    dialog.terms.setText("Mauritius")
    dialog.look()
    dialog.show()
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        box = dialog.found.visualItemRect(dialog.found.item(1))
        image = dialog.found.viewport().grab(box).toImage()
        edge = tones.current().ctl
        near = [image.pixelColor(x, box.height() // 2) for x in range(24)]
        assert any(abs(one.red() - edge.red()) + abs(one.blue() - edge.blue()) <= 4 for one in near), scheme


def _ids(dialog: TopicDialog) -> list[str]:
    return [dialog.found.item(at).data(Qt.ItemDataRole.UserRole) for at in range(dialog.found.count())]


def test_a_new_topic_is_made_and_shown_by_key(qtbot, compare: CompareScreen, desk: Desk) -> None:
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        dialog.name.setText("Defence")
        dialog.terms.setText("defence")
        dialog.look()
        dialog.accept()

    QTimer.singleShot(50, fill)
    _press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert compare.chooser.currentText() == "Defence"
    assert Verdict.CONFLICT not in dict(compare.comparison().counts)


def test_a_name_that_is_taken_is_refused_in_the_dialog_and_nothing_is_lost(qtbot, compare: CompareScreen) -> None:
    said: list[str] = []

    def first() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        dialog.name.setText("uk payments")
        QTimer.singleShot(50, second)
        dialog.accept()

    def second() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        said.extend(words.plain() for words in dialog.findChildren(Words) if words.isVisible())
        assert dialog.name.text() == "uk payments"
        dialog.reject()

    QTimer.singleShot(50, first)
    compare.new_topic.trigger()
    assert any("already" in words for words in said)
    assert compare.chooser.count() == 1


def test_adding_offers_what_the_topic_does_not_hold_and_adds_only_what_is_ticked(qtbot, compare: CompareScreen) -> None:
    gone = compare.matrix.current_row()
    _press(qtbot, Qt.Key.Key_Delete)
    offered: list[str] = []

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        assert dialog.ticked() == []
        assert not dialog.make.isEnabled()
        offered.extend(_ids(dialog))
        dialog.all.click()
        dialog.accept()

    QTimer.singleShot(50, tick)
    _press(qtbot, Qt.Key.Key_C)
    assert set(offered) == set(gone.claim_ids)
    assert gone.figure in [row.figure for row in compare.comparison().rows]


def test_in_a_small_window_the_explanation_stands_in_for_the_lanes_only_when_asked(
    qtbot, compare: CompareScreen
) -> None:
    compare.resize(904, 508)
    assert not compare.explain.isVisible()
    assert not compare.matrix.isColumnHidden(Column.LANE)
    _press(qtbot, Qt.Key.Key_Return)
    assert compare.explain.isVisible()
    assert compare.matrix.isColumnHidden(Column.LANE)
    _press(qtbot, Qt.Key.Key_Escape)
    assert not compare.explain.isVisible()
    assert not compare.matrix.isColumnHidden(Column.LANE)
    assert QApplication.focusWidget() is compare.matrix


def test_the_picture_is_1440_by_900_and_shows_the_comparison(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    out = tmp_path / "comparison.png"
    program.picture(desk, out, version="1.2.3")
    image = QImage(str(out))
    assert (image.width() / image.devicePixelRatio(), image.height() / image.devicePixelRatio()) == (1440, 900)
    conflict = tones.current().verdict("conflict").ink
    assert any(image.pixelColor(x, y) == conflict for x in range(0, 1440, 2) for y in range(0, 900, 2))


def test_a_picture_that_cannot_be_written_is_said_in_a_sentence(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        program.picture(desk, tmp_path / "missing" / "comparison.png", version="1.2.3")


def _type(words: str) -> None:
    """Fill the dialog that opens next."""

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WordsDialog):
            QTimer.singleShot(20, fill)
            return
        dialog.line.setText(words)
        dialog.accept()

    QTimer.singleShot(50, fill)


def test_a_topic_is_renamed_and_given_other_terms_by_key_and_undo_takes_each_back(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    _type("Treaty money")
    _press(qtbot, Qt.Key.Key_F2)
    assert compare.chooser.currentText() == "Treaty money"
    compare.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is compare.matrix)
    _type("Mauritius, lease")
    _press(qtbot, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert compare.comparison().topic.terms == ("Mauritius", "lease")
    compare.changed.emit(desk.history.undo())
    compare.changed.emit(desk.history.undo())
    assert compare.comparison().topic.name == "UK payments"
    assert compare.comparison().topic.terms == tuple(TERMS)


def test_a_name_that_cannot_be_is_refused_where_it_was_typed(qtbot, compare: CompareScreen) -> None:
    said: list[str] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WordsDialog):
            QTimer.singleShot(20, fill)
            return
        dialog.line.setText(" ")
        dialog.accept()
        said.extend(words.plain() for words in dialog.findChildren(Words) if words.isVisible())
        dialog.reject()

    QTimer.singleShot(50, fill)
    _press(qtbot, Qt.Key.Key_F2)
    assert any("needs a name" in words for words in said)
    assert compare.chooser.currentText() == "UK payments"


def test_a_topic_is_merged_into_another_from_its_menu(qtbot, compare: CompareScreen, desk: Desk) -> None:
    assert not compare.edit.merge.isEnabled()
    figures = {row.figure for row in compare.comparison().rows}
    kind = compare.comparison().topic.kind
    _, lines = desk.grouping.find(["development"], kind)
    other, changes = desk.grouping.add("Development", ["development"], kind, [lines[0].record.claim_id])
    compare.changed.emit(changes)
    assert compare.edit.merge.isEnabled()
    compare.head.more.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (targets,) = (act.menu() for act in menu.actions() if act.menu())
    (target,) = targets.actions()
    assert target.text() == "Development"
    with qtbot.waitSignal(compare.done) as done:
        target.trigger()
    menu.close()
    assert "undo" in done.args[0]
    assert compare.comparison().topic.topic_id == other
    assert figures <= {row.figure for row in compare.comparison().rows}
    compare.changed.emit(desk.history.undo())
    assert sorted(row.topic.name for row in desk.grouping.topics()) == ["Development", "UK payments"]


def test_a_topic_is_removed_and_undo_brings_it_back(qtbot, compare: CompareScreen, desk: Desk) -> None:
    rows = compare.comparison().rows
    with qtbot.waitSignal(compare.done):
        _press(qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert compare.comparison() is None
    assert desk.history.undoable() == "remove the topic UK payments"
    compare.changed.emit(desk.history.undo())
    assert [row.figure for row in compare.comparison().rows] == [row.figure for row in rows]


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
    assert compare.camps.text() == f"{group.label.kind}, {group.label.detail}: {said}"
    model = compare.matrix.matrix()
    at = model.position(group.rows[0].line.record.claim_id)
    assert said in model.index(at, Column.BASIS).data(Qt.ItemDataRole.ToolTipRole)
    assert "camps" in model.detail(group)
