"""claims.csv: every claim with what it measures, who said it, where it stands and how it was read."""

from dataclasses import dataclass

from app.exports.lines import columns_of

SCHEMA = "counterclaim-claims/2"
"""Rises when a column is added, dropped, moved or given another meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim as its row; "" means unknown. The order of the fields is the order of the columns.

    Days and times are ISO 8601, numbers plain digits, offsets Unicode code points of the article's text, lists
    separated by single spaces. `claim_id` is `clm_` and a ULID, `article_id` `art_` and a ULID. `value_low` and
    `value_high` are the number as printed, of a range both its ends; where "more than" or "up to" stands at it, `bound`
    says which end it is, and the other is open. A length of time has its number in its own `unit` (of several units the
    smallest), and as ISO 8601 in `date`, one with two ends its ends alone. `rule_version` is the number of the rules by
    which the article was read; in decisions.csv, the column of that name is the version of the program. `subject` is
    promised and always empty: what a figure is about is in the quote and the topics. `page_no` counts the pages of a
    PDF document from 1, whatever is printed on them; other texts have none.

    The basis is what the words or the analyst say that the figure rests on: `basis` is its kind, `basis_per` the period
    or thing of its rate, where `per` is what the figure itself prints. `horizon` are the years that it covers (`P10Y`,
    or EDTF: `2025/2050`), `period` the time that it is for, `target_date` the day by which, both EDTF, and
    `period_start` and `period_end` their first and last day where period or horizon has them. `baseline` is what it is
    measured against, `assumption` what it depends on, in words. `date_modifier` is what stands at a date: early, mid,
    late, end, by, since, before or after.
    """

    schema: str = SCHEMA
    project_id: str = ""
    claim_id: str = ""
    claim_rev: str = ""
    status: str = ""
    decided_by: str = ""
    decided_at: str = ""
    raw_text: str = ""
    kind: str = ""
    value: str = ""
    value_low: str = ""
    value_high: str = ""
    bound: str = ""
    sig_figs: str = ""
    qualifier: str = ""
    unit: str = ""
    currency: str = ""
    per: str = ""
    date: str = ""
    date_precision: str = ""
    subject: str = ""
    topic: str = ""
    basis: str = ""
    price_base: str = ""
    price_year: str = ""
    period_start: str = ""
    period_end: str = ""
    denominator: str = ""
    scope: str = ""
    claim_status: str = ""
    speaker: str = ""
    stance: str = ""
    outlet: str = ""
    author: str = ""
    article_id: str = ""
    version_no: str = ""
    title: str = ""
    url: str = ""
    published_at: str = ""
    published_at_evidence: str = ""
    captured_at: str = ""
    language: str = ""
    origin_id: str = ""
    independent_origins: str = ""
    text_sha256: str = ""
    raw_sha256: str = ""
    char_start: str = ""
    char_end: str = ""
    quote_exact: str = ""
    quote_prefix: str = ""
    quote_suffix: str = ""
    paragraph_no: str = ""
    page_no: str = ""
    rule_id: str = ""
    rule_version: str = ""
    app_version: str = ""
    confidence: str = ""
    edited_fields: str = ""
    tags: str = ""
    note: str = ""
    csv_guarded: str = ""
    basis_per: str = ""
    horizon: str = ""
    period: str = ""
    target_date: str = ""
    baseline: str = ""
    assumption: str = ""
    date_modifier: str = ""


_NUMBERS = frozenset(
    {
        "claim_rev",
        "value",
        "value_low",
        "value_high",
        "sig_figs",
        "version_no",
        "independent_origins",
        "char_start",
        "char_end",
        "paragraph_no",
        "page_no",
    }
)
COLUMNS = columns_of(ClaimLine, _NUMBERS)
