"""The words for a conflict: by how much, what neither states, and what would settle it."""

from collections.abc import Sequence
from decimal import Decimal

from app.comparison.amounts.widths import Hedge
from app.comparison.explaining import naming
from app.comparison.explaining.naming import Words
from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, values
from app.comparison.words.facts import Facts
from app.domain import edtf
from app.domain.figure import Kind
from app.domain.verdict import Between, Reason, Size
from app.domain.wording import amount, date, times

_CLOSE = Decimal("0.25")
"""Below this share of the printed gap, rounding may have made most of it."""
_YEARS_FROM = 23
"""Months from which dates are told apart in years."""
_A_YEAR = 366
"""Days."""


def conflict(pair: Pair, reasons: Sequence[Reason]) -> Words:
    """The two cannot both hold."""
    a, b = (naming.named(side, pair.unit) for side in pair.sides)
    if Reason.TARGET_DATE in reasons or Reason.HORIZON in reasons:
        return _conflict_of_times(pair, reasons, a, b)
    if Reason.PCT_VS_PP in reasons:
        sentence = f"Conflict: {a} and {b} cannot both follow from the end points that both texts state."
        return Words(
            sentence=naming.noted(pair, reasons, sentence),
            short="the sums do not hold",
            question="Which of the two sums is right?",
        )
    said = _product(pair) if Reason.ANNUALISED in reasons else _ratio(pair)
    sentence = f"Conflict: {said}{silence(pair)}."
    if Reason.SUSPECT_SLIP in reasons:
        sentence += " The ratio is that of a slip of the pen; look at the unit."
    size = values.size(pair)
    if size is not None and size.least is not None and size.least < _CLOSE * size.gap:
        sentence += f" Rounded as they may be, they can lie as little as {amount(size.least, size.unit)} apart."
    short = _apart(pair, size)
    return Words(sentence=naming.noted(pair, reasons, sentence), short=short, question=_conflict_question(pair))


def dates_apart(pair: Pair, reasons: Sequence[Reason], size: Size | None) -> Words:
    """Two dates of one thing that do not meet."""
    a, b = (naming.named(side, None) for side in pair.sides)
    apart = _time_apart(pair, size)
    question = "Which deadline is in force?" if Reason.TARGET_DATE in reasons else "Which document gives the date?"
    sentence = naming.noted(pair, reasons, f"Conflict: {a} and {b} lie {apart} apart.")
    return Words(sentence=sentence, short=f"{apart} apart", question=question)


def _ratio(pair: Pair) -> str:
    a, b = pair.sides
    if pair.is_opposite:
        return f"{naming.named(a, pair.unit)} and {naming.named(b, pair.unit)} are a rise and a fall"
    if a.value is None or b.value is None:
        return f"{naming.named(a, pair.unit)} and {naming.named(b, pair.unit)} do not meet"
    large, small = (a, b) if abs(a.value) >= abs(b.value) else (b, a)
    if small.value and (large.value or 0) / small.value > 0:
        ratio = (large.value or Decimal(0)) / small.value
        exact = large.is_plain and small.is_plain and (times(ratio) != "twice" or ratio == 2)
        about = "" if exact else "about "
        if any(map(values.is_range, pair.sides)):
            return _beyond(pair, large, small)
        if ratio >= values.MINOR:
            named = naming.named(large, pair.unit)
            return f"{named} is {about}{times(ratio)} {_quoted(small, pair)}"
    gap = amount(abs(a.value - b.value), values.gap_unit(pair))
    return f"{naming.named(large, pair.unit)} and {naming.named(small, pair.unit)} lie {gap} apart"


def _quoted(side: Side, pair: Pair) -> str:
    """A figure after words of comparison: hedged, in quotation marks, lest "as high as" be read with the ratio."""
    words = naming.named(side, pair.unit)
    return words if side.hedge is Hedge.PLAIN else f"“{words}”"


def _beyond(pair: Pair, large: Side, small: Side) -> str:
    """How far a figure lies from the nearer end of a range."""
    said = f"{naming.named(large, pair.unit)} and {_quoted(small, pair)} do not meet"
    least = values.least_gap(pair)
    return said if least is None else f"{said}: they lie at least {amount(least, values.gap_unit(pair))} apart"


