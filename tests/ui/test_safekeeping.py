"""The history panel, backups and what is said when a project cannot be written to, as people meet them."""

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog

from app.comparison.amounts.currency import Rates
from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.errors import UserError
from app.services.desk import Desk
from app.services.project import rescuing
from app.store.project import Project
from app.ui.history.backups_dialog import BackupsDialog
from app.ui.history.journal_dialog import JournalDialog
from app.ui.history.merge_dialog import MergeDialog
from app.ui.window.main_window import MainWindow
from tests.support.damage import spoil_log
from tests.ui.open_dialogs import when_open


@pytest.fixture
def alone(qapp: QApplication) -> QAction:
    """The act of the window that takes one act back, with a key that a person gave it."""
    made = QAction("Undo one act alone…", qapp)
    made.setShortcut("Alt+U")
    return made


@pytest.fixture
def journal(qtbot, desk: Desk, alone: QAction) -> JournalDialog:
    """The panel over an import, an acceptance and a rejection."""
    first, second, *_ = desk.reviewing.queue()
    desk.reviewing.decide([first], State.ACCEPTED)
    desk.reviewing.decide([second], State.REJECTED)
    made = JournalDialog(desk.history, alone)
    qtbot.addWidget(made)
    made.show()
    return made


def heads(journal: JournalDialog) -> list[str]:
    return [line.head.split()[0] for line in journal.view.shown.lines]


def test_acts_are_listed_newest_first_and_narrowed_by_words(qtbot, journal: JournalDialog) -> None:
    assert heads(journal) == ["Reject", "Accept", "Import", "The"]
    qtbot.keyClicks(journal.search, "accept")
    qtbot.waitUntil(lambda: heads(journal) == ["Accept"])


def test_enter_goes_back_to_an_act_and_says_what_changed(qtbot, journal: JournalDialog, desk: Desk) -> None:
    told: list[Changes] = []
    journal.changed.connect(told.append)
    journal.view.setCurrentIndex(journal.view.shown.index(2))
    waiting = desk.reviewing.waiting()
    qtbot.keyClick(journal.view, Qt.Key.Key_Return)
    assert desk.reviewing.waiting() == waiting + 2
    assert len(told) == 1
    assert [line.aside for line in journal.view.shown.lines][:3] == ["undone", "undone", ""]
    journal.view.setCurrentIndex(journal.view.shown.index(0))
    assert journal.jump_button.text() == "Go forward to here"
    journal.jump_button.click()
    assert desk.reviewing.waiting() == waiting


def test_one_act_is_undone_alone_and_a_refusal_is_said(qtbot, journal: JournalDialog, desk: Desk) -> None:
    journal.view.setCurrentIndex(journal.view.shown.index(2))
    journal.alone_button.click()
    assert "came later and builds on it" in journal.problem.plain()
    journal.view.setCurrentIndex(journal.view.shown.index(1))
    journal.alone_button.click()
    assert journal.problem.isHidden()
    assert heads(journal) == ["Take", "Reject", "Accept", "Import", "The"]
    assert journal.view.shown.lines[2].aside == "taken back"


def test_one_act_is_undone_alone_by_its_key(qtbot, journal: JournalDialog) -> None:
    assert journal.alone_button.key() == "Alt+U"
    journal.view.setCurrentIndex(journal.view.shown.index(1))
    qtbot.keyClick(journal.view, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert journal.view.shown.lines[2].aside == "taken back"


def test_what_was_set_aside_is_brought_back(journal: JournalDialog, desk: Desk) -> None:
    desk.history.undo()
    desk.reviewing.decide(desk.reviewing.queue()[3:4], State.ACCEPTED)
    journal.kinds.setCurrentIndex(2)
    journal._read()
    assert heads(journal) == ["Reject"]
    assert journal.alone_button.text() == "Bring back"
    waiting = desk.reviewing.waiting()
    journal.alone_button.click()
    assert desk.reviewing.waiting() == waiting - 1


Opened = Callable[[Path], Desk]


@pytest.fixture
def opened(tmp_path: Path) -> Opened:
    """How a project is opened whose copies go into a folder of the test."""

    def desk_of(path: Path) -> Desk:
        project = rescuing.opened(path) if path.exists() else Project.create(path)
        return Desk.of(project, rates=Rates(), today=lambda: datetime.date(2026, 2, 1), backups=tmp_path / "backups")

    return desk_of


@pytest.fixture
def window(qtbot, opened: Opened, articles: list[Path], tmp_path: Path, settings: QSettings) -> Iterator[MainWindow]:
    """The window on a project with two articles."""
    path = tmp_path / "harbour.counterclaim"
    desk = opened(path)
    desk.importing.paths(articles)
    desk.close()
    made = MainWindow(opened, opened, lambda: opened(path), settings)
    qtbot.addWidget(made)
    made.show()
    made.open_path(path)
    yield made
    made.close()


def copies(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "backups").rglob("*.counterclaim"))


