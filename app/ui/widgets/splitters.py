"""Panes side by side, with a line of 1 px between them that can be dragged."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


def panes(name: str, *widgets: tuple[QWidget, int, int], stretch: int) -> QSplitter:
    """Panes from left to right, each with its least and first width in pixels; `stretch` takes what is left.

    `name` is the key under which the sizes are remembered.
    """
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setObjectName(name)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for position, (widget, least, _first) in enumerate(widgets):
        widget.setMinimumWidth(least)
        splitter.addWidget(widget)
        splitter.setStretchFactor(position, int(position == stretch))
    splitter.setSizes([first for _, _, first in widgets])
    return splitter
