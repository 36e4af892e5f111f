"""Topics: what claims are about, confirmed by a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.topic import LEAD, Suggestions, Topic
from app.services.topics import proposals
from app.services.topics.proposals import Proposal
from app.store.project import Project
from app.store.session import Store

SUGGESTIONS = 3
SURE = 0.4
"""How surely words must tell a topic before it is chosen for a person, where its own claims reach 1; measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """A topic with how many claims are filed under it."""

    topic: Topic
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Claims that would go under a topic."""

    topic: Topic
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
        """Claims that a topic with these watch-terms would hold, best first, and the kind of figure it compares."""
        with self._project.reading() as store:
            return proposals.near(store, terms, kind)

    def propose(self, name: str, terms: Sequence[str] = (), kind: Kind | None = None) -> Proposal:
        """What a topic of this name with these watch-terms would hold, to be looked through before it is made."""
        with self._project.reading() as store:
            return proposals.of(store, name, terms, kind)

    def add(self, name: str, terms: Sequence[str], kind: Kind, claim_ids: Sequence[str]) -> tuple[str, Changes]:
        """Make a topic and file the claims under it, as one act; gives its id.

        A name that is empty or taken is refused with a sentence.
        """
        called, watched = _named(name), _watched(terms)
        with self._project.writing(f"make the topic {called}") as store:
            _refuse_taken(store, called)
            topic = store.topics.add(called, watched, kind)
            store.topics.file(topic.topic_id, claim_ids)
        return topic.topic_id, store.changes

    def suggest(self, claim_id: str) -> Suggestions:
        """Up to three topics that the claim may belong to, by the words that it shares with what they hold.

        Topics that compare another kind of figure, hold the claim already or were refused for it are left out.
        """
        with self._project.reading() as store:
            likely = store.topics.likely(claim_id, SUGGESTIONS)
        return _suggested(likely)

    def suggest_many(self, claim_ids: Sequence[str]) -> list[Filing]:
        """What filing these claims by their first suggestions would do, the fullest topic first.

        Only those under no topic, and only where the first suggestion leads: the rest waits for a person.
        """
        found: dict[str, list[ClaimLine]] = {}
        topics: dict[str, Topic] = {}
        with self._project.reading() as store:
            for line in store.claims.lines(claim_ids):
                if line.topics or line.record.state is State.REJECTED:
                    continue
                topic = _suggested(store.topics.likely(line.record.claim_id, SUGGESTIONS)).preselected
                if topic is not None:
                    topics[topic.topic_id] = topic
                    found.setdefault(topic.topic_id, []).append(line)
        filings = [Filing(topic=topics[topic_id], lines=tuple(lines)) for topic_id, lines in found.items()]
        return sorted(filings, key=lambda filing: -len(filing.lines))

    def refuse(self, claim_id: str, topic_id: str) -> Changes:
        """Keep that the claim is not of the topic, which is then not suggested for it again."""
        with self._project.writing("refuse a topic") as store:
            store.topics.refuse(topic_id, claim_id)
            surface = store.claims.get(claim_id).claim.surface
            store.name_act(f"keep {surface} out of {store.topics.get(topic_id).name}")
        return store.changes

    def keep_out(self, claim_ids: Sequence[str], topic_id: str) -> Changes:
        """Take claims out of a topic, which is not suggested for them again, as one act."""
        with self._project.writing("keep claims out of a topic") as store:
            for claim_id in claim_ids:
                store.topics.refuse(topic_id, claim_id)
            store.name_act(f"keep {_claims(len(claim_ids))} out of {store.topics.get(topic_id).name}")
        return store.changes

    def file(self, claim_ids: Sequence[str], topic_id: str) -> Changes:
        """Put claims under a topic."""
        return self.file_many({topic_id: claim_ids})

    def file_many(self, filings: Mapping[str, Sequence[str]]) -> Changes:
        """Put claims under several topics as one act; `filings` has the claims of each topic, by its id.

        A topic that holds none compares the kind of the first from then on.
        """
        with self._project.writing("file claims") as store:
            _follow_first(store, filings)
            filed = sum(store.topics.file(topic_id, claim_ids) for topic_id, claim_ids in filings.items())
            names = [store.topics.get(topic_id).name for topic_id in filings]
            store.name_act(f"file {_claims(filed)} under {names[0] if len(names) == 1 else f'{len(names)} topics'}")
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

    def rename(self, topic_id: str, name: str) -> Changes:
        """Call a topic otherwise; a name that is empty or taken is refused with a sentence."""
        called = _named(name)
        with self._project.writing(f"rename a topic to {called}") as store:
            was = store.topics.get(topic_id).name
            _refuse_taken(store, called, but=topic_id)
            store.name_act(f"rename {was} to {called}")
            store.topics.rename(topic_id, called)
        return store.changes

    def set_terms(self, topic_id: str, terms: Sequence[str]) -> Changes:
        """Set the watch-terms of a topic; what is filed under it stays."""
        with self._project.writing("set the watch-terms") as store:
            store.name_act(f"set the watch-terms of {store.topics.get(topic_id).name}")
            store.topics.set_terms(topic_id, _watched(terms))
        return store.changes

    def set_kind(self, topic_id: str, kind: Kind) -> Changes:
        """Say which kind of figure a topic compares; what is filed under it stays.

        A payment schedule would be out of sight with another kind than money: refused with a sentence.
        """
        with self._project.writing("set the kind of a topic") as store:
            topic = store.topics.get(topic_id)
            if kind is not topic.kind and store.schedules.of_topic(topic_id):
                raise UserError(
                    f"{topic.name} has a payment schedule, which only money has; nothing was changed: remove the "
                    "schedule first.",
                    reason="has-schedule",
                )
            store.name_act(f"let {topic.name} compare {_PLURALS[kind]}")
            store.topics.set_kind(topic_id, kind)
        return store.changes

    def merge(self, topic_id: str, into: str) -> Changes:
        """Move all that a topic holds into another and take it away, as one act.

        Two topics that compare different kinds of figure, and a topic with itself, are refused with a sentence.
        """
        with self._project.writing("merge topics") as store:
            gone, kept = store.topics.get(topic_id), store.topics.get(into)
            if topic_id == into:
                raise UserError(f"{gone.name} cannot be merged into itself; nothing was changed.", reason="same")
            if gone.kind is not kept.kind:
                raise UserError(
                    f"{gone.name} compares figures of the kind {gone.kind.value} and {kept.name} those of the kind "
                    f"{kept.kind.value}; nothing was changed: file the claims that fit one by one.",
                    reason="other-kind",
                )
            store.name_act(f"merge {gone.name} into {kept.name}")
            store.topics.merge(topic_id, into)
        return store.changes

    def discard(self, topic_id: str) -> Changes:
        """Take a topic away; its claims stay in the project."""
        with self._project.writing("remove a topic") as store:
            store.name_act(f"remove the topic {store.topics.get(topic_id).name}")
            store.topics.discard(topic_id)
        return store.changes


_PLURALS = {
    Kind.MONEY: "money",
    Kind.PERCENTAGE: "percentages",
    Kind.QUANTITY: "quantities",
    Kind.DATE: "dates",
    Kind.DURATION: "durations",
}


def _follow_first(store: Store, filings: Mapping[str, Sequence[str]]) -> None:
    """Let each topic that holds nothing yet compare what is filed there first."""
    held = {topic.topic_id: claims for topic, claims in store.topics.list()}
    for topic_id, claim_ids in filings.items():
        if claim_ids and not held.get(topic_id) and not store.schedules.of_topic(topic_id):
            store.topics.set_kind(topic_id, store.claims.get(claim_ids[0]).claim.figure.kind)


def _suggested(likely: Sequence[tuple[Topic, float]]) -> Suggestions:
    leads = bool(likely) and likely[0][1] >= max([SURE, *(LEAD * score for _, score in likely[1:])])
    return Suggestions(topics=tuple(topic for topic, _ in likely), preselected=likely[0][0] if leads else None)


def _named(name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise UserError("A topic needs a name; nothing was changed, so type one first.", reason="no-name")
    return called


def _watched(terms: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for typed in terms if (term := " ".join(typed.split()))))


def _refuse_taken(store: Store, called: str, but: str = "") -> None:
    taken = {topic.name.casefold() for topic, _ in store.topics.list() if topic.topic_id != but}
    if called.casefold() in taken:
        raise UserError(
            f"There is a topic {called} already; nothing was changed: file the claims under it, or choose another "
            "name.",
            reason="exists",
        )


def _claims(number: int) -> str:
    return "a claim" if number == 1 else f"{number} claims"
