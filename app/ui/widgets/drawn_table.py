"""A table whose cells draw everything themselves, what is current included."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

MOST_WHOLE = 200
"""Rows up to which a table is shown whole where it is asked for."""


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

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.is_whole():
            least.setHeight(self.whole_height() + self.horizontalScrollBar().sizeHint().height())
        return least

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self.minimumSizeHint())
