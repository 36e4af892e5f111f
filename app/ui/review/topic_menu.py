"""The topic question of a card: what suggests itself by number, every other topic, a new one, and "not this topic"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QWidget

from app.domain.topic import Suggestions, Topic
from app.ui.palette.topics import IN_A_MENU
from app.ui.review.keyed_menu import KeyedMenu


class Answer(Enum):
    """What was chosen for the claim."""

    FILE = auto()
    REFUSE = auto()
    NEW = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer, and the topic that it is about; none for a new one, or one that is still to be found."""

    answer: Answer
    topic_id: str = ""


class TopicMenu(KeyedMenu):
    """Asks what a claim is about. Enter takes the first suggestion only where it clearly leads.

    Where none suggests itself, the first of the others is current, so that Down and Enter go on from there. Where there
    are many others, one entry stands for them, and the topic is searched for.
    """

    def __init__(self, suggested: Suggestions, others: Sequence[Topic], parent: QWidget) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("What is it about?"))
        first = [
            self.offer(topic.name, str(number), Choice(Answer.FILE, topic.topic_id))
            for number, topic in enumerate(suggested.topics, 1)
        ]
        self.addSeparator()
        if len(others) > IN_A_MENU:
            rest = [self.offer(self.tr("Another topic…"), "O", Choice(Answer.OTHER))]
        else:
            rest = [self.offer(topic.name, "", Choice(Answer.FILE, topic.topic_id)) for topic in others]
        self.addSeparator()
        rest.append(self.offer(self.tr("New topic…"), "N", Choice(Answer.NEW)))
        self.refused = KeyedMenu(self.tr("Not this topic (X)"), self)
        for number, topic in enumerate(suggested.topics, 1):
            self.refused.offer(topic.name, str(number), Choice(Answer.REFUSE, topic.topic_id))
        if suggested.topics:
            self.addMenu(self.refused)
            self.bind("X", self.refused.menuAction())
        if suggested.preselected is not None or not first:
            self.setActiveAction((first or rest)[0])
