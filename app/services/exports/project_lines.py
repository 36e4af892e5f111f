"""What the exports say of the project beside its claims: who decided, what was settled, the log, the schedules."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.history import LogLine
from app.domain.remark import Remark
from app.domain.resolution import Resolution
from app.domain.schedule import Schedule
from app.domain.topic import Topic
from app.exports import decisions, resolutions, schedules, table
from app.store.session import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What claims.csv says of claims that is not theirs: remarks, rules and people, by the ids of what they concern."""

    remarks: Mapping[str, Remark] = field(default_factory=dict)
    rules: Mapping[str, int | None] = field(default_factory=dict)
    """The number of the rules that read each article last."""
    deciders: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, claim_ids: Sequence[str]) -> "Beside":
        """All of it for these claims."""
        return cls(remarks=store.remarks.of(claim_ids), rules=store.readings.rules(), deciders=_deciders(store.log()))


def _deciders(log: Sequence[LogLine]) -> dict[str, str]:
    """Who decided each claim last, by the claim's id; one that was decided before there was a log has nobody."""
    found: dict[str, str] = {}
    for entry in log:
        if '"state"' not in entry.what:
            continue
        for row in json.loads(entry.what).get("changed", ()):
            if row["table"] == "claim" and "state" in row["after"]:
                found.update((one, entry.who) for one in row["ids"] if one.startswith("clm_"))
    return found


def resolution_lines(
    project_id: str, settled: Sequence[Resolution], topics: Mapping[str, Topic]
) -> Iterator[resolutions.ResolutionLine]:
    """Every time that a topic was settled; `settled` is topic by topic in the order of time."""
    last = {one.topic_id: one.resolution_id for one in settled if one.settles}
    latest = {one.topic_id: one.resolution_id for one in settled}
    for one in settled:
        holds = last.get(one.topic_id) == latest[one.topic_id] == one.resolution_id
        yield resolutions.ResolutionLine(
            project_id=project_id,
            topic=topics[one.topic_id].name,
            resolution_id=one.resolution_id,
            holds="yes" if holds else "no",
            claim_id=one.claim_id or "",
            figure=one.figure,
            because=one.because,
            author=one.author,
            at=one.at,
        )


def decision_lines(project_id: str, log: Sequence[LogLine]) -> Iterator[decisions.DecisionLine]:
    """Every entry of the log."""
    for entry in log:
        yield decisions.DecisionLine(
            project_id=project_id,
            number=str(entry.number),
            at=entry.at,
            who=entry.who,
            deed=entry.deed,
            words=entry.words,
            act_id=entry.act_id,
            rule_version=entry.rules,
            what=entry.what,
            previous_hash=entry.previous,
            hash=entry.hash,
        )


def payment_lines(
    project_id: str, kept: Sequence[Schedule], topics: Mapping[str, Topic]
) -> Iterator[schedules.PaymentLine]:
    """Every payment of every schedule."""
    for schedule in kept:
        assumed = schedule.assumed
        for payment in schedule.payments:
            yield schedules.PaymentLine(
                project_id=project_id,
                schedule_id=schedule.schedule_id,
                topic=topics[schedule.topic_id].name,
                name=schedule.name,
                note=schedule.note,
                years=table.number(assumed.years),
                inflation=assumed.inflation,
                discount=assumed.discount,
                lag=str(assumed.lag),
                price_year=assumed.price_year,
                from_year=str(payment.from_year),
                to_year=str(payment.to_year),
                amount=table.number(payment.amount),
                currency=payment.currency,
                index_from_year=table.number(payment.index_from_year),
                times="once" if payment.once else "yearly",
            )
