"""Say that other articles tell the same story: one origin, however many outlets."""

from collections.abc import Callable, Sequence
from itertools import chain, islice

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.services.articles.origins import Story
from app.services.listed import ListedArticles
from app.ui.look import dates
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.tick_row import TickRow
from app.ui.widgets.words import Words

Find = Callable[[str], ListedArticles]
"""Articles for the words typed, all of them for none."""
Join = Callable[[Sequence[str]], Changes]
"""The ids of the articles; raises UserError for what cannot be joined."""
_SHOWN = 200
"""Most lines that are listed; others are found by a word."""


class JoinDialog(QDialog):
    """A list to tick, first what shares passages. `joined` are the changes, None until something was joined."""

    def __init__(self, story: Story, find: Find, join: Join, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Join to one origin"))
        self._story, self._find, self._join = story, find, join
        self._ticked: dict[str, None] = {}
        self.joined: Changes | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Outlet, title or words"))
        self.search.setAccessibleName(self.tr("Find articles"))
        self.search.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Articles of the same story"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        TickRow(self.list)
        self.list.itemChanged.connect(self._tick)
        self._refusal = Refusal()
        self.save = KeyButton(self.tr("Join"), "branch", "primary")
        self.save.print_key("Enter")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.save.clicked.connect(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        asked = self.tr("Which articles tell the story of “{title}”?").format(title=story.article.title)
        column.addWidget(Words(asked, "body", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._refusal)
        column.addLayout(dialog_foot.foot(self, self.save))
        dialog_page.size(self, 560, 520)
        self._fill("")

    def _fill(self, typed: str) -> None:
        """The articles found, those with passages in common first; what is ticked stays ticked."""
        self.list.blockSignals(True)
        self.list.clear()
        likely = {one.teller.article_id: one.why for one in self._story.shares}
        own = {one.teller.article_id for one in self._story.origin.articles}
        found = self._find(typed)
        near = [row for at in map(found.position, likely) if at is not None and (row := found.line(at)) is not None]
        others = (row for row in found if row.article_id not in own and row.article_id not in likely)
        for row in islice(chain(near, others), _SHOWN):
            parts = (row.outlet or "", dates.day(row.published), row.title, likely.get(row.article_id, ""))
            item = QListWidgetItem(" · ".join(filter(None, parts)))
            item.setData(Qt.ItemDataRole.UserRole, row.article_id)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = row.article_id in self._ticked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setToolTip(item.text())
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)

    def _tick(self, item: QListWidgetItem) -> None:
        article_id = item.data(Qt.ItemDataRole.UserRole)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[article_id] = None
        else:
            self._ticked.pop(article_id, None)
        self.save.setEnabled(bool(self._ticked))

    def _save(self) -> None:
        try:
            self.joined = self._join([self._story.article.article_id, *self._ticked])
        except UserError as error:
            self._refusal.refuse(str(error))
            return
        self.accept()
