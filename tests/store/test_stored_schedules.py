"""Schedules, typed rates and own tables: they come back as they were, and every change is one undo."""

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.rate import TypedRate
from app.domain.schedule import Payment, Schedule, TableKind
from app.store.project import Project
from tests.support.treaty_payments import ASSUMED

DAY = datetime.date(2025, 5, 22)
PAYMENTS = (
    Payment(from_year=4, to_year=99, amount=Decimal("120E+6"), currency="GBP", index_from_year=14),
    Payment(from_year=2, to_year=2, amount=Decimal("40000000.50"), currency="GBP", once=True),
)


@pytest.fixture
def topic_id(project: Project) -> str:
    with project.writing("make a topic") as store:
        return store.topics.add("Harbour fees", (), Kind.MONEY).topic_id


@pytest.fixture
def kept(project: Project, topic_id: str) -> Schedule:
    made = Schedule(
        topic_id=topic_id, name="Treaty", payments=PAYMENTS, assumed=replace(ASSUMED, years=99, lag=2), note="a paper"
    )
    with project.writing("enter a schedule") as store:
        return replace(made, schedule_id=store.schedules.set(made))


def test_a_schedule_comes_back_to_the_last_digit(project: Project, kept: Schedule) -> None:
    with project.reading() as store:
        assert store.schedules.of_topic(kept.topic_id) == [kept]
        assert store.schedules.get(kept.schedule_id) == kept
        assert store.schedules.all() == [kept]
        assert str(store.schedules.get(kept.schedule_id).payments[0].amount) == "1.20E+8"


def test_changing_a_schedule_and_removing_it_are_an_undo_each(project: Project, kept: Schedule) -> None:
    changed = replace(kept, payments=PAYMENTS[:1], name="Lease", assumed=replace(ASSUMED, inflation="2.0"))
    with project.writing("change") as store:
        assert store.schedules.set(changed) == kept.schedule_id
    assert store.changes.topics == {kept.topic_id}
    with project.writing("remove") as store:
        store.schedules.remove(kept.schedule_id)
    seen = []
    for step in (project.undo, project.undo, project.undo, project.redo, project.redo, project.redo):
        assert step().topics == {kept.topic_id}
        with project.reading() as store:
            seen.append(store.schedules.of_topic(kept.topic_id))
    assert seen == [[changed], [kept], [], [kept], [changed], []]


def test_what_is_gone_is_said(project: Project, kept: Schedule) -> None:
    project.undo()
    with pytest.raises(UserError, match="no such payment schedule"), project.writing("change") as store:
        store.schedules.set(kept)
    project.undo()
    with pytest.raises(UserError, match="topic of this schedule"), project.writing("enter") as store:
        store.schedules.set(replace(kept, schedule_id=""))


def test_a_rate_typed_again_takes_the_place_of_the_first_and_undo_brings_it_back(project: Project) -> None:
    first = TypedRate(source="MUR", target="GBP", rate=Decimal("0.0160"), day=DAY, note="a bank")
    always = replace(first, day=None)
    second = replace(first, rate=Decimal("0.0168"), note="another bank")
    for typed in (first, always, second):
        with project.writing("set a rate") as store:
            store.own_tables.set_rate(typed)
        assert store.changes.tables
    with project.reading() as store:
        assert store.own_tables.rates() == (always, second)
    assert project.undo()
    with project.writing("remove a rate") as store:
        store.own_tables.remove_rate(always)
        store.own_tables.remove_rate(replace(first, source="USD"))
    with project.reading() as store:
        assert store.own_tables.rates() == (first,)
    project.undo()
    with project.reading() as store:
        assert store.own_tables.rates() == (always, first)


def test_a_table_stands_in_the_shipped_ones_place_until_it_is_taken_away(project: Project) -> None:
    with project.writing("use a table") as store:
        store.own_tables.set_table(TableKind.PRICES, "year,index\n2024,100\n")
    with project.writing("use another") as store:
        store.own_tables.set_table(TableKind.PRICES, "year,index\n2024,99\n")
    with project.writing("go back") as store:
        store.own_tables.remove_table(TableKind.PRICES)
        store.own_tables.remove_table(TableKind.DISCOUNT)
    seen = []
    for _ in range(3):
        assert project.undo().tables == {"tab_prices"}
        with project.reading() as store:
            seen.append(store.own_tables.tables().get(TableKind.PRICES))
    assert seen == ["year,index\n2024,99\n", "year,index\n2024,100\n", None]
