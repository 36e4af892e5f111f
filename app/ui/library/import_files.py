"""The files of an import, one line each: failures first, then what is running, then what is done."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.services.articles.importing import FileProgress, FileState
from app.ui.counted import counted
from app.ui.library.import_ranks import FAILED, OVER, RUNNING, RUNS, Ranked
from app.ui.look import density, tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import rows
from app.ui.widgets.line import paint_line

ROW = 28
EDGE = 8
"""How much wider a row is at either side than its words."""
DONE = (FileState.ADDED, FileState.VERSION)
STAGES = (FileState.READING, FileState.EXTRACTING)
"""The stages of a file in their order; how far one is within a stage is not known."""
_NAME, _STATE = 300, 120
_MOST_NAME = 0.27
"""The most of the width that names take: at large text the reasons need the room."""
_STAGE, _BETWEEN = 46, 4
"""How wide the part of the bar is that stands for a stage, and the gap to the next."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ImportFiles(QAbstractListModel):
    """What is known of each file so far."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Ranked()
        self.waiting: dict[str, int] = {}
        """How many claims of an article wait for a decision, where any do."""
        self._news: list[FileProgress] = []

    def clear(self) -> None:
        """Forget all of them."""
        self.beginResetModel()
        self.shown = Ranked()
        self.waiting = {}
        self._news = []
        self.endResetModel()

    def take(self, file: FileProgress) -> None:
        """Note what happened to a file; `settle` shows it."""
        self._news.append(file)

    def queue(self, positions: Collection[int]) -> None:
        """These are to be read again."""
        for position in positions:
            self.take(replace(self.shown.get(position), state=FileState.QUEUED, reason=""))
        self.settle()

    def drop_running(self) -> None:
        """Nothing is read any more: a file that was begun and did not end was not imported."""
        self.settle()
        self.beginResetModel()
        for file in self.shown.of_rank(RUNS):
            self.shown.drop(file.position)
        self.endResetModel()

    def ended(self) -> int:
        """How many files are over, whatever came of them."""
        return len(self.shown) - self.count(*RUNNING)

    def settle(self) -> None:
        """Show what was noted."""
        self.beginResetModel()
        for file in self._news:
            self.shown.put(file)
        self._news = []
        self.endResetModel()

    def count(self, *states: FileState) -> int:
        """How many files stand in one of these states."""
        return self.shown.tally(*states)

    def failed(self) -> list[FileProgress]:
        """Files that could not be read."""
        return self.shown.of_rank(FAILED)

    def over(self) -> list[FileProgress]:
        """Files that are done, or were there before, by position."""
        return self.shown.of_rank(OVER)

    def know_waiting(self, waiting: Mapping[str, int]) -> None:
        """How many claims wait in these articles now."""
        known = {**self.waiting, **waiting}
        self.waiting = {article_id: count for article_id, count in known.items() if count}
        if rows := len(self.shown):
            self.dataChanged.emit(self.index(0), self.index(rows - 1))

    def state_words(self, file: FileProgress) -> str:
        """The state as shown."""
        return {
            FileState.QUEUED: self.tr("Queued"),
            FileState.READING: self.tr("Reading"),
            FileState.EXTRACTING: self.tr("Extracting"),
            FileState.ADDED: self.tr("Done"),
            FileState.VERSION: self.tr("Done"),
            FileState.DUPLICATE: self.tr("Duplicate"),
            FileState.FAILED: self.tr("Failed"),
        }[file.state]

    def words(self, file: FileProgress) -> str:
        """What there is to say of it: why it ended so, or what was found and what its reader noted."""
        if file.state in STAGES:
            return self.tr("step {nth} of {all}").format(nth=STAGES.index(file.state) + 1, all=len(STAGES))
        if file.state not in DONE:
            return file.reason
        found = counted(file.claims, self.tr("%n figure found"), self.tr("%n figures found"))
        if waiting := self._waiting(file):
            found = self.tr("{found}, {count} waiting").format(found=found, count=waiting)
        return "; ".join(filter(None, (found, file.reason)))

    def act_words(self, file: FileProgress) -> str:
        """What can be done about it."""
        if file.state is FileState.FAILED:
            return self.tr("Retry")
        if waiting := self._waiting(file):
            return self.tr("Review {count}").format(count=waiting)
        return self.tr("Read") if file.article_id and file.state not in RUNNING else ""

    def _waiting(self, file: FileProgress) -> int:
        return self.waiting.get(file.article_id or "", 0) if file.state in DONE else 0

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return Path(file.path).name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (Path(file.path).name, self.state_words(file), self.words(file))))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (file.path, self.words(file))))
        return None


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
        return QSize(200, density.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = tones.current()
        file = self._model.shown[index.row()]
        box = QRectF(option.rect)
        painter.save()
        rows.paint_row_background(painter, option)
        box = box.adjusted(EDGE, 0, -EDGE, 0)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), t.rule)
        side = steps.scaled(16)
        square = QRectF(box.left() - side / 8, box.center().y() - side / 2, side, side)
        icon("file", "text2").paint(painter, square.toRect())
        name = min(steps.scaled(_NAME), box.width() * _MOST_NAME)
        left = square.right() + steps.scaled(10)
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


def act_box(option: QStyleOptionViewItem, words: str) -> QRectF:
    """Where the act of a line stands: at its right end."""
    box = QRectF(option.rect)
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
