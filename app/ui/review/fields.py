"""What is known of a claim as fields to be corrected: Tab goes from one to the next, Enter keeps all, Escape none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.claim import Claim, Stance
from app.services.claims.editing import Edit
from app.services.claims.likeness import answer
from app.services.claims.reviewing import BASIS_KEYS, Card
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.look import type as steps
from app.ui.review.slots import HEIGHT, period_words, slots_of
from app.ui.widgets.choice import Choice
from app.ui.widgets.words import Words

PRICES = ("", "cash", "nominal", "real", "npv")
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Fields(QWidget):
    """Seven fields, fewer where the kind of figure has no use for one; `edit` says what was changed in them."""

    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure, self.period, self.speaker, self.topic = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.price = Choice(self.tr("Basis")), Choice(self.tr("Prices"))
        self.stance = Choice(self.tr("Stance"))
        self.price.setEditable(True)
        self.price.setCompleter(None)  # type: ignore[arg-type]  # None takes it away; the stubs do not know it
        self.price.addItems(PRICES)
        self.stance.addItem(self.tr("not stated"), "")
        for stance in Stance:
            self.stance.addItem(vocabulary.say(stance.value), stance.value)
        for line in (self.speaker, self.price.lineEdit()):
            if line is not None:
                line.setPlaceholderText(self.tr("not stated"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        names = (
            ("figure", self.figure, self.tr("Figure"), (0, 0, 1, 3)),
            ("kind", self.kind, self.tr("Basis"), (1, 0, 1, 1)),
            ("period", self.period, self.tr("Period"), (1, 1, 1, 1)),
            ("price", self.price, self.tr("Prices"), (1, 2, 1, 1)),
            ("speaker", self.speaker, self.tr("Said by"), (2, 0, 1, 1)),
            ("stance", self.stance, self.tr("Stance"), (2, 1, 1, 1)),
            ("topic", self.topic, self.tr("Topic"), (2, 2, 1, 1)),
        )
        self._cells: dict[str, QWidget] = {}
        for key, widget, name, place in names:
            self._cells[key] = self._cell(widget, name)
            grid.addWidget(self._cells[key], *place)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self._was = Edit()

    def _cell(self, widget: QWidget, name: str) -> QWidget:
        widget.setAccessibleName(name)
        widget.setMinimumHeight(steps.scaled(HEIGHT))
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(widget, Choice):
            widget.setMinimumContentsLength(8)
            if (line := widget.lineEdit()) is not None:
                line.setAccessibleName(name)
        widget.installEventFilter(self)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(name, "label", "text2"))
        column.addWidget(widget)
        return cell

    def show_card(self, card: Card, speakers: Sequence[str], topics: Sequence[str]) -> None:
        """Fill the fields from a claim; names that there are complete what is typed."""
        claim = card.line.record.claim
        self.figure.setText(wording.say(claim.figure))
        self._show_kind(claim)
        self.period.setText(period_words(claim.basis))
        self.period.setPlaceholderText(Shown(claim).years or self.tr("99 years, 2025/2050"))
        self.price.setCurrentText(claim.basis.value("price") or "")
        self.speaker.setText(claim.speaker.name if claim.speaker else "")
        self.stance.setCurrentIndex(self.stance.findData(claim.stance.value if claim.stance else ""))
        self.topic.setText(", ".join(card.line.topics))
        for line, names in ((self.speaker, speakers), (self.topic, topics)):
            completer = QCompleter(list(names), line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
            if (offered := completer.popup()) is not None:
                offered.installEventFilter(self)
        for line in (self.figure, self.period, self.speaker, self.topic):
            line.setCursorPosition(0)
        self._was = self._typed()
        wanted = slots_of(claim.figure.kind)
        shown = {"kind": Shown(claim).measures, "period": self.period.text(), "price": self.price.currentText()}
        for key, value in shown.items():
            self._cells[key].setVisible(key in wanted or bool(value))

    def _show_kind(self, claim: Claim) -> None:
        key = answer(claim)
        self.kind.clear()
        if key is None:
            self.kind.addItem(Shown(claim).measures or self.tr("not stated"), None)
        for number, (words, _) in BASIS_KEYS.items():
            self.kind.addItem(f"{number}  {vocabulary.say(words)}", number)
        self.kind.setCurrentIndex(self.kind.findData(key))

    def _typed(self) -> Edit:
        key = self.kind.currentData()
        return Edit(
            figure=self.figure.text(),
            basis={} if key is None else BASIS_KEYS[key][1],
            price=self.price.currentText(),
            period=self.period.text(),
            speaker=self.speaker.text(),
            stance=self.stance.currentData(),
            topics=tuple(name.strip() for name in self.topic.text().split(",") if name.strip()),
        )

    def edit(self) -> Edit:
        """What was changed, and nothing of what stayed."""
        now, was = self._typed(), self._was
        return Edit(
            figure=now.figure if now.figure != was.figure else None,
            basis=now.basis if now.basis != was.basis else {},
            price=now.price if now.price != was.price else None,
            period=now.period if now.period != was.period else None,
            speaker=now.speaker if now.speaker != was.speaker else None,
            stance=now.stance if now.stance != was.stance else None,
            topics=now.topics if now.topics != was.topics else None,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if isinstance(watched, QAbstractItemView):
            return self._keep_past(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and not event.modifiers() & _COMMANDS:
            event.accept()  # letters and Enter are the field's while one has the keyboard, not the screen's acts
            return False
        if event.type() == QEvent.Type.KeyPress and event.key() in (*_ENTERS, Qt.Key.Key_Escape):
            (self.left if event.key() == Qt.Key.Key_Escape else self.kept).emit()
            return True
        return False

    def _keep_past(self, names: QAbstractItemView, event: QKeyEvent) -> bool:
        """Keep what was typed at the first Enter, though names are offered for it, unless one of them is chosen."""
        if event.type() != QEvent.Type.KeyPress or event.key() not in _ENTERS or names.currentIndex().isValid():
            return False
        names.hide()
        self.kept.emit()
        return True
