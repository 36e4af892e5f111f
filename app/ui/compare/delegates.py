"""How the cells of the matrix are painted: one delegate a column."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.services.topics.common_basis import Apart
from app.services.topics.comparing import Group, Row
from app.services.topics.regrouping import By
from app.ui.compare import lanes
from app.ui.compare.model import FirstOfGroupRole, GroupRole, LastOfGroupRole, MatrixModel, RowRole
from app.ui.compare.row_words import verdict_word
from app.ui.look import density, tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import verdict_mark
from app.ui.widgets.line import LEFT, paint_line

Index = QModelIndex | QPersistentModelIndex
ROW, ONE_LINE = 40, 32
"""Height of a row with two lines, and with one."""
ABOVE, BELOW = 4, 5
"""What the first and the last row of a group are higher by; the last pixel is the rule."""
PAD = 12
EDGE = 16
"""What stands free at the two ends of the table."""
MARK = 16
PIN = 14
RING_END = 8
CLOSER = 3
"""How much nearer than in running text the second line of a cell stands to its first."""


def row_height(*, narrow: bool, first: bool, last: bool) -> int:
    """How high a row is, with what its place in its group adds."""
    return density.row(ONE_LINE if narrow else ROW) + (ABOVE if first else 0) + (BELOW if last else 0)


def basis_room(width: float) -> float:
    """What the words of a basis have of the width of their column."""
    return width - steps.scaled(EDGE + 4)


def basis_height(detail: str, room: float) -> float:
    """How high a basis is whose detail goes on in further lines where it has to."""
    return steps.line_height("body") - steps.scaled(CLOSER) + _detail_height(detail, room) + ABOVE + BELOW


def _detail_height(detail: str, room: float) -> float:
    endless = QRectF(0, 0, room, 1 << 16)
    wrapped = QFontMetricsF(steps.font("small")).boundingRect(endless, Qt.TextFlag.TextWordWrap, detail)
    return max(wrapped.height(), steps.line_height("small"))


def slot(rect: QRectF, *, first: bool, last: bool) -> QRectF:
    """The part of a row's cell that its words stand in."""
    return rect.adjusted(0, ABOVE if first else 0, 0, -BELOW if last else 0)


