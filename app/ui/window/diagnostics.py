"""What the window knows of itself, for the diagnostics that a person copies."""

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.services import diagnostics
from app.services.desk import Desk
from app.ui.settings.preferences import Preferences


def copy(window: QWidget, preferences: Preferences, desk: Desk | None) -> None:
    """Put the diagnostics onto the clipboard."""
    screen = window.screen()
    size, place = window.size(), screen.size()
    about = {
        "Qt": f"{qVersion()}, PySide {PySide6.__version__}, {QGuiApplication.platformName()}",
        "Window": f"{size.width()} × {size.height()} on {place.width()} × {place.height()}",
        "Scale": f"{screen.devicePixelRatio():g}, {screen.logicalDotsPerInch():g} dots an inch",
        "Text size": f"{preferences.text_size()} %",
        "Theme": f"{preferences.scheme()}, rows {preferences.density()}, language {preferences.language()}",
    }
    QGuiApplication.clipboard().setText(diagnostics.told(QApplication.applicationVersion(), desk, about))
