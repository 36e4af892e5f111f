"""The list of an import's files, one line each; where it is narrow, two: what there is to say stands below the name."""

from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.services.articles.importing import FileProgress, FileState
from app.ui.library.import_files import DONE, STAGES, ImportFiles
from app.ui.look import density, tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import rows
from app.ui.widgets.line import paint_line

ROW, MORE = 28, 20
"""How high a row is at 100 %, and how much more where what there is to say of a file stands below its name."""
_NARROW = 900
"""Below this width at 100 % it does."""
EDGE = 8
"""How much wider a row is at either side than its words."""
_NAME, _STATE = 300, 120
_MOST_NAME = 0.27
"""The most of the width that names take: at large text the reasons need the room."""
_STAGE, _BETWEEN = 46, 4
"""How wide the part of the bar is that stands for a stage, and the gap to the next."""
_CLOSER = 4
"""How much closer than two rows the two lines of one stand."""
_Index = QModelIndex | QPersistentModelIndex


def _look(state: FileState, t: tones.Tones) -> tuple[str, str, QColor]:
    """Icon, its role, and the ink of the word."""
    if state is FileState.FAILED:
        return "warning", "conflict", t.verdict("conflict").ink
    if state in DONE:
        return "check", "agree", t.verdict("agree").ink
    if state is FileState.DUPLICATE:
        return "copy", "text2", t.text2
    return "clock", "accent", t.accent


class _FilePainter(QStyledItemDelegate):
    def __init__(self, model: ImportFiles) -> None:
        super().__init__()
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, row_height(option.rect.width()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = tones.current()
        file = self._model.shown[index.row()]
        box = QRectF(option.rect)
        painter.save()
        rows.paint_row_background(painter, option)
        box = box.adjusted(EDGE, 0, -EDGE, 0)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), t.rule)
        below = QRectF(box)
        box.setHeight(density.row(ROW))
        below.setTop(box.bottom() - steps.scaled(_CLOSER))
        side = steps.scaled(16)
        square = QRectF(box.left() - side / 8, box.center().y() - side / 2, side, side)
        icon("file", "text2").paint(painter, square.toRect())
        name = min(steps.scaled(_NAME), box.width() * _MOST_NAME)
        left = square.right() + steps.scaled(10)
        indent = left - box.left()
        place = QRectF(left, box.top(), name - steps.scaled(36), box.height())
        cut = Qt.TextElideMode.ElideMiddle
        paint_line(painter, place, Path(file.path).name, steps.font("small", 500), t.text, cut=cut)
        picture, role, ink = _look(file.state, t)
        square.moveLeft(box.left() + name + 4)
        icon(picture, role).paint(painter, square.toRect())
        place = QRectF(square.right() + 6, box.top(), steps.scaled(_STATE), box.height())
        paint_line(painter, place, self._model.state_words(file), steps.font("small", 600), ink)
        left = box.left() + name + steps.scaled(_STATE)
        act = act_box(option, self._model.act_words(file))
        if file.state in STAGES:
            left = _paint_stages(painter, left, box.center().y(), STAGES.index(file.state)) + 12
        rest = QRectF(left, box.top(), act.left() - left - 12, box.height())
        if _is_narrow(option.rect.width()):
            rest = below.adjusted(indent, 0, 0, -2)
        paint_line(painter, rest, self._model.words(file), steps.font("small"), t.text2)
        paint_line(painter, act, self._model.act_words(file), steps.font("small", 600), t.accent)
        painter.restore()


def _paint_stages(painter: QPainter, left: float, middle: float, stage: int) -> float:
    """A short bar with a part for each stage, filled as far as the file has come; where it ends."""
    t = tones.current()
    wide, gap, tall = steps.scaled(_STAGE), steps.scaled(_BETWEEN), steps.scaled(4)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for nth in range(len(STAGES)):
        painter.setBrush(t.accent if nth <= stage else t.rule)
        painter.drawRoundedRect(QRectF(left + nth * (wide + gap), middle - tall / 2, wide, tall), tall / 2, tall / 2)
    painter.restore()
    return float(left + len(STAGES) * (wide + gap) - gap)


def _is_narrow(wide: float) -> bool:
    return wide < steps.scaled(_NARROW)


def row_height(wide: float) -> int:
    """How high a row of this width is, in pixels."""
    return density.row(ROW) + (steps.scaled(MORE) if _is_narrow(wide) else 0)


def act_box(option: QStyleOptionViewItem, words: str) -> QRectF:
    """Where the act of a line stands: at its right end."""
    box = QRectF(option.rect)
    box.setHeight(density.row(ROW))
    wide = QFontMetricsF(steps.font("small", 600)).horizontalAdvance(words) + 1 if words else 0.0
    return QRectF(box.right() - EDGE - wide, box.top(), wide, box.height())


class ImportList(QListView):
    """The lines; Enter, or a click on the word at the right end, does what it says."""

    asked = Signal(object)
    """The `FileProgress` whose act was asked for."""

    def __init__(self, files: ImportFiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = files
        self.setModel(files)
        self.setItemDelegate(_FilePainter(files))
        self.setAccessibleName(self.tr("Files of the import"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.viewport().setAutoFillBackground(False)  # the dock is its ground
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if row_height(event.size().width()) != row_height(event.oldSize().width()):
            self.scheduleDelayedItemsLayout()  # rows of one height are measured once

    def seen(self) -> int:
        """How many rows there is room for, one at least."""
        return max(self.height() // row_height(self.viewport().width()), 1)

    def _act_at(self, event: QMouseEvent) -> FileProgress | None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return None
        option = QStyleOptionViewItem()
        option.rect = self.visualRect(index)
        file = self._files.shown[index.row()]
        inside = act_box(option, self._files.act_words(file)).contains(event.position())
        return file if inside else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._act_at(event) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (file := self._act_at(event)) is not None:
            self.asked.emit(file)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTERS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self.currentIndex().row()
        if event.key() in _ENTERS and 0 <= at < len(self._files.shown):
            if self._files.act_words(self._files.shown[at]):
                self.asked.emit(self._files.shown[at])
        else:
            super().keyPressEvent(event)


_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
