"""The library: facets, the list, one article to read, and the import dock over their foot."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.services.desk import Desk
from app.ui.library.article_acts import ArticleActs
from app.ui.library.article_facets import ArticleFacetList
from app.ui.library.article_pane import ArticlePane
from app.ui.library.import_dock import ImportDock
from app.ui.library.incoming import Incoming, local_files
from app.ui.library.listing import Listing
from app.ui.library.page import LibraryPage
from app.ui.library.sliced_work import Piece, SlicedWork
from app.ui.library.story_acts import StoryActs
from app.ui.reader.pane import ReaderPane
from app.ui.screen import FooterKey, Screen


class LibraryScreen(Screen):
    """Reading goes on while articles come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Library")
        self.searches = self.tr("Search articles, outlets, words")
        self._slices = SlicedWork(self)
        self._slices.problem.connect(self.problem)
        self._filled = False
        self._touched = True
        """Something may have changed about the article that is read, and not only about others."""
        self._first_wanted = False
        """A person asked for the first article found."""
        self.setAcceptDrops(True)
        self.facets = ArticleFacetList()
        self.story = StoryActs(self.act, self)
        self.story.changed.connect(self.changed)
        self.story.opened.connect(self.reveal)
        self.story.reading.problem.connect(self.problem)
        self.pane = ArticlePane(self.story.pane)
        self.listing = Listing(self.facets, self.pane, self)
        self.listing.came.connect(self._listed)
        self.listing.narrowed.connect(self._read_found)
        self.listing.reading.problem.connect(self.problem)
        self.list = self.pane.list
        self.articles = ArticleActs(self, self.list.articles)
        self.list.chosen.connect(self._choose)
        self.reader = ReaderPane(self.act)
        self.reader.changed.connect(self.changed)
        self.reader.offer(self.articles.acts())
        self.reader.correct_asked.connect(self.articles.correct)
        self.reader.edit_asked.connect(lambda claim_id: self.go.emit("review", claim_id))
        self.dock = ImportDock(self.act)
        self.dock.changed.connect(self.changed)
        self.dock.problem.connect(self.problem)
        self.dock.read_asked.connect(self.reveal)
        self.dock.review.asked.connect(lambda claim_id: self.go.emit("review", claim_id))
        self.incoming = Incoming(self.act, self.dock, self)
        self.incoming.called.connect(self._come_here)
        self.incoming.problem.connect(self.problem)
        self.close_dock_act = self.act("close-import", self.tr("Close the import"), ["Esc"], self._close_dock)
        self.dock.closing.print_key_of(self.close_dock_act)
        self._build()

    # Building

    def _build(self) -> None:
        into = self.incoming
        self._page = LibraryPage(self.facets, self.pane, self.reader, into.choose_act, into.paste_act)
        self._drop = self._page.drop
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._page, 1)
        column.addWidget(self.dock)

    def everywhere(self) -> list[QAction]:
        """Acts that work on every screen."""
        return [*self.incoming.acts(), self.articles.settings]

    def set_compact(self, compact: bool) -> None:
        self._page.set_compact(compact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.dock.set_room(self.height())

    # The screen

    def set_desk(self, desk: Desk | None) -> None:
        self._touched, self._first_wanted = True, False
        self._slices.forget()
        for act in self.everywhere():
            act.setEnabled(desk is not None)
        self.listing.set_desk(desk)
        self.story.set_desk(desk)
        self.articles.set_desk(desk)
        self.dock.set_desk(desk)
        self.reader.set_desk(desk)
        super().set_desk(desk)

    def search(self, words: str) -> None:
        self.listing.search(words)

    def take_found(self) -> None:
        self._first_wanted = True
        if not self.listing.is_narrowing():
            self._read_found()

    def reveal(self, ident: str) -> None:
        if self._desk is None:
            return
        self.read()
        if ident.startswith("art_"):
            self._go_to(ident)
            return
        lines = self._desk.claims.lines([ident])
        if lines:
            self.dock.make_way()
            self._go_to(lines[0].record.article_id)
            self.reader.select(ident)

    def current(self) -> str | None:
        return self.reader.article_id()

    def busy(self) -> bool:
        return self.dock.is_running()

    def shown(self) -> None:
        self.read()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        if self._filled:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._drop.button is not None:
            self._drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def footer_keys(self) -> list[FooterKey]:
        if not self._filled:
            return [
                FooterKey((self.incoming.paste_act,), self.tr("paste an article")),
                FooterKey((self.incoming.choose_act,), self.tr("import files")),
            ]
        return [
            FooterKey((self.reader.next_act, self.reader.previous_act), self.tr("next claim")),
            FooterKey((self.reader.accept_act,), self.tr("accept")),
            FooterKey((self.reader.reject_act,), self.tr("reject")),
            FooterKey((self.reader.edit_act,), self.tr("edit")),
            FooterKey((self.reader.claim_act,), self.tr("claim of the words")),
            FooterKey((self.articles.tag, self.articles.note), self.tr("tag, note")),
            FooterKey((self.incoming.paste_act,), self.tr("import the clipboard")),
            FooterKey((self.incoming.choose_act,), self.tr("import files")),
        ]

    def key_actions(self) -> list[QAction]:
        return [*self.reader.acts(), *self.articles.acts(), *self.story.acts()]

    # Reading

    def refresh(self, changes: Changes) -> None:
        # While many articles come in, what is read stays as it is: to lay it out again and again takes too long.
        shown = self.reader.article_id()
        self._touched = self._touched or not self.dock.is_running() or shown is None or shown in changes.articles
        self.dock.refresh(changes)
        super().refresh(changes)

    def _read(self) -> None:
        if self._desk is None:
            return
        had = self._filled
        self._filled = not self._desk.library.is_empty()
        self._page.show_articles(any_=self._filled)
        self.listing.read()
        if self._touched:
            self._touched = False
            if self._is_slow():
                self._slices.take([self._read_article])
            else:
                self._read_article()
        if had != self._filled:
            self.footer_changed.emit()
            if self.isVisible():
                self._take_keyboard()

    def _read_article(self) -> None:
        """Show the article again as it is now, or the first of the list where it is gone."""
        shown = self.reader.article_id()
        row = self.list.row(shown) if shown is not None else None
        try:
            self.reader.refresh(row)
        except UserError as error:
            if error.reason != "gone":
                raise
            self.reader.show_article(None)
        if self.reader.article_id() is None:
            self.pane.go_to_first()
            if (first := self.list.current_id()) is not None:
                # It may have been current before, while an older version was read.
                self._choose(first)
        if self.reader.article_id() in (shown, None):
            # If the person chose another meanwhile, that one shows what stands beside it.
            self._show_beside(self.reader.article_id())

    def _is_slow(self) -> bool:
        """Whether an article is shown a piece at a time: it takes long, or other work needs the processor too."""
        return self.dock.is_running() or self.listing.is_large()

    def _listed(self) -> None:
        self.articles.show(self.reader.article_id())
        # What a person narrowed the list to may hold the article that was read before, which comes later.
        if self.reader.article_id() is None and self.listing.is_large() and not self.listing.is_narrowing():
            self.pane.go_to_first()

    def _read_found(self) -> None:
        """Read the first article found where that was asked for, or the one that is read is not among them; or none."""
        asked, self._first_wanted = self._first_wanted, False
        if asked or self.list.current_id() is None:
            self.pane.go_to_first()
        if self.list.current_id() is None:
            self._slices.forget()
            self.reader.show_article(None)
            self._show_beside(None)
        elif asked:
            self._take_keyboard()

    def _choose(self, article_id: str) -> None:
        if article_id == self.reader.article_id():
            self._slices.forget()
        elif self._is_slow():
            self._slices.take(self._showing(article_id))
        else:
            self._show_now(article_id)

    def _showing(self, article_id: str) -> list[Piece]:
        """What it takes to show an article."""
        return [
            lambda: self.reader.show_article(article_id, self.list.row(article_id)),
            lambda: self._show_beside(article_id),
        ]

    def _show_now(self, article_id: str) -> None:
        self._slices.forget()
        for piece in self._showing(article_id):
            piece()

    def _show_beside(self, article_id: str | None) -> None:
        """Say of this article where it comes from, and let acts be about it."""
        self.story.show(article_id, apart=self.listing.is_large())
        self.articles.show(article_id)

    def _go_to(self, article_id: str) -> None:
        self.listing.seek(article_id)
        # An older version is not listed, but can be read; and while it is, its newest one stays current in the list.
        if article_id != self.reader.article_id() or not self._slices.is_idle():
            self._show_now(article_id)

    def _close_dock(self) -> None:
        """Close the dock; an import that runs goes on, and stays to be seen."""
        if not self.dock.is_running():
            self.dock.hide()

    # Importing

    def _come_here(self) -> None:
        """The dock is here: the key was pressed on another screen."""
        if not self.isVisible():
            self.go.emit("library", "")

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, and folders with all below them."""
        self.dock.import_paths(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._desk is not None and (local_files(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()
            self._drop.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.set_over(False)
        self.incoming.take(event.mimeData())
        event.acceptProposedAction()
