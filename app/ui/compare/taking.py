"""Taking a comparison away: as a table, a picture, a page; every way has a key and stands in the menu of Export."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton

from app.services.desk import Desk
from app.services.exports.pages import Arranged, Page
from app.services.topics.comparing import Comparison
from app.ui import saving
from app.ui.compare.page import output
from app.ui.compare.page.report import report
from app.ui.counted import counted
from app.ui.screen import Screen


class TakingActs(QObject):
    """Acts on the comparison that is shown."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self._arranged: Arranged | None = None
        self.csv = screen.act("export", self.tr("Save as CSV"), ["Ctrl+E"], self._ask_csv)
        self.copy = screen.act("copy-table", self.tr("Copy as a table with sources"), ["Ctrl+Shift+C"], self.copy_table)
        self.rows = screen.act("copy-sheet", self.tr("Copy rows for a spreadsheet"), ["Ctrl+Alt+C"], self.copy_sheet)
        self.picture = screen.act("picture", self.tr("Save as a picture"), ["Ctrl+Shift+E"], self._ask_picture)
        self.pdf = screen.act("pdf", self.tr("Save one page as PDF"), ["Ctrl+Shift+P"], self._ask_pdf)
        self.print = screen.act("print", self.tr("Print one page"), ["Ctrl+P"], self._print)

    def offer(self, button: QPushButton) -> None:
        """List every way in the menu of this button."""
        menu = QMenu(button)
        menu.addActions([self.csv, self.copy, self.rows, self.picture, self.pdf, self.print])
        for act in menu.actions():
            act.setShortcutVisibleInContextMenu(True)
        button.setMenu(menu)

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None, arranged: Arranged) -> None:
        """Take this comparison away as it is arranged, or none."""
        self._desk, self._comparison, self._arranged = desk, comparison, arranged
        self.csv.setEnabled(comparison is not None)
        for act in (self.copy, self.rows, self.picture, self.pdf, self.print):
            act.setEnabled(comparison is not None and bool(comparison.rows))

    def save_csv(self, path: Path) -> None:
        """Write what is shown as CSV that Excel opens right."""
        if self._desk is not None and self._comparison is not None and self._arranged is not None:
            self._desk.exporting.comparison(path, self._comparison, self._arranged)
            self._report(self.tr("Written to {0}").format(path.name))

    def copy_table(self) -> None:
        """Put the figures onto the clipboard as a table that fits the page of a text, with its sources."""
        self._put(report)

    def copy_sheet(self) -> None:
        """Put all that is known of the figures onto the clipboard for a spreadsheet."""
        self._put(output.sheet)

    def _put(self, held: Callable[[Page], QMimeData]) -> None:
        if (page := self._page()) is not None:
            QGuiApplication.clipboard().setMimeData(held(page))
            rows = len(page.comparison.rows)
            self._report(counted(rows, self.tr("%n figure copied"), self.tr("%n figures copied")))

    def save_picture(self, path: Path) -> None:
        """Write a PNG or an SVG, as the file is called."""
        if (page := self._page()) is not None:
            output.save_picture(page, path)
            self._report(self.tr("Written to {0}").format(path.name))

    def save_pdf(self, path: Path) -> None:
        """Write one A4 page, and say so where it had no room for every figure."""
        if (page := self._page()) is not None:
            self._report_left_out(output.save_pdf(page, path), self.tr("Written to {0}").format(path.name))

    def _page(self) -> Page | None:
        if self._desk is None or self._comparison is None or self._arranged is None:
            return None
        return self._desk.pages.of(self._comparison, self._arranged)

    def _ask_csv(self) -> None:
        if self._comparison is not None and (
            path := saving.ask(self._screen, self.tr("Export this comparison"), self._comparison.topic.name)
        ):
            self.save_csv(path)

    def _ask_picture(self) -> None:
        self._ask(self.tr("Save as a picture"), (".png", ".svg"), self.save_picture)

    def _ask_pdf(self) -> None:
        self._ask(self.pdf.text(), (".pdf",), self.save_pdf)

    def _ask(self, question: str, suffixes: tuple[str, ...], save: Callable[[Path], None]) -> None:
        if self._comparison is not None and (
            path := saving.ask(self._screen, question, self._comparison.topic.name, suffixes)
        ):
            save(path)

    def _print(self) -> None:
        """Ask for a printer; where there is none, or no printing in this installation, for a PDF file."""
        page = self._page()
        if page is None:
            return
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
        except ImportError:
            self._ask_instead(self.tr("Nothing can be printed from this installation; a PDF can be saved instead"))
            return
        if not QPrinterInfo.availablePrinterNames():
            self._ask_instead(self.tr("No printer was found; the page can be saved as PDF instead"))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._screen)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._report_left_out(output.paint_on(printer, page), self.tr("Printed"))
        dialog.deleteLater()

    def _ask_instead(self, why: str) -> None:
        """Ask for a PDF file, saying why nothing is printed."""
        self._report(why)
        self._ask(why, (".pdf",), self.save_pdf)

    def _report_left_out(self, left_out: int, done: str) -> None:
        more = counted(left_out, self.tr("%n figure had no room"), self.tr("%n figures had no room"))
        self._report(f"{done}; {more}" if left_out else done)

    def _report(self, words: str) -> None:
        self._screen.done.emit(words)
