"""A row of the claims that print one figure: who printed it, when and as what, and its words."""

from dataclasses import dataclass
from typing import Self

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.domain.listing import ClaimLine
from app.ui.look import tones, type as steps
from app.ui.widgets.tick_row import TickRow

HEAD, QUOTE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""Where an item keeps its first line, and its `Quote`."""
_ROW = 56
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words of a figure in their sentence."""

    before: str
    words: str
    after: str

    @classmethod
    def of(cls, line: ClaimLine) -> Self:
        """Those of a claim, on one line; where the sentence goes on, that is to be seen."""
        before, words, after = line.excerpt.partition(" ".join(line.record.claim.surface.split()))
        return cls(before=before, words=words, after=after)

    @property
    def whole(self) -> str:
        """All of it."""
        return f"{self.before}{self.words}{self.after}"

    def fitting(self, metrics: QFontMetricsF, room: float) -> str:
        """As much as there is room for: both ends give way, so that the figure between them is seen."""
        figure = metrics.horizontalAdvance(self.words)
        before = metrics.elidedText(self.before, Qt.TextElideMode.ElideLeft, max(room / 2, room - figure * 2))
        return metrics.elidedText(f"“{before}{self.words}{self.after}”", Qt.TextElideMode.ElideRight, room)


class AlikeRow(TickRow):
    """Two lines: ours about the claim, and its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, steps.scaled(_ROW))

    def paint_words(self, painter: QPainter, room: QRectF, index: _Index) -> None:
        t = tones.current()
        face, serif = steps.font("small", 500), steps.font("evidence")
        first, second = steps.line_height("small"), steps.line_height("evidence")
        upper = QRectF(room.left(), room.center().y() - (first + second) / 2, room.width(), first)
        painter.setFont(face)
        painter.setPen(t.text2)
        head = QFontMetricsF(face).elidedText(index.data(HEAD), Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, head)
        painter.setFont(serif)
        painter.setPen(t.text)
        quote: Quote = index.data(QUOTE)
        lower = QRectF(room.left(), upper.bottom(), room.width(), second)
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, quote.fitting(QFontMetricsF(serif), lower.width()))
