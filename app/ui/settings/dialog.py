"""The settings: pages for everything in general and for keys; all of it takes effect at once."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.ui.keys.keymap import Keymap
from app.ui.look import type as steps
from app.ui.settings.general_page import GeneralPage
from app.ui.settings.keys_page import KeysPage
from app.ui.settings.preferences import Preferences
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.choice import Choice
from app.ui.widgets.dialog_page import DialogPage
from app.ui.widgets.words import Words

WIDE, TALL = 760, 620
"""Pixels at 100 %."""


class SettingsDialog(QDialog):
    """Made again from within where the text size or the language changes, as the window behind it is."""

    def __init__(self, preferences: Preferences, keymap: Callable[[], Keymap], parent: QWidget) -> None:
        """`keymap` gives the keys of all screens as they are in the window now."""
        super().__init__(parent)
        self._preferences, self._keymap = preferences, keymap
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._fill()
        preferences.asked.connect(self._fill_later)

    def _fill(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.general = GeneralPage(self._preferences)
        self.keys = KeysPage(self._keymap())
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        for part in (self.pages, self.pages.tabBar()):
            part.setAccessibleName(self.tr("Pages of settings"))
        self.pages.addTab(DialogPage(self.general), self.tr("General"))
        self.pages.addTab(self.keys, self.tr("Keys"))
        foot = QHBoxLayout()
        foot.addWidget(Words(self.tr("Everything takes effect at once."), "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(dialog_foot.leaving(self, self.tr("Close")))
        self._page = QWidget()
        column = QVBoxLayout(self._page)
        column.setContentsMargins(*(steps.scaled(one) for one in (24, 16, 24, 16)))
        column.setSpacing(steps.scaled(12))
        column.addWidget(self.pages, 1)
        column.addLayout(foot)
        self._whole.addWidget(self._page)
        dialog_page.size(self, WIDE, TALL)

    def _fill_later(self) -> None:
        # The field that was used is still at work.
        QTimer.singleShot(0, self, self._fill_again)

    def _fill_again(self) -> None:
        used = [one.objectName() for one in self.general.findChildren(Choice) if one.hasFocus()]
        self._page.hide()
        self._page.deleteLater()
        self._fill()
        for again in self.general.findChildren(Choice):
            if again.objectName() in used:
                again.setFocus()
