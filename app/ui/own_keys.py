"""Keys that stay with the button that has the keyboard, whatever the screen's acts do with them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class OwnKeys(QObject):
    """Lets Enter and Space press the focused button of a screen whose own acts use these keys.

    `without` are buttons whose act these keys fire anyway, or that leave them to the screen.
    """

    def __init__(self, screen: QWidget, *without: QAbstractButton) -> None:
        super().__init__(screen)
        for button in screen.findChildren(QAbstractButton):
            if button not in without:
                button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in PRESSES:
            event.accept()
            return True
        return False
