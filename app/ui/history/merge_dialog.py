"""What merging another project would bring, which side wins where they disagree, and the merge itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.merging import Arrival, Choices, Conflict, Merger, Side
from app.services.project.merging import Merging
from app.ui.counted import counted
from app.ui.history import lines_page
from app.ui.history.lines import Line, LinesView, moment
from app.ui.look import type as steps
from app.ui.threads.background import Background
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

_LATER, _OURS, _THEIRS = range(3)
_NAMES = 6
"""Names that stand below a line of what comes in."""


class MergeDialog(QDialog):
    """Looks first; nothing is changed before the person says so."""

    changed = Signal(object)
    """`Changes` of the merge."""

    def __init__(self, path: Path, merging: Merging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge a project"))
        self._path, self._merging = path, merging
        self._conflicts: dict[str, Conflict] = {}
        self._later: dict[str, Side] = {}
        self._merger: Merger | None = None
        self._task: Background | None = None
        self._is_merging = False
        self.head = Words(self.tr("Looking at what {name} holds…").format(name=path.name), "heading", wrap=True)
        self.note = Words("", "body", "text2", wrap=True)
        self.view = LinesView(self.tr("What comes in, and where the projects disagree"))
        self.view.activated.connect(self.turn)
        self.sides = Choice(self.tr("Which version wins where the projects disagree"))
        self.sides.addItems([self.tr("The later one wins"), self.tr("Ours wins"), self.tr("Theirs wins")])
        self.sides.activated.connect(self._choose_all)
        self.turn_button = KeyButton(self.tr("Take the other one"))
        self.turn_button.print_key(self.tr("Enter"))
        self.turn_button.setAutoDefault(False)
        self.turn_button.clicked.connect(self.turn)
        self.merge_button = KeyButton(self.tr("Merge"), "check", "primary")
        self.merge_button.setAutoDefault(False)
        self.merge_button.clicked.connect(self.merge)
        self._close = dialog_foot.leaving(self)
        self._lay_out()
        dialog_page.size(self, 760, 600)
        self.view.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self._follow()
        self._do(lambda: merging.look(path, progress=self._report), self._show)

    def _lay_out(self) -> None:
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setSpacing(steps.scaled(6))
        head.addWidget(self.head)
        head.addWidget(self.note)
        foot.addWidget(self.merge_button)
        foot.addWidget(self.sides)
        foot.addWidget(self.turn_button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        lines_page.lay_out(self, head, self.view, foot)

    def turn(self) -> None:
        """Let the other word hold in the conflict that is chosen."""
        conflict = self._conflicts.get(self.view.ident() or "")
        if conflict is not None:
            other = Side.OURS if conflict.taken is Side.THEIRS else Side.THEIRS
            self._conflicts[conflict.ident] = replace(conflict, taken=other)
            self._list()

    def merge(self) -> None:
        """Merge as chosen, off the window's thread."""
        choices = Choices(each={ident: one.taken for ident, one in self._conflicts.items()})
        self._is_merging = True
        self._do(lambda: self._merging.merge(self._path, choices, self._report), self._done)
        self._show_progress((0, 1))

    def reject(self) -> None:
        """Close; a merge that is being written is given up first, and leaves the project as it was."""
        if self._task is not None:
            self._task.stop()
        if not self._is_merging:
            super().reject()
            return
        self.head.setText(self.tr("Cancelling: the project stays as it was…"))
        self._close.setEnabled(False)

    def _do(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self.merge_button.setEnabled(False)
        self._task = Background(work, self)
        self._task.progressed.connect(self._show_progress)
        self._task.finished.connect(then)
        self._task.broke.connect(self._refused)
        self._task.stopped.connect(self._given_up)
        self._task.start()

    def _report(self, looked_at: int, rows: int) -> None:
        """Called by the work, on its own thread."""
        if self._task is not None:
            self._task.report((looked_at, rows))

    def _show_progress(self, step: tuple[int, int]) -> None:
        looked_at, rows = step
        if not self._close.isEnabled():
            return  # it is being given up
        words = self.tr("Merging {name}… {part} %") if self._is_merging else self.tr("Looking at {name}… {part} %")
        self.head.setText(words.format(name=self._path.name, part=100 * looked_at // max(rows, 1)))

    def _done(self, outcome: tuple[Merger, object]) -> None:
        self.changed.emit(outcome[1])
        self.accept()

    def _given_up(self) -> None:
        self._is_merging = False
        self.reject()

    def _refused(self, sentence: str) -> None:
        self._is_merging = False
        self._close.setEnabled(True)
        self.head.setText(sentence)

    def _show(self, merger: Merger) -> None:
        self._merger = merger
        self._conflicts = {one.ident: one for one in merger.conflicts}
        self._later = {one.ident: one.taken for one in merger.conflicts}
        self.merge_button.setEnabled(not merger.is_empty or bool(merger.conflicts))
        self.head.setText(self._summary(merger))
        sentences = [self.tr("{name} is only read. One undo takes the merge back.").format(name=merger.name)]
        if merger.left:
            words = self.tr("Removed there, kept here: {names}.")
            sentences.append(words.format(names=", ".join(merger.left[:_NAMES])))
        self.note.setText(" ".join(sentences))
        self._list()
        self.view.setFocus()

    def _summary(self, merger: Merger) -> str:
        if merger.is_empty and not merger.conflicts:
            return self.tr("{name} holds nothing new").format(name=merger.name)
        new = sum(one.new for one in merger.arrivals.values())
        changed = sum(one.changed + one.removed for one in merger.arrivals.values())
        parts = (
            (new, self.tr("%n thing is new"), self.tr("%n things are new")),
            (changed, self.tr("%n changed only there"), self.tr("%n changed only there")),
            (len(merger.conflicts), self.tr("%n disagreement"), self.tr("%n disagreements")),
        )
        return ", ".join(counted(number, one, many) for number, one, many in parts if number)

    def _choose_all(self, choice: int) -> None:
        for ident, one in self._conflicts.items():
            side = {_OURS: Side.OURS, _THEIRS: Side.THEIRS}.get(choice, self._later[ident])
            self._conflicts[ident] = replace(one, taken=side)
        self._list()

    def _list(self) -> None:
        lines = {line.ident: line for line in self._lines()}
        self.view.show_lines(list(lines), lines.__getitem__)
        self._follow()

    def _follow(self) -> None:
        for choosing in (self.sides, self.turn_button):
            choosing.setVisible(bool(self._conflicts))
        self.turn_button.setEnabled((self.view.ident() or "") in self._conflicts)

    def _lines(self) -> Iterator[Line]:
        for one in self._conflicts.values():
            taken = self.tr("theirs wins") if one.taken is Side.THEIRS else self.tr("ours wins")
            ours = self._side(self.tr("ours"), one.ours, one.ours_at)
            theirs = self._side(self.tr("theirs"), one.theirs, one.theirs_at)
            yield Line(ident=one.ident, head=f"{one.subject} · {one.what}", below=f"{ours} · {theirs}", aside=taken)
        if self._merger is not None:
            for table, arrival in self._merger.arrivals.items():
                if arrival.new or arrival.changed or arrival.removed:
                    yield self._arrival(table, arrival)

    def _side(self, whose: str, words: str, at: str | None) -> str:
        quoted = " ".join(words.split())
        return f"{whose}: {quoted}, {moment(at)}" if at else f"{whose}: {quoted}"

    def _arrival(self, table: str, arrival: Arrival) -> Line:
        parts = (
            (arrival.new, self.tr("%n new")),
            (arrival.changed, self.tr("%n changed")),
            (arrival.removed, self.tr("%n removed")),
        )
        below = ", ".join(dict.fromkeys(" ".join(name.split()) for name in arrival.names[:_NAMES]))
        return Line(
            ident=f"table {table}",
            head=self._titles()[table],
            below=below,
            aside=", ".join(counted(number, words, words) for number, words in parts if number),
            quiet=True,
        )

    def _titles(self) -> dict[str, str]:
        return {
            "article": self.tr("Articles"),
            "claim": self.tr("Claims"),
            "topic": self.tr("Topics"),
            "parting": self.tr("Origins joined or set apart"),
            "filing": self.tr("Claims filed under topics"),
            "refusal": self.tr("Topics refused for claims"),
            "schedule": self.tr("Schedules"),
            "note": self.tr("Notes"),
            "tag": self.tr("Tags"),
            "flag": self.tr("Flags"),
            "resolution": self.tr("Resolutions"),
            "question": self.tr("Questions"),
            "typed_rate": self.tr("Rates of exchange"),
            "own_table": self.tr("Own tables"),
            "saved_search": self.tr("Saved searches"),
            "project_setting": self.tr("Settings"),
        }
