"""Articles in, claims out, as JSON lines: the program's public, versioned form of what it read."""

import datetime
import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.domain.basis import FIELDS
from app.domain.claim import Claim
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage

Json = dict[str, object]


def extract_lines(lines: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The output line for each input line, in order, and whether the input line was an article.

    An article is an object with `id`, `text`, `date` (an ISO 8601 day, or null) and perhaps `country` (ISO 3166).
    """
    for line in lines:
        try:
            article_id, passage = _article(line)
        except ValueError as error:
            yield written({"id": None, "error": str(error)}), False
            continue
        yield written({"id": article_id, "claims": [claim_object(claim) for claim in pipeline.read(passage)]}), True


def _article(line: str) -> tuple[object, Passage]:
    try:
        row = json.loads(line.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        raise ValueError("The line is not JSON.") from None
    if not isinstance(row, dict):
        raise ValueError("The line is not a JSON object.")
    if "id" not in row:
        raise ValueError("The article has no id.")
    if not can_be_written(row["id"]):
        raise ValueError("The article's id is no value that JSON has.")
    if not isinstance(row.get("text"), str):
        raise ValueError("The article's text is missing or is not a string.")
    country = row.get("country")
    if country is not None and not isinstance(country, str):
        raise ValueError("The article's country is not a string.")
    return row["id"], Passage(
        text=row["text"], published=_day(row.get("date")), country=country.upper() if country else None
    )


def _day(value: object) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.datetime.fromisoformat(str(value)).date()
    except ValueError:
        raise ValueError("The article's date is not an ISO 8601 day.") from None


def written(value: object) -> str:
    """A value as one line of JSON, UTF-8 unescaped; half a surrogate pair, which has no UTF-8, is written escaped.

    Raises ValueError for a number that JSON does not have.
    """
    said = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        said.encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False)
    return said


def can_be_written(value: object) -> bool:
    """Whether a value that JSON gave can be given back: Python reads numbers, and depths, that JSON does not have."""
    try:
        written(value)
    except (ValueError, RecursionError):
        return False
    return True


def claim_object(claim: Claim) -> Json:
    """A claim as the contract has it: offsets in code points, numbers as decimal strings without exponent."""
    figure = claim.figure
    return {
        "start": claim.span.start,
        "end": claim.span.end,
        "surface": claim.surface,
        "kind": figure.kind.value,
        "low": _plain(figure.low),
        "high": _plain(figure.high),
        "unit": figure.unit,
        "qualifier": figure.qualifier.value,
        "qualifier_cue": _ends(claim.qualifier_cue),
        "per": figure.per,
        "date": figure.date,
        "modifier": figure.modifier,
        "fiscal": figure.fiscal,
        "readings": list(figure.readings),
        "anchor": {"day": figure.anchor.day, "reason": figure.anchor.reason} if figure.anchor else None,
        "sentence": _ends(claim.sentence),
        "converts": claim.converts,
        "basis": _basis(claim),
        "speaker": _speaker(claim),
        "stance": claim.stance.value if claim.stance else None,
        "rule": claim.rule,
        "confidence": claim.confidence.value,
        "doubt": claim.doubt or None,
    }


def _plain(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")


def _ends(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _basis(claim: Claim) -> Json:
    basis: Json = dict.fromkeys(FIELDS)
    for name, said in claim.basis.stated():
        basis[name] = {
            "value": said.value,
            "start": said.span.start if said.span else None,
            "end": said.span.end if said.span else None,
        }
    return basis


def _speaker(claim: Claim) -> Json | None:
    speaker = claim.speaker
    if speaker is None:
        return None
    span = speaker.span
    return {"name": speaker.name, "start": span.start if span else None, "end": span.end if span else None}
