"""schedule: dated payments carried out, and the figures of a topic that they reproduce."""

import argparse
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace

from app.cli import printing
from app.cli.project import topic_id
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.domain.schedule import Assumptions, Band, Flip, Match, MatchState, Run, Schedule, TableKind
from app.domain.wording import amount, counted
from app.services.desk import Desk
from app.services.topics import scheduling
from app.services.topics.comparing import Row
from app.services.topics.schedule_records import conversions_json, schedule_json

Figures = Sequence[tuple[Row, Match]]
TREATY = Assumptions(inflation="1.75x4,2.31", price_year="2025/26")
"""What holds where no option says otherwise, and is printed with every run: this program's own fit to the published
totals of the treaty of 2025, the case that `schedule` was made for."""
_RATE = re.compile(r"\s*(\w+)\s*/\s*(\w+)\s*=\s*(\S+)\s*")


def schedule(options: argparse.Namespace, rooms: Rooms) -> int:
    """Print what follows from a schedule; set rates and tables of the analyst's own before it."""
    _check(options)
    if options.project is None:
        done = scheduling.carry_out(options.file, _assumed(options, TREATY))
        _tell(options, done)
        return 0
    with closing(rooms.open(options.project)) as desk:
        _set_up(options, desk)
        if options.topic is not None:
            kept = _of_topic(options, desk)
            done = desk.scheduling.run(kept)
            comparison = desk.comparing.compare(kept.topic_id)
            flips = [desk.scheduling.flip(kept, [row]) for row in comparison.rows]
            _tell(options, done, scheduling.matches(comparison, done), flips)
        elif options.json:
            printing.record(conversions_json(desk.conversions.tables(), desk.conversions.rates()))
        else:
            _print_means(desk)
    return 0


def _check(options: argparse.Namespace) -> None:
    settings = options.use_table or options.shipped_tables or options.rate
    if options.project is None and (options.topic or options.keep or settings):
        raise _use("--topic, --keep, --use-table, --shipped-tables and --rate belong to a project", "Say --project P")
    if options.project is None and options.file is None:
        raise _use("A schedule needs a file of payments", "Name FILE, or --project P and --topic NAME")
    if options.project is not None and options.topic is None and (options.file or not settings):
        raise _use("--topic and --project go together", "Give both or neither")
    if options.keep and options.file is None:
        raise _use("--keep keeps the payments of a file", "Name FILE")


def _use(what: str, remedy: str) -> UserError:
    return UserError(f"{what}; nothing was done. {remedy}.", reason="use")


def _assumed(options: argparse.Namespace, before: Assumptions) -> Assumptions:
    typed = {name: getattr(options, name) for name in ("years", "inflation", "lag", "discount", "price_year")}
    return replace(before, **{name: value for name, value in typed.items() if value is not None})


def _set_up(options: argparse.Namespace, desk: Desk) -> None:
    """The rate and the tables that were asked for."""
    if options.rate:
        typed = _RATE.fullmatch(options.rate)
        if typed is None:
            raise _use(f"The rate “{options.rate}” cannot be read", "Write it as MUR/GBP=0.0168")
        desk.conversions.set_rate(*typed.groups(), day=options.day, note=options.note)
    if options.shipped_tables:
        for kind in TableKind:
            desk.conversions.use_shipped(kind)
    if options.use_table:
        desk.conversions.use_table(options.use_table)


def _of_topic(options: argparse.Namespace, desk: Desk) -> Schedule:
    """The schedule to carry out: that of the file, kept if asked for, else the first of the topic."""
    topic = topic_id(desk, options.topic)
    kept = desk.scheduling.of(topic)
    if options.file is None:
        if not kept:
            raise UserError(
                f"There is no schedule with “{options.topic}”; nothing was done. Name a FILE of payments.",
                reason="no-schedule",
            )
        return replace(kept[0], assumed=_assumed(options, kept[0].assumed))
    made = Schedule(
        topic_id=topic,
        name=options.keep or scheduling.NAME,
        payments=scheduling.payments_in(options.file),
        assumed=_assumed(options, TREATY),
        schedule_id=next((one.schedule_id for one in kept if one.name == options.keep), ""),
    )
    if options.keep:
        desk.scheduling.set(made)
    return made


