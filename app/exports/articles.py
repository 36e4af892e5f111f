"""articles.csv: every version of every article, where it came from and how far its review has come."""

from dataclasses import dataclass

from app.exports.lines import columns_of

SCHEMA = "counterclaim-articles/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleLine:
    """One version of an article as its row; "" means unknown. `characters` counts code points of its text."""

    schema: str = SCHEMA
    project_id: str = ""
    article_id: str = ""
    version_no: str = ""
    title: str = ""
    outlet: str = ""
    outlet_evidence: str = ""
    author: str = ""
    url: str = ""
    published_at: str = ""
    published_at_evidence: str = ""
    captured_at: str = ""
    language: str = ""
    country: str = ""
    origin_id: str = ""
    source_name: str = ""
    media_type: str = ""
    text_sha256: str = ""
    raw_sha256: str = ""
    characters: str = ""
    comments: str = ""
    claims_accepted: str = ""
    claims_waiting: str = ""
    claims_rejected: str = ""
    notes: str = ""
    csv_guarded: str = ""


_NUMBERS = frozenset({"version_no", "characters", "comments", "claims_accepted", "claims_waiting", "claims_rejected"})
COLUMNS = columns_of(ArticleLine, _NUMBERS)
