"""The head of the screen: the topic as a title, what its comparison takes in, and the acts on all of it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.comparing import Comparison
from app.ui.compare.chooser import TopicChooser
from app.ui.compare.common_choice import CommonChoice
from app.ui.compare.segments import Segments
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_button import KeyButton


class Head(QWidget):
    """The screen fills and listens to `chooser`, `views` and `basis`."""

    def __init__(self, views: Mapping[str, QAction], common: QAction, export: QAction) -> None:
        super().__init__()
        self.chooser = TopicChooser()
        self.more = KeyButton("", "more", "quiet")
        self.more.setAccessibleName(self.tr("Change this topic"))
        self.more.setToolTip(self.more.accessibleName())
        self.reach = ElidedLabel("", steps.font("small"), "text2")
        names = QVBoxLayout()
        names.setSpacing(2)
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(self.chooser)
        title.addWidget(self.more)
        title.addStretch(1)
        names.addLayout(title)
        names.addWidget(self.reach)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addLayout(names, 1)
        self.views = Segments(self.tr("View"), list(views.items()))
        self.basis = CommonChoice(common)
        self.export = KeyButton(export, "export")
        for part in (self.views, self.basis, self.export):
            line.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_reach(self, comparison: Comparison) -> None:
        """Say how many figures stand on how many bases, and how many independent origins print them."""
        figures = counted(len(comparison.rows), self.tr("%n figure"), self.tr("%n figures"))
        bases = counted(len(comparison.groups), self.tr("%n basis"), self.tr("%n bases"))
        articles = counted(comparison.articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(comparison.origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        self.reach.setText(self.tr("{0} on {1}   ·   {2}, {3}").format(figures, bases, articles, origins))
        self.chooser.setToolTip(comparison.topic.name)
        self.chooser.updateGeometry()
