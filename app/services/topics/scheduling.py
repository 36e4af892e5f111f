"""Dated payments carried out under stated assumptions, and which figures of a topic they reproduce."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from app.comparison.schedules import assumptions, payment_rows, schedule as carrying, turning_points
from app.comparison.statement import Statement
from app.domain.basis import BasisKind
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.schedule import (
    Assumptions,
    Band,
    DiscountTable,
    Flip,
    Match,
    Payment,
    Reading,
    ReadingKind,
    Run,
    Schedule,
    Terms,
)
from app.services.topics import tables
from app.services.topics.comparing import Comparison, Row
from app.services.topics.conversions import Conversions
from app.store.clock import now
from app.store.project import Project

MOST_LAG = 100
NAME = "Payment schedule"
"""What a schedule is called that the analyst did not name."""
CAVEAT = "Holds under these assumptions only; they are not the government actuary's."
Search = Callable[[int], Flip | None]
"""Tries so many values more and gives what was found, None while there is more to try."""
REACH = (Decimal(0), Decimal(5))
"""Per cent a year between which inflation can be moved."""
_TOTALS = (ReadingKind.NOMINAL, ReadingKind.REAL, ReadingKind.AVERAGE, ReadingKind.PRESENT_VALUE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A number that a schedule gives, with the figures of the topic that it reproduces."""

    reading: Reading
    rows: tuple[tuple[Row, Match], ...]


class Scheduling:
    """The payment schedules of one open project."""

    def __init__(self, project: Project, conversions: Conversions) -> None:
        self._project = project
        self._conversions = conversions

    def of(self, topic_id: str) -> list[Schedule]:
        """The schedules of a topic, the first made first."""
        with self._project.reading() as store:
            return store.schedules.of_topic(topic_id)

    def set(self, schedule: Schedule) -> tuple[str, Changes]:
        """Keep a schedule as one act, in the place of the one with its id; gives its id.

        UserError says what of the payments or the assumptions cannot be.
        """
        named = replace(schedule, name=" ".join(schedule.name.split()) or NAME, note=schedule.note.strip())
        payment_rows.checked(named.payments)
        if named.assumed.discount not in tables.SHIPPED_DISCOUNTS:
            raise _bad(
                f"The table {named.assumed.discount} is a file outside the project",
                "Use it in the shipped table’s place, then the project holds it.",
            )
        self.terms(named)
        with self._project.writing(f"{'change' if named.schedule_id else 'enter'} the schedule {named.name}") as store:
            schedule_id = store.schedules.set(named)
        return schedule_id, store.changes

    def remove(self, schedule_id: str) -> Changes:
        """Take a schedule out of its topic."""
        with self._project.writing("remove a schedule") as store:
            store.name_act(f"remove the schedule {store.schedules.get(schedule_id).name}")
            store.schedules.remove(schedule_id)
        return store.changes

    def choose(self, claim_ids: Sequence[str], reading: Reading, price_year: str) -> Changes:
        """Settle which reading of several a figure is: it is kept as the basis of its claims, as one act."""
        fields = _basis_of(reading, price_year)
        with self._project.writing("choose a reading") as store:
            store.name_act(f"choose a reading of {store.claims.get(claim_ids[0]).claim.surface}")
            for claim_id in claim_ids:
                store.claims.set_basis(claim_id, fields, now())
        return store.changes

    def terms(self, schedule: Schedule) -> Terms:
        """The assumptions of a schedule, settled; UserError says which of them cannot be."""
        with self._project.reading() as store:
            discounts = self._conversions.means(store).discounts
        return _terms(schedule.assumed, schedule.last_year, discounts)

    def run(self, schedule: Schedule) -> Run:
        """The schedule carried out under its own assumptions."""
        return carrying.run(schedule.payments, self.terms(schedule))

    def flip(self, schedule: Schedule, rows: Sequence[Row], *, reach: tuple[Decimal, Decimal] = REACH) -> Flip:
        """Where figures begin or cease to be reproduced while the inflation of the last years moves.

        Of several figures all have to be reproduced: a pair joined by the schedule. `reach` is the range tried, in per
        cent a year.
        """
        return self._turning(schedule, rows, reach).flip()

    def search(self, schedule: Schedule, rows: Sequence[Row]) -> Search:
        """What `flip` gives, in turns, for a window that must not wait."""
        return self._turning(schedule, rows, REACH).go_on

    def _turning(
        self, schedule: Schedule, rows: Sequence[Row], reach: tuple[Decimal, Decimal]
    ) -> turning_points.Turning:
        figures = [_statement(row) for row in rows]
        return turning_points.Turning(schedule.payments, self.terms(schedule), figures, *reach)


def carry_out(path: Path, assumed: Assumptions) -> Run:
    """The run of the payments in a CSV file; UserError says what of the file or the assumptions cannot be read."""
    payments = payments_in(path)
    last = max(payment.last_year for payment in payments)
    return carrying.run(payments, _terms(assumed, last, tables.discounts))


def payments_in(path: Path, currency: str = "") -> tuple[Payment, ...]:
    """The payments in a CSV file, in this currency where it names none; UserError says what of it cannot be read."""
    return payment_rows.parse_payments(tables.text_of(path), currency)


def pasted(text: str, currency: str) -> tuple[Payment, ...]:
    """Payments from rows of a spreadsheet or of CSV, with column names or without; UserError names the line."""
    return payment_rows.parse_payments(text, currency)


