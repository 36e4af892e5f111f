"""Fills a project with an archive of any size, as imports, a review and an analyst's filing would leave it.

Everything goes through the store's own ways in, so it is true to whatever schema the project has. Of a hundred
articles two are later versions of others that correct a sum, and ten are copies of another paper's story.
"""

import datetime
import random
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from functools import partial

from app.comparison.topics import measured_range
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.shingles import shingles
from app.services import disputes as measuring
from app.services.articles import versions
from app.store.project import Project
from app.store.session import Store
from tests.support import news_stories
from tests.support.news_stories import Story, story

AT_ONCE = 500
"""Articles of one transaction, and of one import."""
TOPICS_AT_ONCE = 50
_START = datetime.datetime(2026, 1, 5, 9, tzinfo=datetime.UTC)


def pages(count: int, seed: int = 1) -> Iterator[str]:
    """So many saved HTML pages, each of some 500 words with about 12 figures of all kinds."""
    return (story(number, seed).page for number in range(count))


def fill(
    project: Project, articles: int, seed: int = 1, *, figures: int = 12, reviewed: float = 0.3, filed: float = 0.8
) -> None:
    """Add so many articles of so many claims each, the same for one seed.

    `reviewed` is the share of articles whose claims were decided. For about every hundred articles there is a subject
    with three topics: `filed` is the share of its sums, counts and percentages that stand under them.
    """
    filling = _Filling(project, articles, seed, figures)
    for first in range(0, articles, AT_ONCE):
        filling.bring(range(first, min(articles, first + AT_ONCE)), reviewed, filed)
    filling.file()


class _Filling:
    """One archive in the making."""

    def __init__(self, project: Project, articles: int, seed: int, figures: int) -> None:
        self._project = project
        self._seed = seed
        self._story = partial(story, seed=seed, figures=figures, subjects=max(1, articles // 100))
        self._draw = random.Random(f"archive {seed}")
        self._recent: deque[tuple[Story, str, str]] = deque(maxlen=60)
        self._topics: defaultdict[tuple[int, Kind], list[str]] = defaultdict(list)

    def bring(self, numbers: Sequence[int], reviewed: float, filed: float) -> None:
        """Import some articles and review a part of them."""
        decided: defaultdict[State, list[str]] = defaultdict(list)
        with self._project.writing(f"import {len(numbers)} files") as store:
            for number in numbers:
                told, ids = self._add(store, number)
                if self._draw.random() < reviewed:
                    for claim_id, state in zip(
                        ids, self._draw.choices(list(State), (15, 70, 15), k=len(ids)), strict=True
                    ):
                        decided[state].append(claim_id)
                self._choose(told, ids, filed)
        at = _moment(numbers[-1] + 1)
        with self._project.writing("review") as store:
            for state in (State.ACCEPTED, State.REJECTED):
                store.claims.set_state(decided[state], state, at)
            for claim_id in decided[State.ACCEPTED][::50]:
                store.claims.set_basis(claim_id, {"status": "outturn"}, at)
            measuring.measure(store)

    def file(self) -> None:
        """Make the topics and put under each what was chosen for it, against the first of it."""
        chosen = list(self._topics.items())
        for first in range(0, len(chosen), TOPICS_AT_ONCE):
            with self._project.writing("make topics") as store:
                for (about, kind), claims in chosen[first : first + TOPICS_AT_ONCE]:
                    topic = news_stories.subject(about, self._seed)
                    name = f"{topic.thing.title()} of {topic.place}: {_NAMED[kind]}"
                    made = store.topics.add(name, (topic.place, topic.thing), kind)
                    store.topics.file(made.topic_id, claims)
                    store.topics.set_pin(made.topic_id, claims[0])

    def _add(self, store: Store, number: int) -> tuple[Story, list[str]]:
        """One article: a story of its own, another paper's, or a later version of one."""
        chance, outlet, earlier, origin_id = self._draw.random(), None, None, None
        if chance < 0.02 and self._recent:
            told, earlier, origin_id = self._recent.popleft()
            told = self._story(told.number, corrected=True)
        elif chance < 0.12 and self._recent:
            told, _, origin_id = self._draw.choice(self._recent)
            outlet = self._draw.choice([one for one in news_stories.OUTLETS if one != told.outlet])
        else:
            told = self._story(number)
        article = told.article(outlet)
        record = store.articles.add(
            article,
            captured_at=_moment(number),
            origin_id=origin_id,
            replaces=earlier,
            shingles=shingles(article.text, article.parts),
            rules=1,
        )
        ids = store.claims.add(record.article_id, told.claims, [measured_range.of(claim) for claim in told.claims])
        if earlier:
            versions.settle(store, record)
        elif outlet is None:
            self._recent.append((told, record.article_id, record.origin_id))
        return told, ids

    def _choose(self, told: Story, ids: Sequence[str], filed: float) -> None:
        """Remember which claims go under which topics; a sum that restates another has no id."""
        kinds = [claim.figure.kind for claim in told.claims if claim.converts is None]
        for claim_id, kind in zip(ids, kinds, strict=True):
            if kind in _NAMED and self._draw.random() < filed:
                self._topics[told.about, kind].append(claim_id)


_NAMED = {Kind.MONEY: "what it costs", Kind.QUANTITY: "how many", Kind.PERCENTAGE: "what share"}


def _moment(number: int) -> str:
    """When an article of this number came in."""
    return f"{_START + datetime.timedelta(seconds=20 * number):%Y-%m-%dT%H:%M:%S.%fZ}"
