"""Which kind of figure a topic compares: guessed from what is typed and found, chosen, changed, or taken from the first
figure that is filed.
"""

import datetime
from decimal import Decimal

import pytest

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.schedule import Assumptions, Payment, Schedule
from app.services.articles.importing import Importing
from app.services.desk import Desk
from app.services.project.history import History
from app.services.topics import kinds
from app.services.topics.grouping import Grouping
from app.store.project import Project

WEIR = (
    "The Halden weir\n\nThe weir will cost £7m. The weir moves 40 families and 3,000 sheep, and 12 farms close.\n\n"
    "Engineers will pour 900 tonnes of rock on 60 piles. The weir opens on 3 May 2027. It cuts floods by 30 per cent."
)


@pytest.fixture
def weir(project: Project) -> Grouping:
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(WEIR)
    return Grouping(project)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cost of the weir", Kind.MONEY),
        ("What Norland pays for Skerry", Kind.MONEY),
        ("Share of spending on roads", Kind.PERCENTAGE),
        ("The tax rate in Norland", Kind.PERCENTAGE),
        ("Number of jobs at the mill, and what they cost", Kind.QUANTITY),
        ("When the tunnel opens", Kind.DATE),
        ("What the tunnel cost when it opened", Kind.MONEY),
        ("How long until it opens", Kind.DURATION),
        ("Pay rise for nurses", None),
        ("The Halden weir", None),
        ("", None),
    ],
)
def test_the_head_of_a_name_asks_for_a_kind(name: str, kind: Kind | None) -> None:
    assert kinds.asked_for(name) is kind


def test_words_that_ask_for_a_kind_are_heeded_where_it_was_found(weir: Grouping) -> None:
    assert weir.propose("The Halden weir", ["weir"]).kind is Kind.QUANTITY
    assert weir.propose("Cost of the weir", ["weir"]).kind is Kind.MONEY
    assert weir.propose("The weir", ["weir cost", "weir"]).kind is Kind.MONEY
    assert weir.propose("How long the weir takes", ["weir"]).kind is Kind.QUANTITY


def test_without_such_words_the_figures_whose_own_sentence_says_it_count(project: Project) -> None:
    text = "The Skerry ferry\n\nThe ferry cost £7m. Its crew are 12, it has 3 decks, 40 cabins and 900 berths."
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted(text)
    assert Grouping(project).propose("The ferry", ["ferry"]).kind is Kind.MONEY


def test_dates_are_compared_where_nothing_else_stands_there_or_they_are_asked_for(
    weir: Grouping, project: Project
) -> None:
    assert weir.propose("When the weir opens", ["weir"]).kind is Kind.DATE
    Importing(project, today=lambda: datetime.date(2026, 1, 31)).pasted("The lido\n\nThe lido opens on 4 June 2027.")
    assert weir.propose("The lido", ["lido"]).kind is Kind.DATE


def test_a_kind_that_is_chosen_is_kept_to_and_the_others_are_counted(weir: Grouping) -> None:
    found = weir.propose("The weir", ["weir"], Kind.PERCENTAGE)
    assert found.kind is Kind.PERCENTAGE
    assert [line.record.claim.surface for line in found.lines] == ["30 per cent"]
    assert found.counts[Kind.PERCENTAGE] == found.counts[Kind.MONEY] == 1
    assert found.counts[Kind.QUANTITY] > 3
    assert Kind.DATE not in found.counts


def test_an_empty_topic_takes_the_kind_of_its_first_figure(project: Project, ids: dict[str, str]) -> None:
    grouping = Grouping(project)
    topic_id, _ = grouping.add("Ferry", [], Kind.MONEY, [])
    grouping.file([ids["wire 12%"], ids["wire £40m"]], topic_id)
    assert _kind(grouping) is Kind.PERCENTAGE
    grouping.file([ids["copy £40m"]], topic_id)
    assert _kind(grouping) is Kind.PERCENTAGE
    History(project).undo()
    History(project).undo()
    assert _kind(grouping) is Kind.MONEY


def test_the_kind_is_changed_in_one_act_and_what_is_filed_stays(project: Project, ids: dict[str, str]) -> None:
    grouping = Grouping(project)
    topic_id, _ = grouping.add("Ferry", [], Kind.QUANTITY, [ids["wire £40m"]])
    changes = grouping.set_kind(topic_id, Kind.MONEY)
    assert (changes.act, changes.topics) == ("let Ferry compare money", {topic_id})
    assert not grouping.set_kind(topic_id, Kind.MONEY)
    assert [(row.topic.kind, row.claims) for row in grouping.topics()] == [(Kind.MONEY, 1)]
    History(project).undo()
    assert _kind(grouping) is Kind.QUANTITY


def test_a_topic_with_a_payment_schedule_stays_one_of_money(desk: Desk, topic_id: str) -> None:
    payment = Payment(from_year=1, to_year=3, amount=Decimal(80), currency="GBP")
    assumed = Assumptions(inflation="2", price_year="2025")
    desk.scheduling.set(Schedule(topic_id=topic_id, name="Bridge", payments=(payment,), assumed=assumed))
    with pytest.raises(UserError, match="remove the schedule first") as told:
        desk.grouping.set_kind(topic_id, Kind.PERCENTAGE)
    assert told.value.reason == "has-schedule"


def _kind(grouping: Grouping) -> Kind:
    (row,) = grouping.topics()
    return row.topic.kind
