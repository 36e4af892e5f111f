"""Merging another project: what comes in, whose word holds, and that one undo brings everything back."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from desks import desk_on, topic_on

from app.domain import stopping
from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.conventions import Conventions
from app.domain.errors import UserError
from app.domain.merging import Choices, Merger, Side
from app.services import verifying
from app.services.desk import Desk
from app.store import marks

NEWS = (
    "Title: A second bridge\nOutlet: Quay Post\nDate: 2025-04-01\n\n"
    "The second bridge will cost £95m a year, the port authority said on Monday.\n"
)

LATER = Choices()


@pytest.fixture
def other(desk: Desk, topic_id: str, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the project, taken after a topic was made there, which goes its own way from now on."""
    path = tmp_path / "bridge (conflicted copy).counterclaim"
    desk.backups.save_copy(path)
    with closing(desk_on(path)) as copy:
        yield copy


UNJOURNALED = (*marks.KEPT, "act", "act_change", "log", "plain_text", "raw_bytes", "sampled", "topic_stale")


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a person's acts change."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
        names = [name for (name,) in tables if "_words" not in name and name not in UNJOURNALED]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def claims(desk: Desk) -> list[str]:
    return [claim.claim_id for article in articles(desk) for claim in desk.library.claims(article)]


def articles(desk: Desk) -> list[str]:
    with desk.project.reading() as store:
        return store.articles.ids()


def state(desk: Desk, claim_id: str) -> State:
    with desk.project.reading() as store:
        return store.claims.get(claim_id).state


def merged(desk: Desk, other: Desk, choices: Choices = LATER) -> tuple[Merger, Changes]:
    """Merge a project that stays open, and look that it is left as it was and the merged one is whole."""
    path = Path(other.project.path)
    before = rows(path)
    looked = desk.merging.look(path, choices)
    merger, changes = desk.merging.merge(path, choices)
    assert looked == merger
    assert rows(path) == before
    return merger, changes


def whole(desk: Desk) -> None:
    desk.close()
    assert verifying.verify(Path(desk.project.path)) == []


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
    whole(desk)


def test_each_sides_own_decisions_come_together_without_a_question(desk: Desk, other: Desk) -> None:
    first, second, *_ = claims(desk)
    desk.reviewing.decide([first], State.ACCEPTED)
    other.reviewing.decide([second], State.REJECTED)
    merger, _ = merged(desk, other)
    assert merger.conflicts == ()
    assert merger.arrivals["claim"].changed == 1
    assert (state(desk, first), state(desk, second)) == (State.ACCEPTED, State.REJECTED)
    whole(desk)


def test_the_later_of_two_decisions_holds_and_the_log_keeps_the_other(desk: Desk, other: Desk) -> None:
    first, second, *_ = claims(desk)
    desk.reviewing.decide([first], State.ACCEPTED)
    other.reviewing.decide([first], State.REJECTED)
    other.reviewing.decide([second], State.REJECTED)
    desk.reviewing.decide([second], State.ACCEPTED)
    merger, changes = merged(desk, other)
    told = {one.ident: (one.ours, one.theirs, one.taken) for one in merger.conflicts}
    assert told == {
        f"claim:{first}:decision": ("accepted", "rejected", Side.THEIRS),
        f"claim:{second}:decision": ("accepted", "rejected", Side.OURS),
    }
    assert all(one.ours_at and one.theirs_at and one.subject for one in merger.conflicts)
    assert (state(desk, first), state(desk, second)) == (State.REJECTED, State.ACCEPTED)
    assert changes.act.endswith(": 1 conflict kept as here, 1 conflict taken as there")
    entry = desk.history.log()[-1]
    assert '"kept":"rejected","lost":"accepted"' in entry.what.replace("\\", "")
    assert '"kept":"accepted","lost":"rejected"' in entry.what.replace("\\", "")
    whole(desk)


