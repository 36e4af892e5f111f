"""The first claims of a list, read along an index as far as need be; the whole list is that of `sorting`."""

from array import array
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.narrowing import Field
from app.store import full_text, words
from app.store.claim_lists import filters, sorting
from app.store.claim_lists.conditions import beside_words, on_marks, searched
from app.store.claim_lists.counts import matching
from app.store.claim_lists.filters import YEAR, from_to, of_years, shown
from app.store.row_numbers import NUMBERS, among, gathered
from app.store.tables import Edition, Mark, SpeakerCell, SpeakerName, StoredArticle, StoredClaim


def head(
    session: Session, narrowed: ClaimFilter, order: ClaimOrder, count: int, *, descending: bool
) -> "array[int] | None":
    """The first of them, read along an index as far as need be; None for an order that has none.

    None too where few claims are left: all of these are found and sorted before so many others are passed over.
    """
    query = words.query(narrowed.words, filters.WORDS_IN)
    if order in sorting.NO_INDEX or (query and order is ClaimOrder.SPEAKER):
        return None
    asked = list(filters.parts(narrowed))
    if asked and all(part.of is not Mark for part in asked) and matching(session, asked, shown(narrowed)) < _SORTED:
        return None
    if order is ClaimOrder.PUBLISHED:
        first = (_by_years if query else _within_years)(session, narrowed, descending=descending)
    elif order is ClaimOrder.SPEAKER:
        first = _by_speakers(session, narrowed, descending=descending)
    elif query and (session.scalar(full_text.at_most("claim_words", query, _RARE)) or 0) < _RARE:
        return None
    else:
        first = sorting.stretches(narrowed, order, descending=descending, along=True)
    found = array(NUMBERS)
    for stretch in first:
        found.extend(session.scalars(stretch.limit(count - len(found))))
        if len(found) == count:
            break
    return found


_RARE = 10_000
"""Claims that have a word from which the first are found sooner than all are sorted."""
_SORTED = 1_500
"""Claims that are sorted sooner than the first of them are met on the way."""
_LAST = chr(0x10FFFF)
"""Stands behind whatever a year can go on with."""


def _within_years(session: Session, narrowed: ClaimFilter, *, descending: bool) -> Iterator[Select[Any]]:
    """Claims by the day, along no other days than those of the years that a filter leaves."""
    if not any(part.of is Edition or part.field == Field.YEAR for part in filters.parts(narrowed)):
        yield from sorting.stretches(narrowed, ClaimOrder.PUBLISHED, descending=descending, along=True)
        return
    dated, undated = _years(session, narrowed)
    chosen = [
        one.values[0]
        for one in narrowed.chosen
        if one.field is Field.YEAR and not one.excluded and len(one.values) == 1
    ]
    stretches = [(narrowed.after, narrowed.before), *(one.split("/") for one in chosen if one)]
    within = [condition for ends in stretches for condition in from_to(StoredArticle.published, *ends)]
    conditions = filters.conditions(replace(narrowed, after="", before=""))
    for years in filter(None, (dated, undated)):
        claims = sorting.of_articles(along=True).where(*_days(years), *within, *conditions)
        yield claims.order_by(*sorting.by_article(ClaimOrder.PUBLISHED, descending=descending))


def _by_years(session: Session, narrowed: ClaimFilter, *, descending: bool) -> Iterator[Select[Any]]:
    """Claims with words, by the day: those of one year, then of as many years as hardly have too many."""
    dated, undated = _years(session, narrowed)
    left = sorted(dated, reverse=descending)
    size = 1
    while left:
        some, left = left[:size], left[size:]
        found = yield from _with_words(session, narrowed, some, descending=descending)
        size = max(1, size * _SORTED // max(1, found))
    if undated:
        yield from _with_words(session, narrowed, undated, descending=descending)


def _years(session: Session, narrowed: ClaimFilter) -> tuple[list[str], list[str]]:
    """The years in which what a filter leaves may be published, and "" where some of it is of no day."""
    of_editions = [part.condition for part in filters.parts(narrowed) if part.of is Edition]
    known = session.scalars(select(Edition.year).where(*of_editions).distinct())
    first, last = narrowed.after[:YEAR], narrowed.before[:YEAR] or _LAST
    years = [year for year in known if first <= year <= last]
    return [year for year in years if year], [year for year in years if not year]


def _days(years: Sequence[str]) -> Sequence[ColumnElement[bool]]:
    """From the first to the last day of some years; "" is of no day."""
    if not any(years):
        return [StoredArticle.published.is_(None)]
    return [StoredArticle.published >= min(years), StoredArticle.published < max(years) + _LAST]


def _with_words(
    session: Session, narrowed: ClaimFilter, years: Sequence[str], *, descending: bool
) -> Generator[Select[Any], None, int]:
    """Those of the claims that have words which are of some years: few are sorted, of many the first are soon met.

    Gives how many claims of these years there are, all that lists may hide among them where words alone are asked for.
    """
    asked, left = [*filters.parts(narrowed), of_years(years)], shown(narrowed)
    query, unsaid, _ = searched(asked, None)
    with_words = full_text.rows_of("claim_words", query)
    if unsaid:
        with_words = select(Mark.claim.label("number")).where(*beside_words(asked, left))
    if found := gathered(session, [with_words]):
        claims = sorting.of_articles(along=len(found) > _SORTED)
        there = claims.where(StoredClaim.number.in_(among(found)), *_days(years), *on_marks((), left))
        yield there.order_by(*sorting.by_article(ClaimOrder.PUBLISHED, descending=descending))
    return len(found)


def _by_speakers(session: Session, narrowed: ClaimFilter, *, descending: bool) -> Iterator[Select[Any]]:
    """Claims by the name of who says so: of a few speakers, then of several times as many, then those of nobody."""
    conditions, name = filters.conditions(narrowed), func.lower(SpeakerName.name)
    by_name = select(name, SpeakerName.number, func.sum(SpeakerCell.claims))
    by_name = by_name.join(SpeakerCell, SpeakerCell.speaker == SpeakerName.number).group_by(SpeakerName.number)
    named = sorting.named(descending=descending).where(*conditions)
    some, claims, enough = list[int](), 0, _SORTED
    for _, alike in groupby(session.execute(by_name.order_by(name.desc() if descending else name)), itemgetter(0)):
        for _, number, theirs in alike:
            some.append(number)
            claims += theirs
        if claims >= enough:
            yield named.where(Mark.speaker.in_(among(some)))
            some, claims, enough = [], 0, enough * _MORE
    yield named.where(Mark.speaker.in_(among(some)))
    yield select(Mark.claim).where(Mark.speaker == 0, *conditions).order_by(Mark.claim)


_MORE = 8
"""How many times as many claims are sorted next where the first were too few."""
