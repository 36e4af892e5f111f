"""Two to four figures of a topic as columns: what each measures field by field, then who says so."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.comparison import pair
from app.comparison.explaining import aspects
from app.domain import wording
from app.domain.aspect import Aspect, Cell, Line
from app.domain.claim import Stance
from app.domain.errors import UserError
from app.domain.schedule import Band, MatchState, Reading, ReadingKind, Run, Terms
from app.domain.topic import Topic
from app.domain.verdict import Judgement
from app.services.topics import comparing, reach, scheduling
from app.services.topics.comparing import Comparing, Comparison, Row
from app.services.topics.scheduling import Scheduling

FEWEST, MOST = 2, 4
_MANY = {2: "both", 3: "all three", 4: "all four"}
_ORDER = list(Aspect)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The schedule that gives the reference and at least one other figure: in few words, and how."""

    head: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Figures side by side. The first of `rows` is the reference, and has no judgement; `lines` have a cell for each.

    `headline` is the worst judgement of them.
    """

    topic: Topic
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    headline: Judgement
    joined: Joined | None

    @property
    def differing(self) -> int:
        """How many lines have a cell that differs from the reference."""
        return sum(line.differs for line in self.lines)


class SideBySide:
    """The figures of one open project, side by side."""

    def __init__(self, comparing: Comparing, scheduling: Scheduling) -> None:
        self._comparing = comparing
        self._scheduling = scheduling

    def of(self, compared: Comparison, claim_ids: Sequence[str]) -> Sides:
        """The rows of these claims, each once, set against the topic's reference or else against the first.

        UserError where these are not two to four figures of the topic.
        """
        rows = _rows(compared, claim_ids)
        if not FEWEST <= len(rows) <= MOST:
            raise UserError(
                f"{len(rows)} of these figures can be set side by side, and it takes two to four of one topic. "
                "Nothing was changed; choose others in the table.",
                reason="not-side-by-side",
            )
        if compared.pinned not in rows:
            compared = self._comparing.compare(compared.topic.topic_id, rows[0].claim_id)
            rows = _rows(compared, claim_ids)
        rows.sort(key=lambda row: row.judgement is not None)
        judged = [row.judgement for row in rows if row.judgement is not None]
        found = self._joining(compared, rows)
        return Sides(
            topic=compared.topic,
            rows=tuple(rows),
            lines=_lines(rows, compared.currency, found),
            headline=min(judged, key=lambda one: one.verdict.rank),
            joined=_joined(rows, found) if found else None,
        )

    def _joining(self, compared: Comparison, rows: Sequence[Row]) -> "_Found | None":
        """The first schedule of the topic that reproduces the reference and another of the figures."""
        for schedule in self._scheduling.of(compared.topic.topic_id):
            run = self._scheduling.run(schedule)
            readings = {
                row.claim_id: match.readings[0]
                for row, match in scheduling.matches(compared, run)
                if row in rows and match.state is MatchState.REPRODUCED
            }
            if len(readings) > 1 and rows[0].claim_id in readings:
                return _Found(run=run, readings=readings)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A schedule carried out, and which of its numbers each figure is, by its claim."""

    run: Run
    readings: dict[str, Reading]

    def of(self, row: Row) -> Reading | None:
        return self.readings.get(row.claim_id)


def _rows(compared: Comparison, claim_ids: Sequence[str]) -> list[Row]:
    found = (next((row for row in compared.rows if one in row.claim_ids), None) for one in claim_ids)
    return list({row.claim_id: row for row in found if row is not None}.values())


def _lines(rows: Sequence[Row], currency: str | None, found: _Found | None) -> tuple[Line, ...]:
    """Every line that at least one figure fills, in the order of `Aspect`."""
    sides = [pair.side(comparing.statement(row.line, currency)) for row in rows]
    lines = [
        *aspects.lines(sides, [row.judgement for row in rows]),
        *_discounting(rows, sides, found),
        *_assumed(rows, found),
        *_others(rows),
    ]
    return tuple(sorted(lines, key=lambda line: _ORDER.index(line.aspect)))


def _discounting(rows: Sequence[Row], sides: Sequence[pair.Side], found: _Found | None) -> Iterator[Line]:
    """At which rates present values are discounted, where the figures hold one; it differs as their prices do."""
    prices = [side.facts.price for side in sides]
    if not any(price is not None and price.family == "npv" for price in prices):
        return
    rates = _rates(found.run.terms) if found else ""
    texts = [
        "" if price is None else "none" if price.family != "npv" else rates if found and found.of(row) else ""
        for row, price in zip(rows, prices, strict=True)
    ]
    apart = [bool(text and texts[0] and text != texts[0]) for text in texts]
    cells = tuple(Cell(text=text, differs=differs) for text, differs in zip(texts, apart, strict=True))
    yield Line(aspect=Aspect.DISCOUNTING, cells=cells)


