"""Acts of every sort at random, with undo, redo, restarts and merges: the project always equals a plain model of it."""

import copy
import itertools
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.merging import Choices, Side
from app.services.desk import Desk
from app.services.project import verifying
from tests.support.desks import desk_on

WORDS = ("ferry", "bridge", "pier")
Facts = dict[tuple[str, ...], Any]
"""Everything that a person did, each under what it is about: ("state", claim), ("filed", topic, claim)…"""


def facts(desk: Desk) -> Facts:
    """What the project says, read through its own services and tables."""
    found: Facts = {}
    with desk.project.reading() as store:
        for article_id in store.articles.ids():
            found["article", article_id] = True
            for one in store.claims.of_article(article_id):
                found["claim", one.claim_id] = article_id
                found["state", one.claim_id] = one.state
                found["basis", one.claim_id] = one.claim.basis.value("kind")
                if "basis.kind" in one.edited_fields:
                    found["edited", one.claim_id] = True
        for topic, _ in store.topics.list():
            found["topic", topic.topic_id] = topic.name
            found["pin", topic.topic_id] = topic.pinned
            for settled in store.resolutions.of_topic(topic.topic_id):
                found["settled", topic.topic_id, settled.resolution_id] = settled.because
        subjects = [key[1] for key in found if key[0] in ("article", "claim")]
        for subject, remark in store.remarks.of(subjects).items():
            found |= {("tag", subject, tag): True for tag in remark.tags}
            if remark.note:
                found["note", subject] = remark.note
    with closing(sqlite3.connect(desk.project.path)) as connection:
        filed = connection.execute("SELECT topic_id, claim_id FROM filing")
        found |= {("filed", topic_id, claim_id): True for topic_id, claim_id in filed}
    return found


@dataclass(slots=True)
class Branch:
    """A copy that goes its own way, what it says, and what both said when it was made."""

    desk: Desk
    base: Facts
    at: int
    said: Facts = field(default_factory=dict)


