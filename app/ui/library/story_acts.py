"""What can be done about where an article comes from, and about its versions."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.domain.listing import ArticleFilter
from app.services.desk import Desk
from app.ui.library.join_dialog import JoinDialog
from app.ui.library.story_pane import StoryPane
from app.ui.reader.versions_dialog import VersionsDialog
from app.ui.screen import MakeAct
from app.ui.threads.reading import Reading


class StoryActs(QObject):
    """Joins, splits and compares the article that it was last told of, and shows its story in `pane`."""

    changed = Signal(object)
    """`Changes` of a write that was made here."""
    opened = Signal(str)
    """The id of an article or a claim to be read."""

    def __init__(self, make: MakeAct, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._desk: Desk | None = None
        self._article_id: str | None = None
        self.reading = Reading(self)
        self.compared: VersionsDialog | None = None
        """The window that compares two versions, None while there is none."""
        self.join_act = make("join", self.tr("Join…"), ["W"], self.join)
        self.join_act.setToolTip(self.tr("Say that other articles tell the same story"))
        self.split_act = make("split", self.tr("Split off"), ["Shift+W"], self.split)
        self.split_act.setToolTip(self.tr("Say that this article tells a story of its own"))
        self.compare_act = make("compare", self.tr("Compare versions"), ["V"], self.compare)
        self.pane = StoryPane(self.join_act, self.split_act, self.compare_act)
        self.pane.opened.connect(self.opened)

    def acts(self) -> list[QAction]:
        """Everything that can be done here by key."""
        return [self.join_act, self.split_act, self.compare_act]

    def set_desk(self, desk: Desk | None) -> None:
        """Act on this project; whatever was open of the last one is closed."""
        self._desk = desk
        self.show(None)
        if self.compared is not None:
            self.compared.close()

    def show(self, article_id: str | None, *, apart: bool = False) -> None:
        """Say where this article comes from; None for no article. In a large project it is read `apart`."""
        self._article_id = article_id
        if self._desk is None or article_id is None:
            self.reading.forget()
            self.pane.clear()
            return
        origins, versions = self._desk.origins, self._desk.versions
        self.reading.ask(
            [(lambda: (origins.of(article_id), versions.of(article_id)), lambda found: self.pane.show_story(*found))],
            apart=apart,
        )

    def split(self) -> None:
        """Take the article out of its origin."""
        if self._desk is not None and self._article_id is not None:
            self.changed.emit(self._desk.origins.split(self._article_id))

    def join(self) -> None:
        """Ask which articles tell the same story, and join them."""
        if self._desk is None or self._article_id is None:
            return
        desk = self._desk
        dialog = JoinDialog(
            desk.origins.of(self._article_id),
            lambda words: desk.library.listed(ArticleFilter(words=words)),
            desk.origins.join,
            self._parent.window(),
        )
        dialog.exec()
        dialog.deleteLater()
        if dialog.joined is not None:
            self.changed.emit(dialog.joined)

    def compare(self) -> None:
        """Open the window that compares the article's versions."""
        if self._desk is None or self._article_id is None:
            return
        if self.compared is not None:
            self.compared.close()
        versions, title = self._desk.versions, self._desk.origins.of(self._article_id).article.title
        shown = VersionsDialog(title, versions.of(self._article_id), versions.difference, self._parent.window())
        shown.opened.connect(self.opened)
        shown.finished.connect(self._closed)
        self.compared = shown
        shown.show()

    def _closed(self) -> None:
        self.compared = None
