"""What the exports say of claims, articles and comparisons, column by column."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from app import shipped
from app.domain import edtf
from app.domain.article import ArticleRecord, PartKind
from app.domain.basis import Basis
from app.domain.claim import State
from app.domain.figure import Figure, Kind
from app.domain.interval import Interval
from app.domain.listing import ClaimLine
from app.domain.remark import Remark
from app.domain.resolution import Resolution
from app.exports import articles, claims, comparisons, table
from app.services.exports.project_lines import Beside
from app.services.topics.comparing import Comparison, Row

CONTEXT = 32
"""Characters before and after a quote, as the Web Annotation model's text quotes have them."""

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
    low, high = _halo(row.interval)
    judgement = row.judgement
    return [
        kind,
        detail,
        row.figure,
        row.line.excerpt,
        low,
        high,
        row.line.record.claim.figure.unit,
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


def _halo(width: Interval | None) -> tuple[str, str]:
    return (table.number(width.halo.low), table.number(width.halo.high)) if width else ("", "")


def claim_line(project_id: str, line: ClaimLine, kept: ArticleRecord, beside: Beside) -> claims.ClaimLine:
    """One claim of claims.csv; `kept` is its article, `beside` what others say of it."""
    record, text = line.record, kept.article.text
    claim = record.claim
    figure, basis = claim.figure, claim.basis
    low, high = _ends(figure)
    price, _, price_year = (basis.value("price") or "").partition(":")
    start, end = _period(basis)
    remark = beside.remarks.get(record.claim_id, Remark())
    return claims.ClaimLine(
        project_id=project_id,
        claim_id=record.claim_id,
        claim_rev=str(record.revision),
        status=record.state.value,
        decided_by=beside.deciders.get(record.claim_id, "") if record.decided_at else "",
        decided_at=record.decided_at or "",
        raw_text=claim.surface,
        kind=figure.kind.value,
        value=low if low == high else "",
        value_low=low,
        value_high=high,
        bound={"over": "low", "at_least": "low", "under": "high", "at_most": "high"}.get(figure.qualifier.value, ""),
        sig_figs=str(len(figure.low.as_tuple().digits)) if figure.low is not None and figure.low else "",
        qualifier=figure.qualifier.value,
        unit=figure.unit or "" if figure.kind is not Kind.MONEY else "",
        currency=figure.unit or "" if figure.kind is Kind.MONEY else "",
        per=figure.per or "",
        date=figure.date or "",
        date_precision=_precision(figure),
        topic="; ".join(line.topics),
        basis=basis.value("kind") or "",
        price_base=price,
        price_year=price_year,
        period_start=start,
        period_end=end,
        denominator=basis.value("denominator") or "",
        scope=basis.value("scope") or "",
        claim_status=basis.value("status") or "",
        speaker=claim.speaker.name if claim.speaker else "",
        stance=claim.stance.value if claim.stance else "",
        title=line.title,
        origin_id=line.origin_id,
        independent_origins=str(line.same_origins),
        char_start=str(claim.span.start),
        char_end=str(claim.span.end),
        quote_exact=claim.surface,
        quote_prefix=text[max(claim.span.start - CONTEXT, 0) : claim.span.start],
        quote_suffix=text[claim.span.end : claim.span.end + CONTEXT],
        paragraph_no=str(text.count("\n\n", 0, claim.span.start) + 1),
        page_no=table.number(line.page),
        rule_id=claim.rule,
        rule_version=table.number(beside.rules.get(kept.article_id)),
        app_version=shipped.version(),
        confidence=claim.confidence.value,
        edited_fields=" ".join(record.edited_fields),
        tags="; ".join(remark.tags),
        note=remark.note,
        **_of_article(kept),
    )


def _of_article(kept: ArticleRecord) -> dict[str, str]:
    """The columns of an article that claims.csv and articles.csv both have."""
    article = kept.article
    return {
        "outlet": article.outlet.value if article.outlet else "",
        "author": article.author.value if article.author else "",
        "article_id": kept.article_id,
        "version_no": str(kept.version),
        "url": article.url or "",
        "published_at": article.published.value if article.published else "",
        "published_at_evidence": article.published.evidence if article.published else "",
        "captured_at": kept.captured_at,
        "language": article.language or "",
        "text_sha256": kept.text_sha256,
        "raw_sha256": kept.raw_sha256,
    }


def _ends(figure: Figure) -> tuple[str, str]:
    """The number as stated, both ends; nothing for a date."""
    return table.number(figure.low), table.number(figure.high)


def _precision(figure: Figure) -> str:
    """How long the date is: day, week, month, quarter, year, decade, or a stretch of its own."""
    if figure.kind is not Kind.DATE or figure.date is None or (span := edtf.days(figure.date)) is None:
        return ""
    if "/" in figure.date:
        return "interval"
    length = (span[1] - span[0] + timedelta(1)).days
    named = ((1, "day"), (7, "week"), (31, "month"), (92, "quarter"), (366, "year"), (3653, "decade"))
    return next((name for most, name in named if length <= most), "century")


def _period(basis: Basis) -> tuple[str, str]:
    """First and last day of the period that the figure is for, or of the years that a sum covers."""
    span = edtf.days(basis.value("period") or basis.value("horizon") or "")
    return (span[0].isoformat(), span[1].isoformat()) if span else ("", "")


def article_line(project_id: str, record: ArticleRecord, states: Mapping[State, int]) -> articles.ArticleLine:
    """One article of articles.csv; `states` are how many of its claims are in each."""
    article = record.article
    return articles.ArticleLine(
        project_id=project_id,
        title=article.title.value if article.title else "",
        outlet_evidence=article.outlet.evidence if article.outlet else "",
        country=article.country or "",
        origin_id=record.origin_id,
        source_name=article.source_name,
        media_type=article.media_type,
        characters=str(len(article.text)),
        comments=str(sum(part.kind is PartKind.COMMENT for part in article.parts)),
        claims_accepted=str(states.get(State.ACCEPTED, 0)),
        claims_waiting=str(states.get(State.WAITING, 0)),
        claims_rejected=str(states.get(State.REJECTED, 0)),
        notes="; ".join(article.notes),
        **_of_article(record),
    )


def comparison_lines(shown: Comparison, settled: Resolution | None) -> Iterator[comparisons.ComparisonLine]:
    """Each row against the reference; `settled` is what holds for the topic."""
    pinned = shown.pinned
    if pinned is None:
        return
    b_low, b_high = _halo(pinned.interval)
    reference = pinned.claim_id
    for row in shown.rows:
        if row.judgement is None:
            continue
        a_low, a_high = _halo(row.interval)
        size = row.judgement.size
        yield comparisons.ComparisonLine(
            comparison_id=f"{row.claim_id}~{reference}",
            topic=shown.topic.name,
            claim_id_a=row.claim_id,
            claim_id_b=reference,
            verdict=row.judgement.verdict.value,
            reasons=" ".join(row.judgement.reasons),
            sentence=row.judgement.sentence,
            common_basis=row.judgement.compared_in or "",
            a_low=a_low,
            a_high=a_high,
            a_unit=_unit_of_bounds(row),
            b_low=b_low,
            b_high=b_high,
            b_unit=_unit_of_bounds(pinned),
            gap=table.number(size.gap) if size else "",
            gap_pct=table.number(round(100 * (size.ratio - 1), 2)) if size and size.ratio is not None else "",
            assumptions=row.judgement.conversion or "",
            independent_origins=str(row.origins),
            resolution=settled.because if settled else "",
            resolved_claim_id=settled.claim_id or "" if settled else "",
            resolved_by=settled.author if settled else "",
            resolved_at=settled.at if settled else "",
        )


def _unit_of_bounds(row: Row) -> str:
    """The unit of a row's interval: a duration's is in years."""
    if row.interval is None:
        return ""
    figure = row.line.record.claim.figure
    return "year" if figure.kind is Kind.DURATION else figure.unit or ""
