"""What the exports say of claims and articles, column by column."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal

from app import shipped
from app.domain import edtf, lengths
from app.domain.article import ArticleRecord, PartKind
from app.domain.basis import Basis
from app.domain.claim import State
from app.domain.figure import Figure, Kind
from app.domain.listing import ClaimLine
from app.domain.remark import Remark
from app.exports import articles, claims, table
from app.services.exports.project_lines import Beside

CONTEXT = 32
"""Characters before and after a quote, as the Web Annotation model's text quotes have them."""
_OF_BASIS = ("horizon", "period", "target_date", "baseline", "assumption")
"""Fields of the basis that are columns of the same name."""


def claim_line(project_id: str, line: ClaimLine, kept: ArticleRecord, beside: Beside) -> claims.ClaimLine:
    """One claim of claims.csv; `kept` is its article, `beside` what others say of it."""
    record, text = line.record, kept.article.text
    claim = record.claim
    figure, basis = claim.figure, claim.basis
    number_low, number_high, unit = _number(figure)
    low, high = table.number(number_low), table.number(number_high)
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
        sig_figs=str(len(number_low.as_tuple().digits)) if number_low else "",
        qualifier=figure.qualifier.value,
        unit=unit if figure.kind is not Kind.MONEY else "",
        currency=unit if figure.kind is Kind.MONEY else "",
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
        basis_per=basis.value("per") or "",
        **{name: basis.value(name) or "" for name in _OF_BASIS},
        date_modifier=figure.modifier or "",
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


def _number(figure: Figure) -> tuple[Decimal | None, Decimal | None, str]:
    """Both ends of the number as stated and its unit; a length of time tells them in one, a date has none."""
    told = lengths.smallest(figure.date or "") if figure.kind is Kind.DURATION else None
    return (told[0], *told) if told else (figure.low, figure.high, figure.unit or "")


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
