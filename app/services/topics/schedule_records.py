"""A carried-out schedule as a JSON object, for other programs."""

from collections.abc import Sequence
from dataclasses import asdict
from decimal import Decimal

from app.domain.rate import TypedRate
from app.domain.schedule import Flip, Match, Run, YearPaid
from app.services.topics.comparing import Row
from app.services.topics.conversions import TableInUse
from app.services.topics.scheduling import CAVEAT, flip_words

_PENCE = 2
_ENDLESS, _OUTGROWN = 20, 300
"""Digits after the first from which a number is inflation running away: it has no pence, then no JSON."""


def schedule_json(
    done: Run, figures: Sequence[tuple[Row, Match]] | None = None, flips: Sequence[Flip] = ()
) -> dict[str, object]:
    """Totals and years of a run in whole currency units, with its assumptions and the tables that it rests on.

    `figures` are those of a topic, None where the schedule was not set against one; `flips` say of each where it
    begins or ceases to be reproduced.
    """
    terms = done.terms
    last = done.by_year[-1]
    told: dict[str, object] = {
        "currency": done.currency,
        "nominal": _money(done.nominal),
        "real": _money(done.real),
        "average": _money(done.average),
        "present_value": _money(done.present_value),
        "last_year": _money(last.cash),
        "assumptions": {
            "years": terms.years,
            "inflation": [
                {"from_step": band.from_year, "to_step": band.to_year, "rate": float(band.rate)}
                for band in terms.inflation
            ],
            "lag": terms.lag,
            "price_year": terms.price_year,
            "note": CAVEAT,
        },
        "tables": [asdict(terms.discount.table)],
        "years": [_year(paid) for paid in done.by_year],
    }
    if figures is not None:
        turns = [{"flip": _flip(flip)} for flip in flips] or [{}] * len(figures)
        told["figures"] = [_figure(row, match) | turn for (row, match), turn in zip(figures, turns, strict=True)]
    return told


def conversions_json(used: Sequence[TableInUse], rates: Sequence[TypedRate]) -> dict[str, object]:
    """The tables in use and the rates that the analyst typed."""
    return {
        "tables": [{"kind": one.kind.value, "own": one.own, **asdict(one.table)} for one in used],
        "rates": [
            {
                "source": typed.source,
                "target": typed.target,
                "rate": f"{typed.rate:f}",
                "day": typed.day.isoformat() if typed.day else None,
                "note": typed.note,
            }
            for typed in rates
        ],
    }


def _year(paid: YearPaid) -> dict[str, object]:
    """One year; `parts` are the payments in the order of the file."""
    return {
        "year": paid.year,
        "cash": _money(paid.cash),
        "real": _money(paid.real),
        "present_value": _money(paid.present),
        "index": float(round(paid.index, 6)) if paid.index.adjusted() < _ENDLESS else _money(paid.index),
        "parts": [{"cash": _money(part), "real": _money(part / paid.index)} for part in paid.parts],
    }


def _figure(row: Row, match: Match) -> dict[str, object]:
    return {
        "claim": row.claim_id,
        "figure": row.figure,
        "state": match.state.value,
        "sentence": match.sentence,
        "miss": None if match.miss is None else float(round(match.miss, 6)),
        "readings": [
            {
                "kind": reading.kind.value,
                "low": _money(reading.low),
                "high": _money(reading.high),
                "formula": reading.formula,
                "first_year": reading.first_year,
                "last_year": reading.last_year,
            }
            for reading in match.readings
        ],
    }


def _flip(flip: Flip) -> dict[str, object]:
    """Inflation in per cent a year, the nearest turning point first."""
    return {
        "inflation": float(flip.now),
        "below": [float(turn) for turn in flip.below],
        "above": [float(turn) for turn in flip.above],
        "sentence": flip_words(flip),
    }


def _money(value: Decimal) -> int | float | None:
    """A JSON number to the penny, whole where it is whole; None where it outgrows what other programs can hold."""
    if value.adjusted() >= _ENDLESS:
        return None if value.adjusted() >= _OUTGROWN else float(value)
    pence = round(value, _PENCE)
    return int(pence) if pence == pence.to_integral_value() else float(pence)
