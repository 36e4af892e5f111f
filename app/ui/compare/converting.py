"""The figures of a comparison on the common basis: at once where they are few, else off the window's thread."""

from PySide6.QtCore import QObject, Signal

from app.domain.figure import Kind
from app.services.desk import Desk
from app.services.exports.pages import Arranged
from app.services.topics import common_basis
from app.services.topics.common_basis import Found, Per
from app.services.topics.comparing import Comparison
from app.services.topics.regrouping import By
from app.ui.compare.arrangement import Arrangement
from app.ui.compare.common_choice import CommonChoice
from app.ui.threads.reading import Reading

FEW = 200
"""Rows that are converted, or read once more, within a frame or two."""


class Converting(QObject):
    """Converts what is compared as `choice` says; what stood before stands until the new figures are there."""

    ready = Signal()
    """`found` is new."""
    broke = Signal(str)
    """A sentence for the person; the figures stand as printed."""

    def __init__(self, choice: CommonChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._comparison: Comparison | None = None
        self._asked: Arrangement | None = None
        """What `found` holds, or what is being converted."""
        self._found: Found | None = None
        self._reading = Reading(self)
        self._reading.problem.connect(self.broke)

    def found(self) -> Found | None:
        """The figures on the common basis, None where they stand as printed."""
        return self._found

    def arranged(self, by: By) -> Arranged:
        """How the figures stand now, in groups of this kind, for what is taken away."""
        return Arranged(by=by, found=self._found, basis=self._choice.words() if self._found is not None else "")

    def is_running(self) -> bool:
        """Whether figures are still being converted."""
        return not self._reading.is_idle()

    def show(self, desk: Desk | None, comparison: Comparison | None, kept: Arrangement) -> None:
        """Convert a comparison as it is arranged, if that is asked for and it is about money."""
        money = desk is not None and comparison is not None and comparison.topic.kind is Kind.MONEY
        if not money or not kept.common:
            self._reading.forget()
            self._comparison, self._asked, self._found = None, None, None
            if money:
                self._choice.choose(common=False, per=kept.per, prices=kept.prices)
            return
        same = comparison is self._comparison
        if same and self._asked is not None and _alike(self._asked, kept):
            return
        if not same:
            self._found = None
        self._comparison, self._asked = comparison, kept
        self._choice.choose(common=True, per=kept.per, prices=kept.prices)
        if desk is None or comparison is None:
            return
        many = len(comparison.rows) > FEW

        def keep(done: tuple[list[str], Per, Found]) -> None:
            years, per, self._found = done
            self._choice.offer(years)
            self._choice.choose(common=True, per=per, prices=kept.prices)
            if many:
                self.ready.emit()

        self._reading.ask([(lambda: _converted(desk, comparison, kept), keep)], apart=many)


def _alike(one: Arrangement, other: Arrangement) -> bool:
    return (one.common, one.per, one.prices) == (other.common, other.per, other.prices)


def _converted(desk: Desk, comparison: Comparison, kept: Arrangement) -> tuple[list[str], Per, Found]:
    """The years in whose prices the topic can be looked at, what its figures are told as, and how each is."""
    schedules = desk.scheduling.of(comparison.topic.topic_id)
    years = common_basis.price_years(comparison, schedules, desk.conversions)
    prices = kept.prices if kept.prices in years else next(iter(years), "")
    means = (prices, schedules, desk.scheduling, desk.conversions)
    per = kept.per or common_basis.first_per(comparison, *means)
    return years, per, common_basis.convert(comparison, per, *means)
