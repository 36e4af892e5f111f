"""The table that sets two versions of an article side by side, figure by figure."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.version import CARRIED, Fate
from app.ui.look import tones, type as steps
from app.ui.reader.versions_model import FATE, VersionsModel
from app.ui.widgets import rows
from app.ui.widgets.drawn_table import DrawnTable
from app.ui.widgets.line import LEFT, paint_line

ROW = 58
_FATE_WIDTH = 150
_HEAD = 36
_PAD = 8
_MARK = 16
_SIGNS = {Fate.UNCHANGED: "=", Fate.MOVED: "→", Fate.CHANGED: "≠", Fate.GONE: "−", Fate.NEW: "+"}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class _Cell(QStyledItemDelegate):
    """A figure over its words; what is the same in both versions is quieter."""

    def __init__(self, model: VersionsModel) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(steps.scaled(200), steps.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        passage = self._model.passages[index.row()]
        ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
        rows.paint_row_background(painter, option, ring=ring, rule=True)
        painter.save()
        pad = steps.scaled(_PAD)
        cell = QRectF(option.rect).adjusted(pad, steps.scaled(7), -pad, -steps.scaled(7))
        quiet = passage.fate in CARRIED
        if index.column() == FATE:
            _paint_fate(painter, cell, passage.fate, str(index.data()), quiet=quiet)
        else:
            self._paint_figure(painter, cell, index, quiet=quiet)
        painter.restore()

    def _paint_figure(self, painter: QPainter, cell: QRectF, index: _Index, *, quiet: bool) -> None:
        t = tones.current()
        there = self._model.record(index) is not None
        upper = QRectF(cell.left(), cell.top(), cell.width(), steps.line_height("body"))
        painter.setFont(steps.font("body", 600 if there and not quiet else 500 if there else 400))
        painter.setPen(t.text3 if not there else t.text2 if quiet else t.text)
        painter.drawText(upper, LEFT, str(index.data()))
        lower = QRectF(cell.left(), upper.bottom() + 2, cell.width(), steps.line_height("evidence"))
        paint_line(painter, lower, self._model.sentence(index), steps.font("evidence"), t.text2 if quiet else t.text)


def _paint_fate(painter: QPainter, cell: QRectF, fate: Fate, words: str, *, quiet: bool) -> None:
    """The sign in a square, so that it is told without a colour, and the word beside it."""
    t = tones.current()
    ink = t.text2 if quiet else t.text
    side = steps.scaled(_MARK)
    square = QRectF(cell.left() + 0.5, cell.top() + (steps.line_height("body") - side) / 2 + 0.5, side - 1, side - 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(square, 4, 4)
    painter.setFont(steps.font("label", 600))
    painter.drawText(square.translated(QPointF(0, -0.5)), Qt.AlignmentFlag.AlignCenter, _SIGNS[fate])
    painter.setFont(steps.font("body", 500 if quiet else 600))
    line = QRectF(cell.left() + side + 8, cell.top(), cell.width() - side - 8, steps.line_height("body"))
    painter.drawText(line, LEFT, words)


class VersionsView(DrawnTable):
    """Arrow keys move by cell; Enter, or a click, opens the words of a cell in its version."""

    opened = Signal(str)
    """The id of a claim of either version."""
    follows_focus_ring = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.versions = VersionsModel()
        self.setModel(self.versions)
        self.setItemDelegate(_Cell(self.versions))
        self.setAccessibleName(self.tr("Figures of both versions"))
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(steps.scaled(ROW))
        header = self.horizontalHeader()
        header.setFixedHeight(steps.scaled(_HEAD))
        header.setDefaultAlignment(LEFT)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FATE, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(FATE, steps.scaled(_FATE_WIDTH))
        self.clicked.connect(self._open)

    def _open(self, index: QModelIndex) -> None:
        record = self.versions.record(index) if index.isValid() else None
        if record is not None:
            self.opened.emit(record.claim_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)
