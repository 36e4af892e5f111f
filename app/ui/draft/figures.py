"""The figures of a draft as a list: each with what became of it and the closest claim of the library."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain import wording
from app.domain.draft import Checked, Evidence, Finding
from app.domain.verdict import Verdict
from app.ui.counted import counted
from app.ui.look import dates, tones, type as steps
from app.ui.widgets import verdict_mark
from app.ui.widgets.line import paint_line
from app.ui.widgets.rows import paint_row_background

Index = QModelIndex | QPersistentModelIndex
MARKS = {
    Finding.SUPPORTED: Verdict.AGREE,
    Finding.OTHER_BASIS: Verdict.DIFFERS_BY_BASIS,
    Finding.CONTESTED: Verdict.CONFLICT,
    Finding.ABSENT: Verdict.NOT_COMPARABLE,
}
"""The shape and the hue in which each finding is drawn."""
CheckedRole = Qt.ItemDataRole.UserRole + 1
TALL, MARK, PAD, ABOVE, BESIDE = 78, 16, 12, 9, 10
"""Pixels at 100 %: a row without a reason, its mark, the room at its sides, above it, and between mark and words."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft


class FiguresModel(QAbstractListModel):
    """The figures in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._checked: tuple[Checked, ...] = ()

    def show(self, checked: Sequence[Checked]) -> None:
        """Show these figures."""
        self.beginResetModel()
        self._checked = tuple(checked)
        self.endResetModel()

    def checked(self) -> tuple[Checked, ...]:
        """What is shown."""
        return self._checked

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._checked)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        one = self._checked[index.row()]
        if role == CheckedRole:
            return one
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.say(one.claim.figure)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return "\n".join(filter(None, (f"{wording.say(one.claim.figure)}: {self.word(one)}", *self.lines(one))))
        return None

    def word(self, one: Checked) -> str:
        """What became of a figure."""
        if one.is_worked_out:
            return self.tr("Worked out") if one.finding is Finding.SUPPORTED else self.tr("Perhaps worked out")
        return {
            Finding.SUPPORTED: self.tr("Supported"),
            Finding.OTHER_BASIS: self.tr("On another basis"),
            Finding.CONTESTED: self.tr("Contested"),
            Finding.ABSENT: self.tr("Not in the library"),
        }[one.finding]

    def lines(self, one: Checked) -> tuple[str, str, str]:
        """Why it is not supported or how it follows, the closest claim's own words, and where they stand."""
        closest = one.closest
        if closest is None:
            return "", "", self.tr("No figure of this is in the library.")
        reader = "" if closest.line.comment is None else self.tr("a reader’s comment")
        where = " · ".join(filter(None, (place(closest), reader, self._others(one))))
        return one.why[:1].upper() + one.why[1:], quote(closest), where

    def _others(self, one: Checked) -> str:
        count = len({other.line.origin_id for other in one.others})
        if not count or one.finding not in (Finding.SUPPORTED, Finding.CONTESTED):
            return ""
        if one.finding is Finding.CONTESTED:
            return counted(count, self.tr("%n other origin agrees"), self.tr("%n other origins agree"))
        return counted(count, self.tr("%n origin has other figures"), self.tr("%n origins have other figures"))


def quote(evidence: Evidence) -> str:
    """The words around a claim, on one line."""
    return f"“{evidence.line.excerpt}”"


def place(evidence: Evidence) -> str:
    """Where a claim stands."""
    line = evidence.line
    return ", ".join(filter(None, (line.outlet or line.title, dates.day(line.published))))


class _Row(QStyledItemDelegate):
    """Figure and word, why, the words of the closest claim, where they stand; the reason is never cut."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        assert isinstance(view, FiguresList)
        why, said, _ = view.figures.lines(view.figures.checked()[index.row()])
        room = _beside_mark(QRectF(0, 0, view.viewport().width(), 0))
        less = 0 if said else steps.line_height("body")
        return QSize(0, steps.scaled(TALL) - round(less) + round(_height(why, room.width())))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, model = index.data(CheckedRole), index.model()
        assert isinstance(one, Checked)
        assert isinstance(model, FiguresModel)
        paint_row_background(painter, option, rule=True)
        t, side, line = tones.current(), steps.scaled(MARK), steps.line_height("body")
        room = _beside_mark(QRectF(option.rect))
        room.setHeight(line)
        painter.save()
        verdict = MARKS[one.finding]
        mark = QRectF(room.left() - side - steps.scaled(BESIDE), room.top() + (line - side) / 2, side, side)
        verdict_mark.paint(painter, mark, verdict)
        strong = steps.font("body", 600)
        wide = paint_line(painter, room, str(index.data()), strong, t.text) + steps.scaled(12)
        word = model.word(one)
        paint_line(painter, room.adjusted(wide, 0, 0, 0), word, steps.font("small", 600), t.verdict(verdict).ink)
        why, said, where = model.lines(one)
        room.translate(0, line)
        tall = _height(why, room.width())
        painter.setFont(steps.font("small"))
        painter.setPen(t.text)
        painter.drawText(QRectF(room.topLeft(), QSizeF(room.width(), tall)), _WRAP, why)
        room.translate(0, tall)
        if said:
            paint_line(painter, room, said, steps.font("evidence"), t.text)
            room.translate(0, line)
        paint_line(painter, room, where, steps.font("small"), t.text2)
        painter.restore()


def _beside_mark(row: QRectF) -> QRectF:
    """The room for the words of a row."""
    left = steps.scaled(PAD) + steps.scaled(MARK) + steps.scaled(BESIDE)
    return row.adjusted(left, steps.scaled(ABOVE), -steps.scaled(PAD), -steps.scaled(ABOVE))


def _height(why: str, width: float) -> float:
    """How high a reason is on as many lines as it takes; nothing for none."""
    endless = QRectF(0, 0, width, 10_000)
    return QFontMetricsF(steps.font("small")).boundingRect(endless, _WRAP, why).height() if why else 0.0


class FiguresList(QListView):
    """The list itself; the rows are as high as three lines and the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Figures of the draft"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current(self) -> Checked | None:
        """The figure that the keys act on."""
        index = self.currentIndex()
        return self.figures.checked()[index.row()] if index.isValid() else None

    def next_unsupported(self) -> int | None:
        """The position of the next figure after the current one that nothing supports, from the end on to the first."""
        here = self.currentIndex().row()
        doubtful = [at for at, one in enumerate(self.figures.checked()) if one.finding is not Finding.SUPPORTED]
        return next((at for at in doubtful if at > here), next(iter(doubtful), None))

    def step(self, by: int) -> None:
        """Go up or down, stopping at the ends."""
        if count := self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(min(max(self.currentIndex().row() + by, 0), count - 1)))
