"""What the library lists: narrowed by facets and words, in the person's order, read on a thread where it is much."""

from PySide6.QtCore import QObject, Signal

from app.domain.listing import ArticleFilter, ArticleOrder
from app.services.articles.library import HEAD
from app.services.desk import Desk
from app.services.listed import ListedArticles
from app.ui.library.article_facets import ArticleFacetList
from app.ui.library.article_pane import ArticlePane
from app.ui.threads.reading import LARGE, Part, Reading


class Listing(QObject):
    """Fills the list and its facets."""

    came = Signal()
    """The list shows what was found; in a large project that is later than it was asked for."""
    narrowed = Signal()
    """All has come that a person narrowed the list to."""

    def __init__(self, facets: ArticleFacetList, pane: ArticlePane, parent: QObject) -> None:
        super().__init__(parent)
        self._facets, self._pane = facets, pane
        self._desk: Desk | None = None
        self._words = ""
        self._wanted: str | None = None
        """The article that is to be current once the list is there."""
        self._asked: tuple[ArticleFilter, ArticleOrder] | None = None
        """What the list was read for last."""
        self._narrowed = False
        """A person asked for other articles, and not all have come yet."""
        self.reading = Reading(self)
        facets.narrowed.connect(self._narrow)
        pane.sorted.connect(self.read)
        pane.all_asked.connect(self.show_all)

    def set_desk(self, desk: Desk | None) -> None:
        """List the articles of this project, all of them at first; nothing is read yet."""
        self._desk, self._words, self._wanted, self._asked, self._narrowed = desk, "", None, None, False
        self.reading.forget()
        self._facets.choose({})
        self._pane.list.show_rows(None)

    def search(self, words: str) -> None:
        """Narrow the list to these words."""
        if words != self._words:
            self._words = words
            self._narrow()

    def _narrow(self) -> None:
        self._narrowed, self._wanted = True, None
        self.read()

    def is_narrowing(self) -> bool:
        """Whether something was asked for that has not all come."""
        return self._narrowed

    def show_all(self) -> None:
        """Narrow the list no more."""
        self._facets.choose({})
        self._words = ""
        self.read()

    def seek(self, article_id: str) -> None:
        """Make an article current in the list, at once or when it comes; what hides it goes."""
        if not self._pane.list.go_to(article_id):
            self._wanted = article_id
            self.show_all()

    def is_large(self) -> bool:
        """Whether the list is read on a thread."""
        return self._desk is not None and self._desk.claims.at_most() > LARGE

    def read(self) -> None:
        """Read the list as it is now."""
        if self._desk is None:
            return
        library, large = self._desk.library, self.is_large()
        narrowed, order = asked = self._facets.filter(self._words), self._pane.order
        parts: list[Part] = [
            (lambda: library.listed(narrowed, order), self._show),
            (lambda: library.origins(narrowed), self._pane.show_origins),
            (
                lambda: (library.facets(narrowed), library.topic_names()),
                lambda found: self._facets.show_facets(*found),
            ),
        ]
        if large and asked != self._asked:
            # What is seen at first, while all rows are still being put in order.
            parts.insert(0, (lambda: library.head(narrowed, order), self._show_head))
        self._asked = asked
        self.reading.ask(parts, apart=large)

    def _show_head(self, rows: ListedArticles) -> None:
        self._show(rows, whole=len(rows) < HEAD)

    def _show(self, rows: ListedArticles, *, whole: bool = True) -> None:
        self._pane.show_rows(rows, whole=whole)
        if self._wanted is not None and self._pane.list.go_to(self._wanted):
            self._wanted = None
        self.came.emit()
        if self._narrowed and whole:
            self._narrowed = False
            self.narrowed.emit()
