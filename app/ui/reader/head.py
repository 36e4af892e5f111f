"""What stands over an article: outlet and date with their evidence, what the analyst noted, and who wrote it."""

from collections.abc import Sequence

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.domain.article import Article, ArticleRecord, PartKind
from app.domain.listing import ArticleRow
from app.domain.remark import Remark
from app.ui.look import dates, type as steps
from app.ui.reader.remark_lines import RemarkLines
from app.ui.widgets import chips
from app.ui.widgets.chips import Chip
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Rule
from app.ui.widgets.words import Words

_OF_PAGES = ("meta ", "JSON-LD ", "itemprop ")
"""How evidence begins that only a page's source shows; a tooltip names it."""


class ArticleHead(QWidget):
    """Outlet, date and its evidence in a line with the buttons; below it tags and note, if there are any."""

    def __init__(self, correct: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offered: Sequence[QAction] = ()
        """What the menu behind the last button offers."""
        self.outlet = Words("", "small", "text2", weight=600)
        self.published = Words("", "small", "text2")
        self.evidence = ElidedLabel("", steps.font("small"), "text3")
        self.remarks = RemarkLines()
        self._more = KeyButton("", "more")
        self._more.setAccessibleName(self.tr("More with this article"))
        self._more.setToolTip(self._more.accessibleName())
        self._more.clicked.connect(self._show_menu)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.outlet)
        self._row.addWidget(self.published)
        self._row.addWidget(self.evidence, 1)
        self._correct, self._correcting = correct, KeyButton(correct, "pencil")
        self._row.addWidget(self._correcting)
        self._row.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(self.remarks)

    def show_details(self, article: Article, remark: Remark | None) -> None:
        """Say where the article comes from, and what was noted of it."""
        self.outlet.setText(article.outlet.value if article.outlet else self.tr("Outlet not known"))
        self.published.setText(dates.moment(article.published.value) if article.published else self.tr("no date"))
        evidence = article.published.evidence if article.published else ""
        if evidence.startswith(_OF_PAGES):
            evidence = self.tr("the page’s own data")
        self.evidence.setText(self.tr("from {evidence}").format(evidence=evidence) if evidence else "")
        for words, detail in ((self.outlet, article.outlet), (self.published, article.published)):
            words.setToolTip(self.tr("From: {evidence}").format(evidence=detail.evidence) if detail else "")
        self.remarks.show_remark(remark or Remark())
        self._fit()

    def place(self, left: float, wide: float, right: int) -> None:
        """Stand over the column of the text, the buttons `right` pixels from the edge."""
        self._row.setContentsMargins(round(left), 16, right, 4)
        self.remarks.place(left, wide)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where a narrow pane or large text leaves no room for the first button, the menu has its act."""
        margins, parts = self._row.contentsMargins(), (self.outlet, self.published, self._correcting, self._more)
        wide = sum(part.sizeHint().width() + self._row.spacing() for part in parts)
        self._correcting.setVisible(margins.left() + wide + margins.right() <= self.width())

    def _show_menu(self) -> None:
        menu = QMenu(self)
        if self._correcting.isHidden():
            menu.addAction(self._correct)
        menu.addActions(list(self.offered))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


class Byline(QWidget):
    """Who wrote the article, which version it is, where the story comes from; it scrolls with the title."""

    def __init__(self) -> None:
        super().__init__()
        self.author = ElidedLabel("", steps.font("small", 500), "text2")
        self.author.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.version = Chip(icon="history")
        self.origin = Chip(icon="branch")
        self._said = QWidget()
        row = QHBoxLayout(self._said)
        row.setContentsMargins(0, 0, 0, 0)
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
        column.addWidget(self._said)
        column.addSpacing(10)
        column.addWidget(Rule())
        column.addStretch(1)

    def says_anything(self) -> bool:
        """Whether there is more in it than the rule that closes it."""
        return not self._said.isHidden()

    def show_details(self, record: ArticleRecord, row: ArticleRow | None, versions: int) -> None:
        """Show an article of which there are so many versions; `row` knows its copies."""
        article = record.article
        title = article.title.value if article.title else self.tr("Untitled")
        has_title = any(part.kind is PartKind.TITLE for part in article.parts)
        author = article.author.value if article.author else ""
        self.author.setText(author if has_title else " · ".join(filter(None, (title, author))))
        self.author.setVisible(bool(self.author.text()))
        evidence = article.author.evidence if article.author else ""
        self.author.setToolTip(self.tr("From: {evidence}").format(evidence=evidence) if evidence else "")
        said = (
            self.tr("Version {nth} of {all}, superseded")
            if record.version < versions
            else self.tr("Version {nth} of {all}")
        )
        self.version.set_text(said.format(nth=record.version, all=versions))
        self.version.setVisible(versions > 1)
        copies = row.copies if row else 1
        first = row.copied_from if row else None
        copied = self.tr("Copy of {outlet}").format(outlet=first)
        self.origin.set_text(copied if first else self.tr("Told here first"))
        self.origin.setToolTip(self.tr("{copies} articles tell this story").format(copies=copies) if copies > 1 else "")
        self.origin.setVisible(copies > 1)
        self._said.setVisible(bool(self.author.text()) or versions > 1 or copies > 1)
