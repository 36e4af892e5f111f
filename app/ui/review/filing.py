"""G on a card: the menu of topics that it may belong to."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.domain.topic import Topic
from app.ui.compare.topic_dialog import make_topic
from app.ui.palette import topics
from app.ui.review.card import ReviewCard
from app.ui.review.correcting import Here
from app.ui.review.topic_menu import Answer, Choice, TopicMenu
from app.ui.screen import Screen


class Filing(QObject):
    """Asks below the card's slot, and files the claim as it was answered."""

    def __init__(self, screen: Screen, here: Here) -> None:
        super().__init__(screen)
        self._screen, self._here = screen, here
        self.card: ReviewCard | None = None
        self.topic = screen.act("topic", self.tr("File under a topic"), ["G"], self._choose)

    def _choose(self) -> None:
        here = self._here()
        if here is None or self.card is None:
            return
        desk, claim_id = here
        grouping = desk.grouping
        suggested = grouping.suggest(claim_id)
        others = [row.topic for row in grouping.topics() if row.topic not in suggested.topics]
        menu = TopicMenu(suggested, others, self._screen)
        slot = self.card.slots.slots["topic"]
        chosen: QAction | None = menu.exec(slot.mapToGlobal(slot.rect().bottomLeft()))
        choice = chosen.data() if chosen is not None else None
        menu.deleteLater()
        if not isinstance(choice, Choice):
            return
        match choice.answer:
            case Answer.FILE:
                self._screen.changed.emit(grouping.file([claim_id], choice.topic_id))
            case Answer.REFUSE:
                self._screen.changed.emit(grouping.refuse(claim_id, choice.topic_id))
                name = next(topic.name for topic in suggested.topics if topic.topic_id == choice.topic_id)
                self._screen.done.emit(self.tr("Not {0}; undo takes that back").format(name))
            case Answer.OTHER:
                found = topics.ask(self.tr("File under which topic?"), others, self._screen)
                if isinstance(found, Topic):
                    self._screen.changed.emit(grouping.file([claim_id], found.topic_id))
            case Answer.NEW:
                if (made := make_topic(desk, self._screen, also=[claim_id])) is not None:
                    self._screen.changed.emit(made[1])
