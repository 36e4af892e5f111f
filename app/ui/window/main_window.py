"""The window: rail, top bar, the screens on a stack, footer; it shows a project and spreads what changed."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.ui.history.safekeeping import Safekeeping
from app.ui.look import theme, type as steps
from app.ui.settings.preferences import Preferences
from app.ui.widgets.banner import Banner, Offer
from app.ui.widgets.focus_ring import FocusRing
from app.ui.window.dialogs import Dialogs
from app.ui.window.frame import Frame
from app.ui.window.layout import Layout
from app.ui.window.places import PLACES
from app.ui.window.projects import OpenProject, Projects
from app.ui.window.recent import Recent
from app.ui.window.top_bar import TopBar
from app.ui.window.undoing import Undoing
from app.ui.window.warm_up import WarmUp

if TYPE_CHECKING:
    from app.services.desk import Desk

COMPACT = 1360
"""Below this width, in pixels at 100 %, the rail shows icons alone and panes start narrower."""
_SETTLED_MS = 100
"""From the first paint until the window has drawn all of itself and hears the first key."""


class MainWindow(QMainWindow):
    """Gets from the composition root how a project is opened, made, and how the sample is."""

    banner: Banner
    top_bar: TopBar

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
        self._painted = self._compact = self._outdated = False
        self._warm_up = WarmUp()
        self.setWindowTitle("Counterclaim")
        self.setMinimumSize(960, 600)
        self.safekeeping = Safekeeping(settings, self)
        self.safekeeping.changed.connect(self.broadcast)
        self.safekeeping.problem.connect(self.tell)
        self.safekeeping.offered.connect(self.tell)
        self.safekeeping.done.connect(lambda words: self.top_bar.show_message(words))
        self.safekeeping.restoring.connect(self._restore)
        self.projects.lost.connect(self.safekeeping.tell_lost)
        self.preferences = Preferences(settings, self)
        self.preferences.apply()
        self.preferences.asked.connect(self._make_again)
        self.undoing = Undoing(self)
        self.undoing.changed.connect(self.broadcast)
        self.undoing.done.connect(lambda words: self.top_bar.show_message(words))
        self.dialogs = Dialogs(self, self.frame, self.preferences, settings)
        self.dialogs.go.connect(self.go)
        self.dialogs.done.connect(lambda words: self.top_bar.show_message(words))
        self.dialogs.named.connect(self._sign)
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
                "undo": self.undoing.undo,
                "redo": self.undoing.redo,
                "history": lambda: self.safekeeping.show_journal(self.acts.alone),
                "alone": lambda: self.safekeeping.show_journal(self.acts.alone),
                "copy": self.safekeeping.save_copy,
                "backups": self.safekeeping.show_backups,
                "merge": self.safekeeping.choose_merge,
                "search": lambda: self.top_bar.search.enter(),
                "palette": self.dialogs.show_palette,
                "keys": self.dialogs.show_keys,
                "rules": self.dialogs.show_rules,
                "draft": self.dialogs.show_draft,
                "settings": self.dialogs.show_settings,
                "diagnostics": self.dialogs.copy_diagnostics,
                "quit": self.close,
            },
            self,
        )
        self.acts, self.keymap, self.rail, self.top_bar = frame.acts, frame.keymap, frame.rail, frame.top_bar
        self.banner, self.places, self.footer = frame.banner, frame.places, frame.footer
        for act in self.acts.places:
            act.triggered.connect(self._place_act)
        self.rail.chosen.connect(lambda position: self.show_place(PLACES[position]))
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
        current, read = self.places.here().current(), self.places.handed_on()
        with self._problems_shown():
            self.places.set_desk(None)
        # What goes need not be laid out for the new size before it does.
        self._frame.deleteLater()
        QApplication.sendPostedEvents(self._frame, QEvent.Type.DeferredDelete)
        with theme.undressed():
            self.preferences.apply()
            self._compact = self.width() < steps.scaled(COMPACT)
            self._make()
            self.places.take_over(read)
            self.show_desk(desk, place)
        if words:
            self.top_bar.search.show_words(words)
            self.places.here().search(words)
        if current and current != self.places.here().current():
            self.places.here().reveal(current)

    # Places

    def show_place(self, place: str) -> None:
        """Show a screen; without a project only Start."""
        if self._desk is None and place != "start":
            return
        self.banner.pass_by()
        self._frame.show_place(place)

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

    def frame(self) -> Frame:
        """All that stands in the window now."""
        return self._frame

    # Projects

    def show_desk(self, desk: "Desk | None", place: str = "library") -> None:
        """Show this project in every screen, beginning at a place, or none; the one shown before is closed."""
        if self._desk is not None and self._desk is not desk:
            self.places.set_desk(None)
            with self._problems_shown():
                self.safekeeping.set_desk(None)
            self._desk.close()
        self._desk = desk
        self.dialogs.set_desk(desk)
        self.undoing.set_desk(desk)
        self._frame.set_open(desk is not None)
        self._frame.start.show_recent(self._recent.paths())
        if desk is None:
            self.show_place("start")
            self._update_state()
            return
        self._sign()
        self._recent.opened(desk.file)
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
            self._desk.sign(self.preferences.author())

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
        if changes:
            self.banner.pass_by()
        self.places.refresh(changes)
        self._update_state()
        self._frame.show_footer()
        if self._outdated and not self.places.busy():
            QTimer.singleShot(0, self, self._make_again)

    def _update_state(self) -> None:
        desk = self._desk
        with self._problems_shown():
            waiting = desk.reviewing.waiting() if desk else 0
            self.top_bar.show_state(desk.name if desk else None, waiting, desk.read_only if desk else "")
            self.rail.set_count(2, waiting, self.tr("{count} waiting").format(count=waiting))
            self.undoing.name(self.acts.undo, self.acts.redo)
        self.setWindowTitle(f"{desk.name} – Counterclaim" if desk else "Counterclaim")

    def tell(self, sentence: str, offers: Sequence[Offer] = ()) -> None:
        """Show a sentence across the top: what happened, what is safe, what to do, with a button for each of these."""
        self.banner.tell(sentence, offers)

    def tell_fault(self, sentence: str) -> None:
        """Say why an act failed, until another succeeds."""
        self.banner.tell(sentence, passing=True)

    @contextlib.contextmanager
    def _problems_shown(self) -> Iterator[None]:
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
            QTimer.singleShot(_SETTLED_MS, self, self._warm_up.begin)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._layout.keep_window(self)
        with self._problems_shown():
            self.close_desk()
        self._warm_up.end()
        super().closeEvent(event)
