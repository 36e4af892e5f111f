"""The window as a whole program: shown to a person, or drawn into a picture."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.ui import faults
from app.ui.look import theme
from app.ui.look.icons import application_icon
from app.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    # At run time the services wait until the window has been seen: they bring the store and the extraction.
    from app.services.desk import Desk

PICTURE = QSize(1440, 900)


def application(version: str) -> QApplication:
    """The one application of this process, dressed; `version` is what it says of itself on Start."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication([*sys.argv[:1], *theme.STYLE])
    app.setApplicationName("counterclaim")
    app.setApplicationDisplayName("Counterclaim")
    app.setApplicationVersion(version)
    app.setDesktopFileName("counterclaim")
    app.setWindowIcon(application_icon())
    theme.apply(app)
    return app


def show(
    path: Path | None,
    place: str,
    *,
    version: str,
    open_project: "Callable[[Path], Desk]",
    create_project: "Callable[[Path], Desk]",
    make_sample: "Callable[[], Desk]",
) -> int:
    """Open the window, on a screen of a project or on Start; gives the exit status once it is closed."""
    app = application(version)
    settings = QSettings("counterclaim", "counterclaim")
    window = MainWindow(open_project, create_project, make_sample, settings)
    with faults.reported(window.tell_fault):
        window.show()
        QTimer.singleShot(0, gc.enable)  # it was off while everything was brought in
        if path is not None:
            QTimer.singleShot(0, window, lambda: window.open_path(path, place))
        status = app.exec()
    window.close_desk()
    return status


def picture(desk: "Desk", out: Path, *, version: str) -> None:
    """Draw the Compare screen of a project into a PNG, 1440 by 900."""
    app = application(version)
    from app.ui.compare.screen import CompareScreen

    screen = CompareScreen()
    screen.setAutoFillBackground(True)
    screen.resize(PICTURE)
    screen.set_desk(desk)
    screen.show()
    screen.shown()
    if screen.comparison() is None and not screen.reading.is_idle():
        came = QEventLoop()
        screen.footer_changed.connect(came.quit)
        screen.problem.connect(came.quit)
        came.exec()
    app.processEvents()
    saved = screen.grab().save(str(out))
    # What it would still work out belongs to a project that its caller may close at once.
    screen.set_desk(None)
    screen.deleteLater()
    app.processEvents()
    if not saved:
        raise UserError(
            f"The picture could not be written to {out}; the CSV files are there. Choose another folder.",
            reason="unwritable",
        )