def entered(rows: Sequence[Sequence[str]], currency: str) -> tuple[Payment, ...]:
    """Payments typed cell by cell, all in one currency; UserError names the row that cannot be read."""
    return payment_rows.typed(rows, currency)


def whole(typed: str) -> int:
    """A whole number as typed; UserError where it is none."""
    if not re.fullmatch(r"\s*\d{1,6}\s*", typed):
        raise _bad(f"“{typed}” is no whole number", "Type one such as 99.")
    return int(typed)


def path_of(assumed: Assumptions) -> tuple[Band, ...]:
    """The price path of assumptions: bands of yearly steps."""
    return assumptions.parse_inflation(assumed.inflation)


def path_text(path: Sequence[Band]) -> str:
    """A price path as it is typed: "1.75x4,2.31"."""
    return assumptions.inflation_text(path)


def matches(comparison: Comparison, done: Run) -> list[tuple[Row, Match]]:
    """Every figure of a topic with the readings of the schedule that it can be, in the order of the comparison."""
    derived = carrying.readings(done)
    return [(row, carrying.match(_statement(row), done, derived)) for row in comparison.rows]


def given(done: Run, found: Sequence[tuple[Row, Match]]) -> list[Given]:
    """The totals of a run, and each payment and year of it that a figure can be, with the figures that are theirs."""
    told = [reading for reading in carrying.readings(done) if reading.kind in _TOTALS]
    others = [reading for _, match in found for reading in match.readings if reading.kind not in _TOTALS]
    order = list(ReadingKind)
    others.sort(key=lambda reading: (order.index(reading.kind), reading.first_year or 0))
    return [
        Given(reading=reading, rows=tuple((row, match) for row, match in found if reading in match.readings))
        for reading in (*told, *dict.fromkeys(others))
    ]


def flip_words(flip: Flip, *, both: bool = False) -> str:
    """Where it turns, as a sentence; `both` says it of two figures that have to be reproduced together."""
    low, high = (f"{end:f}" for end in REACH)
    subject, are = ("Both are", "both") if both else ("It is", "it")
    if not flip.below and not flip.above:
        if flip.matched:
            return f"{subject} reproduced at any inflation from {low} to {high} %."
        return f"No inflation from {low} to {high} % reproduces {are}."
    places = 2 if _apart((flip.now, *flip.below, *flip.above), 2) else 3
    below, above = ([f"{turn:.{places}f} %" for turn in side] for side in (flip.below, flip.above))
    if flip.matched:
        ends = [*(f"below {turn}" for turn in below[:1]), *(f"above {turn}" for turn in above[:1])]
        return f"{'The two come into conflict' if both else 'Ceases to be a match'} {' and '.join(ends)} inflation."
    said = []
    for word, side in (("below", below), ("above", above)):
        if side:
            until = f", and {'cease' if both else 'ceases'} to be one {word} {side[1]}" if len(side) > 1 else ""
            said.append(f"{word} {side[0]} inflation{until}")
    return f"{'The two become' if both else 'Becomes'} a match {'; or '.join(said)}."


def _basis_of(reading: Reading, price_year: str) -> dict[str, str | None]:
    """What a figure measures that is this reading."""
    real = f"real:{price_year}" if price_year else "real"
    first, last = reading.first_year, reading.last_year
    if first is not None:
        years = f"year {first}" if first == last else f"years {first} to {last}"
        return {"scope": years, "price": real if reading.kind is ReadingKind.YEAR_REAL else "cash"}
    return {
        ReadingKind.NOMINAL: {"kind": BasisKind.TOTAL.value, "per": None, "price": "nominal"},
        ReadingKind.REAL: {"kind": BasisKind.TOTAL.value, "per": None, "price": real},
        ReadingKind.PRESENT_VALUE: {"kind": BasisKind.TOTAL.value, "per": None, "price": "npv"},
    }.get(reading.kind, {"scope": "average", "price": real})


def _apart(values: Sequence[Decimal], places: int) -> bool:
    """Whether values stay apart when they are rounded to so many places."""
    return len({f"{value:.{places}f}" for value in values}) == len(values)


def _statement(row: Row) -> Statement:
    return Statement(claim=row.line.record.claim, published=None, text=row.line.sentence)


def _terms(assumed: Assumptions, last: int, discounts: Callable[[str], DiscountTable]) -> Terms:
    return Terms(
        years=_years(assumed.years, last),
        inflation=assumptions.parse_inflation(assumed.inflation),
        discount=discounts(assumed.discount),
        lag=_lag(assumed.lag),
        price_year=_price_year(assumed.price_year),
    )


def _years(years: int | None, last: int) -> int:
    if years is None:
        return last
    if not assumptions.FEWEST_YEARS <= years <= assumptions.MOST_YEARS:
        raise _bad(
            f"A schedule cannot have {years:,} years",
            f"Give it {assumptions.FEWEST_YEARS} to {assumptions.MOST_YEARS:,}.",
        )
    return years


def _lag(lag: int) -> int:
    if not 0 <= lag <= MOST_LAG:
        raise _bad(f"The first year cannot stand {lag:,} steps after the price year", f"Give it 0 to {MOST_LAG}.")
    return lag


def _price_year(typed: str) -> str:
    if not re.fullmatch(r"\d{4}(?:/\d\d)?", typed):
        raise _bad(f"The price year “{typed}” cannot be read", "Write it as 2025 or as 2025/26.")
    return typed


def _bad(what: str, remedy: str) -> UserError:
    return UserError(f"{what}; nothing was done. {remedy}", reason="bad-assumption")
