"""Saving a search, giving it another name, removing it."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu

from app.domain.searches import Search
from app.services.desk import Desk
from app.ui.claims.narrowing import SAVED
from app.ui.screen import Screen
from app.ui.widgets.facets import FacetList


class SearchActs(QObject):
    """Acts on the saved searches that stand above the facets, and the menu of both."""

    left_out = Signal(str, str)
    """A group of facets and its value that is to be left out."""

    def __init__(self, screen: Screen, facets: FacetList) -> None:
        super().__init__(screen)
        self._screen, self._facets = screen, facets
        self._desk: Desk | None = None
        self._searches: tuple[Search, ...] = ()
        self._query = ""
        self.save = screen.act("save-search", self.tr("Save this search"), ["Ctrl+D"], self._save)
        self.rename = screen.act("rename-search", self.tr("Rename a saved search"), ["F2"], self._rename)
        self.remove = screen.act("remove-search", self.tr("Remove a saved search"), ["Delete"], self._remove)
        facets.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        facets.customContextMenuRequested.connect(self._menu)

    def set_desk(self, desk: Desk | None) -> None:
        """Act on this project."""
        self._desk = desk

    def show(self, searches: tuple[Search, ...], query: str) -> None:
        """What is saved, and the query that would be."""
        self._searches, self._query = searches, query.strip()
        self.save.setEnabled(bool(self._query))

    def link(self) -> str:
        """The words of the link that saves the query, empty where there is none or it is saved already."""
        return self.tr("Save this search") if self._query and self.saved() is None else ""

    def saved(self) -> Search | None:
        """The saved search that the query is."""
        return next((one for one in self._searches if one.query == self._query), None)

    def found(self, search_id: str) -> Search | None:
        """A saved search by its id."""
        return next((one for one in self._searches if one.search_id == search_id), None)

    def _current(self) -> Search | None:
        """The search that the keyboard is at, else the one that the query is."""
        at = self._facets.current() if self._facets.hasFocus() else None
        return self.found(at[1]) if at is not None and at[0] == SAVED else self.saved()

    def _save(self) -> None:
        if self._desk is None or not self._query:
            return
        name = self._ask(self.tr("Save this search"), self._query)
        if name is not None:
            _, changes = self._desk.claims.save_search(name, self._query)
            self._screen.changed.emit(changes)

    def _rename(self) -> None:
        search = self._current()
        if self._desk is None or search is None:
            return
        name = self._ask(self.tr("Rename the search"), search.name)
        if name is not None:
            self._screen.changed.emit(self._desk.claims.rename_search(search.search_id, name))

    def _remove(self) -> None:
        search = self._current()
        if self._desk is not None and search is not None:
            self._screen.changed.emit(self._desk.claims.remove_search(search.search_id))

    def _ask(self, title: str, name: str) -> str | None:
        parent = self._screen.window()
        typed, agreed = QInputDialog.getText(parent, title, self.tr("Name"), QLineEdit.EchoMode.Normal, name)
        return typed if agreed else None

    def _menu(self, at: QPoint) -> None:
        self._facets.setCurrentIndex(self._facets.indexAt(at))
        current = self._facets.current()
        if current is None:
            return
        menu = QMenu(self._facets)
        if current[0] == SAVED:
            menu.addActions([self.rename, self.remove])
        else:
            menu.addAction(self.tr("Leave these out")).triggered.connect(lambda: self.left_out.emit(*current))
        self._facets.setFocus()
        menu.exec(self._facets.viewport().mapToGlobal(at))
        menu.deleteLater()
