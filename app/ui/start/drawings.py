"""The small pictures on Start: what the sample compares, and the three steps in miniature."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.verdict import Verdict
from app.ui.keys.keymap import Keymap
from app.ui.look import tones, type as steps
from app.ui.widgets import key_cap, verdict_mark
from app.ui.widgets.line import LEFT

_SEEN_MS = 100
"""After the first paint: long enough to be after it on every screen, and too short to be noticed."""


class SampleLanes(QWidget):
    """Six figures of the sample on three bases: the shape of what Compare will show."""

    # Basis, then (place along the axis as a share, verdict) of each figure.
    _LANES: tuple[tuple[str, tuple[tuple[float, str], ...]], ...] = (
        ("year", ((0.24, Verdict.DIFFERS_BY_BASIS), (0.325, verdict_mark.REFERENCE), (0.395, Verdict.CONFLICT))),
        ("total", ((0.81, Verdict.DIFFERS_BY_BASIS), (0.945, Verdict.DIFFERS_BY_BASIS))),
        ("present", ((0.69, Verdict.DIFFERS_BY_BASIS),)),
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._words = {
            "year": self.tr("per year"),
            "total": self.tr("total, 99 years"),
            "present": self.tr("present value"),
        }

    def sizeHint(self) -> QSize:
        return QSize(300, steps.scaled(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.window)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        left, right, tall = 16.0, self.width() - 16.0, self.height() / len(self._LANES)
        # No `fillRect`: among what it can be filled with is a table of 180 gradients, which takes 2 ms to make.
        painter.setBrush(t.rule)
        for share in (0.325, 0.57, 0.81):
            painter.drawRect(QRectF(round(left + share * (right - left)), 8, 1, self.height() - 16))
        for nth, (name, figures) in enumerate(self._LANES):
            lane = QRectF(left, nth * tall, right - left, tall)
            if nth:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(t.rule)
                painter.drawRect(QRectF(left, round(lane.top()), lane.width(), 1))
            painter.setFont(steps.font("small", 500))
            painter.setPen(t.text)
            painter.drawText(lane, LEFT, self._words[name])
            for share, verdict in figures:
                self._paint_figure(painter, QPointF(left + share * lane.width(), lane.center().y()), verdict, t)

    def _paint_figure(self, painter: QPainter, at: QPointF, verdict: str, t: tones.Tones) -> None:
        ink = t.verdict(verdict).ink
        bar = QRectF(at.x() - 8.5, at.y() - 7, 17, 14)
        if verdict == Verdict.CONFLICT:
            bar = QRectF(at.x() - 10, at.y() - 7, 12, 14)
        painter.setPen(QPen(tones.mixed(ink, t.window, 0.55), 1))
        painter.setBrush(tones.mixed(ink, t.window, 0.25))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(at, 3.6, 3.6)
        if verdict == Verdict.CONFLICT:
            painter.setFont(steps.font("small", 600))
            painter.setPen(ink)
            painter.drawText(QRectF(at.x() + 14, at.y() - 10, 100, 20), LEFT, self.tr("conflict"))


class _Strip(QWidget):
    """A line of something drawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, steps.scaled(28))


class ReadStrip(_Strip):
    """Words of an article with a figure marked; they come once the window is seen, as the serif takes its time."""

    _seen = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._seen:
            self._draw()
        else:
            self._seen = True
            QTimer.singleShot(_SEEN_MS, self, self.update)

    def _draw(self) -> None:
        from app.domain.claim import State
        from app.domain.figure import Kind
        from app.ui.reader.marks import PILL, Mark, paint_mark

        t = tones.current()
        painter = QPainter(self)
        face = steps.font("evidence")
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        left = 0.0
        marked = self.tr("£165m a year")
        mark = Mark(claim_id="", start=0, end=1, kind=Kind.MONEY, state=State.ACCEPTED)
        for text in (self.tr("will pay "), marked, self.tr(" for the")):
            wide = metrics.horizontalAdvance(text)
            if text == marked:
                tall = steps.scaled(PILL)
                paint_mark(painter, QRectF(left, (self.height() - tall) / 2, wide, tall), mark, selected=False)
            painter.setPen(t.text if text == marked else t.text2)
            painter.drawText(QRectF(left, 0, wide + 1, self.height()), LEFT, text)
            left += wide


class DecideStrip(_Strip):
    """Three keys and what they do."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        keymap.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        left = 0.0
        words_of = {"accept": self.tr("accept"), "edit": self.tr("edit"), "reject": self.tr("reject")}
        for name, first in (("accept", "A"), ("edit", "E"), ("reject", "X")):
            words, key = words_of[name], key_cap.words(self._keymap.shortcut(f"review.{name}", first))
            wide, tall = key_cap.width(key), steps.scaled(key_cap.HEIGHT)
            key_cap.paint(painter, QRectF(left, (self.height() - tall) / 2, wide, tall), key)
            face = steps.font("body", 500)
            painter.setFont(face)
            painter.setPen(t.text)
            painter.drawText(QRectF(left + wide + 7, 0, 100, self.height()), LEFT, words)
            left += wide + QFontMetricsF(face).horizontalAdvance(words) + 23


class CompareStrip(_Strip):
    """The six verdicts by their marks."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, left = steps.scaled(22), 0.0
        for verdict in (
            Verdict.AGREE,
            Verdict.COMPATIBLE,
            Verdict.DIFFERS_BY_BASIS,
            Verdict.CONFLICT,
            Verdict.SUPERSEDED,
            Verdict.NOT_COMPARABLE,
        ):
            verdict_mark.paint(painter, QRectF(left, (self.height() - side) / 2, side, side), verdict)
            left += side + 14
