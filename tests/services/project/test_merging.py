"""Merging another project: what comes in, what is refused, and that one undo brings everything back."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain import stopping
from app.domain.claim import State
from app.domain.errors import UserError
from app.services.desk import Desk
from tests.services.merged_projects import NEWS, articles, assert_whole, claims, merged, rows, state
from tests.support.desks import desk_on, topic_on


def test_what_is_new_there_comes_in_whole_and_one_undo_takes_all_of_it_back(
    desk: Desk, other: Desk, topic_id: str
) -> None:
    other.importing.pasted(NEWS)
    (claim_id, *_) = [one for one in claims(other) if one not in claims(desk)]
    new, _ = other.grouping.add("Second bridge", ["second"], other.grouping.find(["second"])[0], [claim_id])
    other.reviewing.decide([claim_id], State.ACCEPTED)
    other.grouping.pin(new, claim_id)
    other.remarks.set_tags(claim_id, ["check"])
    other.remarks.set_note(articles(other)[-1], "Ask the port authority.")
    other.resolving.settle(new, None, "", asked=["Which year is meant?"])
    before = rows(Path(desk.project.path))
    merger, changes = merged(desk, other)
    arrivals = merger.arrivals
    assert [arrivals[name].new for name in ("article", "topic", "filing", "tag", "note", "question")] == [1] * 6
    assert arrivals["article"].names == ("A second bridge",)
    assert (arrivals["article"].equal, merger.conflicts) == (3, ())
    assert claim_id in changes.claims
    assert changes.act.startswith("merge bridge (conflicted copy).counterclaim: 1 article, ")
    assert state(desk, claim_id) is State.ACCEPTED
    assert {row.topic.name for row in desk.grouping.topics()} == {"The bridge", "Second bridge"}
    assert [line.record.claim_id for line in desk.grouping.find(["second"])[1]][:1] == [claim_id]
    after = rows(Path(desk.project.path))
    assert desk.history.undo().act == changes.act
    assert rows(Path(desk.project.path)) == before
    desk.history.redo()
    assert rows(Path(desk.project.path)) == after
    assert desk.merging.look(Path(other.project.path)).is_empty
    assert_whole(desk)


def test_a_merge_says_how_far_it_is_and_cancelled_leaves_the_project_as_it_was(desk: Desk, other: Desk) -> None:
    other.importing.pasted(NEWS)
    path, before = Path(other.project.path), rows(Path(desk.project.path))
    told: list[tuple[int, int]] = []
    desk.merging.look(path, progress=lambda *how_far: told.append(how_far))
    assert [looked_at for looked_at, _ in told] == sorted({looked_at for looked_at, _ in told})
    assert told[-1][0] == told[-1][1] > len(claims(other))
    with pytest.raises(stopping.StoppedError), stopping.unless(lambda: len(told) > 3):
        desk.merging.merge(path, progress=lambda *how_far: told.append(how_far))
    assert rows(Path(desk.project.path)) == before
    assert desk.history.undoable() == "make the topic The bridge"
    merger, _ = merged(desk, other)
    assert merger.arrivals["article"].new == 1
    assert_whole(desk)


def test_a_filing_taken_out_there_is_taken_out_here(desk: Desk, other: Desk, topic_id: str) -> None:
    first, *_ = claims(desk)
    other.grouping.remove([first], topic_id)
    merger, _ = merged(desk, other)
    assert merger.arrivals["filing"].removed == 1
    with desk.project.reading() as store:
        assert first not in {point.claim.claim_id for point in store.versions.points(topic_id)}
    assert_whole(desk)


def test_articles_that_both_imported_are_one_and_their_decisions_are_joined(desk: Desk, tmp_path: Path) -> None:
    with closing(desk_on(tmp_path / "stranger.counterclaim")) as stranger:
        stranger.importing.paths(sorted((tmp_path / "articles").iterdir()))
        stranger.importing.pasted(NEWS)
        (theirs, *_) = claims(stranger)
        stranger.reviewing.decide([theirs], State.ACCEPTED)
        topic_on(stranger, "The bridge", "bridge")
        surface = stranger.reviewing.line(theirs).record.claim.surface
        held = len(claims(desk))
        merger, _ = merged(desk, stranger)
    assert merger.arrivals["article"].new == 1
    assert len(articles(desk)) == 4
    assert len(claims(desk)) == held + merger.arrivals["claim"].new
    accepted = [one for one in claims(desk) if state(desk, one) is State.ACCEPTED]
    assert [desk.reviewing.line(one).record.claim.surface for one in accepted] == [surface]
    assert_whole(desk)


def test_topics_of_one_name_are_one_topic(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    with closing(desk_on(tmp_path / "stranger.counterclaim")) as stranger:
        stranger.importing.pasted(NEWS)
        kind, lines = stranger.grouping.find(["bridge"])
        stranger.grouping.add("the BRIDGE", ["second"], kind, [line.record.claim_id for line in lines])
        merged(desk, stranger)
    (row,) = desk.grouping.topics()
    assert row.topic.topic_id == topic_id
    assert_whole(desk)


def test_versions_that_both_added_follow_each_other(desk: Desk, other: Desk) -> None:
    for side, cost in ((desk, "£85m"), (other, "£90m")):
        side.importing.pasted(
            "Title: A dearer bridge\nOutlet: Dock Gazette\nDate: 2025-03-06\n\n"
            f"The bridge will cost nearly {cost} a year, Ada Fenwick said.\n"
        )
    family = articles(desk)[2]
    merged(desk, other)
    assert [version.number for version in desk.versions.of(family)] == [1, 2, 3]
    assert_whole(desk)


@pytest.mark.parametrize("schema", ["v1", "v2"])
def test_a_project_of_an_earlier_schema_is_read_and_left_as_it_is(desk: Desk, schema: str) -> None:
    old = Path(__file__).parents[2] / "old_projects" / f"{schema}.counterclaim"
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    merger, _ = desk.merging.merge(old)
    assert merger.arrivals["article"].new > 0
    assert hashlib.sha256(old.read_bytes()).hexdigest() == before
    assert not list(old.parent.glob("*-wal"))
    assert_whole(desk)


def test_what_cannot_be_merged_is_refused_with_a_sentence(desk: Desk, tmp_path: Path) -> None:
    newer = tmp_path / "newer.counterclaim"
    desk.backups.save_copy(newer)
    with closing(sqlite3.connect(newer)) as connection:
        connection.execute("PRAGMA user_version = 99")
    text = tmp_path / "text.counterclaim"
    text.write_text("no project")
    reasons = []
    for path in (Path(desk.project.path), newer, text, tmp_path / "nowhere.counterclaim"):
        with pytest.raises(UserError) as refused:
            desk.merging.merge(path)
        reasons.append(refused.value.reason)
        assert path.name in str(refused.value)
    assert reasons == ["same", "newer", "not-a-project", "missing"]
