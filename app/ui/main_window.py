"""The window: rail, top bar, the screens on a stack, footer; it shows a project and spreads what changed."""

import contextlib
import importlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.ui import acts as window_acts
from app.ui.footer import Footer
from app.ui.keys_sheet import KeysSheet
from app.ui.layout import Layout
from app.ui.places import PLACES, Places
from app.ui.projects import OpenProject, Projects
from app.ui.rail import Rail
from app.ui.recent import Recent
from app.ui.rules_sheet import RulesSheet
from app.ui.scheme_menu import SchemeMenu
from app.ui.screen import FooterKey
from app.ui.start.screen import StartScreen
from app.ui.top_bar import TopBar
from app.ui.widgets.banner import Banner
from app.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from app.services.desk import Desk

COMPACT = 1360
"""Below this width, in pixels, the rail shows icons alone and panes start narrower."""
_ICONS = ("home", "library", "review", "claims", "compare")
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
        self._recent, self._layout = Recent(settings), Layout(settings)
        self._desk: Desk | None = None
        self._painted = self._compact = False
        # The services take a second to load; they do it while the person reads the first screen.
        self._warm_up = threading.Thread(target=_load, daemon=True)
        self.setWindowTitle("Counterclaim")
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)
        self._titles = (self.tr("Start"), self.tr("Library"), self.tr("Review"), self.tr("Claims"), self.tr("Compare"))
        self._anywhere = self.tr("Search figures, words, speakers")
        self.schemes = SchemeMenu(settings, self)
        self._make_acts()
        self._build()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.focus_ring = FocusRing(app, self)
        self._layout.restore_window(self)
        self.show_desk(None)

    # Building

    def _make_acts(self) -> None:
        words = {
            "new": self.tr("New project…"),
            "open": self.tr("Open project…"),
            "close": self.tr("Close project"),
            "sample": self.tr("Explore the sample"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "search": self.tr("Search"),
            "keys": self.tr("All keys"),
            "rules": self.tr("How verdicts are reached"),
            "theme": self.tr("Settings"),
        }
        self.acts = window_acts.make(
            self,
            words,
            list(self._titles),
            {
                "new": self.projects.new,
                "open": self.projects.choose,
                "close": self.close_desk,
                "sample": self.projects.sample,
                "undo": lambda: self._step_history(back=True),
                "redo": lambda: self._step_history(back=False),
                "search": self._focus_search,
                "keys": self.show_keys,
                "rules": self.show_rules,
                "theme": lambda: self.schemes.popup_beside(self.rail),
            },
        )
        for act in self.acts.places:
            act.triggered.connect(self._place_act)

    def _build(self) -> None:
        self._menu = QMenu(self)
        self.rail = Rail(
            list(zip(_ICONS, self.acts.places, strict=True)), [("help", self.acts.keys), ("settings", self.acts.theme)]
        )
        self.rail.chosen.connect(lambda position: self.show_place(PLACES[position]))
        self.top_bar = TopBar(self._menu)
        self.top_bar.search.searched.connect(self._search)
        self.top_bar.waiting.clicked.connect(lambda: self.show_place("review"))
        self.banner = Banner()
        self.projects.began.connect(self.banner.hide)
        self.projects.opened.connect(self.show_desk)
        self._start = StartScreen(self.acts.new, self.acts.open, self.acts.sample)
        self._start.recent_asked.connect(lambda path: self._open_recent(Path(path)))
        self.places = Places(self._start, self._layout)
        self.places.changed.connect(self.broadcast)
        self.places.problem.connect(self.tell)
        self.places.done.connect(self.top_bar.say)
        self.places.go.connect(self.go)
        self.places.footer_changed.connect(self._show_footer)
        self.footer = Footer()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top_bar, self.banner):
            column.addWidget(widget)
        column.addWidget(self.places, 1)
        column.addWidget(self.footer)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self._fill_menu()

    def _fill_menu(self) -> None:
        self._menu.addActions([self.acts.new, self.acts.open, self.acts.sample, self.acts.close])
        self._menu.addSeparator()
        self._menu.addActions([self.acts.undo, self.acts.redo])
        self._menu.addSeparator()
        self._menu.addActions(list(self.acts.places))
        self._menu.addSeparator()
        self._menu.addMenu(self.schemes)
        self._menu.addActions([self.acts.search, self.acts.keys])

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
        self.top_bar.show_search(screen.searches or self._anywhere if self._desk is not None else "")
        screen.set_field(self.top_bar.search)
        screen.search(words)
        self._show_footer()
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
            self.show_place(PLACES[int(act.data())])

    def _show_footer(self) -> None:
        screen = self.places.here()
        keys = [*screen.footer_keys(), FooterKey((self.acts.keys,), self.tr("all keys"))]
        self.footer.show_keys(keys, screen.footer_note())
        self.footer.setVisible(self.places.at() != "start")

    def _search(self, words: str) -> None:
        if self._desk is None:
            return
        if words and not self.places.here().searches:
            self._search_claims(words)
        self.places.here().search(words)
        self._show_footer()

    def _search_claims(self, words: str) -> None:
        """A screen with nothing of its own to search hands the words to the grid of everything."""
        self.show_place("claims")
        self.top_bar.search.show_words(words)
        self.top_bar.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_search(self) -> None:
        self.top_bar.search.enter()

    def show_keys(self) -> None:
        """The sheet of all keys: those of this screen, then the window's."""
        screen = self.places.here()
        groups = [(screen.title, screen.key_actions()), (self.tr("Everywhere"), self.everywhere())]
        sheet = KeysSheet(groups, self)
        sheet.exec()
        sheet.deleteLater()

    def show_rules(self) -> None:
        """The sheet that says how verdicts are reached."""
        sheet = RulesSheet(self)
        sheet.exec()
        sheet.deleteLater()

    def everywhere(self) -> list[QAction]:
        """Acts that work in every place."""
        return [*self.acts.all(), *self.places.everywhere()]

    # Projects

    def show_desk(self, desk: "Desk | None", place: str = "library") -> None:
        """Show this project in every screen, beginning at a place, or none; the one shown before is closed."""
        if self._desk is not None and self._desk is not desk:
            self.places.set_desk(None)
            self._desk.close()
        self._desk = desk
        self.rail.set_open(desk is not None)
        for act in (*self.acts.places[1:], self.acts.close, self.acts.search):
            act.setEnabled(desk is not None)
        self._start.show_recent(self._recent.paths())
        if desk is None:
            self.show_place("start")
            self._update_state()
            return
        self._recent.opened(Path(desk.project.path))
        self._start.show_recent(self._recent.paths())
        self.places.set_desk(desk)
        self._update_state()
        self.show_place(place)

    def close_desk(self) -> None:
        """Close the project, if one is open, into one plain file."""
        self.show_desk(None)

    def open_path(self, path: Path, place: str = "library") -> None:
        """Open a project file on a screen; UserError says what is wrong with it, and the project shown stays."""
        self.projects.open(path, place)

    def _open_recent(self, path: Path) -> None:
        if not path.is_file():
            self._recent.forget(path)
            self._start.show_recent(self._recent.paths())
            self._start.shown()  # the row that had the keyboard is gone
        self.open_path(path)

    # What changed

    def broadcast(self, changes: Changes) -> None:
        """Send what a write touched to every screen, once, and bring the window's own words up to date."""
        if self._desk is None:
            return
        self.places.refresh(changes)
        self._update_state()
        self._show_footer()

    def _update_state(self) -> None:
        desk = self._desk
        with self._told():
            waiting = desk.reviewing.waiting() if desk else 0
            self.top_bar.show_state(desk.name if desk else None, waiting)
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
        self.broadcast(history.undo() if back else history.redo())

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
        compact = event.size().width() < COMPACT
        if compact != self._compact:
            self._compact = compact
            self.rail.set_narrow(compact)
            self.places.set_compact(compact)

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