def _tell(options: argparse.Namespace, done: Run, figures: Figures | None = None, flips: Sequence[Flip] = ()) -> None:
    if options.json:
        printing.record(schedule_json(done, figures, flips))
    else:
        _print(done, figures, flips)


def _print_means(desk: Desk) -> None:
    """The tables and typed rates that the project converts by."""
    for used in desk.conversions.tables():
        whose = "your own" if used.own else "shipped"
        printing.say(f"{used.kind.value}: {used.table.name} ({used.table.version}; {used.table.date}), {whose}")
    for typed in desk.conversions.rates():
        when = typed.day.isoformat() if typed.day else "every day"
        printing.say(f"1 {typed.source} = {typed.rate} {typed.target}, {when}, your own: {typed.note}")


def _print(done: Run, figures: Figures | None, flips: Sequence[Flip]) -> None:
    terms, money = done.terms, done.currency
    table = terms.discount.table
    printing.say(f"{counted(len(done.payments), 'payment')} over {counted(terms.years, 'year')}")
    printing.table(
        [
            ["nominal", amount(done.nominal, money), "sum of all payments"],
            ["real", amount(done.real, money), f"sum of payments ÷ price index, {terms.price_year} prices"],
            ["average", amount(done.average, money), f"real ÷ {counted(terms.years, 'year')}"],
            ["present value", amount(done.present_value, money), "sum of payments ÷ price index × discount factor"],
            ["last year", amount(done.by_year[-1].cash, money), "in cash"],
        ],
        indent="  ",
    )
    steps = counted(terms.lag, "price step")
    printing.say(f"Assumed: prices rise by {_path(terms.inflation)}; year 1 stands {steps} after {terms.price_year}.")
    printing.say(f"Discounted by {table.name} ({table.version}; {table.source}; {table.licence}; {table.date}).")
    printing.say(scheduling.CAVEAT)
    printing.say("")
    years = [
        [str(paid.year), *(amount(value, money) for value in (paid.cash, paid.real, paid.present))]
        for paid in done.by_year
    ]
    printing.table([["year", "cash", "real", "present value"], *years], indent="  ")
    if figures is not None:
        printing.say("")
        printing.table(
            [cells for row, match in figures for cells in _said(row, match, done.currency)],
            indent="  ",
        )
        printing.say("")
        turns = [[row.figure, scheduling.flip_words(flip)] for (row, _), flip in zip(figures, flips, strict=True)]
        printing.table(turns, indent="  ")


def _said(row: Row, match: Match, currency: str) -> Iterator[list[str]]:
    """What a figure can be of the schedule: a sentence, and each reading where there are several."""
    yield [row.figure, match.state.value, match.sentence]
    if match.state is MatchState.AMBIGUOUS:
        for reading in match.readings:
            ends = dict.fromkeys(amount(value, currency) for value in (reading.low, reading.high))
            years = dict.fromkeys(str(year) for year in (reading.first_year, reading.last_year) if year is not None)
            when = f"{'year' if len(years) == 1 else 'years'} {'–'.join(years)}: " if years else ""
            yield ["", "", f"{when}{' to '.join(ends)} ({reading.formula})"]


def _path(bands: Sequence[Band]) -> str:
    """A price path in words: "1.75 % a year for 4 steps, then 2.31 %"."""
    said = []
    for band in bands:
        steps = "" if band.to_year is None else f" for {counted(band.to_year - band.from_year + 1, 'step')}"
        said.append(f"{amount(band.rate * 100, 'percent')} a year{steps}")
    return ", then ".join(said)
