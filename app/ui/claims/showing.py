"""What the Claims screen shows of a project: read part by part, in a large one on a thread."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal

from app.domain import claim_query
from app.domain.claim_query import Query
from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, ClaimLine, Facet, Sources
from app.domain.spread import Spread
from app.services.claims.grid import HEAD, Claims, SearchRow
from app.services.listed import Listed
from app.ui.claims import narrowing
from app.ui.claims.model import PAGE
from app.ui.claims.page import Page
from app.ui.claims.query_field import QueryField
from app.ui.claims.searches import SearchActs
from app.ui.threads.reading import LARGE, Part, Reading

Rows = tuple[Listed, dict[int, ClaimLine]]
"""Claims in order, and the first lines of them."""


def _with_lines(listed: Listed, *, reach: bool) -> Rows:
    return listed, listed.lines(0, HEAD if reach else PAGE, reach=reach)


class Showing(Reading):
    """Fills the page with what a query finds: the first rows, then all, then what is counted, the slowest last."""

    came = Signal()
    """Other rows are shown."""

    def __init__(self, page: Page, field: QueryField, saved: SearchActs) -> None:
        super().__init__(page)
        self._page, self._field, self._saved = page, field, saved
        self.facets: ClaimFacets | None = None
        """What was counted last."""
        self.measure: tuple[Kind, str | None] | None = None
        """The kind and the unit whose spread is wanted; None for the commonest."""
        self.spread_wanted = True
        self.apart = False
        """The project is large: what is shown follows a moment after what was done."""
        self._asked = claim_query.read("")
        self._searches: list[SearchRow] = []
        self.counting = Reading(self)
        self.counting.problem.connect(self.problem)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._count_reaches)
        page.grid.table().counting.connect(self._soon.start)

    def forget_all(self) -> None:
        """Another project comes: nothing of this one is shown any more."""
        self.forget()
        self.counting.forget()
        self.facets, self.measure, self._searches = None, None, []

    def read(self, claims: Claims, asked: Query) -> bool:
        """Read what a query finds and show it; whether there are any claims at all."""
        self._asked = asked
        table, narrowed, measure = self._page.grid.table(), asked.narrowed, self.measure
        column, descending = table.sorted_by
        order, most = column.order, claims.at_most()
        self.apart = most > LARGE
        table.counts = not self.apart

        def rows() -> Rows:
            return _with_lines(claims.listed(narrowed, order, descending=descending), reach=not self.apart)

        def head() -> Rows | None:
            found = claims.head(narrowed, order, descending=descending)
            return None if found is None else _with_lines(found, reach=False)

        parts: list[Part] = [
            (rows, lambda found: self._show_rows(*found)),
            (lambda: claims.facets(narrowed, topics=False), self._show_counts),
            (lambda: claims.spread(narrowed, measure), self._show_spread),
            (lambda: claims.topics(narrowed), self._show_topics),
            (claims.searches, self._show_searches),
            (lambda: claims.sources(narrowed), self._show_sources),
        ]
        if self.apart:
            parts.insert(0, (head, self._show_head))
        self.ask(parts, apart=self.apart)
        return most > 0

    def _show_head(self, found: Rows | None) -> None:
        """What is seen at first, while all rows are still being put in order."""
        if found is None:
            self._page.head.show_sorting()
            return
        listed, lines = found
        self._show_rows(listed, lines, whole=len(listed) < HEAD)

    def _show_rows(self, listed: Listed, lines: dict[int, ClaimLine], *, whole: bool = True) -> None:
        grid = self._page.grid
        table = grid.table()
        follows = whole and not table.whole and grid.model().rowCount() > 0
        kept, row = grid.selected(), grid.currentIndex().row()
        scrolled = grid.verticalScrollBar().value()
        self._page.show_rows(found=bool(listed))
        table.show(listed, whole=whole)
        table.know(lines)
        same = grid.selected()
        if listed and not (kept and same and kept == same):
            rows = listed.places(kept.numbers) if kept else []
            current = min(max(row, 0), len(listed) - 1)
            grid.select_rows(rows or [current], current=rows[0] if rows else current)
            if not follows:
                grid.verticalScrollBar().setValue(scrolled if kept else 0)
        if whole:
            self._page.head.show_count(len(listed))
        else:
            self._page.head.show_counting()
        grid.horizontalHeader().viewport().update()
        self.came.emit()

    def _show_counts(self, facets: ClaimFacets) -> None:
        # Topics follow; until then those that were counted last stand there.
        self.facets = replace(facets, topics=self.facets.topics if self.facets else ())
        self._field.show_facets(self.facets)
        self._show_facets()

    def _show_spread(self, spread: Spread) -> None:
        self._page.spread.show_spread(spread, self._asked.narrowed)
        # One value alone, or none, has no spread; a handle that was set stays reachable.
        worth = len(spread.values) > 1 or bool(self._asked.narrowed.between)
        self._page.spread.setVisible(self.spread_wanted and spread.measure is not None and worth)

    def _show_topics(self, topics: tuple[Facet, ...]) -> None:
        if self.facets is not None:
            self.facets = replace(self.facets, topics=topics)
            self._field.show_facets(self.facets)
            self._show_facets()

    def _show_sources(self, sources: Sources) -> None:
        if self.facets is not None:
            self._page.head.show_reach(self.facets, sources)

    def _show_searches(self, searches: list[SearchRow]) -> None:
        self._searches = searches
        self._saved.show(tuple(row.search for row in searches), self._asked.text)
        self._show_facets()

    def _show_facets(self) -> None:
        if (facets := self.facets) is None:
            return
        saved = self._saved.saved()
        chosen = narrowing.chosen(self._asked.text, facets)
        self._page.facets.choose({**chosen, narrowing.SAVED: {saved.search_id} if saved else set()})
        self._page.facets.set_groups(narrowing.groups(facets, self._searches, self._saved.link()))

    def _count_reaches(self) -> None:
        """Count where else the figures of the rows that are seen are printed, and forget those that were seen."""
        grid = self._page.grid
        table = grid.table()
        listed, rows = table.listed(), table.uncounted()
        seen = set(grid.rows_seen())
        table.give_up_counting(row for row in rows if row not in seen)
        if listed is None or not (asked := table.uncounted()):
            return

        def show(found: dict[int, tuple[int, int]]) -> None:
            if table.listed() is listed:
                table.show_reaches(found)

        self.counting.ask([(lambda: listed.reaches(asked), show)], apart=True)