def _assumed(rows: Sequence[Row], found: _Found | None) -> Iterator[Line]:
    """The price path under which one schedule gives several of the figures."""
    if found is not None:
        path = _path(found.run.terms.inflation)
        cells = tuple(Cell(text=path if found.of(row) else "") for row in rows)
        yield Line(aspect=Aspect.INFLATION, cells=cells)


def _others(rows: Sequence[Row]) -> Iterator[Line]:
    texts: dict[Aspect, list[str]] = {
        Aspect.QUOTE: [f"“{row.line.excerpt}”" for row in rows],
        Aspect.CONVERSION: [row.judgement.conversion or "" if row.judgement else "" for row in rows],
        Aspect.SPEAKER: ["" if row.speaker == comparing.NOT_STATED else row.speaker for row in rows],
        Aspect.STANCE: [_stance(row) for row in rows],
        Aspect.OUTLET: [_outlets(row) for row in rows],
        Aspect.PUBLISHED: [_day(row) for row in rows],
        Aspect.REACH: [_reach(row) for row in rows],
    }
    if any(row.line.version > 1 or row.line.superseded_by for row in rows):
        texts[Aspect.VERSION] = [_version(row) for row in rows]
    if any(texts[Aspect.CONVERSION]):
        texts[Aspect.CONVERSION] = [text or "none" for text in texts[Aspect.CONVERSION]]
    for aspect, said in texts.items():
        if any(said):
            yield Line(aspect=aspect, cells=tuple(Cell(text=text) for text in said))


def _stance(row: Row) -> str:
    stance = row.line.record.claim.stance
    return "denies" if row.denied else (stance or Stance.STATES).value


def _outlets(row: Row) -> str:
    more = f" +{len(row.outlets) - 1}" if len(row.outlets) > 1 else ""
    return f"{row.outlets[0]}{more}" if row.outlets else ""


def _day(row: Row) -> str:
    return wording.date(row.line.published[:10]) if row.line.published else ""


def _reach(row: Row) -> str:
    return f"{reach.said(row.articles, row.comments)}, {wording.counted(row.origins, 'origin')}"


def _version(row: Row) -> str:
    line = row.line
    replaced = f", superseded by version {line.superseded_by}" if line.superseded_by else ""
    return f"version {line.version}{replaced}"


def _joined(rows: Sequence[Row], found: _Found) -> Joined:
    shown = [(row, reading) for row in rows if (reading := found.of(row)) is not None]
    whole = len(shown) == len(rows)
    head = f"One schedule gives {_MANY[len(rows)] if whole else _listed([row.figure for row, _ in shown])}"
    terms = found.run.terms
    assumed = f"at {_path(terms.inflation)} inflation"
    if any(reading.kind is ReadingKind.PRESENT_VALUE for _, reading in shown):
        assumed += f" and the discount rates of the {terms.discount.table.name}"
    given = _listed(list(dict.fromkeys(_given(reading, found.run.currency) for _, reading in shown)))
    return Joined(head=head, detail=f"{assumed}: {given}.")


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _given(reading: Reading, currency: str) -> str:
    """One number of a schedule: "£34.69bn in cash", "£3.4bn as a present value"."""
    amount = wording.amount((reading.low + reading.high) / 2, currency)
    if reading.kind in (ReadingKind.YEAR_CASH, ReadingKind.YEAR_REAL):
        real = " in real terms" if reading.kind is ReadingKind.YEAR_REAL else ""
        return f"{amount}{real} in {_years(reading)}"
    if reading.kind is ReadingKind.PAYMENT:
        return f"{amount} as a payment of it"
    return f"{amount} {_AS[reading.kind]}"


_AS = {
    ReadingKind.NOMINAL: "in cash",
    ReadingKind.REAL: "in real terms",
    ReadingKind.AVERAGE: "a year on average",
    ReadingKind.PRESENT_VALUE: "as a present value",
}


def _years(reading: Reading) -> str:
    if reading.first_year == reading.last_year:
        return f"year {reading.first_year}"
    return f"years {reading.first_year}–{reading.last_year}"


def _path(bands: Sequence[Band]) -> str:
    return ", then ".join(f"{band.rate * 100:.2f} %" for band in bands)


def _rates(terms: Terms) -> str:
    """The rates of a discount table over the years of a run, the nearest first: "3.5, 3.0, 2.5 %"."""
    rates = (band.rate for band in terms.discount.bands if band.from_year <= terms.years)
    return f"{', '.join(f'{rate * 100:.1f}' for rate in rates)} %"
