"""The Claims screen: narrow by query, facet or range, sort, act on what is selected, export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain import claim_query, query
from app.domain.changes import Changes
from app.domain.listing import ClaimFilter
from app.domain.spread import Measure
from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.claims import narrowing
from app.ui.claims.arrangement import Arrangement
from app.ui.claims.columns_menu import ColumnsMenu
from app.ui.claims.exporting import ExportActs
from app.ui.claims.grid import Grid
from app.ui.claims.page import Page
from app.ui.claims.query_field import QueryField
from app.ui.claims.query_help import QueryHelp
from app.ui.claims.searches import SearchActs
from app.ui.claims.selection import SelectionActs
from app.ui.claims.showing import Showing
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.search_field import SearchField

_EMPTY, _GRID = 0, 1


class ClaimsScreen(Screen):
    """Every claim of the project in one grid. One query says what is shown; facets and histogram write into it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Claims")
        self.searches = self.tr("Search figures, words, speakers")
        self._query = claim_query.read("")
        self.grid = Grid()
        self._make_acts()
        self.field = QueryField(self.explain, self)
        self.field.asked.connect(self.search)
        self.field.turned.connect(self._show_problems)
        self.columns_button = KeyButton(self.columns, "columns")
        self.columns_menu = ColumnsMenu(self.grid, lambda column, down: self.order_by(column, descending=down), self)
        page = self._page = Page(self.grid, self.columns_button, KeyButton(self.exports.view, "export"))
        self.head, self.facets, self.spread = page.head, page.facets, page.spread
        self.saved = SearchActs(self, page.facets)
        self.reading = Showing(page, self.field, self.saved)
        self.reading.problem.connect(self.problem)
        self.reading.came.connect(self.footer_changed)
        self._listen(page)
        bring = KeyButton(self.tr("Bring in articles"), "file-plus", "primary", height=40)
        bring.clicked.connect(lambda: self.go.emit("library", ""))
        self._empty = EmptyState(
            self.tr("No claims yet"), bring, more=self.tr("Every figure of every article will be listed here.")
        )
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)

    def _make_acts(self) -> None:
        self.next = self.act("next", self.tr("Next claim"), ["J"], lambda: self.grid.step(1))
        self.previous = self.act("previous", self.tr("Previous claim"), ["K"], lambda: self.grid.step(-1))
        self.selection = SelectionActs(self, self.grid)
        self.columns = self.act("columns", self.tr("Columns"), ["Shift+S"], self._choose_columns)
        self.bars = self.act("bars", self.tr("Show the spread of values"), ["H"], self._toggle_spread)
        self.explain = self.act("explain", self.tr("How to search"), ["Ctrl+H"], self._explain)
        self.exports = ExportActs(self, self.grid, self._everything)

    def _listen(self, page: Page) -> None:
        page.facets.narrowed.connect(self._narrow)
        page.facets.pressed.connect(self._press)
        self.saved.left_out.connect(lambda group, value: self.ask(narrowing.excluding(self._query.text, group, value)))
        page.spread.asked.connect(self._brush)
        page.spread.measured.connect(self._look_at)
        page.clear.clicked.connect(self._widen)
        self.grid.doubleClicked.connect(lambda _: self.selection.source.trigger())
        self.grid.sort_asked.connect(lambda column, down: self.order_by(Column(column), descending=down))
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.grid.addActions(self.selection.all())
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self.footer_changed.emit())

    # What the window asks of a screen

    def set_compact(self, compact: bool) -> None:
        self._page.set_compact(compact)

    def set_desk(self, desk: Desk | None) -> None:
        self.reading.forget_all()
        self.selection.set_desk(desk)
        self.saved.set_desk(desk)
        self.exports.set_desk(desk)
        self._query = claim_query.read("")
        self.facets.choose({})
        super().set_desk(desk)

    def set_field(self, field: SearchField | None) -> None:
        self.field.set_field(field)

    def searched_for(self) -> str:
        return self._query.text

    def search(self, words: str) -> None:
        if words == self._query.text:
            return
        self._query = claim_query.read(words)
        self._stale = True
        if self.isVisible():
            self.read()

    def refresh(self, changes: Changes) -> None:
        if changes.claims and self.reading.apart:
            # The rows that are seen say at once what was decided; which rows there are follows.
            self.grid.table().read_again()
        super().refresh(changes)

    def reveal(self, ident: str) -> None:
        self.read()
        if self.grid.table().position(ident) is None and self._query.text:
            self.ask("")
        self.grid.select_ids([ident])

    def current(self) -> str | None:
        return self.grid.current_id()

    def shown(self) -> None:
        self.read()
        if self._stack.currentIndex() == _GRID:
            self.grid.setFocus()
        elif self._empty.button is not None:
            self._empty.button.setFocus()

    def footer_keys(self) -> list[FooterKey]:
        if self._stack.currentIndex() == _EMPTY:
            return []
        acts = self.selection
        return [
            FooterKey((self.next, self.previous), self.tr("move")),
            FooterKey((acts.accept,), self.tr("accept")),
            FooterKey((acts.reject,), self.tr("reject")),
            FooterKey((acts.file,), self.tr("add to comparison")),
            FooterKey((acts.pin,), self.tr("pin")),
            FooterKey((acts.source,), self.tr("open the source")),
            FooterKey((acts.copy,), self.tr("copy with citation")),
        ]

    def footer_note(self) -> str:
        count = self.grid.selected_count()
        return self.tr("{0} selected").format(f"{count:,}") if count > 1 else ""

    def key_actions(self) -> list[QAction]:
        return self.actions()

    def arrangement(self) -> str:
        column, descending = self.grid.table().sorted_by
        return Arrangement(
            columns=tuple(one.name for one in self.grid.shown_columns()),
            widths=tuple((one.name, wide) for one, wide in self.grid.own_widths().items()),
            density=self.grid.density,
            sorted_by=column.name,
            descending=descending,
            spread=self.reading.spread_wanted,
            recent=tuple(self.field.recent),
        ).written()

    def arrange(self, kept: str) -> None:
        arrangement = Arrangement.read(kept)
        self.grid.arrange(
            arrangement.shown(), {Column[name]: wide for name, wide in arrangement.widths}, arrangement.density
        )
        self.field.recent = list(arrangement.recent)
        self.reading.spread_wanted = arrangement.spread
        order = (Column[arrangement.sorted_by], arrangement.descending)
        if order != self.grid.table().sorted_by:
            self.order_by(order[0], descending=order[1])

    # Narrowing

    def query(self) -> claim_query.Query:
        """What the grid is narrowed to, and what of it could not be read."""
        return self._query

    def narrowed(self) -> ClaimFilter:
        """What the grid is narrowed to."""
        return self._query.narrowed

    def ask(self, text: str) -> None:
        """Narrow to a query that was not typed into the search field, which then says it."""
        self.field.write(text)
        self.search(text)

    def _narrow(self) -> None:
        self.ask(narrowing.with_chosen(self._query.text, self.facets.all_chosen(), self.reading.facets))

    def _press(self, group: str, value: str) -> None:
        if group != narrowing.SAVED:
            return
        if not value:
            self.saved.save.trigger()
        elif (search := self.saved.found(value)) is not None:
            self.ask("" if search == self.saved.saved() else search.query)

    def _brush(self, words: str, unit: str) -> None:
        kind = self.spread.kind()
        if kind is not None:
            text = query.with_values(self._query.text, kind.value, [words] if words else [])
            self.ask(query.with_values(text, "unit", [unit]) if unit else text)

    def _look_at(self, measure: Measure) -> None:
        self.reading.measure = (measure.kind, measure.unit)
        self._stale = True
        self.read()

    def _everything(self) -> Sequence[str]:
        """What is shown, all of it, read here where the grid still waits for it."""
        table = self.grid.table()
        if self._desk is None or table.whole:
            return table.listed() or ()
        column, descending = table.sorted_by
        return self._desk.claims.listed(self._query.narrowed, column.order, descending=descending)

    def _widen(self) -> None:
        self.ask("")
        self.grid.setFocus()

    # Showing

    def _read(self) -> None:
        if self._desk is None:
            self.grid.table().show(None)
            self._stack.setCurrentIndex(_EMPTY)
            return
        self.field.show_query(self._query)
        self._show_problems()
        self._stack.setCurrentIndex(_GRID if self.reading.read(self._desk.claims, self._query) else _EMPTY)
        self.footer_changed.emit()

    def _show_problems(self) -> None:
        self.head.show_problems(self.field.problems())

    def _toggle_spread(self) -> None:
        self.reading.spread_wanted = not self.reading.spread_wanted
        self._stale = True
        self.read()

    # Columns

    def order_by(self, column: Column, *, descending: bool) -> None:
        """Sort the grid, keeping the selected claims."""
        self.grid.table().sorted_by = (column, descending)
        self._stale = True
        if self.isVisible():
            self.read()

    def _choose_columns(self) -> None:
        button = self.columns_button
        self.columns_menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _explain(self) -> None:
        shown = QueryHelp(self.window())
        shown.tried.connect(self.ask)
        shown.exec()
        shown.deleteLater()
