"""How to search: the keys of the query language with examples that can be tried by a click."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.widgets import dialog_page
from app.ui.widgets.dialog_page import DialogPage, Sheet
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

translate = QCoreApplication.translate

EXAMPLES: tuple[tuple[str, Any], ...] = (
    ("money:>=90m", QT_TRANSLATE_NOOP("QueryHelp", "amounts of at least 90 million; also <, >, <= and = or £90m")),
    (
        "money:90m..200m",
        QT_TRANSLATE_NOOP("QueryHelp", "from 90 to 200 million; also percentage:<5, quantity:>1000, duration:>10y"),
    ),
    ("date:2030..2035", QT_TRANSLATE_NOOP("QueryHelp", "dates that the text names; also date:2030-05 and date:2030s")),
    ("basis:per-year", QT_TRANSLATE_NOOP("QueryHelp", "what the figure measures; basis:none where it is not stated")),
    ("said:Treasury", QT_TRANSLATE_NOOP("QueryHelp", "who says so; a whole name, or a part of one")),
    ('outlet:"Harbour Daily"', QT_TRANSLATE_NOOP("QueryHelp", "names with spaces stand in double quotes")),
    (
        "after:2025-05",
        QT_TRANSLATE_NOOP("QueryHelp", "published from May 2025 on; before:2025-05 is all that came earlier"),
    ),
    ("-stance:denies", QT_TRANSLATE_NOOP("QueryHelp", "a minus leaves out what follows it")),
    ("has:price edited:yes", QT_TRANSLATE_NOOP("QueryHelp", "prices are stated; the analyst edited it")),
    ('treaty "in cash terms"', QT_TRANSLATE_NOOP("QueryHelp", "free words, and words that stand together")),
)


def hint(key: str) -> str:
    """What a key is for, in a few words."""
    return {
        "money": translate("QueryHelp", "amounts, such as >=90m"),
        "percentage": translate("QueryHelp", "per cent, such as <5"),
        "quantity": translate("QueryHelp", "counts, such as >1000"),
        "date": translate("QueryHelp", "dates named, such as 2030..2035"),
        "duration": translate("QueryHelp", "lengths, such as >10y"),
        "kind": translate("QueryHelp", "kind of figure"),
        "state": translate("QueryHelp", "waiting, accepted, rejected, any"),
        "basis": translate("QueryHelp", "what it measures"),
        "price": translate("QueryHelp", "cash, nominal, real, npv"),
        "stance": translate("QueryHelp", "how the speaker stands to it"),
        "confidence": translate("QueryHelp", "how sure the reading is"),
        "edited": translate("QueryHelp", "yes or no"),
        "has": translate("QueryHelp", "what is stated"),
        "said": translate("QueryHelp", "who says so"),
        "outlet": translate("QueryHelp", "where it was printed"),
        "topic": translate("QueryHelp", "what it is filed under"),
        "article": translate("QueryHelp", "words of the title"),
        "unit": translate("QueryHelp", "GBP, percent, person"),
        "per": translate("QueryHelp", "year, month, person"),
        "after": translate("QueryHelp", "published from this day on"),
        "before": translate("QueryHelp", "published earlier"),
        "published": translate("QueryHelp", "published in this year or month"),
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
            label = Words(translate("QueryHelp", words), "body", "text2", wrap=True)
            # Words that wrap have all of their line's height above them.
            label.setContentsMargins(0, 0, 0, steps.line_height("body") - label.fontMetrics().height())
            grid.addWidget(label, row, 1)
        close = KeyButton(self.tr("Close"))
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        more = self.tr("A key given twice means either one; everything else must match.")
        foot.addWidget(Words(more, "small", "text2", wrap=True), 1)
        foot.addWidget(close)
        page = Sheet()
        page.setLayout(grid)
        grid.setContentsMargins(24, 24, 24, 16)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(4)
        column.addWidget(DialogPage(page), 1)
        column.addLayout(foot)
        dialog_page.size(self, 680, 424)

    def _try(self, example: str) -> None:
        self.accept()
        self.tried.emit(example)
