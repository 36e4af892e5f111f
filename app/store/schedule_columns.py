"""How payments and the assumptions about them stand in columns, as JSON."""

from decimal import Decimal
from typing import Any

from app.domain.schedule import Assumptions, Payment
from app.store.columns import AsJson


def _pack_payments(payments: tuple[Payment, ...]) -> list[dict[str, object]]:
    return [
        {
            "from_year": payment.from_year,
            "to_year": payment.to_year,
            "amount": str(payment.amount),
            "currency": payment.currency,
            "index_from_year": payment.index_from_year,
            "once": payment.once,
        }
        for payment in payments
    ]


def _unpack_payments(plain: list[dict[str, Any]]) -> tuple[Payment, ...]:
    return tuple(Payment(**{**row, "amount": Decimal(row["amount"])}) for row in plain)


def _pack_assumptions(assumed: Assumptions) -> dict[str, object]:
    return {
        "years": assumed.years,
        "inflation": assumed.inflation,
        "lag": assumed.lag,
        "discount": assumed.discount,
        "price_year": assumed.price_year,
    }


def _unpack_assumptions(plain: dict[str, Any]) -> Assumptions:
    return Assumptions(**plain)


PAYMENTS: AsJson[tuple[Payment, ...]] = AsJson(_pack_payments, _unpack_payments)
ASSUMPTIONS: AsJson[Assumptions] = AsJson(_pack_assumptions, _unpack_assumptions)
