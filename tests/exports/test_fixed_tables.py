"""The fixed tables: their columns are a promise to other programs."""

import csv
import io
from collections.abc import Sequence

from app.domain.basis import FIELDS
from app.exports import articles, claims, comparisons
from app.exports.claims import ClaimLine
from app.exports.lines import rows_of
from app.exports.table import Column, Preset, write

CLAIMS = (
    "schema project_id claim_id claim_rev status decided_by decided_at raw_text kind value value_low value_high bound "
    "sig_figs qualifier unit currency per date date_precision subject topic basis price_base price_year period_start "
    "period_end denominator scope claim_status speaker stance outlet author article_id version_no title url "
    "published_at published_at_evidence captured_at language origin_id independent_origins text_sha256 raw_sha256 "
    "char_start char_end quote_exact quote_prefix quote_suffix paragraph_no page_no rule_id rule_version app_version "
    "confidence edited_fields tags note csv_guarded basis_per horizon period target_date baseline assumption "
    "date_modifier"
)
COMPARISONS = (
    "comparison_id topic claim_id_a claim_id_b verdict reasons sentence common_basis a_low a_high a_unit b_low b_high "
    "b_unit gap gap_pct assumptions independent_origins resolution resolved_claim_id resolved_by resolved_at schema "
    "a_figure a_basis a_quote a_speaker a_outlets a_title a_published b_figure b_basis b_quote b_speaker b_outlets "
    "b_title b_published question csv_guarded"
)
LINES = [
    ClaimLine(
        claim_id="clm_01",
        raw_text="-2.5 per cent",
        kind="percentage",
        value="-2.5",
        quote_exact='=SUM, "he said"\nand left',
        note="@desk",
    ),
    ClaimLine(claim_id="clm_02", raw_text="£165m", value="165000000"),
]


def written(lines: Sequence[object], columns: Sequence[Column], preset: Preset) -> bytes:
    out = io.BytesIO()
    write(rows_of(lines, columns), columns, out, preset)
    return out.getvalue()


def test_the_columns_of_claims_are_fixed() -> None:
    assert " ".join(column.name for column in claims.COLUMNS) == CLAIMS
    assert claims.SCHEMA == "counterclaim-claims/2"


def test_the_columns_of_comparisons_are_fixed() -> None:
    assert " ".join(column.name for column in comparisons.COLUMNS) == COMPARISONS
    assert comparisons.SCHEMA == "counterclaim-comparisons/3"


def test_every_part_of_a_basis_has_its_column() -> None:
    named = {"kind": "basis", "per": "basis_per", "price": "price_base", "status": "claim_status"}
    assert {named.get(name, name) for name in FIELDS} <= {column.name for column in claims.COLUMNS}


def test_claims_are_written_with_what_was_guarded_listed() -> None:
    first, second = csv.DictReader(io.StringIO(written(LINES, claims.COLUMNS, Preset.DATA).decode(), newline=""))
    assert first["quote_exact"] == '\'=SUM, "he said"\nand left'
    assert (first["value"], first["csv_guarded"]) == ("-2.5", "raw_text quote_exact note")
    assert (second["schema"], second["raw_text"], second["csv_guarded"]) == ("counterclaim-claims/2", "£165m", "")


def test_comparisons_and_articles_are_written() -> None:
    pair = comparisons.ComparisonLine(verdict="conflict", a_low="-5", gap_pct="100")
    _, line = written([pair], comparisons.COLUMNS, Preset.DATA).decode().splitlines()
    assert line == f",,,,conflict,,,,-5,,,,,,,100,,,,,,,counterclaim-comparisons/3{',' * 16}"
    quoted = comparisons.ComparisonLine(a_speaker="=Ada", b_figure="-3 %", b_title="@ the quay")
    (row,) = csv.DictReader(io.StringIO(written([quoted], comparisons.COLUMNS, Preset.DATA).decode(), newline=""))
    assert (row["a_speaker"], row["b_figure"], row["b_title"]) == ("'=Ada", "'-3 %", "'@ the quay")
    assert row["csv_guarded"] == "a_speaker b_figure b_title"
    called = articles.ArticleLine(title="+44 calls", characters="120")
    assert "'+44 calls" in written([called], articles.COLUMNS, Preset.EXCEL).decode("utf-8-sig")
