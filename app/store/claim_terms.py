"""What SQL says of a claim's basis, dates and lengths, for filters, facets and sorting."""

from typing import Any

from sqlalchemy import ColumnElement, Float, case, cast, func

from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.narrowing import PER, PRESENT_VALUE
from app.store.connecting import FIRST_DAY, LAST_DAY
from app.store.tables import StoredClaim


def _stated(field: str) -> ColumnElement[Any]:
    return func.json_extract(StoredClaim.basis, f"$.{field}.value")


_BY_ANALYST = func.json_extract(StoredClaim.basis, "$.kind.by_analyst")
price: ColumnElement[Any] = func.coalesce(_stated("price"), "")
# What the analyst says the figure measures counts more than the words of the rate around it.
per_what: ColumnElement[Any] = case(
    (_BY_ANALYST.is_not(None), _stated("per")),
    else_=func.coalesce(StoredClaim.per, _stated("per")),
)
basis: ColumnElement[Any] = case(
    (price.like("npv%"), PRESENT_VALUE),
    (
        (StoredClaim.basis_kind == BasisKind.RATE) | per_what.is_not(None),
        PER + func.replace(func.coalesce(per_what, "period"), " ", "-"),
    ),
    else_=func.coalesce(StoredClaim.basis_kind, ""),
)
"""What a figure measures, as `Field.BASIS` spells it."""

_ISO = StoredClaim.date.expression
_IN_A_DAY = func.substr(_ISO, 2, 1) == "T"
_COUNT = cast(func.substr(_ISO, case((_IN_A_DAY, 3), else_=2)), Float)
_PER_YEAR = case(
    (_IN_A_DAY, case((_ISO.like("%H"), 8766.0), (_ISO.like("%M"), 525960.0), else_=31557600.0)),
    (_ISO.like("%M"), 12.0),
    (_ISO.like("%W"), 365.25 / 7),
    (_ISO.like("%D"), 365.25),
    else_=1.0,
)
_FIRST, _LAST = getattr(func, FIRST_DAY)(_ISO), getattr(func, LAST_DAY)(_ISO)


def ends(kind: Kind) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """The lower and higher end of a figure of this kind, in the units of `Between`."""
    if kind is Kind.DATE:
        return _FIRST, _LAST
    if kind is Kind.DURATION:
        length = func.coalesce(StoredClaim.value_low, _COUNT / _PER_YEAR)
        return length, func.coalesce(StoredClaim.value_high, _COUNT / _PER_YEAR)
    return StoredClaim.value_low.expression, StoredClaim.value_high.expression


def sorted_ends() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Both ends of any figure."""
    both = [ends(Kind.DATE), ends(Kind.DURATION), ends(Kind.MONEY)]
    low, high = (
        case(
            (StoredClaim.kind == Kind.DATE, both[0][at]),
            (StoredClaim.kind == Kind.DURATION, both[1][at]),
            else_=both[2][at],
        )
        for at in (0, 1)
    )
    return low, high
