"""What holds for every two statements whatever they say, tried on invented ones."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from app.comparison import pair, verdict
from app.comparison.amounts import interval
from app.comparison.amounts.currency import Rates
from app.comparison.conversion import price_base
from app.comparison.statement import Statement
from app.domain.claim import Stance
from app.domain.figure import Figure, Kind
from app.domain.interval import Bounds
from app.domain.schedule import PriceIndex, Table
from app.domain.verdict import Judgement, Reason, Verdict
from tests.comparison.statements import day, figure, statement

RATES = Rates()
INDEX = PriceIndex(
    table=Table(name="GDP deflator", version="", source="", licence="", date=""),
    levels=tuple((2015 + step, Decimal(80) + step * Decimal("1.7")) for step in range(12)),
)
EXAMPLES = settings(max_examples=150, deadline=None, derandomize=True)

NUMBERS = st.sampled_from(["12", "100m", "101m", "34.7bn", "35bn", "200", "0.5", "5,000", "-3.4"])
UNITS = st.sampled_from(["GBP", "USD", "EUR", None, "percent", "percentage_point", "missile", "soldier", "kilometre"])
WORDS = st.sampled_from(["", "about", "nearly", "more than", "at least", "up to", "at most", "less than", "just over"])
TEXTS = st.sampled_from(
    [
        "",
        "The previous contract for the army was signed in May.",
        "A new order in France is now put higher, excluding pensions.",
        "Germany has given more, including pensions, of which a part is core spending.",
        "The funding gap rose from 2.5% to 3.5%, according to the same agency copy.",
    ]
)
BASES = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["rate", "total", "one-off", "level", "share", "change"]),
        "price": st.sampled_from(["cash", "real", "real:2019", "real:2023/24", "npv"]),
        "horizon": st.sampled_from(["P4Y", "P10Y", "2025/2035"]),
        "scope": st.sampled_from(["average", "years 1-3", "from year 4", "core defence", "including options"]),
        "denominator": st.sampled_from(["GDP", "national income"]),
        "target_date": st.sampled_from(["2032", "2035"]),
        "period": st.sampled_from(["2023", "2024"]),
        "status": st.sampled_from(["reported", "signed"]),
        "baseline": st.sampled_from(["extra", "last year's budget"]),
        "assumption": st.sampled_from(["prices rise 2%", "prices rise 3%"]),
    },
)


@st.composite
def numbers(draw: st.DrawFn) -> Figure:
    """A number, a range, a vague amount or a fraction."""
    written, words, per = draw(NUMBERS), draw(WORDS), draw(st.sampled_from([None, "year", "month"]))
    form = draw(st.sampled_from(["number", "number", "range", "vague", "fraction"]))
    if form == "range":
        return figure("10m", draw(st.sampled_from(["GBP", "missile"])), words, per=per, to="25m")
    if form == "vague":
        return figure("10m", "GBP", per=per, to="100m", vague=True)
    if form == "fraction":
        return figure("33.3333", "percent", words, fraction=True)
    return figure(written, draw(UNITS), words, per=per)


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    """A figure of any kind on any basis."""
    dates = st.builds(day, st.sampled_from(["2032", "2035", "2025-05-22", "2025-05"]))
    said = draw(st.one_of(numbers(), numbers(), dates, st.just(Figure(kind=Kind.DURATION, date="P99Y"))))
    return statement(
        said,
        draw(TEXTS),
        on=draw(st.sampled_from(["2025-03-02", "2025-05-22", None])),
        speaker=draw(st.sampled_from([None, "Ada Fenwick", "officials"])),
        stance=draw(st.sampled_from([None, Stance.DENIES])),
        origin=draw(st.sampled_from([None, "wire-1"])),
        **draw(BASES),
    )


def judged(a: Statement, b: Statement) -> Judgement:
    return verdict.judge(a, b, RATES, INDEX)


def said_with(words: str, said: Statement) -> Statement:
    """The statement with its figure hedged in other words."""
    return replace(said, claim=replace(said.claim, figure=replace(said.claim.figure, qualifier_words=words)))


def holds(bounds: Bounds, value: Decimal) -> bool:
    point = Bounds(low=value, high=value, closed_high=True)
    return bounds.meets(point)


def lies_within(inner: Bounds, outer: Bounds) -> bool:
    low = outer.low < inner.low or (outer.low == inner.low and (outer.closed_low or not inner.closed_low))
    return low and (
        outer.high > inner.high or (outer.high == inner.high and (outer.closed_high or not inner.closed_high))
    )


@EXAMPLES
@given(a=statements(), b=statements())
def test_the_order_of_the_two_never_changes_the_answer(a: Statement, b: Statement) -> None:
    answer = judged(a, b)
    assert answer == judged(b, a)
    assert answer.sentence
    assert 0 < len(answer.short.split()) <= 6


@EXAMPLES
@given(said=numbers())
def test_what_was_printed_lies_within_what_it_can_have_been(said: Figure) -> None:
    found = interval.of(said)
    assert found is not None
    assert lies_within(found.core, found.halo)


def dimension(said: Statement) -> str:
    claim = said.claim
    if claim.figure.kind is not Kind.PERCENTAGE:
        return claim.figure.kind.value
    return "points" if claim.figure.unit == "percentage_point" else "share"


@EXAMPLES
@given(a=statements(), b=statements())
def test_what_no_basis_joins_is_never_compared(a: Statement, b: Statement) -> None:
    both = {dimension(a), dimension(b)}
    if len(both) == 1:
        return
    answer = judged(a, b)
    if both == {"share", "points"}:
        joined = {Reason.PCT_VS_PP, Reason.DERIVED, Reason.DIFFERENT_MEASURE, Reason.DIFFERENT_EVENT}
        assert joined.intersection(answer.reasons)
    elif both == {"share", "money"}:
        assert answer.verdict in (Verdict.NOT_COMPARABLE, Verdict.DIFFERS_BY_BASIS)
    else:
        assert answer.verdict is Verdict.NOT_COMPARABLE


LOOSER = [
    ("", "about"),
    ("just under", "nearly"),
    ("at most", "up to"),
    ("less than", "at most"),
]


@pytest.mark.parametrize(("tight", "loose"), LOOSER)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(a=statements(), b=statements())
def test_saying_less_exactly_never_makes_a_conflict(tight: str, loose: str, a: Statement, b: Statement) -> None:
    before, after = (interval.of(said_with(words, a).claim.figure) for words in (tight, loose))
    if before is None or after is None:
        return
    assert lies_within(before.halo, after.halo)
    if judged(said_with(tight, a), b).verdict in (Verdict.COMPATIBLE, Verdict.AGREE):
        assert judged(said_with(loose, a), b).verdict is not Verdict.CONFLICT


AMOUNTS = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent), st.integers(1, 99_999), st.integers(0, 12)
)


def money(amount: Decimal, unit: str = "GBP") -> Figure:
    return Figure(kind=Kind.MONEY, low=amount, high=amount, unit=unit)


def core_of(said: Figure) -> Bounds:
    found = interval.of(said)
    assert found is not None
    return found.core


@EXAMPLES
@given(
    amount=AMOUNTS,
    unit=st.sampled_from(["GBP", "USD", "JPY"]),
    other=st.sampled_from(["EUR", "INR", "GBP"]),
    on=st.dates(min_value=datetime.date(2010, 1, 4), max_value=datetime.date(2025, 5, 30)),
)
def test_another_currency_and_back_is_still_the_number(
    amount: Decimal, unit: str, other: str, on: datetime.date
) -> None:
    there = RATES.convert(amount, unit, other, on)
    assert there is not None
    back = RATES.convert(there.amount, other, unit, on)
    assert back is not None
    assert holds(core_of(money(amount, unit)), back.amount)


@EXAMPLES
@given(amount=AMOUNTS, source=st.integers(2016, 2025), target=st.integers(2016, 2025), financial=st.booleans())
def test_another_price_year_and_back_is_still_the_number(
    amount: Decimal, source: int, target: int, financial: bool
) -> None:
    years = [f"{year}/{year % 100 + 1}" if financial else str(year) for year in (source, target)]
    there, back = price_base.factor(years[0], years[1], INDEX), price_base.factor(years[1], years[0], INDEX)
    assert there is not None
    assert back is not None
    assert holds(core_of(money(amount)), amount * there * back)


@EXAMPLES
@given(amount=AMOUNTS, periods=st.integers(1, 1200))
def test_a_rate_multiplied_out_and_divided_again_is_still_the_number(amount: Decimal, periods: int) -> None:
    rate = pair.side(statement(money(amount)))
    again = rate.scaled(Decimal(periods)).scaled(1 / Decimal(periods))
    assert again.value is not None
    assert again.interval is not None
    assert rate.interval is not None
    assert holds(rate.interval.core, again.value)
    assert holds(again.interval.core, amount)
