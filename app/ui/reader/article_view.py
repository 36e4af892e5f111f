"""The text of one article with its highlights and the cards in its margin."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QToolTip, QWidget

from app.domain.article import Article
from app.domain.span import Span
from app.ui.look import tones, type as steps
from app.ui.reader import document as setting, lines
from app.ui.reader.cards import Cards
from app.ui.reader.columns import Columns
from app.ui.reader.comments import paint_heads
from app.ui.reader.margin import Note
from app.ui.reader.marks import PILL, Mark, paint_mark
from app.ui.reader.offsets import Offsets


class ArticleView(QTextBrowser):
    """Shows text, never changes it. `picked` carries the id of the claim that was clicked, in the text or beside it."""

    picked = Signal(str)
    measured = Signal()
    """The column of the text stands elsewhere now."""

    def __init__(
        self,
        byline: QWidget,
        fit: Callable[[int], Columns] = Columns.fit,
        face: setting.Face = setting.READING,
        parent: QWidget | None = None,
    ) -> None:
        """`fit` gives the columns for a width of the pane, `face` the size of the text."""
        super().__init__(parent)
        self._fit, self._face, self._signed = fit, face, face
        self._pill = round(steps.scaled(PILL) * steps.line_height(face.step) / steps.line_height("reader"))
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
        self._cards = Cards()
        self._selected: str | None = None
        self._hover: str | None = None
        self._byline_top = 0.0
        self._columns = fit(0)
        self._measure()
        self.verticalScrollBar().valueChanged.connect(self._place_byline)

    # What is shown

    def show_article(self, article: Article, *, signed: bool = True) -> None:
        """Show another text from its beginning, without marks; not `signed`, the byline has nothing to say."""
        self._article, self._face = article, self._signed if signed else self._signed.unsigned()
        self._offsets = Offsets(article.text)
        self._marks, self._starts = [], []
        self._cards.show([])
        self._selected = None
        self._set()
        self.verticalScrollBar().setValue(0)

    def show_claims(self, marks: Sequence[Mark], notes: Sequence[Note]) -> None:
        """Mark these spans (`start` and `end` in UTF-16 units: see `offsets`), with cards for `notes` in text order."""
        # Where marks overlap the longer one is painted first, so that the shorter stays seen.
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]
        self._cards.show(notes, len(marks))
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

    def selected_words(self) -> Span | None:
        """The words that are selected, as places of the stored text; None where there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return Span(self._offsets.points(cursor.selectionStart()), self._offsets.points(cursor.selectionEnd()))

    def unselect_words(self) -> None:
        """Let the selection go; the caret stays where it ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def column(self) -> tuple[float, float]:
        """Left edge and width of the text, in pixels."""
        return self._columns.left, self._columns.text

    def reach(self) -> int:
        """Where the cards beside the text end, in pixels."""
        return self._columns.whole

    def boxes(self) -> Iterator[tuple[Note, QRectF]]:
        """The cards with their places in the document."""
        return self._cards.boxes(self._columns)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: whatever an article's words look like, no file and no page is loaded for them."""
        # Nothing at all would let the document look for the file itself.
        return QByteArray()

    # Setting and measuring

    def _set(self) -> None:
        if self._article is None:
            return
        top = self.verticalScrollBar().value()
        self._laid = setting.lay_out(
            self.document(),
            self._article,
            self._offsets,
            self._face,
            beside=self._columns.beside,
        )
        # New text leaves the cursor at its end, and the first showing scrolls to the cursor.
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(top)
        setting.ink_parts(self.document(), self._article, self._offsets)
        self._frame(0)
        self._place_byline()
        self._arrange()

    def _frame(self, below: float) -> None:
        frame = self.document().rootFrame()
        format_ = frame.frameFormat()
        format_.setLeftMargin(self._columns.left)
        format_.setTopMargin(0 if self._laid.title_end is not None else steps.scaled(self._face.byline))
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

    def _mark(self, claim_id: str | None) -> Mark | None:
        return next((mark for mark in self._marks if mark.claim_id == claim_id), None)

    def _level(self, mark: Mark) -> float:
        origin, line = lines.line_at(self.document(), mark.start)
        return origin.y() + (line.y() + line.height() / 2 if line.isValid() else 0)

    def _arrange(self) -> None:
        levels = {mark.claim_id: self._level(mark) for mark in self._marks}
        foot = self._cards.arrange(levels, self._byline_top, self._selected)
        if not self._columns.cards:
            self._frame(0)
        elif foot is not None:
            height = self.document().size().height() - self.document().rootFrame().frameFormat().bottomMargin()
            self._frame(foot + 40 - height)

    def _bring_into_view(self, mark: Mark) -> None:
        level, bar, tall = self._level(mark), self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 40 < level < bar.value() + tall - 60:
            bar.setValue(round(level - tall / 3))

    def _place_byline(self) -> None:
        self._byline.setFixedWidth(round(self._columns.text))
        tall = steps.scaled(self._face.byline)
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
            for box in lines.boxes(self.document(), mark.start, mark.end, self._pill):
                paint_mark(painter, box, mark, selected=mark.claim_id == self._selected)
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

    def _paint_margin(self, painter: QPainter) -> None:
        if (box := self._cards.box(self._selected, self._columns)) is not None:
            self._paint_thread(painter, box)
        seen = QRectF(0, self.verticalScrollBar().value(), self._columns.whole, self.viewport().height())
        self._cards.paint(painter, self._columns, seen, selected=self._selected, hover=self._hover)

    def _paint_thread(self, painter: QPainter, card: QRectF) -> None:
        """The thin line from the selected words to their card."""
        mark = self._mark(self._selected)
        if mark is None:
            return
        box = next(lines.boxes(self.document(), mark.start, mark.end, self._pill), None)
        if box is None:
            return
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
            return next((note.claim_id for note, box in self.boxes() if box.contains(at)), None)
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
            note = next((note for note, _ in self.boxes() if note.claim_id == under), None)
            QToolTip.showText(event.globalPos(), note.tooltip if note else "", self)
            return True
        return super().viewportEvent(event)
