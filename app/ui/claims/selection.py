"""What can be done with the selected claims: decide, file, pin, open, copy."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QMessageBox

from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.domain.topic import Topic
from app.services.desk import Desk
from app.ui.citation import citation, quotations
from app.ui.claims.grid import Grid
from app.ui.compare.topic_dialog import make_topic
from app.ui.counted import counted
from app.ui.palette.topics import IN_A_MENU, ask
from app.ui.screen import Screen
from app.ui.threads.waiting import Waiting

T = TypeVar("T")
MANY = 12
"""Claims decided at once from which one is asked first: more than can be seen at a glance."""


class SelectionActs(QObject):
    """Acts of the screen on the rows that are selected in its grid."""

    def __init__(self, screen: Screen, grid: Grid) -> None:
        super().__init__(screen)
        self._screen, self._grid = screen, grid
        self._desk: Desk | None = None
        act = screen.act
        self.accept = act("accept", self.tr("Accept"), ["A"], lambda: self._decide(State.ACCEPTED))
        self.reject = act("reject", self.tr("Reject"), ["X"], lambda: self._decide(State.REJECTED))
        self.wait = act("wait", self.tr("Set back to waiting"), ["Shift+W"], lambda: self._decide(State.WAITING))
        self.file = act("file", self.tr("Add to a comparison"), ["C", "G"], self._file)
        self.leave = act("leave", self.tr("Take out of a topic"), ["Shift+C"], self._leave)
        self.pin = act("pin", self.tr("Pin as reference"), ["P"], self._pin)
        self.source = act("source", self.tr("Open the source"), ["O"], self._open)
        self.edit = act("edit", self.tr("Edit in Review"), ["E"], self._edit)
        self.copy = act("copy", self.tr("Copy with citation"), ["Ctrl+C"], self._copy)
        self.quote = act("quote", self.tr("Copy as quote with footnote"), ["Ctrl+Shift+C"], self._quote)
        self.rows = act("rows", self.tr("Copy rows for a spreadsheet"), ["Ctrl+Alt+C"], self._copy_rows)

    def all(self) -> list[QAction]:
        """Every act, in the order of a menu."""
        decide = [self.accept, self.reject, self.wait]
        file = [self.file, self.leave, self.pin]
        return [*decide, *file, self.source, self.edit, self.copy, self.quote, self.rows]

    def set_desk(self, desk: Desk | None) -> None:
        """Act on this project."""
        self._desk = desk

    def _selected(self) -> tuple[Desk, list[str]] | None:
        """The project and the selected claims; None where there is nothing to act on."""
        ids = self._grid.selected_ids()
        return (self._desk, ids) if self._desk is not None and ids else None

    def _done(self, ids: Sequence[str], work: Callable[[], T]) -> T:
        """Work on some claims; on many off the window's thread, while keys and clicks wait."""
        if len(ids) < MANY:
            return work()
        words = counted(len(ids), self.tr("Working on %n claim…"), self.tr("Working on %n claims…"))
        return Waiting(work).run(self._screen.window(), words)

    def _lines(self, desk: Desk, ids: Sequence[str]) -> list[ClaimLine]:
        return self._done(ids, lambda: desk.claims.lines(ids, reach=False))

    # Deciding

    def _decide(self, state: State) -> None:
        if (found := self._selected()) is None:
            return
        desk, ids = found
        if len(ids) < MANY or self._agreed(desk, ids, state):
            self._screen.changed.emit(self._done(ids, lambda: desk.reviewing.decide(ids, state)))

    def _agreed(self, desk: Desk, ids: Sequence[str], state: State) -> bool:
        """Show what deciding so many would change, and ask."""
        so = desk.reviewing.decided(ids, state)
        new = counted(len(ids) - so, self.tr("%n claim"), self.tr("%n claims"))
        verb = {
            State.ACCEPTED: self.tr("Accept"),
            State.REJECTED: self.tr("Reject"),
            State.WAITING: self.tr("Set back"),
        }[state]
        already = {
            State.ACCEPTED: self.tr("{0} are accepted already and stay as they are."),
            State.REJECTED: self.tr("{0} are rejected already and stay as they are."),
            State.WAITING: self.tr("{0} are waiting already and stay as they are."),
        }[state]
        asked = QMessageBox(self._screen.window())
        asked.setWindowTitle(f"{verb} {new}")
        asked.setText(self.tr("{0} {1}?").format(verb, new))
        more = [already.format(f"{so:,}")] if so else []
        asked.setInformativeText(" ".join([*more, self.tr("One undo takes all of it back.")]))
        yes = asked.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(QMessageBox.StandardButton.Cancel)
        asked.setDefaultButton(yes)
        asked.exec()
        agreed = asked.clickedButton() is yes
        asked.deleteLater()
        return agreed

    # Topics

    def _file(self) -> None:
        if (found := self._selected()) is None:
            return
        desk, ids = found
        topics = [row.topic for row in desk.grouping.topics()]
        new = self.tr("New topic…")
        chosen = self._choose(topics, new) if topics else new
        if isinstance(chosen, Topic):
            self._screen.changed.emit(self._done(ids, lambda: desk.grouping.file(ids, chosen.topic_id)))
        elif chosen is not None and (made := make_topic(desk, self._screen.window(), also=ids)) is not None:
            topic_id, changes = made
            self._screen.changed.emit(changes)
            self._screen.go.emit("compare", topic_id)

    def _leave(self) -> None:
        if (found := self._selected()) is None:
            return
        desk, ids = found
        topic = self._one_of(desk, ids, self.tr("None of these claims is filed under a topic"))
        if topic is not None:
            self._screen.changed.emit(self._done(ids, lambda: desk.grouping.remove(ids, topic.topic_id)))

    def _pin(self) -> None:
        current = self._grid.current_id()
        if self._desk is None or current is None:
            return
        none = self.tr("Add it to a comparison first: a reference belongs to a topic")
        topic = self._one_of(self._desk, [current], none)
        if topic is not None:
            self._screen.changed.emit(self._desk.grouping.pin(topic.topic_id, current))

    def _one_of(self, desk: Desk, ids: Sequence[str], none: str) -> Topic | None:
        """The topic that holds some of these claims, asked for where there are several; where there is none, say so."""
        names = {name for line in self._lines(desk, ids) for name in line.topics}
        topics = [row.topic for row in desk.grouping.topics() if row.topic.name in names]
        if not topics:
            self._screen.done.emit(none)
            return None
        chosen = topics[0] if len(topics) == 1 else self._choose(topics)
        return chosen if isinstance(chosen, Topic) else None

    def _choose(self, topics: Sequence[Topic], last: str = "") -> Topic | str | None:
        """A topic from a menu at the current row or, of many, by its words; those of the last entry, or None."""
        if len(topics) > IN_A_MENU:
            return ask(self.tr("Which topic?"), topics, self._screen, last)
        menu = QMenu(self._screen)
        for topic in topics:
            menu.addAction(topic.name.replace("&", "&&")).setData(topic)
        if last:
            menu.addSeparator()
            menu.addAction(last).setData(last)
        below = self._grid.visualRect(self._grid.currentIndex()).bottomLeft()
        chosen = menu.exec(self._grid.viewport().mapToGlobal(below))
        menu.deleteLater()
        if chosen is None:
            return None
        found: Topic | str = chosen.data()
        return found

    # Elsewhere

    def _open(self) -> None:
        if (current := self._grid.current_id()) is not None:
            self._screen.open_source.emit(current)

    def _edit(self) -> None:
        if (current := self._grid.current_id()) is not None:
            self._screen.go.emit("review", current)

    def _copy(self) -> None:
        if (found := self._selected()) is not None:
            desk, ids = found
            self._put("\n".join(map(citation, self._lines(desk, ids))), len(ids))

    def _quote(self) -> None:
        if (found := self._selected()) is not None:
            desk, ids = found
            self._put(self._done(ids, lambda: _quoted(desk, ids)), len(ids))

    def _copy_rows(self) -> None:
        if (found := self._selected()) is not None:
            desk, ids = found
            columns = self._grid.shown_columns()
            self._put(self._done(ids, lambda: desk.exporting.tab_separated(ids, columns)), len(ids))

    def _put(self, text: str, claims: int) -> None:
        QGuiApplication.clipboard().setText(text)
        self._screen.done.emit(counted(claims, self.tr("%n claim copied"), self.tr("%n claims copied")))


def _quoted(desk: Desk, ids: Sequence[str]) -> str:
    lines = desk.claims.lines(ids, reach=False)
    urls = {one: desk.library.article(one).article.url for one in {line.record.article_id for line in lines}}
    return quotations([(line, urls[line.record.article_id]) for line in lines])
