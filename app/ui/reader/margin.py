"""The cards beside an article: one a figure, level with its line, pushed apart where they would overlap."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.claim import State
from app.domain.figure import Kind
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import chips
from app.ui.widgets.line import paint_line

HEIGHT, GAP = 52, 8
_REACH = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What a card says of one claim: the figure, what is known of its basis, what is not stated."""

    claim_id: str
    kind: Kind
    state: State
    figure: str
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    tooltip: str = ""


def arrange(wanted: Sequence[float], pitch: float, anchor: int | None = None) -> list[float]:
    """Tops for cards that would stand at `wanted` (ascending), `pitch` apart at least, each pushed down by the last.

    Where many figures share a line the cards drift far below it; then the one at `anchor` is put level with its own
    line, and its neighbours are pushed away from it on both sides.
    """
    tops: list[float] = []
    for want in wanted:
        tops.append(max(want, tops[-1] + pitch) if tops else want)
    if anchor is not None and tops[anchor] - wanted[anchor] > _REACH:
        tops[anchor] = wanted[anchor]
        for at in range(anchor - 1, -1, -1):
            tops[at] = min(tops[at], tops[at + 1] - pitch)
        for at in range(anchor + 1, len(tops)):
            tops[at] = max(wanted[at], tops[at - 1] + pitch)
    return tops


def paint_card(painter: QPainter, box: QRectF, note: Note, *, selected: bool, hover: bool) -> None:
    """Draw one card into `box`."""
    t = tones.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wide = 2.0 if selected else 1.0
    painter.setPen(QPen(t.accent if selected else t.rule2 if hover else t.rule, wide))
    painter.setBrush(t.accent_soft if selected else t.surface)
    painter.drawRoundedRect(box.adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2), 6, 6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(t.kind(note.kind).ink)
    painter.drawRoundedRect(QRectF(box.left() + 8, box.top() + 9, 3, box.height() - 18), 1.5, 1.5)
    left, right = box.left() + 20, box.right() - 32
    middle = box.center().y()
    upper = QRectF(left, box.top() + 4, right - left, middle - box.top() - 2)
    ink = t.text2 if note.state is State.REJECTED else t.text
    paint_line(painter, upper, note.figure, steps.font("body", 600), ink)
    _paint_basis(painter, QRectF(left, middle, box.right() - 10 - left, box.bottom() - middle - 6), note, selected)
    paint_state(painter, QPointF(box.right() - 17, box.top() + 16), note.state)
    painter.restore()


def _paint_basis(painter: QPainter, line: QRectF, note: Note, selected: bool) -> None:
    t = tones.current()
    words = " · ".join(note.known)
    wide = paint_line(painter, line, words, steps.font("label", 500), t.text2)
    left = line.left() + (wide + 8 if words else 0)
    tall = steps.scaled(18)
    for unknown in note.unknown:
        wide = chips.width(unknown)
        if left + wide > line.right() + 2:
            break
        place = QRectF(left, line.center().y() - tall / 2, wide, tall)
        chips.paint(painter, place, unknown, known=False, on_selected=selected)
        left += wide + 6


def paint_state(painter: QPainter, centre: QPointF, state: State) -> None:
    """The sign of a review state: a tick, a ring or a cross, each in its hue."""
    t = tones.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(steps.scaled(16) / 16, steps.scaled(16) / 16)
    if state is State.WAITING:
        painter.setPen(QPen(t.accent, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(0, 0), 4.1, 4.1)
    elif state is State.ACCEPTED:
        painter.setPen(_round(t.verdict("agree").ink))
        painter.drawPolyline([QPointF(-5, 0.5), QPointF(-1.5, 4), QPointF(5.5, -3.5)])
    else:
        icon("x", "text3").paint(painter, QRect(-8, -8, 16, 16))
    painter.restore()


def _round(ink: QColor) -> QPen:
    return QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
