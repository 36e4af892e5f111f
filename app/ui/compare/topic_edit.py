"""What can be done to a topic from its name: rename it, edit its watch-terms and its kind, merge it, remove it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.figure import Kind
from app.domain.topic import Topic
from app.services.desk import Desk
from app.ui import vocabulary
from app.ui.palette.topics import IN_A_MENU, ask
from app.ui.screen import Screen
from app.ui.widgets.words_dialog import WordsDialog


class TopicEdit(QObject):
    """The acts on the topic that a screen shows; the screen says what they changed."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._desk: Desk | None = None
        self._topic: Topic | None = None
        self._targets: list[Topic] = []
        self.rename = screen.act("rename-topic", self.tr("Rename…"), ["F2"], self._rename)
        self.terms = screen.act("terms-topic", self.tr("Edit watch-terms…"), ["Shift+F2"], self._edit_terms)
        self.kind = screen.act("kind-topic", self.tr("Change its kind of figure…"), ["Ctrl+F2"], self._choose_kind)
        self.merge = screen.act("merge-topic", self.tr("Merge into…"), ["Ctrl+M"], self._choose_target)
        self.remove = screen.act("remove-topic", self.tr("Remove the topic"), ["Shift+Delete"], self._remove)

    def show_topic(self, desk: Desk | None, topic: Topic | None, topics: Sequence[Topic]) -> None:
        """Act on this topic from now on; it can be merged into those of `topics` that compare its kind of figure."""
        self._desk, self._topic = desk, topic
        self._targets = [
            one for one in topics if topic is not None and one.topic_id != topic.topic_id and one.kind is topic.kind
        ]
        for act in (self.rename, self.terms, self.kind, self.remove):
            act.setEnabled(topic is not None)
        self.merge.setEnabled(bool(self._targets))

    def offer(self, button: QWidget, first: Sequence[QAction]) -> None:
        """Show the acts as a menu below the button that asked for them, after those of the screen."""
        menu = QMenu(self._screen)
        menu.addActions(first)
        menu.addSeparator()
        menu.addActions([self.rename, self.terms, self.kind])
        if len(self._targets) > IN_A_MENU:
            menu.addAction(self.merge)
        else:
            menu.addMenu(self._merge_menu(menu))
        menu.addSeparator()
        menu.addAction(self.remove)
        self._below(menu, button)

    def _below(self, menu: QMenu, button: QWidget | None = None) -> None:
        place = button or self._screen
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place.mapToGlobal(place.rect().bottomLeft() if button else place.rect().center()))

    def _choose_target(self) -> None:
        if len(self._targets) <= IN_A_MENU:
            self._below(self._merge_menu())
        elif isinstance(found := ask(self.tr("Merge into which topic?"), self._targets, self._screen), Topic):
            self._merge(found.topic_id)

    def _merge_menu(self, parent: QWidget | None = None) -> QMenu:
        """The topics that it can be merged into."""
        menu = QMenu(self.tr("Merge into"), parent or self._screen)
        for topic in self._targets:
            menu.addAction(topic.name.replace("&", "&&")).setData(topic.topic_id)
        menu.setEnabled(bool(self._targets))
        menu.triggered.connect(lambda act: self._merge(act.data()))
        return menu

    def _choose_kind(self) -> None:
        """Offer the kinds of figure, the one that the topic compares ticked."""
        menu = QMenu(self._screen)
        one_of_them = QActionGroup(menu)
        for kind in Kind:
            act = one_of_them.addAction(menu.addAction(vocabulary.say(kind.value)))
            act.setData(kind)
            act.setCheckable(True)
            act.setChecked(self._topic is not None and kind is self._topic.kind)
            if act.isChecked():
                menu.setActiveAction(act)
        menu.triggered.connect(lambda act: self._set_kind(Kind(act.data())))
        self._below(menu)

    def _set_kind(self, kind: Kind) -> None:
        if self._desk is not None and (topic := self._topic) is not None and kind is not topic.kind:
            self._screen.changed.emit(self._desk.grouping.set_kind(topic.topic_id, kind))
            said = self.tr("{topic} compares figures of the kind {kind}; undo takes that back")
            self._screen.done.emit(said.format(topic=topic.name, kind=vocabulary.say(kind.value)))

    def _rename(self) -> None:
        desk, topic = self._desk, self._topic
        if desk is not None and topic is not None:

            def take(name: str) -> None:
                self._screen.changed.emit(desk.grouping.rename(topic.topic_id, name))

            self._ask(self.tr("Rename the topic"), self.tr("Topic"), topic.name, take)

    def _edit_terms(self) -> None:
        desk, topic = self._desk, self._topic
        if desk is not None and topic is not None:

            def take(terms: str) -> None:
                self._screen.changed.emit(desk.grouping.set_terms(topic.topic_id, terms.split(",")))

            self._ask(self.tr("Edit watch-terms"), self.tr("Watch-terms, with commas"), ", ".join(topic.terms), take)

    def _ask(self, title: str, label: str, words: str, take: Callable[[str], object]) -> None:
        dialog = WordsDialog(title, label, words, take, self._screen)
        dialog.exec()
        dialog.deleteLater()
        self._screen.shown()

    def _merge(self, into: str) -> None:
        if self._desk is not None and (topic := self._topic) is not None:
            self._screen.changed.emit(self._desk.grouping.merge(topic.topic_id, into))
            self._screen.reveal(into)
            self._screen.done.emit(self.tr("Merged {0}; undo separates them").format(topic.name))

    def _remove(self) -> None:
        if self._desk is not None and (topic := self._topic) is not None:
            self._screen.changed.emit(self._desk.grouping.discard(topic.topic_id))
            self._screen.done.emit(self.tr("Removed {0}; undo brings it back").format(topic.name))
