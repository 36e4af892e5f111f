"""Programs that break while they hold an article's words, each run in a process of its own by `test_last_words.py`."""

import os
import signal
import sys
import threading
from pathlib import Path

WORD = "Quillbrook"
"""A word of an article, which nothing outside the project may say."""


def _hold_and_raise() -> None:
    words = f"The {WORD} ferry costs £4m."
    raise ValueError(words)


def slot() -> None:
    """An error in a slot, which Qt calls."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    QTimer.singleShot(0, _hold_and_raise)
    QTimer.singleShot(50, app.quit)
    app.exec()


def thread() -> None:
    """An error on a thread."""
    one = threading.Thread(target=_hold_and_raise)
    one.start()
    one.join()


def lost() -> None:
    """An error where nobody can catch it."""

    class Held:
        def __del__(self) -> None:
            _hold_and_raise()

    del (held := [Held()])[:]
    del held


def qt() -> None:
    """A message of Qt that quotes an article."""
    from PySide6.QtCore import qWarning

    from app import bootstrap

    bootstrap._window()
    qWarning(f"QTextBrowser: No document for http://192.0.2.1/{WORD} in '{WORD} ferry'")


def killed() -> None:
    """A fault below Python."""
    words = f"The {WORD} ferry costs £4m."
    os.kill(os.getpid(), signal.SIGSEGV)
    print(words)


def uncaught() -> None:
    """An error that ends the program."""
    _hold_and_raise()


def refused() -> None:
    """A folder that refuses a file which is called as its article."""
    from app import cli

    class Rooms:
        version = "0"

        def show(self, *_: object) -> int:
            return len(Path(f"/nowhere/{WORD} ferry.txt").read_text(encoding="utf-8"))

    cli.run([], Rooms())  # type: ignore[arg-type]


def quiet() -> None:
    """Nothing breaks."""


if __name__ == "__main__":
    from app import bootstrap

    bootstrap._keep_log()
    globals()[sys.argv[1]]()
