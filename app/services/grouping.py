"""Topics: what claims are about, confirmed by a person."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.article import conversations
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ArticleFilter, ClaimLine
from app.domain.topic import Topic
from app.store.project import Project, Store

SUGGESTIONS = 3
SHORTEST = 4
"""Letters of a word that can be a watch-term by itself; shorter ones stand everywhere."""
SHOWN = 200
"""Claims of a proposal that come with their lines."""
_OF_TIME = (Kind.DATE, Kind.DURATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic with how many claims are filed under it."""

    topic: Topic
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What a topic of this name would hold: its watch-terms, the kind of figure it compares, the claims best first.

    `lines` are those of the first `SHOWN` claims: a list that a person looks through is no longer.
    """

    terms: tuple[str, ...]
    kind: Kind
    claim_ids: tuple[str, ...]
    lines: tuple[ClaimLine, ...]


class Grouping:
    """The topics of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def topics(self) -> list[TopicRow]:
        """All topics, the fullest first; rejected claims do not count."""
        with self._project.reading() as store:
            return [TopicRow(topic=topic, claims=claims) for topic, claims in store.topics.list()]

    def find(self, terms: Sequence[str], kind: Kind | None = None) -> tuple[Kind, list[ClaimLine]]:
        """Claims that a topic with these watch-terms would hold, best first, and the kind of figure it compares.

        A claim is found where a term stands in its paragraph, its article's title or the comments it answers.
        `kind` None: the commonest kind found, dates and durations left out.
        """
        with self._project.reading() as store:
            found_kind, claim_ids = _commonest(store.claims.search_near(terms, kind), kind)
            return found_kind, store.claims.lines(claim_ids)

    def propose(self, name: str, terms: Sequence[str] = (), kind: Kind | None = None) -> Proposal:
        """What a topic would hold.

        With watch-terms, the claims near one of them; a term of several words that stand nowhere together is taken
        word by word. Without, the names in the topic's own name are the terms, and a claim is found where most of them
        stand in the same conversation: the article itself, or a reader's comment with all that answer it.
        """
        typed = [clean for term in terms if (clean := " ".join(term.split()))]
        with self._project.reading() as store:
            if typed:
                watched = [word for term in typed for word in _apart(store, term)]
                near = store.claims.search_near(watched, kind)
            else:
                watched = names_in(name)
                near = _in_conversation(store, watched)
            found_kind, claim_ids = _commonest(near, kind)
            return Proposal(
                terms=tuple(watched),
                kind=found_kind,
                claim_ids=tuple(claim_ids),
                lines=tuple(store.claims.lines(claim_ids[:SHOWN])),
            )

    def add(self, name: str, terms: Sequence[str], kind: Kind, claim_ids: Sequence[str]) -> tuple[str, Changes]:
        """Make a topic and file the claims under it, as one act; gives its id.

        A name that is empty or taken is refused with a sentence.
        """
        called = " ".join(name.split())
        watched = tuple(dict.fromkeys(term for typed in terms if (term := " ".join(typed.split()))))
        if not called:
            raise UserError("A topic needs a name; nothing was made, so type one first.", reason="no-name")
        with self._project.writing(f"make the topic {called}") as store:
            if called.casefold() in {topic.name.casefold() for topic, _ in store.topics.list()}:
                raise UserError(
                    f"There is a topic {called} already; nothing was made: file the claims under it, or choose "
                    "another name.",
                    reason="exists",
                )
            topic = store.topics.add(called, watched, kind)
            store.topics.file(topic.topic_id, claim_ids)
        return topic.topic_id, store.changes

    def suggest(self, claim_id: str) -> list[Topic]:
        """Up to three topics that the claim may belong to, likeliest first.

        A topic that holds the same figure says more than a watch-term near the claim, and that more than a topic of
        the same article; topics that compare another kind of figure, or hold the claim already, are left out.
        """
        with self._project.reading() as store:
            kind = store.claims.get(claim_id).claim.figure.kind
            same_figure, same_article = store.topics.with_kin(claim_id)
            holding = store.topics.holding(claim_id)
            open_topics = [
                topic for topic, _ in store.topics.list() if topic.kind is kind and topic.topic_id not in holding
            ]
            scores = {
                topic: 3 * (topic.topic_id in same_figure)
                + 2 * store.claims.terms_near(claim_id, topic.terms)
                + (topic.topic_id in same_article)
                for topic in open_topics
            }
        likely = sorted((topic for topic in open_topics if scores[topic]), key=lambda topic: -scores[topic])
        return likely[:SUGGESTIONS]

    def file(self, claim_ids: Sequence[str], topic_id: str) -> Changes:
        """Put claims under a topic."""
        with self._project.writing("file claims") as store:
            filed = store.topics.file(topic_id, claim_ids)
            store.name_act(f"file {_claims(filed)} under {store.topics.get(topic_id).name}")
        return store.changes

    def remove(self, claim_ids: Sequence[str], topic_id: str) -> Changes:
        """Take claims out of a topic; one that was its reference is so no longer."""
        with self._project.writing("take claims out") as store:
            removed = store.topics.remove(topic_id, claim_ids)
            store.name_act(f"take {_claims(removed)} out of {store.topics.get(topic_id).name}")
        return store.changes

    def pin(self, topic_id: str, claim_id: str | None) -> Changes:
        """Set the claim against which the others stand; None to let the program choose."""
        with self._project.writing("let the reference be chosen") as store:
            if claim_id is not None:
                store.name_act(f"pin {store.claims.get(claim_id).claim.surface} as the reference")
            store.topics.set_pin(topic_id, claim_id)
        return store.changes


