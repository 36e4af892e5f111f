"""The figures of a topic on one common basis, beside what was printed."""

from collections import Counter
from collections.abc import Sequence

from app.comparison.conversion import common_basis, price_base
from app.comparison.conversion.common_basis import CASH, Apart, Converted, Per, Target
from app.comparison.pair import side
from app.comparison.schedules import schedule as carrying
from app.comparison.statement import Statement
from app.comparison.words.facts import Facts
from app.domain.figure import Kind
from app.domain.schedule import Schedule
from app.services.topics.comparing import Comparison, Row, statement
from app.services.topics.conversions import Conversions
from app.services.topics.scheduling import Scheduling

__all__ = ["CASH", "Apart", "Converted", "Per", "convert", "first_per", "price_years"]

Found = dict[str, Converted | Apart]
"""By the claim that stands for a row: the figure on the common basis, or why it has none."""


def price_years(comparison: Comparison, schedules: Sequence[Schedule], conversions: Conversions) -> list[str]:
    """The years in whose prices the topic can be looked at, and `CASH`: first what most figures and schedules state.

    Cash comes first where nothing states any prices: then nothing is converted that nobody said. It also does where
    no schedule and no index leads from one year's prices to another's, as in every currency but the index's.
    """
    said = (price for row in comparison.rows if (price := _facts(row, comparison).price) is not None)
    stated = Counter(CASH if price.family == "cash" else price.year for price in said if price.family != "npv")
    stated.update(one.assumed.price_year for one in schedules)
    first = sorted(filter(None, stated), key=lambda year: (-stated[year], year == CASH))
    if comparison.currency != price_base.CURRENCY:
        return list(dict.fromkeys([*first, CASH] if schedules else [CASH, *first]))
    index = conversions.converting(comparison.currency).prices
    latest = sorted((str(year) for year, _ in index.levels), reverse=True)
    return list(dict.fromkeys([*first, CASH, *latest]))


def first_per(
    comparison: Comparison,
    price_year: str,
    schedules: Sequence[Schedule],
    scheduling: Scheduling,
    conversions: Conversions,
) -> Per:
    """What each figure covers where nobody chose: a year or in all where two figures can be told so, else as stated.

    In cash a figure as stated is the printed one, which nobody has to ask for.
    """
    for per in (Per.YEAR, Per.TOTAL):
        found = convert(comparison, per, price_year, schedules, scheduling, conversions).values()
        if sum(isinstance(one, Converted) for one in found) > 1:
            return per
    return Per.YEAR if price_year == CASH else Per.STATED


def convert(
    comparison: Comparison,
    per: Per,
    price_year: str,
    schedules: Sequence[Schedule],
    scheduling: Scheduling,
    conversions: Conversions,
) -> Found:
    """Every row on the common basis; a total covers the years of the first schedule, else those that most rows say."""
    if comparison.topic.kind is not Kind.MONEY or comparison.currency is None:
        return {row.claim_id: Apart(why="no amounts of money") for row in comparison.rows}
    runs = [(one, scheduling.run(one)) for one in schedules if one.currency == comparison.currency]
    given = [
        common_basis.Schedule(
            name=one.name, done=done, derived=carrying.readings(done), inflation=one.assumed.inflation
        )
        for one, done in runs
    ]
    years = runs[0][1].terms.years if runs else _years(comparison)
    target = Target(per=per, price_year=price_year, currency=comparison.currency, years=years)
    means = conversions.converting(comparison.currency)
    return {
        row.claim_id: common_basis.convert(_statement(row, comparison), target, means, given) for row in comparison.rows
    }


def _years(comparison: Comparison) -> int | None:
    said = (_facts(row, comparison).horizon for row in comparison.rows)
    counted = Counter(int(years) for years in said if years is not None and years == int(years))
    return min(counted, key=lambda years: (-counted[years], years), default=None)


def _facts(row: Row, comparison: Comparison) -> Facts:
    return side(_statement(row, comparison)).facts


def _statement(row: Row, comparison: Comparison) -> Statement:
    """The row as it was judged, so that what was read for its verdict is not read again."""
    return statement(row.line, comparison.currency)
