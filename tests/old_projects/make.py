"""Writes the project file that stands for a released schema: `python tests/old_projects/make.py v2.counterclaim`.

Run it with the program that released the schema, once; the file is kept, and later programs are tested on a copy of it.
"""

import sys
from decimal import Decimal
from pathlib import Path

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Speaker, Stance, State
from app.domain.conventions import Conventions
from app.domain.figure import Anchor, Figure, Kind, Qualifier
from app.domain.imports import QueuedFile
from app.domain.rate import TypedRate
from app.domain.schedule import Assumptions, Payment, Schedule
from app.domain.shingles import shingles
from app.domain.span import Span
from app.store.project import Project

AT = "2026-02-14T09:30:00.000000Z"
WIRE = (
    "Lighthouse on Gull Rock to be let\n\n"
    "The keeper’s company will pay up to £3.4bn ($4.6bn) over 30 years, the harbour master said 😀 on Friday.\n\n"
    "Rent rises by a third in 2031."
)
COPY = "Rock lighthouse goes to keeper\n\n" + WIRE.partition("\n\n")[2]
REVISED = WIRE.replace("£3.4bn ($4.6bn)", "£3.6bn")
REGRETTED = "A text that was taken back\n\nIt said £1."


def main(path: Path) -> None:
    """Make the project at a path where nothing is yet."""
    project = Project.create(path)
    with project.writing("import 3 files") as store:
        wire = store.articles.add(
            _article(WIRE, outlet="Gull Wire", published="2026-02-13"), captured_at=AT, shingles=shingles(WIRE)
        )
        kept = store.claims.add(wire.article_id, _claims(WIRE))
    act_id = store.act_id
    with project.writing("import 3 files", joins=act_id) as store:
        other = _article(COPY, outlet="The Skerry")
        copy = store.articles.add(other, captured_at=AT, origin_id=wire.origin_id, shingles=shingles(COPY))
        copied = store.claims.add(copy.article_id, _claims(COPY))
    with project.writing("import 3 files", joins=act_id) as store:
        revised = _article(REVISED, outlet="Gull Wire", published="2026-02-14T08:00:00Z")
        later = store.articles.add(revised, captured_at=AT, replaces=wire.article_id, shingles=shingles(REVISED))
        store.claims.add(later.article_id, [_claim(REVISED, "£3.6bn", "3.6E9")])
    with project.writing("accept 2 claims") as store:
        store.claims.set_state(kept[:2], State.ACCEPTED, AT)
    with project.writing("reject £3.4bn") as store:
        store.claims.set_state(copied[:1], State.REJECTED, AT)
    with project.writing("set the basis of up to £3.4bn") as store:
        store.claims.set_basis(kept[0], {"kind": "total", "price": "nominal"}, AT)
        store.claims.set_speaker(kept[0], "Harbour Master", Stance.STATES, AT)
    with project.writing("make the topic Gull Rock") as store:
        topic = store.topics.add("Gull Rock", ("lighthouse", "keeper"))
        store.topics.file(topic.topic_id, [kept[0], copied[0]])
        store.topics.set_pin(topic.topic_id, kept[0])
        store.topics.refuse(topic.topic_id, kept[1])
        rent = Payment(from_year=1, to_year=30, amount=Decimal("1.13E8"), currency="GBP", index_from_year=5)
        assumed = Assumptions(inflation="1.75x4,2.31", price_year="2025/26")
        store.schedules.set(
            Schedule(topic_id=topic.topic_id, name="Rent", payments=(rent,), assumed=assumed, note="the lease")
        )
        store.own_tables.set_rate(
            TypedRate(source="MUR", target="GBP", rate=Decimal("0.016"), day=None, note="the keeper’s bank")
        )
        store.searches.add("dear", "money:>=1bn")
        store.origins.part(wire.article_id, copy.article_id, joined=True)
        store.remarks.set_note(kept[0], "ask the keeper", AT)
        store.remarks.set_tags(wire.article_id, ("rocks", "rents"))
        store.remarks.set_flag(kept[1], AT)
        store.settings.set_conventions(Conventions(currency="GBP"))
        store.resolutions.add(
            topic.topic_id, claim_id=kept[0], figure="up to £3.4bn", because="it is signed", author="Ada Holt", at=AT
        )
        store.resolutions.add_question(topic.topic_id, "In which prices?", own=True, done=False, at=AT)
    with project.writing("queue an import") as store:
        waiting = [QueuedFile(path=Path("gone.txt")), QueuedFile(path=Path("gone.md"))]
        store.imports.begin("articles", "import 2 files", {}, waiting)
    with project.writing("import an article") as store:
        regretted = store.articles.add(_article(REGRETTED), captured_at=AT, shingles=shingles(REGRETTED))
        store.claims.add(regretted.article_id, [_claim(REGRETTED, "£1", "1")])
    project.undo()
    project.close()


def _article(text: str, **details: str) -> Article:
    title = text.partition("\n\n")[0]
    known = {name: Detail(value=value, evidence="the page") for name, value in (details | {"title": title}).items()}
    parts = (
        Part(kind=PartKind.TITLE, span=Span(0, len(title))),
        Part(kind=PartKind.BODY, span=Span(len(title) + 2, len(text))),
    )
    return Article(text=text, parts=parts, raw=text.encode(), media_type="text/plain", notes=("invented",), **known)  # type: ignore[arg-type]


def _claims(text: str) -> list[Claim]:
    first = text.index("up to")
    total = Claim(
        span=Span(first, first + len("up to £3.4bn")),
        surface="up to £3.4bn",
        figure=Figure(
            kind=Kind.MONEY,
            low=Decimal("3.4E9"),
            high=Decimal("3.4E9"),
            unit="GBP",
            qualifier=Qualifier.AT_MOST,
            qualifier_words="up to",
        ),
        sentence=_sentence(text, first),
        rule="money",
        qualifier_cue=Span(first, first + 5),
        basis=Basis(horizon=Stated(value="P30Y", span=Span(first + 20, first + 33))),
        speaker=Speaker(name="the harbour master"),
    )
    return [
        total,
        _claim(text, "a third", "33.3333", kind=Kind.PERCENTAGE, unit="percent", fraction=True),
        _claim(text, "$4.6bn", "4.6E9", unit="USD", converts=0),
        _claim(
            text, "2031", kind=Kind.DATE, unit=None, date="2031", readings=("2031",),
            anchor=Anchor(day="2026-02-13", reason="publication date"),
        ),
    ]  # fmt: skip


def _claim(text: str, surface: str, low: str | None = None, converts: int | None = None, **figure: object) -> Claim:
    start = text.index(surface)
    value = None if low is None else Decimal(low)
    stated = {"kind": Kind.MONEY, "unit": "GBP", "low": value, "high": value} | figure
    return Claim(
        span=Span(start, start + len(surface)),
        surface=surface,
        figure=Figure(**stated),  # type: ignore[arg-type]
        sentence=_sentence(text, start),
        rule="invented",
        converts=converts,
    )


def _sentence(text: str, at: int) -> Span:
    start = text.rfind("\n\n", 0, at) + 2
    end = text.find("\n\n", at)
    return Span(start, len(text) if end < 0 else end)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
