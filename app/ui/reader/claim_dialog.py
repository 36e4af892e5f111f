"""A claim of words that the program missed: what they are read as, to be corrected before it is kept."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.basis import BasisKind
from app.domain.changes import Changes
from app.domain.claim import Claim, State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.wording import say
from app.services.claims.pointing import Correction, Pointed, as_typed
from app.services.claims.reviewing import BASIS_KEYS
from app.services.claims.shown import Shown
from app.ui.look import type as steps
from app.ui.widgets import dialog_foot
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.words import Words

Correct = Callable[[Claim, Correction], Claim]
Keep = Callable[[Claim, Mapping[str, str | None]], Changes]
_NUMBERED = (Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY)
_FIELD = 36


class ClaimDialog(QDialog):
    """Shows the words, the figure as it would be told, and its parts as fields. `made` is None until it was kept."""

    def __init__(self, pointed: Pointed, correct: Correct, keep: Keep, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Make a claim of these words"))
        self._claim, self._correct, self._keep = pointed.claim, correct, keep
        self.made: Changes | None = None
        self.kind = Choice(self.tr("Kind"))
        for kind, words in (
            (Kind.MONEY, self.tr("money")),
            (Kind.PERCENTAGE, self.tr("percentage")),
            (Kind.QUANTITY, self.tr("quantity")),
            (Kind.DATE, self.tr("date")),
            (Kind.DURATION, self.tr("duration")),
        ):
            self.kind.addItem(words, kind)
        self.basis = Choice(self.tr("Basis"))
        self.basis.addItem(Shown(pointed.claim).measures or self.tr("not stated"), None)
        for number, (words, _) in BASIS_KEYS.items():
            self.basis.addItem(words, number)
        self.low, self.high = self._line(self.tr("Number")), self._line(self.tr("Up to, for a range"))
        self.unit, self.per = self._line(self.tr("Unit or currency")), self._line(self.tr("Per"))
        self.date = self._line(self.tr("Date or length"))
        self.figure = Words("", "title", wrap=True)
        self._doubt = Words("", "small", "text2", wrap=True)
        self._refusal = Refusal()
        self._build(pointed)
        self._fill()

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(name)
        made.textEdited.connect(self._preview)
        return made

    def _build(self, pointed: Pointed) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        quote = Words(" ".join(pointed.claim.surface.split()), "evidence", "text2", wrap=True)
        column.addWidget(quote)
        column.addWidget(self.figure)
        column.addWidget(self._doubt)
        if pointed.overlaps:
            overlapping = ", ".join(
                self.tr("{words} ({state})").format(
                    words=" ".join(one.claim.surface.split()),
                    state=self.tr("accepted") if one.state is State.ACCEPTED else self.tr("waiting"),
                )
                for one in pointed.overlaps
            )
            sentence = self.tr("These words overlap another claim: {claims}. Both will be kept.").format(
                claims=overlapping
            )
            column.addWidget(Words(sentence, "small", "text", weight=500, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for at, field in enumerate((self.kind, self.basis, self.low, self.high, self.unit, self.per, self.date)):
            grid.addLayout(self._cell(field), at // 2, at % 2)
        column.addLayout(grid)
        column.addWidget(self._refusal)
        save = KeyButton(self.tr("Keep as accepted"), "check", "primary")
        save.print_key("Enter")
        save.setDefault(True)
        save.clicked.connect(self._save)
        column.addLayout(dialog_foot.foot(self, save))
        self.setMinimumWidth(steps.scaled(480))

    def _cell(self, field: QWidget) -> QVBoxLayout:
        field.setMinimumHeight(steps.scaled(_FIELD))
        cell = QVBoxLayout()
        cell.setSpacing(4)
        cell.addWidget(Words(field.accessibleName(), "label", "text2"))
        cell.addWidget(field)
        return cell

    def _fill(self) -> None:
        typed = as_typed(self._claim.figure)
        self.kind.setCurrentIndex(self.kind.findData(typed.kind))
        for line, words in (
            (self.low, typed.low),
            (self.high, typed.high),
            (self.unit, typed.unit),
            (self.per, typed.per),
            (self.date, typed.date),
        ):
            line.setText(words)
            line.setCursorPosition(0)
        self.kind.currentIndexChanged.connect(self._preview)
        self._preview()

    def typed(self) -> Correction:
        """The figure as the fields say it."""
        return Correction(
            kind=Kind(self.kind.currentData()),
            low=self.low.text(),
            high=self.high.text(),
            unit=self.unit.text(),
            per=self.per.text(),
            date=self.date.text(),
        )

    def _preview(self) -> None:
        """Tell the figure as it would be kept; what cannot be is said when it is to be kept."""
        numbered = Kind(self.kind.currentData()) in _NUMBERED
        for line in (self.low, self.high, self.unit, self.per):
            line.setEnabled(numbered)
        self.date.setEnabled(not numbered)
        self._refusal.hide()
        try:
            claim = self._correct(self._claim, self.typed())
        except UserError:
            self.figure.setText("…")
            return
        self.figure.setText(say(claim.figure))
        self._doubt.setText(claim.doubt if claim.figure == self._claim.figure else "")
        self._doubt.setVisible(bool(self._doubt.plain()))

    def _save(self) -> None:
        number = self.basis.currentData()
        basis = {} if number is None else BASIS_KEYS[number][1]
        try:
            claim = self._correct(self._claim, self.typed())
            if number is None and claim.figure.per and claim.figure.per != self._claim.figure.per:
                basis = {"kind": BasisKind.RATE.value, "per": claim.figure.per}
            self.made = self._keep(claim, basis)
        except UserError as error:
            self._refusal.refuse(str(error))
            return
        self.accept()
