"""A claim in its sentence, large, its words marked; the neighbours small and quiet."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.span import Span
from app.services.claims.reviewing import Card
from app.ui.look import tones, type as steps
from app.ui.reader.marks import PILL, Mark, paint_mark
from app.ui.reader.offsets import Offsets, as_shown
from app.ui.review.edges import Edges

GAP = 8
INSET = 4
"""What a mark at either end of a line reaches beyond the words."""
MOST = 420
"""Characters of a neighbour that are shown; a comment can be one long sentence."""


class _Setting(NamedTuple):
    """How large the sentence is set, and how many lines each of its neighbours may have."""

    step: steps.Step
    neighbours: int


_SETTINGS = (_Setting("review", 99), _Setting("review", 1), _Setting("reader", 1), _Setting("reader", 0))
_LEAST = _Setting("evidence", 0)
"""The neighbours stand in the article beside the card as well."""


class SentenceView(QWidget):
    """Paints three sentences; only the middle one can be long. Where there is little room it is set smaller.

    While an edge of the figure is moved it has the keyboard: arrows move by characters, with Ctrl by words.
    """

    moved = Signal(object)
    """`Edges` after a key."""
    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: Card | None = None
        self._edges: Edges | None = None
        self._room = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_card(self, card: Card | None) -> None:
        """Show the sentence of a card."""
        self._card = card
        self.show_edges(None)
        if card is not None:
            claim = card.line.record.claim
            self.setAccessibleName(claim.sentence.of(card.article.article.text))
        self.updateGeometry()
        self.update()

    def whole(self, width: int) -> float:
        """The height of all three sentences at their full size, in pixels."""
        return self._draw(None, width - 2 * INSET, _SETTINGS[0])

    def set_room(self, height: int) -> None:
        """The height that there is for it, in pixels."""
        if height != self._room:
            self._room = height
            self.updateGeometry()
            self.update()

    def show_edges(self, edges: Edges | None) -> None:
        """Show the words between these edges instead of the claim's own, None for those again."""
        self._edges = edges
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if edges is None else Qt.FocusPolicy.StrongFocus)
        if edges is not None:
            self.setFocus()
        self.update()

    def event(self, event: QEvent) -> bool:
        # While an edge moves, every key is its own; the screen's acts wait.
        if self._edges and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        edges = self._edges
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if edges is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.text() in ("[", "]"):
            self.moved.emit(edges.choose(at_end=event.text() == "]"))
        elif by is not None:
            words = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self.moved.emit(edges.move_word(by) if words else edges.move(by))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._edges is not None and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        return QSize(480, self.heightForWidth(max(self.width(), 480)))

    def heightForWidth(self, width: int) -> int:
        return round(self._draw(None, width - 2 * INSET, self._setting(width))) if self._card else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(INSET, 0)
        self._draw(painter, self.width() - 2 * INSET, self._setting(self.width()))

    def _setting(self, width: int) -> _Setting:
        """The largest that fits, or the least."""
        fitting = (one for one in _SETTINGS if self._draw(None, width - 2 * INSET, one) <= self._room)
        return next(fitting, _LEAST)

    def _draw(self, painter: QPainter | None, width: float, setting: _Setting) -> float:
        """Draw, or only measure without a painter; gives the height."""
        if self._card is None:
            return 0
        card, top = self._card, 0.0
        text = card.article.article.text
        before, after = (
            _one_line(span.of(text)) if span is not None and setting.neighbours else ""
            for span in (card.sentence_before, card.sentence_after)
        )
        if before:
            words = f"… {before[-MOST:]}" if len(before) > MOST else before
            top = self._neighbour(painter, words, width, top, setting, Qt.TextElideMode.ElideLeft) + GAP
        top = self._middle(painter, card, setting.step, width, top)
        if after:
            words = f"{after[:MOST]} …" if len(after) > MOST else after
            top = self._neighbour(painter, words, width, top + GAP, setting, Qt.TextElideMode.ElideRight)
        return top

    def _neighbour(
        self,
        painter: QPainter | None,
        words: str,
        width: float,
        top: float,
        setting: _Setting,
        far: Qt.TextElideMode,
    ) -> float:
        if setting.neighbours == 1:
            words = QFontMetricsF(steps.font("evidence")).elidedText(words, far, width)
        return _paragraph(painter, words, "evidence", width, top, None)

    def _middle(self, painter: QPainter | None, card: Card, step: steps.Step, width: float, top: float) -> float:
        record, text = card.line.record, card.article.article.text
        claim = record.claim
        span = self._edges.span if self._edges else claim.span
        sentence = _tightened(claim.sentence, claim.span, text)
        words = _one_line(as_shown(sentence.of(text)))
        offsets = Offsets(words)
        mark = Mark(
            claim_id=record.claim_id,
            start=offsets.units(max(span.start, sentence.start) - sentence.start),
            end=offsets.units(min(span.end, sentence.end) - sentence.start),
            kind=claim.figure.kind,
            state=record.state,
        )
        caret = None if self._edges is None else mark.end if self._edges.at_end else mark.start
        return _paragraph(painter, words, step, width, top, mark, caret)


def _tightened(sentence: Span, span: Span, text: str) -> Span:
    """The sentence, or the part around the figure where it is far too long for a card."""
    if sentence.end - sentence.start <= 2 * MOST:
        return sentence
    start = max(sentence.start, text.rfind(" ", 0, max(span.start - MOST, 0)) + 1)
    end = min(sentence.end, text.find(" ", span.end + MOST) if span.end + MOST < len(text) else sentence.end)
    return Span(start, end)


def _one_line(words: str) -> str:
    """Line breaks as spaces, so that every offset stays what it was."""
    return words.replace("\n", " ")


def _paragraph(
    painter: QPainter | None,
    words: str,
    step: steps.Step,
    width: float,
    top: float,
    mark: Mark | None,
    caret: int | None = None,
) -> float:
    """Lay a paragraph out, and draw it with its mark; `caret` is the edge of the mark that moves."""
    t, line_height = tones.current(), steps.line_height(step)
    layout = QTextLayout(words, steps.font(step))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    bottom = top
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, bottom - top + (line_height - line.height()) / 2))
        bottom += line_height
    layout.endLayout()
    if painter is None:
        return bottom
    if mark is not None:
        _paint_marks(painter, layout, mark, line_height, top)
    painter.setPen(t.text if mark else t.text3)
    layout.draw(painter, QPointF(0, top))
    if caret is not None:
        line = layout.lineForTextPosition(caret)
        middle = top + line.y() + line.height() / 2
        painter.fillRect(QRectF(_x(line, caret) - 1.5, middle - line_height / 2, 3, line_height), t.accent)
    return bottom


def _paint_marks(painter: QPainter, layout: QTextLayout, mark: Mark, line_height: float, top: float) -> None:
    """The mark in every line that it stands in, without the space that ends a line."""
    tall = steps.scaled(PILL) * line_height / steps.line_height("reader")
    text = layout.text()
    for at in range(layout.lineCount()):
        line = layout.lineAt(at)
        first = max(mark.start, line.textStart())
        last = min(mark.end, line.textStart() + line.textLength())
        while last > first and text[last - 1 : last] == " ":
            last -= 1
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        middle = top + line_height * at + line_height / 2
        paint_mark(painter, QRectF(left, middle - tall / 2, right - left, tall), mark, selected=True)


def _x(line: object, at: int) -> float:
    place = line.cursorToX(at)  # type: ignore[attr-defined]  # PySide gives a pair, its stubs a number
    return float(place[0] if isinstance(place, tuple) else place)
