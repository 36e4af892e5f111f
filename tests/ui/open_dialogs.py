"""What a person does in a dialog or a menu, where opening it keeps the test waiting until it is closed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def when_open(kind: type, do: Callable[[Any], object]) -> None:
    """Do this with the next dialog or menu of this kind, once it has the keyboard."""

    def look() -> None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if not isinstance(top, kind) or not top.isActiveWindow():
            QTimer.singleShot(20, look)
            return
        try:
            do(top)
        except BaseException:
            top.close()  # or the test would wait for somebody to close it
            raise

    QTimer.singleShot(0, look)
