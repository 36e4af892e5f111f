"""Topics made, added to, renamed, merged and removed from the Compare screen, by key."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.figure import Kind
from app.domain.verdict import Verdict
from app.services.desk import Desk
from app.services.topics.proposals import Proposal
from app.ui.compare.screen import CompareScreen
from app.ui.compare.tick_list import is_ticked
from app.ui.compare.topic_dialog import TopicDialog, make_topic
from app.ui.look import theme, tones
from app.ui.palette.palette import Palette
from app.ui.palette.topics import IN_A_MENU
from app.ui.widgets.words import Words
from app.ui.widgets.words_dialog import WordsDialog
from tests.ui.open_dialogs import when_open
from tests.ui.shown_screens import press, shown
from tests.ui.treaty_topic import TERMS, filed


@pytest.fixture
def topic_id(desk: Desk) -> str:
    return filed(desk)


@pytest.fixture
def compare(qtbot, desk: Desk, topic_id: str) -> Iterator[CompareScreen]:
    yield from shown(qtbot, CompareScreen(), desk)


def test_the_dialog_finds_figures_by_words_and_keeps_the_ticked(qtbot, desk: Desk) -> None:
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    assert not dialog.make.isEnabled()
    dialog.name.setText("Payments")
    dialog.terms.setText("Mauritius")
    dialog.look()
    assert dialog.make.isEnabled()
    found = dialog.ticked()
    assert len(found) > 1
    dialog.found.lines()[_ids(dialog).index(found[0])].setCheckState(Qt.CheckState.Unchecked)
    assert dialog.ticked() == found[1:]
    assert dialog.words == ("Mauritius",)


def test_figures_whose_own_sentence_has_a_typed_word_are_ticked_and_how_many_is_said(qtbot, desk: Desk) -> None:
    desk.importing.pasted("Title: The tunnel\n\nThe tunnel costs £7m. The old quay cost £2m to run.")
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    dialog.name.setText("Tunnel")
    dialog.terms.setText("tunnels")
    dialog.look()
    shown = {item.text().partition(" ")[0]: item for item in dialog.found.lines()}
    assert {words: is_ticked(item) for words, item in shown.items()} == {"£7m": True, "£2m": False}
    assert dialog._count.plain() == "2 figures stand near these words. 1 ticked."
    dialog.all.click()
    assert dialog._count.plain() == "2 figures stand near these words. 2 ticked."
    shown["£7m"].setCheckState(Qt.CheckState.Unchecked)
    dialog.terms.setText("tunnel")
    dialog.look()
    assert [item.text()[:3] for item in dialog.found.lines() if is_ticked(item)] == ["£2m"]


def test_the_title_of_an_article_without_an_outlet_leaves_the_quote_its_room(qtbot, desk: Desk) -> None:
    desk.importing.pasted("Title: All that the tunnel under the harbour has cost\n\nThe tunnel costs £7m.")
    dialog = TopicDialog(desk.grouping.propose)
    qtbot.addWidget(dialog)
    dialog.terms.setText("tunnel")
    dialog.look()
    (row,) = dialog.found.lines()
    assert row.text() == "£7m   ·   All that the tunnel under the…   ·   The tunnel costs £7m."
    assert "has cost" in str(row.data(Qt.ItemDataRole.AccessibleTextRole))


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
    def with_few_rows(name: str, terms: Sequence[str], kind: Kind | None) -> Proposal:
        found = desk.grouping.propose(name, terms, kind)
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
    press(qtbot, Qt.Key.Key_C)
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
    press(qtbot, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
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
    compare.filing.new_topic.trigger()
    assert any("already" in words for words in said)
    assert compare.chooser.count() == 1


def test_adding_offers_what_the_topic_does_not_hold_and_adds_only_what_is_ticked(qtbot, compare: CompareScreen) -> None:
    gone = compare.matrix.current_row()
    press(qtbot, Qt.Key.Key_Delete)
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
    press(qtbot, Qt.Key.Key_C)
    assert set(offered) == set(gone.claim_ids)
    assert gone.figure in [row.figure for row in compare.comparison().rows]


def test_the_kind_is_proposed_by_what_is_typed_and_changed_by_key(qtbot, compare: CompareScreen, desk: Desk) -> None:
    desk.importing.pasted(
        "Outlet: Pier News\n\nThe weir\n\nThe weir costs £7m. The weir moves 40 families and 9 farms."
    )
    kinds: list[Kind] = []

    def choose(dialog: TopicDialog) -> None:
        dialog.terms.setText("weir")
        dialog.look()
        kinds.append(dialog.kind)
        dialog.name.setText("What the weir costs")
        dialog.look()
        kinds.append(dialog.kind)
        assert dialog.kinds.accessibleName() == "Kind of figure"
        assert dialog.kinds.currentText() == "money, 1 found"
        qtbot.keyClick(dialog, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget() is dialog.kinds
        qtbot.keyClicks(dialog.kinds, "q")
        qtbot.waitUntil(lambda: len(dialog.ticked()) == 2)
        dialog.name.setText("The weir and what it costs")
        dialog.look()
        kinds.append(dialog.kind)
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Return)

    when_open(TopicDialog, choose)
    compare.filing.new_topic.trigger()
    assert kinds == [Kind.QUANTITY, Kind.MONEY, Kind.QUANTITY]
    assert compare.comparison().topic.kind is Kind.QUANTITY
    assert {row.line.record.claim.figure.kind for row in compare.comparison().rows} == {Kind.QUANTITY}


def test_without_a_tick_the_button_says_that_the_topic_is_empty_and_what_becomes_of_its_kind(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    said: list[str] = []

    def make(dialog: TopicDialog) -> None:
        dialog.name.setText("Volcano")
        dialog.look()
        said.extend((dialog.make.text(), dialog._count.plain()))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_open(TopicDialog, make)
    compare.filing.new_topic.trigger()
    assert said[0] == "Make an empty topic"
    assert said[1].endswith("An empty topic takes the kind of its first figure.")

    def add(dialog: TopicDialog) -> None:
        assert dialog.kinds.isEnabled()
        dialog.terms.setText("defence")
        dialog.look()
        dialog.all.click()
        assert dialog.ticked()
        dialog.accept()

    when_open(TopicDialog, add)
    compare.filing.add_figures.trigger()
    topic = compare.comparison().topic
    assert (topic.name, topic.kind) == ("Volcano", Kind.PERCENTAGE)

    def look(dialog: TopicDialog) -> None:
        assert not dialog.kinds.isEnabled()
        assert dialog.kind is Kind.PERCENTAGE
        assert dialog.kinds.currentText() == "percentage"
        dialog.reject()

    when_open(TopicDialog, look)
    compare.filing.add_figures.trigger()


def test_a_topic_with_too_few_figures_says_what_to_do_next_and_its_key(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    assert not compare.strip.add.isVisible()
    topic_id, changes = desk.grouping.add("Volcano", ["minister"], Kind.MONEY, [])
    compare.changed.emit(changes)
    compare.reveal(topic_id)
    assert compare.strip.add.isVisible()
    assert (compare.strip.add.text(), compare.strip.add.key()) == ("Add figures", "C")

    def add(dialog: TopicDialog) -> None:
        dialog.all.click()
        dialog.accept()

    when_open(TopicDialog, add)
    qtbot.mouseClick(compare.strip.add, Qt.MouseButton.LeftButton)
    assert len(compare.comparison().rows) == 1
    assert compare.strip.add.isVisible()


def test_a_topic_for_a_figure_in_hand_compares_its_kind(qtbot, compare: CompareScreen, desk: Desk) -> None:
    _, (share, *_) = desk.grouping.find(["defence"])

    def make(dialog: TopicDialog) -> None:
        dialog.name.setText("Mauritius")
        dialog.look()
        assert dialog.kind is Kind.PERCENTAGE
        for item in dialog.found.lines():
            item.setCheckState(Qt.CheckState.Unchecked)
        assert dialog.make.text() == "Make the topic"
        dialog.accept()

    when_open(TopicDialog, make)
    made = make_topic(desk, compare, also=[share.record.claim_id])
    assert made is not None
    assert [row.topic.kind for row in desk.grouping.topics() if row.topic.topic_id == made[0]] == [Kind.PERCENTAGE]


def test_the_kind_of_a_topic_is_changed_by_key_and_undo_takes_it_back(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    def choose(menu: QMenu) -> None:
        assert [act.text() for act in menu.actions() if act.isChecked()] == ["money"]
        assert menu.activeAction().text() == "money"
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    rows = compare.comparison().rows
    when_open(QMenu, choose)
    with qtbot.waitSignal(compare.done) as done:
        press(qtbot, Qt.Key.Key_F2, Qt.KeyboardModifier.ControlModifier)
    assert done.args[0] == "UK payments compares figures of the kind percentage; undo takes that back"
    assert compare.comparison().topic.kind is Kind.PERCENTAGE
    assert len(compare.comparison().rows) == len(rows)
    compare.changed.emit(desk.history.undo())
    assert compare.comparison().topic.kind is Kind.MONEY


def test_ticking_what_is_suggested_leaves_the_keyboard_among_the_figures(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    topic = compare.comparison().topic
    desk.importing.pasted("Outlet: Pier News\n\nDeal\n\nThe deal could cost Mauritius £90m a year, and £7m once.")
    compare.refresh(desk.grouping.set_terms(topic.topic_id, TERMS))

    def tick(dialog: TopicDialog) -> None:
        qtbot.waitUntil(dialog.likely.isVisible)
        assert (dialog.likely.key(), dialog.all.key()) == ("Alt+S", "Alt+A")
        dialog.likely.setFocus()
        qtbot.keyClick(dialog.likely, Qt.Key.Key_Space)
        assert len(dialog.ticked()) == 2
        assert QApplication.focusWidget() is dialog.found
        qtbot.keyClick(dialog.found, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
        assert dialog.ticked() == []
        qtbot.keyClick(dialog.found, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        assert len(dialog.ticked()) == 2
        dialog.reject()

    when_open(TopicDialog, tick)
    press(qtbot, Qt.Key.Key_C)


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
    press(qtbot, Qt.Key.Key_F2)
    assert compare.chooser.currentText() == "Treaty money"
    compare.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is compare.matrix)
    _type("Mauritius, lease")
    press(qtbot, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
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
    press(qtbot, Qt.Key.Key_F2)
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
        press(qtbot, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert compare.comparison() is None
    assert desk.history.undoable() == "remove the topic UK payments"
    compare.changed.emit(desk.history.undo())
    assert [row.figure for row in compare.comparison().rows] == [row.figure for row in rows]


def test_with_many_topics_another_is_searched_for_where_a_list_would_be_too_long(
    qtbot, compare: CompareScreen, desk: Desk
) -> None:
    for number in range(IN_A_MENU + 1):
        topic_id, changes = desk.grouping.add(f"Harbour {number}", [f"pier{number}"], Kind.MONEY, [])
        compare.changed.emit(changes)
    asked: list[str] = []

    def find() -> None:
        palette = QApplication.activeModalWidget()
        if not (isinstance(palette, Palette) and palette.isActiveWindow()):
            QTimer.singleShot(20, find)
            return
        asked.append(palette.windowTitle())
        qtbot.keyClicks(palette.field, "harb 17")
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)

    QTimer.singleShot(50, find)
    compare.chooser.showPopup()
    topic = compare.chooser.topic()
    assert topic is not None
    assert topic.name == "Harbour 17"
    compare.reveal(topic_id)
    QTimer.singleShot(50, find)
    compare.edit.merge.trigger()
    assert asked == ["Compare which topic?", "Merge into which topic?"]
    names = [row.topic.name for row in desk.grouping.topics()]
    assert "Harbour 17" in names
    assert f"Harbour {IN_A_MENU}" not in names
