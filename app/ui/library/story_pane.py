"""Where the current article comes from and which versions of it there are, below the list."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.version import Version
from app.services.articles.origins import Related, Story
from app.ui.look import dates, type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground, Rule
from app.ui.widgets.words import Words

TALLEST = 320
"""Pixels; more is scrolled."""
_LISTED = 6
"""Articles that are named; the rest are counted."""
_NAME = 34
"""Characters of a name before it is cut."""


class StoryPane(Ground):
    """Shows a story and versions that it is handed; the acts are the screen's."""

    opened = Signal(str)
    """The id of an article, or of a version of this one, to be read."""

    def __init__(self, join: QAction, split: QAction, compare: QAction, parent: QWidget | None = None) -> None:
        super().__init__("window", parent=parent)
        self._join, self._split, self._compare = join, split, compare
        self._shown: tuple[Story, Sequence[Version]] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("Origin and versions"))
        self._scroll.viewport().setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule())
        column.addWidget(self._scroll)
        self.hide()

    def clear(self) -> None:
        """Show nothing: no article is current."""
        for act in (self._join, self._split, self._compare):
            act.setEnabled(False)
        self._shown = None
        self.hide()

    def show_story(self, story: Story, versions: Sequence[Version]) -> None:
        """Say where an article comes from and how often it was captured."""
        if (story, versions) == self._shown:
            return
        self._shown = story, versions
        articles = story.origin.articles
        self._join.setEnabled(True)
        self._split.setEnabled(len(articles) > 1)
        self._compare.setEnabled(len(versions) > 1)
        page = QWidget()
        page.setAutoFillBackground(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(19, 12, 19, 12)
        column.setSpacing(0)
        self._add_origin(column, story)
        if len(versions) > 1:
            column.addSpacing(16)
            self._add_versions(column, story, versions)
        had_keyboard = any(part.hasFocus() for part in self.findChildren(KeyButton))
        self._scroll.setWidget(page)
        self.updateGeometry()
        self.show()
        if had_keyboard:
            # The button that was pressed is gone; the keyboard stays where it was.
            page.findChildren(KeyButton)[-1].setFocus()

    def _add_origin(self, column: QVBoxLayout, story: Story) -> None:
        articles = story.origin.articles
        column.addWidget(Words(self.tr("Origin"), "label", "text3"))
        column.addWidget(Words(story.origin.words, "body", weight=500, wrap=True))
        if story.helped:
            helped = self.tr("With reporting by {agencies}").format(agencies=", ".join(story.helped))
            column.addWidget(Words(helped, "small", "text2", wrap=True))
        others = [one for one in articles if one.teller.family != story.article.family]
        self._add_articles(column, others)
        if story.shares:
            column.addSpacing(12)
            column.addWidget(Words(self.tr("Shares passages with"), "label", "text3"))
            self._add_articles(column, story.shares)
        buttons = Flow()
        if others:
            buttons.addWidget(KeyButton(self._split))
        buttons.addWidget(KeyButton(self._join))
        column.addSpacing(10)
        column.addLayout(buttons)

    def _add_articles(self, column: QVBoxLayout, articles: Sequence[Related]) -> None:
        for one in articles[:_LISTED]:
            teller = one.teller
            column.addSpacing(4)
            row = Flow(down=0)
            row.addWidget(self._link(teller.outlet or teller.title, teller.title, teller.article_id))
            row.addWidget(Words(dates.day(teller.published) or self.tr("no date"), "small", "text2"))
            column.addLayout(row)
            if one.why:
                column.addWidget(ElidedLabel(one.why, steps.font("small"), "text2"))
        if len(articles) > _LISTED:
            more = self.tr("and {number} more").format(number=f"{len(articles) - _LISTED:,}")
            column.addWidget(Words(more, "small", "text2"))

    def _add_versions(self, column: QVBoxLayout, story: Story, versions: Sequence[Version]) -> None:
        column.addWidget(Words(self.tr("Versions"), "label", "text3"))
        for version in reversed(versions):
            row = Flow(down=0)
            name = self.tr("Version {nth}").format(nth=version.number)
            row.addWidget(self._link(name, name, version.article_id))
            day = dates.moment(version.published) or self.tr("captured {day}").format(
                day=dates.day(version.captured_at)
            )
            row.addWidget(Words(day, "small", "text2"))
            column.addLayout(row)
        column.addSpacing(10)
        column.addWidget(KeyButton(self._compare, "columns"))

    def _link(self, name: str, whole: str, article_id: str) -> KeyButton:
        made = KeyButton(name if len(name) <= _NAME else f"{name[: _NAME - 1].rstrip()}…", kind="link", height=22)
        made.setToolTip(whole)
        made.setAccessibleName(self.tr("Read {title}").format(title=whole))
        made.clicked.connect(lambda: self.opened.emit(article_id))
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Its words wrap at another place, and so it is of another height.
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        page = self._scroll.widget()
        if page is None:
            return QSize(steps.scaled(280), 0)
        wide = self.width() or steps.scaled(240)
        tall = page.heightForWidth(wide) if page.hasHeightForWidth() else page.sizeHint().height()
        return QSize(steps.scaled(280), min(tall, steps.scaled(TALLEST)) + 1)
