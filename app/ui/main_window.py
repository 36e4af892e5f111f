"""The window: rail, top bar, the screens on a stack, footer; it shows a project and spreads what changed."""

import contextlib
import importlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.ui.frame import Frame
from app.ui.history.safekeeping import Safekeeping
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.layout import Layout
from app.ui.look import type as steps
from app.ui.places import PLACES
from app.ui.projects import OpenProject, Projects
from app.ui.recent import Recent
from app.ui.settings.preferences import Preferences
from app.ui.waiting import Waiting
from app.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.draft.dialog import DraftDialog

COMPACT = 1360
"""Below this width, in pixels at 100 %, the rail shows icons alone and panes start narrower."""
_LOADED = ("app.services.desk", "app.store.upgrading")
"""What opening a project brings in, and takes more than a second."""


class MainWindow(QMainWindow):
    """Gets from the composition root how a project is opened, made, and how the sample is."""

    def __init__(
        self,
        open_project: OpenProject,
        create_project: OpenProject,
        open_sample: Callable[[], "Desk"],
        settings: QSettings,
    ) -> None:
        super().__init__()
        self.projects = Projects(open_project, create_project, open_sample, self)
        self._settings, self._recent, self._layout = settings, Recent(settings), Layout(settings)
        self._desk: Desk | None = None
        self._draft: DraftDialog | None = None
        self._painted = self._compact = self._outdated = False
        # The services take a second to load; they do it while the person reads the first screen.
        self._warm_up = threading.Thread(target=_load, daemon=True)
        self.setWindowTitle("Counterclaim")
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self.safekeeping = Safekeeping(settings, self)
        self.safekeeping.changed.connect(self.broadcast)
        self.safekeeping.problem.connect(self.tell)
        self.safekeeping.done.connect(lambda words: self.top_bar.say(words))
        self.safekeeping.restoring.connect(self._restore)
        self.projects.damaged.connect(self._remember_damaged)
        self.preferences = Preferences(settings, self)
        self.preferences.apply()
        self.preferences.asked.connect(self._make_again)
        self._make()
        self.projects.began.connect(lambda: self.banner.hide())
        self.projects.opened.connect(self.show_desk)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.focus_ring = FocusRing(app, self)
        self._layout.restore_window(self)
        self.show_desk(None)

    # Building

    def _make(self) -> None:
        frame = self._frame = Frame(
            self._settings,
            self._layout,
            {
                "new": self.projects.new,
                "open": self.projects.choose,
                "close": self.close_desk,
                "sample": self.projects.sample,
                "undo": lambda: self._step_history(back=True),
                "redo": lambda: self._step_history(back=False),
                "history": self.safekeeping.show_journal,
                "copy": self.safekeeping.save_copy,
                "backups": self.safekeeping.show_backups,
                "merge": self.safekeeping.choose_merge,
                "search": lambda: self.top_bar.search.enter(),
                "palette": self.show_palette,
                "keys": self.show_keys,
                "rules": self.show_rules,
                "draft": self.show_draft,
                "settings": self.show_settings,
                "diagnostics": self.copy_diagnostics,
            },
        )
        self.acts, self.keymap, self.rail, self.top_bar = frame.acts, frame.keymap, frame.rail, frame.top_bar
        self.banner, self.places, self.footer = frame.banner, frame.places, frame.footer
        for act in self.acts.places:
            act.triggered.connect(self._place_act)
        self.rail.chosen.connect(lambda position: self.show_place(PLACES[position]))
        self.top_bar.search.searched.connect(self._search)
        self.top_bar.waiting.clicked.connect(lambda: self.show_place("review"))
        frame.start.recent_asked.connect(lambda path: self._open_recent(Path(path)))
        self.places.changed.connect(self.broadcast)
        self.places.problem.connect(self.tell)
        self.places.go.connect(self.go)
        self.setCentralWidget(frame)
        frame.set_compact(self._compact)

    def _make_again(self) -> None:
        """Show the same, as it looks or sounds now; an import that runs is waited for."""
        self._outdated = self.places.busy()
        if self._outdated:
            return
        place, desk, words = self.place(), self._desk, self.top_bar.search.text()
        current = self.places.here().current()
        with self._told():
            self.places.set_desk(None)
        # What goes need not be laid out for the new size before it does.
        self.takeCentralWidget()
        self._frame.deleteLater()
        QApplication.sendPostedEvents(self._frame, QEvent.Type.DeferredDelete)
        self.preferences.apply()
        self._compact = self.width() < steps.scaled(COMPACT)
        self._make()
        self.show_desk(desk, place)
        if words:
            self.top_bar.search.show_words(words)
            self.places.here().search(words)
        if current:
            self.places.here().reveal(current)

    # Places

    def show_place(self, place: str) -> None:
        """Show a screen; without a project only Start."""
        if self._desk is None and place != "start":
            return
        self.places.here().set_field(None)
        screen = self.places.show_place(place)
        self.rail.set_here(PLACES.index(place))
        words = screen.searched_for()
        self.top_bar.search.show_words(words)
        self.top_bar.show_search(
            screen.searches or self.tr("Search figures, words, speakers") if self._desk is not None else ""
        )
        screen.set_field(self.top_bar.search)
        screen.search(words)
        self._frame.show_footer()
        screen.shown()

    def place(self) -> str:
        """The place that is shown."""
        return self.places.at()

    def go(self, place: str, ident: str = "") -> None:
        """Show a screen, and there what has this id."""
        self.show_place(place)
        if ident and self.places.at() == place:
            self.places.here().reveal(ident)

    def _place_act(self) -> None:
        act = self.sender()
        if isinstance(act, QAction):
            self.show_place(str(act.data()))

    def _search(self, words: str) -> None:
        if self._desk is None:
            return
        if words and not self.places.here().searches:
            self._search_claims(words)
        self.places.here().search(words)
        self._frame.show_footer()

    def _search_claims(self, words: str) -> None:
        """A screen with nothing of its own to search hands the words to the grid of everything."""
        self.show_place("claims")
        self.top_bar.search.show_words(words)
        self.top_bar.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # Dialogs of the window itself, each brought in when it is first asked for

    def show_keys(self) -> None:
        """The sheet of all keys: those of this screen, then the window's."""
        from app.ui.keys_sheet import KeysSheet

        here = (self.places.here().title, self.keymap.acts(self.place()).values())
        _asked(KeysSheet([here, (self.keymap.title(WINDOW), self.keymap.acts(WINDOW).values())], self))

    def show_draft(self) -> None:
        """The draft beside the window, checked against the project that is open."""
        from app.ui.draft.dialog import DraftDialog

        if self._draft is None:
            self._draft = DraftDialog(self)
            self._draft.opened.connect(lambda claim_id: self.go("library", claim_id))
        self._draft.set_desk(self._desk)
        self._draft.show()
        self._draft.raise_()
        self._draft.activateWindow()

    def show_rules(self) -> None:
        """The sheet that says how verdicts are reached."""
        from app.ui.rules_sheet import RulesSheet

        _asked(RulesSheet(self))

    def show_settings(self) -> None:
        """What a person sets for the whole program; all of it takes effect at once."""
        from app.ui.settings.dialog import SettingsDialog

        _asked(SettingsDialog(self.preferences, self.whole_keymap, self))
        self._sign()

    def copy_diagnostics(self) -> None:
        """Put onto the clipboard what helps to find a fault, without a word of what was read."""
        from app.ui import diagnostics

        diagnostics.copy(self, self.preferences, self._desk)
        self.top_bar.say(self.tr("Diagnostics copied; nothing of an article is in them"))

    def show_palette(self) -> None:
        """One line in which everything that can be done here, and everything to go to, is found by its words."""
        from app.ui.palette.entries import entries
        from app.ui.palette.palette import Palette
        from app.ui.palette.recent import Recent as Used

        used = Used(self._settings)
        found = entries(self.keymap, self.place(), self._desk, self.go)
        palette = Palette(found, used.idents(), self)
        _asked(palette)
        if (chosen := palette.chosen) is not None:
            used.used(chosen.ident)
            chosen.run()

    def whole_keymap(self) -> Keymap:
        """The keys of every screen's acts, of those too that were not shown yet."""
        for place in PLACES:
            self.places.screen_at(place)
        return self.keymap

    # Projects

    def show_desk(self, desk: "Desk | None", place: str = "library") -> None:
        """Show this project in every screen, beginning at a place, or none; the one shown before is closed."""
        if self._desk is not None and self._desk is not desk:
            self.places.set_desk(None)
            with self._told():
                self.safekeeping.set_desk(None)
            self._desk.close()
        self._desk = desk
        if self._draft is not None:
            self._draft.set_desk(desk)
        self.rail.set_open(desk is not None)
        of_project = (self.acts.close, self.acts.search, self.acts.history, self.acts.draft)
        for act in (*self.acts.places[1:], *of_project, *self.acts.safe):
            act.setEnabled(desk is not None)
        self._frame.start.show_recent(self._recent.paths())
        if desk is None:
            self.show_place("start")
            self._update_state()
            return
        self._sign()
        self._recent.opened(Path(desk.project.path))
        self._frame.start.show_recent(self._recent.paths())
        self.places.set_desk(desk)
        self._update_state()
        self.show_place(place)
        self.safekeeping.set_desk(desk)

    def close_desk(self) -> None:
        """Close the project, if one is open, into one plain file."""
        self.show_desk(None)

    def open_path(self, path: Path, place: str = "library") -> None:
        """Open a project file on a screen; UserError says what is wrong with it, and the project shown stays."""
        self.projects.open(path, place)

    def _sign(self) -> None:
        """Let the log bear the name that the person gave."""
        if self._desk is not None:
            self._desk.project.author = self.preferences.author()

    def _remember_damaged(self, path: Path) -> None:
        self.safekeeping.damaged = path
        self.acts.backups.setEnabled(True)

    def _restore(self, path: Path, put_back: Callable[[], object]) -> None:
        """Close what is shown, put another file in the place of this project, and open that."""
        place = self.place() if self._desk is not None else "library"
        self.close_desk()
        self.projects.open_after(put_back, path, place)

    def _open_recent(self, path: Path) -> None:
        if not path.is_file():
            self._recent.forget(path)
            self._frame.start.show_recent(self._recent.paths())
            self._frame.start.shown()  # the row that had the keyboard is gone
        self.open_path(path)

    # What changed

    def broadcast(self, changes: Changes) -> None:
        """Send what a write touched to every screen, once, and bring the window's own words up to date."""
        if self._desk is None:
            return
        self.places.refresh(changes)
        self._update_state()
        self._frame.show_footer()
        if self._outdated and not self.places.busy():
            QTimer.singleShot(0, self, self._make_again)

    def _update_state(self) -> None:
        desk = self._desk
        with self._told():
            waiting = desk.reviewing.waiting() if desk else 0
            self.top_bar.show_state(desk.name if desk else None, waiting, desk.project.read_only if desk else "")
            self.rail.set_count(2, waiting, self.tr("{count} waiting").format(count=waiting))
            self._say_history(self.acts.undo, self.tr("Undo"), desk.history.undoable() if desk else None)
            self._say_history(self.acts.redo, self.tr("Redo"), desk.history.redoable() if desk else None)
        self.setWindowTitle(f"{desk.name} – Counterclaim" if desk else "Counterclaim")

    def _say_history(self, act: QAction, word: str, what: str | None) -> None:
        act.setText(f"{word} {what}" if what else word)
        act.setEnabled(what is not None)

    def _step_history(self, *, back: bool) -> None:
        if self._desk is None:
            return
        history = self._desk.history
        if back:
            changes = Waiting(history.undo).run(self, self.tr("Undoing…"))
        else:
            changes = Waiting(history.redo).run(self, self.tr("Redoing…"))
        self.broadcast(changes)

    def tell(self, sentence: str) -> None:
        """Show a sentence across the top: what happened, what is safe, what to do."""
        self.banner.tell(sentence)

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """What goes wrong in the person's world is said in the banner; bugs go on to the log."""
        try:
            yield
        except UserError as error:
            self.tell(str(error))

    # The window itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = event.size().width() < steps.scaled(COMPACT)
        if compact != self._compact:
            self._compact = compact
            self._frame.set_compact(compact)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.places.here().shown()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """What can wait until the window is seen."""
        self._warm_up.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._layout.keep_window(self)
        with self._told():
            self.close_desk()
        if self._warm_up.is_alive():
            self._warm_up.join()
        super().closeEvent(event)


def _load() -> None:
    for name in _LOADED:
        importlib.import_module(name)


def _asked(dialog: QDialog) -> None:
    dialog.exec()
    dialog.deleteLater()
