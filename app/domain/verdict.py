"""Whether two figures disagree, and why: the closed lists, and the answer for one pair."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # The first screen draws verdicts, and no number.
    from decimal import Decimal


class Verdict(StrEnum):
    """The six answers; the order of the lines is their rank."""

    CONFLICT = "conflict"
    SUPERSEDED = "superseded"
    DIFFERS_BY_BASIS = "differs_by_basis"
    COMPATIBLE = "compatible"
    AGREE = "agree"
    NOT_COMPARABLE = "not_comparable"

    @property
    def rank(self) -> int:
        """How little it needs a person: 0 needs one most."""
        return list(Verdict).index(self)


class Reason(StrEnum):
    """Why a verdict was reached; `REASON_MEANS` has the words for people."""

    ROUNDING = "ROUNDING"
    APPROX = "APPROX"
    BOUND = "BOUND"
    RANGE = "RANGE"
    GRANULARITY = "GRANULARITY"
    ANNUALISED = "ANNUALISED"
    FX_CONVERTED = "FX_CONVERTED"
    DERIVED = "DERIVED"
    SAME_ORIGIN = "SAME_ORIGIN"
    KIND = "KIND"
    RATE_VS_TOTAL = "RATE_VS_TOTAL"
    PERIOD = "PERIOD"
    PRICE_BASIS = "PRICE_BASIS"
    SCOPE = "SCOPE"
    DENOMINATOR = "DENOMINATOR"
    BASELINE = "BASELINE"
    ASSUMPTION = "ASSUMPTION"
    GEOGRAPHY = "GEOGRAPHY"
    REF_PERIOD = "REF_PERIOD"
    UNIT = "UNIT"
    PCT_VS_PP = "PCT_VS_PP"
    CURRENCY = "CURRENCY"
    BASIS_UNSTATED = "BASIS_UNSTATED"
    TARGET_DATE = "TARGET_DATE"
    HORIZON = "HORIZON"
    DATE = "DATE"
    MAGNITUDE = "MAGNITUDE"
    SUSPECT_SLIP = "SUSPECT_SLIP"
    REVISED = "REVISED"
    HIGHER_STATUS = "HIGHER_STATUS"
    DIFFERENT_MEASURE = "DIFFERENT_MEASURE"
    DIFFERENT_EVENT = "DIFFERENT_EVENT"
    DIMENSION = "DIMENSION"
    SAME_NUMBER = "SAME_NUMBER"
    NO_FIGURE = "NO_FIGURE"


REASON_MEANS: dict[Reason, str] = {
    Reason.ROUNDING: "two plain figures meet once rounding is allowed",
    Reason.APPROX: "they meet because one is hedged",
    Reason.BOUND: "they meet because one is an open bound",
    Reason.RANGE: "they meet because one is a stated range or a vague amount",
    Reason.GRANULARITY: "one date lies inside or meets the other",
    Reason.ANNUALISED: "a rate times its periods was set against a total",
    Reason.FX_CONVERTED: "a currency was converted at a dated rate",
    Reason.DERIVED: "both follow from the same stated end points",
    Reason.SAME_ORIGIN: "both come from one source, which counts once",
    Reason.KIND: "one is a rate, total, one-off, level, share, change, budget or cost and the other another of these",
    Reason.RATE_VS_TOTAL: "a rate against a total that cannot be multiplied out, or whose product misses",
    Reason.PERIOD: "rates for different periods or things",
    Reason.PRICE_BASIS: "cash, real terms (or their year) and present value differ",
    Reason.SCOPE: "part and whole, gross and net, including and excluding, or other years",
    Reason.DENOMINATOR: "shares of different wholes",
    Reason.BASELINE: "changes measured from different starting points",
    Reason.ASSUMPTION: "stated assumptions differ",
    Reason.GEOGRAPHY: "places differ",
    Reason.REF_PERIOD: "reference periods differ",
    Reason.UNIT: "money against its share of a whole",
    Reason.PCT_VS_PP: "per cent against percentage points",
    Reason.CURRENCY: "currencies differ and no rate is known for the day",
    Reason.BASIS_UNSTATED: "only one side states its basis",
    Reason.TARGET_DATE: "deadlines differ",
    Reason.HORIZON: "numbers of years covered differ",
    Reason.DATE: "two dates of one past event lie apart",
    Reason.MAGNITUDE: "the same basis as far as stated, and the values do not meet",
    Reason.SUSPECT_SLIP: "the ratio is near 7, 12, 52, 100 or 1000: perhaps a slip of the pen",
    Reason.REVISED: "a later release of the same series or source",
    Reason.HIGHER_STATUS: "a later figure of firmer status",
    Reason.DIFFERENT_MEASURE: "the figures measure different things",
    Reason.DIFFERENT_EVENT: "the same thing of another event, order or year",
    Reason.DIMENSION: "kinds that no basis joins",
    Reason.SAME_NUMBER: "equal numbers of different things",
    Reason.NO_FIGURE: "a statement holds no figure",
}


class Severity(StrEnum):
    """How far apart two figures are: minor below 1.1 times, notable below 1.5, major below 10."""

    MINOR = "minor"
    NOTABLE = "notable"
    MAJOR = "major"
    ORDER_OF_MAGNITUDE = "order-of-magnitude"


class Between(StrEnum):
    """Between what a gap lies: the numbers as printed, the middle of a printed range, or what one was converted to."""

    PRINTED = "printed"
    MIDDLE = "middle"
    CONVERTED = "converted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How far two values lie apart. `ratio` is 1 or more, None for dates and where one value is zero.

    `least` is what is left of the gap once rounding and hedges are allowed for; None where that is not known.
    """

    ratio: "Decimal | None"
    gap: "Decimal"
    unit: str | None
    severity: Severity
    between: Between = Between.PRINTED
    least: "Decimal | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The answer for one pair of claims; the same whichever comes first.

    `sentence` says it in plain words; `short` in at most five ("twice as much"), for a row; `question` is the one that
    would settle it, None where nothing is open; `conversion` shows formula, parameters and source where one was made;
    `compared_in` is what both were brought to ("GBP per year"), None where there is no such thing.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    sentence: str = ""
    short: str = ""
    size: Size | None = None
    question: str | None = None
    conversion: str | None = None
    compared_in: str | None = None
