"""Making a topic, or adding figures to one: watch-terms, and the figures that stand near them, to be confirmed."""

import textwrap
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.topic import Topic
from app.services.desk import Desk
from app.services.topics.proposals import Proposal
from app.ui.compare.tick_list import TickList, ident_of, is_ticked
from app.ui.counted import counted
from app.ui.threads.reading import LARGE, Reading
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

Propose = Callable[[str, Sequence[str]], Proposal]
"""What a topic of this name with these watch-terms would hold."""
Suggest = Callable[[Sequence[str]], frozenset[str]]
"""Those of some claims for which the topic suggests itself clearly."""
AT_ONCE = 5
"""Claims that are asked about before the window is given its turn."""
MOST_OF_TITLE = 32
"""Letters of an outlet or a title that a row begins with."""
PAUSE = 250
"""Milliseconds without typing after which the figures are looked up."""
_REST = ""
"""Stands for the claim of the row that stands for the rest."""


class TopicDialog(QDialog):
    """Asks for a name and watch-terms and shows the figures found, those ticked that are surely meant.

    Where there are more than a person reads through, the last row stands for the rest. For a topic that is there
    already only the figures that it does not hold are offered, and none is ticked.
    """

    def __init__(
        self,
        propose: Propose,
        topic: Topic | None = None,
        parent: QWidget | None = None,
        *,
        held: Collection[str] = (),
        suggest: Suggest | None = None,
        apart: bool = False,
    ) -> None:
        """`held` are the claims that the topic holds; `suggest` tells which of those shown it is suggested for.

        `apart`, for a large project, looks the figures up off the window's thread.
        """
        super().__init__(parent)
        self._apart, self._looking = apart, False
        self.reading = Reading(self)
        self._propose, self._topic, self._held, self._suggest = propose, topic, frozenset(held), suggest
        self._suggested: set[str] = set()
        self._unasked: list[str] = []
        """Claims shown for which it is not known yet whether the topic suggests itself."""
        self._rest: tuple[str, ...] = ()
        """Claims that were found too, but have no row of their own."""
        self._meant: frozenset[str] = frozenset()
        """Claims that come with their tick."""
        self._turned: dict[str, bool] = {}
        """Claims whose tick a person has set or taken away, and how it is since."""
        self.kind = topic.kind if topic else Kind.MONEY
        self.words: tuple[str, ...] = topic.terms if topic else ()
        """The watch-terms of the figures shown: those typed, or the names in the topic's name."""
        self.setWindowTitle(self.tr("Add figures") if topic else self.tr("New topic"))
        dialog_page.size(self, 760, 560)
        self.name = QLineEdit(topic.name if topic else "")
        self.name.setPlaceholderText(self.tr("What the figures are about: UK payments to Mauritius"))
        self.name.setEnabled(topic is None)
        self.terms = QLineEdit(", ".join(topic.terms) if topic else "")
        self.terms.setPlaceholderText(self.tr("Words that stand near its figures: Mauritius, Chagos, Diego Garcia"))
        self.found = TickList()
        self.found.setAccessibleName(self.tr("Figures found"))
        self._count = Words("", "small", "text2")
        self._near = ""
        """How many figures were found, in words."""
        self._refusal = Refusal()
        self._build()
        self.reading.problem.connect(self.refuse)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look)
        self._asking = QTimer(self)
        self._asking.timeout.connect(self._ask)
        for field in (self.name, self.terms):
            field.textChanged.connect(self._typed)
        self.found.itemChanged.connect(self._turn)
        self._wait()
        self.look()
        (self.terms if topic else self.name).setFocus()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        for words, field in ((self.tr("Topic"), self.name), (self.tr("Watch-terms, with commas"), self.terms)):
            label = Words(words, "label", "text2")
            label.setBuddy(field)
            field.setAccessibleName(words)
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(12)
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.setSpacing(16)
        self.likely, self.all = KeyButton("", None, "link"), KeyButton(self.tr("Tick all"), None, "link")
        self.likely.clicked.connect(self._tick_suggested)
        self.all.clicked.connect(self._tick_all)
        for button in (self.likely, self.all):
            button.setAutoDefault(False)
            line.addWidget(button)
        self.likely.hide()
        column.addLayout(line)
        column.addSpacing(4)
        ground = Panel(border="ctl", radius=6)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(6, 4, 2, 4)
        inside.addWidget(self.found)
        column.addWidget(ground, 1)
        column.addWidget(self._refusal)
        column.addSpacing(12)
        column.addLayout(self._make_foot())

    def _make_foot(self) -> QHBoxLayout:
        words = self.tr("Add the ticked figures") if self._topic else self.tr("Make the topic")
        self.make = KeyButton(words, kind="primary")
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        return dialog_foot.foot(self, self.make)

    def done(self, result: int) -> None:
        """Close, and look nothing up any more."""
        self._timer.stop()
        self._asking.stop()
        self.reading.forget()
        super().done(result)

    # What was asked for

    def ticked(self) -> list[str]:
        """Ids of the claims that are ticked."""
        ids = self.found.ticked()
        return [*filter(None, ids), *(self._rest if _REST in ids else ())]

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as asked; shown until something else is typed."""
        self._refusal.refuse(sentence)

    # Looking

    def look(self) -> None:
        """Look the figures up again; ticks that a person has set or taken away stay so."""
        self._timer.stop()
        name, typed = self.name.text().strip(), [term for term in self.terms.text().split(",") if term.strip()]
        if name or typed:
            self.reading.ask([(lambda: self._propose(name, typed), self._show)], apart=self._apart)
        else:
            self.reading.forget()
            self._show(None)

    def _show(self, found: Proposal | None) -> None:
        """List what was found; None where nothing was asked for."""
        self._looking = False
        lines: Sequence[ClaimLine] = ()
        self._rest, self._suggested = (), set()
        if found is not None:
            self.words, self.kind = found.terms, found.kind
            lines = [line for line in found.lines if line.record.claim_id not in self._held]
            shown = {line.record.claim_id for line in found.lines}
            self._rest = tuple(one for one in found.claim_ids if one not in shown and one not in self._held)
        if found is not None and self._topic is None:
            # The rest goes in with the rows that are shown, where all of these do.
            self._meant = found.meant | ({_REST} if len(found.meant) >= len(lines) else set())
        self.found.blockSignals(True)
        self.found.clear()
        for line in lines:
            self._add(line)
        if self._rest:
            more = self.tr("and {count} more, without a row of their own").format(count=f"{len(self._rest):,}")
            self.found.add(more, _REST, ticked=self._is_ticked(_REST))
        self.found.blockSignals(False)
        if lines:
            self.found.setCurrentRow(0)
        self._show_count(len(lines) + len(self._rest), asked=found is not None)
        self._unasked = [line.record.claim_id for line in lines] if self._suggest is not None else []
        self._asking.start()

    def _ask(self) -> None:
        """Ask about a few claims at a time, so that the window goes on meanwhile."""
        some, self._unasked = self._unasked[:AT_ONCE], self._unasked[AT_ONCE:]
        if self._suggest is not None and some:
            self._suggested |= self._suggest(some)
            self._enable()
        if not self._unasked:
            self._asking.stop()

    def _add(self, line: ClaimLine) -> None:
        figure = wording.say(line.record.claim.figure)
        # A title stands in for an outlet that is not known, and must leave the quote its room.
        where = textwrap.shorten(line.outlet or line.title, MOST_OF_TITLE, placeholder="…")
        words = f"{figure}   ·   {where}   ·   {line.excerpt}"
        claim_id = line.record.claim_id
        item = self.found.add(words, claim_id, ticked=self._is_ticked(claim_id))
        item.setToolTip(line.excerpt)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{figure}, {line.outlet or line.title}: {line.excerpt}")

    def _is_ticked(self, claim_id: str) -> bool:
        """Whether a line comes with its tick: as at first, or as a person turned it."""
        return self._turned.get(claim_id, claim_id in self._meant)

    def _typed(self) -> None:
        self._refusal.hide()
        self._timer.start()
        self._wait()

    def _wait(self) -> None:
        """Take no figures of what was typed before while those of what is typed now are looked up."""
        self._looking = self._apart
        if self._apart:
            self._near = self.tr("Looking for the figures…")
        self._enable()

    def _turn(self, item: QListWidgetItem) -> None:
        self._turned[ident_of(item)] = is_ticked(item)
        self._enable()

    def _tick_all(self) -> None:
        """Tick all, or none where all are ticked."""
        ticked = not self.found.all_ticked()
        self.found.blockSignals(True)
        self.found.tick_all(ticked=ticked)
        self.found.blockSignals(False)
        self._turned |= {ident_of(item): ticked for item in self.found.lines()}
        self._enable()

    def _tick_suggested(self) -> None:
        """Tick the figures for which the topic suggests itself; what a person ticked stays so."""
        for item in self.found.lines():
            if ident_of(item) in self._suggested:
                item.setCheckState(Qt.CheckState.Checked)

    def _show_count(self, count: int, *, asked: bool) -> None:
        if not asked:
            self._near = self.tr("Type a name, or words that stand near the figures.")
        elif not count:
            none, no_other = self.tr("No figure stands near these words."), self.tr("No other figure stands near them.")
            self._near = no_other if self._topic is not None else none
        elif self._topic is not None:
            one, many = (
                self.tr("%n more figure stands near these words."),
                self.tr("%n more figures stand near these words."),
            )
            self._near = counted(count, one, many)
        else:
            one, many = self.tr("%n figure stands near these words."), self.tr("%n figures stand near these words.")
            self._near = counted(count, one, many)
        self._enable()

    def _enable(self) -> None:
        ticked = self.ticked()
        how_many = self.tr("{0} ticked.").format(f"{len(ticked):,}") if self.found.count() and not self._looking else ""
        self._count.setText(" ".join(filter(None, (self._near, how_many))))
        enough = bool(ticked) if self._topic else bool(self.name.text().strip())
        self.make.setEnabled(enough and not self._looking)
        waiting = len(self._suggested.difference(ticked))
        self.likely.setVisible(waiting > 0)
        self.likely.setText(counted(waiting, self.tr("Tick %n suggested"), self.tr("Tick %n suggested")))
        self.all.setVisible(self.found.count() > 0)
        self.all.setText(self.tr("Tick none") if self.found.all_ticked() else self.tr("Tick all"))
        self.all.setAccessibleName(self.all.text())
        self.all.updateGeometry()


def make_topic(desk: Desk, parent: QWidget, also: Sequence[str] = ()) -> tuple[str, Changes] | None:
    """Ask for a new topic until it can be made or is given up; gives its id. `also` are claims filed in any case."""
    dialog = TopicDialog(desk.grouping.propose, parent=parent, apart=desk.claims.at_most() > LARGE)
    made = None
    while made is None and dialog.exec() == TopicDialog.DialogCode.Accepted:
        claim_ids = list(dict.fromkeys((*also, *dialog.ticked())))
        try:
            made = desk.grouping.add(dialog.name.text().strip(), dialog.words, dialog.kind, claim_ids)
        except UserError as error:
            dialog.refuse(str(error))
    dialog.deleteLater()
    return made
