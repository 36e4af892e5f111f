"""The library: facets, the list, one article to read, and the import dock over their foot."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.listing import ArticleFacets, ArticleFilter
from app.services.desk import Desk
from app.services.folders import SUFFIXES
from app.ui.library.article_pane import ArticlePane
from app.ui.library.correct_dialog import CorrectDialog
from app.ui.library.drop_area import DropArea
from app.ui.library.import_dock import ImportDock
from app.ui.library.story_acts import StoryActs
from app.ui.reader.pane import ReaderPane
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.facets import FacetList, Group, Value
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
        self.setAcceptDrops(True)
        self.facets = FacetList(self.tr("Narrow the articles"))
        self.facets.narrowed.connect(self._read_rows)
        self.story = StoryActs(self.act, self)
        self.story.changed.connect(self.changed)
        self.story.opened.connect(self.reveal)
        self.pane = ArticlePane(self.story.pane)
        self.pane.all_asked.connect(self._show_all)
        self.list = self.pane.list
        self.list.chosen.connect(self._choose)
        self.reader = ReaderPane()
        self.reader.changed.connect(self.changed)
        self.reader.correct_asked.connect(self._correct)
        self.reader.edit_asked.connect(lambda claim_id: self.go.emit("review", claim_id))
        self.dock = ImportDock()
        self.dock.changed.connect(self.changed)
        self.dock.problem.connect(self.problem)
        self.dock.read_asked.connect(self.reveal)
        self._make_acts()
        self._build()

    # Building

    def _make_acts(self) -> None:
        self.choose_act = QAction(self.tr("Choose files"), self)
        self.choose_act.setShortcut(QKeySequence("Ctrl+I"))
        self.choose_act.triggered.connect(self.choose_files)
        self.paste_act = QAction(self.tr("Import the clipboard"), self)
        self.paste_act.setShortcut(QKeySequence("Ctrl+V"))
        self.paste_act.triggered.connect(self.paste)

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
        drop = DropArea(self.choose_act)
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
        return [self.choose_act, self.paste_act]

    def set_compact(self, compact: bool) -> None:
        """First widths of the panes for a small window."""
        self._side.setContentsMargins(*((8, 16, 8, 8) if compact else (16, 16, 16, 8)))
        self._panes.setSizes([184, 294, 744] if compact else [208, 352, 800])

    # The screen

    def set_desk(self, desk: Desk | None) -> None:
        self._words = ""
        for act in self.everywhere():
            act.setEnabled(desk is not None)
        self.facets.choose({})
        self.story.set_desk(desk)
        self.dock.set_desk(desk)
        self.reader.set_desk(desk)
        self.list.show_rows([])
        super().set_desk(desk)

    def search(self, words: str) -> None:
        if words != self._words:
            self._words = words
            self._read_rows()

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
            FooterKey((self.paste_act,), self.tr("import the clipboard")),
            FooterKey((self.choose_act,), self.tr("choose files")),
        ]

    def key_actions(self) -> list[QAction]:
        return [*self.reader.acts(), *self.story.acts()]

    # Reading

    def _read(self) -> None:
        if self._desk is None:
            return
        facets = self._desk.library.facets()
        had = bool(self._count)
        self._count = facets.articles
        self.facets.set_groups(self._groups(facets))
        self._stack.setCurrentIndex(1 if self._count else 0)
        self._read_rows()
        if had != bool(self._count):
            self.footer_changed.emit()
            if self.isVisible():
                self._take_keyboard()
        self._read_article()

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
        self.story.show(self.reader.article_id())

    def _groups(self, facets: ArticleFacets) -> tuple[Group, ...]:
        articles = (
            Value(value="", words=self.tr("All"), count=facets.articles),
            Value(value="waiting", words=self.tr("With waiting claims"), count=facets.waiting),
            Value(value="revised", words=self.tr("New version"), count=facets.revised),
        )
        origin = (
            Value(value="first", words=self.tr("Independent"), count=facets.origins),
            Value(value="copy", words=self.tr("Copies"), count=facets.copies),
        )
        outlets = tuple(Value(value=one.value, words=one.value, count=one.count) for one in facets.outlets)
        years = tuple(Value(value=one.value, words=one.value, count=one.count) for one in facets.years)
        return (
            Group(key="articles", title=self.tr("Articles"), values=articles),
            Group(key="outlet", title=self.tr("Outlet"), values=outlets, short=True),
            Group(key="origin", title=self.tr("Origin"), values=origin),
            Group(key="year", title=self.tr("Published"), values=years, short=True),
        )

    def _filter(self) -> ArticleFilter:
        chosen = self.facets.chosen()
        return ArticleFilter(
            words=self._words,
            waiting=chosen.get("articles") == "waiting",
            revised=chosen.get("articles") == "revised",
            outlet=chosen.get("outlet"),
            year=chosen.get("year"),
            copies={"first": False, "copy": True}.get(chosen.get("origin", "")),
        )

    def _read_rows(self) -> None:
        if self._desk is None:
            return
        self.pane.show_rows(self._desk.library.rows(self._filter()))

    def _show_all(self) -> None:
        self.facets.choose({})
        self._words = ""
        self._read_rows()

    def _choose(self, article_id: str) -> None:
        if article_id != self.reader.article_id():
            self.reader.show_article(article_id, self.list.row(article_id))
            self.story.show(article_id)

    def _go_to(self, article_id: str) -> None:
        if not self.list.go_to(article_id):
            self._show_all()
            self.list.go_to(article_id)
        # An older version is not listed, but can be read; and while it is, its newest one stays current in the list.
        self._choose(article_id)

    def _correct(self) -> None:
        shown = self.reader.article_id()
        if self._desk is None or shown is None:
            return
        library = self._desk.library
        dialog = CorrectDialog(
            library.article(shown), lambda field, value: library.correct(shown, field, value), self.window()
        )
        dialog.exec()
        dialog.deleteLater()
        for changes in dialog.corrections:
            self.changed.emit(changes)

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
