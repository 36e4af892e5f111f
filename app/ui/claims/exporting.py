"""Writing what the grid shows to a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from app.services.desk import Desk
from app.ui import saving
from app.ui.claims.grid import Grid
from app.ui.screen import Screen
from app.ui.threads.waiting import Waiting


class ExportActs(QObject):
    """Acts on all claims that are shown, selected or not."""

    def __init__(self, screen: Screen, grid: Grid, everything: Callable[[], Sequence[str]]) -> None:
        """`everything` gives the claims that are shown, of which the grid may know the first page alone."""
        super().__init__(screen)
        self._screen, self._grid, self._everything = screen, grid, everything
        self._desk: Desk | None = None
        self.view = screen.act("export", self.tr("Export"), ["Ctrl+E"], self._ask_view)
        screen.act("export-every-column", self.tr("Export every column"), ["Ctrl+Shift+E"], self._ask_every_column)

    def set_desk(self, desk: Desk | None) -> None:
        """Write what is in this project."""
        self._desk = desk

    def write_view(self, path: Path) -> None:
        """Write exactly the rows and columns that are shown as CSV that Excel opens right."""
        if (desk := self._desk) is not None:
            columns = self._grid.shown_columns()
            self._wait(path, lambda: desk.exporting.grid(path, self._everything(), columns))

    def write_every_column(self, path: Path) -> None:
        """Write the rows that are shown with every column of claims.csv."""
        if (desk := self._desk) is not None:
            self._wait(path, lambda: desk.exporting.claims(path, self._everything()))

    def _ask_view(self) -> None:
        asked = self.tr("Export these claims")
        if self._desk is not None and (path := saving.ask(self._screen, asked, self.tr("claims"))):
            self.write_view(path)

    def _ask_every_column(self) -> None:
        asked = self.tr("Export every column of these claims")
        if self._desk is not None and (path := saving.ask(self._screen, asked, self.tr("claims"))):
            self.write_every_column(path)

    def _wait(self, path: Path, write: Callable[[], None]) -> None:
        """A million claims take a minute."""
        Waiting(write).run(self._screen.window(), self.tr("Writing {0}…").format(path.name))
        self._screen.done.emit(self.tr("Written to {0}").format(path.name))
