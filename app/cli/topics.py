"""topics: what claims are about, listed, made and changed."""

import argparse
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict

from app.cli import printing
from app.cli.project import topic_id
from app.cli.rooms import Rooms
from app.domain import wording
from app.domain.disputes import Encounter, Tally
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.wording import counted
from app.services.desk import Desk
from app.services.topics.grouping import TopicRow


def topics(options: argparse.Namespace, rooms: Rooms) -> int:
    """List topics, or the one that was made or changed if asked to."""
    _check(options)
    with closing(rooms.open(options.project)) as desk:
        typed = [term for words in options.terms for term in words.split(",") if term.strip()]
        touched: str | None = None
        if options.topic is not None:
            touched = _change(options, desk, typed)
        if options.add is not None:
            touched = _add(options, desk, typed)
        if options.suggest:
            _suggest(options, desk)
            return 0
        rows = [row for row in desk.grouping.topics() if touched in (None, row.topic.topic_id)]
        if not rows:
            printing.complain("there is no topic yet; make one with --add NAME.")
        if options.json:
            _print_json(desk, rows)
        else:
            tallies = desk.disputes.tallies()
            printing.table([_line(row, tallies.get(row.topic.topic_id, Tally())) for row in rows])
    return 0


def _add(options: argparse.Namespace, desk: Desk, terms: list[str]) -> str:
    """Make the topic, and file what stands near its terms; gives its id."""
    found = desk.grouping.propose(options.add, terms, Kind(options.kind) if options.kind else None)
    made, _ = desk.grouping.add(options.add, found.terms, found.kind, found.claim_ids)
    for term in found.apart:
        printing.complain(
            f"“{term}” stands nowhere as one term: its names, or else its words, were taken one by one. "
            "--topic NAME --terms … sets others."
        )
    if not found.claim_ids:
        printing.complain("the topic was made, but no claim stands near its terms.")
    return made


def _line(row: TopicRow, tally: Tally) -> list[str]:
    disputed = f", {tally.disputed:,} disputed" if tally.disputed else ""
    terms = ", ".join(row.topic.terms)
    return [row.topic.name, counted(row.claims, "claim"), counted(tally.measures, "measure") + disputed, terms]


def _print_json(desk: Desk, rows: Sequence[TopicRow]) -> None:
    measures: defaultdict[str, list[dict[str, object]]] = defaultdict(list)
    for group in desk.disputes.groups():
        told = asdict(group)
        measures[told.pop("topic_id")].append(told)
    for row in rows:
        topic = row.topic
        line = {
            "topic": topic.topic_id,
            "name": topic.name,
            "terms": list(topic.terms),
            "kind": topic.kind.value,
            "pinned": topic.pinned,
            "claims": row.claims,
            "measures": measures[topic.topic_id],
        }
        printing.record(line)


def _suggest(options: argparse.Namespace, desk: Desk) -> None:
    """Where unfiled claims would go, and how they stand to what is there; filed there if asked to.

    One for which no topic leads is left to a person.
    """
    filings = desk.grouping.suggest_many(desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT))
    stands = {
        one.claim_id: one
        for filing in filings
        for one in desk.disputes.against([line.record.claim_id for line in filing.lines], filing.topic.topic_id)
    }
    if options.accept:
        desk.grouping.file_many(
            {filing.topic.topic_id: [line.record.claim_id for line in filing.lines] for filing in filings}
        )
    found = [(filing.topic, line) for filing in filings for line in filing.lines]
    if not found:
        printing.complain("no topic suggests itself clearly for a claim that is under none.")
    if options.json:
        for topic, line in found:
            told = {"claim": line.record.claim_id, "topic": topic.topic_id, "name": topic.name, "filed": options.accept}
            one = stands.get(line.record.claim_id)
            printing.record({**told, "meets": one and one.meets, "misses": one and one.misses})
    else:
        printing.table(
            [
                [
                    line.record.claim_id,
                    wording.say(line.record.claim.figure),
                    topic.name,
                    _stands(stands.get(line.record.claim_id)),
                ]
                for topic, line in found
            ]
        )


def _stands(one: Encounter | None) -> str:
    if one is None or not (one.meets or one.misses):
        return ""
    if one.meets and one.misses:
        return "meets some figures there and misses others"
    return "meets the figures there" if one.meets else "misses the figures there"


def _check(options: argparse.Namespace) -> None:
    change = options.rename is not None or options.merge is not None or options.remove or bool(options.take_out)
    if options.add is None and options.topic is None and (options.terms or options.kind):
        raise UserError(
            "--terms and --kind belong to a topic; nothing was changed. Say --add NAME for a new one, --topic NAME for "
            "another.",
            reason="no-name",
        )
    if change and options.topic is None:
        raise UserError(
            "--rename, --merge, --remove and --take-out change one topic; nothing was changed. Say --topic NAME.",
            reason="no-name",
        )
    if options.accept and not options.suggest:
        raise UserError("--accept goes with --suggest; nothing was changed.", reason="use")
    asked = [change, bool(options.terms), bool(options.kind)]
    if options.topic is not None and (options.add is not None or sum(asked) != 1):
        raise UserError(
            "--topic goes with one of --rename, --terms, --kind, --merge, --remove and --take-out; nothing was "
            "changed.",
            reason="use",
        )


def _change(options: argparse.Namespace, desk: Desk, terms: list[str]) -> str | None:
    """Change the topic as asked; gives the id of what is left of it, None where nothing is."""
    chosen = topic_id(desk, options.topic)
    if options.rename is not None:
        desk.grouping.rename(chosen, options.rename)
    elif options.merge is not None:
        into = topic_id(desk, options.merge)
        desk.grouping.merge(chosen, into)
        return into
    elif options.remove:
        desk.grouping.discard(chosen)
        return None
    elif options.take_out:
        _take_out(desk, list(dict.fromkeys(options.take_out)), chosen)
    elif options.kind:
        desk.grouping.set_kind(chosen, Kind(options.kind))
    else:
        desk.grouping.set_terms(chosen, terms)
    return chosen


def _take_out(desk: Desk, claim_ids: list[str], chosen: str) -> None:
    """Keep claims out of a topic; refused where one does not stand there, so that a slip of an id is seen."""
    (name,) = (row.topic.name for row in desk.grouping.topics() if row.topic.topic_id == chosen)
    held = {line.record.claim_id for line in desk.claims.lines(claim_ids, reach=False) if name in line.topics}
    for claim_id in claim_ids:
        if claim_id not in held:
            raise UserError(
                f"{claim_id} does not stand under {name}; nothing was changed. “compare --topic … --json” prints what "
                "does.",
                reason="not-there",
            )
    desk.grouping.keep_out(claim_ids, chosen)
