"""The body of the Compare screen: the table, or another view of the same comparison in its place."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.ui.compare.view import TABLE, View
from app.ui.look import type as steps

ENOUGH = 360
"""The height of a view at 100 % with which the page does without scrolling as a whole."""


class Body(QStackedWidget):
    """Views by name, one in front."""

    def __init__(self) -> None:
        super().__init__()
        self.table = QWidget()
        """The ground of the table and its explanation."""
        self._views: dict[str, View] = {}
        self._whole = False
        self._widgets: dict[str, QWidget] = {}
        self.addWidget(self.table)

    def sizeHint(self) -> QSize:
        """No higher than what a small window leaves it beside the other parts, unless the page is to scroll anyway."""
        wanted = super().sizeHint()
        return wanted if self._whole else QSize(wanted.width(), min(wanted.height(), steps.scaled(ENOUGH)))

    def add(self, name: str, view: View) -> None:
        """Let a widget stand here under this name."""
        widget: object = view
        assert isinstance(widget, QWidget)
        self._views[name], self._widgets[name] = view, widget
        self.addWidget(widget)

    def bring(self, name: str) -> None:
        """Bring a view to the front; the table for one that there is not."""
        self.setCurrentWidget(self._widgets.get(name, self.table))

    def set_whole(self, whole: bool) -> None:
        """Let the view in front be as high as what it shows; the table keeps its explanation beside it, and scrolls."""
        self._whole = whole and self.name() != TABLE
        for name, view in self._views.items():
            view.set_whole(whole and name == self.name())

    def view(self) -> View | None:
        """The view in front, None for the table."""
        return self._views.get(self.name())

    def name(self) -> str:
        """The name of what is in front."""
        front = self.currentWidget()
        return next((name for name, widget in self._widgets.items() if widget is front), TABLE)
