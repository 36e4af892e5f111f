"""The library: facets, the list, one article to read, and the import dock over their foot."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.listing import ArticleFacets
from app.services.desk import Desk
from app.services.folders import SUFFIXES
from app.ui.library.article_acts import ArticleActs
from app.ui.library.article_facets import ArticleFacetList
from app.ui.library.article_pane import ArticlePane
from app.ui.library.drop_area import DropArea
from app.ui.library.import_dock import ImportDock
from app.ui.library.story_acts import StoryActs
from app.ui.reader.pane import ReaderPane
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.panel import Ground
from app.ui.widgets.splitters import panes


class LibraryScreen(Screen):
    """Reading goes on while articles come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Library")
        self.searches = self.tr("Search articles, outlets, words")
        self._words = ""
        self._count = 0
        self._touched = True
        """Something may have changed about the article that is read, and not only about others."""
        self.setAcceptDrops(True)
        self.facets = ArticleFacetList()
        self.facets.narrowed.connect(self._read_list)
        self.story = StoryActs(self.act, self)
        self.story.changed.connect(self.changed)
        self.story.opened.connect(self.reveal)
        self.pane = ArticlePane(self.story.pane)
        self.pane.all_asked.connect(self._show_all)
        self.articles = ArticleActs(self, lambda: self.list.articles.rows)
        self.list = self.pane.list
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
        self._make_acts()
        self._build()

    # Building

    def _make_acts(self) -> None:
        self.choose_act = self.act("choose-files", self.tr("Choose files"), ["Ctrl+I"], self.choose_files)
        self.paste_act = self.act("paste", self.tr("Import the clipboard"), ["Ctrl+V"], self.paste)
        self.close_dock_act = self.act("close-import", self.tr("Close the import"), ["Esc"], self._close_dock)
        for act in (self.choose_act, self.paste_act):
            act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def _build(self) -> None:
        side = Ground("window")
        column = self._side = QVBoxLayout(side)
        column.setContentsMargins(16, 16, 16, 8)
        column.addWidget(self.facets)
        self._panes = panes(
            "library",
            (side, 160, 208),
            (self.pane, 280, 352),
            (self.reader, 420, 800),
            stretch=2,
        )
        drop = DropArea(self.choose_act, self.paste_act)
        self._drop = drop
        self._stack = QStackedWidget()
        self._stack.addWidget(drop)
        self._stack.addWidget(self._panes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.dock)

    def everywhere(self) -> list[QAction]:
        """Acts that work on every screen."""
        return [self.choose_act, self.paste_act, self.articles.settings]

    def set_compact(self, compact: bool) -> None:
        """First widths of the panes for a small window."""
        self._side.setContentsMargins(*((8, 16, 8, 8) if compact else (16, 16, 16, 8)))
        self._panes.setSizes([184, 294, 744] if compact else [208, 352, 800])

    # The screen

    def set_desk(self, desk: Desk | None) -> None:
        self._words, self._touched = "", True
        for act in self.everywhere():
            act.setEnabled(desk is not None)
        self.facets.choose({})
        self.story.set_desk(desk)
        self.articles.set_desk(desk)
        self.dock.set_desk(desk)
        self.reader.set_desk(desk)
        self.list.show_rows([])
        super().set_desk(desk)

    def search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._read_list()

    def reveal(self, ident: str) -> None:
        if self._desk is None:
            return
        self.read()
        if ident.startswith("art_"):
            self._go_to(ident)
            return
        lines = self._desk.claims.lines([ident])
        if lines:
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
        if self._count:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._drop.button is not None:
            self._drop.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def footer_keys(self) -> list[FooterKey]:
        if not self._count:
            return [
                FooterKey((self.paste_act,), self.tr("paste an article")),
                FooterKey((self.choose_act,), self.tr("choose files")),
            ]
        return [
            FooterKey((self.reader.next_act, self.reader.previous_act), self.tr("next claim")),
            FooterKey((self.reader.accept_act,), self.tr("accept")),
            FooterKey((self.reader.reject_act,), self.tr("reject")),
            FooterKey((self.reader.edit_act,), self.tr("edit")),
            FooterKey((self.reader.claim_act,), self.tr("claim of the words")),
            FooterKey((self.articles.tag, self.articles.note), self.tr("tag, note")),
            FooterKey((self.paste_act,), self.tr("import the clipboard")),
            FooterKey((self.choose_act,), self.tr("choose files")),
        ]

    def key_actions(self) -> list[QAction]:
        return [*self.reader.acts(), *self.articles.acts(), *self.story.acts()]

    # Reading

    def refresh(self, changes: Changes) -> None:
        # While many articles come in, what is read stays as it is: to lay it out again and again takes too long.
        shown = self.reader.article_id()
        self._touched = self._touched or not self.dock.is_running() or shown is None or shown in changes.articles
        super().refresh(changes)

    def _read(self) -> None:
        if self._desk is None:
            return
        facets = self._desk.library.facets(self.facets.filter(self._words))
        had = bool(self._count)
        self._count = facets.articles
        self._stack.setCurrentIndex(1 if self._count else 0)
        self._read_list(facets)
        if self._touched:
            self._touched = False
            self._read_article()
        if had != bool(self._count):
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
            # Whoever chooses another shows that beside it.
            self._show_beside(self.reader.article_id())

    def _read_list(self, facets: ArticleFacets | None = None) -> None:
        if self._desk is None:
            return
        narrowed = self.facets.filter(self._words)
        topics = {row.topic.topic_id: row.topic.name for row in self._desk.grouping.topics()}
        self.facets.show_facets(facets or self._desk.library.facets(narrowed), topics)
        self.pane.show_rows(self._desk.library.rows(narrowed))
        self.articles.show(self.reader.article_id())

    def _show_all(self) -> None:
        self.facets.choose({})
        self._words = ""
        self._read_list()

    def _choose(self, article_id: str) -> None:
        if article_id != self.reader.article_id():
            self.reader.show_article(article_id, self.list.row(article_id))
            self._show_beside(article_id)

    def _show_beside(self, article_id: str | None) -> None:
        """Say of this article where it comes from, and let acts be about it."""
        self.story.show(article_id)
        self.articles.show(article_id)

    def _go_to(self, article_id: str) -> None:
        if not self.list.go_to(article_id):
            self._show_all()
            self.list.go_to(article_id)
        # An older version is not listed, but can be read; and while it is, its newest one stays current in the list.
        self._choose(article_id)

    def _close_dock(self) -> None:
        """Close the dock; an import that runs goes on, and stays to be seen."""
        if not self.dock.is_running():
            self.dock.hide()

    # Importing

    def choose_files(self) -> None:
        """Ask for files and import them."""
        self._come_here()
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Articles ({suffixes});;All files (*)").format(suffixes=suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(self.window(), self.tr("Choose articles"), "", kinds)
        self.import_paths([Path(name) for name in chosen])

    def paste(self) -> None:
        """Import what the clipboard holds: files, else text."""
        self._come_here()
        mime = QApplication.clipboard().mimeData()
        if paths := _local_files(mime):
            self.import_paths(paths)
        elif text := _text(mime):
            self.dock.import_text(text)
        else:
            self.problem.emit(
                self.tr("The clipboard holds no text and no files. Copy an article's text, then paste again.")
            )

    def _come_here(self) -> None:
        """The dock is here: the key was pressed on another screen."""
        if not self.isVisible():
            self.go.emit("library", "")

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, and folders with all below them."""
        self.dock.import_paths(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._desk is not None and (_local_files(event.mimeData()) or event.mimeData().hasText()):
            event.acceptProposedAction()
            self._drop.set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.set_over(False)
        if paths := _local_files(event.mimeData()):
            self.import_paths(paths)
        else:
            self.dock.import_text(event.mimeData().text())
        event.acceptProposedAction()


def _local_files(mime: QMimeData | None) -> list[Path]:
    # The clipboard of some platforms has nothing at all rather than empty data.
    return [] if mime is None else [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _text(mime: QMimeData | None) -> str:
    return "" if mime is None else mime.text().strip()
