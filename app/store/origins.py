"""Which articles of a project tell one story, and what the analyst said of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session
from ulid import ULID

from app.domain.origin import Parting, Teller
from app.store import passages
from app.store.by_id import stored
from app.store.lines import in_pages
from app.store.tables import StoredArticle, StoredParting


class Origins:
    """The origins that one session sees. All versions of an article are one teller of one origin."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sharing(self, shingles: Collection[int], share: float = 0.0) -> list[tuple[Teller, Collection[int]]]:
        """Articles, whichever version, whose texts seem to share most with these shingles, and the shingles of each.

        Those that have less in common than this share of the shorter text are left out.
        """
        texts = passages.sharing(self._session, shingles, share)
        order = {sha256: at for at, sha256 in enumerate(texts)}
        rows = self._rows(StoredArticle.text_sha256, list(texts))
        found = sorted(rows, key=lambda row: (order[row.text_sha256], row.number))
        tellers = {teller.family: teller for teller in self._tellers({row.family for row in found})}
        return [(tellers[row.family], texts[row.text_sha256]) for row in found]

    def teller(self, article_id: str) -> Teller:
        """An article as its newest version tells the story; a `UserError` where there is no such article."""
        return self._tellers([stored(self._session, StoredArticle, article_id).family])[0]

    def tellers(self, *origin_ids: str) -> list[Teller]:
        """Who tells these stories, the earliest published first, then the earliest captured."""
        rows = self._rows(StoredArticle.origin_id, origin_ids)
        return self._tellers({row.family for row in rows})

    def told_often(self) -> list[str]:
        """Ids of the origins that several articles share, those of most articles first."""
        articles = func.count(StoredArticle.family.distinct())
        found = select(StoredArticle.origin_id).group_by(StoredArticle.origin_id).having(articles > 1)
        return list(self._session.scalars(found.order_by(articles.desc(), StoredArticle.origin_id)))

    def shingles(self, sha256: str) -> frozenset[int]:
        """The shingles of a text."""
        return passages.shingles_of(self._session, sha256)

    def move(self, families: Iterable[str], origin_id: str | None = None) -> None:
        """Give all versions of these articles an origin, a new one unless it is named."""
        place = origin_id or f"org_{ULID()}"
        for row in self._rows(StoredArticle.family, list(families)):
            row.origin_id = place
        self._session.flush()

    def partings(self, family: str) -> list[Parting]:
        """What the analyst said of this article and others."""
        of_it = or_(StoredParting.first == family, StoredParting.second == family)
        return [
            Parting(first=row.first, second=row.second, joined=row.joined)
            for row in self._session.scalars(select(StoredParting).where(of_it))
        ]

    def part(self, one: str, other: str, *, joined: bool) -> None:
        """Remember that two articles were joined, or set apart; the last word counts."""
        first, second = sorted((one, other))
        row = self._session.get(StoredParting, (first, second))
        if row is None:
            self._session.add(StoredParting(first=first, second=second, joined=joined))
        else:
            row.joined = joined
        self._session.flush()

    def _rows(self, column: InstrumentedAttribute[str], values: Sequence[str]) -> list[StoredArticle]:
        pages = (self._session.scalars(select(StoredArticle).where(column.in_(page))) for page in in_pages(values))
        return [row for page in pages for row in page]

    def _tellers(self, families: Iterable[str]) -> list[Teller]:
        versions: defaultdict[str, list[StoredArticle]] = defaultdict(list)
        for row in self._rows(StoredArticle.family, list(families)):
            versions[row.family].append(row)
        stories = [sorted(rows, key=lambda row: row.version) for rows in versions.values()]
        return [_teller(rows[0], rows[-1]) for rows in sorted(stories, key=lambda rows: _age(rows[0]))]


def _teller(first: StoredArticle, newest: StoredArticle) -> Teller:
    return Teller(
        article_id=newest.article_id,
        family=newest.family,
        origin_id=newest.origin_id,
        title=newest.title or newest.source_name,
        outlet=newest.outlet,
        published=first.published,
        captured_at=first.captured_at,
        text_sha256=newest.text_sha256,
    )


def _age(first: StoredArticle) -> tuple[bool, str, bool, str, str, int]:
    """What sorts the earliest published first, within a day those whose time is known, undated ones last."""
    published = first.published or ""
    day = published[:10]
    return not published, day, published == day, published, first.captured_at, first.number
