"""Where reports really come from: which articles tell one story, why, and what the analyst says of it."""

import datetime
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from app.comparison.sources import credits, origins
from app.comparison.sources.credits import Credits
from app.comparison.sources.origins import Likeness
from app.domain import edtf, wording
from app.domain.article import Article
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.origin import Teller
from app.store.project import Project
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """An article beside another one. `why` says in words what links the two, empty where it is the one itself.

    `containment` is the share of the shorter text that stands in the other, 0 to 1; `set_apart` that the analyst split
    the two.
    """

    teller: Teller
    why: str = ""
    containment: float = 0.0
    set_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One story and who tells it, the earliest published first. `words` name it ("Reuters copy, first in the Wire")."""

    origin_id: str
    words: str
    articles: tuple[Related, ...]

    @property
    def first(self) -> Teller:
        """Who told it first."""
        return self.articles[0].teller


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Where one article comes from. `shares` are articles of other origins that have passages in common with it."""

    article: Teller
    origin: Origin
    shares: tuple[Related, ...]
    credited: tuple[str, ...] = ()
    """Agencies whose copy the article says it runs."""
    helped: tuple[str, ...] = ()
    """Agencies that it says added to its own report."""


class Origins:
    """The origins of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def told_often(self) -> list[Origin]:
        """The origins that several articles share, the most told first; every other article is an origin alone."""
        with self._project.reading() as store:
            return [_origin(store, store.origins.tellers(origin_id)) for origin_id in store.origins.told_often()]

    def of(self, article_id: str) -> Story:
        """Where an article comes from, and what shares passages with it."""
        with self._project.reading() as store:
            own = store.origins.teller(article_id)
            told = store.origins.tellers(own.origin_id)
            report = _report(store, own)
            return Story(
                article=own,
                origin=_origin(store, told, own),
                shares=_sharing(store, own, report),
                credited=tuple(sorted(report.credits.whole)),
                helped=tuple(sorted(report.credits.in_part)),
            )

    def join(self, article_ids: Sequence[str]) -> Changes:
        """Take articles, each with those that it is one origin with already, for one origin.

        Refused where that would bring two others together again that the analyst split.
        """
        with self._project.writing("join articles to one origin") as store:
            named = list({own.family: own for own in map(store.origins.teller, article_ids)}.values())
            if len(named) < 2:
                raise UserError(
                    "To join them takes two articles or more; nothing was changed. Name another one.", reason="alone"
                )
            store.name_act(f"join {len(named)} articles to one origin")
            told = store.origins.tellers(*{own.origin_id for own in named})
            families = {own.family for own in named}
            _check(store, told, families)
            for one, other in combinations(families, 2):
                store.origins.part(one, other, joined=True)
            first = told[0].origin_id
            store.origins.move([own.family for own in told if own.origin_id != first], first)
        return store.changes

    def split(self, article_id: str) -> Changes:
        """Take an article out of its origin; no later import or suggestion joins it to those that it leaves."""
        with self._project.writing("split an article off") as store:
            own = store.origins.teller(article_id)
            others = [other for other in store.origins.tellers(own.origin_id) if other.family != own.family]
            if not others:
                raise UserError(f"“{own.title}” is alone in its origin already; nothing was changed.", reason="alone")
            store.name_act(f"split {own.title} off")
            for other in others:
                store.origins.part(own.family, other.family, joined=False)
            store.origins.move([own.family])
        return store.changes


def suggested(store: Store, article: Article, shingles: frozenset[int], credited: Credits) -> str | None:
    """The origin that an article new to the project belongs to; None where it tells a story of its own.

    It takes the place of the one article that it has most in common with: two origins that stand apart stay so,
    whatever a third text repeats of both, for a round-up repeats many stories.
    """
    if same := store.articles.origin_of_text(article):
        return same
    own = _Report(shingles=shingles, credits=credited, day=article.day)
    # Without an agency to tip the balance, less in common than this is never one origin.
    least = origins.SHARES_PASSAGES if credited.whole else origins.SAME_ORIGIN
    found = [
        (likeness.containment, teller.origin_id)
        for teller, kept in store.origins.sharing(shingles, least)
        if (likeness := _likeness(store, own, teller, kept)).is_one_origin
    ]
    return max(found, key=lambda one: one[0])[1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Report:
    """What an article is told by."""

    shingles: frozenset[int]
    credits: Credits
    day: datetime.date | None


def _report(store: Store, teller: Teller) -> _Report:
    return _Report(
        shingles=frozenset(store.origins.shingles(teller.text_sha256)),
        credits=credits.read(store.articles.get(teller.article_id).article),
        day=edtf.day(teller.published),
    )


def _likeness(store: Store, own: _Report, teller: Teller, kept: Collection[int]) -> Likeness:
    """How alike they are; the other's credits are read only where they can tip the balance."""
    containment = origins.containment(own.shingles, kept)
    day = edtf.day(teller.published)
    agencies: frozenset[str] = frozenset()
    if own.credits.whole and containment >= origins.SHARES_PASSAGES:
        agencies = own.credits.whole & credits.read(store.articles.get(teller.article_id).article).whole
    return Likeness(
        containment=containment,
        agencies=agencies,
        apart=abs(own.day - day) if own.day and day else None,
    )


