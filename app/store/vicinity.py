"""Claims near which words stand: in their paragraph, their article's title, or the comments that they answer.

What is near a claim stands in its article's text and in no index of its own: the index of articles finds the texts that
have the words at all, those that say them most first, and these are read.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from typing import Any

from sqlalchemy import ColumnElement, Select, column, select, table
from sqlalchemy.orm import Session

from app.domain.article import Part, conversations
from app.domain.span import Span
from app.store import full_text, words
from app.store.lines import in_pages
from app.store.nearby import Surroundings
from app.store.tables import PlainText, StoredArticle, StoredClaim

READ = 500
"""Texts that are read for a search, a tenth of a second; no person looks through what stands in more."""
_IN = ("title", "text")
_FEW = 100
"""Texts that are read for a few claims."""
_AT_ONCE = 100
"""Texts that are in memory together."""
_PLACES = """
    SELECT article.number, claim.number, char_start, char_end, sentence_start, sentence_end
    FROM json_each(?) CROSS JOIN article ON article.number = value
    CROSS JOIN claim ON claim.article_id = article.article_id
"""


def near(session: Session, claim_ids: Sequence[str]) -> dict[str, str]:
    """What stands near each claim."""
    found = (
        select(StoredClaim.claim_id, StoredArticle.number, StoredClaim.char_start, StoredClaim.char_end)
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
    )  # fmt: skip
    places: defaultdict[int, list[tuple[str, Span]]] = defaultdict(list)
    for page in in_pages(claim_ids):
        for claim_id, article, start, end in session.execute(found.where(StoredClaim.claim_id.in_(page))):
            places[article].append((claim_id, Span(start, end)))
    return {
        claim_id: around.near(span)
        for page in _pages(list(places))
        for article, _, content, parts in _texts(session, page)
        for around in (Surroundings(content, parts),)
        for claim_id, span in places[article]
    }


def with_any(session: Session, terms: Sequence[str], *conditions: ColumnElement[bool]) -> list[str]:
    """Ids of the claims of these conditions near which a term stands, those near most of them first.

    Where a term stands in more than `READ` articles, of those that say the terms most.
    """
    return _best(session, terms, _articles(session, terms, READ), conditions)


def best(session: Session, terms: Sequence[str], count: int, *conditions: ColumnElement[bool]) -> list[str]:
    """Ids of the claims of these conditions near which most of the terms stand, of the articles that say them most."""
    return _best(session, terms, _articles(session, terms, _FEW), conditions)[:count]


def best_of(session: Session, terms: Sequence[str], count: int, *conditions: ColumnElement[bool]) -> list[str]:
    """The same where few claims are of these conditions, and not many articles have one."""
    having = select(StoredArticle.number).join(StoredClaim, StoredClaim.article_id == StoredArticle.article_id)
    return _best(session, terms, _articles(session, terms, _FEW, having.where(*conditions)), conditions)[:count]


def conversing(session: Session, names: Sequence[str], *conditions: ColumnElement[bool]) -> list[str]:
    """Ids of the claims of these conditions in the conversations that hold most of the names: in all, where one does.

    Where names stand in more than `READ` articles, of those that say the names most.
    """
    wanted = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in names]
    most, found = 1, list[int]()
    for page in _pages(_articles(session, names, READ)):
        places = _places(session, page)
        for article, _, content, parts in _texts(session, page):
            for spans in conversations(content, parts):
                held = sum(any(name.search(content, span.start, span.end) for span in spans) for name in wanted)
                if held > most:
                    most, found = held, []
                if held == most:
                    found += [number for number, place, _ in places[article] if any(map(place.overlaps, spans))]
    return _named(session, found, conditions)


def _articles(session: Session, terms: Sequence[str], count: int, among: Select[Any] | None = None) -> list[int]:
    """Numbers of the articles that say the terms most."""
    query = words.any_of(terms, _IN)
    if query is None:
        return []
    index = table("article_words", column("rowid"), column("rank"))
    found = select(index.c.rowid).where(full_text.matches("article_words", query))
    if among is not None:
        found = found.where(index.c.rowid.in_(among))
    return list(session.scalars(found.order_by(index.c.rank).limit(count)))


def _best(
    session: Session, terms: Sequence[str], articles: Sequence[int], conditions: Sequence[ColumnElement[bool]]
) -> list[str]:
    """Claims of the articles near which a term stands; a term counts the more, the fewer of them it stands near.

    Of claims near the same terms those come first whose own sentence says more of them.
    """
    wanted = [forms for term in terms if (forms := words.forms(term))]
    held: dict[int, tuple[int, ...]] = {}
    own: dict[int, int] = {}
    for page in _pages(articles):
        places = _places(session, page)
        for article, title, content, parts in _texts(session, page):
            found_near: dict[str, tuple[int, ...]] = {}
            around = Surroundings(content, parts)
            headline = words.spelled(title)
            for number, span, sentence in places[article]:
                text = around.near(span)
                if text not in found_near:
                    found_near[text] = _terms_in(wanted, headline + words.spelled(text))
                if found_near[text]:
                    held[number] = found_near[text]
                    own[number] = len(_terms_in(wanted, words.spelled(sentence.of(content))))
    common = Counter(at for stand in held.values() for at in stand)
    weight = {at: log(1 + len(held) / count) for at, count in common.items()}
    ranked = sorted(held, key=lambda number: (-sum(weight[at] for at in held[number]), -own[number], number))
    return _named(session, ranked, conditions)


def _places(session: Session, articles: Sequence[int]) -> defaultdict[int, list[tuple[int, Span, Span]]]:
    """The number, words and sentence of each claim of these articles."""
    places = defaultdict(list)
    for article, number, *ends in session.connection().exec_driver_sql(_PLACES, (json.dumps(articles),)):
        places[article].append((number, Span(*ends[:2]), Span(*ends[2:])))
    return places


def _named(session: Session, numbers: Sequence[int], conditions: Sequence[ColumnElement[bool]]) -> list[str]:
    """The ids of those of the claims that are of these conditions."""
    named: dict[int, str] = {}
    for page in _pages(numbers):
        found = select(StoredClaim.number, StoredClaim.claim_id).where(StoredClaim.number.in_(page), *conditions)
        named.update((number, claim_id) for number, claim_id in session.execute(found))
    return [named[number] for number in numbers if number in named]


def _terms_in(wanted: Sequence[Sequence[str]], spelled: str) -> tuple[int, ...]:
    """The positions of the terms of which a form stands in a text."""
    return tuple(at for at, forms in enumerate(wanted) if any(form in spelled for form in forms))


def _pages(numbers: Sequence[int]) -> Iterator[list[int]]:
    left = iter(numbers)
    while page := list(islice(left, _AT_ONCE)):
        yield page


def _texts(session: Session, numbers: Sequence[int]) -> Iterator[tuple[int, str, str, Sequence[Part]]]:
    """The number, title and text of articles, and what parts of it are."""
    found = (
        select(StoredArticle.number, StoredArticle.title, PlainText.content, StoredArticle.parts)
        .join(PlainText, PlainText.sha256 == StoredArticle.text_sha256)
        .where(StoredArticle.number.in_(numbers))
    )
    for number, title, text, parts in session.execute(found).all():
        yield number, title or "", text, parts
