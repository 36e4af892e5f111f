"""The page of the Compare screen, which scrolls as a whole where large type leaves it too little height."""

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.ui.widgets.page_scroll import PageScroll


class Scrolled(PageScroll):
    """Keeps in sight what becomes current in a table of the page."""

    resized = Signal()
    """There is more room now to see the page in, or less."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

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
