"""A page that scrolls as a whole where large type leaves it too little height."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Fills its place with the page as long as there is room for it; the keyboard stays with what is on the page."""

    resized = Signal()
    """There is more room now to see the page in, or less."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(page)
        page.setAutoFillBackground(False)  # the scroll area has just turned it on

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def follow(self, table: QAbstractItemView) -> None:
        """Keep what becomes current in a table of the page in sight."""

        def show(now: QModelIndex) -> None:
            place = table.visualRect(now)
            middle = table.viewport().mapTo(self._page, place.center())
            self.ensureVisible(0, middle.y(), 0, place.height())

        table.selectionModel().currentChanged.connect(lambda now, _: show(now))