def test_a_copy_is_made_when_it_is_time_and_when_the_project_is_closed(
    qtbot, window: MainWindow, tmp_path: Path
) -> None:
    desk = window._desk
    assert desk is not None
    window.safekeeping.copy_now()
    qtbot.waitUntil(lambda: len(copies(tmp_path)) == 1)
    window.close_desk()
    assert len(copies(tmp_path)) == 1
    window.open_path(desk.project.path)
    again = window._desk
    assert again is not None
    again.reviewing.decide(again.reviewing.queue()[:1], State.ACCEPTED)
    window.close_desk()
    assert len(copies(tmp_path)) == 2


def test_without_a_backup_it_says_how_one_is_made_and_a_key_makes_it(qtbot, window: MainWindow, tmp_path: Path) -> None:
    def make(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        qtbot.waitUntil(dialog.make_button.isEnabled)
        assert dialog.head.plain().startswith("No backup of this project has been made yet. One is made ten minutes")
        assert dialog.head.plain().endswith("N makes one now.")
        assert dialog.make_button.key() == "N"
        assert not dialog.restore_button.isVisible()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
        qtbot.waitUntil(lambda: len(dialog.view.shown.lines) == 1)
        assert dialog.restore_button.isVisible()
        assert dialog.head.plain().startswith("Now: ")
        qtbot.waitUntil(dialog.make_button.isEnabled)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N)
        qtbot.waitUntil(lambda: dialog.note.plain() == "Nothing was done since the last backup.")
        dialog.reject()

    when_open(BackupsDialog, make)
    window.acts.backups.trigger()
    assert len(copies(tmp_path)) == 1


def test_two_clicks_restore_a_copy(qtbot, window: MainWindow, tmp_path: Path) -> None:
    desk = window._desk
    assert desk is not None
    desk.backups.make()
    waiting = desk.reviewing.waiting()
    window.broadcast(desk.reviewing.decide(desk.reviewing.queue()[:2], State.ACCEPTED))

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        qtbot.waitUntil(dialog.restore_button.isEnabled)
        assert [line.aside for line in dialog.view.shown.lines] == ["−2 decisions"]
        dialog.restore_button.click()

    when_open(BackupsDialog, restore)
    window.acts.backups.trigger()
    again = window._desk
    assert again is not None
    assert again is not desk
    assert again.reviewing.waiting() == waiting
    assert len(copies(tmp_path)) == 2


def spoilt(window: MainWindow, tmp_path: Path, kept: float) -> bytes:
    """Close the project and cut its file off; gives what is left."""
    path = tmp_path / "harbour.counterclaim"
    window.close_desk()
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * kept) - 7])
    return path.read_bytes()


