"""Versions of an article: what is carried over, what waits for review, and that no figure is counted twice."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimLine, ClaimOrder
from app.domain.verdict import Verdict
from app.domain.version import Fate
from app.services.claims.editing import Edit
from app.services.desk import Desk
from tests.support.desks import desk_on

FIRST = (
    "The pier will cost £40m, the harbour master said.\n\nThe ferry takes £3m a year from the council.\n\n"
    "Tolls brought in £12m last winter.\n\nA new lamp costs £2m."
)
SECOND = (
    "This article was corrected.\n\nTolls brought in £12m last winter.\n\nThe pier will cost £55m, the harbour master "
    "said.\n\nThe ferry takes £3m a year from the council.\n\nThe bell was sold for £9m."
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The use cases on an empty project."""
    with closing(desk_on(tmp_path / "rock.counterclaim")) as opened:
        yield opened


def bring(desk: Desk, text: str, date: str) -> str:
    """Import a version; gives its id."""
    (file,) = desk.importing.pasted(f"Title: The pier\nOutlet: Gull Wire\nDate: {date}\n\n{text}").files
    assert file.article_id is not None
    return file.article_id


def lines(desk: Desk, narrowed: ClaimFilter = ClaimFilter()) -> dict[str, ClaimLine]:  # noqa: B008 - a frozen value
    """The lines that the grid shows, by their words."""
    return {
        line.record.claim.surface: line
        for line in desk.claims.lines(desk.claims.ids(narrowed, ClaimOrder.TEXT))
        if "£" in line.record.claim.surface
    }


def ids(desk: Desk) -> dict[str, str]:
    return {surface: line.record.claim_id for surface, line in lines(desk).items()}


def fates(desk: Desk, old: str, new: str) -> dict[str, Fate]:
    passages = desk.versions.difference(old, new).passages
    return {
        shown.claim.surface: passage.fate
        for passage in passages
        if (shown := passage.old or passage.new) and "£" in shown.claim.surface
    }


def test_each_figure_is_unchanged_moved_changed_gone_or_new(desk: Desk) -> None:
    old, new = bring(desk, FIRST, "2025-05-12"), bring(desk, SECOND, "2025-05-14")
    assert [(version.number, version.published) for version in desk.versions.of(old)] == [
        (1, "2025-05-12"), (2, "2025-05-14"),
    ]  # fmt: skip
    assert fates(desk, old, new) == {
        "£40m": Fate.CHANGED, "£3m a year": Fate.UNCHANGED, "£12m": Fate.MOVED, "£2m": Fate.GONE, "£9m": Fate.NEW,
    }  # fmt: skip


