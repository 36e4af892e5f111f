"""The payments line by line, and what else the same schedule gives with the figures that it reproduces."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.domain import wording
from app.domain.schedule import Match, MatchState, Payment, ReadingKind, Schedule
from app.services.topics.scheduling import Given
from app.ui.compare.schedule import amounts
from app.ui.compare.schedule.match_box import HUES
from app.ui.look import tones, type as steps
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.verdict_mark import VerdictMark
from app.ui.widgets.words import Words


class _Square(QWidget):
    """The hue in which a payment is drawn."""

    def __init__(self, *, on_top: bool) -> None:
        super().__init__()
        self._on_top = on_top
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(steps.scaled(8), steps.scaled(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.kind("money").ink if self._on_top else tones.mixed(t.accent, t.surface, 0.38))
        side = steps.scaled(8)
        painter.drawRoundedRect(QRectF(0, (self.height() - side) / 2, side, side), 2, 2)


class PaymentList(QWidget):
    """A line for each payment, two where it is level first and follows the index then."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = _grid(self)
        self._payments: tuple[Payment, ...] = ()
        self.setAccessibleName(self.tr("Payments"))

    def show_schedule(self, schedule: Schedule) -> None:
        """List the payments of a schedule; most assumptions leave them as they are."""
        if schedule.payments == self._payments:
            return
        self._payments = schedule.payments
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        told: list[str] = []
        for payment, on_top in zip(schedule.payments, amounts.beside(schedule.payments), strict=True):
            for when, note in self._parts(payment, schedule.first_uplift):
                amount = f"{'+ ' if on_top else ''}{wording.amount(payment.amount, payment.currency)}"
                self._add(len(told), when, amount, note, on_top=on_top)
                told.append(" ".join(filter(None, (when, amount, note))))
        self.setAccessibleDescription("; ".join(told))

    def _add(self, at: int, when: str, amount: str, note: str, *, on_top: bool) -> None:
        sum_ = Words(amount, "small", weight=600)
        sum_.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        sum_.setMinimumWidth(steps.scaled(64))
        when_ = Words(when, "small")
        when_.setMinimumWidth(steps.scaled(88))
        for column, part in enumerate((_Square(on_top=on_top), when_, sum_, Words(note, "small", "text2"))):
            self._grid.addWidget(part, at, column)

    def _parts(self, payment: Payment, uplift: int | None) -> list[tuple[str, str]]:
        """The years of a payment and what is said of them."""
        first, last, index = payment.from_year, payment.last_year, payment.index_from_year
        if payment.once:
            return [(amounts.years(first, first), self.tr("once"))]
        if index is None:
            level = uplift is not None and last > uplift
            return [(amounts.years(first, last), self.tr("not indexed") if level else "")]
        if index < first or index >= last:
            note = self.tr("× I(t) / I({0})").format(index) if index < first else ""
            return [(amounts.years(first, last), note)]
        return [
            (amounts.years(first, index), ""),
            (amounts.years(index + 1, last), self.tr("× I(t) / I({0})").format(index)),
        ]


class _GivenLine:
    """The parts of one line; they stay while what they say changes, so that a moved slider makes no widgets."""

    def __init__(self, grid: QGridLayout, at: int) -> None:
        self._name, self._value = Words("", "small"), Words("", "small", weight=600)
        self._mark = VerdictMark(HUES[MatchState.REPRODUCED])
        self._figures = ElidedLabel("", steps.font("small"))
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        parts: tuple[QWidget, ...] = (self._name, self._value, self._mark, self._figures)
        for column, part in enumerate(parts):
            grid.addWidget(part, at, column, Qt.AlignmentFlag.AlignVCenter if column < 3 else Qt.AlignmentFlag(0))
        self._name.setMinimumHeight(steps.line_height("small"))

    def show_line(self, name: str, value: str, states: Sequence[MatchState], figures: Sequence[str]) -> None:
        """Say a number and the first of the figures that it reproduces, all of them in the tooltip."""
        self._name.setText(name)
        self._value.setText(value)
        more = f" +{len(figures) - 1}" if len(figures) > 1 else ""
        self._figures.setText(f"{figures[0]}{more}" if figures else "", whole=", ".join(figures) if more else "")
        if states:
            sure = MatchState.REPRODUCED in states
            self._mark.set_verdict(HUES[MatchState.REPRODUCED if sure else MatchState.AMBIGUOUS])
        self._show(whole=True, matched=bool(states))

    def hide(self) -> None:
        """Say nothing."""
        self._show(whole=False, matched=False)

    def _show(self, *, whole: bool, matched: bool) -> None:
        self._name.setVisible(whole)
        self._value.setVisible(whole)
        self._mark.setVisible(matched)
        self._figures.setVisible(matched)


def _off(match: Match) -> Decimal:
    """By how much a figure is missed; what says nothing of that comes last."""
    return Decimal(1) if match.miss is None else abs(match.miss)


class GivenList(QWidget):
    """A line for each number that the schedule gives, with the figures of the topic that it reproduces."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = _grid(self)
        self._lines: list[_GivenLine] = []
        self.setAccessibleName(self.tr("What the same schedule gives"))

    def show_given(self, found: Sequence[Given], currency: str) -> None:
        """List the totals, and the single years that some figure can be; payments are listed by themselves."""
        shown = [one for one in found if one.reading.kind is not ReadingKind.PAYMENT]
        while len(self._lines) < len(shown):
            self._lines.append(_GivenLine(self._grid, len(self._lines)))
        told: list[str] = []
        for line, one in zip(self._lines, shown, strict=False):
            surest = sorted(
                (match.state is not MatchState.REPRODUCED, _off(match), row.figure) for row, match in one.rows
            )
            figures = list(dict.fromkeys(figure for *_, figure in surest))
            name, value = amounts.reading_name(one.reading), amounts.value(one.reading, currency)
            line.show_line(name, value, [match.state for _, match in one.rows], figures)
            told.append(f"{name} {value}" + (self.tr(", reproduces {0}").format(", ".join(figures)) if figures else ""))
        for line in self._lines[len(shown) :]:
            line.hide()
        self.setAccessibleDescription("; ".join(told))


def _grid(parent: QWidget) -> QGridLayout:
    """Lines in columns that share their edges; the last takes what is left."""
    made = QGridLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setVerticalSpacing(1)
    made.setHorizontalSpacing(6)
    made.setColumnStretch(3, 1)
    return made
