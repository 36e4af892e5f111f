"""The heads of figures side by side: the figure, its chips, its verdict and the shortest reason."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.services.topics.comparing import Row
from app.ui.compare.row_words import verdict_word
from app.ui.compare.side.model import SideModel
from app.ui.look import tones, type as steps
from app.ui.widgets import chips, verdict_mark
from app.ui.widgets.line import LEFT

PAD, TOP, GAP = 20, 14, 8
MARK = 16
WASH_LIGHT, WASH_DARK = 0.04, 0.08
_WRAP = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap


def paint_wash(painter: QPainter, rect: QRectF) -> None:
    """The ground of the reference's column: the accent, all but transparent."""
    t = tones.current()
    painter.fillRect(rect, tones.mixed(t.accent, t.surface, WASH_LIGHT if t is tones.LIGHT else WASH_DARK))


class SideHeader(QHeaderView):
    """As high as its fullest head; nothing in it is cut."""

    def __init__(self, model: SideModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._figures = model
        self.low = False
        """There is little room: the chips are left out, which the rows below say again."""
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.sectionResized.connect(lambda *_: self.updateGeometry())

    def sizeHint(self) -> QSize:
        heads = enumerate(self._figures.figures(), start=1)
        tall = max((self._laid(None, row, 0, self.sectionSize(at)) for at, row in heads), default=0)
        return QSize(super().sizeHint().width(), round(tall) + steps.scaled(TOP))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRectF, section: int) -> None:  # type: ignore[override]
        t = tones.current()
        whole = QRectF(rect)
        painter.fillRect(whole, t.surface)
        if section == 1:
            paint_wash(painter, whole)
        if section in (1, 2):
            painter.fillRect(QRectF(whole.left(), whole.top(), 1, whole.height()), t.rule)
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), t.rule2)
        if (row := self._figures.figure(section)) is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._laid(painter, row, whole.left(), whole.width())
            painter.restore()

    def _laid(self, painter: QPainter | None, row: Row, left: float, width: float) -> float:
        """Draw a head from the left edge of its section, or only measure it; gives how high it is."""
        left, room = left + steps.scaled(PAD), width - 2 * steps.scaled(PAD)
        below = self._figure(painter, row, left, room)
        return self._verdict(painter, row, left, below + steps.scaled(GAP), room)

    def _figure(self, painter: QPainter | None, row: Row, left: float, room: float) -> float:
        """The figure, and its chips beside it as far as they fit, then below it."""
        face, tall = steps.font("title"), steps.line_height("title")
        words = QFontMetricsF(face).boundingRect(QRectF(0, 0, room, 1 << 16), _WRAP, row.figure)
        top = float(steps.scaled(TOP))
        if painter is not None:
            painter.setFont(face)
            painter.setPen(tones.current().text)
            painter.drawText(QRectF(left, top, room, words.height() + 1), _WRAP, row.figure)
        high, between = steps.scaled(chips.IN_TABLES), steps.scaled(6)
        x, y = left + words.width() + steps.scaled(12), top + max(words.height(), tall) - (tall + high) / 2
        for chip in () if self.low else row.chips:
            wide = chips.width(chip.text, by_analyst=chip.by_analyst)
            if x + wide > left + room:
                x, y = left, y + high + between
            if painter is not None:
                place = QRectF(x, y, min(wide, room), high)
                # The reference stands on a wash of its own.
                chips.paint(
                    painter,
                    place,
                    chip.text,
                    known=chip.known,
                    by_analyst=chip.by_analyst,
                    on_selected=row.judgement is None,
                )
            x += wide + between
        return top + max(words.height(), tall) if self.low else max(top + words.height(), y + high)

    def _verdict(self, painter: QPainter | None, row: Row, left: float, top: float, room: float) -> float:
        """The mark, the word, and the reason beside them, or below where it has no room."""
        verdict, side, tall = self._figures.verdict(row), steps.scaled(MARK), steps.line_height("small")
        strong, weak = steps.font("small", 600), steps.font("small")
        word, reason = verdict_word(row), self._figures.reason(row)
        wide, at = QFontMetricsF(strong).horizontalAdvance(word), left + side + steps.scaled(10)
        beside = at + wide + steps.scaled(8)
        fits = beside + QFontMetricsF(weak).horizontalAdvance(reason) <= left + room
        place = QRectF(beside if fits else at, top if fits else top + tall, left + room - (beside if fits else at), 0)
        box = QFontMetricsF(weak).boundingRect(QRectF(0, 0, place.width(), 1 << 16), _WRAP, reason)
        place.setHeight(max(box.height(), tall))
        if painter is not None:
            t = tones.current()
            verdict_mark.paint(painter, QRectF(left, top + (tall - side) / 2, side, side), verdict)
            painter.setFont(strong)
            painter.setPen(t.verdict(verdict).ink)
            painter.drawText(QRectF(at, top, wide + 2, tall), LEFT, word)
            painter.setFont(weak)
            painter.setPen(t.text2)
            painter.drawText(place, LEFT | Qt.TextFlag.TextWordWrap, reason)
        return place.bottom()
