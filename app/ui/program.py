"""The window as a whole program: shown to a person, or drawn into a picture."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.errors import UserError
from app.services.desk import Desk
from app.ui.look import fonts, theme
from app.ui.main_window import MainWindow

PICTURE = QSize(1440, 900)


def application() -> QApplication:
    """The one application of this process, dressed."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    app = QApplication(sys.argv[:1])
    app.setApplicationName("counterclaim")
    app.setApplicationDisplayName("Counterclaim")
    app.setDesktopFileName("counterclaim")
    theme.apply(app)
    return app


def show(
    path: Path | None,
    *,
    open_project: Callable[[Path], Desk],
    create_project: Callable[[Path], Desk],
    make_sample: Callable[[], Desk],
) -> int:
    """Open the window, on a project or on Start; gives the exit status once it is closed."""
    app = application()
    settings = QSettings("counterclaim", "counterclaim")
    window = MainWindow(open_project, create_project, make_sample, settings)
    window.show()
    if path is not None:
        QTimer.singleShot(0, lambda: _open(window, open_project, path))
    status = app.exec()
    window.close_desk()
    return status


def _open(window: MainWindow, open_project: Callable[[Path], Desk], path: Path) -> None:
    try:
        window.show_desk(open_project(path))
    except UserError as error:
        window.tell(str(error))


def picture(desk: Desk, out: Path) -> None:
    """Draw the Compare screen of a project into a PNG, 1440 by 900."""
    app = application()
    fonts.load_serif()
    from app.ui.compare.screen import CompareScreen

    screen = CompareScreen()
    screen.setAutoFillBackground(True)
    screen.resize(PICTURE)
    screen.set_desk(desk)
    screen.show()
    screen.shown()
    app.processEvents()
    saved = screen.grab().save(str(out))
    screen.deleteLater()
    app.processEvents()
    if not saved:
        raise UserError(
            f"The picture could not be written to {out}; the CSV files are there. Choose another folder.",
            reason="unwritable",
        )