def _claims(number: int) -> str:
    return "a claim" if number == 1 else f"{number} claims"


def names_in(topic: str) -> list[str]:
    """The names in a topic's name ("UK", "Mauritius"); where there are none, its longer words."""
    words = re.findall(r"\w[\w’'-]*", topic)
    # The first word has a capital letter in any case; it is a name only where all of it is capitals.
    names = [word for at, word in enumerate(words) if word[0].isupper() and (at or word.isupper())]
    return names or [word for word in words if len(word) >= SHORTEST]


def _apart(store: Store, term: str) -> list[str]:
    """A term of several words that stand nowhere together, word by word."""
    words = [word for word in term.split() if len(word) >= SHORTEST]
    return words if len(words) > 1 and not store.claims.search_near([term]) else [term]


def _in_conversation(store: Store, names: Sequence[str]) -> list[tuple[str, Kind]]:
    """Claims of the conversations that hold most of the names: all of them, where one does."""
    wanted = [re.compile(rf"\b{re.escape(name)}\b", re.IGNORECASE) for name in names]
    most, found = 1, list[tuple[str, Kind]]()
    mentioning = (row for name in names for row in store.articles.rows(ArticleFilter(words=f'"{name}"')))
    for article_id in dict.fromkeys(row.article_id for row in mentioning):
        article = store.articles.get(article_id).article
        for spans in conversations(article):
            held = sum(any(name.search(span.of(article.text)) for span in spans) for name in wanted)
            if held > most:
                most, found = held, []
            if held == most:
                found += [
                    (claim_id, kind)
                    for claim_id, kind, place in store.claims.places(article_id)
                    if any(map(place.overlaps, spans))
                ]
    return found


def _commonest(found: Sequence[tuple[str, Kind]], kind: Kind | None) -> tuple[Kind, list[str]]:
    """The kind asked for, or the commonest that is not of time, and the claims of that kind."""
    if kind is None:
        kinds = Counter(kind for _, kind in found if kind not in _OF_TIME)
        kind = max(kinds, key=lambda one: kinds[one], default=Kind.MONEY)
    return kind, [claim_id for claim_id, found_kind in found if found_kind is kind]
