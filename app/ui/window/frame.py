"""All that stands in the window: rail, top bar, banner, the screens on a stack, footer, and the acts of the window."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.screen import FooterKey
from app.ui.start.screen import StartScreen
from app.ui.widgets.banner import Banner
from app.ui.window import acts as window_acts
from app.ui.window.footer import Footer
from app.ui.window.layout import Layout
from app.ui.window.places import PLACES, Places
from app.ui.window.rail import Rail
from app.ui.window.top_bar import TopBar

_ICONS = ("home", "library", "review", "claims", "compare")


class Frame(QWidget):
    """Made as a whole, and as a whole made again where the text size, the density of rows or the language change."""

    def __init__(
        self, settings: QSettings, layout: Layout, do: dict[str, Callable[[], object]], window: QWidget
    ) -> None:
        """`do` is what the window's acts do, by their names.

        Every part is put into its place before it is filled: Qt styles all of what is moved anew.
        """
        super().__init__(window)
        self._open = False
        names = (self.tr("Start"), self.tr("Library"), self.tr("Review"), self.tr("Claims"), self.tr("Compare"))
        titles = dict(zip(PLACES, names, strict=True))
        self.acts = window_acts.make(self, self._words(), titles, do)
        self.keymap = Keymap(settings, {**titles, WINDOW: self.tr("Everywhere")}, self)
        self.keymap.adopt(WINDOW, self.acts.all())
        places = list(zip(_ICONS, self.acts.places, strict=True))
        self.rail = Rail(places, [("help", self.acts.keys), ("settings", self.acts.settings)])
        self._here = QMenu(self.tr("On this screen"), self)
        self.top_bar = TopBar(self._menu(), self.acts.search)
        self.banner = Banner()
        self.places = Places(layout, self.keymap, self)
        self.footer = Footer()
        self._lay_out()
        self.start = StartScreen(self.acts.new, self.acts.open, self.acts.sample, self.keymap, settings, self.places)
        self.places.begin(self.start)
        self.top_bar.search.searched.connect(self._search)
        self.top_bar.search.entered.connect(lambda: self.places.here().take_found())
        self.top_bar.search.left.connect(lambda: self.places.here().shown())
        self.places.footer_changed.connect(self.show_footer)
        self.keymap.changed.connect(self.show_footer)
        self.places.done.connect(self.top_bar.show_message)

    def whole_keymap(self) -> Keymap:
        """The keys of every screen's acts, of those too that were not shown yet."""
        for place in PLACES:
            self.places.screen_at(place)
        return self.keymap

    def _words(self) -> dict[str, str]:
        return {
            "new": self.tr("New project…"),
            "open": self.tr("Open project…"),
            "close": self.tr("Close project"),
            "sample": self.tr("Explore the sample"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "history": self.tr("History…"),
            "alone": self.tr("Undo one act alone…"),
            "copy": self.tr("Save a copy…"),
            "backups": self.tr("Restore a backup…"),
            "merge": self.tr("Merge a project…"),
            "search": self.tr("Search"),
            "palette": self.tr("Find anything to do"),
            "keys": self.tr("All keys"),
            "rules": self.tr("How verdicts are reached"),
            "draft": self.tr("Check a draft"),
            "settings": self.tr("Settings"),
            "diagnostics": self.tr("Copy diagnostics"),
            "quit": self.tr("Quit"),
        }

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        row.addLayout(column, 1)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addWidget(self.places, 1)
        column.addWidget(self.footer)

    def _menu(self) -> QMenu:
        menu, acts = QMenu(self), self.acts
        for group in (
            (acts.new, acts.open, acts.sample, acts.close),
            acts.safe,
            (acts.undo, acts.redo, acts.history, acts.alone),
            acts.places,
            (acts.search, acts.draft, acts.palette, acts.keys, acts.rules, acts.settings, acts.diagnostics),
        ):
            menu.addSeparator()
            menu.addActions(group)
        menu.addSeparator()
        menu.addMenu(self._here)
        menu.addSeparator()
        menu.addAction(acts.quit)
        menu.aboutToShow.connect(lambda: menu.addActions(self.places.everywhere()))
        menu.aboutToShow.connect(self._fill_here)
        return menu

    def _fill_here(self) -> None:
        """Every act of the screen that shows, those too that have a key or a button."""
        self._here.clear()
        self._here.addActions(list(self.keymap.acts(self.places.at()).values()))
        self._here.setEnabled(not self._here.isEmpty())

    def set_open(self, is_open: bool) -> None:
        """Whether a project is shown: without one there is Start alone, and nothing to search."""
        self._open = is_open
        self.rail.set_open(is_open)
        of_project = (self.acts.close, self.acts.search, self.acts.history, self.acts.alone, self.acts.draft)
        for act in (*self.acts.places[1:], *of_project, *self.acts.safe):
            act.setEnabled(is_open)

    def show_place(self, place: str) -> None:
        """Show a screen, and what is searched for there."""
        self.places.here().set_field(None)
        screen = self.places.show_place(place)
        self.rail.set_here(PLACES.index(place))
        words, search = screen.searched_for(), self.top_bar.search
        search.show_words(words)
        self.top_bar.show_search((screen.searches or self.tr("Search figures, words, speakers")) if self._open else "")
        screen.set_field(search)
        screen.search(words)
        self.show_footer()
        screen.shown()

    def _search(self, words: str) -> None:
        """A screen with nothing of its own to search hands the words to the grid of everything."""
        if not self._open:
            return
        if words and not self.places.here().searches:
            self.show_place("claims")
            self.top_bar.search.show_words(words)
            self.top_bar.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.places.here().search(words)
        self.show_footer()

    def set_compact(self, compact: bool) -> None:
        """Icons alone in the rail and first widths of panes for a small window, or neither."""
        self.rail.set_narrow(compact)
        self.places.set_compact(compact)

    def show_footer(self) -> None:
        """Bring the keys along the foot up to date; Start has none."""
        self.footer.setVisible(self.places.at() != "start")
        if self.places.at() == "start":
            return
        screen = self.places.here()
        keys = [*screen.footer_keys(), FooterKey((self.acts.keys,), self.tr("all keys"))]
        self.footer.show_keys(keys, screen.footer_note())
