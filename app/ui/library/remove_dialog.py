"""Before an article is removed: what goes along, and that one undo brings it back."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.domain.removal import Removal
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words


class RemoveDialog(QDialog):
    """Asks whether to remove an article, or one of its versions or all. `whole` says which, once it was accepted."""

    def __init__(self, title: str, one: Removal, all_: Removal, version: int, parent: QWidget | None = None) -> None:
        """`one` is what goes with the version that is read, `all_` with every version of the article."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Remove the article"))
        self.whole = all_.articles == 1
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Remove “{title}”?").format(title=title), "heading", wrap=True))
        self.consequences = Words(self._consequences(all_), "body", "text2", wrap=True)
        column.addWidget(self.consequences)
        if all_.articles > 1:
            self.consequences.setText(
                self.tr("With version {nth}: {one} With all {number} versions: {all}").format(
                    nth=version, one=self._consequences(one), number=all_.articles, all=self._consequences(all_)
                )
            )
        only = self.tr("Remove version {nth}").format(nth=version) if all_.articles > 1 else self.tr("Remove")
        self.only = self._removing(only, "R", self.accept)
        self.every = self._removing(self.tr("Remove all versions"), "A", self._take_all)
        self.every.setVisible(all_.articles > 1)
        # What is asked for is taken away, so Enter, pressed without looking, leaves it.
        leave = dialog_foot.leaving(self)
        leave.setDefault(True)
        leave.setFocus()
        buttons = dialog_foot.foot(self, self.every, self.only, leave=leave)
        column.addWidget(Words(self.tr("One undo brings all of it back."), "body", "text2"))
        column.addLayout(buttons)
        self.setMinimumWidth(steps.scaled(480))

    def _removing(self, words: str, key: str, do: Callable[[], object]) -> KeyButton:
        """A button that takes something away, with a key of its own."""
        made = KeyButton(words, "x", "danger")
        made.setAutoDefault(False)
        made.print_key(key)
        made.clicked.connect(do)
        QShortcut(QKeySequence(key), self).activated.connect(made.click)
        return made

    def _consequences(self, goes: Removal) -> str:
        """A sentence of what goes along."""
        claims = counted(goes.claims, self.tr("%n claim"), self.tr("%n claims"))
        decided = f"{goes.decided:,}" if goes.decided else self.tr("none")
        parts = [self.tr("{claims}, {decided} of them decided").format(claims=claims, decided=decided)]
        if goes.filings:
            parts.append(counted(goes.filings, self.tr("%n place under a topic"), self.tr("%n places under topics")))
        if goes.pins:
            pins = ", ".join(goes.pins)
            parts.append(self.tr("the pinned reference of {topics}").format(topics=pins))
        return self.tr("{things} go with it.").format(things="; ".join(parts))

    def _take_all(self) -> None:
        self.whole = True
        self.accept()