def test_a_claim_set_back_there_waits_here_like_any_later_decision(desk: Desk, tmp_path: Path) -> None:
    first, second, third, *_ = claims(desk)
    desk.reviewing.decide([first, second, third], State.ACCEPTED)
    path = tmp_path / "copy.counterclaim"
    desk.backups.save_copy(path)
    with closing(desk_on(path)) as other:
        other.reviewing.decide([first, second], State.WAITING)
        desk.reviewing.decide([second], State.REJECTED)
        desk.reviewing.decide([third], State.WAITING)
        other.reviewing.decide([third], State.REJECTED)
        merger, _ = merged(desk, other)
    told = {one.ident.split(":")[1]: (one.ours, one.theirs, one.taken) for one in merger.conflicts}
    assert told == {second: ("rejected", "waiting", Side.OURS), third: ("waiting", "rejected", Side.THEIRS)}
    assert [state(desk, one) for one in (first, second, third)] == [State.WAITING, State.REJECTED, State.REJECTED]
    whole(desk)


def test_a_decision_taken_back_out_of_turn_there_comes_over(desk: Desk, other: Desk) -> None:
    first, second, *_ = claims(desk)
    desk.reviewing.decide([first], State.ACCEPTED)
    desk.reviewing.decide([first], State.REJECTED)
    rejected = desk.history.acts()[0].act_id
    other.merging.merge(Path(desk.project.path))
    desk.reviewing.decide([second], State.ACCEPTED)
    desk.history.take_back(rejected)
    merger, _ = merged(other, desk)
    (conflict,) = merger.conflicts
    assert (conflict.ours, conflict.theirs, conflict.taken) == ("rejected", "accepted", Side.THEIRS)
    assert state(other, first) is State.ACCEPTED
    whole(other)


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
    whole(desk)


def test_a_person_chooses_for_all_or_for_each(desk: Desk, other: Desk) -> None:
    first, second, *_ = claims(desk)
    for side, decided in ((desk, State.ACCEPTED), (other, State.REJECTED)):
        side.reviewing.decide([first, second], decided)
    choices = Choices(rest=Side.OURS, each={f"claim:{second}:decision": Side.THEIRS})
    merged(desk, other, choices)
    assert (state(desk, first), state(desk, second)) == (State.ACCEPTED, State.REJECTED)


def test_names_settings_and_notes_that_both_set_are_conflicts(desk: Desk, other: Desk, topic_id: str) -> None:
    (claim_id, *_) = claims(desk)
    for side, words in ((desk, "here"), (other, "there")):
        side.grouping.rename(topic_id, f"Bridge {words}")
        side.remarks.set_note(claim_id, words)
        with side.project.writing("set the currency") as store:
            store.settings.set_conventions(Conventions(currency="EUR" if words == "here" else "USD"))
    merger, _ = merged(desk, other)
    assert {(one.what, one.ours, one.theirs) for one in merger.conflicts} == {
        ("name", "Bridge here", "Bridge there"), ("words", "here", "there"), ("value", "EUR", "USD"),
    }  # fmt: skip
    assert [row.topic.name for row in desk.grouping.topics()] == ["Bridge there"]
    assert desk.remarks.note(claim_id) == "there"
    whole(desk)


def test_what_one_side_took_away_since_stays_away_and_nothing_said_later_is_lost(
    desk: Desk, other: Desk, topic_id: str
) -> None:
    first, *_ = claims(desk)
    desk.remarks.set_tags(first, ["mine"])
    other.grouping.remove([first], topic_id)
    gone, *_ = articles(desk)
    desk.library.remove([gone])
    merger, _ = merged(desk, other)
    assert merger.arrivals["filing"].removed == 0  # its claim went with the article
    assert gone not in articles(desk)
    (decided, *_) = [claim.claim_id for claim in other.library.claims(gone)]
    other.reviewing.decide([decided], State.ACCEPTED)
    merger, _ = merged(desk, other)
    (conflict,) = [one for one in merger.conflicts if one.what == "presence"]
    assert (conflict.ours, conflict.theirs, conflict.taken) == ("taken away", "What the bridge costs", Side.THEIRS)
    assert gone in articles(desk)
    assert state(desk, decided) is State.ACCEPTED
    whole(desk)


