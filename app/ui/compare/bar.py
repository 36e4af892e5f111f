"""A line of parts: some at its left end, some at its right, the latter below where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

SPACING, DOWN = 12, 8


class Bar(QWidget):
    """What a view says of itself, and the choices it offers."""

    def __init__(self, before: Sequence[QWidget], after: Sequence[QWidget]) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._before, self._after = QHBoxLayout(), QHBoxLayout()
        for side, parts, apart in ((self._before, before, SPACING), (self._after, after, 8)):
            side.setSpacing(apart)
            for part in parts:
                side.addWidget(part)
        self._before.addStretch(1)
        self._line.addLayout(self._before, 1)
        self._line.addLayout(self._after)

    def minimumSizeHint(self) -> QSize:
        """One end alone: the other can go below it."""
        ends = self._before.minimumSize(), self._after.minimumSize()
        return QSize(max(end.width() for end in ends), super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        needed = self._before.sizeHint().width() + SPACING + self._after.sizeHint().width()
        beside = needed <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._line.setSpacing(SPACING if beside else DOWN)
        # What stands below starts at the left too.
        self._line.setAlignment(self._after, Qt.AlignmentFlag(0) if beside else Qt.AlignmentFlag.AlignLeft)
