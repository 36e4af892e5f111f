"""Print how long a topic's verdicts take: a thousand figures against the pinned one, and a new article's twelve.

Run it as a module. Cold means that no text was seen before, warm that all were; both are processor time.
"""

import datetime
import time
from collections.abc import Sequence

from app.comparison import pairing, verdict
from app.comparison.amounts.currency import Rates
from app.comparison.statement import Statement
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services.topics import tables

Pair = tuple[Statement, Statement]
FIGURES, ARTICLE = 1000, 12
FIRST_DAY = datetime.date(2025, 1, 6)
PIN = "The harbour authority said the bridge over the sound will cost £101m a year, on average, over 40 years."
SHAPES = (
    "The bridge will cost £{n}m a year for the first {k} years, the council said.",
    "Britain is to pay {hedge} £{n}m a year towards the crossing, according to {who}.",
    "Over {k} years the payments add up to £{n}bn in cash terms, {who} told MPs on Tuesday.",
    "{who} put the bill at {hedge} ${n} million, including the toll house but not the approach roads.",
    "The crossing's net present value was given as £{n}.{k}bn in 2023/24 prices, which the ministry called prudent.",
    "Spending on roads in France rose by {n}.{k} per cent last year, the statistics office reported.",
    "{who} now expects costs of {hedge} €{n}bn, excluding maintenance, assuming prices rise 2% a year.",
    "A previous contract for {n} ferries cost a one-off £{k}.{n}m, and a new order is expected by 2035.",
    "The authority denied that it would lose {n} jobs; it has spent {hedge} £{k},400 a week on guards.",
    "Under the treaty signed in May the island receives £{n}m each year from year 4, {who} confirmed.",
)
HEDGES = ("nearly", "about", "more than", "up to", "at least", "just under", "")
SPEAKERS = ("Ada Fenwick", "the transport minister", "officials", "the Quay Institute", "The finance ministry")


def statements(count: int, first: int = 0) -> list[Statement]:
    """So many figures of invented sentences, no two of which have one text."""
    return [_statement(at) for at in range(first, first + count)]


def _statement(at: int) -> Statement:
    words = {"n": 11 + at, "k": 2 + at % 8, "hedge": HEDGES[at % len(HEDGES)], "who": SPEAKERS[at % len(SPEAKERS)]}
    text = " ".join(SHAPES[at % len(SHAPES)].format(**words).split())
    return read(text, FIRST_DAY + datetime.timedelta(at % 300))


def read(text: str, day: datetime.date) -> Statement:
    """The figure of a text that is compared."""
    claims = pipeline.read(Passage(text=text, published=day))
    claim, _ = pairing.choose(claims, claims, texts=(text, text))
    assert claim is not None, text
    return Statement(claim=claim, published=day, text=text, currency="GBP")


def milliseconds(against: Sequence[Pair], rates: Rates) -> float:
    """Processor time for the verdict on each pair."""
    index = tables.price_index()
    start = time.process_time()
    for one, other in against:
        verdict.judge(one, other, rates, index)
    return (time.process_time() - start) * 1000


def topic(first: int) -> list[Pair]:
    """A topic's figures, each beside the one that is pinned."""
    pin = read(PIN, FIRST_DAY)
    return [(one, pin) for one in statements(FIGURES, first)]


def article(first: int) -> list[Pair]:
    """An article's figures, each beside that of another topic."""
    return list(zip(statements(ARTICLE, first), statements(ARTICLE, first + ARTICLE), strict=True))


def main() -> None:
    """Print milliseconds, first with no text read before and then with all of them: the middle of three runs."""
    rates = Rates()
    # The tables of rates and prices are read once in a program's life.
    milliseconds(article(0), rates)
    for name, pairs, start in ((f"{FIGURES:,} figures, one pin", topic, 1000), (f"{ARTICLE} claims", article, 9000)):
        runs = [pairs(start + FIGURES * run) for run in range(3)]
        cold, warm = (sorted(milliseconds(run, rates) for run in runs)[1] for _ in range(2))
        print(f"{name:24} cold {cold:7.1f} ms   warm {warm:7.1f} ms")


if __name__ == "__main__":
    main()
