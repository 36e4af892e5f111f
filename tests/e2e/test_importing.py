"""Long imports: stopped in the middle, left in the middle, paused, tried again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.services.articles.importing import FileState
from app.ui.library.import_dock import HEIGHT
from app.ui.look import type as steps
from app.ui.start.cards import RecentRow
from app.ui.widgets.words import Words
from tests.e2e.window_user import WindowUser

MANY = 160


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A folder with more articles than a test can wait for."""
    folder = tmp_path / "many"
    folder.mkdir()
    for nth in range(MANY):
        sums = " ".join(f"Berth {berth} costs £{nth + berth + 1}m a year." for berth in range(12))
        words = f"Title: Berths of harbour {nth}\nDate: 2025-05-{nth % 28 + 1:02}\n\n{sums}\n"
        (folder / f"berths-{nth:03}.txt").write_text(words, encoding="utf-8")
    return folder


@pytest.fixture
def begun(start: Callable[[], WindowUser], tmp_path: Path, many: Path) -> WindowUser:
    """An import of many files, of which the first few are done."""
    user = start()
    user.answers_save(tmp_path / "Berths.counterclaim")
    user.press("Ctrl+N")
    user.drop(user.screen("library"), [many])
    user.until(lambda: user.imported(FileState.ADDED) >= 3, 60_000)
    return user


def _button(user: WindowUser, words: str) -> QAbstractButton:
    """The button of the dock that says these words, once the dock stands."""
    dock = user.screen("library").dock
    user.until(lambda: dock.height() == steps.scaled(HEIGHT))
    buttons = dock.findChildren(QAbstractButton)
    return next(one for one in buttons if one.text() == words and one.isVisible())


def said(widget: QWidget) -> list[str]:
    """The lines of words that are seen in a widget."""
    return [words.plain() for words in widget.findChildren(Words) if words.isVisible()]


def test_cancel_keeps_the_finished_files(begun: WindowUser) -> None:
    begun.click(_button(begun, "Cancel"))
    begun.until_imported()
    done = begun.imported(FileState.ADDED)
    rows = begun.screen("library").list.articles.rows
    assert 3 <= done < MANY
    assert len(rows) == done
    assert begun.desk.library.facets().articles == done
    begun.press("Ctrl+Z")
    assert begun.desk.library.facets().articles == 0
    begun.press("Ctrl+Shift+Z")
    assert begun.desk.library.facets().articles == done


def test_reading_goes_on_while_articles_come_in(begun: WindowUser) -> None:
    library = begun.screen("library")
    begun.until(lambda: bool(library.list.articles.rows))
    begun.press("Ctrl+3")
    review = begun.screen("review")
    begun.press("A")
    assert begun.desk.reviewing.recent()
    assert review.current() is not None
    begun.press("Ctrl+2")
    begun.click(_button(begun, "Cancel"))
    begun.until_imported()


def test_closing_the_window_in_the_middle_loses_nothing(
    begun: WindowUser, start: Callable[[], WindowUser], tmp_path: Path
) -> None:
    done = begun.imported(FileState.ADDED)
    begun.window.close()
    assert sorted(path.name for path in tmp_path.glob("Berths*")) == ["Berths.counterclaim"]
    again = start()
    (recent,) = again.screen("start").findChildren(RecentRow)
    again.click(recent)
    library = again.screen("library")
    # The list is read on a thread where there are many claims, before and after the rest came in.
    again.until(lambda: len(library.list.articles.rows) >= done)
    rows = library.list.articles.rows
    assert len(rows) < MANY
    assert all(row.waiting for row in rows)
    left = MANY - len(rows)
    dock = library.dock
    assert f"{left} of {MANY} files are left" in " ".join(said(dock))
    again.click(_button(again, "Resume"))
    again.until_imported(60_000)
    again.until(lambda: len(library.list.articles.rows) == MANY)
    again.press("Ctrl+Z")
    assert again.desk.library.facets().articles == 0


def test_a_paused_import_can_be_cancelled_and_the_next_one_runs(begun: WindowUser, tmp_path: Path) -> None:
    begun.click(_button(begun, "Pause import"))
    assert begun.screen("library").dock.is_running()
    begun.click(_button(begun, "Cancel"))
    begun.until_imported()
    begun.drop(begun.screen("library"), [tmp_path / "many"])
    assert _button(begun, "Pause import").isVisible()
    begun.until(lambda: begun.imported(FileState.DUPLICATE) >= 3, 60_000)
    begun.click(_button(begun, "Cancel"))
    begun.until_imported()


def test_what_is_left_can_be_discarded(begun: WindowUser, start: Callable[[], WindowUser]) -> None:
    begun.window.close()
    again = start()
    (recent,) = again.screen("start").findChildren(RecentRow)
    again.click(recent)
    again.click(_button(again, "Discard"))
    assert not again.screen("library").dock.isVisible()
    assert again.desk.importing.unfinished() is None
    assert again.desk.library.facets().articles >= 3


def test_the_key_p_pauses_an_import_and_resumes_it(begun: WindowUser) -> None:
    begun.press("P")
    dock = begun.screen("library").dock
    assert "paused; finished files are safe" in said(dock)
    begun.press("P")
    assert "paused; finished files are safe" not in said(dock)
    begun.until(lambda: begun.imported(FileState.ADDED) >= 20, 60_000)
    begun.click(_button(begun, "Cancel"))
    begun.until_imported()


def test_a_failed_file_is_tried_again(harbour: WindowUser, articles: Path) -> None:
    harbour.click(_button(harbour, "Copy list of errors"))
    assert (
        QApplication.clipboard()
        .text()
        .endswith("not a text; nothing was changed. Save the article as PDF, .docx, .odt, HTML or text and add that.")
    )
    (articles / "minutes.rtf").write_text("Title: Minutes\n\nThe quay cost £3m.\n", encoding="utf-8")
    harbour.click(_button(harbour, "Retry 1 failed"))
    harbour.until_imported()
    assert harbour.imported(FileState.ADDED) == 4
    assert harbour.imported(FileState.FAILED) == 0
    assert len(harbour.screen("library").list.articles.rows) == 4
    harbour.press("Ctrl+Z")
    assert harbour.desk.library.facets().articles == 0
