"""Claims of words that the program missed: a person points at them, sees what they are read as, and corrects that."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from app.domain import edtf, lengths
from app.domain.changes import Changes
from app.domain.claim import Claim, ClaimRecord, Confidence, State
from app.domain.errors import UserError
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.domain.wording import say
from app.extraction import pointed
from app.services import disputes, reading
from app.services.articles import versions
from app.store.clock import now
from app.store.project import Project

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 40
"""Characters that a number has at most."""
_NUMBERED = (Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """What words are read as, and the claims whose words they overlap, the rejected left out."""

    article_id: str
    claim: Claim
    overlaps: tuple[ClaimRecord, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The figure as a person typed it; "" for unknown. `low` and `high` are plain numbers, equal unless a range.

    `unit` is a currency's code or the thing counted; `date` is EDTF for dates, ISO 8601 for durations.
    """

    kind: Kind
    low: str = ""
    high: str = ""
    unit: str = ""
    per: str = ""
    date: str = ""


class Pointing:
    """Pointing at words in one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def read(self, article_id: str, span: Span) -> Pointed:
        """What exactly these words state; a `UserError` where they hold no figure, or several."""
        with self._project.reading() as store:
            article = store.articles.get(article_id).article
            kept = store.claims.of_article(article_id)
            conventions = store.settings.conventions()
        span = _trimmed(article.text, span)
        words = " ".join(span.of(article.text).split())
        found = pointed.read(reading.passage(article, conventions), span) if words else []
        if not found:
            raise UserError(
                f"There is no figure in “{_short(words)}”; nothing was changed. Select the words of one figure, with "
                "its number.",
                reason="no-figure",
            )
        if len(found) > 1:
            told = " and ".join(say(claim.figure) for claim in found[:3])
            raise UserError(
                f"“{_short(words)}” holds {len(found)} figures ({told}); nothing was changed. Select the words of one.",
                reason="several-figures",
            )
        live = [one for one in kept if one.state is not State.REJECTED and one.claim.span.overlaps(span)]
        return Pointed(article_id=article_id, claim=found[0], overlaps=tuple(live))

    def corrected(self, claim: Claim, typed: Correction) -> Claim:
        """The claim with its figure as typed; a `UserError` says what cannot be."""
        figure = claim.figure
        if typed == as_typed(figure):
            return claim
        kept = figure if typed.kind is figure.kind else Figure(kind=typed.kind)
        unit, per = typed.unit.strip() or None, typed.per.strip() or None
        if typed.kind in _NUMBERED:
            low = _number(typed.low)
            high = _number(typed.high or typed.low)
            if typed.kind is Kind.PERCENTAGE:
                unit = unit or "percent"
            kept = replace(kept, low=min(low, high), high=max(low, high), unit=unit, per=per)
        else:
            kept = replace(kept, date=_date(typed.kind, typed.date), readings=(), anchor=None)
        return replace(claim, figure=kept)

    def keep(self, article_id: str, claim: Claim, basis: Mapping[str, str | None]) -> Changes:
        """Keep a claim as accepted; `basis` has the fields that the person set, None for one that was cleared."""
        claim = replace(claim, rule=pointed.BY_HAND, confidence=Confidence.HIGH, doubt="", converts=None)
        with self._project.writing(f"make a claim of {_short(claim.surface)}") as store:
            (claim_id,) = store.claims.add(article_id, [claim])
            if basis:
                store.claims.set_basis(claim_id, basis, now())
            store.claims.set_state([claim_id], State.ACCEPTED, now())
            store.readings.finish(article_id)
            versions.resettle(store, article_id)
            disputes.measure(store)
        return store.changes


def as_typed(figure: Figure) -> Correction:
    """A figure as its fields would be typed."""
    return Correction(
        kind=figure.kind,
        low="" if figure.low is None else f"{figure.low:f}",
        high="" if figure.high is None or figure.high == figure.low else f"{figure.high:f}",
        unit=figure.unit or "",
        per=figure.per or "",
        date=figure.date or "",
    )


def _trimmed(text: str, span: Span) -> Span:
    """Without spaces at its ends, and with the whole of a number that it cuts: half of "4,000" is no figure."""
    words = span.of(text)
    start, end = span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip())
    near = max(start - _LONGEST, 0)
    for found in _NUMBER.finditer(text, near, end + _LONGEST):
        if found.start() < end and start < found.end():
            start, end = min(start, found.start()), max(end, found.end())
    return Span(start, end)


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _number(typed: str) -> Decimal:
    try:
        value = Decimal(typed.replace(",", "").replace(" ", ""))
        if value.is_finite():
            return value
    except InvalidOperation:
        pass
    raise UserError(
        f"“{typed}” is not a number; nothing was saved. Type it in plain digits, such as 165000000 or 0.2.",
        reason="bad-number",
    )


def _date(kind: Kind, typed: str) -> str | None:
    words = typed.strip()
    if not words:
        return None
    if kind is Kind.DATE and edtf.days(words) is None:
        raise UserError(
            f"“{words}” is not a date; nothing was saved. Type it as 2025-05-23, 2025-05 or 2025.", reason="bad-date"
        )
    if kind is Kind.DURATION and lengths.years(words) is None:
        raise UserError(
            f"“{words}” is not a length of time; nothing was saved. Type 99 years as P99Y, six months as P6M.",
            reason="bad-duration",
        )
    return words
