"""The cards in the margin of one article, and where they stand."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from app.ui.look import tones, type as steps
from app.ui.reader import margin
from app.ui.reader.columns import Columns
from app.ui.reader.margin import Note

_HEAD = 28


class Cards:
    """One card a note, in the order of the text, each level with its words where there is room."""

    def __init__(self) -> None:
        self._notes: list[Note] = []
        self._claims = 0
        self._tops: list[float] = []
        self._head = 0.0

    def show(self, notes: Sequence[Note], claims: int = 0) -> None:
        """Hold a card for each of these notes, of `claims` claims in all; `arrange` gives them their places."""
        self._notes, self._claims, self._tops = list(notes), claims, []

    def arrange(self, levels: Mapping[str, float], head: float, selected: str | None) -> float | None:
        """Give each its place beside the level of its words, below `head`; gives where the last ends, None without any.

        A card whose words are not marked is left out.
        """
        self._head = head
        self._notes = [note for note in self._notes if note.claim_id in levels]
        tall = steps.scaled(margin.HEIGHT)
        floor = head + steps.scaled(_HEAD)
        wanted = [max(levels[note.claim_id] - tall / 2, floor) for note in self._notes]
        anchor = next((at for at, note in enumerate(self._notes) if note.claim_id == selected), None)
        self._tops = margin.arrange(wanted, tall + margin.GAP, anchor)
        return self._tops[-1] + tall if self._tops else None

    def boxes(self, columns: Columns) -> Iterator[tuple[Note, QRectF]]:
        """The notes with their places in the document; none where the columns have no cards."""
        if not columns.cards:
            return
        for note, top in zip(self._notes, self._tops, strict=True):
            yield note, QRectF(columns.cards_at, round(top), columns.cards, steps.scaled(margin.HEIGHT))

    def box(self, claim_id: str | None, columns: Columns) -> QRectF | None:
        """The place of one card."""
        return next((box for note, box in self.boxes(columns) if note.claim_id == claim_id), None)

    def paint(
        self, painter: QPainter, columns: Columns, seen: QRectF, *, selected: str | None, hover: str | None
    ) -> None:
        """Draw what is seen of them, and their head."""
        if not self._notes or not columns.cards:
            return
        painter.setFont(steps.font("label"))
        painter.setPen(tones.current().text3)
        head = QRectF(columns.cards_at, self._head + 2, columns.cards, 20)
        words = QCoreApplication.translate("Cards", "Claims in this article")
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, words)
        painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(self._claims))
        for note, box in self.boxes(columns):
            if box.bottom() >= seen.top() and box.top() <= seen.bottom():
                here = note.claim_id == selected
                margin.paint_card(painter, box, note, selected=here, hover=note.claim_id == hover)
