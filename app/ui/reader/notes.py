"""What the highlights and the cards of an article say, from its claims."""

from collections.abc import Iterable, Sequence

from app.domain.claim import Claim, ClaimRecord, State
from app.domain.figure import Kind
from app.domain.span import Span
from app.domain.wording import say
from app.services.claims.shown import Shown
from app.ui.reader.margin import Note
from app.ui.reader.marks import Mark
from app.ui.reader.offsets import Offsets

_TIMES = (Kind.DATE, Kind.DURATION)


def marks_of(records: Iterable[ClaimRecord], offsets: Offsets) -> list[Mark]:
    """A highlight for each claim; its places in UTF-16 units."""
    return [
        Mark(
            claim_id=record.claim_id,
            start=offsets.units(record.claim.span.start),
            end=offsets.units(record.claim.span.end),
            kind=record.claim.figure.kind,
            state=record.state,
        )
        for record in records
    ]


def carded(records: Sequence[ClaimRecord]) -> list[ClaimRecord]:
    """The claims with a card of their own: a date or duration that belongs to another figure has none."""
    belonging = [span for record in records for span in _basis_spans(record.claim)]
    return [
        record
        for record in records
        if record.claim.figure.kind not in _TIMES or not any(record.claim.span.overlaps(span) for span in belonging)
    ]


def _basis_spans(claim: Claim) -> list[Span]:
    if claim.figure.kind in _TIMES:
        return []
    return [said.span for _, said in claim.basis.stated() if said.span and not said.span.overlaps(claim.span)]


def note_of(record: ClaimRecord, words: dict[State | Kind, str]) -> Note:
    """The card of one claim; `words` name its state and, where nothing is known of its basis, its kind."""
    claim = record.claim
    known, unknown = basis_words(claim)
    if not known and not unknown:
        known = (words[claim.figure.kind],)
    speaker = claim.speaker.name if claim.speaker else ""
    lines = (" ".join(claim.surface.split()), ", ".join(known), speaker, claim.doubt, words[record.state])
    return Note(
        claim_id=record.claim_id,
        kind=claim.figure.kind,
        state=record.state,
        figure=say(claim.figure),
        known=known,
        unknown=unknown,
        tooltip="\n".join(filter(None, lines)),
    )


def basis_words(claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is known of the basis, and what is not stated, each as the chips say it."""
    slots = Shown(claim).chips
    return tuple(slot.text for slot in slots if slot.known), tuple(slot.text for slot in slots if not slot.known)
