"""A page of a comparison, drawn from top to bottom: verdict, table with lanes, what was settled, sources."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from app.services.exports.pages import Page, Source
from app.services.topics.comparing import Group, Row
from app.ui.compare import reach
from app.ui.compare.lanes import Lane, paint_ground
from app.ui.compare.model import Column, MatrixModel
from app.ui.compare.page import settled
from app.ui.compare.page.axis_head import paint_axis
from app.ui.compare.row_words import verdict_word
from app.ui.counted import counted
from app.ui.look import dates, tones, type as steps
from app.ui.widgets import verdict_mark
from app.ui.widgets.line import LEFT, paint_line

WIDE = 1180
"""Pixels that a page is drawn wide at least, before it is brought to the size of paper or picture."""
SOURCE = 500
"""Pixels of a column of sources."""
ROW, HEAD, GAP, AIR = 30, 28, 14, 7
BASIS, FIGURE, VERDICT = 200, 300, 290
"""Least widths of the columns; the lanes take most of what is left."""
_COLUMNS = (Column.BASIS, Column.FIGURE, Column.LANE, Column.VERDICT)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class Drawing:
    """Draws a page; `rows` is how many figures it has room for, the rest is counted at its end.

    The reference is never left out, and a figure of a graver verdict not before one of a lesser.

    Everything is measured and drawn in the light roles: use it inside `tones.on_paper`.
    """

    def __init__(self, page: Page, rows: int | None = None, wide: int = WIDE) -> None:
        self._page = page
        self._wide = wide
        spare = (wide - WIDE) // 4
        self._columns = (BASIS + spare, FIGURE + spare, wide - BASIS - FIGURE - VERDICT - 2 * spare, VERDICT)
        self._model = MatrixModel()
        self._model.show(page.comparison, page.arranged.by, page.arranged.found)
        self.shown = {row.claim_id for row in sorted(self._model.rows(), key=_gravity)[:rows]}
        self._y = 0.0
        self._painter: QPainter | None = None

    @property
    def left_out(self) -> int:
        """How many figures have no room."""
        return len(self._page.comparison.rows) - len(self.shown)

    def height(self) -> float:
        """How high the page is, in its own pixels."""
        self._painter = None
        return self._run()

    def paint(self, painter: QPainter) -> None:
        """Draw it from the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter = painter
        self._run()
        self._painter = None
        painter.restore()

    def _run(self) -> float:
        """Go down the page once; nothing is drawn where there is only measuring to do."""
        self._y = 0.0
        self._title()
        self._verdict()
        self._table()
        self._settled()
        self._sources()
        return self._y

    # Parts, from top to bottom

    def _title(self) -> None:
        comparison = self._page.comparison
        self._words(comparison.topic.name, "title")
        figures = counted(len(comparison.rows), self.tr("%n figure"), self.tr("%n figures"))
        said = filter(None, (figures, reach.prints(comparison), reach.origins(comparison), self._page.arranged.basis))
        self._words(" · ".join(said), "small", tones.current().text2)
        self._y += GAP / 2

    def _verdict(self) -> None:
        headline = self._page.comparison.headline
        if headline is None:
            return
        t = tones.current()
        word = verdict_mark.word(headline.verdict)
        said = f"{word}: {verdict_mark.spoken(headline.sentence, word)}"
        top, side = self._y, steps.scaled(22)
        self._words(said, "heading", t.verdict(headline.verdict).ink, left=side + 12)
        if self._painter is not None:
            tall = min(side, self._y - top)
            verdict_mark.paint(self._painter, QRectF(0, top, side, tall), headline.verdict)
        if headline.question:
            settle = self.tr("What would settle it: {question}").format(question=headline.question)
            self._words(settle, "small", t.text2, left=side + 12)
        self._y += GAP

    def _table(self) -> None:
        self._heads()
        for group in self._model.groups():
            rows = [row for row in group.rows if row.claim_id in self.shown]
            lacking = self._basis_height(group) - len(rows) * ROW
            for row in rows:
                first, last = row is rows[0], row is rows[-1]
                if first:
                    self._basis(group)
                at = self._model.position(row.claim_id) or 0
                self._row(row, at, ROW + max(lacking, 0) * last, first=first, last=last)
        if self.left_out:
            more = counted(self.left_out, self.tr("%n further figure"), self.tr("%n further figures"))
            note = self.tr("{more} had no room here; the table and the CSV file have them all.").format(more=more)
            self._y += 4
            self._words(note, "small", tones.current().text2)
        self._y += GAP

    def _heads(self) -> None:
        if (painter := self._painter) is not None:
            t, lefts = tones.current(), self._lefts()
            painter.setFont(label())
            painter.setPen(t.text3)
            for left, wide, column in zip(lefts, self._columns, _COLUMNS, strict=True):
                if column is not Column.LANE:
                    said = self._model.headerData(column, Qt.Orientation.Horizontal)
                    painter.drawText(QRectF(left, self._y, wide, HEAD), LEFT, str(said))
            paint_axis(painter, QRectF(lefts[2], self._y, self._columns[2], HEAD), self._model)
            painter.fillRect(QRectF(0, self._y + HEAD - 1, self._wide, 1), t.rule2)
        self._y += HEAD

    def _row(self, row: Row, at: int, tall: float, *, first: bool, last: bool) -> None:
        if self._painter is not None:
            lefts = self._lefts()
            self._figure(row, QRectF(lefts[1], self._y, self._columns[1] - 10, ROW))
            self._lane(row, at, QRectF(lefts[2], self._y, self._columns[2] - 12, tall), first=first, last=last)
            self._judged(row, QRectF(lefts[3], self._y, self._columns[3], ROW))
            start = 0 if last else lefts[1]
            self._painter.fillRect(QRectF(start, self._y + tall - 1, self._wide - start, 1), tones.current().rule)
        self._y += tall

    def _basis_height(self, group: Group) -> float:
        """How high the name of a group is with the air around it: paper has no tooltip for what would be cut."""
        room = QRectF(0, 0, self._columns[0] - 16, 1 << 16)
        return QFontMetricsF(steps.font("small", 600)).boundingRect(room, int(_WRAP), _named(group)).height() + 2 * AIR

    def _basis(self, group: Group) -> None:
        if self._painter is not None:
            self._painter.setFont(steps.font("small", 600))
            self._painter.setPen(tones.current().text)
            room = QRectF(0, self._y + AIR, self._columns[0] - 16, self._basis_height(group))
            self._painter.drawText(room, int(_WRAP), _named(group))

    def _figure(self, row: Row, room: QRectF) -> None:
        t = tones.current()
        strong, weak = steps.font("body", 600), steps.font("small")
        wide = min(QFontMetricsF(strong).horizontalAdvance(row.figure), room.width())
        self._line(row.figure, room, strong, t.text)
        cited = " ".join(f"[{number}]" for number in self._page.numbers(row))
        notes = QFontMetricsF(weak).horizontalAdvance(cited) + 2
        self._line(cited, QRectF(room.right() - notes, room.top(), notes, room.height()), weak, t.text2)
        rest = QRectF(room.left() + wide + 8, room.top(), room.width() - wide - notes - 16, room.height())
        # The numbers lead to the outlets: without room for both it is the speaker who is named.
        whole = self._model.under(row)
        fits = QFontMetricsF(weak).horizontalAdvance(whole) <= rest.width()
        if rest.width() > steps.scaled(30):
            self._line(whole if fits else self._model.beside(row), rest, weak, t.text2)

    def _lane(self, row: Row, at: int, room: QRectF, *, first: bool, last: bool) -> None:
        t, painter = tones.current(), self._painter
        assert painter is not None
        begins, ends = self._model.lane_ends(at)
        paint_ground(painter, room, first=first or begins, last=last or ends)
        lane = Lane(self._model.axis, room)
        lane.paint_grid(painter, t.surface)
        if (shade := self._model.reference_in(at)) is not None:
            lane.paint_reference(painter, shade)
        ink = t.verdict(row.judgement.verdict if row.judgement else verdict_mark.REFERENCE).ink
        mark = self._model.mark(row)
        drawn = mark is not None and self._model.drawn_span(row) is not None
        filled = lane.paint_mark(painter, mark, ink) if mark is not None and drawn else None
        bold, plain = self._model.lane_words(row)
        lane.paint_words(painter, filled, bold, self._model.told(row, narrow=False) if bold else (plain,))

    def _judged(self, row: Row, room: QRectF) -> None:
        t, painter = tones.current(), self._painter
        assert painter is not None
        verdict = row.judgement.verdict if row.judgement else verdict_mark.REFERENCE
        side = steps.scaled(14)
        verdict_mark.paint(painter, QRectF(room.left(), room.center().y() - side / 2, side, side), verdict)
        word, strong = verdict_word(row), steps.font("small", 600)
        left = room.left() + side + 8
        self._line(word, QRectF(left, room.top(), room.right() - left, ROW), strong, t.verdict(verdict).ink)
        left += QFontMetricsF(strong).horizontalAdvance(word) + 8
        reason = row.judgement.short if row.judgement else self._model.why_reference()
        self._line(reason, QRectF(left, room.top(), room.right() - left, ROW), steps.font("small"), t.text2)

    def _settled(self) -> None:
        if self._page.resolution is not None:
            self._words(settled.sentence(self._page.resolution), "heading")
            self._y += GAP

    def _sources(self) -> None:
        """The sources in columns, numbered from left to right."""
        if not self._page.sources:
            return
        self._words(self.tr("Sources"), "label", tones.current().text3)
        self._y += 2
        across = max(self._wide // SOURCE, 1)
        wide = (self._wide - 32 * (across - 1)) / across
        for first in range(0, len(self._page.sources), across):
            top, below = self._y, self._y
            for at, source in enumerate(self._page.sources[first : first + across]):
                self._y = top
                self._source(source, at * (wide + 32), wide)
                below = max(below, self._y)
            self._y = below + 4

    def _source(self, source: Source, left: float, wide: float) -> None:
        self._words(f"[{source.number}] {entry(source)}", "label", left=left, wide=wide, weight=500)
        proof = f"SHA-256 {source.sha256}"
        for said in filter(None, (source.url, proof)):
            self._words(said, "label", tones.current().text2, left=left + 20, wide=wide - 20, weight=400)

    # Pieces

    def _words(
        self,
        said: str,
        step: steps.Step,
        ink: QColor | None = None,
        *,
        left: float = 0,
        wide: float | None = None,
        weight: int | None = None,
    ) -> None:
        """Words that go on in further lines where they have to, and what they take of the page."""
        face = label(weight) if step == "label" else steps.font(step, weight)
        room = QRectF(left, self._y, self._wide - left if wide is None else wide, 1 << 16)
        flags = int(_WRAP | Qt.TextFlag.TextWrapAnywhere) if " " not in said else int(_WRAP)
        taken = QFontMetricsF(face).boundingRect(room, flags, said)
        if self._painter is not None:
            self._painter.setFont(face)
            self._painter.setPen(ink or tones.current().text)
            self._painter.drawText(room, flags, said)
        self._y += taken.height() + 1

    def _line(self, said: str, room: QRectF, face: QFont, ink: QColor) -> None:
        """One line, cut with an ellipsis where there is no room."""
        assert self._painter is not None
        paint_line(self._painter, room, said, face, ink)

    def _lefts(self) -> Sequence[float]:
        return [sum(self._columns[:at]) for at in range(len(self._columns))]

    def tr(self, words: str) -> str:
        """The words in the language of the window."""
        return QCoreApplication.translate("Drawing", words)


def _gravity(row: Row) -> int:
    """The place of a row where there is no room for all: the reference first, which has no verdict."""
    return row.judgement.verdict.rank if row.judgement else -1


def _named(group: Group) -> str:
    return ", ".join(filter(None, (group.label.kind, group.label.detail)))


def entry(source: Source) -> str:
    """A source as a list of sources has it: outlet, title, day."""
    return ", ".join(filter(None, (source.outlet, f"“{source.title}”", dates.day(source.published))))


def label(weight: int | None = None) -> QFont:
    """The smallest step without its tracking, which would be in dots of the paper."""
    face = steps.font("label", weight)
    face.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0)
    return face
