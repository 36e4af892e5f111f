"""Topics, confirmed by a person."""

import datetime
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.services.articles.importing import Importing
from app.services.claims.reviewing import Reviewing
from app.services.project.history import History
from app.services.topics.grouping import Grouping
from app.services.topics.proposals import SHOWN
from app.store.project import Project


@pytest.fixture
def grouping(project: Project) -> Grouping:
    """Its topics."""
    return Grouping(project)


def test_claims_near_the_terms_are_found_with_the_kind_they_share(grouping: Grouping, ids: dict[str, str]) -> None:
    kind, lines = grouping.find(["ferry"])
    assert kind is Kind.MONEY
    assert {line.record.claim_id for line in lines} == {ids["wire £40m"], ids["wire £3m"], ids["copy £40m"]}
    kind, lines = grouping.find(["passenger"])
    assert kind is Kind.PERCENTAGE
    assert [line.record.claim_id for line in lines] == [ids["wire 12%"]]


def test_a_kind_asked_for_is_kept_to(grouping: Grouping, ids: dict[str, str]) -> None:
    assert grouping.find(["survey"], Kind.MONEY) == (Kind.MONEY, [])
    kind, lines = grouping.find(["survey"], Kind.DATE)
    assert (kind, [line.record.claim_id for line in lines]) == (Kind.DATE, [ids["wire 2025"]])


def test_nothing_found_is_no_failure(grouping: Grouping, ids: dict[str, str]) -> None:
    assert grouping.find(["volcano"]) == grouping.find([]) == grouping.find(['"*']) == (Kind.MONEY, [])


def test_a_topic_is_made_with_its_claims_in_one_act(grouping: Grouping, project: Project, ids: dict[str, str]) -> None:
    topic_id, changes = grouping.add("  Ferry   sale ", ["ferry", " ", "ferry"], Kind.MONEY, [ids["wire £40m"]])
    assert changes.act == "make the topic Ferry sale"
    (row,) = grouping.topics()
    assert (row.topic.topic_id, row.topic.name, row.topic.terms, row.claims) == (topic_id, "Ferry sale", ("ferry",), 1)
    History(project).undo()
    assert grouping.topics() == []


def test_a_topic_needs_a_name_of_its_own(grouping: Grouping, ids: dict[str, str]) -> None:
    grouping.add("Ferry", [], Kind.MONEY, [])
    for name, reason in ((" ", "no-name"), ("FERRY ", "exists")):
        with pytest.raises(UserError) as told:
            grouping.add(name, [], Kind.MONEY, [])
        assert told.value.reason == reason
    assert len(grouping.topics()) == 1


def test_claims_are_filed_taken_out_and_pinned(grouping: Grouping, project: Project, ids: dict[str, str]) -> None:
    topic_id, _ = grouping.add("Ferry", [], Kind.MONEY, [])
    both = [ids["wire £40m"], ids["copy £40m"]]
    assert grouping.file(both, topic_id).act == "file 2 claims under Ferry"
    assert not grouping.file(both, topic_id)
    assert grouping.pin(topic_id, ids["wire £40m"]).act == "pin £40m as the reference"
    assert grouping.remove([ids["wire £40m"]], topic_id).act == "take a claim out of Ferry"
    assert [(row.topic.pinned, row.claims) for row in grouping.topics()] == [(None, 1)]
    History(project).undo()
    assert [(row.topic.pinned, row.claims) for row in grouping.topics()] == [(ids["wire £40m"], 2)]
    assert grouping.pin(topic_id, None).topics == {topic_id}
    assert [row.topic.pinned for row in grouping.topics()] == [None]


def test_rejected_claims_do_not_count(grouping: Grouping, project: Project, ids: dict[str, str]) -> None:
    grouping.add("Ferry", [], Kind.MONEY, [ids["wire £40m"], ids["copy £40m"]])
    Reviewing(project).decide([ids["copy £40m"]], State.REJECTED)
    assert [row.claims for row in grouping.topics()] == [1]


def test_the_likeliest_topics_are_suggested(grouping: Grouping, ids: dict[str, str]) -> None:
    same_figure, _ = grouping.add("Sold for", [], Kind.MONEY, [ids["wire £40m"]])
    by_term, _ = grouping.add("Reports", ["report"], Kind.MONEY, [])
    grouping.add("Lighthouses", ["lighthouse"], Kind.MONEY, [ids["column £3m"]])
    grouping.add("Shares", ["report"], Kind.PERCENTAGE, [])
    assert [topic.topic_id for topic in grouping.suggest(ids["copy £40m"]).topics] == [same_figure, by_term]
    grouping.file([ids["copy £40m"]], same_figure)
    assert [topic.topic_id for topic in grouping.suggest(ids["copy £40m"]).topics] == [by_term]