def test_a_filing_taken_out_there_is_taken_out_here(desk: Desk, other: Desk, topic_id: str) -> None:
    first, *_ = claims(desk)
    other.grouping.remove([first], topic_id)
    merger, _ = merged(desk, other)
    assert merger.arrivals["filing"].removed == 1
    with desk.project.reading() as store:
        assert first not in {point.claim.claim_id for point in store.versions.points(topic_id)}
    whole(desk)


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
    whole(desk)


def test_topics_of_one_name_are_one_topic(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    with closing(desk_on(tmp_path / "stranger.counterclaim")) as stranger:
        stranger.importing.pasted(NEWS)
        kind, lines = stranger.grouping.find(["bridge"])
        stranger.grouping.add("the BRIDGE", ["second"], kind, [line.record.claim_id for line in lines])
        merged(desk, stranger)
    (row,) = desk.grouping.topics()
    assert row.topic.topic_id == topic_id
    whole(desk)


def test_versions_that_both_added_follow_each_other(desk: Desk, other: Desk) -> None:
    for side, cost in ((desk, "£85m"), (other, "£90m")):
        side.importing.pasted(
            "Title: A dearer bridge\nOutlet: Dock Gazette\nDate: 2025-03-06\n\n"
            f"The bridge will cost nearly {cost} a year, Ada Fenwick said.\n"
        )
    family = articles(desk)[2]
    merged(desk, other)
    assert [version.number for version in desk.versions.of(family)] == [1, 2, 3]
    whole(desk)


def test_a_filing_and_a_refusal_of_one_claim_are_a_conflict(desk: Desk, other: Desk, topic_id: str) -> None:
    desk.importing.pasted(NEWS)
    other_path = Path(other.project.path)
    merged(other, desk)
    (claim_id, *_) = [line for line in claims(desk) if line in claims(other)][-1:]
    desk.grouping.remove([claim_id], topic_id)
    other.grouping.remove([claim_id], topic_id)
    desk.grouping.refuse(claim_id, topic_id)
    other.grouping.file([claim_id], topic_id)
    merger = desk.merging.look(other_path)
    assert [(one.ours, one.theirs, one.taken) for one in merger.conflicts] == [("refused", "filed", Side.THEIRS)]
    merged(desk, other)
    whole(desk)


@pytest.mark.parametrize("schema", ["v1", "v2"])
def test_a_project_of_an_earlier_schema_is_read_and_left_as_it_is(desk: Desk, schema: str) -> None:
    old = Path(__file__).parents[1] / "old_projects" / f"{schema}.counterclaim"
    before = hashlib.sha256(old.read_bytes()).hexdigest()
    merger, _ = desk.merging.merge(old)
    assert merger.arrivals["article"].new > 0
    assert hashlib.sha256(old.read_bytes()).hexdigest() == before
    assert not list(old.parent.glob("*-wal"))
    whole(desk)


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


def test_what_was_added_and_taken_away_there_says_nothing_of_what_is_here(desk: Desk, other: Desk) -> None:
    first, *_ = claims(desk)
    desk.remarks.set_tags(first, ["check"])
    other.remarks.set_tags(first, ["check"])
    other.remarks.set_tags(first, [])
    merger, _ = merged(desk, other)
    assert not merger.conflicts
    assert desk.remarks.of([first])[first].tags == ("check",)


def test_what_was_undone_in_both_and_redone_here_is_not_undone_again(desk: Desk, tmp_path: Path) -> None:
    first, *_ = claims(desk)
    desk.reviewing.set_basis(first, {"kind": "share"})
    desk.history.undo()
    copy = tmp_path / "copy.counterclaim"
    desk.backups.save_copy(copy)
    desk.history.redo()
    merger = desk.merging.merge(copy, Choices())[0]
    assert not merger.conflicts
    with desk.project.reading() as store:
        assert store.claims.get(first).claim.basis.kind is not None
        assert "basis.kind" in store.claims.get(first).edited_fields
