"""What the exports say of comparisons, column by column: as they are shown, and pair by pair."""

from collections.abc import Iterator

from app.comparison.amounts import interval
from app.domain import lengths
from app.domain.figure import Kind
from app.domain.labels import GroupLabel
from app.domain.resolution import Resolution
from app.exports import comparisons, table
from app.services.topics.comparing import NOT_STATED, Comparison, Row

VIEW = [
    table.Column(name="basis"),
    table.Column(name="basis_detail"),
    table.Column(name="figure"),
    table.Column(name="quote"),
    table.Column(name="low", number=True),
    table.Column(name="high", number=True),
    table.Column(name="unit"),
    table.Column(name="said_by"),
    table.Column(name="outlets"),
    table.Column(name="title"),
    table.Column(name="published"),
    table.Column(name="articles", number=True),
    table.Column(name="origins", number=True),
    table.Column(name="verdict"),
    table.Column(name="reasons"),
    table.Column(name="sentence"),
    table.Column(name="what_would_settle_it"),
    table.Column(name="claim_id"),
    table.Column(name="used"),
    table.Column(name="settled_on"),
    table.Column(name="because"),
    table.Column(name="settled_by"),
    table.Column(name="settled_at"),
    table.Column(name="csv_guarded"),
]


def view_cells(kind: str, detail: str, row: Row, settled: Resolution | None) -> list[table.Cell]:
    """One row of a comparison in the columns of `VIEW`; `kind` and `detail` are those of its group.

    `settled` is what holds for the topic: every row says it, and whether its figure is the one that is used.
    """
    low, high, unit = _meaning(row)
    judgement = row.judgement
    return [
        kind,
        detail,
        _figure(row),
        row.line.excerpt,
        low,
        high,
        unit,
        row.speaker,
        "; ".join(row.outlets),
        row.line.title,
        row.line.published,
        row.articles,
        row.origins,
        judgement.verdict.value if judgement else "reference",
        " ".join(judgement.reasons) if judgement else "",
        judgement.sentence if judgement else "",
        judgement.question if judgement else "",
        row.claim_id,
        *_settled(row, settled),
        "",
    ]


def _settled(row: Row, settled: Resolution | None) -> tuple[str, ...]:
    if settled is None:
        return ("",) * 5
    used = "yes" if settled.claim_id in row.claim_ids else "no"
    return used, settled.figure or "none of these", settled.because, settled.author, settled.at


def comparison_lines(shown: Comparison, settled: Resolution | None) -> Iterator[comparisons.ComparisonLine]:
    """Each row against the reference; `settled` is what holds for the topic."""
    pinned = shown.pinned
    if pinned is None:
        return
    basis = {row.claim_id: _basis(group.label) for group in shown.groups for row in group.rows}
    reference = _side("b", pinned, basis[pinned.claim_id])
    for row in shown.rows:
        if row.judgement is None:
            continue
        size = row.judgement.size
        yield comparisons.ComparisonLine(
            comparison_id=f"{row.claim_id}~{pinned.claim_id}",
            topic=shown.topic.name,
            claim_id_a=row.claim_id,
            claim_id_b=pinned.claim_id,
            verdict=row.judgement.verdict.value,
            reasons=" ".join(row.judgement.reasons),
            sentence=row.judgement.sentence,
            common_basis=row.judgement.compared_in or "",
            gap=table.number(size.gap.normalize()) if size else "",
            gap_pct=table.number(round(100 * (size.ratio - 1), 2)) if size and size.ratio is not None else "",
            assumptions=row.judgement.conversion or "",
            independent_origins=str(row.origins),
            resolution=settled.because if settled else "",
            resolved_claim_id=settled.claim_id or "" if settled else "",
            resolved_by=settled.author if settled else "",
            resolved_at=settled.at if settled else "",
            question=row.judgement.question or "",
            **_side("a", row, basis[row.claim_id]),
            **reference,
        )


def _side(side: str, row: Row, basis: str) -> dict[str, str]:
    """The columns of one side of a pair, "a" or "b"."""
    low, high, unit = _meaning(row)
    told = {
        "low": low,
        "high": high,
        "unit": unit,
        "figure": _figure(row),
        "basis": basis,
        "quote": row.line.excerpt,
        "speaker": row.speaker if row.speaker != NOT_STATED else "",
        "outlets": "; ".join(row.outlets),
        "title": row.line.title,
        "published": row.line.published or "",
    }
    return {f"{side}_{name}": words for name, words in told.items()}


def _figure(row: Row) -> str:
    """A row's figure in words, those that are printed where it tells no number ("all night")."""
    return row.figure or row.line.record.claim.surface


def _basis(label: GroupLabel) -> str:
    return "; ".join(filter(None, (label.kind, label.detail)))


def _meaning(row: Row) -> tuple[str, str, str]:
    """Both ends of what a row's number can mean, and their unit: of a length of time the one that it is written in."""
    width, figure = row.interval, row.line.record.claim.figure
    if width is None:
        return "", "", ""
    own = interval.in_own_unit(width, figure).halo
    unit = lengths.unit(figure) if figure.kind is Kind.DURATION else figure.unit
    return table.number(own.low), table.number(own.high), unit or ""
