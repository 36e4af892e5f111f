"""The plain words of a verdict: a sentence, a few words for a row, and the question that would settle it."""

from collections.abc import Sequence
from decimal import Decimal

from app.comparison.amounts import interval
from app.comparison.amounts.widths import OPEN_BOUNDS
from app.comparison.explaining import basis_words, conflict_words, naming
from app.comparison.explaining.naming import Words
from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, values
from app.comparison.steps.succession import Succession, same_voice, status_of
from app.comparison.words.facts import Facts
from app.domain.figure import Kind
from app.domain.verdict import Reason
from app.domain.wording import date, number, times

_CELL = 6
"""Words that a row has room for."""


def agree(pair: Pair, reasons: Sequence[Reason]) -> Words:
    """The two say the same."""
    a, b = (naming.named(side, pair.unit) for side in pair.sides)
    if Reason.DERIVED in reasons:
        sentence = f"{a} and {b} are one change, from the same stated end points."
        return _closed(pair, reasons, sentence, "one change, two ways")
    place = _where(pair.a.facts) if _where(pair.a.facts) == _where(pair.b.facts) else ""
    said = f"Both say {a}" if a == b else f"{a} and {b} are one figure"
    return _closed(pair, reasons, f"{said}{place}.", f"both say {naming.brief(pair.a, pair.unit)}")


def compatible(pair: Pair, reasons: Sequence[Reason]) -> Words:
    """The two meet."""
    a, b = (naming.named(side, pair.unit) for side in pair.sides)
    brief = [naming.brief(side, pair.unit) for side in pair.sides]
    if Reason.ANNUALISED in reasons:
        rate, total = (a, b) if annual.is_rate(pair.a) else (b, a)
        return _closed(
            pair,
            reasons,
            f"{naming.head(rate)} over the years stated comes to {total}: {pair.conversion}.",
            "rate times years gives total",
        )
    if Reason.ROUNDING in reasons:
        fine, coarse = _fine_and_coarse(pair)
        short = f"{naming.brief(coarse, pair.unit)} is {naming.brief(fine, pair.unit)} rounded"
        if len(short.split()) > _CELL:
            short = "one number, once rounded"
        return _closed(pair, reasons, f"{_rounded(fine, coarse, pair)}.", short)
    if wide := _widest(pair, reasons):
        bound, other = wide
        size = values.size(pair)
        if Reason.BOUND in reasons and size is not None and size.ratio is not None and size.ratio >= values.NOTABLE:
            return _says_little(pair, reasons, bound, other, size.ratio)
        sentence = f"{naming.head(naming.named(other, pair.unit))} fits “{naming.named(bound, pair.unit)}”."
        return _closed(pair, reasons, sentence, f"fits {naming.brief(bound, pair.unit, words=True)}")
    why = "one is a stated range or a vague amount" if Reason.RANGE in reasons else "at least one is only approximate"
    if a == b and Reason.RANGE in reasons:
        return _closed(pair, reasons, f"Both say {a}.", "both say one range")
    if a == b:
        return _closed(pair, reasons, f"Both say {a}, which is only approximate.", "both approximate, and equal")
    # Two ranges written out would not fit a cell.
    short = "the stated ranges meet" if Reason.RANGE in reasons else f"{brief[0]} and {brief[1]} meet"
    return _closed(pair, reasons, f"{naming.head(a)} and {b} can be one number, since {why}.", short)


def one_amount(pair: Pair) -> Words:
    """The two are one amount, which its sentence gives in two currencies."""
    a, b = (naming.named(side, side.figure.unit) for side in pair.sides)
    sentence = f"{naming.head(a)} and {b} are one amount, which its sentence gives twice."
    return Words(sentence=naming.noted(pair, (Reason.SAME_ORIGIN,), sentence), short="one amount, given twice")


def _says_little(pair: Pair, reasons: Sequence[Reason], bound: Side, other: Side, ratio: Decimal) -> Words:
    """A figure that an open bound allows, but so far off that whoever drew the bound hardly had it in mind."""
    named, within = naming.named(other, pair.unit), naming.named(bound, pair.unit)
    far = f"one is {times(ratio)} the other, which may be another thing"
    sentence = f"{naming.head(named)} is consistent with “{within}”, but that says little: {far}."
    return _closed(pair, reasons, sentence, "consistent, but says little")


