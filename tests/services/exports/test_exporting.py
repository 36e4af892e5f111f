"""What goes out as CSV is what the project holds and the screen shows."""

import csv
import io
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.services.desk import Desk
from app.services.exports.pages import Arranged
from tests.support.desks import desk_on
from tests.support.printed_pages import column, pdf


def _read(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_everything_goes_into_a_folder(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    shown = desk.comparing.compare(topic_id)
    files = desk.exporting.everything(tmp_path / "out" / "csv", [shown])
    names = ["claims", "articles", "comparisons", "resolutions", "decisions", "schedules"]
    assert [file.name for file in files] == [*(f"{name}.csv" for name in names), "datapackage.json"]
    claims, articles, pairs, _, decisions, _ = map(_read, files[:-1])
    assert len(articles) == 3
    assert {row["outlet"] for row in articles} == {"Quay Post", "Dock Gazette", "Evening Copy"}
    assert shown.pinned is not None
    assert {row["claim_id_b"] for row in pairs} == {shown.pinned.line.record.claim_id}
    assert sorted(row["verdict"] for row in pairs) == ["conflict", "differs_by_basis", "differs_by_basis"]
    assert {row["article_id"] for row in claims} == {row["article_id"] for row in articles}
    assert [row["number"] for row in decisions] == [str(at) for at in range(1, len(decisions) + 1)]
    assert decisions[-1]["previous_hash"] == decisions[-2]["hash"]


def test_who_decided_a_claim_and_what_was_noted_goes_out_with_it(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    row = desk.comparing.compare(topic_id).rows[0]
    claim_id = row.line.record.claim_id
    desk.project.author = "Ada Fenwick"
    desk.reviewing.decide([claim_id], State.ACCEPTED)
    desk.remarks.set_note(claim_id, "ask the port")
    desk.remarks.set_tags(claim_id, ["bridge costs", "open"])
    rows = {one["claim_id"]: one for one in _read(desk.exporting.everything(tmp_path / "out", [])[0])}
    told = rows.pop(claim_id)
    assert (told["decided_by"], told["note"], told["tags"]) == ("Ada Fenwick", "ask the port", "bridge costs; open")
    assert told["rule_version"].isdigit()
    assert {one["decided_by"] for one in rows.values()} == {""}


def test_the_page_of_a_pdf_goes_out_with_the_figure_that_stands_there(desk: Desk, tmp_path: Path) -> None:
    pages = [column("The lock of the canal costs £7m, the office said."), column("The weir costs £9m, it added.")]
    (tmp_path / "report.pdf").write_bytes(pdf(*pages))
    desk.importing.paths([tmp_path / "report.pdf"])
    rows = _read(desk.exporting.everything(tmp_path / "out", [])[0])
    pages_of = {row["raw_text"]: row["page_no"] for row in rows}
    assert (pages_of["£7m"], pages_of["£9m"]) == ("1", "2")
    assert {row["page_no"] for row in rows if row["raw_text"] not in ("£7m", "£9m")} == {""}


def test_each_side_of_a_pair_goes_out_in_its_own_unit_with_what_they_were_compared_in(
    desk: Desk, tmp_path: Path
) -> None:
    desk.importing.pasted("Outlet: Rig\nDate: 2025-03-06\n\nThe tunnel costs $100m a year.\n")
    desk.importing.pasted("Outlet: Dock\nDate: 2025-03-06\n\nThe tunnel will cost £100m a year. In all it is £2bn.\n")
    kind, lines = desk.grouping.find(["tunnel"])
    claims = {line.record.claim.surface: line.record.claim_id for line in lines}
    topic_id, _ = desk.grouping.add("The tunnel", ["tunnel"], kind, list(claims.values()))
    shown = desk.comparing.compare(topic_id, claims["£100m a year"])
    rows = {row["claim_id_a"]: row for row in _read(desk.exporting.everything(tmp_path / "out", [shown])[2])}
    dollars, total = rows[claims["$100m a year"]], rows[claims["£2bn"]]
    assert dollars["verdict"] == "conflict"
    assert (dollars["a_low"], dollars["a_high"], dollars["a_unit"]) == ("95000000", "105000000", "USD")
    assert (dollars["b_low"], dollars["b_high"], dollars["b_unit"]) == ("95000000", "105000000", "GBP")
    assert dollars["common_basis"] == "GBP per year"
    assert "6 Mar 2025" in dollars["assumptions"]
    assert (total["verdict"], total["common_basis"], total["a_unit"]) == ("differs_by_basis", "", "GBP")


def test_an_articles_row_counts_its_claims_by_state(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    (gazette,) = [row for row in desk.library.rows(ArticleFilter()) if row.outlet == "Dock Gazette"]
    claim_ids = [record.claim_id for record in desk.library.claims(gazette.article_id)]
    desk.reviewing.decide(claim_ids[:1], State.ACCEPTED)
    desk.reviewing.decide(claim_ids[1:3], State.REJECTED)
    desk.importing.pasted("Nothing was said of money.", outlet="Quiet Press")
    rows = {row["outlet"]: row for row in _read(desk.exporting.everything(tmp_path / "out", [])[1])}
    counts = [rows["Dock Gazette"][f"claims_{state}"] for state in ("accepted", "waiting", "rejected")]
    assert counts == ["1", str(len(claim_ids) - 3), "2"]
    assert {rows["Quiet Press"][f"claims_{state}"] for state in ("accepted", "waiting", "rejected")} == {"0"}


def test_both_versions_of_an_article_go_out(desk: Desk, tmp_path: Path) -> None:
    later = (
        "Outlet: Dock Gazette\nPublished: 2025-03-07\n\nBridge costs twice as much, says rival\n\nIt will cost £170m.\n"
    )
    first = desk.importing.pasted(later).files
    second = desk.importing.pasted(later.replace("170", "175")).files
    claims, articles, *_ = map(_read, desk.exporting.everything(tmp_path / "out", [])[:2])
    assert {file.article_id for file in (*first, *second)} <= {row["article_id"] for row in articles}
    assert {row["article_id"] for row in claims} == {row["article_id"] for row in articles}


def test_a_claims_row_leads_back_to_its_very_words(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    claims = _read(desk.exporting.everything(tmp_path / "out", [])[0])
    texts = {
        row.article_id: desk.library.article(row.article_id).article.text for row in desk.library.rows(ArticleFilter())
    }
    assert claims
    for row in claims:
        text, start, end = texts[row["article_id"]], int(row["char_start"]), int(row["char_end"])
        assert text[start:end] == row["quote_exact"] == row["raw_text"]
        assert text[:start].endswith(row["quote_prefix"])
        assert text[end:].startswith(row["quote_suffix"])
    money = next(row for row in claims if row["raw_text"] == "nearly £160m a year")
    assert (money["kind"], money["value"], money["currency"], money["per"]) == ("money", "160000000", "GBP", "year")
    assert (money["qualifier"], money["basis"], money["speaker"]) == ("nearly", "rate", "Ada Fenwick")
    assert money["topic"] == "The bridge"


def test_the_years_that_a_sum_covers_go_out_as_its_period(desk: Desk, tmp_path: Path) -> None:
    desk.importing.pasted(
        "Outlet: Rig\nDate: 2025-03-06\n\nThe tunnel gets £18.5bn for 2025/26 to 2030/31. It got £2bn in 2024/25.\n"
    )
    rows = {row["raw_text"]: row for row in _read(desk.exporting.everything(tmp_path / "out", [])[0])}
    told = {words: (rows[words]["period_start"], rows[words]["period_end"]) for words in ("£18.5bn", "£2bn")}
    assert told == {"£18.5bn": ("2025-04-01", "2031-03-31"), "£2bn": ("2024-04-01", "2025-03-31")}


def test_rejected_claims_go_out_with_everything_and_not_with_the_view(
    desk: Desk, topic_id: str, tmp_path: Path
) -> None:
    row = desk.comparing.compare(topic_id).rows[0]
    desk.reviewing.decide(row.claim_ids, State.REJECTED)
    everything = _read(desk.exporting.everything(tmp_path / "out", [])[0])
    assert {one["status"] for one in everything} == {"waiting", "rejected"}
    shown = desk.claims.ids(ClaimFilter(kinds=frozenset({Kind.MONEY})), ClaimOrder.VALUE, descending=True)
    desk.exporting.claims(tmp_path / "view.csv", shown)
    view = _read(tmp_path / "view.csv")
    assert [one["claim_id"] for one in view] == shown
    assert {one["status"] for one in view} == {"waiting"}
    assert {one["kind"] for one in view} == {"money"}


def test_a_comparison_goes_out_row_by_row_as_it_is_shown(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    shown = desk.comparing.compare(topic_id)
    desk.exporting.comparison(tmp_path / "view.csv", shown, Arranged())
    rows = _read(tmp_path / "view.csv")
    assert [row["figure"] for row in rows] == [row.figure for row in shown.rows]
    verdicts = [row.judgement.verdict.value if row.judgement else "reference" for row in shown.rows]
    assert [row["verdict"] for row in rows] == verdicts
    hedged = next(row for row in rows if row["figure"] == "nearly £160m a year")
    assert (hedged["low"], hedged["high"]) == ("136000000", "160000000")
    assert hedged["sentence"].startswith("Conflict")
    cut = next(row for row in rows if row["figure"] == "£80m a year")
    assert cut["quote"].startswith("The bridge over the sound will cost £80m a year, the port")
    assert cut["quote"].endswith(" …")


def test_the_presets_differ_as_excel_and_programs_need_it(desk: Desk, topic_id: str, tmp_path: Path) -> None:
    shown = desk.comparing.compare(topic_id)
    desk.exporting.comparison(tmp_path / "excel.csv", shown, Arranged())
    desk.exporting.comparison(tmp_path / "data.csv", shown, Arranged(), preset="data")
    excel, data = (tmp_path / "excel.csv").read_bytes(), (tmp_path / "data.csv").read_bytes()
    assert excel.startswith(b"\xef\xbb\xbf")
    assert excel.count(b"\r\n") == len(shown.rows) + 1
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data


def test_an_outlet_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    desk = desk_on(tmp_path / "p.counterclaim")
    desk.importing.pasted("The pier cost £5m.", outlet='=HYPERLINK("http://x")')
    (row,) = _read(desk.exporting.everything(tmp_path / "out", [])[0])
    desk.close()
    assert row["outlet"] == '\'=HYPERLINK("http://x")'
    assert row["csv_guarded"] == "outlet"


def test_a_folder_that_cannot_be_made_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="nothing was written") as refused:
        desk.exporting.everything(tmp_path / "taken" / "out", [])
    assert refused.value.reason == "not-written"
