"""What is known of a claim as fields to be corrected: Tab goes from one to the next, Enter keeps all, Escape none."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.basis import Basis
from app.domain.claim import Claim, Stance
from app.domain.figure import Kind
from app.services.claims import prices
from app.services.claims.editing import Edit, UnfitError
from app.services.claims.likeness import UNASKED, answer
from app.services.claims.reviewing import BASIS_KEYS, Card
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.look import type as steps
from app.ui.widgets.choice import Choice
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

HEIGHT = 30
NAMES = ("figure", "kind", "period", "price", "speaker", "stance", "topic")
BASIS = ("kind", "period", "price")
"""The fields that not every kind of figure has a use for."""
_ANY = frozenset({"speaker", "stance", "topic"})
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Fields(QWidget):
    """Seven fields, fewer where the kind of figure has no use for one; `edit` says what was changed in them."""

    kept = Signal()
    left = Signal()

    def __init__(self, only: Collection[str] = NAMES, parent: QWidget | None = None) -> None:
        """`only` are the names of the fields that are shown at all."""
        super().__init__(parent)
        self.figure, self.period, self.speaker, self.topic = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.kind, self.price = Choice(self.tr("Basis")), Choice(self.tr("Prices"))
        self.stance = Choice(self.tr("Stance"))
        self.price.setEditable(True)
        self.price.setCompleter(None)  # type: ignore[arg-type]  # None takes it away; the stubs do not know it
        self.price.addItems(prices.OFFERED)
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
        self._only = only
        self._cells: dict[str, QWidget] = {}
        self._refusals = {key: Refusal("small") for key in NAMES}
        for key, widget, name, place in names:
            self._cells[key] = self._cell(widget, name, self._refusals[key])
            grid.addWidget(self._cells[key], *place)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self._was = Edit()

    def _cell(self, widget: QWidget, name: str, refusal: Refusal) -> QWidget:
        widget.setAccessibleName(name)
        widget.setMinimumHeight(steps.scaled(HEIGHT))
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if isinstance(widget, Choice):
            widget.setMinimumContentsLength(8)
            widget.currentTextChanged.connect(refusal.hide)
            if (line := widget.lineEdit()) is not None:
                line.setAccessibleName(name)
        elif isinstance(widget, QLineEdit):
            widget.textChanged.connect(refusal.hide)
        widget.installEventFilter(self)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Words(name, "label", "text2"))
        column.addWidget(widget)
        column.addWidget(refusal)
        column.addStretch(1)  # the cell beside it may say why it cannot be taken
        return cell

    def show_card(self, card: Card, speakers: Sequence[str], topics: Sequence[str]) -> None:
        """Fill the fields from a claim; names that there are complete what is typed."""
        claim = card.line.record.claim
        self.figure.setText(wording.say(claim.figure))
        self._show_kind(claim)
        self.period.setText(period_words(claim.basis))
        self.period.setPlaceholderText(Shown(claim).years or self.tr("99 years, 2025/2050"))
        price = prices.said(claim.basis.value("price"))
        self.price.setCurrentText(price)
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
        shown = {"kind": Shown(claim).measures, "period": self.period.text(), "price": price}
        for key, cell in self._cells.items():
            cell.setVisible(key in self._only and (key not in BASIS or key in wanted or bool(shown[key])))
        for refusal in self._refusals.values():
            refusal.hide()

    def refuse(self, unfit: UnfitError) -> None:
        """Say below the field why what it holds cannot be taken, and put the keyboard there."""
        name = {"topics": "topic"}.get(unfit.field, unfit.field)
        field = getattr(self, name)
        self._refusals[name].refuse(str(unfit))
        field.setAccessibleDescription(str(unfit))
        field.setFocus()
        line = field.lineEdit() if isinstance(field, Choice) else field
        if isinstance(line, QLineEdit):
            line.selectAll()

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
            price=self.price.currentText().replace(prices.OFFERED[0], ""),
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


def slots_of(kind: Kind) -> frozenset[str]:
    """The slots that a figure of this kind can have: a date measures nothing, and only money is in prices."""
    if kind in UNASKED:
        return _ANY
    return _ANY | {"kind", "period", "price"} if kind is Kind.MONEY else _ANY | {"kind", "period"}


def period_words(basis: Basis) -> str:
    """The time that a figure covers or is set for, empty where that is not stated."""
    period = basis.horizon or basis.period or basis.target_date
    return (wording.duration(period.value) or wording.date(period.value)) if period else ""
