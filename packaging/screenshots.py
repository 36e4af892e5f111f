"""Draws every screen on the sample project, and what opens over it: light and dark, in three sizes, at 100 and 200 %.

.venv/bin/python packaging/screenshots.py OUT [--scheme light] [--size 1440x900] [--scale 1] [--text-size 200]
                                              [--only review]

Without options it draws all of them, in about three minutes, with the text as large as the system has it. `--scale` is
the screen's, which enlarges the window with everything in it; `--text-size` is the one of Settings, per cent, which
enlarges the text in a window that stays as it is. The files are OUT/NAME-SCHEME-WIDTHxHEIGHT[-200pct][-text200].png;
the size is the window's before the scale.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap
from app.services.desk import Desk
from app.ui.library.screen import LibraryScreen
from app.ui.look import theme
from app.ui.settings.preferences import TEXT_SIZES
from app.ui.window import program
from app.ui.window.main_window import MainWindow
from app.ui.window.places import PLACES

SCHEMES = ("light", "dark")
SIZES = ("1440x900", "1280x720", "1920x1080")
SCALES = ("1", "2")
OPENING = {
    "start": ("window.settings", "window.rules"),
    "library": (
        *("window.palette", "window.keys", "window.history", "window.backups", "window.draft", "library.correct"),
        *("library.tag", "library.remove", "library.reread", "library.join", "library.project-settings"),
        *("library.next", "library.accept"),
    ),
    "review": (
        *("window.keys", "review.accept-alike", "review.topic", "review.edit", "review.edge-start"),
        *("review.order", "review.reject-reason", "review.note", "review.reject"),
    ),
    "claims": ("window.keys", "claims.columns", "claims.explain"),
    "compare": (
        *("window.keys", "compare.edit", "compare.view_side", "compare.view_timeline", "compare.payments"),
        "compare.settle",
    ),
}
"""Acts that open a dialog or a menu, or turn the screen into another, by the place where they are done."""
_ARTICLE = b"Title: What the harbour costs\nOutlet: Harbour Daily\nDate: 2025-05-23\n\nIt costs $40m a year."
_FILES = {
    "harbour.txt": _ARTICLE,
    "again.txt": _ARTICLE,
    "empty.txt": b"",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
}
"""What the dock is shown with: a file that is read, its double, and two that cannot be."""
_SETTLE, _IMPORT = 0.25, 15.0
"""Seconds in which timers and threads bring a screen to rest, and those that an import may take."""


def main() -> int:
    """Draws in processes of their own, one for each scale, which Qt reads as it starts."""
    asked = argparse.ArgumentParser(description="Draws every screen on the sample project.")
    asked.add_argument("out", type=Path, help="the folder for the pictures")
    for name, choices in (("scheme", SCHEMES), ("size", SIZES), ("scale", SCALES), ("only", PLACES)):
        asked.add_argument(f"--{name}", choices=choices, action="append")
    asked.add_argument("--text-size", choices=TEXT_SIZES, action="append", type=int)
    asked.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    chosen = asked.parse_args()
    out: Path = chosen.out.resolve()
    schemes, sizes, scales = chosen.scheme or SCHEMES, chosen.size or SIZES, chosen.scale or SCALES
    texts, places = chosen.text_size or TEXT_SIZES[:1], chosen.only or PLACES
    if chosen.here:
        draw(out, list(product(schemes, sizes, texts)), scales[0], places)
        return 0
    out.mkdir(parents=True, exist_ok=True)
    options = [f"--scheme={one}" for one in schemes] + [f"--size={one}" for one in sizes]
    options += [f"--text-size={one}" for one in texts] + [f"--only={one}" for one in places]
    drawing = [
        subprocess.Popen(
            [sys.executable, __file__, str(out), "--here", f"--scale={scale}", *options],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
        )
        for scale in scales
    ]
    status = max(one.wait() for one in drawing)
    print(f"{len(list(out.glob('*.png')))} pictures in {out}")
    return status


def draw(out: Path, looks: Sequence[tuple[str, str, int]], scale: str, places: Sequence[str]) -> None:
    """All screens at the scale that this process has, in each of the schemes, sizes and text sizes."""
    app = program.application(bootstrap.VERSION)
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder) / "Chagos payments.counterclaim"
        bootstrap.sample_desk(sample).close()
        for scheme, size, text in looks:
            suffix = f"{scheme}-{size}" + ("-200pct" if scale == "2" else "")
            suffix += "" if text == TEXT_SIZES[0] else f"-text{text}"
            with _window(Path(folder) / suffix, scheme, size, text) as window:
                pictures = Pictures(app, window, out, suffix, places)
                pictures.take_sample(bootstrap.open_desk(Path(shutil.copy(sample, Path(folder) / suffix))))
                pictures.take_empty(bootstrap.create_desk(Path(folder) / suffix / "My project.counterclaim"))


@contextmanager
def _window(folder: Path, scheme: str, size: str, text: int) -> Iterator[MainWindow]:
    """The program's window with settings of its own."""
    folder.mkdir()
    settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    settings.setValue("scheme", scheme)
    settings.setValue("text-size", text)
    window = MainWindow(bootstrap.open_desk, bootstrap.create_desk, bootstrap.own_sample, settings)
    window.resize(*(int(side) for side in size.split("x")))
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()
    theme.set_scheme("system")


