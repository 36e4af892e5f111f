"""The program started as its command starts it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from app import bootstrap

HEAVY = ("sqlalchemy", "alembic", "quantulum3", "dateparser", "trafilatura", "lxml", "currency_converter")
SCRIPT = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import bootstrap
from app.ui.window.main_window import MainWindow

show_event = MainWindow.showEvent

def shown(window, event):
    show_event(window, event)
    app = QApplication.instance()
    print([name for name in {HEAVY!r} if name in sys.modules])
    print(app.applicationVersion(), window.windowIcon().isNull(), window.windowTitle())
    QTimer.singleShot(0, lambda: settle(window))

def settle(window):
    if sys.argv[1:] and window.place() == "start" and not window.banner.isVisible():
        QTimer.singleShot(10, lambda: settle(window))
    else:
        print(window.place(), window.banner.words.plain())
        window.close()

MainWindow.showEvent = shown
sys.exit(bootstrap.main(sys.argv[1:]))
"""


def _started(home: Path, *words: str) -> list[str]:
    """What the script says of a program started with these words, in a home that is empty."""
    own = {name: str(home / name.lower()) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *words],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, **own, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_window_shows_before_anything_heavy_is_read(tmp_path: Path) -> None:
    heavy, about, place = _started(tmp_path)
    assert heavy == "[]"
    assert about == f"{bootstrap.VERSION} False Counterclaim"
    assert place.strip() == "start"


def test_a_project_named_on_the_command_line_is_opened_or_its_fault_is_said(tmp_path: Path) -> None:
    bootstrap.make_desk(tmp_path / "Harbour.counterclaim").close()
    assert _started(tmp_path, "open", str(tmp_path / "Harbour.counterclaim"))[2].strip() == "library"
    told = _started(tmp_path, "open", str(tmp_path / "Gone.counterclaim"))[2]
    assert told.startswith("start There is no project Gone.counterclaim")