def _origin(store: Store, told: Sequence[Teller], beside: Teller | None = None) -> Origin:
    """An origin with its reasons: those beside one of its articles, the first where none is given."""
    own = beside or told[0]
    report = _report(store, own)
    said = dict(_said(store, own))
    articles = []
    for teller in told:
        if teller.family == own.family:
            articles.append(Related(teller=teller, containment=1.0))
            continue
        likeness = _likeness(store, report, teller, store.origins.shingles(teller.text_sha256))
        why = _why(likeness, joined=said.get(teller.family, False))
        articles.append(Related(teller=teller, why=why, containment=likeness.containment))
    return Origin(origin_id=own.origin_id, words=_words(store, told), articles=tuple(articles))


def _why(likeness: Likeness, *, joined: bool) -> str:
    reasons = ["joined by you"] if joined else []
    if likeness.shares_passages:
        reasons.append(_shared(likeness.containment))
    if likeness.agencies:
        reasons.append(f"both credited to {' and '.join(sorted(likeness.agencies))}")
    return "; ".join(reasons) or "by way of the others"


def _shared(containment: float) -> str:
    return "the same words" if containment > 0.995 else f"{containment:.0%} of the shorter text in common"


def _sharing(store: Store, own: Teller, report: _Report) -> tuple[Related, ...]:
    """Articles of other origins with passages in common, those with most first."""
    said = dict(_said(store, own))
    found: dict[str, Related] = {}
    for teller, kept in store.origins.sharing(report.shingles, origins.SHARES_PASSAGES):
        likeness = _likeness(store, report, teller, kept)
        known = found.get(teller.family)
        if teller.origin_id == own.origin_id or not likeness.shares_passages:
            continue
        if known is None or likeness.containment > known.containment:
            apart = said.get(teller.family) is False
            why = "; ".join(["split by you", _why(likeness, joined=False)] if apart else [_why(likeness, joined=False)])
            found[teller.family] = Related(teller=teller, why=why, containment=likeness.containment, set_apart=apart)
    return tuple(sorted(found.values(), key=lambda one: -one.containment))


def _said(store: Store, own: Teller) -> list[tuple[str, bool]]:
    """The families that the analyst joined this article to, or split it from."""
    return [
        (parting.second if parting.first == own.family else parting.first, parting.joined)
        for parting in store.origins.partings(own.family)
    ]


def _words(store: Store, told: Sequence[Teller]) -> str:
    """An origin by the agency that most of its articles credit, by who told it first and when."""
    first = told[0]
    whose = Counter(
        agency
        for teller in told[:_READ]
        for agency in credits.read(store.articles.get(teller.article_id).article).whole
    )
    agency = min(whose, key=lambda one: (-whose[one], one), default=None)
    when = f", {wording.date(first.published[:10])}" if first.published else ""
    where = first.outlet or f"“{first.title}”"
    if agency is not None and credits.is_agency(first.outlet, agency):
        return f"{agency} report{when}"
    if len(told) == 1:
        return f"{agency} copy in {where}{when}" if agency else f"Report of its own, {where}{when}"
    return f"{agency or 'One'} {'copy' if agency else 'story'}, first in {where}{when}"


_READ = 20
"""Articles of an origin whose credits are read to name it."""


def _check(store: Store, told: Sequence[Teller], named: Collection[str]) -> None:
    """Refuse to bring two articles together that were split, where nobody speaks of the two."""
    titles = {teller.family: teller.title for teller in told}
    for teller in told:
        for family, joined in _said(store, teller):
            if not joined and family in titles and not {teller.family, family} <= set(named):
                raise UserError(
                    f"“{titles[teller.family]}” and “{titles[family]}” were split by you, and this would join them "
                    "again; nothing was changed. Join those two first, or split one of them off.",
                    reason="split",
                )
