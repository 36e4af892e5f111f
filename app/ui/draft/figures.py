"""The figures of a draft as a list: each with what became of it and the closest claim of the library."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
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
TALL, MARK, PAD, ABOVE = 78, 16, 12, 9


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
            return self.tr("Worked out")
        return {
            Finding.SUPPORTED: self.tr("Supported"),
            Finding.OTHER_BASIS: self.tr("On another basis"),
            Finding.CONTESTED: self.tr("Contested"),
            Finding.ABSENT: self.tr("Not in the library"),
        }[one.finding]

    def lines(self, one: Checked) -> tuple[str, str]:
        """The closest claim's own words, and where they stand with how many speak the other way."""
        closest = one.closest
        if closest is None:
            return "", self.tr("No figure of this is in the library.")
        reader = "" if closest.line.comment is None else self.tr("a reader’s comment")
        return quote(closest), " · ".join(filter(None, (place(closest), reader, one.why, self._others(one))))

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
    """Figure and word, the words of the closest claim, where they stand."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, steps.scaled(TALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one, model = index.data(CheckedRole), index.model()
        assert isinstance(one, Checked)
        assert isinstance(model, FiguresModel)
        paint_row_background(painter, option, rule=True)
        t, inner = (
            tones.current(),
            QRectF(option.rect).adjusted(
                steps.scaled(PAD), steps.scaled(ABOVE), -steps.scaled(PAD), -steps.scaled(ABOVE)
            ),
        )
        side = steps.scaled(MARK)
        line = steps.line_height("body")
        painter.save()
        verdict = MARKS[one.finding]
        verdict_mark.paint(painter, QRectF(inner.left(), inner.top() + (line - side) / 2, side, side), verdict)
        left = inner.left() + side + steps.scaled(10)
        room = QRectF(left, inner.top(), inner.right() - left, line)
        strong = steps.font("body", 600)
        figure = str(index.data())
        paint_line(painter, room, figure, strong, t.text)
        wide = QFontMetricsF(strong).horizontalAdvance(figure) + steps.scaled(12)
        word = model.word(one)
        paint_line(painter, room.adjusted(wide, 0, 0, 0), word, steps.font("small", 600), t.verdict(verdict).ink)
        said, where = model.lines(one)
        room.translate(0, line)
        if said:
            paint_line(painter, room, said, steps.font("evidence"), t.text)
        room.translate(0, line)
        paint_line(painter, room, where, steps.font("small"), t.text2)
        painter.restore()


class FiguresList(QListView):
    """The list itself; the rows are as high as three lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figures = FiguresModel(self)
        self.setModel(self.figures)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName(self.tr("Figures of the draft"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def current(self) -> Checked | None:
        """The figure that the keys act on."""
        index = self.currentIndex()
        return self.figures.checked()[index.row()] if index.isValid() else None

    def step(self, by: int) -> None:
        """Go up or down, stopping at the ends."""
        if count := self.figures.rowCount():
            self.setCurrentIndex(self.figures.index(min(max(self.currentIndex().row() + by, 0), count - 1)))
