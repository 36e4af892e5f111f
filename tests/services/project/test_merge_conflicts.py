"""Merging two projects that both went on: whose word holds, and what a person is asked."""

from contextlib import closing
from pathlib import Path

from app.domain.claim import State
from app.domain.conventions import Conventions
from app.domain.merging import Choices, Side
from app.services.desk import Desk
from tests.services.merged_projects import NEWS, articles, assert_whole, claims, merged, state
from tests.support.desks import desk_on


def test_each_sides_own_decisions_come_together_without_a_question(desk: Desk, other: Desk) -> None:
    first, second, *_ = claims(desk)
    desk.reviewing.decide([first], State.ACCEPTED)
    other.reviewing.decide([second], State.REJECTED)
    merger, _ = merged(desk, other)
    assert merger.conflicts == ()
    assert merger.arrivals["claim"].changed == 1
    assert (state(desk, first), state(desk, second)) == (State.ACCEPTED, State.REJECTED)
    assert_whole(desk)


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
    assert_whole(desk)


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
    assert_whole(desk)


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
    assert_whole(other)


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
    assert_whole(desk)


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
    assert_whole(desk)


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
    assert_whole(desk)


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
