"""comparisons.csv: what was found when one claim was set against another."""

from dataclasses import dataclass

from app.exports.lines import columns_of

SCHEMA = "counterclaim-comparisons/3"
"""Rises when a column is added, dropped, moved or given another meaning; files without one are of the first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonLine:
    """One pair of claims as its row; "" means unknown, and the open end of an interval.

    `reasons` are codes separated by single spaces, outlets and the parts of a basis are separated by "; ". The
    intervals are what each side's own printed figure can mean, in its own `a_unit` and `b_unit` (of a length of time
    the smallest that it tells). `common_basis` is what the two were brought to for the verdict ("GBP per year"), empty
    where they rest on different bases; `gap` is in that, of percentages in points, and lies between the numbers as
    printed: of a range its middle counts, of a converted number what it was converted to. `resolution` is what the
    analyst settled on for the topic, and why.

    `b` is the topic's reference. A side's words, speaker, title and day of publication are those of the claim that it
    names; its outlets are all that print the figure. `question` is the one that would settle what is open.
    """

    comparison_id: str = ""
    topic: str = ""
    claim_id_a: str = ""
    claim_id_b: str = ""
    verdict: str = ""
    reasons: str = ""
    sentence: str = ""
    common_basis: str = ""
    a_low: str = ""
    a_high: str = ""
    a_unit: str = ""
    b_low: str = ""
    b_high: str = ""
    b_unit: str = ""
    gap: str = ""
    gap_pct: str = ""
    assumptions: str = ""
    independent_origins: str = ""
    resolution: str = ""
    resolved_claim_id: str = ""
    resolved_by: str = ""
    resolved_at: str = ""
    schema: str = SCHEMA
    a_figure: str = ""
    a_basis: str = ""
    a_quote: str = ""
    a_speaker: str = ""
    a_outlets: str = ""
    a_title: str = ""
    a_published: str = ""
    b_figure: str = ""
    b_basis: str = ""
    b_quote: str = ""
    b_speaker: str = ""
    b_outlets: str = ""
    b_title: str = ""
    b_published: str = ""
    question: str = ""
    csv_guarded: str = ""


_NUMBERS = frozenset({"a_low", "a_high", "b_low", "b_high", "gap", "gap_pct", "independent_origins"})
COLUMNS = columns_of(ComparisonLine, _NUMBERS)
