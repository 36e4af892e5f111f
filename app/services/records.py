"""Claims and comparisons as JSON objects, for other programs."""

from app.comparison import judge_lines
from app.comparison.amounts import interval
from app.domain import wording
from app.domain.draft import Checked, Evidence
from app.domain.interval import Bounds
from app.domain.listing import ClaimLine
from app.domain.resolution import Resolution
from app.domain.verdict import Judgement
from app.extraction import json_lines
from app.services.articles.rereading import Step
from app.services.topics.comparing import Comparison, Row
from app.services.topics.measured import Measure


def claim_json(line: ClaimLine) -> dict[str, object]:
    """A kept claim: the fields of `counterclaim extract` with its place, its review and its article."""
    record = line.record
    return {
        "claim": record.claim_id,
        "article": record.article_id,
        "state": record.state.value,
        "title": line.title,
        "outlet": line.outlet,
        "published": line.published,
        "topics": list(line.topics),
        "figure": wording.say(record.claim.figure),
        "before": line.before,
        "after": line.after,
        "edited_fields": list(record.edited_fields),
        "restated": [json_lines.claim_object(other) for other in record.restated],
        **json_lines.claim_object(record.claim),
    }


def step_json(article_id: str, step: Step) -> dict[str, object]:
    """What a new reading of an article does with one claim, as it was kept and as it is read now."""
    return {
        "article": article_id,
        "claim": step.before.claim_id if step.before else None,
        "fate": step.fate.value,
        "before": json_lines.claim_object(step.before.claim) if step.before else None,
        "after": json_lines.claim_object(step.after) if step.after else None,
    }


def draft_json(checked: Checked) -> dict[str, object]:
    """A figure of a draft with what the library holds of it, the closest claims first."""
    return {
        "finding": checked.finding.value,
        "figure": wording.say(checked.claim.figure),
        "evidence": [_evidence(one) for one in checked.evidence],
        "others": [_evidence(one) for one in checked.others],
        **json_lines.claim_object(checked.claim),
    }


def _evidence(one: Evidence) -> dict[str, object]:
    line = one.line
    return {
        "claim": line.record.claim_id,
        "article": line.record.article_id,
        "figure": wording.say(line.record.claim.figure),
        "quote": line.quote,
        "title": line.title,
        "outlet": line.outlet,
        "published": line.published,
        "likeness": one.likeness,
        "judgement": _judgement(one.judgement),
    }


def comparison_json(comparison: Comparison, settled: Resolution | None = None) -> dict[str, object]:
    """A topic's comparison, group by group; `settled` is what the analyst settled on there."""
    return {
        "topic": comparison.topic.name,
        "topic_id": comparison.topic.topic_id,
        "pinned": comparison.pinned.claim_id if comparison.pinned else None,
        "articles": comparison.articles,
        "origins": comparison.origins,
        "headline": _judgement(comparison.headline),
        "settled": settled and _settled(settled),
        "counts": {verdict.value: count for verdict, count in comparison.counts},
        "groups": [
            {
                "kind": group.label.kind,
                "detail": group.label.detail,
                "rows": [_row(row) for row in group.rows],
                "measures": [_measure(measure) for measure in group.measures],
            }
            for group in comparison.groups
        ],
    }


def _settled(settled: Resolution) -> dict[str, object]:
    return {
        "claim": settled.claim_id,
        "figure": settled.figure,
        "because": settled.because,
        "by": settled.author,
        "at": settled.at,
    }


def _row(row: Row) -> dict[str, object]:
    claim = row.line.record.claim
    width = interval.of(claim.figure)
    return {
        "claim": row.claim_id,
        "claims": list(row.claim_ids),
        "figure": row.figure,
        "surface": claim.surface,
        "quote": row.line.quote,
        "speaker": claim.speaker.name if claim.speaker else None,
        "denied": row.denied,
        "outlets": list(row.outlets),
        "title": row.line.title,
        "published": row.line.published,
        "basis": [{"text": chip.text, "stated": chip.known, "by_analyst": chip.by_analyst} for chip in row.chips],
        "core": _bounds(width.core) if width else None,
        "halo": _bounds(width.halo) if width else None,
        "articles": row.articles,
        "origins": row.origins,
        "pinned": row.judgement is None,
        "judgement": _judgement(row.judgement),
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "words": measure.words,
        "camps": [
            {
                "figure": camp.figure,
                "figures": list(camp.figures),
                "claims": list(camp.claim_ids),
                "open_bounds": list(camp.bounds),
                "low": f"{camp.low:f}",
                "high": f"{camp.high:f}",
                "articles": camp.articles,
                "origins": camp.origins,
            }
            for camp in measure.camps
        ],
        "in_no_camp": list(measure.unmet),
        "left_out": measure.left_out,
        "spread": None if measure.spread is None else f"{measure.spread:.4f}",
    }


def _bounds(bounds: Bounds) -> dict[str, object]:
    return {
        "low": f"{bounds.low:f}" if bounds.low.is_finite() else None,
        "high": f"{bounds.high:f}" if bounds.high.is_finite() else None,
    }


def _judgement(judgement: Judgement | None) -> dict[str, object] | None:
    if judgement is None:
        return None
    return {**judge_lines.judgement_object(judgement), "conversion": judgement.conversion}
