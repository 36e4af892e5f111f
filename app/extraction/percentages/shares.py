"""A share of a whole as a percentage."""

from decimal import Context, Decimal

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention

HUNDRED = Decimal(100)
SIX_DIGITS = Context(prec=6)


def share(text: str, start: int, end: int, top: Decimal, bottom: Decimal, rule: str) -> Mention:
    """The figure of `top` parts out of `bottom`, in per cent."""
    value = SIX_DIGITS.divide(top * HUNDRED, bottom)
    return figures.mention(
        text,
        Kind.PERCENTAGE,
        span=Span(start, end),
        low=value,
        high=value,
        unit="percent",
        rule=rule,
        fraction=True,
        rated=False,
    )
