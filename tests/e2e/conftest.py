"""The whole program without a display: the window as the composition root makes it, real files, keys and the mouse."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app import bootstrap
from app.ui import faults
from app.ui.look import theme
from app.ui.window import program
from app.ui.window.layout import FIRST
from app.ui.window.main_window import MainWindow
from tests.e2e.window_user import WindowUser

COURIER = (
    "Title: What the harbour lease costs\nOutlet: Varne Courier\nAuthor: Elin Marsh\nDate: 2025-05-23\n\n"
    "The council will pay the Varne Harbour Trust £100m a year under the lease, the treasurer Ada Holt said.\n\n"
    "A one-off payment of £40m goes to the Varne lighthouse. About 4,000 people work at the Varne docks.\n"
)
GAZETTE = (
    "---\noutlet: Quay Gazette\npublished: 2025-05-23\n---\n\n# The price of the harbour\n\n"
    "The Varne lease will cost nearly £200m a year, the councillor Ralph Thane said on Friday.\n\n"
    "Rents rose by **4.5 per cent** last year.\n"
)
LEDGER = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Auditor adds it up | Northern Ledger</title>"
    "<meta property='og:site_name' content='Northern Ledger'>"
    "<meta property='article:published_time' content='2025-06-02'></head><body><main><article>"
    "<h1>Auditor adds it up</h1>"
    "<p>Over the whole of the lease the payments to the Varne Harbour Trust come to £3.4bn, an auditor wrote.</p>"
    "<p>The auditor, who has read the lease, said that the council knew of the sum when the lease was signed.</p>"
    "<p>The treasurer said that nobody at the council had hidden anything from the people of Varne.</p>"
    "</article></main><script>document.write('£999m')</script></body></html>"
)
BAD = "minutes.rtf"


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the program makes it."""
    return program.application(bootstrap.VERSION)


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Samples and backups of the program go where the test can see them."""
    monkeypatch.setattr(bootstrap, "data_folder", lambda: tmp_path / "data")


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def start(
    qtbot, qapp: QApplication, settings: QSettings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], WindowUser]]:
    """Starts the program as often as asked, and gives the user at its window."""
    theme.set_scheme("light")
    windows: list[MainWindow] = []
    said = contextlib.ExitStack()

    def begin() -> WindowUser:
        window = MainWindow(bootstrap.open_desk, bootstrap.make_desk, bootstrap.own_sample, settings)
        windows.append(window)
        if not settings.contains("geometry"):
            window.resize(FIRST)  # a screen that is only made up has less room
        said.enter_context(faults.reported(window.tell))
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return WindowUser(qtbot, window, monkeypatch)

    yield begin
    for window in windows:
        # Closing waits for the backup in a loop of its own, in which qtbot's own closing may come to its end.
        if shiboken6.isValid(window):
            window.close()
    said.close()
    qapp.clipboard().clear()
    theme.set_scheme("light")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with three articles of three kinds, and a file that is none."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "courier.txt").write_text(COURIER, encoding="utf-8")
    (folder / "gazette.md").write_text(GAZETTE, encoding="utf-8")
    (folder / "ledger.html").write_text(LEDGER, encoding="utf-8")
    (folder / BAD).write_bytes(b"{\\rtf1\\ansi The quay costs 3m.}")
    return folder


@pytest.fixture
def harbour(start: Callable[[], WindowUser], tmp_path: Path, articles: Path) -> WindowUser:
    """A new project with the articles, made and filled by hand; the bad file is still in the dock."""
    user = start()
    user.answers_save(tmp_path / "Harbour.counterclaim")
    user.press("Ctrl+N")
    user.answers_open(sorted(articles.iterdir()))
    user.press("Ctrl+I")
    user.until_imported()
    return user