def test_claims_are_kept_out_of_a_topic_in_one_act(grouping: Grouping, project: Project, ids: dict[str, str]) -> None:
    both = [ids["wire £40m"], ids["copy £40m"]]
    topic_id, _ = grouping.add("Ferry", ["ferry"], Kind.MONEY, both)
    grouping.pin(topic_id, both[0])
    changes = grouping.keep_out(both, topic_id)
    assert (changes.act, changes.claims) == ("keep 2 claims out of Ferry", set(both))
    assert [(row.claims, row.topic.pinned) for row in grouping.topics()] == [(0, None)]
    assert grouping.suggest_many(both) == []
    assert grouping.suggest(both[1]).topics == ()
    History(project).undo()
    assert [(row.claims, row.topic.pinned) for row in grouping.topics()] == [(2, both[0])]


def test_no_more_than_three_are_suggested(grouping: Grouping, ids: dict[str, str]) -> None:
    for number in range(5):
        grouping.add(f"Topic {number}", ["ferry"], Kind.MONEY, [])
    assert len(grouping.suggest(ids["copy £40m"]).topics) == 3


def test_a_pin_on_a_claim_that_is_gone_is_told(grouping: Grouping, ids: dict[str, str]) -> None:
    topic_id, _ = grouping.add("Ferry", [], Kind.MONEY, [])
    with pytest.raises(UserError) as told:
        grouping.pin(topic_id, "clm_gone")
    assert told.value.reason == "gone"


def test_a_topic_without_terms_finds_the_conversation_that_names_it(tmp_path: Path) -> None:
    text = (
        "Outlet: Dock Gazette\nPublished: 2025-03-05\n\nFerries and bridges\n\nThe board met and raised £7m.\n\n"
        "3 COMMENTS\n\n"
        "  1. Norland pays for the Skerry ferry, and nobody asks why. It is absurd.\n\n"
        "    • It is £12m a year, and worth it.\n\n"
        "  2. The airport lost £3m.\n"
    )
    with closing(Project.create(tmp_path / "p.counterclaim")) as project:
        Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(text)
        found = Grouping(project).propose("What Norland pays for Skerry")
    assert found.terms == ("Norland", "Skerry")
    assert [line.record.claim.surface for line in found.lines] == ["£12m a year"]
    assert found.claim_ids == tuple(line.record.claim_id for line in found.lines)


def test_typed_terms_mean_the_claims_whose_own_sentence_has_one_and_a_name_all_of_its_conversation(
    project: Project,
) -> None:
    text = "The Skerry ferry\n\nBoth ferries cost £7m. The quay cost £2m."
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(text)
    grouping = Grouping(project)
    typed, named = grouping.propose("", ["Ferry", "férries"]), grouping.propose("The Skerry ferry")
    surfaces = {line.record.claim_id: line.record.claim.surface for line in typed.lines}
    assert {surfaces[claim_id] for claim_id in typed.meant} == {"£7m"}
    assert {surfaces[claim_id] for claim_id in named.meant} == {"£7m", "£2m"}


def test_a_term_of_words_that_never_stand_together_is_taken_word_by_word(
    grouping: Grouping, ids: dict[str, str]
) -> None:
    together = grouping.propose("Ferry", ["ferry was sold"])
    assert together.terms == ("ferry was sold",)
    apart = grouping.propose("Ferry", ["ferry lighthouse"])
    assert apart.terms == ("ferry", "lighthouse")
    assert {line.record.claim_id for line in apart.lines} >= {ids["wire £40m"], ids["column £3m"]}


def test_of_a_term_that_stands_nowhere_the_names_alone_are_taken(project: Project) -> None:
    text = "The Skerry ferry\n\nThe Skerry cost £7m. Another lighthouse programme cost £2m."
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(text)
    found = Grouping(project).propose("Ferry", ["Skerry programme"])
    assert (found.terms, found.apart) == (("Skerry",), ("Skerry programme",))


def test_a_proposal_of_many_claims_has_all_their_ids_and_the_first_lines(project: Project) -> None:
    text = "Ferries\n\n" + "\n\n".join(f"The ferry cost £{number}m on Monday." for number in range(1, 261))
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(f"{text}\n\nIt carried 3% fewer.")
    grouping = Grouping(project)
    kind, every = grouping.find(["ferry"])
    found = grouping.propose("Ferry", ["ferry"])
    assert (found.kind, len(found.claim_ids), len(found.lines)) == (kind, 260, SHOWN)
    assert found.claim_ids == tuple(line.record.claim_id for line in every)
    assert list(found.lines) == every[:SHOWN]
    named = grouping.propose("Ferry Monday")
    assert (len(named.claim_ids), len(named.lines)) == (260, SHOWN)


