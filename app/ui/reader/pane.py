"""One article with its head, its text, and the acts on the claim that has the ring."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from app.domain.article import ArticleRecord, PartKind
from app.domain.claim import ClaimRecord, State
from app.domain.figure import Kind
from app.domain.listing import ArticleRow
from app.services.desk import Desk
from app.ui.look import dates, type as steps
from app.ui.reader import notes
from app.ui.reader.article_view import ArticleView
from app.ui.reader.legend import Legend
from app.ui.widgets import chips
from app.ui.widgets.chips import Chip
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground, Rule
from app.ui.widgets.words import Words


class Byline(QWidget):
    """Who wrote the article, which version it is, where the story comes from; it scrolls with the title."""

    def __init__(self) -> None:
        super().__init__()
        self.author = ElidedLabel("", steps.font("small", 500), "text2")
        self.author.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.version = Chip(icon="history")
        self.origin = Chip(icon="branch")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStrut(steps.scaled(chips.HEIGHT))
        row.addWidget(self.author)
        row.addWidget(self.version)
        row.addWidget(self.origin)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addSpacing(8)
        column.addLayout(row)
        column.addSpacing(10)
        column.addWidget(Rule())
        column.addStretch(1)


class ReaderPane(Ground):
    """Hand it a desk, then an article; `changed` carries what a decision touched."""

    changed = Signal(object)
    correct_asked = Signal()
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
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
        self._make_acts()
        self._build()

    # Building

    def _make_acts(self) -> None:
        def act(words: str, keys: list[str], do: Callable[[], None]) -> QAction:
            made = QAction(words, self)
            made.setShortcuts([QKeySequence(key) for key in keys])
            made.triggered.connect(do)
            self.addAction(made)
            return made

        self.next_act = act(self.tr("Next claim"), ["J"], self._next)
        self.previous_act = act(self.tr("Previous claim"), ["K"], self._previous)
        self.accept_act = act(self.tr("Accept"), ["Return", "Enter", "A"], lambda: self._decide(State.ACCEPTED))
        self.reject_act = act(self.tr("Reject"), ["X"], lambda: self._decide(State.REJECTED))
        self.edit_act = act(self.tr("Edit in review"), ["E"], self._edit)
        self.correct_act = QAction(self.tr("Correct…"), self)
        self.correct_act.setToolTip(self.tr("Correct title, outlet, author or date; the text stays as it was read"))
        self.correct_act.triggered.connect(self.correct_asked)

    def acts(self) -> list[QAction]:
        """Everything that can be done here by key."""
        return [self.next_act, self.previous_act, self.accept_act, self.reject_act, self.edit_act]

    def _build(self) -> None:
        self._outlet = Words("", "small", "text2", weight=600)
        self._published = Words("", "small", "text2")
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self._outlet)
        self._head.addWidget(self._published)
        self._head.addStretch(1)
        self._head.addWidget(KeyButton(self.correct_act, "pencil"))
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
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
        self._head.setContentsMargins(round(left), 16, max(self.view.viewport().width() - self.view.reach(), 24), 4)

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
        self.view.show_article(self._record.article)
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
        self._record = self._desk.library.article(self._record.article_id)
        self._show_head(self._record, row)
        self._read_claims()

    def _show_head(self, record: ArticleRecord, row: ArticleRow | None) -> None:
        article = record.article
        self._outlet.setText(article.outlet.value if article.outlet else self.tr("Outlet not known"))
        self._published.setText(dates.moment(article.published.value) if article.published else self.tr("no date"))
        for words, detail in ((self._outlet, article.outlet), (self._published, article.published)):
            words.setToolTip(self.tr("From: {evidence}").format(evidence=detail.evidence) if detail else "")
        byline = self._byline
        title = article.title.value if article.title else self.tr("Untitled")
        has_title = any(part.kind is PartKind.TITLE for part in article.parts)
        author = article.author.value if article.author else ""
        byline.author.setText(author if has_title else " · ".join(filter(None, (title, author))))
        byline.author.setVisible(bool(byline.author.text()))
        evidence = article.author.evidence if article.author else ""
        byline.author.setToolTip(self.tr("From: {evidence}").format(evidence=evidence) if evidence else "")
        versions = len(self._desk.versions.of(record.article_id)) if self._desk else record.version
        said = (
            self.tr("Version {nth} of {all}, superseded")
            if record.version < versions
            else self.tr("Version {nth} of {all}")
        )
        byline.version.set_text(said.format(nth=record.version, all=versions))
        byline.version.setVisible(versions > 1)
        copies = row.copies if row else 1
        first = row.copied_from if row else None
        copied = self.tr("Copy of {outlet}").format(outlet=first)
        byline.origin.set_text(copied if first else self.tr("Told first here"))
        byline.origin.setToolTip(
            self.tr("{copies} articles tell this story").format(copies=copies) if copies > 1 else ""
        )
        byline.origin.setVisible(copies > 1)
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
        said = (note.figure, *note.known, *note.unknown, self._words[record.state], place)
        self.view.setAccessibleDescription(", ".join(filter(None, said)))

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

    def _enable(self) -> None:
        chosen = self.view.selected() is not None and self._record is not None
        for act in (self.accept_act, self.reject_act, self.edit_act):
            act.setEnabled(chosen)
        for act in (self.next_act, self.previous_act):
            act.setEnabled(bool(self._carded))
