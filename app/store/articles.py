"""Articles of a project: their versions, their details, their origins."""

import hashlib
from array import array
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from types import SimpleNamespace

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.article import Article, ArticleRecord, Detail
from app.domain.listing import EVERY_ARTICLE, ArticleFacets, ArticleFilter, ArticleOrder, ArticleRow
from app.domain.removal import Removal
from app.store import passages, plain_rows, removal, sources
from app.store.by_id import stored
from app.store.history import recording
from app.store.library import facets, lists
from app.store.tables import PlainText, StoredArticle

_DAY = len("2025-05-23")
DETAILS = ("title", "outlet", "author", "published")
"""The details that the analyst can correct."""


class Articles:
    """The articles that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(
        self,
        article: Article,
        *,
        captured_at: str,
        origin_id: str | None = None,
        replaces: str | None = None,
        shingles: Collection[int] = (),
        rules: int | None = None,
    ) -> ArticleRecord:
        """Keep an article: its text and its bytes once each, whatever how many articles share them.

        `replaces` is another version of it, and this one takes its place among them: the next, unless it was published
        before others, which then count on from it. An article is its own
        origin, or its earlier version's, unless `origin_id` says otherwise. By its `shingles` a new text is found by
        those that share passages with it. `rules` is the number of those that read its claims.
        """
        earlier = None if replaces is None else self._newest(self._stored(replaces).family)
        article_id = f"art_{ULID()}"
        version = 1 if earlier is None else self._make_room(earlier.family, article)
        self._session.flush()
        text_sha256 = self._keep_text(article.text, shingles)
        row = SimpleNamespace(
            number=(self._driver.exec_driver_sql("SELECT max(number) FROM article").scalar() or 0) + 1,
            article_id=article_id,
            family=article_id if earlier is None else earlier.family,
            version=version,
            url=article.url,
            language=article.language,
            country=article.country,
            source_name=article.source_name,
            media_type=article.media_type,
            notes=article.notes,
            parts=article.parts,
            text_sha256=text_sha256,
            raw_sha256=self._keep_raw(article, text_sha256),
            captured_at=captured_at,
            origin_id=origin_id or (article_id if earlier is None else earlier.origin_id),
            rules=rules,
            turns=article.turns or None,
        )
        for name in DETAILS:
            detail: Detail | None = getattr(article, name)
            setattr(row, name, None if detail is None else detail.value)
            setattr(row, f"{name}_evidence", None if detail is None else detail.evidence)
        recording.add(self._session, StoredArticle, row)
        return _record(row, replace(article, raw=b""))

    def get(self, article_id: str) -> ArticleRecord:
        """One article with its text; a `UserError` where there is none, or an undo took it away."""
        return self._whole(self._stored(article_id))

    def raw(self, article_id: str) -> bytes:
        """The bytes of an article's source as they were found."""
        return sources.raw(self._driver, self._stored(article_id).raw_sha256)

    def find_duplicate(self, article: Article) -> ArticleRecord | None:
        """The article that this one repeats: the same text of the same outlet and page.

        What is unknown on either side is taken for the same. Another outlet's copy of the text is an article of its
        own.
        """
        row = next((row for row in self._of_text(article.text) if _from_one_source(row, article)), None)
        return None if row is None else self._whole(row)

    def origin_of_text(self, article: Article) -> str | None:
        """The origin of the articles that have this very text."""
        row = next(iter(self._of_text(article.text)), None)
        return None if row is None else row.origin_id

    def find_earlier(self, article: Article) -> ArticleRecord | None:
        """The newest version of what this is a later capture of: the same address, or the same outlet and title.

        Two addresses that lead to different pages part articles of one title ("Morning briefing").
        """
        row = self._by_address(article.url) or self._by_title(article)
        return None if row is None else self._whole(self._newest(row.family))

    def is_empty(self) -> bool:
        """Whether there is no article at all."""
        return self._session.scalar(select(StoredArticle.number).limit(1)) is None

    def rows(self, narrowed: ArticleFilter) -> list[ArticleRow]:
        """Newest versions, newest first; undated ones last."""
        return lists.rows(self._session, narrowed)

    def numbers(self, narrowed: ArticleFilter, order: ArticleOrder) -> "array[int]":
        """The row numbers of newest versions in order; what is undated or has no outlet last."""
        return lists.numbers(self._session, narrowed, order)

    def head(self, narrowed: ArticleFilter, order: ArticleOrder, count: int) -> "array[int]":
        """The first of them."""
        return lists.head(self._session, narrowed, order, count)

    def titled(self, typed: str, count: int) -> "array[int]":
        """The row numbers of newest versions with these words in their titles, what was filed last first."""
        return lists.titled(self._session, typed, count)

    def lines(self, numbers: Sequence[int]) -> dict[int, ArticleRow]:
        """The line of each number; those that are gone are left out."""
        return lists.lines(self._session, numbers)

    def number_of(self, article_id: str) -> int | None:
        """The number of an article; None for one that is gone."""
        return lists.number_of(self._session, article_id)

    def ids_of(self, numbers: Sequence[int]) -> dict[int, str]:
        """The id of each number; those that are gone are left out."""
        return lists.ids_of(self._session, numbers)

    def origins(self, narrowed: ArticleFilter) -> int:
        """From how many origins the articles are that the filter leaves."""
        return lists.origins(self._session, narrowed)

    def waiting(self, article_ids: Sequence[str]) -> dict[str, int]:
        """How many claims of each article wait for a decision; those without any are left out."""
        return lists.waiting(self._session, article_ids)

    def facets(self, narrowed: ArticleFilter = EVERY_ARTICLE) -> ArticleFacets:
        """Counts over what the filter leaves of the newest versions, each facet with its own choice left out."""
        return facets.facets(self._session, narrowed)

    def correct(self, article_id: str, field: str, detail: Detail | None) -> None:
        """Set one of `DETAILS` with its evidence; None for unknown."""
        if field not in DETAILS:
            raise ValueError(f"{field} is no detail that can be corrected")
        row = self._stored(article_id)
        setattr(row, field, None if detail is None else detail.value)
        setattr(row, f"{field}_evidence", None if detail is None else detail.evidence)

    def what_goes(self, article_ids: Sequence[str]) -> Removal:
        """What would go along with these versions."""
        return removal.what_goes(self._session, article_ids)

    def remove(self, article_id: str) -> None:
        """Take one version away with its claims and all that hangs on them; its text stays while it can come back."""
        removal.remove(self._session, self._stored(article_id))

    def ids(self) -> list[str]:
        """Every version of every article, in the order of adding."""
        return list(self._session.scalars(select(StoredArticle.article_id).order_by(StoredArticle.number)))

    def _stored(self, article_id: str) -> StoredArticle:
        return stored(self._session, StoredArticle, article_id)

    def _whole(self, row: StoredArticle) -> ArticleRecord:
        text = self._session.scalars(select(PlainText.content).where(PlainText.sha256 == row.text_sha256)).one()
        article = Article(
            text=text,
            parts=row.parts,
            raw=b"",
            media_type=row.media_type,
            title=_detail(row.title, row.title_evidence),
            outlet=_detail(row.outlet, row.outlet_evidence),
            author=_detail(row.author, row.author_evidence),
            published=_detail(row.published, row.published_evidence),
            url=row.url,
            language=row.language,
            country=row.country,
            source_name=row.source_name,
            turns=row.turns or (),
            notes=row.notes,
        )
        return _record(row, article)

    def _of_text(self, text: str) -> Iterator[StoredArticle]:
        return self._found("text_sha256 = ? ORDER BY number", _sha256(text))

    def _found(self, where: str, *asked: str) -> Iterator[StoredArticle]:
        """Articles of a condition and order. Each new article asks several, and mostly there are none."""
        numbers = self._driver.exec_driver_sql(f"SELECT number FROM article WHERE {where}", asked).all()
        return (self._session.get_one(StoredArticle, number) for (number,) in numbers)

    def _newest(self, family: str) -> StoredArticle:
        members = select(StoredArticle).where(StoredArticle.family == family)
        return self._session.scalars(members.order_by(StoredArticle.version.desc()).limit(1)).one()

    def _make_room(self, family: str, article: Article) -> int:
        """The number that another version gets; those published later move on by one."""
        members = select(StoredArticle).where(StoredArticle.family == family)
        found = list(self._session.scalars(members.order_by(StoredArticle.version.desc())))
        published = article.published.value if article.published else None
        later = [row for row in found if _is_later(row.published, published)]
        free = min((row.version for row in later), default=found[0].version + 1)
        for row in found:
            if row.version >= free:
                row.version += 1
                # One at a time: no two of a family have one number, not even for a moment.
                self._session.flush()
        return free

    def _by_address(self, url: str | None) -> StoredArticle | None:
        if not url:
            return None
        return next(self._found("url = ? ORDER BY number DESC LIMIT 1", url), None)

    def _by_title(self, article: Article) -> StoredArticle | None:
        if article.title is None or article.outlet is None:
            return None
        named = "title = ? COLLATE NOCASE AND outlet = ? COLLATE NOCASE ORDER BY number DESC"
        namesakes = self._found(named, article.title.value, article.outlet.value)
        return next((row for row in namesakes if _one_page(row.url, article.url)), None)

    def _keep_text(self, text: str, shingles: Collection[int]) -> str:
        sha256 = _sha256(text)
        kept = self._driver.exec_driver_sql("SELECT 1 FROM plain_text WHERE sha256 = ?", (sha256,))
        if kept.first() is None:
            plain_rows.put(self._driver, PlainText, sha256=sha256, content=text)
            passages.keep(self._session, sha256, shingles)
        return sha256

    def _keep_raw(self, article: Article, text_sha256: str) -> str:
        sha256 = hashlib.sha256(article.raw).hexdigest()
        sources.keep(self._driver, sha256, article.raw, article.text, text_sha256)
        return sha256

    @property
    def _driver(self) -> Connection:
        """What a new article takes goes straight to SQLite: an import does it for every file."""
        return self._session.connection()


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _from_one_source(row: StoredArticle, article: Article) -> bool:
    outlet = None if article.outlet is None else article.outlet.value
    return one_source((row.outlet, row.url), (outlet, article.url))


