"""Versions of an article: what each did with the figures of the one before, and what is carried over."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.comparison.sources import drift
from app.comparison.sources.drift import Edition
from app.domain.article import ArticleRecord
from app.domain.claim import ClaimRecord
from app.domain.errors import UserError
from app.domain.version import CARRIED, Fate, Passage, Point, Version
from app.store.project import Project
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Two versions of an article and the fate of every figure of the older one, then what is new in the later."""

    old: ArticleRecord
    new: ArticleRecord
    passages: tuple[Passage, ...]

    def count(self, fate: Fate) -> int:
        """How many figures have this fate."""
        return sum(passage.fate is fate for passage in self.passages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """One figure of a topic through the versions of an article, the oldest first."""

    points: tuple[Point, ...]


class Versions:
    """The versions of the articles of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, article_id: str) -> list[Version]:
        """All versions of an article, the first one first."""
        with self._project.reading() as store:
            store.articles.get(article_id)
            return store.versions.of(article_id)

    def difference(self, old_id: str, new_id: str) -> Difference:
        """What became of the figures of one version in another one of the same article."""
        with self._project.reading() as store:
            if new_id not in {version.article_id for version in store.versions.of(old_id)}:
                raise UserError(
                    "These two are not versions of one article, so there is nothing to compare figure by figure. Set "
                    "them side by side under a topic instead.",
                    reason="other-article",
                )
            old, new = store.articles.get(old_id), store.articles.get(new_id)
            return Difference(old=old, new=new, passages=_passages(store, old, new))

    def drift(self, topic_id: str) -> list[Drift]:
        """The topic's figures that a later version changed or dropped, by the day of the first version."""
        with self._project.reading() as store:
            found = runs(store, topic_id)
        drifted = [run for run in found if any(point.fate not in {None, *CARRIED} for point in run)]
        drifted.sort(key=lambda run: (run[0].published or "9999", run[0].captured_at))
        return [Drift(points=run) for run in drifted]


def runs(store: Store, topic_id: str) -> list[tuple[Point, ...]]:
    """Each of the topic's figures through the versions of its article, the oldest first, whatever became of it."""
    points = {point.claim.claim_id: point for point in store.versions.points(topic_id)}
    followed = {point.successor for point in points.values()}
    return [_run(points, start) for start in points if start not in followed]


def settle(store: Store, new: ArticleRecord) -> None:
    """Say what a version that was just kept, with its claims, did with the figures of the one before.

    One that was published before others that are known says it of its own figures: those were decided without it.
    """
    ordered = [version.article_id for version in store.versions.of(new.article_id)]
    at = ordered.index(new.article_id)
    for old_id in ordered[max(at - 1, 0) : at]:
        _settle(store, store.articles.get(old_id), new, carried=at == len(ordered) - 1)
    for later_id in ordered[at + 1 : at + 2]:
        _settle(store, new, store.articles.get(later_id), carried=False)


def resettle(store: Store, article_id: str) -> None:
    """Say again what the versions on either side of this one did with figures, whose claims changed.

    What was decided about a figure stays with it.
    """
    ordered = [version.article_id for version in store.versions.of(article_id)]
    at = ordered.index(article_id)
    for old_id, new_id in pairwise(ordered[max(at - 1, 0) : at + 2]):
        _settle(store, store.articles.get(old_id), store.articles.get(new_id), carried=False)


def _settle(store: Store, old: ArticleRecord, new: ArticleRecord, *, carried: bool) -> None:
    if carried:
        store.remarks.carry(old.article_id, new.article_id)
    for passage in _passages(store, old, new):
        if passage.old is not None:
            successor = None if passage.new is None else passage.new.claim_id
            store.versions.settle(passage.old.claim_id, passage.fate, successor, carried=carried)
            if carried and successor is not None and passage.fate in CARRIED:
                store.remarks.carry(passage.old.claim_id, successor)


def _passages(store: Store, old: ArticleRecord, new: ArticleRecord) -> tuple[Passage, ...]:
    before, after = store.claims.of_article(old.article_id), store.claims.of_article(new.article_id)
    steps = drift.difference(_edition(old, before), _edition(new, after))
    return tuple(
        Passage(
            fate=step.fate,
            old=None if step.old is None else before[step.old],
            new=None if step.new is None else after[step.new],
            same_figure=step.same_figure,
        )
        for step in steps
    )


def _edition(kept: ArticleRecord, claims: Sequence[ClaimRecord]) -> Edition:
    return Edition(text=kept.article.text, claims=[record.claim for record in claims])


def _run(points: dict[str, Point], start: str) -> tuple[Point, ...]:
    run = [points[start]]
    while (after := run[-1].successor) is not None and after in points:
        run.append(points[after])
    return tuple(run)
