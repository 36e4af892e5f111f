"""A table whose cells draw everything themselves, what is current included."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

MOST_WHOLE = 200
"""Rows up to which a table is shown whole where it is asked for."""
_PAGE = 8
"""Rows that Page Up and Page Down go by, where a table does not say how many fit."""


class DrawnTable(QTableView):
    """No grid, no frame, no editing, no header of rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = False
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        # The style would fill whole columns.
        quiet = self.palette()
        quiet.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(quiet)
        self.verticalHeader().sectionCountChanged.connect(lambda *_: self.updateGeometry())

    def set_whole(self, whole: bool) -> None:
        """Be as high as all rows, so that the page scrolls and not the table on it; or as high as there is room.

        A table that changes the heights of its rows calls `updateGeometry` then.
        """
        if whole != self._whole:
            self._whole = whole
            self.updateGeometry()

    def is_whole(self) -> bool:
        """Whether it is as high as all its rows."""
        return self._whole and self.model() is not None and self.model().rowCount() <= MOST_WHOLE

    def whole_height(self) -> int:
        """How high the table is with all its rows."""
        heads = self.horizontalHeader()
        return heads.sizeHint().expandedTo(heads.minimumSize()).height() + self.verticalHeader().length()

    def rows_down(self, action: QAbstractItemView.CursorAction, page: int = _PAGE) -> int:
        """By how many rows a key goes down in a table walked by rows; negative for up, 0 for a key that does not."""
        moves, last = QAbstractItemView.CursorAction, self.model().rowCount() - 1
        return {
            moves.MoveUp: -1,
            moves.MovePrevious: -1,
            moves.MoveDown: 1,
            moves.MoveNext: 1,
            moves.MovePageUp: -page,
            moves.MovePageDown: page,
            moves.MoveHome: -last,
            moves.MoveEnd: last,
        }.get(action, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.is_whole():
            least.setHeight(self.whole_height() + self.horizontalScrollBar().sizeHint().height())
        return least

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())
