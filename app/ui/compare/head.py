"""The head of the screen: the topic as a title, what its comparison takes in, and the acts on all of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.topics.comparing import Comparison
from app.ui.compare import reach
from app.ui.compare.chooser import TopicChooser
from app.ui.compare.common_choice import CommonChoice
from app.ui.compare.segments import Segments
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_button import KeyButton

TITLE = 240
"""The least width of the title beside the choices, in pixels at 100 %."""
_ANY = (1 << 24) - 1
"""Qt's own QWIDGETSIZE_MAX: as wide as there is room."""


class Head(QWidget):
    """The screen fills and listens to `chooser`, `views` and `basis`."""

    def __init__(self, views: Mapping[str, QAction], common: QAction, export: QAction) -> None:
        super().__init__()
        self.chooser = TopicChooser()
        self.more = KeyButton("", "more", "quiet")
        self.more.setAccessibleName(self.tr("Change this topic"))
        self.more.setToolTip(self.more.accessibleName())
        self.reach = ElidedLabel("", steps.font("small"), "text2")
        self._names = names = QVBoxLayout()
        names.setSpacing(0)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.chooser)
        title.addWidget(self.more)
        title.addStretch(1)
        names.addLayout(title)
        names.addWidget(self.reach)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addLayout(names, 1)
        self.views = Segments(self.tr("View"), list(views.items()))
        self.basis = CommonChoice(common)
        self.export = KeyButton(self.tr("Export"), "export")
        self.export.print_key_of(export)
        export.enabledChanged.connect(self.export.setEnabled)
        self._choices = QWidget()
        self._flow = Flow(parent=self._choices)
        for part in (self.views, self.basis, self.export):
            self._flow.addWidget(part)
        self._line.addWidget(self._choices)

    def fit(self) -> None:
        """Put the choices under the title, in as many lines as they need, where both have no room in one."""
        parts = [part for part in (self.views, self.basis, self.export) if not part.isHidden()]
        wide = sum(part.sizeHint().width() for part in parts) + 8 * (len(parts) - 1)
        one = wide + steps.scaled(TITLE) <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if one else QBoxLayout.Direction.TopToBottom)
        self._line.setAlignment(self._choices, Qt.AlignmentFlag.AlignVCenter if one else Qt.AlignmentFlag(0))
        self._choices.setMinimumWidth(wide if one else 0)
        self._choices.setMaximumWidth(wide if one else _ANY)
        # A layout gives up the further lines first where the window is low.
        tall = self._flow.heightForWidth(wide if one else self.width())
        self._choices.setMinimumHeight(tall)
        self.setMinimumHeight(0 if one else self._names.sizeHint().height() + self._line.spacing() + tall)
        # From the inmost outwards and at once: each would wait a turn of the event loop for the one in it, and be cut.
        for part in (self.basis, self._choices, self):
            if (layout := part.layout()) is not None:
                layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def show_reach(self, comparison: Comparison) -> None:
        """Say how many figures stand on how many bases, and how many independent origins print them."""
        figures = counted(len(comparison.rows), self.tr("%n figure"), self.tr("%n figures"))
        bases = counted(len(comparison.groups), self.tr("%n basis"), self.tr("%n bases"))
        parts = (figures, bases, reach.prints(comparison), reach.origins(comparison))
        self.reach.setText(self.tr("{0} on {1}   ·   {2}, {3}").format(*parts))
        self.chooser.setToolTip(comparison.topic.name)
        self.chooser.updateGeometry()