class Acts(RuleBasedStateMachine):
    """`past` are the states of the project, act by act; `at` is where undo and redo have come to."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="counterclaim-"))
        self.desk = desk_on(self.folder / "island.counterclaim")
        self.past: list[Facts] = [{}]
        self.at = 0
        self.branch: Branch | None = None
        self.numbers = itertools.count(1)

    def teardown(self) -> None:
        if self.branch is not None:
            self.branch.desk.close()
        self.desk.close()
        assert verifying.verify(Path(self.desk.project.path)) == []
        shutil.rmtree(self.folder)

    # The model

    @property
    def now(self) -> Facts:
        return self.past[self.at]

    def keys(self, kind: str) -> list[tuple[str, ...]]:
        return sorted(key for key in self.now if key[0] == kind)

    def one(self, data: st.DataObject, kind: str) -> str:
        return data.draw(st.sampled_from(self.keys(kind)))[1]

    def did(self, expected: Facts) -> None:
        """Something was done after which the project says this; what was undone before is set aside."""
        if expected != self.now:
            self.past[self.at + 1 :] = [expected]
            self.at += 1

    def put(self, *changes: tuple[tuple[str, ...], Any]) -> None:
        said = copy.copy(self.now)
        for key, value in changes:
            said.pop(key, None)
            if value is not None or key[0] in ("pin", "basis"):
                said[key] = value
        self.did(said)

    # Acts

    @rule()
    def brings_an_article(self) -> None:
        number = next(self.numbers)
        before = set(self.now)
        self.desk.importing.pasted(f"Title: Story {number}\nOutlet: Post {number}\n\nThe ferry cost £{number}m a year.")
        said = facts(self.desk)
        assert sum(key[0] == "article" for key in set(said) - before) == 1
        assert before <= set(said)
        self.did(said)

    @precondition(lambda self: self.keys("claim"))
    @rule(data=st.data(), state=st.sampled_from(State))
    def decides(self, data: st.DataObject, state: State) -> None:
        claim_id = self.one(data, "claim")
        self.desk.reviewing.decide([claim_id], state)
        self.put((("state", claim_id), state))

    @precondition(lambda self: self.keys("claim"))
    @rule(data=st.data(), kind=st.sampled_from(["total", "one-off", "share"]))
    def sets_a_basis(self, data: st.DataObject, kind: str) -> None:
        claim_id = self.one(data, "claim")
        self.desk.reviewing.set_basis(claim_id, {"kind": kind})
        self.put((("basis", claim_id), kind), (("edited", claim_id), True))

    @rule(data=st.data())
    def makes_a_topic(self, data: st.DataObject) -> None:
        name = f"Topic {next(self.numbers)}"
        claims = [key[1] for key in self.keys("claim")]
        chosen = data.draw(st.lists(st.sampled_from(claims), unique=True, max_size=2)) if claims else []
        topic_id, _ = self.desk.grouping.add(name, ["ferry"], Kind.MONEY, chosen)
        filed = ((("filed", topic_id, claim_id), True) for claim_id in chosen)
        self.put((("topic", topic_id), name), (("pin", topic_id), None), *filed)

    @precondition(lambda self: self.keys("topic") and self.keys("claim"))
    @rule(data=st.data())
    def files(self, data: st.DataObject) -> None:
        topic_id, claim_id = self.one(data, "topic"), self.one(data, "claim")
        self.desk.grouping.file([claim_id], topic_id)
        self.put((("filed", topic_id, claim_id), True))

    @precondition(lambda self: self.keys("filed"))
    @rule(data=st.data())
    def takes_out(self, data: st.DataObject) -> None:
        _, topic_id, claim_id = data.draw(st.sampled_from(self.keys("filed")))
        self.desk.grouping.remove([claim_id], topic_id)
        pin = self.now["pin", topic_id]
        self.put((("filed", topic_id, claim_id), None), (("pin", topic_id), None if pin == claim_id else pin))

    @precondition(lambda self: self.keys("filed"))
    @rule(data=st.data())
    def pins(self, data: st.DataObject) -> None:
        _, topic_id, claim_id = data.draw(st.sampled_from(self.keys("filed")))
        self.desk.grouping.pin(topic_id, claim_id)
        self.put((("pin", topic_id), claim_id))

    @precondition(lambda self: self.keys("topic"))
    @rule(data=st.data())
    def renames(self, data: st.DataObject) -> None:
        topic_id, name = self.one(data, "topic"), f"Name {next(self.numbers)}"
        self.desk.grouping.rename(topic_id, name)
        self.put((("topic", topic_id), name))

    @precondition(lambda self: self.keys("claim"))
    @rule(data=st.data(), chosen=st.sets(st.sampled_from(WORDS)), kind=st.sampled_from(["claim", "article"]))
    def tags(self, data: st.DataObject, chosen: set[str], kind: str) -> None:
        subject = self.one(data, kind)
        self.desk.remarks.set_tags(subject, sorted(chosen))
        self.put(*((("tag", subject, tag), tag in chosen or None) for tag in WORDS))

    @precondition(lambda self: self.keys("claim"))
    @rule(data=st.data(), words=st.sampled_from(["", *WORDS]), kind=st.sampled_from(["claim", "article"]))
    def notes(self, data: st.DataObject, words: str, kind: str) -> None:
        subject = self.one(data, kind)
        self.desk.remarks.set_note(subject, words)
        self.put((("note", subject), words or None))

    @precondition(lambda self: self.keys("topic"))
    @rule(data=st.data())
    def settles(self, data: st.DataObject) -> None:
        topic_id, because = self.one(data, "topic"), f"Reason {next(self.numbers)}"
        self.desk.resolving.settle(topic_id, None, because)
        with self.desk.project.reading() as store:
            resolution = store.resolutions.of_topic(topic_id)[0].resolution_id
        self.put((("settled", topic_id, resolution), because))

    @precondition(lambda self: self.keys("article"))
    @rule(data=st.data())
    def removes_an_article(self, data: st.DataObject) -> None:
        article_id = self.one(data, "article")
        gone = {article_id, *(key[1] for key in self.keys("claim") if self.now[key] == article_id)}
        self.desk.library.remove([article_id])
        left = {key: value for key, value in self.now.items() if gone.isdisjoint(key[1:])}
        self.did({key: None if key[0] == "pin" and value in gone else value for key, value in left.items()})

    # Going back and forth

    @precondition(lambda self: self.at)
    @rule()
    def undoes(self) -> None:
        assert self.desk.history.undo()
        self.at -= 1

    @precondition(lambda self: self.at + 1 < len(self.past))
    @rule()
    def redoes(self) -> None:
        assert self.desk.history.redo()
        self.at += 1

    @rule()
    def restarts(self) -> None:
        path = Path(self.desk.project.path)
        self.desk.close()
        self.desk = desk_on(path)

    # A copy that goes its own way

    @precondition(lambda self: self.keys("claim") and not (self.branch and _holds(self.now, self.branch.base)))
    @rule()
    def branches(self) -> None:
        if self.branch is not None:
            self.branch.desk.close()
        path = self.folder / f"copy {next(self.numbers)}.counterclaim"
        self.desk.backups.save_copy(path)
        self.branch = Branch(desk=desk_on(path), base=copy.copy(self.now), at=self.at)

    @precondition(lambda self: self.branch)
    @rule(data=st.data(), words=st.sampled_from(WORDS), state=st.sampled_from([State.ACCEPTED, State.REJECTED]))
    def goes_its_own_way(self, data: st.DataObject, words: str, state: State) -> None:
        assert self.branch is not None
        there, said = self.branch.desk, facts(self.branch.desk)
        there.grouping.add(f"There {next(self.numbers)}", [words], Kind.MONEY, [])
        if claims := sorted(key[1] for key in said if key[0] == "claim"):
            claim_id = data.draw(st.sampled_from(claims))
            there.reviewing.decide([claim_id], state)
            there.remarks.set_note(claim_id, words)
            there.remarks.set_tags(claim_id, [words])
        if topics := sorted(key[1] for key in said if key[0] == "topic"):
            there.grouping.rename(data.draw(st.sampled_from(topics)), f"There {next(self.numbers)}")

    @precondition(lambda self: self.branch and _holds(self.now, self.branch.base))
    @rule(side=st.sampled_from(Side))
    def merges(self, side: Side) -> None:
        assert self.branch is not None
        theirs = facts(self.branch.desk)
        self.desk.merging.merge(Path(self.branch.desk.project.path), Choices(rest=side))
        before, merged = self.now, _merged(self._known(self.branch), self.now, theirs, side)
        self.did(merged)
        if merged != before:
            assert self.desk.history.undo()
            assert facts(self.desk) == before
            assert self.desk.history.redo()
        # What was chosen here is not known there, and would be asked about again.
        self.branch.desk.close()
        self.branch = None

    def _known(self, branch: Branch) -> Facts:
        """What both said when the copy was made, but for claims decided since and set back: that says something too."""
        since = self.past[branch.at : self.at + 1]
        decided = {key for said in since for key in said if key[0] == "state" and said[key] != branch.base.get(key)}
        set_back = {key for key in decided if self.now.get(key) == branch.base.get(key)}
        return {key: said for key, said in branch.base.items() if key not in set_back}

    @invariant()
    def the_project_is_what_the_model_says(self) -> None:
        assert facts(self.desk) == self.now


def _holds(now: Facts, base: Facts) -> bool:
    """Whether every article and topic is still here: of one that was taken away, more than one fact is asked about."""
    return all(key in now for key in base if key[0] in ("article", "topic"))


def _merged(base: Facts, ours: Facts, theirs: Facts, side: Side) -> Facts:
    """Each fact by itself: the side that changed it alone holds, and where both did, the one that is chosen."""
    merged: Facts = {}
    for key in ours.keys() | theirs.keys():
        was, here, there = (one.get(key, _NOTHING) for one in (base, ours, theirs))
        if here == there or there == was:
            holds = here
        elif here == was:
            holds = there
        else:
            holds = here if side is Side.OURS else there
        if holds is not _NOTHING:
            merged[key] = holds
    return merged


_NOTHING = object()

TestActs = Acts.TestCase
TestActs.settings = settings(
    max_examples=22, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
