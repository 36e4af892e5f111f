"""The article of the claim on the card, in a narrow column without cards of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.article import ArticleRecord
from app.domain.claim import ClaimRecord, State
from app.ui.look import dates, type as steps
from app.ui.reader.article_view import ArticleView
from app.ui.reader.columns import Columns
from app.ui.reader.document import BESIDE
from app.ui.reader.notes import marks_of
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.panel import Ground
from app.ui.widgets.words import Words

EDGE = 24


class ArticlePane(Ground):
    """Shows one article with its figures marked, the one on the card with the ring."""

    picked = Signal(str)
    """The id of a claim that was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", "right", parent=parent)
        self._article_id: str | None = None
        self._outlet = ElidedLabel("", steps.font("small", 600), "text2")
        self._published = Words("", "small", "text2")
        self._author = ElidedLabel("", steps.font("small", 500), "text2")
        under_title = QWidget()
        line = QVBoxLayout(under_title)
        line.setContentsMargins(0, 4, 0, 0)
        line.addWidget(self._author)
        line.addStretch(1)
        # The card in the middle of the screen says what the margin would.
        self.view = ArticleView(under_title, lambda room: Columns.alone(room, EDGE), BESIDE)
        self.view.picked.connect(self.picked)
        head = QHBoxLayout()
        head.setContentsMargins(EDGE, 18, EDGE, 6)
        head.setSpacing(12)
        head.addWidget(self._outlet, 1)
        head.addWidget(self._published)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_claim(self, record: ArticleRecord, claims: Sequence[ClaimRecord], claim_id: str) -> None:
        """Show the article at one of its claims; the others are marked too, the rejected not."""
        article = record.article
        if record.article_id != self._article_id:
            self._article_id = record.article_id
            self.view.show_article(article, signed=article.author is not None)
            title = article.title.value if article.title else record.article.source_name
            self.view.setAccessibleName(self.tr("Article: {title}").format(title=title))
        self._outlet.setText(article.outlet.value if article.outlet else self.tr("Outlet not known"))
        self._published.setText(dates.day(article.published.value) if article.published else self.tr("undated"))
        self._author.setText(article.author.value if article.author else "")
        live = [one for one in claims if one.state is not State.REJECTED or one.claim_id == claim_id]
        self.view.show_claims(marks_of(live, self.view.offsets()), ())
        self.view.select(claim_id)

    def forget(self) -> None:
        """Let go of the article, so that the next one is laid out afresh even if it has the same id."""
        self._article_id = None