def test_a_topic_is_chosen_outright_only_where_it_leads_clearly(grouping: Grouping, ids: dict[str, str]) -> None:
    grouping.add("Sold", ["ferry"], Kind.MONEY, [])
    assert grouping.suggest(ids["copy £40m"]).preselected is not None
    grouping.add("Bought", ["ferry"], Kind.MONEY, [])
    even = grouping.suggest(ids["copy £40m"])
    assert (len(even.topics), even.preselected) == (2, None)
    leading, _ = grouping.add("Council", ["council", "ferry"], Kind.MONEY, [])
    chosen = grouping.suggest(ids["copy £40m"]).preselected
    assert chosen is not None
    assert chosen.topic_id == leading


def test_a_refused_topic_loses_the_claim_and_is_suggested_for_it_no_more(
    grouping: Grouping, project: Project, ids: dict[str, str]
) -> None:
    topic_id, _ = grouping.add("Ferry", ["ferry"], Kind.MONEY, [ids["copy £40m"]])
    changes = grouping.refuse(ids["copy £40m"], topic_id)
    assert changes.act == "keep £40m out of Ferry"
    assert changes.claims == {ids["copy £40m"]}
    assert grouping.suggest(ids["copy £40m"]).topics == ()
    assert grouping.suggest(ids["wire £40m"]).topics != ()
    assert [row.claims for row in grouping.topics()] == [0]
    History(project).undo()
    assert [row.claims for row in grouping.topics()] == [1]


def test_many_claims_are_filed_by_what_is_suggested_in_one_act(
    grouping: Grouping, project: Project, ids: dict[str, str]
) -> None:
    ferry, _ = grouping.add("Ferry", ["ferry"], Kind.MONEY, [])
    lighthouse, _ = grouping.add("Lighthouse", ["lighthouse"], Kind.MONEY, [ids["column £3m"]])
    every = [claim_id for name, claim_id in ids.items() if " " in name]
    preview = grouping.suggest_many(every)
    assert [(filing.topic.topic_id, len(filing.lines)) for filing in preview] == [(ferry, 3)]
    assert not grouping.topics()[-1].claims
    filings = {filing.topic.topic_id: [line.record.claim_id for line in filing.lines] for filing in preview}
    assert grouping.file_many(filings).act == "file 3 claims under Ferry"
    assert grouping.suggest_many(every) == []
    History(project).undo()
    assert {row.topic.topic_id: row.claims for row in grouping.topics()} == {ferry: 0, lighthouse: 1}
    both = {ferry: [ids["wire £40m"]], lighthouse: [ids["wire £3m"]]}
    assert grouping.file_many(both).act == "file 2 claims under 2 topics"


def test_a_topic_is_renamed_and_given_other_terms_each_in_one_act(
    grouping: Grouping, project: Project, ids: dict[str, str]
) -> None:
    topic_id, _ = grouping.add("Ferry", ["ferry"], Kind.MONEY, [ids["wire £40m"]])
    grouping.add("Pier", [], Kind.MONEY, [])
    assert grouping.rename(topic_id, " The  ferry ").act == "rename Ferry to The ferry"
    assert not grouping.rename(topic_id, "The ferry")
    assert grouping.set_terms(topic_id, ["boat", " ", "boat "]).act == "set the watch-terms of The ferry"
    assert (grouping.topics()[0].topic.name, grouping.topics()[0].topic.terms) == ("The ferry", ("boat",))
    for name, reason in (("", "no-name"), ("PIER", "exists")):
        with pytest.raises(UserError) as told:
            grouping.rename(topic_id, name)
        assert told.value.reason == reason
    History(project).undo()
    History(project).undo()
    assert (grouping.topics()[0].topic.name, grouping.topics()[0].topic.terms) == ("Ferry", ("ferry",))


def test_topics_are_merged_and_taken_away_each_in_one_act(
    grouping: Grouping, project: Project, ids: dict[str, str]
) -> None:
    ferry, _ = grouping.add("Ferry", ["ferry"], Kind.MONEY, [ids["wire £40m"], ids["copy £40m"]])
    pier, _ = grouping.add("Pier", [], Kind.MONEY, [ids["wire £3m"]])
    shares, _ = grouping.add("Shares", [], Kind.PERCENTAGE, [ids["wire 12%"]])
    for topic_id, into, reason in ((ferry, ferry, "same"), (shares, ferry, "other-kind"), ("top_gone", ferry, "gone")):
        with pytest.raises(UserError) as told:
            grouping.merge(topic_id, into)
        assert told.value.reason == reason
    changes = grouping.merge(pier, ferry)
    assert changes.act == "merge Pier into Ferry"
    assert changes.topics == {ferry, pier}
    assert {row.topic.name: row.claims for row in grouping.topics()} == {"Ferry": 3, "Shares": 1}
    assert grouping.discard(ferry).act == "remove the topic Ferry"
    assert [row.topic.name for row in grouping.topics()] == ["Shares"]
    History(project).undo()
    History(project).undo()
    assert {row.topic.name: row.claims for row in grouping.topics()} == {"Ferry": 2, "Pier": 1, "Shares": 1}
