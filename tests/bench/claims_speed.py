"""Print how long the claims grid takes on 100,000 claims: ids, a page, the facets, the spread of values.

Run it as a script; the project is made on the first run, beside the path given, and kept, or without one in a folder
that goes again. Times are medians of processor time.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain import claim_query
from app.domain.article import Article, Detail, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind
from app.domain.listing import ClaimOrder
from app.domain.span import Span
from app.services.claims import Claims
from app.store.project import Project

QUERIES = ("", "money:>=90m", 'said:"the Treasury" after:2024 basis:per-year', "date:2030..2035", "harbour 1999")
PAGE = 200
CLAIMS, EACH = 100_000, 25
AT = "2026-01-05T09:00:00.000000Z"
SPEAKERS = ("the Treasury", "Ada Fenwick", "the Quay Institute", "officials", "the harbour board", None)
OUTLETS = tuple(f"{place} {name}" for place in ("Harbour", "Island", "Civic") for name in ("Daily", "Post", "Wire"))
UNITS = {Kind.MONEY: ("GBP", "USD"), Kind.PERCENTAGE: ("percent",), Kind.QUANTITY: ("person", "ship", "house")}


def _figure(chance: random.Random) -> Figure:
    kind = chance.choices(list(Kind), [50, 15, 20, 10, 5])[0]
    if kind is Kind.DATE:
        return Figure(kind=kind, date=f"20{chance.randint(10, 60)}")
    if kind is Kind.DURATION:
        return Figure(kind=kind, date=f"P{chance.randint(1, 99)}Y")
    value = Decimal(chance.randint(1, 999))
    if kind is not Kind.PERCENTAGE:
        value *= Decimal(10) ** chance.choice((0, 3, 6, 9))
    return Figure(kind=kind, low=value, high=value, unit=chance.choice(UNITS[kind]))


def _article(at: int, chance: random.Random) -> tuple[Article, list[Claim]]:
    sentences = [f"Word {n} of article {at} puts the figure at {chance.randint(1, 9999)}m. " * 2 for n in range(EACH)]
    text = f"What harbour {at} costs\n\n" + "\n\n".join(sentences)
    claims, start = [], 0
    for sentence in sentences:
        begin = text.index(sentence, start)
        start = begin + len(sentence)
        who = chance.choice(SPEAKERS)
        kind = chance.choice(("rate", "total", "level", "one-off", None))
        price = chance.choice(("real:2019", "cash", "npv", None))
        claims.append(
            Claim(
                span=Span(begin, begin + 4),
                surface="Word",
                figure=_figure(chance),
                sentence=Span(begin, start),
                rule="money",
                basis=Basis(
                    kind=Stated(value=kind) if kind else None,
                    per=Stated(value="year") if kind == "rate" else None,
                    price=Stated(value=price) if price else None,
                ),
                speaker=Speaker(name=who) if who else None,
            )
        )
    day = f"20{chance.randint(15, 25)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    article = Article(
        text=text,
        parts=(Part(kind=PartKind.BODY, span=Span(0, len(text))),),
        raw=text.encode(),
        media_type="text/plain",
        title=Detail(value=f"What harbour {at} costs", evidence="the page"),
        outlet=Detail(value=chance.choice(OUTLETS), evidence="the page"),
        published=Detail(value=day, evidence="the page"),
    )
    return article, claims


def _make(path: Path) -> None:
    chance = random.Random(7)
    with closing(Project.create(path)) as project:
        for first in range(0, CLAIMS // EACH, 100):
            with project.writing("import") as store:
                for at in range(first, first + 100):
                    article, claims = _article(at, chance)
                    record = store.articles.add(article, captured_at=AT)
                    store.claims.add(record.article_id, claims)


def median(action: Callable[[], object], times: int = 5) -> float:
    """Milliseconds of processor time that the action takes, the median of several runs."""
    spent = []
    for _ in range(times):
        before = time.process_time()
        action()
        spent.append(1000 * (time.process_time() - before))
    return statistics.median(spent)


def _print(path: Path) -> None:
    with closing(Project.open(path)) as project:
        claims = Claims(project)
        for typed in QUERIES:
            narrowed = claim_query.read(typed).narrowed
            ids = claims.ids(narrowed, ClaimOrder.PUBLISHED, descending=True)
            print(f"{typed or 'everything'}: {len(ids):,} claims")
            for name, action in (
                ("ids by day", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.PUBLISHED)),
                ("ids by value", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.VALUE)),
                ("ids by origins", lambda narrowed=narrowed: claims.ids(narrowed, ClaimOrder.ORIGINS)),
                ("a page", lambda ids=ids: claims.lines(ids[:PAGE])),
                ("facets", lambda narrowed=narrowed: claims.facets(narrowed)),
                ("spread", lambda narrowed=narrowed: claims.spread(narrowed)),
            ):
                print(f"  {name:<15} {median(action):7.1f} ms")


def main() -> None:
    """Measure on the project at the path given, or on one that goes again."""
    if len(sys.argv) > 1:
        where = Path(sys.argv[1])
        if not where.exists():
            _make(where)
        _print(where)
        return
    with tempfile.TemporaryDirectory() as folder:
        _make(Path(folder) / "claims.counterclaim")
        _print(Path(folder) / "claims.counterclaim")


if __name__ == "__main__":
    main()
