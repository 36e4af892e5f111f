"""The window's tests run without a display, on real projects made through the real services."""

import datetime
import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.desks import desk_on, sample_on

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings  # the platform has to be chosen before Qt is read
from PySide6.QtWidgets import QApplication

from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.ui import faults
from app.ui.claims.screen import ClaimsScreen
from app.ui.look import theme
from app.ui.review.screen import ReviewScreen
from app.ui.window.main_window import MainWindow
from tests.ui import lease_schedule
from tests.ui.shown_screens import shown

TODAY = datetime.date(2026, 2, 1)

ARTICLES = {
    "harbour.txt": (
        "Title: What the lease costs\nOutlet: Harbour Daily\nAuthor: Elin Marsh\nDate: 2025-05-23\n\n"
        "Britain will pay Mauritius £165m a year for the first three years and £120m a year after that.\n\n"
        "A further £45m a year goes to development projects. Officials say 4,000 people work there.\n"
    ),
    "gazette.txt": (
        "Title: A shorter term\nOutlet: Island Gazette\nDate: 2025-01-28\n\n"
        "The minister said the deal could cost nearly £200m a year.\n\n"
        "About 0.2 per cent of the defence budget was mentioned.\n"
    ),
}


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["counterclaim", *theme.STYLE]


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> Iterator[None]:
    """Every test sees the program as people do."""
    if not qapp.property("dressed"):
        theme.apply(qapp)
        qapp.setProperty("dressed", True)
    theme.set_scheme("light")
    yield
    qapp.clipboard().clear()


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def open_desk() -> Callable[[Path], Desk]:
    """How the composition root opens or makes a project."""
    return lambda path: desk_on(path, today=TODAY)


@pytest.fixture
def empty_desk(tmp_path: Path, open_desk: Callable[[Path], Desk]) -> Iterator[Desk]:
    """A project without articles."""
    desk = open_desk(tmp_path / "Untitled project.counterclaim")
    yield desk
    desk.close()


@pytest.fixture
def sample_desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample that the program comes with."""
    with closing(sample_on(tmp_path / "Sample.counterclaim", today=TODAY)) as opened:
        yield opened


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    """Two small articles as files."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


@pytest.fixture
def desk(empty_desk: Desk, articles: list[Path]) -> Desk:
    """A project with two articles and their waiting claims."""
    empty_desk.importing.paths(articles)
    return empty_desk


@pytest.fixture
def review(qtbot, desk: Desk) -> Iterator[ReviewScreen]:
    """The Review screen on that project."""
    yield from shown(qtbot, ReviewScreen(), desk)


@pytest.fixture
def claims(qtbot, desk: Desk) -> Iterator[ClaimsScreen]:
    """The Claims screen on that project."""
    yield from shown(qtbot, ClaimsScreen(), desk)


@pytest.fixture
def lease(desk: Desk) -> str:
    """A topic of figures that a payment schedule reproduces, and of others."""
    return lease_schedule.filed(desk)


@pytest.fixture
def treaty(desk: Desk, lease: str) -> Schedule:
    """The sample's payments, kept with that topic."""
    return lease_schedule.scheduled(desk, lease)


@pytest.fixture
def window(
    qtbot, settings: QSettings, tmp_path: Path, open_desk: Callable[[Path], Desk], articles: list[Path]
) -> Iterator[MainWindow]:
    """The whole window at Start; its sample is the two small articles."""

    def sample() -> Desk:
        desk = open_desk(tmp_path / "Sample.counterclaim")
        desk.importing.paths(articles)
        return desk

    made = MainWindow(open_desk, open_desk, sample, settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    with faults.reported(made.tell):
        yield made
    made.close_desk()


@pytest.fixture
def opened(window: MainWindow) -> MainWindow:
    """The window with its sample open, in the Library."""
    window.acts.sample.trigger()
    window.show_place("library")
    return window
