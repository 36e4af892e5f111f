"""One article with its head, its text, and the acts on the claim that has the ring."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from app.domain.article import ArticleRecord
from app.domain.claim import ClaimRecord, State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ArticleRow
from app.services.desk import Desk
from app.ui.reader import notes
from app.ui.reader.article_view import ArticleView
from app.ui.reader.claim_dialog import ClaimDialog
from app.ui.reader.head import ArticleHead, Byline
from app.ui.reader.legend import Legend
from app.ui.screen import MakeAct
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.panel import Ground


class ReaderPane(Ground):
    """Hand it a desk, then an article; `changed` carries what a decision touched."""

    changed = Signal(object)
    correct_asked = Signal()
    edit_asked = Signal(str)

    def __init__(self, act: MakeAct, parent: QWidget | None = None) -> None:
        """`act` makes the acts of the screen that the pane stands in."""
        super().__init__("surface", parent=parent)
        self._desk: Desk | None = None
        self._record: ArticleRecord | None = None
        self._all: list[ClaimRecord] = []
        self._carded: list[ClaimRecord] = []
        self._words: dict[State | Kind, str] = {
            Kind.MONEY: self.tr("money"),
            Kind.PERCENTAGE: self.tr("percentage"),
            Kind.QUANTITY: self.tr("quantity"),
            Kind.DATE: self.tr("date"),
            Kind.DURATION: self.tr("duration"),
            State.WAITING: self.tr("waiting"),
            State.ACCEPTED: self.tr("accepted"),
            State.REJECTED: self.tr("rejected"),
        }
        self._byline = Byline()
        self.view = ArticleView(self._byline)
        self.view.picked.connect(self.select)
        self.view.measured.connect(self._align)
        self._legend = Legend()
        self._make_acts(act)
        self._build()

    # Building

    def _make_acts(self, act: MakeAct) -> None:
        self.next_act = act("next", self.tr("Next claim"), ["J"], self._next)
        self.previous_act = act("previous", self.tr("Previous claim"), ["K"], self._previous)
        self.accept_act = act(
            "accept", self.tr("Accept"), ["Return", "Enter", "A"], lambda: self._decide(State.ACCEPTED)
        )
        self.reject_act = act("reject", self.tr("Reject"), ["X"], lambda: self._decide(State.REJECTED))
        self.edit_act = act("edit", self.tr("Edit in review"), ["E"], self._edit)
        self.claim_act = act("claim", self.tr("Make a claim of the selected words"), ["Ins"], self._claim_of_words)
        self.correct_act = act("correct", self.tr("Correct…"), ["Shift+E"], self.correct_asked.emit)
        self.correct_act.setToolTip(self.tr("Correct title, outlet, author or date; the text stays as it was read"))

    def acts(self) -> list[QAction]:
        """Everything that can be done here by key."""
        return [
            self.next_act,
            self.previous_act,
            self.accept_act,
            self.reject_act,
            self.edit_act,
            self.claim_act,
            self.correct_act,
        ]

    def _build(self) -> None:
        self.head = ArticleHead(self.correct_act)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self._legend)
        self._page = page
        self._empty = EmptyState(self.tr("Choose an article"), drawing=False)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(page)
        self._align()

    def _align(self) -> None:
        """Head and foot stand over the column of the text."""
        left, wide = self.view.column()
        self._legend.place(left, wide)
        self.head.place(left, wide, max(self.view.viewport().width() - self.view.reach(), 24))

    def offer(self, acts: Sequence[QAction]) -> None:
        """Acts of the screen about this article, for the menu in its head, after that on its words."""
        self.head.offered = [self.claim_act, *acts]

    # Showing

    def set_desk(self, desk: Desk | None) -> None:
        """Read from this project; shows nothing until an article is asked for."""
        self._desk = desk
        self.show_article(None)

    def show_article(self, article_id: str | None, row: ArticleRow | None = None) -> None:
        """Show an article from its beginning; `row` knows its versions and copies."""
        if self._desk is None or article_id is None:
            self._record, self._all, self._carded = None, [], []
            self._stack.setCurrentWidget(self._empty)
            self._enable()
            return
        self._record = self._desk.library.article(article_id)
        self._show_head(self._record, row)
        self.view.show_article(self._record.article, signed=self._byline.says_anything())
        self._read_claims()
        self._stack.setCurrentWidget(self._page)
        self._enable()

    def article_id(self) -> str | None:
        """The article that is shown."""
        return self._record.article_id if self._record else None

    def refresh(self, row: ArticleRow | None = None) -> None:
        """Read details and claims again, and stay where the person is."""
        if self._desk is None or self._record is None:
            return
        was_signed = self._byline.says_anything()
        self._record = self._desk.library.article(self._record.article_id)
        self._show_head(self._record, row)
        if self._byline.says_anything() is not was_signed:
            self.view.show_article(self._record.article, signed=not was_signed)
        self._read_claims()

    def _show_head(self, record: ArticleRecord, row: ArticleRow | None) -> None:
        if self._desk is None:
            return
        self.head.show_details(record.article, self._desk.remarks.of([record.article_id]).get(record.article_id))
        self._byline.show_details(record, row, len(self._desk.versions.of(record.article_id)))
        title = record.article.title.value if record.article.title else self.tr("Untitled")
        self.view.setAccessibleName(self.tr("Article: {title}").format(title=title))

    def _read_claims(self) -> None:
        if self._desk is None or self._record is None:
            return
        self._all = self._desk.library.claims(self._record.article_id)
        self._show_claims(self.view.selected())

    def _show_claims(self, chosen: str | None) -> None:
        live = [record for record in self._all if record.state is not State.REJECTED or record.claim_id == chosen]
        self._carded = notes.carded(live)
        cards = [notes.note_of(record, self._words) for record in self._carded]
        self.view.show_claims(notes.marks_of(live, self.view.offsets()), cards)

    # Moving and deciding

    def select(self, claim_id: str | None) -> None:
        """Give a claim of this article the ring."""
        if claim_id is not None and all(record.claim_id != claim_id for record in self._all):
            return
        self._show_claims(claim_id)
        self.view.select(claim_id)
        self._enable()
        self._describe(claim_id)

    def _describe(self, claim_id: str | None) -> None:
        """Say the current claim to those who cannot see the ring."""
        at = self._at()
        record = next((record for record in self._all if record.claim_id == claim_id), None)
        if record is None:
            self.view.setAccessibleDescription("")
            return
        note = notes.note_of(record, self._words)
        place = self.tr("{nth} of {all}").format(nth=at + 1, all=len(self._carded)) if at is not None else ""
        parts = (note.figure, *note.known, *note.unknown, self._words[record.state], place)
        self.view.setAccessibleDescription(", ".join(filter(None, parts)))

    def _at(self) -> int | None:
        chosen = self.view.selected()
        return next((at for at, record in enumerate(self._carded) if record.claim_id == chosen), None)

    def _step(self, by: int) -> None:
        if not self._carded:
            return
        at = self._at()
        to = (0 if by > 0 else len(self._carded) - 1) if at is None else at + by
        self.select(self._carded[max(0, min(to, len(self._carded) - 1))].claim_id)

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _decide(self, state: State) -> None:
        chosen = self.view.selected()
        if self._desk is None or chosen is None:
            return
        at = self._at()
        after = self._carded[at + 1 :] if at is not None else []
        onward = next((record.claim_id for record in after if record.state is State.WAITING), chosen)
        self.changed.emit(self._desk.reviewing.decide([chosen], state))
        self.select(onward)

    def _edit(self) -> None:
        if chosen := self.view.selected():
            self.edit_asked.emit(chosen)

    def _claim_of_words(self) -> None:
        """Read the selected words, and keep what they state if the person says so."""
        if self._desk is None or self._record is None:
            return
        span = self.view.selected_words()
        if span is None:
            raise UserError(
                self.tr(
                    "No words are selected. Select those of one figure, with the mouse or with Shift and the arrow "
                    "keys, then press Insert."
                ),
                reason="no-words",
            )
        pointing, article_id = self._desk.pointing, self._record.article_id
        dialog = ClaimDialog(
            pointing.read(article_id, span),
            pointing.corrected,
            lambda claim, basis: pointing.keep(article_id, claim, basis),
            self.window(),
        )
        dialog.exec()
        dialog.deleteLater()
        if dialog.made is not None:
            self.view.unselect_words()
            self.changed.emit(dialog.made)
            self.select(next(iter(dialog.made.claims), None))

    def _enable(self) -> None:
        chosen = self.view.selected() is not None and self._record is not None
        for act in (self.accept_act, self.reject_act, self.edit_act):
            act.setEnabled(chosen)
        for act in (self.next_act, self.previous_act):
            act.setEnabled(bool(self._carded))
        self.claim_act.setEnabled(self._record is not None)