def differs(pair: Pair, reasons: Sequence[Reason]) -> Words:
    """The two rest on different bases; every difference is named."""
    told = [reason for reason in reasons if reason in basis_words.SAYS]
    if len(told) > 1 and not all(side.facts.assumption or side.reading.firmness.on_condition for side in pair.sides):
        # What one of them alone assumes explains nothing beside a difference that both state.
        told = [reason for reason in told if reason is not Reason.ASSUMPTION]
    whole = Reason.DENOMINATOR not in reasons
    a, b = (
        naming.named(
            side,
            (side.statement.currency or pair.unit) if side.figure.kind is Kind.MONEY else side.figure.unit,
            whole=whole,
        )
        for side in pair.sides
    )
    one, other = zip(*(basis_words.of_each(reason, pair) for reason in told), strict=True) if told else ((), ())
    sentence = f"Different bases: {a} is {basis_words.listed(one)}; {b} is {basis_words.listed(other)}."
    first = told[0] if told else Reason.KIND
    if pair.conversion and not {Reason.RATE_VS_TOTAL, Reason.PERIOD}.isdisjoint(reasons):
        met = "Brought to one period the numbers meet: " if _meet_in_one_period(pair) else ""
        sentence += f" {met}{pair.conversion}."
    return Words(
        sentence=naming.noted(pair, reasons, sentence),
        short=basis_words.short(pair, told),
        question=basis_words.question(first, pair),
    )


def _meet_in_one_period(pair: Pair) -> bool:
    """Whether two rates per different times come to one number a year, so that something else sets them apart."""
    stretches = []
    for side in pair.sides:
        times = annual.a_year(side.facts.per or "")
        if times is None or side.interval is None:
            return False
        stretches.append(interval.scaled(side.interval, times).halo)
    return stretches[0].meets(stretches[1])


def superseded(pair: Pair, found: Succession) -> Words:
    """The later takes the place of the earlier."""
    earlier, later = (_as_figure(side, pair) for side in (found.earlier, found.later))
    on = f" on {date(found.day.isoformat())}" if found.day else ""
    brief = naming.brief(found.later, pair.unit)
    if found.reason is Reason.HIGHER_STATUS:
        was, now = status_of(found.earlier) or "expected", status_of(found.later) or "outcome"
        sentence = f"{naming.head(earlier)} ({was}) was replaced{on} by {later} ({now})."
        return Words(sentence=naming.noted(pair, pair.reasons, sentence), short=f"later {brief}, {now}")
    voice = same_voice(found.earlier, found.later)
    why, short = ("a later release of the same source", "same source") if voice else ("a revision", "revised")
    sentence = f"{naming.head(earlier)} was replaced{on} by {later}, {why}."
    return Words(sentence=naming.noted(pair, pair.reasons, sentence), short=f"later {brief}, {short}")


def _as_figure(side: Side, pair: Pair) -> str:
    """A figure that is replaced; a count in quotation marks, for it is not the people counted who are."""
    words = naming.named(side, pair.unit)
    return f"“{words}”" if side.figure.kind is Kind.QUANTITY else words


def dates_meet(pair: Pair, reasons: Sequence[Reason]) -> Words:
    """One date lies in the other, or meets it."""
    a, b = (naming.named(side, None) for side in pair.sides)
    return Words(
        sentence=naming.noted(pair, reasons, f"{naming.head(a)} and {b} can be one date."),
        short="one date fits the other",
    )


