"""A judgement as the line of JSON that `judge --json-lines` promises."""

from decimal import Decimal
from typing import Any

from app.domain.verdict import Judgement, Size


def record(identifier: object, judgement: Judgement) -> dict[str, Any]:
    """The object without its claims, which the caller adds as "a" and "b"."""
    return {
        "id": identifier,
        "verdict": judgement.verdict.value,
        "reasons": [reason.value for reason in judgement.reasons],
        "sentence": judgement.sentence,
        "size": None if judgement.size is None else _size(judgement.size),
        "question": judgement.question,
    }


def _size(size: Size) -> dict[str, Any]:
    return {
        "ratio": None if size.ratio is None else _number(size.ratio),
        "gap": _number(size.gap),
        "unit": size.unit,
        "severity": size.severity.value,
    }


def _number(value: Decimal) -> int | float:
    """A JSON number: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(round(value, 6))
