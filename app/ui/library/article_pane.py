"""The list of articles with its head: how many, from how many origins, in which order; below it the current story."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from app.domain.listing import ArticleOrder
from app.services.listed import ListedArticles
from app.ui.counted import counted
from app.ui.library.article_list import ArticleList
from app.ui.look import type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground, Rule
from app.ui.widgets.words import Words

_HEAD = 47
_STORY = 0.45
"""The most of the height that the story below the list takes."""
_LOW = 200
"""Below this height, in pixels at 100 %, the list has all of it."""


class ArticlePane(Ground):
    """Shows rows in the order that the person chose; where nothing matches, one act."""

    all_asked = Signal()
    """Show every article again."""
    sorted = Signal()
    """Another `order` was chosen."""

    def __init__(self, story: QWidget, parent: QWidget | None = None) -> None:
        """`story` says where the current article comes from; it stands below the list."""
        super().__init__("surface", parent=parent)
        self.order = ArticleOrder.NEWEST
        self._ways = ("", "")
        """How the number of origins can be said, the longer way first."""
        self.list = ArticleList()
        everything = KeyButton(self.tr("Show all articles"))
        everything.clicked.connect(self.all_asked)
        self.none = EmptyState(self.tr("No article matches"), everything, drawing=False)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        self._lists.addWidget(self.none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Rule())
        column.addWidget(self._lists, 1)
        column.addWidget(story)
        self._story = story

    def _head(self) -> QWidget:
        self._total = Words("", "heading")
        self._origins = ElidedLabel("", steps.font("small"), "text2")
        self._sort = KeyButton("", "sort", "quiet")
        self._sort.setAccessibleName(self.tr("Sort the articles"))
        self._sort.setToolTip(self.tr("Sort"))
        self._sort.clicked.connect(self._sort_menu)
        head = QWidget()
        head.setFixedHeight(steps.scaled(_HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 0, 20, 0)
        row.setSpacing(10)
        row.addWidget(self._total)
        row.addWidget(self._origins, 1)
        row.addWidget(self._sort)
        return head

    def show_rows(self, found: ListedArticles, *, whole: bool = True) -> None:
        """Show what was found; not `whole`, it is the first page of it."""
        if whole:
            self._total.setText(counted(len(found), self.tr("%n article"), self.tr("%n articles")))
        self.list.show_rows(found, whole=whole)
        self._lists.setCurrentWidget(self.list if found else self.none)

    def show_origins(self, origins: int) -> None:
        """Say from how many independent origins it is."""
        long = counted(origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        self._ways = (long, counted(origins, self.tr("%n origin"), self.tr("%n origins")))
        self._fit()

    def _fit(self) -> None:
        """The shorter words stand in before the longer ones are cut."""
        long, short = self._ways
        fits = self._origins.fontMetrics().horizontalAdvance(long) <= self._origins.width()
        self._origins.setText(long if fits else short, whole="" if fits else long)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        low = self.height() < steps.scaled(_LOW)
        self._story.setMaximumHeight(0 if low else round(_STORY * self.height()))

    def go_to_first(self) -> None:
        """Make the first article current."""
        if (first := self.list.articles.row(0)) is not None:
            self.list.go_to(first.article_id)

    def _sort_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for order, words in (
            (ArticleOrder.NEWEST, self.tr("Newest first")),
            (ArticleOrder.OLDEST, self.tr("Oldest first")),
            (ArticleOrder.WAITING, self.tr("Most waiting first")),
            (ArticleOrder.OUTLET, self.tr("By outlet")),
        ):
            act = menu.addAction(words)
            act.setCheckable(True)
            act.setChecked(order is self.order)
            act.setData(order.value)
            group.addAction(act)
        group.triggered.connect(self._sort_by)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._sort.mapToGlobal(self._sort.rect().bottomLeft()))

    def _sort_by(self, act: QAction) -> None:
        self.order = ArticleOrder(act.data())
        self.sorted.emit()
