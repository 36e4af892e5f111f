"""Topics suggested for claims that were left out: how often the right one comes first, and among the first three.

Prints the figures with -s; a floor only rises.
"""

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services.topics.grouping import Grouping
from app.store.project import Project

PASSAGES = Path(__file__).with_name("topic_passages.txt")
AT = "2026-02-14T09:30:00.000000Z"
FIRST, FIRST_WITH_TERMS = 0.86, 0.88
TOP, TOP_WITH_TERMS = 0.96, 0.98
CHOSEN_RIGHT = 0.85


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article with the name of the topic that its claims belong to."""

    topic: str
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares of claims: the right topic first, among the first three, and of those chosen outright the right ones."""

    first: float
    top: float
    chosen: float
    chosen_right: float


def _stories() -> Iterator[tuple[str, tuple[str, ...], list[Story]]]:
    for part in re.split(r"^== ", PASSAGES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, *articles = re.split(r"\n# ", part)
        name, _, terms = head.strip().partition(" | ")
        told = [article.partition("\n") for article in articles]
        stories = [Story(topic=name, title=title, body=body.strip()) for title, _, body in told]
        yield name, tuple(terms.split(", ")), stories


def _article(story: Story) -> Article:
    text = f"{story.title}\n\n{story.body}"
    at = len(story.title)
    parts = (Part(kind=PartKind.TITLE, span=Span(0, at)), Part(kind=PartKind.BODY, span=Span(at + 2, len(text))))
    title = Detail(value=story.title, evidence="the text")
    return Article(text=text, parts=parts, raw=text.encode(), media_type="text/plain", title=title)


def _left_out(path: Path, *, with_terms: bool) -> Figures:
    """Each article's money claims taken out of their topic in turn, and a topic suggested for them."""
    ranks, chosen = list[int | None](), list[bool]()
    with closing(Project.create(path)) as project:
        grouping = Grouping(project)
        filed: list[tuple[str, list[str]]] = []
        with project.writing("import and file") as store:
            for name, terms, stories in _stories():
                topic_id = store.topics.add(name, terms if with_terms else (), Kind.MONEY).topic_id
                for story in stories:
                    article = _article(story)
                    record = store.articles.add(article, captured_at=AT)
                    read = pipeline.read(Passage(text=article.text, parts=article.parts))
                    money = [claim for claim in read if claim.figure.kind is Kind.MONEY and claim.converts is None]
                    claim_ids = store.claims.add(record.article_id, money)
                    store.topics.file(topic_id, claim_ids)
                    filed.append((topic_id, claim_ids))
        for topic_id, claim_ids in filed:
            grouping.remove(claim_ids, topic_id)
            for claim_id in claim_ids:
                found = grouping.suggest(claim_id)
                ids = [topic.topic_id for topic in found.topics]
                ranks.append(ids.index(topic_id) if topic_id in ids else None)
                if found.preselected is not None:
                    chosen.append(found.preselected.topic_id == topic_id)
            grouping.file(claim_ids, topic_id)
    return Figures(
        first=ranks.count(0) / len(ranks),
        top=sum(rank is not None for rank in ranks) / len(ranks),
        chosen=len(chosen) / len(ranks),
        chosen_right=sum(chosen) / len(chosen),
    )


@pytest.mark.parametrize(
    ("with_terms", "first", "top"), [(False, FIRST, TOP), (True, FIRST_WITH_TERMS, TOP_WITH_TERMS)]
)
def test_the_right_topic_is_suggested_for_claims_left_out(
    tmp_path: Path, with_terms: bool, first: float, top: float
) -> None:
    found = _left_out(tmp_path / "p.counterclaim", with_terms=with_terms)
    terms = "with" if with_terms else "without"
    print(
        f"\ntopics {terms} watch-terms: first {found.first:.2f}, top three {found.top:.2f}; "
        f"chosen outright {found.chosen:.2f}, of these right {found.chosen_right:.2f}"
    )
    assert found.first >= first
    assert found.top >= top
    assert found.chosen_right >= CHOSEN_RIGHT