class _Cell(QStyledItemDelegate):
    """The ground of a cell: the rule under it, and what shows that its row is current."""

    starts = False
    """This cell has the left end of the row's ring."""
    ends = False
    ruled = True

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, steps.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        first, last = bool(index.data(FirstOfGroupRole)), bool(index.data(LastOfGroupRole))
        inner = slot(QRectF(option.rect), first=first, last=last)
        self._paint_rule(painter, QRectF(option.rect), inner, last=last)
        if option.state & QStyle.StateFlag.State_Selected:
            view = option.widget
            ring = isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row()
            self._paint_current(painter, inner, focused=ring)
        painter.save()
        self.paint_inside(painter, inner, index)
        painter.restore()

    def _paint_rule(self, painter: QPainter, rect: QRectF, inner: QRectF, *, last: bool) -> None:
        t = tones.current()
        if last:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), t.rule)
        elif self.ruled:
            left, right = inner.left() + self.pad(), inner.right() - steps.scaled(EDGE)
            painter.fillRect(QRectF(left, rect.bottom() - 1, right - left, 1), t.rule)

    def _paint_current(self, painter: QPainter, inner: QRectF, *, focused: bool) -> None:
        """One rounded field over the row: each cell draws it wider than itself, clipped to itself."""
        t = tones.current()
        whole = inner.adjusted(1 if self.starts else -40, 1, -RING_END if self.ends else 40, -1)
        painter.save()
        painter.setClipRect(inner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(t.accent_soft)
        painter.setPen(QPen(t.accent, 2) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(whole, 6, 6)
        painter.restore()

    def pad(self) -> int:
        """What stands free left of the words."""
        return steps.scaled(PAD)

    def paint_inside(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        """What the cell says."""
        raise NotImplementedError


def paint_lines(
    painter: QPainter,
    rect: QRectF,
    first: str,
    second: str,
    *,
    ink: QColor | None = None,
    before: float = 0,
    after: float = 0,
) -> None:
    """A strong line over a quiet one, in the middle of the place; each elided where there is no room.

    `before` and `after` are what the first leaves free at its ends.
    """
    t = tones.current()
    strong, weak = steps.font("body", 600), steps.font("small")
    first_line, second_line = steps.line_height("body"), steps.line_height("small") if second else 0
    closer = steps.scaled(CLOSER) if second else 0
    top = rect.center().y() - (first_line + second_line - closer) / 2
    begin, end = rect.adjusted(before, 0, -after, 0), rect
    for words, face, colour, room, at, tall in (
        (first, strong, ink or t.text, begin, top, first_line),
        (second, weak, t.text2, end, top + first_line - closer, second_line),
    ):
        paint_line(painter, QRectF(room.left(), at, room.width(), tall), words, face, colour)


def _row(index: Index) -> Row:
    row: Row = index.data(RowRole)
    return row


def _model(index: Index) -> MatrixModel:
    model = index.model()
    assert isinstance(model, MatrixModel)
    return model


class BasisCell(_Cell):
    """The basis of a group, said once over all its rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        group: Group = index.data(GroupRole)
        narrow = _model(index).narrow
        rect = QRectF(option.rect)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), tones.current().rule)
        wide = basis_room(rect.width())
        two = steps.line_height("body") + steps.line_height("small") - steps.scaled(CLOSER)
        if len(group.rows) == 1:
            inner = slot(rect, first=True, last=True)
            top = inner.center().y() - (basis_height(_model(index).detail(group), wide) - ABOVE - BELOW) / 2
        else:
            # In line with the words of the first row, or at the top of the table where that is scrolled away.
            first = ABOVE + (density.row(ONE_LINE if narrow else ROW) - two) / 2
            last = rect.bottom() - basis_height(_model(index).detail(group), wide)
            top = max(rect.top() + first, min(first, last))
        painter.save()
        room = QRectF(rect.left() + steps.scaled(EDGE), top, wide, rect.bottom() - top)
        self._paint_words(painter, room, group.label.kind, _model(index).detail(group))
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, name: str, detail: str) -> None:
        t = tones.current()
        line = steps.line_height("body")
        face = steps.font("body", 600)
        painter.setFont(face)
        painter.setPen(t.text)
        kind = QFontMetricsF(face).elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), room.top(), room.width(), line), LEFT, kind)
        painter.setFont(steps.font("small"))
        painter.setPen(t.text2)
        below = room.adjusted(0, line - steps.scaled(CLOSER) + 1, 0, 0)
        painter.drawText(below, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, detail)


class FigureCell(_Cell):
    """The figure and who says it: before it the pin of the reference, after it the mark of a payment stream."""

    starts = True

    def paint_inside(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        row, model = _row(index), _model(index)
        room = inner.adjusted(self.pad(), 0, -4, 0)
        byline = "" if model.narrow else under(model, row, room.width())
        side, wide = steps.scaled(PIN), steps.scaled(PIN + 6)
        before, after = wide if row.judgement is None else 0, wide if model.in_stream(row) else 0
        top = room.center().y() - side / 2
        top -= (steps.line_height("small") - steps.scaled(CLOSER)) / 2 if byline else 0
        if before:
            icon("pin", "accent").paint(painter, QRectF(room.left(), top, side, side).toRect())
        if after:
            words = before + QFontMetricsF(steps.font("body", 600)).horizontalAdvance(row.figure)
            end = min(room.left() + words + wide, room.right())
            icon("stream", "text2").paint(painter, QRectF(end - side, top, side, side).toRect())
        paint_lines(painter, room, row.figure, byline, before=before, after=after)


def under(model: MatrixModel, row: Row, room: float) -> str:
    """The second line of a figure: where there is no room for all, how many outlets print it is never cut off."""
    whole, metrics = model.under(row), QFontMetricsF(steps.font("small"))
    if model.by is not By.BASIS or metrics.horizontalAdvance(whole) <= room:
        return whole
    first, end = model.shorter_byline(row)
    return metrics.elidedText(first, Qt.TextElideMode.ElideRight, room - metrics.horizontalAdvance(end)) + end


class LaneCell(_Cell):
    """The interval on the common axis, with its words beside it."""

    ruled = False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        first, last = bool(index.data(FirstOfGroupRole)), bool(index.data(LastOfGroupRole))
        field = lane_field(slot(QRectF(option.rect), first=first, last=last))
        begins, ends = _model(index).lane_ends(index.row())
        # Within a group each further basis has a lane of its own.
        field.adjust(0, 2 if begins and not first else 0, 0, -2 if ends and not last else 0)
        lanes.paint_ground(painter, field, first=begins, last=ends)
        if not isinstance(_model(index).converted(_row(index)), Apart):  # words alone stand in such a lane
            lanes.Lane(_model(index).axis, field).paint_grid(painter, tones.current().surface)
        super().paint(painter, option, index)

    def paint_inside(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        t, model, row = tones.current(), _model(index), _row(index)
        lane = lanes.Lane(model.axis, lane_field(inner))
        if (shade := model.reference_in(index.row())) is not None:
            lane.paint_reference(painter, shade)
        ink = t.verdict(row.judgement.verdict if row.judgement else verdict_mark.REFERENCE).ink
        mark = model.mark(row)
        drawn = mark is not None and model.drawn_span(row) is not None
        filled = lane.paint_mark(painter, mark, ink) if mark is not None and drawn else None
        bold, plain = model.lane_words(row)
        if isinstance(apart := model.converted(row), Apart):
            plain = apart.why  # the line below the table says that no basis in common is what is meant
        told = model.told(row, narrow=model.narrow) if bold else (plain,)
        lane.paint_words(painter, filled, bold, told, lines=1 if model.narrow else 2)


def lane_field(inner: QRectF) -> QRectF:
    """The part of a lane's cell that is drawn on: it keeps free of the columns beside it."""
    return inner.adjusted(4, 0, -4, 0)


class SpeakerCell(_Cell):
    """Who says it, where the figure has one line alone."""

    def paint_inside(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        face = steps.font("small")
        room = inner.adjusted(self.pad(), 0, -8, 0)
        words = _model(index).beside(_row(index))
        painter.setFont(face)
        painter.setPen(tones.current().text)
        painter.drawText(room, LEFT, QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room.width()))


class VerdictCell(_Cell):
    """The verdict with its shape, its word and its shortest reason."""

    ends = True

    def paint_inside(self, painter: QPainter, inner: QRectF, index: Index) -> None:
        row = _row(index)
        verdict = row.judgement.verdict if row.judgement else verdict_mark.REFERENCE
        side = steps.scaled(MARK)
        mark = QRectF(inner.left() + self.pad(), inner.center().y() - side / 2, side, side)
        verdict_mark.paint(painter, mark, verdict)
        words = inner.adjusted(self.pad() + side + steps.scaled(10), 0, -steps.scaled(EDGE), 0)
        reason = row.judgement.short if row.judgement else _model(index).why_reference()
        ink = tones.current().verdict(verdict).ink
        word = verdict_word(row)
        paint_lines(painter, words, word, "" if _model(index).narrow else reason, ink=ink)
