"""The text of one article with its highlights and the cards in its margin."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextLine
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip, QWidget

from app.domain.article import Article
from app.ui.look import tones, type as steps
from app.ui.reader import document as setting, margin
from app.ui.reader.columns import Columns
from app.ui.reader.comments import paint_heads
from app.ui.reader.margin import Note
from app.ui.reader.marks import PILL, Mark, paint_mark
from app.ui.reader.offsets import Offsets

_BYLINE = 46
_CARDS_HEAD = 28


class ArticleView(QTextBrowser):
    """Shows text, never changes it. `picked` carries the id of the claim that was clicked, in the text or beside it."""

    picked = Signal(str)
    measured = Signal()
    """The column of the text stands elsewhere now."""

    def __init__(
        self, byline: QWidget, fit: Callable[[int], Columns] = Columns.fit, parent: QWidget | None = None
    ) -> None:
        """`fit` gives the columns for a width of the pane."""
        super().__init__(parent)
        self._fit = fit
        self.setAccessibleName(self.tr("Article"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setMouseTracking(True)
        self._byline = byline
        byline.setParent(self.viewport())
        self._article: Article | None = None
        self._offsets = Offsets("")
        self._laid = setting.Laid(comments=(), title_end=None)
        self._marks: list[Mark] = []
        self._starts: list[int] = []
        self._notes: list[Note] = []
        self._tops: list[float] = []
        self._selected: str | None = None
        self._hover: str | None = None
        self._byline_top = 0.0
        self._columns = fit(0)
        self._measure()
        self.verticalScrollBar().valueChanged.connect(self._place_byline)

    # What is shown

    def show_article(self, article: Article) -> None:
        """Show another text from its beginning, without marks."""
        self._article = article
        self._offsets = Offsets(article.text)
        self._marks, self._starts, self._notes, self._tops = [], [], [], []
        self._selected = None
        self._set()
        self.verticalScrollBar().setValue(0)

    def show_claims(self, marks: Sequence[Mark], notes: Sequence[Note]) -> None:
        """Mark these spans (`start` and `end` in UTF-16 units: see `offsets`), with cards for `notes` in text order."""
        # Where marks overlap the longer one is painted first, so that the shorter stays seen.
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._notes = list(notes)
        self._arrange()
        self.viewport().update()

    def offsets(self) -> Offsets:
        """The places of the text that is shown."""
        return self._offsets

    def selected(self) -> str | None:
        """The claim that has the ring."""
        return self._selected

    def select(self, claim_id: str | None) -> None:
        """Give a claim the ring, in the text and in the margin, and bring it into view."""
        self._selected = claim_id
        self._arrange()
        if mark := self._mark(claim_id):
            self._bring_into_view(mark)
        self.viewport().update()

    def column(self) -> tuple[float, float]:
        """Left edge and width of the text, in pixels."""
        return self._columns.left, self._columns.text

    def reach(self) -> int:
        """Where the cards beside the text end, in pixels."""
        return self._columns.whole

    # Setting and measuring

    def _set(self) -> None:
        if self._article is None:
            return
        self._laid = setting.lay_out(
            self.document(),
            self._article,
            self._offsets,
            beside=self._columns.beside,
            under_title=steps.scaled(_BYLINE),
        )
        setting.ink_parts(self.document(), self._article, self._offsets)
        self._frame(0)
        self._place_byline()
        self._arrange()

    def _frame(self, below: float) -> None:
        frame = self.document().rootFrame()
        format_ = frame.frameFormat()
        format_.setLeftMargin(self._columns.left)
        format_.setTopMargin(0 if self._laid.title_end is not None else steps.scaled(_BYLINE))
        format_.setBottomMargin(max(steps.scaled(40), round(below)))
        if format_ != frame.frameFormat():  # setting it lays the whole text out again
            frame.setFrameFormat(format_)

    def _measure(self) -> bool:
        """Take the columns that fit; whether they changed."""
        fitting = self._fit(self.viewport().width())
        changed = fitting != self._columns
        self._columns = fitting
        self.setLineWrapColumnOrWidth(fitting.whole)
        return changed

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._measure():
            self._set()
            self.measured.emit()
        super().resizeEvent(event)
        self._place_byline()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._article is not None:
            setting.ink_parts(self.document(), self._article, self._offsets)

    def _top_of(self, position: int) -> tuple[QPointF, QTextLine]:
        """The place of the block, and the line in it, where a UTF-16 position stands."""
        block = self.document().findBlock(position)
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return origin, block.layout().lineForTextPosition(position - block.position())

    def _mark(self, claim_id: str | None) -> Mark | None:
        return next((mark for mark in self._marks if mark.claim_id == claim_id), None)

    def _level(self, mark: Mark) -> float:
        origin, line = self._top_of(mark.start)
        return origin.y() + (line.y() + line.height() / 2 if line.isValid() else 0)

    def _arrange(self) -> None:
        levels = {mark.claim_id: self._level(mark) for mark in self._marks}
        self._notes = [note for note in self._notes if note.claim_id in levels]
        tall = steps.scaled(margin.HEIGHT)
        floor = self._byline_top + steps.scaled(_CARDS_HEAD)
        wanted = [max(levels[note.claim_id] - tall / 2, floor) for note in self._notes]
        anchor = next((at for at, note in enumerate(self._notes) if note.claim_id == self._selected), None)
        self._tops = margin.arrange(wanted, tall + margin.GAP, anchor)
        if self._tops:
            height = self.document().size().height() - self.document().rootFrame().frameFormat().bottomMargin()
            self._frame(self._tops[-1] + tall + 40 - height)

    def _bring_into_view(self, mark: Mark) -> None:
        level, bar, tall = self._level(mark), self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 40 < level < bar.value() + tall - 60:
            bar.setValue(round(level - tall / 3))

    def _place_byline(self) -> None:
        self._byline.setFixedWidth(round(self._columns.text))
        tall = steps.scaled(_BYLINE)
        foot = 0.0
        if self._laid.title_end is not None:
            block = self.document().findBlock(self._laid.title_end)
            foot = self.document().documentLayout().blockBoundingRect(block).bottom()
        top = foot if self._laid.title_end is not None else 0
        self._byline.setGeometry(
            round(self._columns.left), round(top) - self.verticalScrollBar().value(), round(self._columns.text), tall
        )
        self._byline_top = top

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        for mark in self._visible_marks():
            self._paint_mark(painter, mark, selected=mark.claim_id == self._selected)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        top = self.verticalScrollBar().value()
        seen = QRectF(self._columns.left, top, self._columns.text, self.viewport().height())
        paint_heads(painter, self.document(), self._laid.comments, seen)
        self._paint_margin(painter)
        painter.end()

    def _visible_marks(self) -> Iterator[Mark]:
        top = self.verticalScrollBar().value()
        layout = self.document().documentLayout()
        tall = self.viewport().height()
        first = layout.hitTest(QPointF(0, top - 60), Qt.HitTestAccuracy.FuzzyHit)
        last = layout.hitTest(QPointF(self._columns.cards_at, top + tall + 60), Qt.HitTestAccuracy.FuzzyHit)
        begin = bisect_left(self._starts, first - 400)
        yield from self._marks[max(begin, 0) : bisect_right(self._starts, max(last, first))]

    def _paint_mark(self, painter: QPainter, mark: Mark, *, selected: bool) -> None:
        block = self.document().findBlock(mark.start)
        origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
        at = mark.start - block.position()
        end = min(mark.end - block.position(), block.length() - 1)
        while at < end:
            line = block.layout().lineForTextPosition(at)
            if not line.isValid():
                return
            stop = min(end, line.textStart() + line.textLength())
            words = block.text()[at:stop] if len(block.text()) == block.length() - 1 else ""
            shown = stop - (len(words) - len(words.rstrip())) if stop < end else stop
            if shown > at:
                paint_mark(painter, self._box(origin, line, at, shown), mark, selected=selected)
            at = max(stop, at + 1)

    def _box(self, origin: QPointF, line: QTextLine, at: int, stop: int) -> QRectF:
        left, right = line.cursorToX(at)[0], line.cursorToX(stop)[0]  # type: ignore[index]
        tall = steps.scaled(PILL)
        top = origin.y() + line.y() + (line.height() - tall) / 2
        return QRectF(origin.x() + left, top, right - left, tall)

    def _paint_margin(self, painter: QPainter) -> None:
        t = tones.current()
        if self._notes:
            painter.setFont(steps.font("label"))
            painter.setPen(t.text3)
            head = QRectF(self._columns.cards_at, self._byline_top + 2, self._columns.cards, 20)
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter, self.tr("Claims in this article"))
            painter.drawText(head, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(len(self._notes)))
        top, tall = self.verticalScrollBar().value(), self.viewport().height()
        for note, box in self._boxes():
            if box.bottom() >= top and box.top() <= top + tall:
                here = note.claim_id == self._selected
                if here:
                    self._paint_thread(painter, box)
                margin.paint_card(painter, box, note, selected=here, hover=note.claim_id == self._hover)

    def _boxes(self) -> Iterator[tuple[Note, QRectF]]:
        for note, top in zip(self._notes, self._tops, strict=True):
            yield note, QRectF(self._columns.cards_at, round(top), self._columns.cards, steps.scaled(margin.HEIGHT))

    def _paint_thread(self, painter: QPainter, card: QRectF) -> None:
        """The thin line from the selected words to their card."""
        mark = self._mark(self._selected)
        if mark is None:
            return
        origin, line = self._top_of(mark.start)
        if not line.isValid():
            return
        block = self.document().findBlock(mark.start)
        at = mark.start - block.position()
        box = self._box(origin, line, at, min(mark.end - block.position(), line.textStart() + line.textLength()))
        turn = self._columns.cards_at - 16
        painter.setPen(QPen(tones.current().accent, 1))
        foot = round(box.bottom() + 2) + 0.5
        middle = round(card.center().y()) + 0.5
        painter.drawPolyline(
            [QPointF(box.right() + 3, foot), QPointF(turn, foot), QPointF(turn, middle), QPointF(card.left(), middle)]
        )

    # The mouse

    def _under(self, place: QPointF) -> str | None:
        at = QPointF(place.x(), place.y() + self.verticalScrollBar().value())
        if at.x() >= self._columns.cards_at:
            return next((note.claim_id for note, box in self._boxes() if box.contains(at)), None)
        position = self.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        inside = [mark for mark in self._marks if mark.start <= position < mark.end]
        return min(inside, key=lambda mark: mark.end - mark.start).claim_id if inside else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        under = self._under(event.position())
        if under != self._hover:
            self._hover = under
            self.viewport().update()
        in_text = event.position().x() < self._columns.cards_at
        shape = Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if under else shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        plain = event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if plain and (claim_id := self._under(event.position())):
            self.picked.emit(claim_id)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            under = self._under(QPointF(event.pos()))
            note = next((note for note in self._notes if note.claim_id == under), None)
            QToolTip.showText(event.globalPos(), note.tooltip if note else "", self)
            return True
        return super().viewportEvent(event)
