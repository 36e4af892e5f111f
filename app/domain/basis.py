"""What a number measures, as far as the words say."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from app.domain.span import Span


class BasisKind(StrEnum):
    """The kinds of basis; the spelling is that of files and tables."""

    RATE = "rate"
    TOTAL = "total"
    ONE_OFF = "one-off"
    LEVEL = "level"
    SHARE = "share"
    CHANGE = "change"
    OTHER = "other"
    """None of these. Only the analyst says so, and it differs from all the others."""
    UNKNOWN = "unknown"
    """The analyst cannot say; then the words about it count no more than if there were none."""


class Status(StrEnum):
    """How firm the figure is said to be."""

    TARGET = "target"
    PLAN = "plan"
    FORECAST = "forecast"
    ESTIMATE = "estimate"
    REPORTED = "reported"
    SIGNED = "signed"
    OUTTURN = "outturn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One field of the basis: its value, the span of the words that say so, and whether the analyst set it."""

    value: str
    span: Span | None = None
    by_analyst: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the words state of the basis. None means "not stated", which never counts as different.

    `kind` is a `BasisKind`, `status` a `Status`. `price` is cash, nominal, real, real:2019, npv (or npv:2025/26);
    `horizon` is `P10Y` or `2025/2050`; `per`, `period`, `denominator`, `scope`, `baseline` and `assumption` are words
    or EDTF; `target_date` is EDTF.
    """

    kind: Stated | None = None
    per: Stated | None = None
    price: Stated | None = None
    horizon: Stated | None = None
    period: Stated | None = None
    denominator: Stated | None = None
    scope: Stated | None = None
    status: Stated | None = None
    target_date: Stated | None = None
    baseline: Stated | None = None
    assumption: Stated | None = None

    def stated(self) -> Iterator[tuple[str, Stated]]:
        """The fields that are stated, in the order of the class."""
        for name in FIELDS:
            if (said := getattr(self, name)) is not None:
                yield name, said

    def value(self, name: str) -> str | None:
        """The value of one field, None where it is not stated."""
        said: Stated | None = getattr(self, name)
        return None if said is None else said.value


FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Basis))
