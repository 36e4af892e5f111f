"""A claim between its row and its value."""

from decimal import Decimal
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Row

from app.domain import edtf, lengths
from app.domain.claim import Claim, ClaimRecord, Confidence, Speaker, Stance, State
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span
from app.store.tables import StoredClaim


def fill(row: StoredClaim | SimpleNamespace, claim: Claim) -> None:
    """What was read, into the columns of a row."""
    figure, speaker, cue = claim.figure, claim.speaker, claim.qualifier_cue
    row.char_start, row.char_end, row.surface = claim.span.start, claim.span.end, claim.surface
    row.sentence_start, row.sentence_end = claim.sentence.start, claim.sentence.end
    row.kind, row.unit, row.per = figure.kind, figure.unit, figure.per
    row.low, row.high = figure.low, figure.high
    row.value_low, row.value_high = _ends(figure)
    row.qualifier, row.qualifier_words, row.qualifier_cue = figure.qualifier, figure.qualifier_words, cue
    row.fraction, row.vague, row.fiscal = figure.fraction, figure.vague, figure.fiscal
    row.date, row.modifier, row.readings, row.anchor = figure.date, figure.modifier, figure.readings, figure.anchor
    row.basis, row.basis_kind = claim.basis, claim.basis.value("kind")
    row.speaker = None if speaker is None else speaker.name
    row.speaker_span = None if speaker is None else speaker.span
    row.stance = claim.stance
    row.rule, row.confidence, row.doubt = claim.rule, claim.confidence, claim.doubt
    row.same_key = _same_key(figure)


def _ends(figure: Figure) -> tuple[float | None, float | None]:
    """Both ends in the units of `narrowing.Between`: of a date by its days, of a length by years."""
    if figure.kind is Kind.DURATION:
        length = lengths.ends(figure)
        return (None, None) if length is None else (float(length[0]), float(length[1]))
    if figure.kind is Kind.DATE:
        return _days_of(figure.date) if figure.date else (None, None)
    low, high = figure.low, figure.high
    return None if low is None else float(low), None if high is None else float(high)


@lru_cache(maxsize=65536)
def _days_of(date: str) -> tuple[float | None, float | None]:
    days = edtf.days(date)
    return (None, None) if days is None else (float(days[0].toordinal()), float(days[1].toordinal()))


def _same_key(figure: Figure) -> str | None:
    """Equal for figures that print the same kind, value, unit and rate; None where there is no value to be equal."""
    value = figure.date if figure.low is None else f"{_plain(figure.low)}..{_plain(figure.high)}"
    return None if value is None else "|".join((figure.kind, value, figure.unit or "", figure.per or ""))


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value.normalize(), "f")


def record(row: StoredClaim | Row[Any]) -> ClaimRecord:
    """A row as a value; also one whose columns were read without the session's knowing of it."""
    return ClaimRecord(
        claim_id=row.claim_id,
        article_id=row.article_id,
        revision=row.revision,
        claim=_claim(row),
        state=State(row.state),
        decided_at=row.decided_at,
        edited_fields=row.edited_fields,
        restated=row.restated,
    )


def _claim(row: StoredClaim | Row[Any]) -> Claim:
    return Claim(
        span=Span(row.char_start, row.char_end),
        surface=row.surface,
        figure=Figure(
            kind=Kind(row.kind),
            low=row.low,
            high=row.high,
            unit=row.unit,
            qualifier=Qualifier(row.qualifier),
            qualifier_words=row.qualifier_words,
            per=row.per,
            fraction=row.fraction,
            vague=row.vague,
            date=row.date,
            modifier=row.modifier,
            fiscal=row.fiscal,
            readings=row.readings,
            anchor=row.anchor,
        ),
        sentence=Span(row.sentence_start, row.sentence_end),
        rule=row.rule,
        qualifier_cue=row.qualifier_cue,
        basis=row.basis,
        speaker=None if row.speaker is None else Speaker(name=row.speaker, span=row.speaker_span),
        stance=None if row.stance is None else Stance(row.stance),
        confidence=Confidence(row.confidence),
        doubt=row.doubt,
    )
