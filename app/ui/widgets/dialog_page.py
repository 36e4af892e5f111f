"""What a dialog asks for, where the screen may be too small for all of it at once."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from app.ui.look import type as steps
from app.ui.widgets.page_scroll import PageScroll

FRAME = 40
"""Pixels that are left for the dialog's own title bar."""
_LEAST = 120


class Sheet(QWidget):
    """The content of such a page, never lower than it likes to be: it scrolls instead."""

    def minimumSizeHint(self) -> QSize:
        if self.hasHeightForWidth():
            # A scroll area asks for that height by itself; words that wrap would ask for far too much here.
            return super().minimumSizeHint()
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


class DialogPage(PageScroll):
    """As large as its content where there is room, and scrolling where there is not."""

    def __init__(self, content: Sheet) -> None:
        super().__init__(content)
        self._content = content

    def sizeHint(self) -> QSize:
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._content.minimumSizeHint()
        return QSize(least.width(), min(least.height(), steps.scaled(_LEAST)))


def size(dialog: QDialog, width: int, height: int | None = None) -> None:
    """Make a dialog this large, in pixels at 100 %, or as large as the screen allows; without a height as it needs."""
    tall = dialog.sizeHint().height() if height is None else steps.scaled(height)
    dialog.resize(QSize(steps.scaled(width), tall).boundedTo(room(dialog)))


def room(dialog: QDialog) -> QSize:
    """The most that a dialog takes, in pixels: the screen, or the window that it opens over where that is larger."""
    around = dialog.parentWidget()
    most = dialog.screen().availableSize()
    if around is not None:
        most = most.expandedTo(around.window().size())
    return most - QSize(0, FRAME)