def test_a_damaged_project_is_shown_as_far_as_it_can_be_read(qtbot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "harbour.counterclaim"
    left = spoilt(window, tmp_path, 0.99)
    window.open_path(path)
    desk = window._desk
    assert desk is not None
    assert (desk.name, window.top_bar._saved.plain()) == ("harbour", "Read only")
    assert "harbour.counterclaim is damaged and was left as it is" in window.banner.words.plain()
    assert "2 articles" in window.banner.words.plain()
    assert window._recent.paths()[0] == path
    window.show_place("claims")
    with pytest.raises(UserError, match="save what can be read as a new project"):
        desk.reviewing.decide(desk.reviewing.queue()[:1], State.ACCEPTED)
    save, restore = window.banner.offers
    assert (save.text(), restore.text()) == ("Save what can be read as a new project", "Restore a backup…")
    save.click()
    saved = window._desk
    assert saved is not None
    assert saved.name == "harbour (saved)"
    window.broadcast(saved.reviewing.decide(saved.reviewing.queue()[:1], State.ACCEPTED))
    assert window.banner.isHidden()
    assert path.read_bytes() == left


def test_damage_found_in_a_large_project_after_it_is_shown(
    qtbot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.store.file import opening

    path = tmp_path / "harbour.counterclaim"
    window.close_desk()
    monkeypatch.setattr(opening, "AT_ONCE", 1)
    spoil_log(path)
    window.open_path(path)
    desk = window._desk
    assert desk is not None
    qtbot.waitUntil(lambda: "a part of it cannot be read" in window.banner.words.plain())
    waiting = len(desk.reviewing.queue())
    with pytest.raises(UserError, match="save what can be read as a new project"):
        desk.reviewing.decide(desk.reviewing.queue()[:1], State.ACCEPTED)
    save, restore = window.banner.offers
    assert restore.text() == "Restore a backup…"
    save.click()
    saved = window._desk
    assert saved is not None
    assert saved.name == "harbour (saved)"
    assert len(saved.reviewing.queue()) == waiting


def test_a_damaged_project_is_restored_from_the_banner_or_the_menu(
    qtbot, window: MainWindow, opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.services.project import backups

    monkeypatch.setattr(backups, "folder", lambda: tmp_path / "backups")
    path = tmp_path / "harbour.counterclaim"
    assert window._desk is not None
    window._desk.backups.make()

    def restore(dialog: QDialog) -> None:
        assert isinstance(dialog, BackupsDialog)
        qtbot.waitUntil(dialog.restore_button.isEnabled)
        dialog.restore_button.click()

    for kept in (0.99, 0.0002):
        spoilt(window, tmp_path, kept)
        window.open_path(path)
        assert (window._desk is None) == (kept < 0.5)
        when_open(BackupsDialog, restore)
        window.banner.offers[-1].click()
        assert window._desk is not None
        assert not window._desk.project.read_only
        assert window._desk.backups.now().articles == 2
    spoilt(window, tmp_path, 0.99)
    window.open_path(path)
    when_open(BackupsDialog, restore)
    window.acts.backups.trigger()
    assert window._desk is not None
    assert not window._desk.project.read_only


def test_a_conflicting_copy_beside_is_merged_from_the_banner(
    qtbot, window: MainWindow, opened: Opened, tmp_path: Path
) -> None:
    assert window._desk is not None
    copy = tmp_path / "harbour (Ada's conflicted copy 2026-02-14).counterclaim"
    window._desk.backups.save_copy(copy)
    window.close_desk()
    other = opened(copy)
    other.reviewing.decide(other.reviewing.queue()[:1], State.ACCEPTED)
    other.close()
    window.open_path(tmp_path / "harbour.counterclaim")
    (merge,) = window.banner.offers
    assert merge.text() == "Merge…"
    waiting = window._desk.reviewing.waiting()

    def take(dialog: QDialog) -> None:
        assert isinstance(dialog, MergeDialog)
        qtbot.waitUntil(dialog.merge_button.isEnabled)
        dialog.merge_button.click()

    when_open(MergeDialog, take)
    merge.click()
    assert window._desk.reviewing.waiting() == waiting - 1


def test_a_project_that_somebody_else_has_open_says_so(qtbot, window: MainWindow, tmp_path: Path) -> None:
    from app.store.file import lock

    path = tmp_path / "harbour.counterclaim"
    window.close_desk()
    lock.place_of(path).write_text(
        '{"who": "Ada", "host": "quay-2", "pid": 7, "at": "2026-02-14T09:30:00.000000Z"}', encoding="utf-8"
    )
    window.open_path(path)
    assert "Ada works on it on quay-2" in window.banner.words.plain()
    assert window.top_bar._saved.plain() == "Read only"


def test_a_cloud_folder_is_warned_of_once(qtbot, window: MainWindow, opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    path = tmp_path / "Dropbox" / "p.counterclaim"
    opened(path).close()
    window.open_path(path)
    assert "Dropbox" in window.banner.words.plain()
    window.banner.tell("")
    window.open_path(tmp_path / "harbour.counterclaim")
    window.open_path(path)
    assert "Dropbox" not in window.banner.words.plain()
