"""Dialogs of the window itself, each brought in when it is first asked for."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.keys.keymap import WINDOW
from app.ui.settings.preferences import Preferences
from app.ui.window.frame import Frame

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.draft.dialog import DraftDialog


class Dialogs(QObject):
    """They stand over the window; its frame says where the person is and what they can do there."""

    go = Signal(str, str)
    """Show a screen, and there what has this id."""
    done = Signal(str)
    """What was done, in a few words."""
    named = Signal()
    """The settings were closed: the person may have another name now."""

    def __init__(
        self, window: QWidget, frame: Callable[[], Frame], preferences: Preferences, settings: QSettings
    ) -> None:
        """`frame` gives the frame that stands in the window now."""
        super().__init__(window)
        self._window, self._frame, self._preferences, self._settings = window, frame, preferences, settings
        self._desk: Desk | None = None
        self._draft: DraftDialog | None = None

    def set_desk(self, desk: "Desk | None") -> None:
        """Another project is shown, or none."""
        self._desk = desk
        if self._draft is not None:
            self._draft.set_desk(desk)

    def show_keys(self) -> None:
        """The sheet of all keys: those of this screen, then the window's."""
        from app.ui.help.keys_sheet import KeysSheet

        places, keymap = self._frame().places, self._frame().keymap
        views = places.here().key_groups()
        of_views = {act for _, acts in views for act in acts}
        here = [act for act in keymap.acts(places.at()).values() if act not in of_views]
        groups = [(places.here().title, here), *views, (keymap.title(WINDOW), [*keymap.acts(WINDOW).values()])]
        _run(KeysSheet(groups, self._window))

    def show_draft(self) -> None:
        """The draft beside the window, checked against the project that is open."""
        from app.ui.draft.dialog import DraftDialog

        if self._draft is None:
            self._draft = DraftDialog(self._window)
            self._draft.opened.connect(lambda claim_id: self.go.emit("library", claim_id))
        self._draft.set_desk(self._desk)
        self._draft.show()
        self._draft.raise_()
        self._draft.activateWindow()

    def show_rules(self) -> None:
        """The sheet that says how verdicts are reached."""
        from app.ui.help.rules_sheet import RulesSheet

        _run(RulesSheet(self._window))

    def show_settings(self) -> None:
        """What a person sets for the whole program; all of it takes effect at once."""
        from app.ui.settings.dialog import SettingsDialog

        _run(SettingsDialog(self._preferences, lambda: self._frame().whole_keymap(), self._window))
        self.named.emit()

    def copy_diagnostics(self) -> None:
        """Put onto the clipboard what helps to find a fault, without a word of what was read."""
        from app.ui.window import diagnostics

        diagnostics.copy(self._window, self._preferences, self._desk)
        self.done.emit(self.tr("Diagnostics copied; nothing of an article is in them"))

    def show_palette(self) -> None:
        """One line in which everything that can be done here, and everything to go to, is found by its words."""
        from app.ui.palette.entries import entries, titled
        from app.ui.palette.palette import Palette
        from app.ui.palette.recent import Recent
        from app.ui.palette.rows import Found

        used, desk, go, frame = Recent(self._settings), self._desk, self.go.emit, self._frame()
        known = entries(frame.keymap, frame.places.at(), desk, go, used.idents())
        found = Found(known, used.idents(), lambda typed: titled(desk, go, typed) if desk is not None else [])
        palette = Palette(found, self._window)
        _run(palette)
        if (chosen := palette.chosen) is not None:
            used.used(chosen.ident)
            chosen.run()


def _run(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
