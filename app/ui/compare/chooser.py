"""The topic's name as the title of the screen; pressed, it offers the others."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from app.domain.standings import Tally
from app.domain.topic import Topic
from app.ui.counted import counted
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon

CHEVRON = 16
GAP = 8


class TopicChooser(QComboBox):
    """A list of topics that looks like a title; a long name gives way and is then its own tooltip."""

    follows_focus_ring = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Topic"))
        self.view().setAccessibleName(self.tr("Topics"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMaxVisibleItems(16)
        self.currentTextChanged.connect(self._named)

    def offer(self, topic: Topic, tally: Tally) -> None:
        """Add a topic to the list; what its figures measure is its tooltip, a sign says that some are disputed."""
        self.addItem(topic.name, topic.topic_id)
        at = self.count() - 1
        words = counted(tally.measures, self.tr("%n measure"), self.tr("%n measures"))
        if tally.disputed:
            words = self.tr("{0}, {1} disputed").format(words, f"{tally.disputed:,}")
            self.setItemIcon(at, icon("warning", "conflict"))
        self.setItemData(at, words, Qt.ItemDataRole.ToolTipRole)
        self.setItemData(at, words, Qt.ItemDataRole.AccessibleDescriptionRole)

    def _named(self, name: str) -> None:
        self.setToolTip(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("title")).horizontalAdvance(self.currentText())
        return QSize(round(wide) + steps.scaled(GAP + CHEVRON) + 2, steps.line_height("title"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), steps.scaled(160)), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A comparison is not changed by scrolling past its title.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        face = steps.font("title")
        painter.setFont(face)
        painter.setPen(t.accent if self.underMouse() else t.text)
        side = steps.scaled(CHEVRON)
        room = self.width() - side - steps.scaled(GAP)
        shown = QFontMetricsF(face).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(0, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        left = QFontMetricsF(face).horizontalAdvance(shown) + steps.scaled(GAP)
        icon("chevron-down", "text2").paint(painter, QRectF(left, (self.height() - side) / 2, side, side).toRect())
