"""The Claims screen: narrow, sort, decide, file under a topic, export."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, ClaimFilter
from app.services.desk import Desk
from app.ui import saving
from app.ui.claims import narrowing
from app.ui.claims.citation import citation
from app.ui.claims.grid import Grid
from app.ui.claims.model import ORDERS, Column
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.facets import FacetList
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground
from app.ui.widgets.splitters import panes
from app.ui.widgets.words import Words

_EMPTY, _GRID = 0, 1


class ClaimsScreen(Screen):
    """Every claim of the project in one grid."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Claims")
        self.searches = self.tr("Search figures, words, speakers")
        self._narrowed = ClaimFilter()
        self._make_acts()
        self._stack = QStackedLayout(self)
        bring = KeyButton(self.tr("Bring in articles"), "file-plus", "primary", height=40)
        bring.clicked.connect(lambda: self.go.emit("library", ""))
        self._empty = EmptyState(
            self.tr("No claims yet"), bring, more=self.tr("Every figure of every article will be listed here.")
        )
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_page())
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self.footer_changed.emit())

    def _make_acts(self) -> None:
        self.next = self.act(self.tr("Next claim"), ["J"], lambda: self.grid.step(1))
        self.previous = self.act(self.tr("Previous claim"), ["K"], lambda: self.grid.step(-1))
        self.accept = self.act(self.tr("Accept"), ["A"], lambda: self._decide(State.ACCEPTED))
        self.reject = self.act(self.tr("Reject"), ["X"], lambda: self._decide(State.REJECTED))
        self.file = self.act(self.tr("Add to a topic"), ["C"], self._file)
        self.source = self.act(self.tr("Open the source"), ["O"], self._open)
        self.copy = self.act(self.tr("Copy with citation"), ["Ctrl+C"], self._copy)
        self.sorting = self.act(self.tr("Sort"), [], self._choose_order)
        self.export = self.act(self.tr("Export"), ["Ctrl+E"], self._export)

    def _make_page(self) -> QWidget:
        side = Ground("window", "right")
        inside = QVBoxLayout(side)
        inside.setContentsMargins(16, 16, 16, 16)
        self.facets = FacetList(self.tr("Narrow the claims"))
        self.facets.narrowed.connect(self._narrow)
        inside.addWidget(self.facets)
        main = Ground("surface")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_head())
        self.grid = Grid()
        self.grid.doubleClicked.connect(lambda _: self._open())
        self._nothing = EmptyState(self.tr("Nothing matches"), self._make_clear(), drawing=False)
        self._results = QStackedWidget()
        self._results.addWidget(self._nothing)
        self._results.addWidget(self.grid)
        column.addWidget(self._results, 1)
        return panes("claims", (side, 160, 208), (main, 600, 1160), stretch=1)

    def _make_head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(24, 12, 24, 12)
        head.setSpacing(12)
        self.count = Words("", "title")
        self.rest = ElidedLabel("", steps.font("small"), "text2")
        head.addWidget(self.count)
        head.addWidget(self.rest, 1)
        self.sort_button = KeyButton(self.sorting, "sort")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.sort_button, KeyButton(self.file, "plus"), KeyButton(self.export, "export")):
            buttons.addWidget(button)
        head.addLayout(buttons)
        return head

    def _make_clear(self) -> KeyButton:
        clear = KeyButton(self.tr("Show all claims"))
        clear.clicked.connect(self._widen)
        return clear

    # What the window asks of a screen

    def set_desk(self, desk: Desk | None) -> None:
        self._narrowed = ClaimFilter()
        self.facets.choose({})
        super().set_desk(desk)

    def search(self, words: str) -> None:
        if words != self._narrowed.words:
            self._narrowed = replace(self._narrowed, words=words)
            self._stale = True
            if self.isVisible():
                self.read()

    def reveal(self, ident: str) -> None:
        self.read()
        self.grid.select_ids([ident])

    def shown(self) -> None:
        self.read()
        if self._stack.currentIndex() == _GRID:
            self.grid.setFocus()
        elif self._empty.button is not None:
            self._empty.button.setFocus()

    def footer_keys(self) -> list[FooterKey]:
        if self._stack.currentIndex() == _EMPTY:
            return []
        return [
            FooterKey((self.next, self.previous), self.tr("move")),
            FooterKey((self.accept,), self.tr("accept")),
            FooterKey((self.reject,), self.tr("reject")),
            FooterKey((self.source,), self.tr("open the source")),
            FooterKey((self.copy,), self.tr("copy with citation")),
        ]

    def footer_note(self) -> str:
        count = len(self.grid.selectionModel().selectedRows())
        return self.tr("{0} selected").format(count) if count > 1 else ""

    def key_actions(self) -> list[QAction]:
        return self.actions()

    # Showing

    def narrowed(self) -> ClaimFilter:
        """What the grid is narrowed to."""
        return self._narrowed

    def _narrow(self) -> None:
        chosen = self.facets.chosen()
        self._narrowed = ClaimFilter(
            words=self._narrowed.words,
            kinds=frozenset({Kind(chosen["kind"])}) if "kind" in chosen else frozenset(),
            states=frozenset({State(chosen["state"])}) if "state" in chosen else ClaimFilter().states,
            basis=narrowing.stored(chosen.get("basis")),
            speaker=narrowing.stored(chosen.get("speaker")),
        )
        self._stale = True
        self.read()

    def _widen(self) -> None:
        """Let go of every choice; the words in the search field are the window's."""
        self.facets.choose({})
        self._narrowed = ClaimFilter()
        self._stale = True
        self.read()
        self.grid.setFocus()

    def _read(self) -> None:
        desk = self._desk
        if desk is None:
            self.grid.table().show(None, self._narrowed)
            self._stack.setCurrentIndex(_EMPTY)
            return
        kept = self.grid.selected_ids()
        row = self.grid.currentIndex().row()
        scrolled = self.grid.verticalScrollBar().value()
        facets = desk.claims.facets(self._narrowed)
        anything = facets.total or facets.matching or self._narrowed != ClaimFilter()
        self._stack.setCurrentIndex(_GRID if anything else _EMPTY)
        self._results.setCurrentIndex(1 if facets.matching else 0)
        table = self.grid.table()
        table.show(desk.claims, self._narrowed)
        if facets.matching and (not kept or self.grid.selected_ids() != kept):
            still = [claim_id for claim_id in kept if table.position(claim_id) is not None]
            self.grid.select_ids(still or [table.claim_id(min(max(row, 0), facets.matching - 1))])
            self.grid.verticalScrollBar().setValue(scrolled if kept else 0)
        self._say(facets)
        self.facets.set_groups(narrowing.groups(facets, self.tr))
        self._say_order()
        self.footer_changed.emit()

    def _say(self, facets: ClaimFacets) -> None:
        self.count.setText(counted(facets.matching, self.tr("%n claim"), self.tr("%n claims")))
        articles = counted(facets.articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(facets.origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        of = self.tr("of {0}   ·   ").format(f"{facets.total:,}") if facets.matching != facets.total else ""
        self.rest.setText(f"{of}{articles}, {origins}")

    # Sorting

    def _say_order(self) -> None:
        column, _ = self.grid.table().sorted_by
        self.sorting.setText(self.tr("Sort: {0}").format(self._order_words(column).lower()))

    def _order_words(self, column: Column) -> str:
        return self.tr("State") if column is Column.STATE else self.grid.table().title(column)

    def _choose_order(self) -> None:
        menu = QMenu(self)
        now, descending = self.grid.table().sorted_by
        for column in ORDERS:
            if column in (Column.LOW, Column.HIGH):
                continue
            act = menu.addAction(self._order_words(column))
            act.setCheckable(True)
            act.setChecked(column is now)
            act.setData(int(column))
        menu.addSeparator()
        turn = menu.addAction(self.tr("The other way round"))
        chosen = menu.exec(self.sort_button.mapToGlobal(self.sort_button.rect().bottomLeft()))
        if chosen is turn:
            self.order_by(now, descending=not descending)
        elif chosen is not None:
            column = Column(chosen.data())
            self.order_by(column, descending=column in (Column.PUBLISHED, Column.FIGURE))

    def order_by(self, column: Column, *, descending: bool) -> None:
        """Sort the grid."""
        self.grid.sort_by(column, descending=descending)
        self._say_order()

    # Acting

    def _decide(self, state: State) -> None:
        if self._desk is not None and (ids := self.grid.selected_ids()):
            self.changed.emit(self._desk.reviewing.decide(ids, state))

    def _file(self) -> None:
        ids = self.grid.selected_ids()
        if self._desk is None or not ids:
            return
        topics = [row.topic for row in self._desk.grouping.topics()]
        if not topics:
            self.go.emit("compare", "")
            return
        menu = QMenu(self)
        for topic in topics:
            menu.addAction(topic.name.replace("&", "&&")).setData(topic.topic_id)
        menu.addSeparator()
        elsewhere = menu.addAction(self.tr("New topic…"))
        below = self.grid.visualRect(self.grid.currentIndex()).bottomLeft()
        chosen = menu.exec(self.grid.viewport().mapToGlobal(below))
        if chosen is elsewhere:
            self.go.emit("compare", "")
        elif chosen is not None:
            self.changed.emit(self._desk.grouping.file(ids, chosen.data()))

    def _open(self) -> None:
        if ids := self.grid.selected_ids():
            self.open_source.emit(ids[0])

    def _copy(self) -> None:
        if self._desk is not None and (ids := self.grid.selected_ids()):
            QGuiApplication.clipboard().setText("\n".join(map(citation, self._desk.claims.lines(ids))))

    def _export(self) -> None:
        if self._desk is None:
            return
        if path := saving.ask(self, self.tr("Export these claims"), self.tr("claims")):
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the claims that are shown as CSV that Excel opens right."""
        if self._desk is not None:
            self._desk.exporting.claims(path, self.grid.table().claim_ids())
            self.done.emit(self.tr("Written to {0}").format(path.name))