def test_a_figure_that_both_versions_print_stands_once_in_every_list(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    kind, found = desk.grouping.find(["pier", "ferry", "tolls"])
    topic_id, _ = desk.grouping.add("The pier", ["pier"], kind, [line.record.claim_id for line in found])
    before = {row.topic.name: row.claims for row in desk.grouping.topics()}
    bring(desk, FIRST.replace("lamp", "bright lamp"), "2025-05-14")
    surfaces = [
        line.record.claim.surface
        for line in desk.claims.lines(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
        if line.superseded_by is None
    ]
    assert len(surfaces) == len(set(surfaces))
    assert lines(desk)["£12m"].same_articles == 1
    comparison = desk.comparing.compare(topic_id)
    assert comparison.articles == 1
    assert {row.articles for row in comparison.rows} == {1}
    assert {row.topic.name: row.claims for row in desk.grouping.topics()}["The pier"] == before["The pier"] + 1
    sources = desk.claims.sources(ClaimFilter())
    assert (sources.articles, sources.origins) == (1, 1)


def test_decisions_go_along_with_what_is_unchanged_or_moved(desk: Desk) -> None:
    old = bring(desk, FIRST, "2025-05-12")
    kept = ids(desk)
    desk.reviewing.decide([kept["£12m"]], State.ACCEPTED)
    desk.reviewing.decide([kept["£3m a year"]], State.REJECTED)
    desk.reviewing.set_basis(kept["£12m"], {"kind": "one-off"})
    desk.editing.save(kept["£12m"], Edit(speaker="Ada Fenwick", stance="states"))
    topic_id, _ = desk.grouping.add("Tolls", [], lines(desk)["£12m"].record.claim.figure.kind, [kept["£12m"]])
    desk.grouping.pin(topic_id, kept["£12m"])
    bring(desk, SECOND, "2025-05-14")
    moved = lines(desk)["£12m"]
    assert (moved.version, moved.record.state, moved.topics) == (2, State.ACCEPTED, ("Tolls",))
    assert moved.record.claim.basis.value("kind") == "one-off"
    assert moved.record.claim.speaker is not None
    assert moved.record.claim.speaker.name == "Ada Fenwick"
    assert moved.earlier is not None
    assert (moved.earlier.version, moved.earlier.fate, moved.earlier.claim_id) == (1, Fate.MOVED, kept["£12m"])
    assert desk.comparing.compare(topic_id).pinned is not None
    assert "£3m a year" in lines(desk, ClaimFilter(states=frozenset({State.REJECTED})))
    text = desk.library.article(moved.record.article_id).article.text
    assert moved.record.claim.span.of(text) == "£12m"
    first = {record.claim.surface: record for record in desk.library.claims(old)}["£12m"]
    assert (first.state, first.claim_id) == (State.ACCEPTED, kept["£12m"])


def test_what_changed_waits_beside_the_old_figure_and_what_is_gone_stays_with_its_version(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    kept = ids(desk)
    desk.reviewing.decide([kept["£40m"], kept["£2m"]], State.ACCEPTED)
    kind = lines(desk)["£40m"].record.claim.figure.kind
    topic_id, _ = desk.grouping.add("Pier", [], kind, [kept["£40m"], kept["£2m"]])
    bring(desk, SECOND, "2025-05-14")
    shown = lines(desk)
    assert (shown["£55m"].record.state, shown["£55m"].topics) == (State.WAITING, ("Pier",))
    assert shown["£55m"].earlier is not None
    assert (shown["£55m"].earlier.surface, shown["£55m"].earlier.fate) == ("£40m", Fate.CHANGED)
    assert [shown[one].superseded_by for one in ("£40m", "£2m", "£55m", "£9m")] == [2, 2, None, None]
    assert {shown[one].record.state for one in ("£40m", "£2m")} == {State.ACCEPTED}
    rows = {row.figure: row for row in desk.comparing.compare(topic_id, pin=shown["£55m"].record.claim_id).rows}
    judgement = rows["£40m"].judgement
    assert judgement is not None
    assert (judgement.verdict, judgement.short) == (Verdict.SUPERSEDED, "superseded by version 2")


def test_the_reference_that_the_program_chooses_is_no_superseded_figure(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    kept = ids(desk)
    topic_id, _ = desk.grouping.add("Pier", [], lines(desk)["£40m"].record.claim.figure.kind, [kept["£40m"]])
    bring(desk, SECOND, "2025-05-14")
    comparison = desk.comparing.compare(topic_id)
    assert comparison.pinned is not None
    assert comparison.pinned.figure == "£55m"


def test_superseded_figures_do_not_wait(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    bring(desk, SECOND, "2025-05-14")
    (row,) = desk.library.rows(ArticleFilter())
    assert desk.reviewing.waiting() == row.waiting == len(desk.reviewing.queue())
    queued = {line.record.claim.surface for line in desk.claims.lines(desk.reviewing.queue())}
    assert {"£55m", "£9m"} <= queued
    assert not {"£40m", "£2m"} & queued


def test_an_import_of_a_version_is_one_undo(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    kept = ids(desk)
    desk.reviewing.decide([kept["£12m"]], State.ACCEPTED)
    topic_id, _ = desk.grouping.add("Tolls", [], lines(desk)["£12m"].record.claim.figure.kind, [kept["£12m"]])
    desk.grouping.pin(topic_id, kept["£12m"])
    before = lines(desk)
    bring(desk, SECOND, "2025-05-14")
    after = lines(desk)
    desk.history.undo()
    assert lines(desk) == before
    assert desk.grouping.topics()[0].topic.pinned == kept["£12m"]
    desk.history.redo()
    assert lines(desk) == after


def test_an_older_version_still_lists_all_its_claims(desk: Desk) -> None:
    old = bring(desk, FIRST, "2025-05-12")
    bring(desk, SECOND, "2025-05-14")
    assert set(lines(desk, ClaimFilter(article_id=old))) == {"£40m", "£3m a year", "£12m", "£2m"}


def test_the_drift_of_a_topics_figure_goes_through_all_versions(desk: Desk) -> None:
    bring(desk, FIRST, "2025-05-12")
    kept = ids(desk)
    kind = lines(desk)["£40m"].record.claim.figure.kind
    topic_id, _ = desk.grouping.add("Pier", [], kind, [kept["£40m"], kept["£12m"], kept["£2m"]])
    bring(desk, SECOND, "2025-05-14")
    bring(desk, SECOND.replace("£55m", "£60m").replace("said", "said again"), "2025-05-16")
    told = [
        [(point.version, point.claim.claim.surface, point.fate) for point in run.points]
        for run in desk.versions.drift(topic_id)
    ]
    assert [(1, "£40m", Fate.CHANGED), (2, "£55m", Fate.CHANGED), (3, "£60m", None)] in told
    assert [(1, "£2m", Fate.GONE)] in told
    assert len(told) == 2


def test_two_articles_are_no_versions_of_each_other(desk: Desk) -> None:
    one = bring(desk, FIRST, "2025-05-12")
    (other,) = desk.importing.pasted("Whales were seen off the rock, and £2m was promised.", outlet="Mail").files
    assert other.article_id is not None
    with pytest.raises(UserError):
        desk.versions.difference(one, other.article_id)
    with pytest.raises(UserError):
        desk.versions.of("art_nothing")


def test_an_older_capture_that_comes_later_supersedes_nothing(desk: Desk) -> None:
    second = bring(desk, SECOND, "2025-05-14")
    kept = ids(desk)
    desk.reviewing.decide([kept["£55m"], kept["£12m"]], State.ACCEPTED)
    first = bring(desk, FIRST, "2025-05-12")
    assert [version.article_id for version in desk.versions.of(first)] == [first, second]
    (row,) = desk.library.rows(ArticleFilter())
    assert (row.article_id, row.version, row.published) == (second, 2, "2025-05-14")
    shown = lines(desk)
    assert [shown[one].superseded_by for one in ("£40m", "£2m", "£55m", "£9m")] == [2, 2, None, None]
    assert {shown[one].record.state for one in ("£55m", "£12m")} == {State.ACCEPTED}
    assert shown["£12m"].record.claim_id == kept["£12m"]
    desk.history.undo()
    assert ids(desk) == kept
    assert desk.library.article(second).version == 1


def test_a_capture_between_two_others_takes_its_place(desk: Desk) -> None:
    middle = FIRST.replace("£40m", "£48m")
    first, third = bring(desk, FIRST, "2025-05-12"), bring(desk, SECOND, "2025-05-16")
    second = bring(desk, middle, "2025-05-14")
    assert [version.article_id for version in desk.versions.of(first)] == [first, second, third]
    shown = lines(desk)
    assert [shown[one].superseded_by for one in ("£40m", "£48m", "£55m")] == [2, 3, None]
    surfaces = [line.record.claim.surface for line in desk.claims.lines(desk.reviewing.queue())]
    assert surfaces.count("£12m") == 1
    bring(desk, SECOND.replace("£9m", "£8m"), "2025-05-16")
    assert [version.published for version in desk.versions.of(first)][-2:] == ["2025-05-16"] * 2
