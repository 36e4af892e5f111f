"""As printed or on a common basis: which, and what the common basis is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.topics.common_basis import CASH, Per
from app.ui.compare.picker import Picker
from app.ui.compare.segments import Segments, follow

PRINTED, COMMON = "printed", "common"


class CommonChoice(QWidget):
    """As printed or on a common basis, and beside the latter per what and in which prices."""

    turned = Signal()
    """A person chose as printed or the common basis; `common` says which."""
    per_chosen = Signal()
    """A person chose what each figure covers; `per` says what."""
    prices_chosen = Signal()
    """A person chose the prices; `prices` says which."""

    def __init__(self, common: QAction) -> None:
        super().__init__()
        self._segments = Segments(
            self.tr("Figures"), [(PRINTED, self.tr("As printed")), (COMMON, self.tr("Common basis"))]
        )
        follow(self._segments, common)
        self._segments.choose(PRINTED)
        self._segments.chosen.connect(lambda _: self._turn())
        self._per, self._prices = Picker(self.tr("Each figure")), Picker(self.tr("Prices"))
        self._per.activated.connect(lambda _: self.per_chosen.emit())
        self._prices.activated.connect(lambda _: self.prices_chosen.emit())
        self._per.addItem(self.tr("Per year"), Per.YEAR)
        self._per.addItem(self.tr("In total"), Per.TOTAL)
        self._per.addItem(self.tr("As stated"), Per.STATED)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        for part in (self._segments, self._per, self._prices):
            line.addWidget(part)
        self._fit()

    def offer(self, years: Sequence[str]) -> None:
        """Offer prices of these years or `CASH`, staying with the chosen one if it is among them."""
        chosen = self.prices()
        self._prices.clear()
        for year in years:
            words = self.tr("Cash") if year == CASH else self.tr("{year} prices").format(year=year)
            self._prices.addItem(words, year)
        self._prices.setCurrentIndex(max(self._prices.findData(chosen), 0) if years else -1)

    def choose(self, *, common: bool, per: Per | None, prices: str) -> None:
        """Show another choice, of what nobody chose (None) the one that stands; without a signal."""
        self._segments.choose(COMMON if common else PRINTED)
        if per is not None:
            self._per.setCurrentIndex(self._per.findData(per))
        if (at := self._prices.findData(prices)) >= 0:
            self._prices.setCurrentIndex(at)
        self._fit()

    def common(self) -> bool:
        """Whether figures are told on the common basis."""
        return self._segments.current() == COMMON

    def per(self) -> Per:
        """What each figure covers."""
        return Per(self._per.currentData())

    def prices(self) -> str:
        """In the prices of which year, or `CASH`; empty where none can be chosen."""
        return str(self._prices.currentData() or "")

    def words(self) -> str:
        """What every figure is told as, empty where they stand as printed."""
        if not self.common():
            return ""
        return self.tr("on a common basis: {0}").format(f"{self._per.currentText()}, {self._prices.currentText()}")

    def _turn(self) -> None:
        self._fit()
        self.turned.emit()

    def _fit(self) -> None:
        for box in (self._per, self._prices):
            box.setVisible(self.common())
