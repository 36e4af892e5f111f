"""Two versions of an article, figure by figure: what is unchanged, moved, changed, gone or new."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.version import Fate, Version
from app.services.articles.versions import Difference
from app.ui.look import dates
from app.ui.reader.versions_view import VersionsView
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Rule
from app.ui.widgets.words import Words

Compare = Callable[[str, str], Difference]
"""The difference between two versions, by their ids."""
_MANY = 12
"""Figures from which on only those that differ are shown at first."""


class VersionsDialog(QDialog):
    """Stays open beside the window, in which `opened` shows the words of a figure."""

    opened = Signal(str)
    """The id of a claim of either version."""

    def __init__(
        self, title: str, versions: Sequence[Version], compare: Compare, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versions of {title}").format(title=title))
        self._versions, self._compare = versions, compare
        self._difference: Difference | None = None
        self.old, self.new = self._chooser(self.tr("Older version"), -2), self._chooser(self.tr("Newer version"), -1)
        self.counts = Words("", "heading", wrap=True)
        self._only_differing = False
        self.differing = KeyButton("")
        self.differing.clicked.connect(lambda: self._show(only_differing=not self._only_differing))
        self.view = VersionsView()
        self.view.opened.connect(self.opened)
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 24, 0)
        head.addWidget(self.counts, 1)
        head.addWidget(self.differing)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 0)
        foot.addWidget(Words(self.tr("Enter or a click opens the words in their version"), "small", "text2"))
        foot.addStretch(1)
        foot.addWidget(dialog_foot.leaving(self, self.tr("Close")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 16)
        column.setSpacing(0)
        column.addLayout(head)
        if len(versions) > 2:
            column.addSpacing(8)
            column.addLayout(self._choosers())
        column.addSpacing(12)
        column.addWidget(Rule())
        inset = QHBoxLayout()
        inset.setContentsMargins(16, 0, 16, 0)
        inset.addWidget(self.view)
        column.addLayout(inset, 1)
        column.addWidget(Rule())
        column.addLayout(foot)
        dialog_page.size(self, 1040, 640)
        self._read()
        self.view.setFocus()

    def _choosers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.old)
        row.addWidget(Words(self.tr("to"), "body", "text2"))
        row.addWidget(self.new)
        row.addStretch(1)
        return row

    def _chooser(self, name: str, chosen: int) -> Choice:
        made = Choice(name)
        for version in self._versions:
            day = dates.moment(version.published) or dates.day(version.captured_at)
            made.addItem(self.tr("Version {nth}, {day}").format(nth=version.number, day=day), version.article_id)
        made.setCurrentIndex(len(self._versions) + chosen)
        made.currentIndexChanged.connect(self._read)
        return made

    def _read(self) -> None:
        difference = self._difference = self._compare(self.old.currentData(), self.new.currentData())
        self.counts.setText(self._summary(difference))
        self._show(only_differing=len(difference.passages) > _MANY)

    def _summary(self, difference: Difference) -> str:
        words = {
            Fate.CHANGED: self.tr("%n changed"),
            Fate.GONE: self.tr("%n gone"),
            Fate.NEW: self.tr("%n new"),
            Fate.MOVED: self.tr("%n moved"),
            Fate.UNCHANGED: self.tr("%n unchanged"),
        }
        found = [(fate, difference.count(fate)) for fate in words]
        counts = [words[fate].replace("%n", f"{count:,}") for fate, count in found if count]
        head = self.tr("Version {old} to version {new}").format(old=difference.old.version, new=difference.new.version)
        return f"{head}: {', '.join(counts)}" if counts else self.tr("{head}: no figures").format(head=head)

    def _show(self, *, only_differing: bool) -> None:
        if self._difference is None:
            return
        self._only_differing = only_differing
        self.differing.setText(self.tr("Show all figures") if only_differing else self.tr("Show only what differs"))
        self.view.versions.show(self._difference, only_differing=only_differing)
        if self.view.versions.passages:
            self.view.setCurrentIndex(self.view.versions.index(0, 1))
