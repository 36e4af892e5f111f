"""Projects as a person meets them: the sample, one opened again, one that cannot be opened."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.domain.claim import State
from app.domain.verdict import Verdict
from app.store import connecting
from app.ui.compare.model import Column
from app.ui.start.cards import RecentRow
from tests.e2e.window_user import WindowUser, cells

Start = Callable[[], WindowUser]


def _files(folder: Path, name: str) -> list[str]:
    return sorted(path.name for path in folder.glob(f"{name}*"))


def test_enter_on_start_shows_the_samples_conflict(start: Start, tmp_path: Path) -> None:
    user = start()
    user.press("Return")
    assert user.window.place() == "compare"
    compare = user.screen("compare")
    assert QApplication.focusWidget() is compare.matrix
    assert compare.comparison().headline.verdict is Verdict.CONFLICT
    assert "about twice" in compare.strip.text()
    assert any(words.startswith("Conflict") for words in cells(compare.matrix, Column.VERDICT))
    assert user.window.windowTitle().startswith("Chagos payments")
    user.window.close()
    (sample,) = (tmp_path / "data" / "samples").iterdir()
    assert sample.suffix == ".counterclaim"


def test_decisions_are_there_when_the_project_is_opened_again(
    harbour: WindowUser, start: Start, tmp_path: Path
) -> None:
    harbour.click_row(harbour.screen("library").list, "What the harbour lease costs")
    harbour.press("J", "A", "X")
    waiting = harbour.window.top_bar.waiting.text()
    harbour.window.close()
    assert _files(tmp_path, "Harbour") == ["Harbour.counterclaim"]

    again = start()
    (recent,) = again.screen("start").findChildren(RecentRow)
    again.click(recent)
    assert again.window.place() == "library"
    assert again.window.top_bar.waiting.text() == waiting
    states = [line.record.state for line in again.desk.claims.lines(_all(again))]
    assert (states.count(State.ACCEPTED), states.count(State.REJECTED)) == (1, 1)
    again.press("Ctrl+Z", "Ctrl+Z")
    assert {line.record.state for line in again.desk.claims.lines(_all(again))} == {State.WAITING}
    again.press("Ctrl+Shift+Z")
    states = [line.record.state for line in again.desk.claims.lines(_all(again))]
    assert (states.count(State.ACCEPTED), states.count(State.REJECTED)) == (1, 0)
    again.window.close()
    assert _files(tmp_path, "Harbour") == ["Harbour.counterclaim"]


def _all(user: WindowUser) -> list[str]:
    rows = user.screen("library").list.articles.rows
    return [record.claim_id for row in rows for record in user.desk.library.claims(row.article_id)]


def test_the_project_that_is_open_can_be_opened_once_more(harbour: WindowUser, tmp_path: Path) -> None:
    harbour.answers_open([tmp_path / "Harbour.counterclaim"])
    harbour.press("Ctrl+O")
    assert not harbour.window.banner.isVisible()
    assert len(harbour.screen("library").list.articles.rows) == 3
    harbour.click_row(harbour.screen("library").list, "The price of the harbour")
    harbour.press("J", "A")
    harbour.window.close()
    assert _files(tmp_path, "Harbour") == ["Harbour.counterclaim"]


def _broken(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20000])


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE project SET needs = '7.1.0'")
        other.execute("PRAGMA user_version = 99")
        other.commit()


def _text(path: Path) -> None:
    path.write_text("A text about harbours.\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (_broken, "Other.counterclaim is damaged and nothing of it can be read any more"),
        (_newer, "install version 7.1.0 or later"),
        (_text, "Other.counterclaim is not a Counterclaim project"),
        (Path.unlink, "There is no project Other.counterclaim"),
    ],
)
def test_a_project_that_cannot_be_opened_is_said_and_the_other_stays(
    harbour: WindowUser, tmp_path: Path, spoil: Callable[[Path], None], sentence: str
) -> None:
    other = tmp_path / "Other.counterclaim"
    harbour.answers_save(other)
    harbour.press("Ctrl+N")
    harbour.answers_open([tmp_path / "Harbour.counterclaim"])
    harbour.press("Ctrl+O")
    spoil(other)
    harbour.answers_open([other])
    harbour.press("Ctrl+O")
    banner = harbour.window.banner
    assert banner.isVisible()
    assert sentence in banner.words.plain()
    assert harbour.window.windowTitle().startswith("Harbour")
    harbour.click_row(harbour.screen("library").list, "The price of the harbour")
    harbour.press("J", "A")
    assert harbour.window.acts.undo.text().startswith("Undo accept")
    *offers, close = sorted(banner.findChildren(QAbstractButton), key=lambda button: button.x())
    assert [button.text() for button in offers] == (["Restore a backup…"] if spoil is _broken else [])
    harbour.click(close)
    assert not banner.isVisible()


def test_a_project_that_is_gone_is_listed_until_it_is_asked_for(
    harbour: WindowUser, start: Start, tmp_path: Path
) -> None:
    harbour.window.close()
    (tmp_path / "Harbour.counterclaim").unlink()
    user = start()
    (recent,) = user.screen("start").findChildren(RecentRow)
    user.click(recent)
    assert "There is no project Harbour.counterclaim" in user.window.banner.words.plain()
    assert not any(row.isVisible() for row in user.screen("start").findChildren(RecentRow))
    assert QApplication.focusWidget() is user.screen("start").sample
    user.window.close()
    assert not start().screen("start").findChildren(RecentRow)


def test_a_project_that_another_program_holds_is_said(
    harbour: WindowUser, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "Harbour.counterclaim"
    harbour.window.close()
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.1)
    user = start()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        user.answers_open([path])
        user.press("Ctrl+O")
        assert "Harbour.counterclaim" in user.window.banner.words.plain()
        assert user.window.place() == "start"
        other.execute("ROLLBACK")
    user.press("Ctrl+O")
    assert user.window.place() == "library"
    assert not user.window.banner.isVisible()


def test_a_project_closed_with_ctrl_w_leaves_start(harbour: WindowUser, tmp_path: Path) -> None:
    harbour.press("Ctrl+W")
    assert harbour.window.place() == "start"
    assert _files(tmp_path, "Harbour") == ["Harbour.counterclaim"]
    harbour.press("Ctrl+2")
    assert harbour.window.place() == "start"
