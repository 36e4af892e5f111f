"""schedule: dated payments carried out, and the figures of a topic that they reproduce."""

import argparse
from collections.abc import Iterator, Sequence

from app.cli import printing
from app.cli.printing import counted
from app.cli.project import topic_id
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.domain.schedule import Band, Match, MatchState, Run
from app.domain.wording import amount
from app.services import scheduling
from app.services.comparing import Row
from app.services.filters import written
from app.services.schedule_records import schedule_json

Figures = Sequence[tuple[Row, Match]]


def schedule(options: argparse.Namespace, rooms: Rooms) -> int:
    """Print what follows from a schedule."""
    if (options.topic is None) != (options.project is None):
        raise UserError("--topic and --project go together; nothing was done. Give both or neither.", reason="use")
    typed = {name: getattr(options, name) for name in ("years", "inflation", "lag", "discount", "price_year")}
    assumed = scheduling.Assumptions(**{name: value for name, value in typed.items() if value is not None})
    done = scheduling.carry_out(options.file, assumed)
    figures = None if options.topic is None else _figures(options, rooms, done)
    if options.json:
        printing.line(written(schedule_json(done, figures)))
    else:
        _print(done, figures)
    return 0


def _figures(options: argparse.Namespace, rooms: Rooms, done: Run) -> Figures:
    desk = rooms.open(options.project)
    try:
        return scheduling.matches(desk.comparing.compare(topic_id(desk, options.topic)), done)
    finally:
        desk.close()


def _print(done: Run, figures: Figures | None) -> None:
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
