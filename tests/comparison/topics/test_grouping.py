"""A topic's figures in rows, and the verdict that most needs a person."""

from app.comparison.topics import grouping
from app.comparison.words import voices
from app.domain.claim import Stance
from tests.comparison.statements import figure, statement


def test_one_figure_in_several_articles_is_one_row_with_its_origins() -> None:
    said = figure("100m", per="year")
    reports = [
        statement(said, on="2025-06-09", origin="wire"),
        statement(said, on="2025-06-08", origin="wire"),
        statement(said, on="2025-06-10"),
        statement(figure("200m", words="nearly", per="year")),
    ]
    rows = grouping.rows(reports)
    assert [row.positions for row in rows] == [(3,), (1, 0, 2)]
    assert rows[1].origins == 2
    assert rows[1].first.published is not None
    assert rows[1].first.published.day == 8


def test_other_words_another_basis_and_a_denial_are_rows_of_their_own() -> None:
    reports = [
        statement(figure("30bn")),
        statement(figure("30bn", words="about")),
        statement(figure("30bn"), kind="total"),
        statement(figure("30bn"), stance=Stance.DENIES),
    ]
    rows = grouping.rows(reports)
    assert len(rows) == 4
    assert [row.denied for row in rows].count(True) == 1


def test_a_bare_amount_stands_with_the_topics_currency() -> None:
    rows = grouping.rows([statement(figure("200m", None), currency="GBP"), statement(figure("200m"), currency="GBP")])
    assert len(rows) == 1


def test_reports_of_one_named_source_are_one_origin_for_the_figure() -> None:
    said = figure("100m", per="year")

    def origins(*speakers: str | None) -> int:
        (row,) = grouping.rows([statement(said, speaker=speaker) for speaker in speakers])
        return row.origins

    assert origins("treaty text", "the text of the treaty", "the treaty") == 1
    assert origins("Foreign Office", "the Foreign Office", "a Foreign Office spokesman") == 1
    assert origins("Ada Fenwick", "Fenwick", "Mrs Fenwick") == 1
    assert origins("Ada Fenwick", "Fenwick", "Bram Fenwick") == 3
    assert origins("Ada Fenwick", "Bram Fenwick", "Foreign Affairs Committee", "Foreign Office") == 4
    assert origins("officials", "officials", "an opposition MP", "another MP", None, None) == 6


def test_a_copy_joins_the_origins_of_the_sources_it_shares() -> None:
    said = figure("100m", per="year")
    reports = [
        statement(said, origin="wire"),
        statement(said, origin="wire", speaker="Foreign Office"),
        statement(said, origin="ledger", speaker="Foreign Office"),
        statement(said, origin="post"),
    ]
    (row,) = grouping.rows(reports)
    assert row.origins == voices.independent(reports) == 2
