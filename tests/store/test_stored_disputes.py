"""Where claims stand among those of their topic, set against a plain sweep in Python."""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from math import inf, nextafter
from typing import Any

import pytest
from sqlalchemy import event

from app.domain.claim import Claim, Stance, State
from app.domain.disputes import Encounter, Group, MeasuredRange, Tally
from app.domain.span import Span
from app.domain.version import Fate
from app.store.disputes import AT_ONCE
from app.store.project import Project
from app.store.session import Store
from tests.store.harbour_articles import article, claim, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"
MEASURES = (
    "money GBP Per year|cash",
    "money GBP Total|cash",
    "money USD Per year|cash",
    "money ¤ Per year|cash",
    "quantity ship Level",
)


@dataclass(frozen=True)
class Kept:
    """A claim of a random project as the sweep needs it; `origin` is that of the article, or the voice."""

    claim_id: str
    family: str
    origin: str
    measured_range: MeasuredRange
    counts: bool


def _range(chance: random.Random) -> MeasuredRange:
    measure = chance.choice(MEASURES)
    if chance.random() < 0.1:
        return MeasuredRange(measure=measure)
    low, wide = float(chance.randint(-20, 20)), chance.choice((0, 0, 1, 2, 6))
    high = low + wide if not wide else nextafter(low + wide, chance.choice((-inf, inf)))
    ends = chance.choices(((low, high), (None, high), (low, None)), (18, 1, 1))[0]
    return MeasuredRange(measure=measure, low=ends[0], high=ends[1])


def _keep(store: Store, chance: random.Random, given: dict[str, MeasuredRange], number: int) -> list[Kept]:
    """An article of a few claims, perhaps a copy of another's story, perhaps a new version of another article."""
    surfaces = [f"£{number}.{at}" for at in range(chance.randint(1, 5))]
    text = f"Harbour {number}\n\nIt costs {', or '.join(surfaces)}."
    record = store.articles.add(
        article(text), captured_at=AT, origin_id=f"org_{chance.randint(1, 4)}" if chance.random() < 0.5 else None
    )
    stances = [chance.choice((None, None, Stance.STATES, Stance.DENIES)) for _ in surfaces]
    ids = store.claims.add(
        record.article_id, [claim(one, "1", text, stance=how) for one, how in zip(surfaces, stances, strict=True)]
    )
    kept = []
    for claim_id, surface, stance in zip(ids, surfaces, stances, strict=True):
        given[surface] = _range(chance)
        state = chance.choice((State.WAITING, State.ACCEPTED, State.REJECTED))
        store.claims.set_state([claim_id], state, AT)
        settled = chance.random() < 0.1
        if settled:
            store.versions.settle(claim_id, Fate.GONE, None)
        has_number = given[surface].low is not None or given[surface].high is not None
        counts = has_number and state is not State.REJECTED and stance is not Stance.DENIES and not settled
        kept.append(Kept(claim_id, record.article_id, record.origin_id, given[surface], counts))
    return kept


