"""The pane beside the matrix: why the current row has its verdict, and what the number can mean."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.verdict import REASON_MEANS, Between, Judgement, Size
from app.services.desk import Desk
from app.services.topics.common_basis import Apart, Converted
from app.services.topics.comparing import Comparison, Row
from app.ui.compare import reach
from app.ui.compare.explain_lines import TintedVerdict, copied, pair, titled, whole
from app.ui.compare.row_words import verdict_word
from app.ui.compare.schedule.acts import ScheduleActs
from app.ui.look import dates, tones, type as steps
from app.ui.widgets import key_cap
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.verdict_mark import REFERENCE
from app.ui.widgets.words import Words

WIDTH = 328
NARROW = 304
BEFORE, QUOTED, AFTER = 30, 72, 12
"""Characters of the sentence before a figure at most, of all that is quoted, and after the figure in any case."""


class _Scroll(QScrollArea):
    """Arrow keys scroll it; what holds it draws its focus ring."""

    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()


class ExplainPane(Panel):
    """Explains one row; everything in it can be selected and copied."""

    opened = Signal(str)
    """The id of a claim whose words shall be shown in the article."""
    changed = Signal(object)
    """`Changes` of a write that was made here."""

    def __init__(self, source: QAction, pin: QAction, parent: QWidget | None = None) -> None:
        """`source` and `pin` are acts whose keys it prints."""
        super().__init__(parent=parent)
        self._source, self._pin = source, pin
        for act in (source, pin):
            act.changed.connect(self._print_keys)
        self._opener: KeyButton | None = None
        """Leads to the words of the row that is explained."""
        self._pinning: Words | None = None
        """Says how another figure becomes the reference."""
        self.acts = ScheduleActs(self)
        self.acts.changed.connect(self.changed)
        self.schedule, self.means = self.acts.section, self.acts.means
        self._scroll = _Scroll(self)
        self._scroll.focused.connect(self.update)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Explanation of the current figure"))
        self._scroll.viewport().setAutoFillBackground(False)
        around = QVBoxLayout(self)
        around.setContentsMargins(2, 4, 2, 4)
        around.addWidget(self._scroll)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(14, 8, 12, 8)
        self._column.setSpacing(8)
        self._first, self._rest = QWidget(), QWidget()
        for part in (self._first, self.schedule, self._rest, self.means):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the scroll area has just turned it on

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None) -> None:
        """Explain the rows of this comparison from now on."""
        self.acts.show_comparison(desk, comparison)

    def show_row(self, row: Row | None, reference: Row | None, found: Converted | Apart | None = None) -> None:
        """Explain this row against the reference; None clears the pane. `found` is it on the common basis."""
        self._opener = self._pinning = None
        first, rest = QWidget(), QWidget()
        above, below = _column(first, 8), _column(rest, 10)
        if row is not None:
            self._add_figure(above, row)
            self._add_common(above, row, found)
            self._add_verdict(above, row, reference)
            self._add_reasons(above, row.judgement)
            self._add_settling(above, row.judgement)
            self._add_interval(below, row)
            self._add_sources(below, row)
        self._column.replaceWidget(self._first, first)
        self._column.replaceWidget(self._rest, rest)
        for old in (self._first, self._rest):
            old.hide()
            old.deleteLater()
        self._first, self._rest = first, rest
        first.show()
        rest.show()
        self._print_keys()
        self.acts.show_row(row)
        self._scroll.verticalScrollBar().setValue(0)

    def _print_keys(self) -> None:
        """Say the keys that the acts have now."""
        if self._opener is not None:
            self._opener.print_key(key_cap.words(self._source.shortcut()))
        if self._pinning is not None:
            sentence = self.tr("The other figures are set against this one. {key} pins another.")
            self._pinning.setText(sentence.format(key=key_cap.words(self._pin.shortcut())))
            self._pinning.setAccessibleName(self._pinning.plain())

    def take_focus(self) -> None:
        """Let the arrow keys scroll the explanation."""
        self._scroll.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _add_figure(self, column: QVBoxLayout, row: Row) -> None:
        flow = Flow()
        flow.addWidget(copied(Words(row.figure, "title", wrap=steps.scaled(WIDTH - 60) < _wide(row.figure))))
        for chip in row.chips:
            flow.addWidget(Chip(chip.text, known=chip.known, by_analyst=chip.by_analyst))
        column.addLayout(flow)
        line = QHBoxLayout()
        line.setSpacing(8)
        quote = copied(Words(_quote(row), "evidence", "text2", wrap=True))
        quote.setToolTip(" ".join(row.line.sentence.split()))
        line.addWidget(quote, 1)
        self._opener = KeyButton("", None, "quiet")
        self._opener.setAccessibleName(self._source.text())
        self._opener.setToolTip(self._source.text())
        self._opener.clicked.connect(lambda: self.opened.emit(row.line.record.claim_id))
        line.addWidget(self._opener, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)

    def _add_common(self, column: QVBoxLayout, row: Row, found: Converted | Apart | None) -> None:
        """The figure on the common basis with every factor, or what is missing for it and how a person can say it."""
        if isinstance(found, Converted):
            column.addLayout(titled(self.tr("On the common basis"), copied(Words(found.formula, "small", wrap=True))))
        elif found is not None:
            why = f"{found.why[:1].upper()}{found.why[1:]}."
            asked = ", ".join(chip.text for chip in row.chips if not chip.known)
            say = self.tr("Open it with {key} and edit it there: what you set for {asked} can place it.")
            how = say.format(key=key_cap.words(self._source.shortcut()), asked=asked) if asked else ""
            words = " ".join(filter(None, (why, how)))
            column.addLayout(titled(self.tr("No basis in common"), copied(Words(words, "small", wrap=True))))

    def _add_verdict(self, column: QVBoxLayout, row: Row, reference: Row | None) -> None:
        judgement = row.judgement
        if judgement is None:
            tinted = TintedVerdict(REFERENCE, verdict_word(row), "")
            self._pinning = tinted.sentence
            column.addWidget(tinted)
            return
        column.addWidget(TintedVerdict(judgement.verdict, verdict_word(row), judgement.sentence))
        if reference is not None:
            day = dates.day(reference.first.published)
            said = ", ".join(filter(None, (reference.figure, reference.speaker, day)))
            against = self.tr("Against {0}").format(said)
            column.addWidget(copied(Words(against, "small", "text2", wrap=True)))

    def _add_settling(self, column: QVBoxLayout, judgement: Judgement | None) -> None:
        if judgement is None:
            return
        for title, words in (
            (self.tr("What would settle it"), judgement.question),
            (self.tr("Conversion"), judgement.conversion),
        ):
            if words:
                column.addLayout(titled(title, copied(Words(words, "body", wrap=True))))

    def _add_interval(self, column: QVBoxLayout, row: Row) -> None:
        if row.interval is None:
            return
        unit = row.line.record.claim.figure.unit
        core, halo = wording.bounds(row.interval.core, unit), wording.bounds(row.interval.halo, unit)
        lines = [pair(self.tr("As printed"), core)]
        if halo != core:
            lines.append(pair(self.tr("If it was rounded"), halo))
        column.addWidget(Rule())
        self._add_section(column, self.tr("What the number can mean"), lines)

    def _add_reasons(self, column: QVBoxLayout, judgement: Judgement | None) -> None:
        if judgement is None or not judgement.reasons:
            return
        means = (REASON_MEANS[reason] for reason in judgement.reasons)
        lines = [whole(copied(Words(f"{words[:1].upper()}{words[1:]}.", "small", wrap=True))) for words in means]
        if judgement.size is not None and judgement.size.ratio is not None:
            lines += self._apart(judgement.size)
            # Kept to two decimals, which the sentence rounds for itself: rounded again, 1.148 would be 1.2 times here.
            larger = self.tr("{0} times").format(wording.number(judgement.size.ratio))
            lines.append(pair(self.tr("The larger is"), larger))
        self._add_section(column, self.tr("Why"), lines)

    def _apart(self, size: Size) -> list[QHBoxLayout]:
        """How far the two lie apart, and what is left of it however they were rounded or hedged."""
        name = {
            Between.PRINTED: self.tr("Apart, as printed"),
            Between.MIDDLE: self.tr("Apart, from the middle of the range"),
            Between.CONVERTED: self.tr("Apart, once converted"),
        }[size.between]
        lines = [pair(name, wording.amount(size.gap, size.unit))]
        if size.least is not None:
            least = self.tr("at least {0}").format(wording.amount(size.least, size.unit))
            lines.append(pair(self.tr("However rounded"), least))
        return lines

    def _add_sources(self, column: QVBoxLayout, row: Row) -> None:
        lines = [
            pair(self.tr("Denied by") if row.denied else self.tr("Said by"), row.speaker),
            pair(self.tr("Printed by"), ", ".join(row.outlets) or self.tr("not stated")),
            pair(self.tr("First on"), dates.day(row.first.published) or self.tr("undated")),
            pair(self.tr("In all"), f"{reach.prints(row)}, {reach.origins(row)}"),
        ]
        column.addWidget(Rule())
        self._add_section(column, self.tr("Who says so"), lines)

    def _add_section(self, column: QVBoxLayout, title: str, lines: list[QHBoxLayout]) -> None:
        section = QVBoxLayout()
        section.setSpacing(4)
        section.addWidget(Words(title, "label", "text3"))
        for line in lines:
            section.addLayout(line)
        column.addLayout(section)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._scroll.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tones.current().accent, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


def _column(part: QWidget, apart: int) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(apart)
    return column


def _quote(row: Row) -> str:
    """The figure among its words, no more than two lines of them."""
    before, figure, after = row.line.parts
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    room = max(QUOTED - len(before) - len(row.line.record.claim.surface), AFTER)
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    # A line break may not part an ellipsis from its word.
    return f"“{before}{figure}{after}”".replace("… ", "…\N{NO-BREAK SPACE}").replace(" …", "\N{NO-BREAK SPACE}…")


def _wide(figure: str) -> int:
    return Words(figure, "title").sizeHint().width()
