"""How the review is laid out: the article, the card under its progress, and the last ten decisions."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.services.claims.reviewing import Decision
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.review.article import ArticlePane
from app.ui.review.card import ReviewCard
from app.ui.review.decisions import Decisions
from app.ui.review.next_edge import NextEdge
from app.ui.review.order import OrderButton
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground
from app.ui.widgets.share_bar import ShareBar
from app.ui.widgets.splitters import panes
from app.ui.widgets.words import Words

SECONDS_A_CARD = 3
"""What a decision takes somebody who knows the keys; only the words "about 7 minutes" follow from it."""
SIDES, NARROW_SIDES = (368, 312), (300, 272)
"""First widths of the article and of the decisions."""
SMALL = 1080
"""Below this width the decisions are left out; Backspace and undo still reach them."""
SMALLEST = 800
"""Below this width, at large text, the article is left out too; O opens the source."""
ROOMY = 1288
"""The screen's width, in pixels at 100 %, from which the card has all its air."""
LOW = 680
"""Below this height, in pixels at 100 %, the card has least."""


class ReviewPage(QWidget):
    """Gives way in a small window: less air first, then the decisions."""

    picked = Signal(str)
    """The id of a claim that was pressed in the article or among the decisions."""

    def __init__(
        self, acts: Mapping[str, QAction], answers: Mapping[int, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.article = ArticlePane()
        self.article.picked.connect(self.picked)
        self.card = ReviewCard(acts, answers)
        self.order = OrderButton(acts["order"])
        self._decided = self._make_decisions()
        self._panes = panes(
            "review",
            (self.article, 220, SIDES[0]),
            (self._make_middle(), 520, 680),
            (self._decided, 220, SIDES[1]),
            stretch=1,
        )
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def _make_middle(self) -> QWidget:
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.left = Words("", "heading")
        self._about = Words("", "body", "text2")
        self._of_which = self._minutes = ""
        head.addWidget(self.left)
        head.addWidget(self._about)
        head.addStretch(1)
        head.addWidget(self.order)
        self._middle.addLayout(head)
        self._gaps = (QSpacerItem(0, 16), QSpacerItem(0, 16))
        self._middle.addSpacerItem(self._gaps[0])
        self._progress = ShareBar(4)
        self._middle.addWidget(self._progress)
        self._middle.addSpacerItem(self._gaps[1])
        self._middle.addWidget(self.card, 1)
        self._next = NextEdge()
        self._middle.addWidget(self._next)
        return middle

    def _make_decisions(self) -> QWidget:
        right = Ground("surface", "left")
        column = QVBoxLayout(right)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Ground("surface", "bottom")
        inside = QHBoxLayout(head)
        inside.setContentsMargins(23, 0, 23, 1)
        inside.addWidget(Words(self.tr("Last ten decisions"), "heading"))
        inside.addStretch(1)
        self.undo = KeyButton(self.tr("Undo"), None, "quiet")
        inside.addWidget(self.undo)
        head.setFixedHeight(steps.scaled(56))
        column.addWidget(head)
        self.decisions = Decisions()
        self.decisions.reopened.connect(self.picked)
        around = QHBoxLayout()
        around.setContentsMargins(15, 4, 15, 0)
        around.addWidget(self.decisions)
        column.addLayout(around, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(23, 8, 23, 16)
        self._reopens = Words(self.tr("E on a row reopens it"), "small", "text2")
        foot.addWidget(self._reopens)
        column.addLayout(foot)
        return right

    def show_decisions(self, decisions: list[Decision]) -> None:
        """List the last ones; of a list without any there is nothing to reopen."""
        self.decisions.show_decisions(decisions)
        self._reopens.setVisible(bool(decisions))

    def show_left(self, left: int, amounts: int, share: float) -> None:
        """Say how many cards wait, how many of them are neither dates nor durations, and what share of all is done."""
        self.left.setText(self.tr("{0} left").format(f"{left:,}"))
        minutes = max(round(left * SECONDS_A_CARD / 60), 1)
        self._minutes = counted(minutes, self.tr("about %n minute"), self.tr("about %n minutes"))
        of_which = counted(amounts, self.tr("of which %n amount"), self.tr("of which %n amounts"))
        self._of_which = of_which if 0 < amounts < left else ""
        self._say_about()
        self._progress.set_share(share)

    def _say_about(self) -> None:
        of_which = self._of_which if self.width() >= steps.scaled(ROOMY) else ""
        self._about.setText("  ·  ".join(filter(None, (of_which, self._minutes))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < steps.scaled(ROOMY)
        low = self.height() < steps.scaled(LOW)
        edge = 16 if narrow else 32
        for gap in self._gaps:
            gap.changeSize(0, 8 if low else 16)
        self._middle.setContentsMargins(edge, 10 if low else 14 if narrow else 26, edge, 8 if low else edge)
        self._next.setVisible(not low)
        self.card.set_room(narrow=narrow, low=low)
        self._say_about()
        self._decided.setVisible(self.width() >= steps.scaled(SMALL))
        self.article.setVisible(self.width() >= steps.scaled(SMALLEST))
        # The panes have their new widths only after this event.
        QTimer.singleShot(0, self, lambda: self._fit_sides(narrow))

    def _fit_sides(self, narrow: bool) -> None:
        """Sides that nobody has moved follow the size of the window."""
        left, _, right = self._panes.sizes()
        for here, there in ((SIDES, NARROW_SIDES), (NARROW_SIDES, SIDES)):
            if narrow == (there is NARROW_SIDES) and abs(left - here[0]) < 4 and abs(right - here[1]) < 4:
                self._panes.setSizes([there[0], self._panes.width() - sum(there), there[1]])