def one_source(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two outlets and addresses may be the same page of the same outlet; an address says more than a name."""
    if one[1] and one[1] == other[1]:
        return True
    outlets = {name.casefold() for name in (one[0], other[0]) if name}
    return len(outlets) < 2 and _one_page(one[1], other[1])


def _one_page(first: str | None, second: str | None) -> bool:
    """Whether two addresses may be one page: one is unknown, or they differ only in what follows ? or #."""
    if not first or not second:
        return True
    plain = [address.partition("#")[0].partition("?")[0].rstrip("/") for address in (first, second)]
    return plain[0] == plain[1]


def _is_later(one: str | None, other: str | None) -> bool:
    """Whether one publication is known to be later than another; on one day, by the times if both are known."""
    if one is None or other is None:
        return False
    day, other_day = one[:_DAY], other[:_DAY]
    if day != other_day or _DAY in (len(one), len(other)):
        return day > other_day
    return one > other


def _detail(value: str | None, evidence: str | None) -> Detail | None:
    return None if value is None else Detail(value=value, evidence=evidence or "")


def _record(row: StoredArticle | SimpleNamespace, article: Article) -> ArticleRecord:
    return ArticleRecord(
        article_id=row.article_id,
        version=row.version,
        article=article,
        text_sha256=row.text_sha256,
        raw_sha256=row.raw_sha256,
        captured_at=row.captured_at,
        origin_id=row.origin_id,
    )
