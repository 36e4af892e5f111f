"""The mark of a verdict: a shape of its own each, so that it can be told without its colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.verdict import Verdict
from app.ui import vocabulary
from app.ui.look import tones, type as steps

REFERENCE, SUPERSEDES = "reference", "supersedes"
"""What is said of the reference, and of a later figure that took its place, which is drawn as superseded."""

WORDS: dict[str, str] = {
    Verdict.AGREE: "Agree",
    Verdict.COMPATIBLE: "Compatible",
    Verdict.DIFFERS_BY_BASIS: "Different basis",
    Verdict.CONFLICT: "Conflict",
    Verdict.SUPERSEDED: "Superseded",
    Verdict.NOT_COMPARABLE: "Not comparable",
    REFERENCE: "Reference",
    SUPERSEDES: "Supersedes",
}


def word(verdict: Verdict | str) -> str:
    """What a verdict is called on screen, in the language of the window."""
    return vocabulary.say(WORDS[verdict])


def spoken(sentence: str, word: str) -> str:
    """A sentence without the verdict's word in front, of one basis or of two, where that stands beside it already."""
    rest = sentence.removeprefix(f"{word}: ").removeprefix("Different bases: ")
    return rest[:1].upper() + rest[1:]


def paint(painter: QPainter, rect: QRectF, verdict: Verdict | str, ink: QColor | None = None) -> None:
    """Draw the mark into the largest square in the middle of `rect`; `ink` instead of the verdict's own hue."""
    t = tones.current()
    side = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / 16, side / 16)
    colour = ink or t.verdict(verdict).ink
    pen = QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWN[verdict](painter, pen, t.surface)
    painter.restore()


def _circle(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(8, 8), 6.75, 6.75)


def _agree(painter: QPainter, _pen: QPen, _ground: QColor) -> None:
    _circle(painter)
    painter.drawLine(QPointF(5.2, 6.5), QPointF(10.8, 6.5))
    painter.drawLine(QPointF(5.2, 9.5), QPointF(10.8, 9.5))


def _compatible(painter: QPainter, _pen: QPen, _ground: QColor) -> None:
    _circle(painter)
    for y in (6.2, 9.8):
        wave = QPainterPath(QPointF(4.6, y + 0.9))
        wave.cubicTo(QPointF(5.8, y - 2.3), QPointF(7.1, y - 1.5), QPointF(8, y))
        wave.cubicTo(QPointF(8.9, y + 1.5), QPointF(10.2, y + 2.3), QPointF(11.4, y - 0.9))
        painter.drawPath(wave)


def _differs(painter: QPainter, _pen: QPen, _ground: QColor) -> None:
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13, 13), 2.75, 2.75)
    painter.drawLine(QPointF(4.8, 6.3), QPointF(11.2, 6.3))
    painter.drawLine(QPointF(4.8, 9.8), QPointF(8.2, 9.8))


def _conflict(painter: QPainter, pen: QPen, ground: QColor) -> None:
    painter.setBrush(pen.color())
    painter.setPen(QPen(pen.color(), 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolygon(QPolygonF([QPointF(8, 0.6), QPointF(15.4, 8), QPointF(8, 15.4), QPointF(0.6, 8)]))
    painter.setPen(QPen(ground, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(5.3, 6.8), QPointF(10.7, 6.8))
    painter.drawLine(QPointF(5.3, 9.3), QPointF(10.7, 9.3))
    painter.drawLine(QPointF(9.3, 4.9), QPointF(6.7, 11.2))


def _superseded(painter: QPainter, _pen: QPen, _ground: QColor) -> None:
    painter.drawArc(QRectF(1.25, 1.25, 13.5, 13.5), 60 * 16, 300 * 16)
    painter.drawPolyline(QPolygonF([QPointF(8, 4.4), QPointF(8, 8.2), QPointF(10.6, 9.6)]))
    painter.drawPolyline(QPolygonF([QPointF(11.3, 4.9), QPointF(14.3, 5.1), QPointF(14.4, 2.1)]))


def _not_comparable(painter: QPainter, pen: QPen, _ground: QColor) -> None:
    dashed = QPen(pen)
    dashed.setDashPattern([1.9, 1.86])
    dashed.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(dashed)
    _circle(painter)
    painter.setPen(pen)
    painter.drawLine(QPointF(5.2, 8), QPointF(10.8, 8))


def _reference(painter: QPainter, _pen: QPen, _ground: QColor) -> None:
    pin = QPainterPath(QPointF(5.2, 1.6))
    for x, y in ((10.8, 1.6), (10.0, 3.0), (10.0, 7.0), (12.4, 8.6), (12.4, 10.4), (3.6, 10.4), (3.6, 8.6), (6.0, 7.0)):
        pin.lineTo(QPointF(x, y))
    pin.lineTo(QPointF(6.0, 3.0))
    pin.closeSubpath()
    painter.drawPath(pin)
    painter.drawLine(QPointF(8, 10.4), QPointF(8, 14.6))


_DRAWN = {
    Verdict.AGREE: _agree,
    Verdict.COMPATIBLE: _compatible,
    Verdict.DIFFERS_BY_BASIS: _differs,
    Verdict.CONFLICT: _conflict,
    Verdict.SUPERSEDED: _superseded,
    Verdict.NOT_COMPARABLE: _not_comparable,
    REFERENCE: _reference,
}


class VerdictMark(QWidget):
    """A mark alone; the word belongs beside it."""

    def __init__(self, verdict: Verdict | str, side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = verdict
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_verdict(verdict)

    def set_verdict(self, verdict: Verdict | str) -> None:
        """Show another verdict."""
        self._verdict = verdict
        self.setAccessibleName(word(verdict))
        self.update()

    def sizeHint(self) -> QSize:
        side = steps.scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(painter, QRectF(self.rect()), self._verdict)
