"""The page of the Library: facets at the left, the list, the article; or, of an empty project, where articles go."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.ui.library.article_pane import ArticlePane
from app.ui.library.drop_area import DropArea
from app.ui.look import type as steps
from app.ui.widgets.panel import Ground
from app.ui.widgets.splitters import panes

_LIST, _READER = 280, 400
"""The least that the list has, and what the reader wants of a small window, in pixels at 100 %."""


class LibraryPage(QStackedWidget):
    """Lays out its parts, which the screen fills and listens to."""

    def __init__(self, facets: QWidget, pane: ArticlePane, reader: QWidget, choose: QAction, paste: QAction) -> None:
        """`choose` and `paste` bring articles into an empty project."""
        super().__init__()
        self.drop = DropArea(choose, paste)
        side = Ground("window")
        column = self._side = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 8)
        column.addWidget(facets)
        self._panes = panes("library", (side, 160, 208), (pane, _LIST, 352), (reader, 420, 800), stretch=2)
        self.setMinimumHeight(1)  # at large text the dock leaves it less than it would have
        self.addWidget(self.drop)
        self.addWidget(self._panes)

    def show_articles(self, *, any_: bool) -> None:
        """Show the articles, or that there are none."""
        self.setCurrentIndex(1 if any_ else 0)

    def set_compact(self, compact: bool) -> None:
        """First widths of the panes, for a small window or for a large one."""
        self._side.setContentsMargins(*((8, 16, 8, 8) if compact else (16, 16, 16, 8)))
        side, middle, rest = (184, 294, 744) if compact else (208, 352, 800)
        # Large text wants wide panes, and in a small window the reader wants them less wide.
        wide = self.window().width()
        side = min(steps.scaled(side), wide // 6)
        left = wide - side - steps.scaled(_READER)
        self._panes.setSizes([side, max(min(steps.scaled(middle), 3 * wide // 10, left), _LIST), rest])
