"""Origins and versions as JSON for other programs."""

from app.domain import wording
from app.domain.claim import ClaimRecord
from app.domain.origin import Teller
from app.domain.version import Fate, Passage, Version
from app.services.articles.origins import Origin, Related, Story
from app.services.articles.versions import Difference, Drift


def origin_json(origin: Origin) -> dict[str, object]:
    """An origin with its articles, who told it first at the head."""
    return {
        "origin": origin.origin_id,
        "words": origin.words,
        "articles": [_related(one) for one in origin.articles],
    }


def story_json(story: Story) -> dict[str, object]:
    """Where one article comes from."""
    return {
        "article": story.article.article_id,
        **origin_json(story.origin),
        "credited_to": list(story.credited),
        "with_reporting_by": list(story.helped),
        "shares_passages_with": [_related(one) for one in story.shares],
    }


def _related(one: Related) -> dict[str, object]:
    return {
        **_teller(one.teller),
        "containment": round(one.containment, 4),
        "why": one.why or None,
        "split_by_analyst": one.set_apart,
    }


def _teller(teller: Teller) -> dict[str, object]:
    return {
        "article": teller.article_id,
        "title": teller.title,
        "outlet": teller.outlet,
        "published": teller.published,
        "captured_at": teller.captured_at,
    }


def versions_json(versions: list[Version], differences: list[Difference]) -> dict[str, object]:
    """The versions of an article, and the difference between each and the next."""
    return {
        "versions": [
            {
                "article": version.article_id,
                "version": version.number,
                "published": version.published,
                "captured_at": version.captured_at,
                "claims": version.claims,
            }
            for version in versions
        ],
        "differences": [_difference(one) for one in differences],
    }


def drift_json(drift: Drift) -> dict[str, object]:
    """One figure of a topic, as each version printed it and with what the next one did."""
    return {
        "figure": [
            {
                **_stated(point.claim),
                "version": point.version,
                "title": point.title,
                "outlet": point.outlet,
                "published": point.published,
                "captured_at": point.captured_at,
                "next": point.fate and point.fate.value,
            }
            for point in drift.points
        ]
    }


def _difference(difference: Difference) -> dict[str, object]:
    return {
        "old": difference.old.version,
        "new": difference.new.version,
        "counts": {fate.value: difference.count(fate) for fate in Fate},
        "figures": [_passage(passage) for passage in difference.passages],
    }


def _passage(passage: Passage) -> dict[str, object]:
    return {
        "fate": passage.fate.value,
        "same_figure": passage.same_figure,
        "old": passage.old and _stated(passage.old),
        "new": passage.new and _stated(passage.new),
    }


def _stated(record: ClaimRecord) -> dict[str, object]:
    claim = record.claim
    return {
        "claim": record.claim_id,
        "surface": claim.surface,
        "figure": wording.say(claim.figure),
        "state": record.state.value,
        "start": claim.span.start,
        "end": claim.span.end,
    }
