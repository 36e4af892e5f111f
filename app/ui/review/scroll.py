"""The part of the card above its foot, which scrolls only where nothing else helps."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSpacerItem, QVBoxLayout, QWidget

from app.ui.review.sentence import INSET, SentenceView
from app.ui.review.slots import Slots

LEAST_AIR, FAIR_AIR = 8, 16
"""Between two parts, in pixels: where there is hardly any room, and where nothing is cramped."""


class CardScroll(QScrollArea):
    """A sentence, and `below` it the rest of the card with its slots, in a `column`.

    Where it is all too long, first the air between the parts goes, then the sentence is set smaller, to fit the height
    that the rest leaves; only then anything has to be scrolled.
    """

    def __init__(self, sentence: SentenceView, slots: Slots, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence, self._slots = sentence, slots
        self._gaps: list[QSpacerItem] = []
        self._most = self._air = LEAST_AIR
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        page = QWidget()
        self.column, self.below = QVBoxLayout(page), QVBoxLayout()
        self.column.setSpacing(0)
        self.column.addWidget(sentence)
        self.below.setContentsMargins(INSET, 0, INSET, 0)
        self.below.setSpacing(0)
        self.column.addLayout(self.below, 1)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # the scroll area has just turned it on

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.give_room()
        super().resizeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The area hears here that its page is to be laid out again, and sizes it.
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.give_room()
        return super().eventFilter(watched, event)

    def add_gap(self) -> None:
        """Air between what is below so far and what comes."""
        self._gaps.append(QSpacerItem(0, self._air))
        self.below.addSpacerItem(self._gaps[-1])

    def set_air(self, most: int) -> None:
        """How high a gap is at most, in pixels."""
        self._most = most
        self.give_room()

    def give_room(self) -> None:
        """Share out the height: to the parts, to the sentence, to a row for the topic, and to the air between."""
        edges, port = self.column.contentsMargins(), self.maximumViewportSize()
        wide = port.width() - edges.left() - edges.right()
        parts = self.below.heightForWidth(wide) - len(self._gaps) * self._air
        room = port.height() - edges.top() - edges.bottom() - parts
        left = int(room - self._sentence.whole(wide))
        fair = len(self._gaps) * FAIR_AIR + self._slots.own_row()
        self._slots.set_roomy(left + self._slots.taken() >= fair)
        spare = left // max(len(self._gaps), 1)
        air = max(LEAST_AIR, min(spare, self._most))
        if air != self._air:
            self._air = air
            for gap in self._gaps:
                gap.changeSize(0, air)
            self.below.invalidate()
        self._sentence.set_room(room - len(self._gaps) * air)
