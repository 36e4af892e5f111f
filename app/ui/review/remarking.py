"""Notes, tags, flags and reasons: what the analyst says beside a decision."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCompleter

from app.domain.changes import Changes
from app.domain.claim import State
from app.ui.review.card import ReviewCard
from app.ui.review.correcting import Here
from app.ui.review.keyed_menu import KeyedMenu
from app.ui.screen import Screen
from app.ui.widgets.words_dialog import WordsDialog


class LastOfList(QCompleter):
    """Completes the last of several names with commas between them."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        typed = str(self.widget().property("text")).rpartition(",")[0]
        return f"{typed}, {index.data()}" if typed else str(index.data())


class Remarking(QObject):
    """The acts that remark on the claim on the card; `decide` rejects it for a reason."""

    def __init__(self, screen: Screen, here: Here, decide: Callable[[State, str], None]) -> None:
        super().__init__(screen)
        self._screen, self._here, self._decide = screen, here, decide
        self.card: ReviewCard | None = None
        self.reject = screen.act("reject-reason", self.tr("Reject with a reason"), ["Shift+X"], self._reject)
        self.note = screen.act("note", self.tr("Note"), ["N"], self._note)
        self.tag = screen.act("tag", self.tr("Tags"), ["T"], self._tag)
        self.flag = screen.act("flag", self.tr("Flag"), ["F"], self._flag)

    def acts(self) -> tuple[QAction, ...]:
        """Every act, in the order of the sheet of keys."""
        return (self.reject, self.note, self.tag, self.flag)

    def reasons(self) -> tuple[str, ...]:
        """Why a figure is rejected, most often."""
        return (
            self.tr("not a figure of its own"),
            self.tr("read wrongly"),
            self.tr("beside the subject"),
            self.tr("a repetition"),
            self.tr("an example, not a claim"),
        )

    def _reject(self) -> None:
        here = self._here()
        if here is None:
            return
        menu = KeyedMenu("", self._screen)
        menu.setAccessibleName(self.tr("Why is it rejected?"))
        for number, words in enumerate(self.reasons(), 1):
            menu.offer(words[:1].upper() + words[1:], str(number), words)
        menu.addSeparator()
        menu.offer(self.tr("Other words…"), "O", "")
        menu.setActiveAction(menu.actions()[0])
        place = self.card or self._screen
        chosen: QAction | None = menu.exec(place.mapToGlobal(place.rect().center()))
        reason = None if chosen is None else str(chosen.data())
        menu.deleteLater()
        if reason:
            self._decide(State.REJECTED, reason)
        elif reason is not None:
            self._ask(
                self.tr("Reject with a reason"), self.tr("Reason"), "", lambda said: self._decide(State.REJECTED, said)
            )

    def _note(self) -> None:
        if (here := self._here()) is not None:
            desk, claim_id = here
            self._ask(
                self.tr("Note"),
                self.tr("What to keep in mind about this figure"),
                desk.remarks.note(claim_id),
                lambda words: self._done(desk.remarks.set_note(claim_id, words)),
            )

    def _tag(self) -> None:
        if (here := self._here()) is not None:
            desk, claim_id = here
            self._ask(
                self.tr("Tags"),
                self.tr("Tags, with commas"),
                ", ".join(desk.remarks.tags(claim_id)),
                lambda words: self._done(desk.remarks.set_tags(claim_id, words.split(","))),
                [tag.value for tag in desk.remarks.all_tags()],
            )

    def _flag(self) -> None:
        if (here := self._here()) is not None:
            desk, claim_id = here
            self._done(desk.remarks.set_flag(claim_id, not desk.remarks.is_flagged(claim_id)))

    def _ask(
        self, title: str, label: str, words: str, take: Callable[[str], object], known: Sequence[str] = ()
    ) -> None:
        dialog = WordsDialog(title, label, words, take, self._screen)
        if known:
            completer = LastOfList(list(known), dialog.line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            dialog.line.setCompleter(completer)
        dialog.exec()
        dialog.deleteLater()

    def _done(self, changes: Changes) -> None:
        self._screen.changed.emit(changes)
