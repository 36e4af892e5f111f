"""A judgement as the JSON that `judge --json-lines` promises."""

from decimal import Decimal
from typing import Any

from app.domain.verdict import Judgement, Size


def judgement_object(judgement: Judgement) -> dict[str, Any]:
    """The answer for one pair; a caller adds what pair it is."""
    return {
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
