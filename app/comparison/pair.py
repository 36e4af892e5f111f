"""Two statements brought to where they can be set against each other: one unit, with what that took."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from app.comparison import facts, interval
from app.comparison.currency import Conversion
from app.comparison.facts import Facts
from app.comparison.statement import Statement
from app.comparison.widths import Row, row_of
from app.domain.figure import Figure, Kind
from app.domain.interval import Interval
from app.domain.verdict import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One statement of a pair. `reach`, `printed` and `value` are in the pair's unit, None where it has no number."""

    statement: Statement
    facts: Facts
    row: Row
    reach: Interval | None
    """What the figure can mean, its words taken into account."""
    printed: Interval | None
    """The same of the number alone."""
    value: Decimal | None
    converted: Conversion | None = None
    """Where the number was brought into another currency."""

    @property
    def figure(self) -> Figure:
        """The figure as the text states it."""
        return self.statement.claim.figure

    @property
    def is_plain(self) -> bool:
        """Whether the figure was printed without qualifier or range, and was not converted."""
        figure = self.figure
        return self.row is Row.PLAIN and not figure.is_range and not figure.vague and self.converted is None

    def scaled(self, factor: Decimal) -> "Side":
        """The side after its number was multiplied by a factor of the pair."""
        return replace(
            self,
            reach=self.reach and interval.scaled(self.reach, factor),
            printed=self.printed and interval.scaled(self.printed, factor),
            value=None if self.value is None else self.value * factor,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides in one order whichever came first, so that a verdict and its words are the same both ways.

    `unit` is the common unit; `reasons` collects what had to be done to get there; `notes` are sentences about it.
    """

    a: Side
    b: Side
    unit: str | None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()
    conversion: str | None = field(default=None)

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, in the pair's order."""
        return self.a, self.b

    @property
    def halos_meet(self) -> bool:
        """Whether the two can be one number, rounding and hedges allowed."""
        return self.a.reach is not None and self.b.reach is not None and self.a.reach.halo.meets(self.b.reach.halo)

    @property
    def printed_meet(self) -> bool:
        """Whether the bare numbers can be one number; an open bound does not count."""
        first, second = self.a.printed, self.b.printed
        return first is not None and second is not None and first.halo.meets(second.halo)

    @property
    def same_number(self) -> bool:
        """Whether the two print one number, of whatever."""
        return self.a.value is not None and self.a.value == self.b.value


def side(statement: Statement) -> Side:
    """A statement with its intervals in its own unit."""
    figure = statement.claim.figure
    return Side(
        statement=statement,
        facts=facts.read(statement),
        row=row_of(figure),
        reach=interval.of(figure),
        printed=interval.plain(figure),
        value=interval.value_of(figure),
    )


def of(a: Statement, b: Statement) -> Pair:
    """The pair of two statements, before any unit is brought to another's."""
    first, second = sorted((a, b), key=_order)
    unit = first.claim.figure.unit if first.claim.figure.kind is not Kind.DURATION else "year"
    return Pair(a=side(first), b=side(second), unit=unit)


def _order(statement: Statement) -> tuple[str, Decimal, str, str]:
    """Earlier first, then smaller; the rest settles ties, so that which of the two came first never matters."""
    day = statement.published.isoformat() if statement.published else "9999"
    return day, interval.value_of(statement.claim.figure) or Decimal(0), statement.text, repr(statement)
