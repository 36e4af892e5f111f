"""Where else the figure of a card stands, and what an earlier version printed in its place."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.listing import ClaimLine
from app.domain.version import CARRIED
from app.services.claims.reviewing import Card
from app.ui.counted import counted
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words


class Seen(QWidget):
    """One line; pressed, it shows the figure elsewhere, where all that are alike can be accepted."""

    def __init__(self, alike: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies = Sign("copy", "text2")
        self.same = KeyButton(self.tr("See the same figure elsewhere"), None, "quiet", height=22)
        self.same.clicked.connect(alike.trigger)
        self.earlier = Words("", "small", "text2")
        self._alike = KeyButton(alike, None, "link", height=22)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._copies)
        row.addWidget(self.same)
        row.addWidget(self.earlier)
        row.addStretch(1)
        row.addWidget(self._alike)

    def show_card(self, card: Card) -> None:
        """Say it of another claim."""
        articles = counted(card.line.same_articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(card.line.same_origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        same = ""
        if card.line.same_articles > 1:
            same = self.tr("Same figure in {0}, {1}").format(articles, origins)
        elif card.same > 1:
            same = self.tr("Same figure {0} times in this article").format(card.same)
        for part in (self._copies, self.same, self._alike):
            part.setVisible(bool(same))
        if same:
            self.same.setText(same)
        earlier = self._earlier(card.line)
        self.earlier.setText(f"· {earlier}" if earlier and same else earlier)

    def _earlier(self, line: ClaimLine) -> str:
        earlier = line.earlier
        if earlier is None:
            return ""
        if earlier.fate in CARRIED:
            return self.tr("Carried from version {0}").format(earlier.version)
        if earlier.surface == line.record.claim.surface:
            return self.tr("Worded differently from version {0}").format(earlier.version)
        return self.tr("Was {0} in version {1}").format(earlier.surface, earlier.version)
