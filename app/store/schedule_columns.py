"""How payments and the assumptions about them stand in columns, as JSON."""

from dataclasses import asdict
from decimal import Decimal
from typing import Any

from app.domain.schedule import Assumptions, Payment
from app.store.columns import AsJson


def _pack_payments(payments: tuple[Payment, ...]) -> list[dict[str, object]]:
    return [asdict(payment) | {"amount": str(payment.amount)} for payment in payments]


def _unpack_payments(plain: list[dict[str, Any]]) -> tuple[Payment, ...]:
    return tuple(Payment(**{**row, "amount": Decimal(row["amount"])}) for row in plain)


PAYMENTS: AsJson[tuple[Payment, ...]] = AsJson(_pack_payments, _unpack_payments)
ASSUMPTIONS: AsJson[Assumptions] = AsJson(asdict, lambda plain: Assumptions(**plain))
