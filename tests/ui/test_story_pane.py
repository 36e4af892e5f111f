"""Origin and versions in the library: said, joined, split, compared, all by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.changes import Changes
from app.domain.listing import ArticleFilter
from app.domain.version import Fate
from app.services.desk import Desk
from app.ui.library.join_dialog import JoinDialog
from app.ui.library.screen import LibraryScreen
from app.ui.reader.versions_model import NEW, OLD
from app.ui.reader.versions_view import VersionsView
from app.ui.widgets.words import Words
from tests.ui.shown_screens import shown

WIRE = (
    "The pier on Gull Rock will cost £40m to mend, the harbour master said on Friday after divers had been down to the "
    "piles twice. The council has set aside £12m and hopes that the ferry company will find the rest."
)


def bring(desk: Desk, outlet: str, text: str, date: str, title: str = "The pier") -> str:
    (file,) = desk.importing.pasted(f"Title: {title}\nOutlet: {outlet}\nDate: {date}\n\n{text}").files
    assert file.article_id is not None
    return file.article_id


@pytest.fixture
def pier(empty_desk: Desk) -> Desk:
    """A wire story with a copy, a report of two versions, and one of another matter."""
    bring(empty_desk, "Gull Wire", WIRE, "2025-05-12")
    bring(empty_desk, "Evening Mail", f"{WIRE} So it is.", "2025-05-13")
    bring(empty_desk, "Skerry Post", "A lamp costs £2m. The bell was sold for £9m.", "2025-05-14", "The lamp")
    bring(empty_desk, "Skerry Post", "A lamp costs £3m. The bell was sold for £9m.", "2025-05-15", "The lamp")
    return empty_desk


@pytest.fixture
def library(qtbot: QtBot, pier: Desk) -> Iterator[LibraryScreen]:
    yield from shown(qtbot, LibraryScreen(), pier)


def read(library: LibraryScreen, outlet: str) -> None:
    """Make the article of an outlet current."""
    row = next(row for row in library.list.articles.rows if row.outlet == outlet)
    library.list.go_to(row.article_id)


def said(library: LibraryScreen) -> str:
    """Everything that stands below the list, in the order of reading."""
    pane = library.story.pane
    words = [part.plain() if isinstance(part, Words) else part.text() for part in pane.findChildren(QLabel)]
    return "\n".join([*words, *(button.text() for button in pane.findChildren(QPushButton))])


def press(
    qtbot: QtBot, library: LibraryScreen, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    library.activateWindow()
    library.list.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is library.list)
    qtbot.keyClick(library.list, key, modifier)


def test_the_story_of_the_current_article_is_said_below_the_list(library: LibraryScreen) -> None:
    read(library, "Evening Mail")
    told = said(library)
    assert "One story, first in Gull Wire, 12 May 2025" in told
    assert "the same words" in told
    assert "Split off" in told
    read(library, "Skerry Post")
    told = said(library)
    assert "Report of its own, Skerry Post, 14 May 2025" in told
    assert "Version 2" in told
    assert "Compare versions" in told
    assert "Split off" not in told


def test_an_article_is_split_off_by_key_and_its_row_says_so(qtbot: QtBot, library: LibraryScreen, pier: Desk) -> None:
    read(library, "Evening Mail")
    press(qtbot, library, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    assert pier.library.facets().origins == 3
    told = said(library)
    assert "Report of its own, Evening Mail, 13 May 2025" in told
    assert "Shares passages with" in told
    assert "split by you" in told
    assert not library.story.split_act.isEnabled()
    rows = library.list.articles
    assert all(rows.origin_words(row) == "" for row in rows.rows)


def test_articles_are_joined_by_ticking_them(qtbot: QtBot, library: LibraryScreen, pier: Desk) -> None:
    read(library, "Skerry Post")
    story = pier.origins.of(library.reader.article_id() or "")
    dialog = JoinDialog(story, lambda words: pier.library.listed(ArticleFilter(words=words)), pier.origins.join)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.count() == 2
    dialog.search.setText("Evening")
    assert dialog.list.count() == 1
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.search.setText("")
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.joined is not None
    library.changed.emit(dialog.joined)
    assert pier.library.facets().origins == 1
    assert "joined by you" in said(library)


def test_a_join_that_cannot_be_stays_open_and_says_why(qtbot: QtBot, library: LibraryScreen, pier: Desk) -> None:
    wire, mail, lamp = (
        next(row.article_id for row in library.list.articles.rows if row.outlet == outlet)
        for outlet in ("Gull Wire", "Evening Mail", "Skerry Post")
    )
    pier.origins.split(mail)
    pier.origins.join([mail, lamp])
    story = pier.origins.of(wire)
    dialog = JoinDialog(story, lambda words: pier.library.listed(ArticleFilter(words=words)), pier.origins.join)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.search.setText("lamp")
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    dialog.save.click()
    assert dialog.joined is None
    assert dialog.isVisible()
    assert any("split by you" in part.plain() for part in dialog.findChildren(Words))


def test_versions_are_compared_and_a_figure_opens_in_its_version(qtbot: QtBot, library: LibraryScreen) -> None:
    read(library, "Skerry Post")
    press(qtbot, library, Qt.Key.Key_V)
    dialog = library.story.compared
    assert dialog is not None
    view = dialog.view
    assert dialog.counts.plain() == "Version 1 to version 2: 1 changed, 1 unchanged"
    changed = view.versions.passages[0]
    assert changed.fate is Fate.CHANGED
    assert [view.versions.index(0, column).data() for column in (0, OLD, NEW)] == ["Changed", "£2m", "£3m"]
    view.setCurrentIndex(view.versions.index(0, OLD))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert changed.old is not None
    assert library.reader.article_id() == changed.old.article_id
    assert library.reader.view.selected() == changed.old.claim_id
    view.setCurrentIndex(view.versions.index(0, NEW))
    view.clicked.emit(view.currentIndex())
    assert changed.new is not None
    assert library.reader.article_id() == changed.new.article_id
    dialog.differing.click()
    assert [passage.fate for passage in view.versions.passages] == [Fate.CHANGED]
    dialog.close()
    assert library.story.compared is None


def test_every_cell_of_the_versions_says_its_words_aloud(qtbot: QtBot, library: LibraryScreen) -> None:
    read(library, "Skerry Post")
    library.story.compare()
    dialog = library.story.compared
    assert dialog is not None
    view: VersionsView = dialog.view
    aloud = view.versions.index(0, NEW).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "£3m: A lamp costs £3m."
    assert view.accessibleName()
    dialog.close()


def test_of_three_versions_any_two_can_be_compared(library: LibraryScreen, pier: Desk) -> None:
    bring(pier, "Skerry Post", "A lamp costs £5m. The bell was sold for £8m.", "2025-05-16", "The lamp")
    library.refresh(Changes(articles=frozenset({"art_any"})))
    read(library, "Skerry Post")
    library.story.compare()
    dialog = library.story.compared
    assert dialog is not None
    assert dialog.counts.plain().startswith("Version 2 to version 3: 2 changed")
    dialog.old.setCurrentIndex(0)
    assert dialog.counts.plain().startswith("Version 1 to version 3: 2 changed")
    assert dialog.old.isVisible()
    dialog.new.setCurrentIndex(1)
    assert dialog.counts.plain() == "Version 1 to version 2: 1 changed, 1 unchanged"
    dialog.close()


def test_the_current_article_stays_in_view_whatever_is_said_below_it(qtbot: QtBot, library: LibraryScreen) -> None:
    library.resize(1200, 420)
    for outlet in ("Evening Mail", "Skerry Post", "Gull Wire"):
        read(library, outlet)
        qtbot.wait(20)
        row = library.list.visualRect(library.list.currentIndex())
        assert library.list.viewport().rect().contains(row.center())


def test_an_older_version_says_that_it_is_superseded(library: LibraryScreen, pier: Desk) -> None:
    read(library, "Skerry Post")
    versions = pier.versions.of(library.reader.article_id() or "")
    library.story.pane.opened.emit(versions[0].article_id)
    assert library.reader.article_id() == versions[0].article_id
    assert library.reader._byline.version.text() == "Version 1 of 2, superseded"


def test_what_is_open_of_a_project_closes_with_it(library: LibraryScreen) -> None:
    read(library, "Skerry Post")
    library.story.compare()
    library.set_desk(None)
    assert library.story.compared is None
    assert not library.story.pane.isVisible()
