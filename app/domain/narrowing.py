"""What claims can be narrowed by, beside words: values that a field has, and stretches of the number line."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.domain.figure import Kind

UNSTATED = "none"
"""How "not stated" is spelt where one types."""
PRESENT_VALUE = "present-value"
PER = "per-"
"""What `Field.BASIS` says of rates: "per-year", "per-pupil"."""


class Field(StrEnum):
    """What a claim has one value of; the spelling is that of the query language."""

    BASIS = "basis"
    """A `BasisKind`, "per-year" and the like for rates, or "present-value"; "rate" are all rates."""
    PRICE = "price"
    """cash, nominal, real, npv; "real:2019" for one year's prices."""
    PER = "per"
    UNIT = "unit"
    SPEAKER = "said"
    STANCE = "stance"
    OUTLET = "outlet"
    TOPIC = "topic"
    ARTICLE = "article"
    """An article's id, its title or words of it."""
    YEAR = "published"
    """When the article was published: the beginnings of two ISO 8601 days with a slash between, the last not in it."""
    EDITED = "edited"
    """Only "yes": the analyst edited the claim."""
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One of these values, or with `excluded` none of them. "" is "not stated".

    A name that is some claim's, whatever its capitals, means that name; any other, every name that has it as a part.
    """

    field: Field
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """Figures of a kind that reach into a stretch; an end that is None is open, and `past` ends are not part of it.

    Values are whole units of currency or of the thing counted, percentage points, years for durations, and for dates
    the proleptic ordinal of a day. `unit` is that of the figure, None for any.
    """

    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    past_low: bool = False
    past_high: bool = False
    unit: str | None = None
    excluded: bool = False
