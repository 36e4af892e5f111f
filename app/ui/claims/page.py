"""The page of the Claims screen: facets at the left; the head, the spread of values and the rows at the right."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.ui.claims.grid import Grid
from app.ui.claims.head import Head
from app.ui.claims.spread_panel import SpreadPanel
from app.ui.look import type as steps
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.facets import FacetList
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground, Rule
from app.ui.widgets.splitters import panes

_LOW = 480
"""Below this height, in pixels at 100 %, the rows need what the spread of values can spare."""


class Page(QWidget):
    """Lays out its parts, which the screen fills and listens to."""

    def __init__(self, grid: Grid, *buttons: KeyButton) -> None:
        """`buttons` stand in the head."""
        super().__init__()
        self.grid = grid
        self.facets = FacetList(self.tr("Narrow the claims"))
        self.head = Head(*buttons)
        self.spread = SpreadPanel()
        self.clear = KeyButton(self.tr("Show all claims"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._panes = panes("claims", (self._make_side(), 160, 208), (self._make_main(), 600, 1160), stretch=1)
        whole.addWidget(self._panes)

    def _make_side(self) -> QWidget:
        side = Ground("window", "right")
        self._side = QVBoxLayout(side)
        self._side.setContentsMargins(16, 16, 16, 16)
        self._side.addWidget(self.facets)
        return side

    def set_compact(self, compact: bool) -> None:
        """In a small window the facets leave more of it to the quotes, as those of the Library do to the text."""
        self._side.setContentsMargins(*((8, 16, 8, 8) if compact else (16, 16, 16, 16)))
        wide = self.window().width()
        side = min(steps.scaled(184 if compact else 208), wide // 6)
        self._panes.setSizes([side, wide - side])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spread.set_low(self.height() < steps.scaled(_LOW))

    def _make_main(self) -> QWidget:
        main = Ground("surface")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        around = QHBoxLayout()
        around.setContentsMargins(24, 0, 24, 12)
        around.addWidget(self.spread)
        column.addLayout(around)
        column.addWidget(Rule())
        self._results = QStackedWidget()
        self._results.addWidget(EmptyState(self.tr("Nothing matches"), self.clear, drawing=False))
        self._results.addWidget(self.grid)
        column.addWidget(self._results, 1)
        return main

    def show_rows(self, *, found: bool) -> None:
        """Show the rows, or that there are none."""
        self._results.setCurrentIndex(1 if found else 0)
