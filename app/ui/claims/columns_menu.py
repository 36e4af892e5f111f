"""The menu of columns: which are shown, what the grid is sorted by, how high its rows are."""

from collections.abc import Callable

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.services.claims.grid_columns import LARGEST_FIRST, Column
from app.ui.claims.grid import ALWAYS, Grid

Sort = Callable[[Column, bool], object]
"""Sort by a column, the largest or latest first or last."""


class ColumnsMenu(QMenu):
    """Acts on a grid; it is filled each time it opens."""

    def __init__(self, grid: Grid, sort: Sort, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid, self._sort = grid, sort
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Bring the entries up to date."""
        self.clear()
        grid, table = self._grid, self._grid.table()
        shown = grid.shown_columns()
        for column in (*shown, *(one for one in Column if one not in shown)):
            if column in ALWAYS:
                continue
            named = table.words.named(column)
            squeezed = column in shown and grid.isColumnHidden(column)
            act = self.addAction(self.tr("{0}: no room now").format(named) if squeezed else named)
            act.setCheckable(True)
            act.setChecked(column in shown)
            act.toggled.connect(lambda on, column=column: grid.show_column(column, on))
        self.addSeparator()
        self.addMenu(self._orders())
        self.addMenu(self._densities())
        self.addSeparator()
        self.addAction(self.tr("Reset columns")).triggered.connect(lambda: grid.arrange((), {}, grid.density))

    def _orders(self) -> QMenu:
        menu = QMenu(self.tr("Sort by"), self)
        now, descending = self._grid.table().sorted_by
        for column in Column:
            act = menu.addAction(self._grid.table().words.named(column))
            act.setCheckable(True)
            act.setChecked(column is now)
            act.triggered.connect(lambda _=False, column=column: self._sort(column, column in LARGEST_FIRST))
        menu.addSeparator()
        menu.addAction(self.tr("Reverse the order")).triggered.connect(lambda: self._sort(now, not descending))
        return menu

    def _densities(self) -> QMenu:
        menu = QMenu(self.tr("Rows"), self)
        words = {
            "": self.tr("As in the settings"),
            "compact": self.tr("Compact"),
            "standard": self.tr("Standard"),
            "roomy": self.tr("Roomy"),
        }
        group = QActionGroup(menu)
        for density in words:
            act = menu.addAction(words[density])
            act.setCheckable(True)
            act.setChecked(density == self._grid.density)
            act.triggered.connect(lambda _=False, density=density: self._grid.set_density(density))
            group.addAction(act)
        return menu
