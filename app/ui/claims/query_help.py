"""How to search: the keys of the query language with examples that can be tried by a click."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

Translate = Callable[[str], str]

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("money:>=90m", "amounts of at least 90 million; also <, >, <= and = or £90m"),
    ("money:90m..200m", "from 90 to 200 million; also percentage:<5, quantity:>1000, duration:>10y"),
    ("date:2030..2035", "dates that the text names, in EDTF; also date:2030s"),
    ("basis:per-year", "what the figure measures; basis:none where it is not stated"),
    ("said:Treasury", "who says so; a whole name, or a part of one"),
    ('outlet:"Harbour Daily"', "names with spaces stand in double quotes"),
    ("after:2025-05", "published from May 2025 on; before:2025-05 is all that came earlier"),
    ("-stance:denies", "a minus leaves out what follows it"),
    ("has:price edited:yes", "prices are stated; the analyst edited it"),
    ('treaty "in cash terms"', "free words, and words that stand together"),
)


def hint(key: str, tr: Translate) -> str:
    """What a key is for, in a few words."""
    return {
        "money": tr("amounts, such as >=90m"),
        "percentage": tr("per cent, such as <5"),
        "quantity": tr("counts, such as >1000"),
        "date": tr("dates named, such as 2030..2035"),
        "duration": tr("lengths, such as >10y"),
        "kind": tr("kind of figure"),
        "state": tr("waiting, accepted, rejected, any"),
        "basis": tr("what it measures"),
        "price": tr("cash, nominal, real, npv"),
        "stance": tr("how the speaker stands to it"),
        "confidence": tr("how sure the reading is"),
        "edited": tr("yes or no"),
        "has": tr("what is stated"),
        "said": tr("who says so"),
        "outlet": tr("where it was printed"),
        "topic": tr("what it is filed under"),
        "article": tr("words of the title"),
        "unit": tr("GBP, percent, person"),
        "per": tr("year, month, person"),
        "after": tr("published from this day on"),
        "before": tr("published earlier"),
        "published": tr("published in this year or month"),
    }[key]


class QueryHelp(QDialog):
    """Each example is a link: pressed, it is searched for."""

    tried = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("How to search"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        for row, (example, words) in enumerate(EXAMPLES):
            link = KeyButton(example, None, "link", height=24)
            link.setAutoDefault(False)
            link.clicked.connect(lambda _=False, example=example: self._try(example))
            grid.addWidget(link, row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(Words(self.tr(words), "body", "text2"), row, 1)
        close = KeyButton(self.tr("Close"), "x")
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(
            Words(self.tr("A key asked for twice means either; all else must hold together."), "small", "text2")
        )
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(20)
        column.addLayout(grid)
        column.addLayout(foot)

    def _try(self, example: str) -> None:
        self.accept()
        self.tried.emit(example)
