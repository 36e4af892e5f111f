"""The journal in a panel: every act newest first, narrowed by words; go to any point, or take one act back alone."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.history import ActLine, ActState
from app.services.project.history import History
from app.ui.counted import counted
from app.ui.history import lines_page
from app.ui.history.lines import Line, LinesView, moment
from app.ui.look import type as steps
from app.ui.threads.waiting import Waiting
from app.ui.widgets import dialog_foot, dialog_page, key_cap
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.search_field import SearchField

BEGINNING = ""
"""The id of the line below all acts."""
_ALL, _REMOVED, _ASIDE = range(3)


class JournalDialog(QDialog):
    """Every change that it makes is said by `changed` at once; the list is then read again."""

    changed = Signal(object)
    """`Changes` of what was done here."""

    def __init__(self, history: History, alone: QAction, parent: QWidget | None = None) -> None:
        """`alone` is the act of the window whose key takes the chosen act back here."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("History"))
        self._history = history
        self._acts: dict[str, ActLine] = {}
        self.search = SearchField(self.tr("Narrow by words"))
        self.search.searched.connect(lambda _: self._show())
        self.kinds = Choice(self.tr("Which acts"))
        self.kinds.addItems([self.tr("All acts"), self.tr("What was removed"), self.tr("Set aside for 30 days")])
        self.kinds.currentIndexChanged.connect(self._show)
        self.view = LinesView(self.tr("Acts, newest first"))
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.view.activated.connect(self.jump)
        self.problem = Refusal()
        self.jump_button = KeyButton(self.tr("Go back to here"), "history", "primary")
        self.jump_button.print_key(self.tr("Enter"))
        self.jump_button.clicked.connect(self.jump)
        self.alone_button = KeyButton(self.tr("Undo only this"), "undo")
        self.alone_button.clicked.connect(self.alone)
        self.alone_button.print_key(key_cap.words(alone.shortcut()))
        QShortcut(alone.shortcut(), self).activated.connect(self.alone)
        # Enter in the line that narrows must not go anywhere; in the list it does.
        for button in (self.jump_button, self.alone_button):
            button.setAutoDefault(False)
        self._lay_out()
        dialog_page.size(self, 720, 600)
        self._read()
        self.view.setFocus()

    def _lay_out(self) -> None:
        head, narrowing, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        narrowing.setSpacing(steps.scaled(12))
        narrowing.addWidget(self.search, 1)
        narrowing.addWidget(self.kinds)
        head.setSpacing(steps.scaled(10))
        head.addLayout(narrowing)
        head.addWidget(self.problem)
        foot.addWidget(self.jump_button)
        foot.addWidget(self.alone_button)
        foot.addStretch(1)
        foot.addWidget(dialog_foot.leaving(self, self.tr("Close")))
        lines_page.lay_out(self, head, self.view, foot)

    def jump(self) -> None:
        """Undo or redo until the act that is chosen is the last one done."""
        ident = self.view.ident()
        if ident is not None and self.jump_button.isEnabled():
            number = self._acts[ident].number if ident else 0
            self._do(lambda: self._history.jump(number), self.tr("Going there…"))

    def alone(self) -> None:
        """Take the chosen act back and none after it, or bring it back if it was set aside."""
        act = self._acts.get(self.view.ident() or "")
        if act is None or not self.alone_button.isEnabled():
            return
        back = act.state is ActState.ABANDONED
        turn = self._history.bring_back if back else self._history.take_back
        words = self.tr("Bringing it back…") if back else self.tr("Taking it back…")
        self._do(lambda: turn(act.act_id), words)

    def _do(self, turn: Callable[[], Changes], words: str) -> None:
        try:
            changes = Waiting(turn).run(self, words)
        except UserError as error:
            self.problem.refuse(str(error))
            return
        self.problem.hide()
        if changes:
            self.changed.emit(changes)
        self._read()

    def _read(self) -> None:
        self._acts = {act.act_id: act for act in self._history.acts()}
        self._show()

    def _show(self) -> None:
        kind, words = self.kinds.currentIndex(), self.search.text().casefold().split()
        idents = [
            act.act_id
            for act in self._acts.values()
            if all(word in act.words.casefold() for word in words) and _is_of(kind, act)
        ]
        if kind == _ALL and not words:
            idents.append(BEGINNING)
        self.view.show_lines(idents, self._line)
        self._follow()

    def _line(self, ident: str) -> Line:
        if ident == BEGINNING:
            below = self.tr("Before everything that was done")
            return Line(ident=BEGINNING, head=self.tr("The empty project"), below=below, quiet=True)
        act = self._acts[ident]
        states = {
            ActState.DONE: "",
            ActState.UNDONE: self.tr("undone"),
            ActState.ABANDONED: self.tr("set aside"),
            ActState.TAKEN_BACK: self.tr("taken back"),
        }
        below = moment(act.at)
        if act.removed:
            below = f"{below} · {counted(act.removed, self.tr('%n row removed'), self.tr('%n rows removed'))}"
        return Line(
            ident=act.act_id,
            head=f"{act.words[:1].upper()}{act.words[1:]}",
            below=below,
            aside=states[act.state],
            quiet=act.state is not ActState.DONE,
        )

    def _follow(self) -> None:
        """Say on the buttons what can be done with the act that is chosen."""
        ident = self.view.ident()
        act = self._acts.get(ident or "")
        state = ActState.DONE if act is None else act.state
        last = next((one for one in self._acts.values() if one.state in (ActState.DONE, ActState.TAKEN_BACK)), None)
        forward = state is ActState.UNDONE
        self.jump_button.setText(self.tr("Go forward to here") if forward else self.tr("Go back to here"))
        self.jump_button.setEnabled(ident is not None and state is not ActState.ABANDONED and act is not last)
        back = state is ActState.ABANDONED or (act is not None and act.removed > 0)
        self.alone_button.setText(self.tr("Bring back") if back else self.tr("Undo only this"))
        self.alone_button.setEnabled(act is not None and state in (ActState.DONE, ActState.ABANDONED))


def _is_of(kind: int, act: ActLine) -> bool:
    if kind == _REMOVED:
        return act.removed > 0 and act.state is ActState.DONE
    return kind == _ALL or act.state is ActState.ABANDONED
