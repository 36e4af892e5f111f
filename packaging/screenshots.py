"""Draws every screen on the sample project, to be looked at: light and dark, in three sizes, at 100 and 200 %.

.venv/bin/python packaging/screenshots.py OUT

The files are OUT/SCREEN-SCHEME-WIDTHxHEIGHT[-200pct].png.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.services.desk import Desk
from app.ui import program
from app.ui.look import theme
from app.ui.main_window import MainWindow

SIZES = ((1440, 900), (1280, 720), (1920, 1080))
SCALES = (1, 2)
PLACES = ("library", "review", "claims", "compare")
_SETTLE = 0.4
"""Seconds in which timers and threads bring a screen to rest."""


def main(arguments: list[str]) -> int:
    """One process for each scale, which Qt reads as it starts."""
    if len(arguments) != 1:
        sys.exit("Name the folder for the pictures.")
    out = Path(arguments[0]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    if scale := os.environ.get("QT_SCALE_FACTOR"):
        draw(out, int(scale))
        return 0
    for scale in SCALES:
        environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
        if status := subprocess.run([sys.executable, __file__, str(out)], env=environment, check=False).returncode:
            return status
    return 0


def draw(out: Path, scale: int) -> None:
    """All screens at one scale."""
    app = program.application(bootstrap.VERSION)
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        for scheme in ("light", "dark"):
            theme.set_scheme(scheme)
            for width, height in SIZES:
                suffix = f"{scheme}-{width}x{height}" + ("-200pct" if scale == 2 else "")
                pictures = Pictures(app, out, suffix)
                with _window(here / suffix) as (window, desk):
                    window.resize(width, height)
                    pictures.take_all(window, desk)
        print(f"{len(list(out.glob('*.png')))} pictures in {out}")


class Pictures:
    """Pictures of one window in one scheme and size."""

    def __init__(self, app: QApplication, out: Path, suffix: str) -> None:
        self._app, self._out, self._suffix = app, out, suffix

    def take_all(self, window: MainWindow, desk: Desk) -> None:
        """Start, then every screen and what opens over it."""
        window.show()
        self.take("start", window)
        for place in PLACES:
            window.show_desk(desk, place)
            self.take(place, window)
            for act in _opening(window):
                self._take_opened(f"{place}-{act.objectName().rpartition('.')[2]}", act, window)

    def take(self, name: str, widget: QWidget) -> None:
        """The widget as it is once it has come to rest."""
        self._rest()
        widget.grab().save(str(self._out / f"{name}-{self._suffix}.png"))

    def _take_opened(self, name: str, act: QAction, window: MainWindow) -> None:
        """What an act opens: a dialog or a menu of its own, else the window as it is then."""

        def close() -> None:
            opened = self._app.activePopupWidget() or self._app.activeModalWidget()
            if opened is not None:
                self.take(name, opened)
                opened.close()

        QTimer.singleShot(0, close)
        act.trigger()
        self.take(name, window) if not (self._out / f"{name}-{self._suffix}.png").exists() else self._rest()

    def _rest(self) -> None:
        until = time.monotonic() + _SETTLE
        while time.monotonic() < until:
            self._app.processEvents()
            time.sleep(0.01)
