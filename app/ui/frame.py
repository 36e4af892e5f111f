"""All that stands in the window: rail, top bar, banner, the screens on a stack, footer, and the acts of the window."""

from collections.abc import Callable

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.ui import acts as window_acts
from app.ui.footer import Footer
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.layout import Layout
from app.ui.places import PLACES, Places
from app.ui.rail import Rail
from app.ui.screen import FooterKey
from app.ui.start.screen import StartScreen
from app.ui.top_bar import TopBar
from app.ui.widgets.banner import Banner

_ICONS = ("home", "library", "review", "claims", "compare")


class Frame(QWidget):
    """Made as a whole, and as a whole made again where the text size, the density of rows or the language change."""

    def __init__(self, settings: QSettings, layout: Layout, do: dict[str, Callable[[], None]]) -> None:
        """`do` is what the window's acts do, by their names."""
        super().__init__()
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
        self.start = StartScreen(self.acts.new, self.acts.open, self.acts.sample, settings)
        self.places = Places(self.start, layout, self.keymap)
        self.footer = Footer()
        self.places.footer_changed.connect(self.show_footer)
        self.keymap.changed.connect(self.show_footer)
        self.places.done.connect(self.top_bar.say)
        self._build()

    def _words(self) -> dict[str, str]:
        return {
            "new": self.tr("New project…"),
            "open": self.tr("Open project…"),
            "close": self.tr("Close project"),
            "sample": self.tr("Explore the sample"),
            "undo": self.tr("Undo"),
            "redo": self.tr("Redo"),
            "history": self.tr("History…"),
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
        }

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.banner)
        column.addWidget(self.places, 1)
        column.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)

    def _menu(self) -> QMenu:
        menu, acts = QMenu(self), self.acts
        for group in (
            (acts.new, acts.open, acts.sample, acts.close),
            acts.safe,
            (acts.undo, acts.redo, acts.history),
            acts.places,
            (acts.search, acts.draft, acts.palette, acts.keys, acts.rules, acts.settings, acts.diagnostics),
        ):
            menu.addSeparator()
            menu.addActions(group)
        menu.addSeparator()
        menu.addMenu(self._here)
        menu.aboutToShow.connect(lambda: menu.addActions(self.places.everywhere()))
        menu.aboutToShow.connect(self._fill_here)
        return menu

    def _fill_here(self) -> None:
        """Every act of the screen that shows, those too that have a key or a button."""
        self._here.clear()
        self._here.addActions(list(self.keymap.acts(self.places.at()).values()))
        self._here.setEnabled(not self._here.isEmpty())

    def set_compact(self, compact: bool) -> None:
        """Icons alone in the rail and first widths of panes for a small window, or neither."""
        self.rail.set_narrow(compact)
        self.places.set_compact(compact)

    def show_footer(self) -> None:
        """Bring the keys along the foot up to date; Start has none."""
        screen = self.places.here()
        keys = [*screen.footer_keys(), FooterKey((self.acts.keys,), self.tr("all keys"))]
        self.footer.show_keys(keys, screen.footer_note())
        self.footer.setVisible(self.places.at() != "start")