def _fill(project: Project, chance: random.Random) -> dict[str, list[Kept]]:
    """A random project; gives what is filed under each topic. Some is filed before it is measured, some after."""
    given: dict[str, MeasuredRange] = {}
    filed: dict[str, list[Kept]] = {}
    with project.writing("import") as store:
        kept = [one for number in range(12) for one in _keep(store, chance, given, number)]
        for at in range(3):
            if at == 1:
                measured(store, given)
            topic = store.topics.add(f"Topic {at}").topic_id
            filed[topic] = chance.sample(kept, len(kept) // 2)
            store.topics.file(topic, [one.claim_id for one in filed[topic]])
            gone = [filed[topic].pop() for _ in range(2)]
            store.topics.remove(topic, [one.claim_id for one in gone])
    return filed


def _ends(measured_range: MeasuredRange) -> tuple[float, float]:
    return (
        -inf if measured_range.low is None else measured_range.low,
        inf if measured_range.high is None else measured_range.high,
    )


def measured(store: Store, given: Mapping[str, MeasuredRange]) -> int:
    """Measure claims as they are given by their words."""
    return store.disputes.measure(lambda one: given[one.surface])


def _currency(members: Sequence[Kept]) -> str:
    """The commonest currency of a topic, of equals the first by name."""
    amounts = [
        one.measured_range.measure[6:9]
        for one in members
        if one.counts and one.measured_range.measure.startswith("money")
    ]
    named = [code for code in amounts if "¤" not in code]
    return min(named, key=lambda code: (-named.count(code), code), default="¤")


def _swept(topic: str, members: Sequence[Kept]) -> Iterator[Group]:
    currency = _currency(members)
    by_measure = defaultdict(list)
    for one in members:
        if one.counts:
            by_measure[one.measured_range.measure.replace("¤", currency)].append(one)
    for measure, same in sorted(by_measure.items()):
        ends = sorted(_ends(one.measured_range) for one in same)
        islands, reached = 0, -inf
        for low, high in ends:
            islands += low > reached or not islands
            reached = max(reached, high)
        yield Group(
            topic_id=topic,
            measure=measure,
            claims=len(same),
            articles=len({one.family for one in same}),
            origins=len({one.origin for one in same}),
            low=None if ends[0][0] == -inf else ends[0][0],
            high=None if reached == inf else reached,
            disputed=ends[-1][0] > min(high for _, high in ends),
            islands=islands,
        )


@pytest.mark.parametrize("seed", range(6))
def test_groups_and_islands_are_those_of_a_plain_sweep(project: Project, seed: int) -> None:
    filed = _fill(project, random.Random(seed))
    expected = [group for topic, members in sorted(filed.items()) for group in _swept(topic, members)]
    with project.reading() as store:
        assert store.disputes.groups() == expected
        assert store.disputes.tallies() == {
            topic: Tally(measures=len(of_topic), disputed=sum(group.disputed for group in of_topic))
            for topic in filed
            if (of_topic := [group for group in expected if group.topic_id == topic])
        }


def _held(project: Project) -> set[tuple[object, ...]]:
    """What the project keeps of claims that stand under topics."""
    with project.reading() as store:
        rows = store._session.connection().exec_driver_sql("SELECT topic_id, measure, claim, halo_low FROM standing")
        return {tuple(row) for row in rows}


def _told(project: Project) -> set[tuple[object, ...]]:
    """The same, read from filings and claims."""
    with project.reading() as store:
        rows = store._session.connection().exec_driver_sql(
            "SELECT topic_id, measure, number, halo_low, halo_high, state, fate, stance "
            "FROM filing JOIN claim USING (claim_id)"
        )
        return {
            (topic, measure, number, -inf if low is None else low)
            for topic, measure, number, low, high, state, fate, stance in rows
            if measure is not None and (low is not None or high is not None)
            if state != "rejected" and fate is None and stance != "denies"
        }


@pytest.mark.parametrize("seed", range(3))
def test_what_stands_follows_every_act_and_its_undoing(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    filed = _fill(project, chance)
    claims = sorted({one.claim_id for members in filed.values() for one in members})
    acts = [_act(project, chance, claims, sorted(filed)) for _ in range(12)]
    assert len(set(acts)) > 3
    assert _held(project) == _told(project) != set()
    for step in (project.undo, project.redo):
        while step():
            assert _held(project) == _told(project)
    with project.writing("measure") as store:
        assert store.disputes.measure(lambda one: MeasuredRange(measure="money GBP Total", low=1.0, high=2.0)) > 0
    assert _held(project) == _told(project)


def _act(project: Project, chance: random.Random, claims: Sequence[str], topics: Sequence[str]) -> int:
    some, topic, which = chance.sample(claims, 3), chance.choice(topics), chance.randrange(6)
    with project.writing("act") as store:
        match which:
            case 0:
                store.claims.set_state(some, chance.choice(list(State)), AT)
            case 1:
                store.topics.file(topic, some)
            case 2:
                store.topics.remove(topic, some)
            case 3:
                store.claims.set_speaker(some[0], "the mayor", chance.choice(list(Stance)), AT)
            case 4:
                store.versions.settle(some[0], Fate.GONE, None)
            case _:
                store.claims.set_basis(some[0], {"kind": chance.choice(("rate", "total"))}, AT)
    assert _held(project) == _told(project)
    return which


def test_a_claim_whose_basis_is_set_waits_to_be_measured_and_undo_asks_again(project: Project) -> None:
    given = {"£165m a year": MeasuredRange(measure="money GBP Per year", low=1.0, high=2.0)}
    with project.writing("import") as store:
        kept = store.articles.add(article(), captured_at=AT)
        (claim_id,) = store.claims.add(kept.article_id, harbour_claims()[:1])
        store.topics.file(store.topics.add("Harbour").topic_id, [claim_id])
        assert (measured(store, given), store.disputes.is_measured()) == (1, True)
    _set_total(project, claim_id)
    for step in (None, project.undo, project.redo):
        if step is not None:
            step()
        with project.reading() as store:
            assert (store.disputes.is_measured(), store.disputes.groups()) == (False, [])
        with project.writing("measure") as store:
            measured(store, given)
        with project.reading() as store:
            assert [group.claims for group in store.disputes.groups()] == [1]
            assert (store.journal.undoable() == "set the basis") is (step != project.undo)


def _set_total(project: Project, claim_id: str) -> None:
    with project.writing("set the basis") as store:
        store.claims.set_basis(claim_id, {"kind": "total"}, AT)


def test_claims_are_measured_a_batch_at_a_time_the_latest_first(project: Project) -> None:
    text = f"Harbour\n\n{' '.join(f'£{at:04}' for at in range(AT_ONCE + 2))}."
    asked: list[str] = []

    def range_of(one: Claim) -> MeasuredRange:
        asked.append(one.surface)
        return MeasuredRange(measure="money GBP Total")

    with project.writing("import") as store:
        kept = store.articles.add(article(text), captured_at=AT)
        span, figure = claim("£0000", "1", text), text.index("£0000")
        spans = [Span(figure + 6 * at, figure + 6 * at + 5) for at in range(AT_ONCE + 2)]
        store.claims.add(kept.article_id, [replace(span, span=at, surface=at.of(text)) for at in spans])
        assert [store.disputes.measure(range_of) for _ in range(3)] == [AT_ONCE, 2, 0]
    assert (asked[0], asked[-1]) == (f"£{AT_ONCE + 1:04}", "£0000")


@pytest.mark.parametrize("seed", range(4))
def test_encounters_are_those_of_looking_at_every_claim(project: Project, seed: int) -> None:
    filed = _fill(project, random.Random(seed))
    asked = {one.claim_id: one for members in filed.values() for one in members}
    with project.reading() as store:
        denied = {one for one in asked if store.claims.get(one).claim.stance is Stance.DENIES}
        for topic, members in filed.items():
            found = store.disputes.encounters(list(asked), topic)
            assert found == list(_met(topic, [one for one in asked.values() if one.claim_id not in denied], members))


def _met(topic: str, asked: Sequence[Kept], members: Sequence[Kept]) -> Iterator[Encounter]:
    currency = _currency(members)
    for one in asked:
        low, high = _ends(one.measured_range)
        if (low, high) == (-inf, inf):
            continue
        others = [
            _ends(other.measured_range)
            for other in members
            if other.counts
            and other.family != one.family
            and other.measured_range.measure.replace("¤", currency) == one.measured_range.measure.replace("¤", currency)
        ]
        meets = [other_low <= high and other_high >= low for other_low, other_high in others]
        yield Encounter(claim_id=one.claim_id, topic_id=topic, meets=any(meets), misses=not all(meets))


def test_a_new_articles_claims_are_compared_without_a_scan_or_a_sort(project: Project) -> None:
    filed = _fill(project, random.Random(1))
    with project.reading() as store, _plans(store) as plans:
        store.disputes.encounters([one.claim_id for members in filed.values() for one in members], next(iter(filed)))
    _, encounters = plans
    assert not [step for step in encounters if ("SCAN" in step and "json_each" not in step) or "TEMP B-TREE" in step]
    assert any("SEARCH standing" in step for step in encounters)


def test_no_claim_is_read_to_regroup_or_to_tell_what_waits(project: Project) -> None:
    _fill(project, random.Random(1))
    with project.reading() as store, _plans(store) as plans:
        store.disputes.groups()
        store.disputes.tallies()
        store.disputes.is_measured()
    *regrouping, waiting = plans
    assert not [step for plan in regrouping for step in plan if "claim" in step]
    assert all("ix_claim_unmeasured" in step for step in waiting)


@contextmanager
def _plans(store: Store) -> Iterator[list[list[str]]]:
    """How SQLite carries out each statement."""
    connection = store._session.connection()
    found: list[list[str]] = []

    def explained(_: Any, cursor: Any, statement: str, parameters: Any, *rest: Any) -> None:
        steps = connection.connection.cursor().execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        found.append([step[3] for step in steps])

    event.listen(connection, "before_cursor_execute", explained)
    try:
        yield found
    finally:
        event.remove(connection, "before_cursor_execute", explained)
