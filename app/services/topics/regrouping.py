"""The rows of a comparison in other groups than by basis: by speaker, by date, by origin."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from itertools import groupby

from app.domain import wording
from app.domain.labels import GroupLabel
from app.services.topics.comparing import A_READER, NOT_STATED, Comparison, Group, Row

_Key = tuple[int, str, str]


class By(StrEnum):
    """What rows stand together by; only rows of one basis are set against each other, however they stand."""

    BASIS = "basis"
    SPEAKER = "speaker"
    DATE = "date"
    ORIGIN = "origin"


def groups(comparison: Comparison, by: By) -> tuple[Group, ...]:
    """The groups; within one, rows keep the order of the bases. What a group measures is known by basis alone."""
    if by is By.BASIS:
        return comparison.groups
    rows = comparison.rows
    label = {By.SPEAKER: _speaker, By.DATE: _day, By.ORIGIN: _origins(rows)}[by]
    labelled = sorted(((label(row), row) for row in rows), key=lambda pair: pair[0].key)
    return tuple(
        Group(label=shared, rows=tuple(row for _, row in pairs))
        for shared, pairs in groupby(labelled, key=lambda pair: pair[0])
    )


def _speaker(row: Row) -> GroupLabel:
    """By name; readers and words that name nobody come last."""
    rank = (NOT_STATED, A_READER).index(row.speaker) + 1 if row.speaker in (NOT_STATED, A_READER) else 0
    name = row.speaker[:1].upper() + row.speaker[1:]
    return GroupLabel(kind=name, detail="", key=(rank, row.speaker.casefold(), ""))


def _day(row: Row) -> GroupLabel:
    """By the day on which the figure was printed first, undated ones last."""
    day = (row.first.published or "")[:10]
    return GroupLabel(kind=wording.date(day) if day else "Undated", detail="", key=(not day, day, ""))


def _origins(rows: Sequence[Row]) -> Callable[[Row], GroupLabel]:
    """By the origin that printed the figure first, named by its earliest article among the rows."""
    earliest: dict[str, tuple[str, Row]] = {}
    for row in rows:
        found = (row.first.published or "9999", row)
        if row.first.origin_id not in earliest or found[0] < earliest[row.first.origin_id][0]:
            earliest[row.first.origin_id] = found

    def label(row: Row) -> GroupLabel:
        day, one = earliest[row.first.origin_id]
        detail = A_READER if one.first.comment is not None else one.first.title
        key: _Key = (0, day, row.first.origin_id)
        return GroupLabel(kind=one.first.outlet or NOT_STATED.capitalize(), detail=detail, key=key)

    return label
