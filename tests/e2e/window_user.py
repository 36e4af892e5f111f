"""What a person does at the window: press keys, type, click; and what they can read there."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFileDialog, QWidget

from app.services.articles.importing import FileState
from app.ui.reader.article_view import ArticleView
from app.ui.window.main_window import MainWindow

_PATIENCE = 6_000


class WindowUser:
    """Keys go to whatever has the keyboard, as they would from a real one."""

    def __init__(self, qtbot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.window, self._patch = qtbot, window, monkeypatch

    # Acting

    def press(self, *keys: str) -> None:
        """Press keys one after another, each as it is printed ("J", "Ctrl+Shift+Z")."""
        for one in keys:
            combination = QKeySequence(one.replace("Escape", "Esc"))[0]
            self.qtbot.keyClick(self._keyboard(), combination.key(), combination.keyboardModifiers())

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        self.qtbot.keyClicks(self._keyboard(), words)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Press the left button over the middle of a widget, or at a point of it."""
        where = at or widget.rect().center()
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where)

    def click_row(self, view: QAbstractItemView, words: str) -> None:
        """Click the row of a list that says these words."""
        self.click(view.viewport(), view.visualRect(row_of(view, words)).center())

    def drop(self, over: QWidget, paths: Sequence[Path]) -> None:
        """Hold files over the middle of a widget, and let go of them there."""
        held = QMimeData()
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, no = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        at = over.rect().center()
        QApplication.sendEvent(over, QDragEnterEvent(at, copy, held, left, no))
        QApplication.sendEvent(over, QDropEvent(QPointF(at), copy, held, left, no))

    def _keyboard(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.window

    def answers_save(self, path: Path) -> None:
        """The next questions where to save are answered with this file."""
        self._patch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))

    def answers_open(self, paths: Sequence[Path]) -> None:
        """The next questions which file to open are answered with these."""
        self._patch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(paths[0]), ""))
        self._patch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths], ""))

    @contextlib.contextmanager
    def in_dialog(self, act: Callable[[QWidget], None]) -> Iterator[None]:
        """Do this in the dialog that what is done inside opens; it has to be closed there."""
        with _meanwhile(QApplication.activeModalWidget, act):
            yield
        self.come_back()

    def come_back(self) -> None:
        """Give the window the keyboard again, as every desktop but the offscreen one does when a dialog closes."""
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    @contextlib.contextmanager
    def in_menu(self, act: Callable[[], None]) -> Iterator[None]:
        """Do this in the menu that what is done inside opens; it has to be closed there."""
        with _meanwhile(QApplication.activePopupWidget, lambda _: act()):
            yield

    # Reading

    def screen(self, place: str):
        """The screen of a place, whether it shows or not."""
        return self.window.places.screen_at(place)

    @property
    def desk(self):
        """The open project."""
        desk = self.window._desk
        assert desk is not None
        return desk

    def view(self) -> ArticleView:
        """The article in the library."""
        return self.screen("library").reader.view

    def ringed_words(self) -> str:
        """The words in the article that have the ring around them."""
        view = self.view()
        mark = view._mark(view.selected())
        assert mark is not None, "nothing has the ring"
        cursor = QTextCursor(view.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def until(self, true: Callable[[], bool], patience: int = _PATIENCE) -> None:
        """Wait until this is so, so many milliseconds at most."""
        self.qtbot.waitUntil(true, timeout=patience)

    def soon(self, true: Callable[[], bool]) -> bool:
        """Whether this becomes so before a person loses patience; for an assertion."""
        with contextlib.suppress(TimeoutError):
            self.until(true)
        return true()

    def until_imported(self, patience: int = 10 * _PATIENCE) -> None:
        """Wait until no import runs: nobody promises how long one takes."""
        dock = self.screen("library").dock
        self.until(lambda: not dock.is_running(), patience)

    def imported(self, *states: FileState) -> int:
        """How many files of the import ended in one of these states."""
        return self.screen("library").dock.files.count(*states)


@contextlib.contextmanager
def _meanwhile(shown: Callable[[], QWidget | None], act: Callable[[QWidget], None]) -> Iterator[None]:
    """Act on a widget that runs a loop of its own, as soon as it is there."""
    failures: list[BaseException] = []
    came: list[QWidget] = []

    def step() -> None:
        widget = shown()
        # A dialog has the keyboard only once its window is active; a menu takes it at once.
        if widget is None or not (widget.isActiveWindow() or widget is QApplication.activePopupWidget()):
            return
        watch.stop()
        came.append(widget)
        try:
            act(widget)
        except BaseException as failure:  # noqa: BLE001 - it is raised again outside the widget's own loop
            failures.append(failure)
            widget.close()

    watch = QTimer()
    watch.setInterval(5)
    watch.timeout.connect(step)
    watch.start()
    yield
    watch.stop()
    if failures:
        raise failures[0]
    assert came, "nothing opened"


def row_of(view: QAbstractItemView, words: str) -> QModelIndex:
    """The row of a list that says these words."""
    model = view.model()
    said = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    at = next((row for row, one in enumerate(said) if words in one), None)
    assert at is not None, f"{words!r} is not among {said}"
    view.scrollTo(model.index(at, 0))
    return model.index(at, 0)


def cells(view: QAbstractItemView, column: int) -> list[str]:
    """What a column of a table says, from top to bottom."""
    model = view.model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]
