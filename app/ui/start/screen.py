"""Start: one filled button, and what the program is for in a sentence."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QAction, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.keys.keymap import Keymap
from app.ui.look import type as steps
from app.ui.screen import Screen
from app.ui.start.cards import ActCard, RecentRow
from app.ui.start.checklist import Checklist
from app.ui.start.drawings import CompareStrip, DecideStrip, ReadStrip, SampleLanes
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

if TYPE_CHECKING:
    from app.services.desk import Desk

_WIDE = 976
_MOST = 1000
"""Against what stands beside the page: it has its whole width before that has any."""
_NARROW = 820
"""Below this width of the screen, in pixels at 100 %, what stands side by side stands one below the other."""
_RECENTS = 4
LOW = 760
"""Below this height of the screen, in pixels at 100 %, its parts stand closer, so that all of them are seen."""


class StartScreen(Screen):
    """`recent_asked` carries the path of a project that was pressed; the acts are the window's own."""

    recent_asked = Signal(str)

    def __init__(
        self,
        new: QAction,
        open_: QAction,
        sample: QAction,
        keymap: Keymap,
        settings: QSettings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        hide = self.act("hide-first-steps", self.tr("Hide first steps"), ["Shift+H"], self._put_away)
        self.checklist = Checklist(settings, hide)
        self._ticked: set[str] = set()
        """What was ticked before the project was opened."""
        # The window opens the sample first, and it is looked at: it was connected before.
        sample.triggered.connect(self._given)
        self.title = self.tr("Start")
        self._gaps: list[tuple[QSpacerItem, int, int]] = []
        column = self._column = QVBoxLayout(self._page())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._gap(column, 32, 16)
        column.addWidget(Words(self.tr("Set figures that disagree side by side, and see why."), "display", wrap=True))
        column.addSpacing(8)
        promise = Words(
            self.tr(
                "Counterclaim reads articles, keeps every figure with its exact words, "
                "and shows which differ only by basis."
            ),
            "body",
            "text2",
            wrap=True,
            line=24,
        )
        promise.setFont(_sized(16))
        column.addWidget(promise)
        self._gap(column, 32, 20)
        cards = self._cards = QHBoxLayout()
        cards.setSpacing(24)
        cards.addWidget(self._sample_card(sample), 64)
        cards.addLayout(self._projects(new, open_), 36)
        column.addLayout(cards)
        self._gap(column, 40, 20)
        column.addLayout(self._how(keymap))
        self._gap(column, 24, 8)
        column.addWidget(self.checklist)
        column.addStretch(1)
        column.addLayout(self._foot())

    def _page(self) -> QWidget:
        """The page that scrolls. It is in its place before it is filled, or Qt would style all of it at every move."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        outer.addWidget(area)
        area.setViewport(QWidget())  # asking for its own takes Qt's binding 8 ms, and this one has no ground
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        area.setWidget(holder)
        holder.setAutoFillBackground(False)
        page = QWidget()
        page.setMaximumWidth(steps.scaled(_WIDE))
        row = self._around = QHBoxLayout(holder)
        row.addStretch(1)
        row.addWidget(page, _MOST)
        row.addStretch(1)
        return page

    def _sample_card(self, sample: QAction) -> QWidget:
        card = Panel(radius=12, shadow=True)
        column = QVBoxLayout(card)
        self._sample_column = column
        column.setSpacing(0)
        title = Words(self.tr("What does Britain pay for Diego Garcia?"), "title")
        title.setFont(_sized(20, 600))
        column.addWidget(title)
        column.addSpacing(4)
        pitch = self.tr(
            "A dozen short articles print £100m a year, nearly £200m, £165m, £3.4bn and £34.7bn. Most come from one "
            "payment schedule; two are in conflict. Find out which in about a minute."
        )
        words = Words(pitch, "body", "text2", wrap=True, line=22)
        words.setFont(_sized(15))
        column.addWidget(words)
        column.addSpacing(16)
        self._lanes = SampleLanes()
        column.addWidget(self._lanes)
        column.addSpacing(20)
        self.sample = KeyButton(sample, "compass", "primary", height=40)
        self.sample.print_key("Enter")
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.sample)
        row.addWidget(Words(self.tr("Opens as a copy; delete it whenever you like."), "small", "text2"))
        row.addStretch(1)
        column.addLayout(row)
        return card

    def _projects(self, new: QAction, open_: QAction) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 2)  # the shadow of the card beside it
        column.setSpacing(0)
        column.addWidget(ActCard(new, self.tr("New project"), self.tr("An empty file of your own"), "file-plus"))
        column.addSpacing(8)
        column.addWidget(ActCard(open_, self.tr("Open project"), self.tr("A .counterclaim file"), "folder-open"))
        column.addSpacing(20)
        column.addWidget(Words(self.tr("Recent"), "label", "text3"))
        column.addSpacing(10)
        self._box = Panel(dashed=True, border="rule2", role="window")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(4, 8, 4, 8)
        inside.setSpacing(2)
        self._recents = inside
        column.addWidget(self._box, 1)
        self.show_recent([])
        return column

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List these, the last opened first."""
        while (item := self._recents.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for path in paths[:_RECENTS]:
            row = RecentRow(path)
            row.clicked.connect(self._pressed)
            self._recents.addWidget(row)
        if not paths:
            self._recents.addStretch(1)
            middle = Qt.AlignmentFlag.AlignHCenter
            self._recents.addWidget(Words(self.tr("Nothing here yet"), "body", "text2", weight=600), 0, middle)
            self._recents.addSpacing(4)
            self._recents.addWidget(Words(self.tr("Projects you open are listed here."), "small", "text2"), 0, middle)
        self._recents.addStretch(1)

    def _pressed(self) -> None:
        row = self.sender()
        if isinstance(row, RecentRow):
            self.recent_asked.emit(str(row.path))

    def _how(self, keymap: Keymap) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(Words(self.tr("How it works"), "label", "text3"))
        strips = self._strips = QHBoxLayout()
        strips.setSpacing(24)
        column.addLayout(strips)
        for strip, title, words in (
            (ReadStrip(), self.tr("Read"), self.tr("Drop in articles. Every figure is marked where it stands.")),
            (DecideStrip(keymap), self.tr("Decide"), self.tr("One key keeps, corrects or rejects a figure.")),
            (CompareStrip(), self.tr("Compare"), self.tr("See what differs: the value, or only the basis.")),
        ):
            strips.addWidget(_step_card(strip, title, words), 1)
        return column

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign("offline", "agree"))
        row.addWidget(
            Words(self.tr("Nothing leaves this computer. No account, no network."), "body", "text2", weight=600)
        )
        row.addStretch(1)
        row.addWidget(Words(f"Counterclaim {QApplication.applicationVersion()}".strip(), "small", "text3"))
        return row

    def _gap(self, column: QVBoxLayout, height: int, low: int) -> None:
        """Room between two parts, and what is left of it in a low window."""
        self._gaps.append((QSpacerItem(0, height), height, low))
        column.addSpacerItem(self._gaps[-1][0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < steps.scaled(LOW)
        for gap, height, less in self._gaps:
            gap.changeSize(0, less if low else height)
        self._around.setContentsMargins(16, 12 if low else 24, 16, 12 if low else 28)
        self._sample_column.setContentsMargins(32, 20 if low else 30, 32, 18 if low else 24)
        narrow = self.width() < steps.scaled(_NARROW)
        for side_by_side in (self._cards, self._strips):
            directions = QBoxLayout.Direction
            side_by_side.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self.checklist.set_room(narrow=narrow, low=low)
        self._lanes.setVisible(not (narrow and low))  # the act below it is to be seen first
        self._column.invalidate()

    # The first steps

    def set_desk(self, desk: "Desk | None") -> None:
        if self._desk is not None:
            self.checklist.look(self._desk)
        self._ticked = self.checklist.done()
        super().set_desk(desk)

    def _read(self) -> None:
        if self._desk is not None:
            self.checklist.look(self._desk)

    def _given(self) -> None:
        if self._desk is not None:
            self.checklist.give(self._desk, self._ticked)

    def _put_away(self) -> None:
        self.checklist.put_away()
        self.sample.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        self.read()
        self.sample.setFocus(Qt.FocusReason.OtherFocusReason)


def _step_card(strip: QWidget, title: str, words: str) -> Panel:
    """One of the three steps in miniature."""
    card = Panel()
    column = QVBoxLayout(card)
    column.setContentsMargins(24, 16, 24, 16)
    column.setSpacing(0)
    column.addWidget(strip)
    column.addSpacing(8)
    column.addWidget(Words(title, "heading"))
    column.addSpacing(2)
    column.addWidget(Words(words, "small", "text2", wrap=True))
    column.addStretch(1)
    card.setMinimumHeight(steps.scaled(128))
    return card


def _sized(pixels: int, weight: int = 400) -> QFont:
    face = steps.font("body", weight)
    face.setPixelSize(steps.scaled(pixels))
    return face
