"""What a claim measures and what it can mean, as a project keeps it to tell disputes without reading claims."""

import math
from decimal import Decimal

from app.comparison.amounts import interval
from app.comparison.topics import basis, measures
from app.domain.claim import Claim
from app.domain.disputes import ANY_CURRENCY, MeasuredRange
from app.domain.figure import Kind

_NO_UNIT = "-"


def of(claim: Claim) -> MeasuredRange:
    """The range of a claim: `measures.part` sets it against those of an equal measure, and `camps` against its ends.

    An end that it only comes near to is the next number before it, so that what only touches there does not meet.
    """
    figure = claim.figure
    unit = figure.unit or (ANY_CURRENCY if figure.kind is Kind.MONEY else _NO_UNIT)
    label = basis.label(claim)
    words = (label.kind, label.detail, *(said or "" for said in measures.parted_by(claim)))
    measure = f"{figure.kind} {unit} {'|'.join(words).rstrip('|')}"
    width = interval.of(figure)
    if width is None or width.halo.is_empty:
        return MeasuredRange(measure=measure)
    halo = width.halo
    return MeasuredRange(
        measure=measure,
        low=_end(halo.low, halo.closed_low, math.inf),
        high=_end(halo.high, halo.closed_high, -math.inf),
    )


def _end(value: Decimal, is_closed: bool, inwards: float) -> float | None:
    end = float(value)
    if math.isinf(end):
        return None
    return end if is_closed else math.nextafter(end, inwards)