def not_comparable(
    pair: Pair,
    reasons: Sequence[Reason],
    *,
    far: bool,
    unlike: bool = False,
    are: tuple[str, str] | None = None,
) -> Words:
    """The two are figures of different things, by the words or, where they lie `far` apart, by the numbers.

    Where their words are `unlike`, nothing says that they are of one thing, nor what sets them apart. `are` says what
    each of them is, where it is known.
    """
    a, b = (naming.named(side, side.figure.unit) for side in pair.sides)
    said = {
        Reason.DIFFERENT_MEASURE: ("measure different things", "different measures"),
        Reason.DIFFERENT_EVENT: ("are of different events", "different events"),
        Reason.DIMENSION: ("are kinds of figure that no basis joins", "different kinds of figure"),
    }
    what, short = said[reasons[0]]
    sentence = f"Not comparable: {a} and {b} {what}"
    if far:
        sentence = f"Not comparable: {a} and {b} lie too far apart to measure one thing"
    if unlike:
        sentence = f"Not comparable: nothing in the words says that {a} and {b} are of one thing"
        short = "nothing says they are one"
    if are is not None:
        sentence = f"Not comparable: {a} is {are[0]}; {b} is {are[1]}"
        named = f"{are[0]}, not {are[1]}"
        short = named if len(named.split()) <= _CELL else short
    if Reason.SAME_NUMBER in reasons:
        sentence += ", though the numbers are equal"
    if unlike and (quoted := _quoted(pair)):
        sentence += f": {quoted}"
    return Words(sentence=naming.noted(pair, reasons, f"{sentence}."), short=short)


def _quoted(pair: Pair) -> str:
    """The words at each of two figures; empty where one has none, or both have the same."""
    one, other = (naming.in_its_words(side) for side in pair.sides)
    return f"“{one}”, “{other}”" if one and other and one != other else ""


def _closed(pair: Pair, reasons: Sequence[Reason], sentence: str, short: str) -> Words:
    if Reason.FX_CONVERTED in reasons and pair.conversion:
        sentence = f"{sentence} {pair.conversion}."
    if silence := conflict_words.silence(pair).removeprefix("; "):
        sentence = f"{sentence} {naming.head(silence)}." if " or " in silence else sentence
    return Words(sentence=naming.noted(pair, reasons, naming.head(sentence)), short=short)


def _widest(pair: Pair, reasons: Sequence[Reason]) -> tuple[Side, Side] | None:
    """The open bound of a pair, or its one range, and the side that fits it."""
    for reason, fits in ((Reason.BOUND, lambda side: side.hedge in OPEN_BOUNDS), (Reason.RANGE, values.is_range)):
        if reason in reasons:
            wide = [side for side in pair.sides if fits(side)]
            if len(wide) == 1 or reason is Reason.BOUND:
                return wide[0], pair.b if wide[0] is pair.a else pair.a
    return None


def _where(facts: Facts) -> str:
    """ " for years 1–3", " by 2035": the part of the basis that both share."""
    if facts.years:
        return f" {naming.during(facts)}"
    if facts.target:
        return f" by {facts.target[1].year}"
    return ""


def _fine_and_coarse(pair: Pair) -> tuple[Side, Side]:
    def width(side: Side) -> Decimal:
        return side.printed.halo.high - side.printed.halo.low if side.printed else Decimal(0)

    a, b = pair.sides
    return (a, b) if width(a) < width(b) else (b, a)


def _rounded(fine: Side, coarse: Side, pair: Pair) -> str:
    rough, exact = naming.named(coarse, pair.unit), naming.named(fine, pair.unit)
    is_length = pair.a.figure.kind is Kind.DURATION  # hours and minutes have no tens in common
    if coarse.value is not None and fine.value is not None and pair.conversion is None and not is_length:
        for zeros in range(-3, 16):
            if round(fine.value, -zeros) == coarse.value and fine.value != coarse.value:
                return f"{naming.head(rough)} is {exact} rounded to the nearest {_place(zeros, pair.unit)}"
    allowed = "rounding and the day of the rate are" if coarse.converted or fine.converted else "rounding is"
    return f"{naming.head(rough)} and {exact} are one number once {allowed} allowed for"


_PLACES = {2: "hundred", 3: "thousand", 4: "ten thousand", 5: "hundred thousand"} | {
    power + more: f"{size}{name}"
    for power, name in ((6, "million"), (9, "billion"), (12, "trillion"))
    for more, size in ((0, ""), (1, "ten "), (2, "hundred "))
}


def _place(zeros: int, unit: str | None) -> str:
    if zeros in _PLACES:
        return _PLACES[zeros]
    return f"{number(Decimal(1).scaleb(zeros))}{' %' if unit == 'percent' else ''}"
