"""Figures side by side in the body of Compare: strip, filter and table, and the acts on a column."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from app.services.desk import Desk
from app.services.topics.comparing import Comparison, Row
from app.services.topics.side_by_side import FEWEST, MOST, Sides
from app.ui.citation import citation
from app.ui.compare.bar import Bar
from app.ui.compare.basis_dialog import edit_basis
from app.ui.compare.segments import Segments
from app.ui.compare.side.strip import SideStrip
from app.ui.compare.side.table import SideTable
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import Words

ALL, DIFFERING = "all", "differing"
LEAST = 224
"""The least height of the table at 100 %; below it the whole page scrolls."""


class SideView(QWidget):
    """Starts from the selected rows of the table, or from the reference and the current row.

    Its acts are the screen's, and are on only while it is in front, so that they can have the keys of the table's.
    """

    left = Signal()
    """Back to the table."""
    explained = Signal(str)
    """Show the working of the figure of this claim."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self._sides: Sides | None = None
        self._ids: list[str] = []
        """The claims of the columns; empty until the view comes to the front."""
        self._make_acts()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._make_page())
        self._stack.addWidget(
            EmptyState(
                self.tr("It takes two figures to set side by side"),
                more=self.tr("This topic has fewer; add some to it first."),
                drawing=False,
            )
        )
        self.setFocusProxy(self.table)
        self._enable()

    def _make_acts(self) -> None:
        act = self._screen.act
        self.next = act("side_next", self.tr("Next row side by side"), ["J"], lambda: self.table.step(1))
        self.previous = act("side_previous", self.tr("Previous row side by side"), ["K"], lambda: self.table.step(-1))
        self.pin = act("side_pin", self.tr("Pin this column"), ["P"], self._pin)
        self.edit = act("side_edit", self.tr("Edit the basis of this column"), ["E"], self._edit)
        self.source = act("side_source", self.tr("Open the source of this column"), ["O"], self._open)
        self.copy = act("side_copy", self.tr("Copy this column with citation"), ["Ctrl+C"], self._copy)
        self.add = act("side_add", self.tr("Add a figure"), ["C"], self._offer)
        self.remove = act("side_remove", self.tr("Take this column away"), ["Delete"], self._remove)
        self.working = act("side_working", self.tr("Show the working"), ["Return", "Enter"], self._explain)
        self.back = act("side_back", self.tr("Back to the table"), ["Backspace"], self.left.emit)

    def acts(self) -> tuple[QAction, ...]:
        """Every act that is on only while it is in front."""
        moving = (self.next, self.previous, self.source, self.working, self.back)
        return (*moving, self.pin, self.edit, self.add, self.remove, self.copy)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.strip = SideStrip(self.working)
        column.addWidget(self.strip)
        self._title = Words("", "heading")
        self.filter = Segments(self.tr("Rows"), [(ALL, self.tr("All rows")), (DIFFERING, self.tr("Those that differ"))])
        self.filter.choose(ALL)
        self.filter.chosen.connect(lambda _: self._fill())
        self._adder = KeyButton(self.add, "plus")
        column.addWidget(Bar([self._title], [self.filter, self._adder]))
        self._panel = Panel()
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(1, 1, 1, 8)
        self.table = SideTable()
        self.table.column_chosen.connect(self._enable)
        inside.addWidget(self.table)
        column.addWidget(self._panel, 1)
        return page

    # Showing

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None, chosen: Sequence[str]) -> None:
        """Show the chosen figures; once in front the columns stay as the person has them, as far as they still are."""
        same = self._comparison and comparison and self._comparison.topic.topic_id == comparison.topic.topic_id
        self._desk, self._comparison = desk, comparison
        held = _held(comparison, self._ids) if same else []
        self._show(held if len(held) >= FEWEST else _first(comparison, chosen))

    def set_whole(self, whole: bool) -> None:
        """Show all rows at once, on a page that scrolls; or as many as there is room for."""
        self.table.set_whole(whole)

    def sides(self) -> Sides | None:
        """What is shown."""
        return self._sides

    def footer_keys(self) -> list[FooterKey]:
        """The keys that act here, for the window's footer."""
        if self._sides is None:
            return [FooterKey((self.back,), self.tr("back to the table"))]
        return [
            FooterKey((self.next, self.previous), self.tr("row")),
            FooterKey((self.pin,), self.tr("pin this column")),
            FooterKey((self.edit,), self.tr("edit its basis")),
            FooterKey((self.remove,), self.tr("take it away")),
            FooterKey((self.source,), self.tr("open the source")),
            FooterKey((self.copy,), self.tr("copy with citation")),
            FooterKey((self.back,), self.tr("back to the table")),
        ]

    def _show(self, claim_ids: Sequence[str]) -> None:
        enough = self._desk is not None and self._comparison is not None and len(claim_ids) >= FEWEST
        self._sides = None
        if enough and self._desk is not None and self._comparison is not None:
            self._sides = self._desk.side_by_side.of(self._comparison, claim_ids)
        self._ids = [row.line.record.claim_id for row in self._sides.rows] if self._sides else []
        self._stack.setCurrentIndex(0 if self._sides else 1)
        if self._sides is not None:
            self.strip.show_sides(self._sides)
            self._title.setText(self._titled(len(self._ids)))
            lines, apart = len(self._sides.lines), self._sides.differing
            self.filter.name(ALL, counted(lines, self.tr("The only row"), self.tr("All %n rows")))
            self.filter.name(DIFFERING, counted(apart, self.tr("%n that differs"), self.tr("%n that differ")))
            self.filter.set_enabled(DIFFERING, enabled=apart > 0)
            if not apart:
                self.filter.choose(ALL)
        self._fill()

    def _titled(self, count: int) -> str:
        return {
            2: self.tr("Two figures side by side"),
            3: self.tr("Three figures side by side"),
            4: self.tr("Four figures side by side"),
        }[count]

    def _fill(self) -> None:
        self.table.show_sides(self._sides, only_differing=self.filter.current() == DIFFERING)
        self._enable()

    def _enable(self) -> None:
        front, figure = not self.isHidden(), self.table.current_figure()
        some = front and self._sides is not None
        for act in (self.next, self.previous, self.working):
            act.setEnabled(some)
        for act in (self.source, self.edit, self.copy):
            act.setEnabled(some and figure is not None)
        self.pin.setEnabled(some and figure is not None and not self._is_pinned(figure))
        self.remove.setEnabled(some and len(self._ids) > FEWEST)
        self.add.setEnabled(some and len(self._ids) < MOST and bool(self._others()))
        self.back.setEnabled(front)

    def _is_pinned(self, figure: Row) -> bool:
        return self._sides is not None and self._sides.topic.pinned in figure.claim_ids

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._panel.setMinimumHeight(steps.scaled(LEAST))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            # Another view came to the front; the next time it starts from what is selected then.
            self._ids = []
        self._enable()

    # Acting

    def _others(self) -> list[Row]:
        rows = self._comparison.rows if self._comparison else ()
        return [row for row in rows if row.line.record.claim_id not in self._ids]

    def _offer(self) -> None:
        """The figures of the topic that have no column, to choose one."""
        menu = QMenu(self)
        menu.setAccessibleName(self.add.text())
        for row in self._others():
            made = menu.addAction(f"{row.figure}, {row.speaker}".replace("&", "&&"))
            made.triggered.connect(lambda _=False, one=row.line.record.claim_id: self.add_figure(one))
        menu.popup(self._adder.mapToGlobal(QPoint(0, self._adder.height())))
        menu.aboutToHide.connect(menu.deleteLater)

    def add_figure(self, claim_id: str) -> None:
        """Give a figure of the topic a column, the last."""
        self._show([*self._ids, claim_id])

    def _remove(self) -> None:
        if (figure := self.table.current_figure()) is not None:
            self._show([one for one in self._ids if one != figure.line.record.claim_id])

    def _pin(self) -> None:
        figure = self.table.current_figure()
        if self._desk is not None and self._sides is not None and figure is not None:
            topic_id = self._sides.topic.topic_id
            self._screen.changed.emit(self._desk.grouping.pin(topic_id, figure.line.record.claim_id))

    def _edit(self) -> None:
        figure = self.table.current_figure()
        if self._desk is None or figure is None:
            return
        if (changes := edit_basis(self._desk, figure, self._screen)) is not None:
            self._screen.changed.emit(changes)

    def _open(self) -> None:
        if (figure := self.table.current_figure()) is not None:
            self._screen.open_source.emit(figure.line.record.claim_id)

    def _copy(self) -> None:
        if (figure := self.table.current_figure()) is not None:
            QGuiApplication.clipboard().setText(citation(figure.line))
            self._screen.done.emit(self.tr("Copied {0} with citation").format(figure.figure))

    def _explain(self) -> None:
        if (figure := self.table.current_figure()) is not None:
            self.explained.emit(figure.line.record.claim_id)


def _held(comparison: Comparison | None, claim_ids: Sequence[str]) -> list[str]:
    """Those of these claims that the comparison still has, the claim that stands for each row now."""
    rows = comparison.rows if comparison else ()
    found = (next((row for row in rows if one in row.claim_ids), None) for one in claim_ids)
    return [row.line.record.claim_id for row in found if row is not None]


def _first(comparison: Comparison | None, chosen: Sequence[str]) -> list[str]:
    """The figures to begin with: those that are selected; of one, it and the reference or what needs a person most."""
    if comparison is None or comparison.pinned is None:
        return []
    if len(chosen) >= FEWEST:
        return list(chosen[:MOST])
    neediest = [comparison.neediest.claim_id] if comparison.neediest is not None else []
    pinned = comparison.pinned.claim_id
    return [pinned, *(one for one in (*chosen, *neediest) if one != pinned)][:FEWEST]