def _apart(pair: Pair, size: Size | None) -> str:
    """The gap of two numbers, and between what it lies unless both are plain; of a range the least that it can be."""
    if size is not None and size.between is not Between.MIDDLE:
        how = " once converted" if size.between is Between.CONVERTED else " as printed"
        return f"{amount(size.gap, size.unit)} apart{'' if all(side.is_plain for side in pair.sides) else how}"
    return "do not meet" if size is None or size.least is None else f"at least {amount(size.least, size.unit)} apart"


def _product(pair: Pair) -> str:
    total = pair.b if annual.is_rate(pair.a) else pair.a
    return f"{pair.conversion}, and the total is given as {naming.named(total, pair.unit)}"


def silence(pair: Pair) -> str:
    """What neither states, of what a reader would need: "; neither states years or prices"."""
    if pair.a.figure.kind is not Kind.MONEY:
        return ""
    missing = []
    if not any(
        side.facts.years or side.facts.horizon or side.facts.average or side.facts.period for side in pair.sides
    ):
        missing.append("years")
    if not any(side.facts.price for side in pair.sides):
        missing.append("prices")
    return f"; neither states {' or '.join(missing)}" if missing else ""


def _conflict_question(pair: Pair) -> str:
    lengths = [side.facts.horizon for side in pair.sides]
    if pair.a.figure.kind is Kind.MONEY and (lengths[0] is None) != (lengths[1] is None):
        open_side = pair.a if lengths[0] is None else pair.b
        return f"Over how many years is {naming.named(open_side, pair.unit)}?"
    silent = silence(pair)
    if "years or prices" in silent:
        return "Which years, and which prices, does each speaker mean?"
    if "years" in silent:
        return "Which years does each speaker mean?"
    if "prices" in silent:
        return "Which prices does each speaker mean?"
    return "Which source does each figure come from, and how was it counted?"


def _due(facts: Facts, *, to_the_day: bool = False) -> str:
    """The deadline of a figure, or from when on it is to be so."""
    word, day = ("by", facts.target[1]) if facts.target else ("from", facts.begins[0] if facts.begins else None)
    assert day is not None
    return f"{word} {date(day.isoformat()) if to_the_day else day.year}"


def _conflict_of_times(pair: Pair, reasons: Sequence[Reason], a: str, b: str) -> Words:
    one, other = pair.a.facts, pair.b.facts
    if Reason.TARGET_DATE in reasons:
        first, second = _due(one), _due(other)
        if first == second:
            first, second = _due(one, to_the_day=True), _due(other, to_the_day=True)
        said = f"Conflict: {a} {first} in one, {b} {second} in the other."
        return Words(
            sentence=naming.noted(pair, reasons, said),
            short=f"{first} against {second.removeprefix('by ')}",
            question="Which deadline is in force?",
        )
    said = (
        f"Conflict: {a} over {naming.length(one)} in one, {b} over {naming.length(other)} in the other{_a_year(pair)}."
    )
    return Words(
        sentence=naming.noted(pair, reasons, said),
        short=f"over {naming.length(one)} against {naming.length(other)}",
        question="How many years does each figure cover?",
    )


def _a_year(pair: Pair) -> str:
    rates = []
    for side in pair.sides:
        if side.value is None or not side.facts.horizon or annual.is_rate(side):
            return ""
        rates.append(amount(side.value / side.facts.horizon, pair.unit))
    return f" ({rates[0]} against {rates[1]} a year)"


def _time_apart(pair: Pair, size: Size | None) -> str:
    """How far apart two dates begin, in the unit that people would use; of a stretch of years its nearer end counts."""
    days = [side.reading.days[0] if side.reading.days else edtf.days(side.figure.date or "") for side in pair.sides]
    if days[0] is None or days[1] is None:
        return amount(size.gap, "day") if size else ""
    earlier, later = sorted((days[0], days[1]))
    is_long = any((end - start).days > _A_YEAR for start, end in (earlier, later))
    first, last = earlier[1] if is_long else earlier[0], later[0]
    months = 12 * (last.year - first.year) + last.month - first.month
    if months >= _YEARS_FROM:
        return amount(Decimal(round(months / 12)), "year")
    return amount(Decimal(months), "month") if months > 1 else amount(Decimal((last - first).days), "day")