class Pictures:
    """Pictures of one window in one scheme and size."""

    def __init__(self, app: QApplication, window: MainWindow, out: Path, suffix: str, places: Sequence[str]) -> None:
        self._app, self._window, self._out, self._suffix, self._places = app, window, out, suffix, places

    def take_sample(self, desk: Desk) -> None:
        """Start before any project, then every screen and what opens over it."""
        self.take("start", self._window)
        self._window.show_desk(desk)
        keymap = self._window.frame().whole_keymap()
        for place in self._places:
            self._window.show_place(place)
            self.take(place if place != "start" else "start-open", self._window)
            for ident in OPENING[place]:
                self._take_opened(f"{place}-{ident.partition('.')[2].replace('_', '-')}", keymap.act(ident).trigger)

    def take_empty(self, desk: Desk) -> None:
        """Every screen of a project in which nothing is yet."""
        self._window.show_desk(desk)
        for place in self._places:
            self._window.show_place(place)
            self.take(f"{place}-empty", self._window)
        if "library" in self._places:
            self._take_import()

    def _take_import(self) -> None:
        """An import of which a part fails."""
        library = self._window.places.screen_at("library")
        assert isinstance(library, LibraryScreen)
        self._window.show_place("library")
        with tempfile.TemporaryDirectory() as folder:
            for name, content in _FILES.items():
                (Path(folder) / name).write_bytes(content)
            library.import_paths([Path(folder) / name for name in _FILES])
            self._rest(_IMPORT, library.dock.is_running)
        self.take("library-import", self._window)

    def take(self, name: str, widget: QWidget) -> None:
        """The widget as it is once it has come to rest."""
        widget.activateWindow()  # what was over it had the keyboard last
        self._rest(_SETTLE)
        widget.grab().save(str(self._out / f"{name}-{self._suffix}.png"))

    def _take_opened(self, name: str, do: Callable[[], None]) -> None:
        """What an act opens in a window of its own, which a dialog that waits keeps this from going on; else all."""
        taken = []

        def look() -> None:
            others = [one for one in self._app.topLevelWidgets() if one.isVisible() and one is not self._window]
            for one in others[-1:]:
                taken.append(one)
                self.take(name, one)
            for one in others:
                one.close()

        QTimer.singleShot(0, self._window, look)
        do()
        self._rest(_SETTLE)
        if not taken:
            self.take(name, self._window)
            QTest.keyClick(self._app.focusWidget() or self._window, Qt.Key.Key_Escape)

    def _rest(self, seconds: float, busy: Callable[[], bool] = lambda: True) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and busy():
            self._app.processEvents()
            time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main())
