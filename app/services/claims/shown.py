"""What every screen says of a claim beside its own words: its basis, and what its number can mean."""

from dataclasses import dataclass

from app.comparison.amounts import interval
from app.comparison.topics import basis
from app.domain.claim import Claim
from app.domain.interval import Interval
from app.domain.labels import Chip


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim as screens show it. Each part is read when it is asked for: a grid paints one of them a cell."""

    claim: Claim

    @property
    def chips(self) -> tuple[Chip, ...]:
        """The slots of its basis, what is not stated last."""
        return basis.chips(self.claim)

    @property
    def measures(self) -> str:
        """What the figure measures: "per year", "total", "present value"; empty where that is not stated."""
        return basis.measures(self.claim)

    @property
    def prices(self) -> str:
        """In which prices it is: "real, 2019 prices", "cash", "discounted"; empty where that is not stated."""
        return basis.prices(self.claim)

    @property
    def years(self) -> str:
        """Which years of a schedule it is for: "years 1–3"; empty where that is not stated."""
        return basis.years(self.claim)

    @property
    def interval(self) -> Interval | None:
        """What the number can mean, in its own unit; None for dates and for what has no number."""
        width = interval.of(self.claim.figure)
        return width and interval.in_own_unit(width, self.claim.figure)
