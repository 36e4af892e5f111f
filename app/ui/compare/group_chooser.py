"""By what the rows of the matrix stand together."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.topics.regrouping import By
from app.ui.compare.picker import Picker
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.words import Words


class GroupChooser(QWidget):
    """A list of the kinds of groups, with the key that goes through them."""

    chosen = Signal(object)
    """The `By` that a person chose."""

    def __init__(self, regroup: QAction) -> None:
        super().__init__()
        self._list = Picker(self.tr("Group by"), height=24)
        for by, name in (
            (By.BASIS, self.tr("Basis")),
            (By.SPEAKER, self.tr("Speaker")),
            (By.DATE, self.tr("Date")),
            (By.ORIGIN, self.tr("Origin")),
        ):
            self._list.addItem(name, by)
        self._list.activated.connect(lambda _: self.chosen.emit(By(self._list.currentData())))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (Words(self.tr("Group by"), "small", "text2"), self._list, KeyCap(regroup)):
            line.addWidget(part)

    def choose(self, by: By) -> None:
        """Show another kind of group, without `chosen`."""
        self._list.setCurrentIndex(self._list.findData(by))
