"""Making a topic, or adding figures to one: watch-terms, and the figures that stand near them, to be confirmed."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.topic import Topic
from app.services.desk import Desk
from app.services.topics.proposals import Proposal
from app.ui.compare.found_figures import FoundFigures
from app.ui.compare.kind_choice import KindChoice
from app.ui.counted import counted
from app.ui.threads.reading import LARGE, Reading
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

Propose = Callable[[str, Sequence[str], Kind | None], Proposal]
"""What a topic of this name with these watch-terms would hold, of the likeliest kind or of this one."""
Suggest = Callable[[Sequence[str]], frozenset[str]]
"""Those of some claims for which the topic suggests itself clearly."""
AT_ONCE = 5
"""Claims that are asked about before the window is given its turn."""
PAUSE = 250
"""Milliseconds without typing after which the figures are looked up."""


class TopicDialog(QDialog):
    """Asks for a name, watch-terms and a kind, and shows the figures found, those ticked that are surely meant.

    The kind follows what is typed until a person chooses one. For a topic that is there already only the figures that
    it does not hold are offered, none is ticked, and the kind is that of those that it holds.
    """

    def __init__(
        self,
        propose: Propose,
        topic: Topic | None = None,
        parent: QWidget | None = None,
        *,
        held: Collection[str] = (),
        suggest: Suggest | None = None,
        kind: Kind | None = None,
        apart: bool = False,
    ) -> None:
        """`held` are the claims that the topic holds; `suggest` tells which of those shown it is suggested for.

        `kind` is that of figures which a new topic holds in any case. `apart`, for a large project, looks the figures
        up off the window's thread.
        """
        super().__init__(parent)
        self._apart, self._looking = apart, False
        self.reading = Reading(self)
        self._propose, self._topic, self._held, self._suggest = propose, topic, frozenset(held), suggest
        self._fed = kind is not None
        """Something is filed whether it is ticked or not."""
        self._suggested: set[str] = set()
        self._unasked: list[str] = []
        """Claims shown for which it is not known yet whether the topic suggests itself."""
        self.words: tuple[str, ...] = topic.terms if topic else ()
        """The watch-terms of the figures shown: those typed, or the names in the topic's name."""
        self.setWindowTitle(self.tr("Add figures") if topic else self.tr("New topic"))
        dialog_page.size(self, 760, 560)
        self.name = QLineEdit(topic.name if topic else "")
        self.name.setPlaceholderText(self.tr("What the figures are about: UK payments to Mauritius"))
        self.name.setEnabled(topic is None)
        self.terms = QLineEdit(", ".join(topic.terms) if topic else "")
        self.terms.setPlaceholderText(self.tr("Words that stand near its figures: Mauritius, Chagos, Diego Garcia"))
        self.kinds = KindChoice(kind or (topic.kind if topic and held else None))
        self.kinds.setEnabled(topic is None or not held)
        self.found = FoundFigures()
        self._count = Words("", "small", "text2", wrap=True)
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
        for changed in (self.name.textChanged, self.terms.textChanged, self.kinds.chosen):
            changed.connect(self._typed)
        self.found.turned.connect(self._enable)
        self._wait()
        self.look()
        (self.terms if topic else self.name).setFocus()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(4)
        for words, field in (
            (self.tr("&Topic"), self.name),
            (self.tr("&Watch-terms, with commas"), self.terms),
            (self.tr("&Kind of figure"), self.kinds),
        ):
            label = Words(words, "label", "text2")
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(12)
        column.addLayout(self._make_ticking())
        column.addSpacing(4)
        ground = Panel(border="ctl", radius=6)
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(6, 4, 2, 4)
        inside.addWidget(self.found)
        column.addWidget(ground, 1)
        column.addWidget(self._refusal)
        column.addSpacing(12)
        self.make = KeyButton("", kind="primary")
        self.make.print_key("Enter")
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        column.addLayout(dialog_foot.foot(self, self.make))

    def _make_ticking(self) -> QHBoxLayout:
        """How many there are, and what ticks several at once."""
        line = QHBoxLayout()
        line.addWidget(self._count, 1)
        line.setSpacing(16)
        self.likely, self.all = KeyButton("", None, "link"), KeyButton("", None, "link")
        for button, key, tick in (
            (self.likely, "Alt+S", self._tick_suggested),
            (self.all, "Alt+A", self.found.turn_all),
        ):
            button.setAutoDefault(False)
            button.print_key(key)
            button.clicked.connect(tick)
            QShortcut(QKeySequence(key), self).activated.connect(button.click)
            line.addWidget(button)
        return line

    def done(self, result: int) -> None:
        """Close, and look nothing up any more."""
        self._timer.stop()
        self._asking.stop()
        self.reading.forget()
        super().done(result)

    # What was asked for

    @property
    def kind(self) -> Kind:
        """The kind of figure that the topic compares."""
        return self.kinds.kind()

    def ticked(self) -> list[str]:
        """Ids of the claims that are ticked."""
        return self.found.claim_ids()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as asked; shown until something else is typed."""
        self._refusal.refuse(sentence)

    # Looking

    def look(self) -> None:
        """Look the figures up again; ticks that a person has set or taken away stay so."""
        self._timer.stop()
        name, typed = self.name.text().strip(), [term for term in self.terms.text().split(",") if term.strip()]
        kind = self.kinds.wanted
        if name or typed:
            self.reading.ask([(lambda: self._propose(name, typed, kind), self._show)], apart=self._apart)
        else:
            self.reading.forget()
            self._show(None)

    def _show(self, found: Proposal | None) -> None:
        """List what was found; None where nothing was asked for."""
        self._looking = False
        lines: Sequence[ClaimLine] = ()
        rest: Sequence[str] = ()
        if found is not None:
            self.words = found.terms
            lines = [line for line in found.lines if line.record.claim_id not in self._held]
            shown = {line.record.claim_id for line in found.lines}
            rest = [one for one in found.claim_ids if one not in shown and one not in self._held]
        self.kinds.show_found(found)
        self._suggested = set()
        self.found.show_figures(lines, rest, found.meant if found is not None and self._topic is None else ())
        self._show_count(len(lines) + len(rest), asked=found is not None)
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

    def _tick_suggested(self) -> None:
        """Tick the figures for which the topic suggests itself, and go on among them: the button has done its work."""
        self.found.setFocus()
        self.found.tick_these(self._suggested)

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
        ticked, named = self.ticked(), bool(self.name.text().strip())
        how_many = self.tr("{0} ticked.").format(f"{len(ticked):,}") if self.found.count() and not self._looking else ""
        empty = self._topic is None and named and not (ticked or self._fed or self._looking)
        first = self.tr("An empty topic takes the kind of its first figure.") if empty else ""
        self._count.setText(" ".join(filter(None, (self._near, how_many, first))))
        make = self.tr("Make an empty topic") if empty else self.tr("Make the topic")
        self.make.setText(self.tr("Add the ticked figures") if self._topic else make)
        self.make.setEnabled((bool(ticked) if self._topic else named) and not self._looking)
        waiting = len(self._suggested.difference(ticked))
        self.likely.setVisible(waiting > 0)
        self.likely.setText(counted(waiting, self.tr("Tick %n suggested"), self.tr("Tick %n suggested")))
        self.all.setVisible(self.found.count() > 0)
        self.all.setText(self.tr("Tick none") if self.found.all_ticked() else self.tr("Tick all"))


def make_topic(desk: Desk, parent: QWidget, also: Sequence[str] = ()) -> tuple[str, Changes] | None:
    """Ask for a new topic until it can be made or is given up; gives its id. `also` are claims filed in any case."""
    first = next(iter(desk.claims.lines(also[:1], reach=False)), None)
    kind = first.record.claim.figure.kind if first is not None else None
    dialog = TopicDialog(desk.grouping.propose, parent=parent, kind=kind, apart=desk.claims.at_most() > LARGE)
    made = None
    while made is None and dialog.exec() == TopicDialog.DialogCode.Accepted:
        claim_ids = list(dict.fromkeys((*also, *dialog.ticked())))
        try:
            made = desk.grouping.add(dialog.name.text().strip(), dialog.words, dialog.kind, claim_ids)
        except UserError as error:
            dialog.refuse(str(error))
    dialog.deleteLater()
    return made
