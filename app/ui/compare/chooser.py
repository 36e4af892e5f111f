"""The topic's name as the title of the screen; pressed, it offers the others."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget

from app.domain.disputes import Tally
from app.domain.topic import Topic
from app.ui.counted import counted
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.palette.topics import IN_A_MENU, ask
from app.ui.widgets.line import paint_line

CHEVRON = 16
GAP = 8
Index = QModelIndex | QPersistentModelIndex


class TopicModel(QAbstractListModel):
    """Topics by name; what their figures measure is a tooltip, a sign says that some are disputed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._topics: Sequence[Topic] = ()
        self.tallies: Mapping[str, Tally] = {}

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """List these."""
        self.beginResetModel()
        self._topics = topics
        self.endResetModel()

    def show_tallies(self, tallies: Mapping[str, Tally]) -> None:
        """Say of each topic, by its id, what its figures measure."""
        self.tallies = tallies
        if self._topics:
            self.dataChanged.emit(self.index(0), self.index(len(self._topics) - 1))

    def topics(self) -> Sequence[Topic]:
        """What is listed."""
        return self._topics

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._topics)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        topic = self._topics[index.row()]
        tally = self.tallies.get(topic.topic_id, Tally())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return topic.name
            case Qt.ItemDataRole.UserRole:
                return topic.topic_id
            case Qt.ItemDataRole.DecorationRole if tally.disputed:
                return icon("warning", "conflict")
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                words = counted(tally.measures, self.tr("%n measure"), self.tr("%n measures"))
                return self.tr("{0}, {1} disputed").format(words, f"{tally.disputed:,}") if tally.disputed else words
        return None


class TopicChooser(QComboBox):
    """A list of topics that looks like a title; a long name gives way and is then its own tooltip."""

    follows_focus_ring = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Topic"))
        self._offered = TopicModel(self)
        self.setModel(self._offered)
        view = self.view()
        view.setAccessibleName(self.tr("Topics"))
        if isinstance(view, QListView):
            # Thousands of topics are not measured one by one when the list opens.
            view.setUniformItemSizes(True)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)
        self.currentTextChanged.connect(self._named)

    def show_topics(self, topics: Sequence[Topic]) -> None:
        """Offer these, staying at the chosen one if it is among them, without `activated`."""
        chosen = self.currentData()
        self.blockSignals(True)
        self._offered.show_topics(topics)
        self.setCurrentIndex((self.position(chosen) or 0) if topics else -1)
        self.blockSignals(False)

    def show_tallies(self, tallies: Mapping[str, Tally]) -> None:
        """Say of each topic, by its id, what its figures measure."""
        self._offered.show_tallies(tallies)

    def tallies(self) -> Mapping[str, Tally]:
        """What is said of the topics, by their ids."""
        return self._offered.tallies

    def topics(self) -> Sequence[Topic]:
        """What is offered."""
        return self._offered.topics()

    def topic(self) -> Topic | None:
        """What is chosen."""
        topics, at = self.topics(), self.currentIndex()
        return topics[at] if 0 <= at < len(topics) else None

    def position(self, topic_id: str | None) -> int | None:
        """Where a topic is offered."""
        ids = (topic.topic_id for topic in self.topics())
        return next((at for at, one in enumerate(ids) if one == topic_id), None)

    def holding(self, names: Collection[str]) -> int | None:
        """Where the first topic of these names is; None where the chosen one is of them, or none."""
        chosen = self.topic()
        if chosen is not None and chosen.name in names:
            return None
        return next((at for at, topic in enumerate(self.topics()) if topic.name in names), None)

    def _named(self, name: str) -> None:
        self.setToolTip(name)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("title")).horizontalAdvance(self.currentText())
        return QSize(round(wide) + steps.scaled(GAP + CHEVRON) + 2, steps.line_height("title"))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), steps.scaled(160)), self.sizeHint().height())

    def showPopup(self) -> None:
        """The list of the topics; of many, one is searched for."""
        if len(self.topics()) <= IN_A_MENU:
            super().showPopup()
        elif isinstance(found := ask(self.tr("Compare which topic?"), self.topics(), self), Topic):
            at = self.position(found.topic_id)
            assert at is not None
            self.setCurrentIndex(at)
            self.activated.emit(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A comparison is not changed by scrolling past its title.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        side = steps.scaled(CHEVRON)
        room = QRectF(0, 0, self.width() - side - steps.scaled(GAP), self.height())
        ink = t.accent if self.underMouse() else t.text
        left = paint_line(painter, room, self.currentText(), steps.font("title"), ink) + steps.scaled(GAP)
        icon("chevron-down", "text2").paint(painter, QRectF(left, (self.height() - side) / 2, side, side).toRect())
