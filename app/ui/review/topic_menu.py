"""The topic question of a card: what suggests itself by number, every other topic, a new one, and "not this topic"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.topic import Suggestions, Topic


class Answer(Enum):
    """What was chosen for the claim."""

    FILE = auto()
    REFUSE = auto()
    NEW = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and the topic that it is about; none for a new one."""

    answer: Answer
    topic_id: str = ""


class _Keyed(QMenu):
    """A menu whose entries are chosen by the keys printed on them."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._by_key: dict[str, QAction] = {}

    def offer(self, words: str, key: str, choice: Choice) -> QAction:
        """Add an entry."""
        act = self.addAction(words.replace("&", "&&"))
        act.setData(choice)
        if key:
            act.setShortcut(QKeySequence(key))
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            act.setShortcutVisibleInContextMenu(True)
            self._by_key[key] = act
        return act

    def event(self, event: QEvent) -> bool:
        # The card has acts on the same keys; while the menu is open they are the menu's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._of(event):
            event.accept()
            return True
        return super().event(event)

    def _of(self, event: QKeyEvent) -> QAction | None:
        return self._by_key.get(event.text().upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._of(event)
        if act is None:
            super().keyPressEvent(event)
            return
        self.setActiveAction(act)
        if act.menu() is None:
            super().keyPressEvent(QKeyEvent(event.type(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))


class TopicMenu(_Keyed):
    """Asks what a claim is about. Enter takes the first suggestion only where it clearly leads.

    Where none suggests itself, the first of the others is current, so that Down and Enter go on from there.
    """

    def __init__(self, suggested: Suggestions, others: Sequence[Topic], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What is it about?"))
        first = [
            self.offer(topic.name, str(number), Choice(Answer.FILE, topic.topic_id))
            for number, topic in enumerate(suggested.topics, 1)
        ]
        self.addSeparator()
        rest = [self.offer(topic.name, "", Choice(Answer.FILE, topic.topic_id)) for topic in others]
        self.addSeparator()
        rest.append(self.offer(self.tr("New topic…"), "N", Choice(Answer.NEW)))
        self.refused = _Keyed(self.tr("Not this topic (X)"), self)
        for number, topic in enumerate(suggested.topics, 1):
            self.refused.offer(topic.name, str(number), Choice(Answer.REFUSE, topic.topic_id))
        if suggested.topics:
            self.addMenu(self.refused)
            self._by_key["X"] = self.refused.menuAction()
        if suggested.preselected is not None or not first:
            self.setActiveAction((first or rest)[0])
