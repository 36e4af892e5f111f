"""How much a verdict has to do, counted: a statement's words are read once, however many it is set against."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from app.comparison import pair, verdict
from app.comparison.amounts.currency import Rates
from app.comparison.statement import Statement
from app.domain.figure import Figure, Kind
from tests.comparison.statements import figure, statement
from tests.support.call_counts import calls, steps

RATES = Rates()
SHAPES = (
    "The bridge will cost £{n}m a year in France, the council said, excluding pensions.",
    "Britain pays £{n}m a year for roads under the treaty signed in May, and the figure was revised.",
    "A previous contract for the ferries was worth £{n}m a year over the first 3 years.",
)


def said(number: int, shape: int) -> Statement:
    text = SHAPES[shape].format(n=number)
    return statement(figure(f"{number}m", per="year"), text, surface=f"£{number}m a year")


def topic(first: int, count: int) -> list[Statement]:
    return [said(first + at, at % len(SHAPES)) for at in range(count)]


def against(pin: Statement, others: list[Statement]) -> None:
    for other in others:
        verdict.judge(other, pin, RATES)


def reads(action: Callable[[], object]) -> int:
    """How many statements have their words read."""
    return calls(action, Statement.told)[0]


def test_every_statement_is_read_once_and_the_pin_with_them() -> None:
    pin, others = said(7000, 0), topic(7001, 60)

    def compare() -> None:
        against(pin, others)
        against(pin, others)
        against(others[0], others)

    assert reads(compare) == len(others) + 1


def test_an_equal_statement_made_anew_is_not_read_again() -> None:
    first, again = said(8000, 1), said(8000, 1)
    assert first is not again
    assert reads(lambda: against(first, [first])) == 1
    assert reads(lambda: against(again, [again])) == 0


def test_a_second_look_at_a_topic_takes_half_the_work() -> None:
    pin, others = said(9000, 0), topic(9001, 30)
    against(pin, topic(9500, 3))
    cold, warm = (steps(lambda: against(pin, others)) for _ in range(2))
    assert warm < cold / 2


def test_work_grows_as_the_topic_does_and_no_faster() -> None:
    pin = said(10_000, 0)
    few, many = topic(30_001, 30), topic(20_001, 120)
    assert steps(lambda: against(pin, many)) < 4.5 * steps(lambda: against(pin, few))


def test_equal_numbers_that_were_written_otherwise_are_kept_apart() -> None:
    written, spelled = (
        statement(Figure(kind=Kind.MONEY, low=amount, high=amount, unit="GBP"), "As much.")
        for amount in (Decimal("2E9"), Decimal(2_000_000_001) - 1)
    )
    assert written == spelled
    rough, exact = pair.side(written).interval, pair.side(spelled).interval
    assert rough is not None
    assert exact is not None
    assert rough.halo.high > exact.core.high
    assert pair.side(replace(written)).interval == rough
